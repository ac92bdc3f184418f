"""The copy of the checked catalogue: used for the same files only, never trusted when damaged or another's."""

import os
import pickle
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kiosk.bootstrap.place import Place
from kiosk.catalogue import copies, parsed, templates
from kiosk.catalogue.catalogue import Catalogue, load_catalogue
from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import parse_toml
from kiosk.model.base import Issue
from kiosk.model.template import Template
from kiosk.rules.cel import Expression, Language
from tests.edits import change
from tests.shared import once
from tests.visits import FORMS, catalogue

Read = Callable[[Path], tuple[object, ...]]


def small_town(folder: Path) -> None:
    """The town with two of its forms and their copy; the other forms are told as missing, which is kept as well."""
    drawings = shutil.ignore_patterns("sheet.toml", "expected.json", "personas")
    shutil.copytree(FORMS, folder / "forms", ignore=drawings)
    for form in (folder / "forms" / "templates").iterdir():
        if form.name not in {"F06", "F17"}:
            shutil.rmtree(form)
    load_catalogue(folder / "forms", cache=folder / "cache")


@pytest.fixture
def forms(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = once(tmp_path_factory, "small_town", small_town)
    return Path(shutil.copytree(made / "forms", tmp_path / "forms"))


@pytest.fixture
def cache(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an earlier start of the same program has kept of the town before any edit."""
    made = once(tmp_path_factory, "small_town", small_town)
    return Path(shutil.copytree(made / "cache", tmp_path / "cache"))


@pytest.fixture(scope="module")
def from_files() -> Read:
    """What the files themselves say, with no copy; the same files are not read a second time."""
    heard: dict[bytes, tuple[object, ...]] = {}

    def read(forms: Path) -> tuple[object, ...]:
        files = (path for path in sorted(forms.rglob("*")) if path.is_file())
        named = "".join(f"{path.relative_to(forms)}:{sha256(path.read_bytes()).hexdigest()}\n" for path in files)
        key = sha256(named.encode()).digest()
        if key not in heard:
            heard[key] = said(load_catalogue(forms))
        return heard[key]

    return read


def said(loaded: Catalogue) -> tuple[object, ...]:
    """Everything that was read, by its content."""
    book = loaded.book
    whole = (book.vocabulary, dict(book.procedures), dict(book.events), dict(book.templates), dict(book.groups))
    return (*whole, book.identity, loaded.issues, dict(book.files), dict(book.not_run), dict(book.city), loaded.city)


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("catalogue-*"))


def texts(cache: Path) -> Path:
    """Where what the compiler said of the rules is kept."""
    (path,) = cache.glob("rules-*")
    return path


def test_the_copy_gives_exactly_what_the_files_give(forms: Path, cache: Path) -> None:
    shutil.rmtree(cache)
    read, first, again = load_catalogue(forms), load_catalogue(forms, cache=cache), load_catalogue(forms, cache=cache)
    assert len(kept(cache)) == 1
    assert said(read) == said(first) == said(again)
    assert again.digest == read.digest
    assert again.background(again.book.templates["F06", "001"], "page-1.svg").startswith(b"<")


def test_nothing_is_read_or_checked_again_when_there_is_a_copy(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_catalogue(forms, cache=cache)
    monkeypatch.setattr("tomllib.loads", None)
    assert load_catalogue(forms, cache=cache).book.events


def test_services_that_the_city_does_not_run_come_back_for_the_inspection(forms: Path, cache: Path) -> None:
    change(forms / "municipality.toml", "dog = { value = true", "dog = { value = false")
    load_catalogue(forms, cache=cache)
    book = load_catalogue(forms, cache=cache).book
    assert "P70" in book.not_run
    assert "P70" not in book.procedures
    assert "P70" in book.whole.procedures


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/F17/001/template.toml", 'title = "水道', 'title = "上水道'),
        ("procedures/P01.toml", 'name = "転入届"', 'name = "転入の届"'),
        ("municipality.toml", 'name = "架空市"', 'name = "別の市"'),
    ],
)
def test_a_change_is_seen_although_a_copy_exists(
    forms: Path, cache: Path, file: str, old: str, new: str, from_files: Read
) -> None:
    before = load_catalogue(forms, cache=cache)
    change(forms / file, old, new)
    after = load_catalogue(forms, cache=cache)
    assert said(after) != said(before)
    assert said(after) == from_files(forms)


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", pickle.dumps((1, 2)), pickle.dumps(print)])
def test_a_damaged_copy_is_made_anew(forms: Path, cache: Path, damage: bytes) -> None:
    sound = said(load_catalogue(forms, cache=cache))
    (path,) = kept(cache)
    path.write_bytes(damage)
    assert said(load_catalogue(forms, cache=cache)) == sound
    assert path.read_bytes() != damage


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts over the facts of a case that are compiled from now on."""
    seen: list[str] = []
    made = Language._made

    def seeing(language: Language, text: str) -> Expression:
        seen.extend([text] if "m" in language.roots else ())
        return made(language, text)

    monkeypatch.setattr(Language, "_made", seeing)
    return seen


def test_after_an_edit_only_the_texts_that_changed_are_compiled(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, from_files: Read
) -> None:
    load_catalogue(forms, cache=cache)
    seen = compiled(monkeypatch)
    change(forms / "groups.toml", '"m.concerned && m.disability.has"', '"m.disability.has || m.ward"')
    after = load_catalogue(forms, cache=cache)
    assert {text for text in seen if "disability" in text} == set(seen)
    assert "m.disability.has || m.ward" in seen
    assert said(after) == from_files(forms)


@pytest.mark.parametrize("damage", [b"", b"{", pickle.dumps((1, 2)), pickle.dumps({"true": 1})])
def test_where_the_texts_are_damaged_they_are_compiled_and_kept_again(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes, from_files: Read
) -> None:
    load_catalogue(forms, cache=cache)
    texts(cache).write_bytes(damage)
    change(forms / "procedures" / "P01.toml", 'name = "転入届"', 'name = "転入の届"')
    seen = compiled(monkeypatch)
    assert said(load_catalogue(forms, cache=cache)) == from_files(forms)
    assert len(seen) > 100
    assert texts(cache).read_bytes() != damage


def test_another_first_word_of_the_vocabulary_is_another_language(forms: Path, cache: Path, from_files: Read) -> None:
    """A name that nobody declared does not become right because it was right before."""
    load_catalogue(forms, cache=cache)
    change(forms / "vocabulary.toml", '"nhi.change_kind"', '"nhi2.change_kind"')
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
    change(forms / "templates/F17/001/template.toml", 'title = "水道', 'title = "上水道')
    after = load_catalogue(forms, cache=cache)
    assert seen == ["F17/001"]
    assert said(after) == from_files(forms)


def test_after_an_edit_only_the_files_that_changed_are_parsed(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, from_files: Read
) -> None:
    seen: list[str] = []

    def seeing(content: bytes, *, where: str) -> dict[str, Any] | Issue:
        seen.append(where)
        return parse_toml(content, where=where)

    monkeypatch.setattr(parsed, "parse_toml", seeing)
    change(forms / "procedures/P01.toml", 'name = "転入届"', 'name = "転入の届"')
    after = load_catalogue(forms, cache=cache)
    assert seen == ["procedures/P01.toml"]
    assert said(after) == from_files(forms)
    change(forms / "procedures/P02.toml", "[[version]]", "[[version]")
    for _ in range(2):  # what is no TOML is told every time
        assert any("P02.toml" in issue.where and issue.line for issue in load_catalogue(forms, cache=cache).issues)


@pytest.mark.parametrize("damage", [b"", pickle.dumps({}), pickle.dumps({"": {"id": "P99"}})])
def test_where_what_was_parsed_is_damaged_the_files_are_parsed_again(
    forms: Path, cache: Path, damage: bytes, from_files: Read
) -> None:
    (path,) = cache.glob("tables-*")
    path.write_bytes(damage)
    change(forms / "procedures/P01.toml", 'name = "転入届"', 'name = "転入の届"')
    assert said(load_catalogue(forms, cache=cache)) == from_files(forms)
    assert path.read_bytes() != damage


def test_another_name_of_the_city_makes_every_form_another(forms: Path, cache: Path, from_files: Read) -> None:
    load_catalogue(forms, cache=cache)
    change(forms / "municipality.toml", 'name = "架空市"', 'name = "別の市"')
    assert said(load_catalogue(forms, cache=cache)) == from_files(forms)


def test_a_form_that_was_wrong_is_told_again_after_an_edit_elsewhere(forms: Path, cache: Path) -> None:
    change(forms / "templates/F17/001/template.toml", 'kind = "date"', 'kind = "dat"')
    first = [str(issue) for issue in load_catalogue(forms, cache=cache).issues if "F17" in str(issue)]
    change(forms / "procedures/P01.toml", 'name = "転入届"', 'name = "転入の届"')
    assert [str(issue) for issue in load_catalogue(forms, cache=cache).issues if "F17" in str(issue)] == first != []


class Bomb:
    """Something that does more than be a value."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return (os.mkdir, (str(self.path),))


def test_a_copy_can_not_do_anything(forms: Path, cache: Path, tmp_path: Path) -> None:
    load_catalogue(forms, cache=cache)
    (path,) = kept(cache)
    path.write_bytes(pickle.dumps(Bomb(tmp_path / "done")))
    assert load_catalogue(forms, cache=cache).book.events
    assert not (tmp_path / "done").exists()


def test_a_copy_that_others_could_have_written_is_not_looked_at(forms: Path, cache: Path) -> None:
    sound = said(load_catalogue(forms, cache=cache))
    (path,) = kept(cache)
    planted = pickle.dumps((catalogue().book.vocabulary, 0))
    path.write_bytes(planted)
    path.chmod(0o666)
    assert said(load_catalogue(forms, cache=cache)) == sound
    assert path.read_bytes() != planted
    assert path.stat().st_mode & 0o777 == 0o600
    assert said(load_catalogue(forms, cache=cache)) == sound


def test_a_wrong_form_is_named_from_the_copy_too(forms: Path, cache: Path) -> None:
    (forms / "templates" / "F06" / "001" / "template.toml").write_text("title = ", encoding="utf-8")
    first, again = (load_catalogue(forms, cache=cache).issues for _ in range(2))
    assert first == again
    assert any("F06" in issue.where for issue in again)


def test_a_place_that_cannot_be_written_is_simply_not_used(forms: Path, cache: Path) -> None:
    shutil.rmtree(cache)
    cache.write_text("a file, no folder", encoding="utf-8")
    assert load_catalogue(forms, cache=cache).book.templates.keys() == {("F06", "001"), ("F17", "001")}


@pytest.mark.parametrize("kind", ["catalogue", "tried"])
def test_old_copies_make_room(tmp_path: Path, kind: str) -> None:
    (tmp_path / "forms-0.bin").touch()
    for number in range(6):
        path = tmp_path / f"{kind}-{number}.bin"
        copies.write_copy(path, number)
        os.utime(path, (number, number))
    assert {path.name for path in tmp_path.glob(f"{kind}-*")} == {f"{kind}-{number}.bin" for number in (2, 3, 4, 5)}
    assert (tmp_path / "forms-0.bin").exists()


def test_another_program_makes_its_own_copy(forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_catalogue(forms, cache=cache)
    monkeypatch.setattr(copies, "program_digest", lambda: "a newer program")
    load_catalogue(forms, cache=cache)
    assert len(kept(cache)) == 2


def test_before_there_is_a_home_the_copy_lies_in_the_accounts_cache(tmp_path: Path) -> None:
    place = Place.standard({"KIOSK_HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "caches")})
    assert place.cache == tmp_path / "caches" / "kiosk"
    place.home.mkdir()
    assert place.cache == tmp_path / "home" / "cache"
