"""The copy of the checked catalogue: used for the same files only, never trusted when damaged or another's."""

import os
import pickle
import shutil
from pathlib import Path

import pytest

from kiosk.bootstrap.place import Place
from kiosk.catalogue import copies
from kiosk.catalogue.catalogue import load_catalogue
from kiosk.model.base import Issue
from tests.edits import change
from tests.read_before import begun
from tests.small_town import Read, said
from tests.visits import FORMS, catalogue


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("catalogue-*"))


def test_the_copy_gives_exactly_what_the_files_give(forms: Path, cache: Path) -> None:
    shutil.rmtree(cache)
    read, first, again = load_catalogue(forms), load_catalogue(forms, cache=cache), load_catalogue(forms, cache=cache)
    assert len(kept(cache)) == 1
    assert said(read) == said(first) == said(again)
    assert again.digest == read.digest
    assert again.background(again.book.templates["F02", "001"], "page-1.svg").startswith(b"<")


def test_the_town_of_the_tests_is_what_its_files_say(tmp_path: Path, from_files: Read) -> None:
    """Every procedure and form that is shipped, from the copy that all other tests work with."""
    assert said(load_catalogue(FORMS, cache=begun(tmp_path / "cache"))) == from_files(FORMS)


def test_nothing_is_read_or_checked_again_when_there_is_a_copy(
    forms: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_catalogue(forms, cache=cache)
    monkeypatch.setattr("tomllib.loads", None)
    assert load_catalogue(forms, cache=cache).book.events


def test_services_that_the_city_does_not_run_come_back_for_the_inspection(forms: Path, cache: Path) -> None:
    change(forms / "municipality.toml", "dogs = { value = true", "dogs = { value = false")
    load_catalogue(forms, cache=cache)
    book = load_catalogue(forms, cache=cache).book
    assert "P01" in book.not_run
    assert "P01" not in book.procedures
    assert "P01" in book.whole.procedures


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/F02/001/template.toml", 'title = "犬の', 'title = "飼い犬の'),
        ("procedures/P01.toml", 'name = "犬の届出"', 'name = "犬の届け出"'),
        ("municipality.toml", 'name = "小市"', 'name = "別の市"'),
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
    (forms / "templates" / "F02" / "001" / "template.toml").write_text("title = ", encoding="utf-8")
    first, again = (load_catalogue(forms, cache=cache).issues for _ in range(2))
    assert first == again
    assert any("F02" in issue.where for issue in again)


def test_a_place_that_cannot_be_written_is_simply_not_used(forms: Path, cache: Path) -> None:
    shutil.rmtree(cache)
    cache.write_text("a file, no folder", encoding="utf-8")
    assert load_catalogue(forms, cache=cache).book.templates.keys() == {("F01", "001"), ("F02", "001")}


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


def test_values_from_a_copy_share_which_fields_were_set_and_a_change_of_one_is_its_own() -> None:
    first, second = (pickle.loads(pickle.dumps(Issue(where=name, message="だめ"))) for name in "ab")
    assert first == Issue(where="a", message="だめ")
    assert first.model_fields_set is second.model_fields_set
    assert first.model_copy(update={"line": 3}).model_fields_set == {"where", "message", "line"}
    assert second.model_fields_set == {"where", "message"}
