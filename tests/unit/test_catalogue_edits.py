"""After an edit only what has changed is read, parsed, compiled and checked; the rest comes from what was kept."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from kiosk.catalogue import parsed, templates
from kiosk.catalogue.catalogue import load_catalogue
from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import parse_toml
from kiosk.model.base import Issue
from kiosk.model.template import Template
from kiosk.rules.cel import Language
from tests.edits import change
from tests.small_town import Read, said, texts


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts over the facts of a case that are compiled from now on."""
    seen: list[str] = []
    made = Language.checked

    def seeing(language: Language, text: str) -> Any:
        seen.extend([text] if "m" in language.roots else ())
        return made(language, text)

    monkeypatch.setattr(Language, "checked", seeing)
    return seen


def test_after_an_edit_only_the_texts_that_changed_are_compiled(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, from_files: Read
) -> None:
    load_catalogue(forms, cache=cache)
    seen = compiled(monkeypatch)
    change(forms / "groups.toml", '"m.old"', '"!m.old"')
    after = load_catalogue(forms, cache=cache)
    assert {text for text in seen if "m.old" in text} == set(seen)
    assert "!m.old" in seen
    assert said(after) == from_files(forms)


@pytest.mark.parametrize("damage", [b"", b"{", pickle.dumps((1, 2)), pickle.dumps({"true": 1})])
def test_where_the_texts_are_damaged_they_are_compiled_and_kept_again(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes, from_files: Read
) -> None:
    load_catalogue(forms, cache=cache)
    texts(cache).write_bytes(damage)
    change(forms / "procedures/P01.toml", 'name = "犬の届出"', 'name = "犬の届け出"')
    seen = compiled(monkeypatch)
    assert said(load_catalogue(forms, cache=cache)) == from_files(forms)
    assert len(seen) > 3
    assert texts(cache).read_bytes() != damage


def test_another_first_word_of_the_vocabulary_is_another_language(forms: Path, cache: Path, from_files: Read) -> None:
    """A name that nobody declared does not become right because it was right before."""
    load_catalogue(forms, cache=cache)
    change(forms / "vocabulary.toml", '"case.count"', '"dogs.count"')
    assert said(load_catalogue(forms, cache=cache)) == from_files(forms)


def test_after_an_edit_only_the_forms_that_changed_are_read_and_checked(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, from_files: Read
) -> None:
    load_catalogue(forms, cache=cache)
    seen: list[str] = []
    load = templates.load_template

    def seeing(files: Files, folder: str, **more: Any) -> Template | tuple[Issue, ...]:
        seen.append(folder)
        return load(files, folder, **more)

    monkeypatch.setattr(templates, "load_template", seeing)
    change(forms / "templates/F02/001/template.toml", 'title = "犬の', 'title = "飼い犬の')
    after = load_catalogue(forms, cache=cache)
    assert seen == ["F02/001"]
    assert said(after) == from_files(forms)


def test_after_an_edit_only_the_files_that_changed_are_parsed(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, from_files: Read
) -> None:
    seen: list[str] = []

    def seeing(content: bytes, *, where: str) -> dict[str, Any] | Issue:
        seen.append(where)
        return parse_toml(content, where=where)

    monkeypatch.setattr(parsed, "parse_toml", seeing)
    change(forms / "procedures/P01.toml", 'name = "犬の届出"', 'name = "犬の届け出"')
    after = load_catalogue(forms, cache=cache)
    assert seen == ["procedures/P01.toml"]
    assert said(after) == from_files(forms)
    change(forms / "events/ten.toml", "[presets]", "[presets")
    for _ in range(2):  # what is no TOML is told every time
        assert any("ten.toml" in issue.where and issue.line for issue in load_catalogue(forms, cache=cache).issues)


@pytest.mark.parametrize("damage", [b"", pickle.dumps({}), pickle.dumps({"": {"id": "P99"}})])
def test_where_what_was_parsed_is_damaged_the_files_are_parsed_again(
    forms: Path, cache: Path, damage: bytes, from_files: Read
) -> None:
    (path,) = cache.glob("tables-*")
    path.write_bytes(damage)
    change(forms / "procedures/P01.toml", 'name = "犬の届出"', 'name = "犬の届け出"')
    assert said(load_catalogue(forms, cache=cache)) == from_files(forms)
    assert path.read_bytes() != damage


def test_another_name_of_the_city_makes_every_form_another(forms: Path, cache: Path, from_files: Read) -> None:
    load_catalogue(forms, cache=cache)
    change(forms / "municipality.toml", 'name = "小市"', 'name = "別の市"')
    assert said(load_catalogue(forms, cache=cache)) == from_files(forms)


def test_a_form_that_was_wrong_is_told_again_after_an_edit_elsewhere(forms: Path, cache: Path) -> None:
    change(forms / "templates/F02/001/template.toml", 'kind = "date"', 'kind = "dat"')
    first = [str(issue) for issue in load_catalogue(forms, cache=cache).issues if "F02" in str(issue)]
    change(forms / "procedures/P01.toml", 'name = "犬の届出"', 'name = "犬の届け出"')
    assert [str(issue) for issue in load_catalogue(forms, cache=cache).issues if "F02" in str(issue)] == first != []
