"""The copy of the checked templates: used for the same files only, never trusted when damaged."""

import shutil
from pathlib import Path

import pytest

from kiosk.catalogue.files import TEMPLATES as PATTERNS
from kiosk.catalogue.files import Files
from kiosk.catalogue.shelf import NAME, content_key, shelved_templates
from kiosk.catalogue.templates import load_templates

TEMPLATES = Path(__file__).resolve().parents[2] / "forms" / "templates"


def files(root: Path) -> Files:
    """The forms as they lie there now."""
    return Files.read(root, PATTERNS)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for form in ("F06", "F17"):
        shutil.copytree(TEMPLATES / form, tmp_path / "templates" / form)
    return tmp_path / "templates"


def test_the_copy_gives_exactly_what_the_files_give(root: Path, tmp_path: Path) -> None:
    read, issues = load_templates(files(root))
    first = shelved_templates(files(root), tmp_path / "cache")
    again = shelved_templates(files(root), tmp_path / "cache")
    assert (tmp_path / "cache" / NAME).is_file()
    assert first == again == (read, tuple(issues))


def test_a_changed_box_is_seen_although_a_copy_exists(root: Path, tmp_path: Path) -> None:
    shelved_templates(files(root), tmp_path / "cache")
    file = root / "F17" / "001" / "template.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('title = "水道', 'title = "上水道'), encoding="utf-8")
    found, _ = shelved_templates(files(root), tmp_path / "cache")
    assert found[("F17", "001")].title.startswith("上水道")


def test_a_changed_background_changes_the_key(root: Path) -> None:
    before = content_key(files(root))
    page = root / "F06" / "001" / "page-1.svg"
    page.write_bytes(page.read_bytes() + b"<!-- moved -->")
    assert content_key(files(root)) != before


@pytest.mark.parametrize("damage", [b"", b"{", b'{"key": "x"}', b"\xff\xfe"])
def test_a_damaged_copy_is_made_anew(root: Path, tmp_path: Path, damage: bytes) -> None:
    sound = shelved_templates(files(root), tmp_path / "cache")
    (tmp_path / "cache" / NAME).write_bytes(damage)
    assert shelved_templates(files(root), tmp_path / "cache") == sound
    assert (tmp_path / "cache" / NAME).read_bytes() != damage


def test_a_wrong_template_is_named_from_the_copy_too(root: Path, tmp_path: Path) -> None:
    (root / "F06" / "001" / "template.toml").write_text("title = ", encoding="utf-8")
    first, again = (shelved_templates(files(root), tmp_path / "cache")[1] for _ in range(2))
    assert first == again
    assert any("F06" in issue.where for issue in again)


def test_a_place_that_cannot_be_written_is_simply_not_used(root: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    assert shelved_templates(files(root), tmp_path / "cache")[0].keys() == {("F06", "001"), ("F17", "001")}
