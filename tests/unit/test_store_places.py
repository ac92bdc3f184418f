"""The list of the postal service: the cities are gathered once, a copy is used for the same list only."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.catalogue.postal import Postal
from kiosk.model.errors import SiteError
from kiosk.store.places import NAME, PostalList

ROWS = (
    ("1000001", "見本県", "架空市", "本町"),
    ("1000009", "見本県", "架空市", "本町東"),
    ("1000002", "別県", "隣市", ""),
)


def edition(path: Path, *more: tuple[str, str, str, str]) -> Path:
    """A small list in the shape of the real one."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("create table postal_data (code text, data text, prefecture text, city text, neighborhood text)")
        made.execute("create table office_data (code text, data text)")
        for code, prefecture, city, town in (*ROWS, *more):
            data = {"jisx0402": "13101", "prefecture": prefecture, "city": city, "neighborhood": town}
            row = (code, json.dumps({**data, "postal_code": code}), prefecture, city, town)
            made.execute("insert into postal_data values (?, ?, ?, ?, ?)", row)
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return edition(tmp_path / "list.db")


def test_towns_come_the_longest_first_and_only_for_a_city_of_the_list(source: Path) -> None:
    listed = PostalList(_source=source)
    assert listed.towns("見本県", "架空市") == ("本町東", "本町")
    assert listed.towns("別県", "隣市") == listed.towns("別県", "架空市") == ()


def test_the_cities_are_gathered_once_and_then_read(source: Path, tmp_path: Path) -> None:
    keep = tmp_path / "cache"
    first = PostalList(keep, _source=source).cities
    stored = json.loads((keep / NAME).read_text(encoding="utf-8"))
    assert [city.name for city in first] == ["隣市", "架空市"]
    stored["cities"][0][1] = "読んだ市"
    (keep / NAME).write_text(json.dumps(stored), encoding="utf-8")
    assert PostalList(keep, _source=source).cities[0].name == "読んだ市"


def test_a_new_edition_is_gathered_anew(source: Path, tmp_path: Path) -> None:
    keep = tmp_path / "cache"
    _ = PostalList(keep, _source=source).cities
    edition(source, ("1000003", "見本県", "新しい市", "緑町"))
    os.utime(source, ns=(1, 1))
    assert len(PostalList(keep, _source=source).cities) == 3


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"edition": 1}', "cities"])
def test_a_damaged_copy_is_made_anew(source: Path, tmp_path: Path, damage: str) -> None:
    keep = tmp_path / "cache"
    sound = PostalList(keep, _source=source).cities
    path = keep / NAME
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["cities"] = [["見本県", "架空市", "13101", "%", "1000009"]]
    path.write_text(json.dumps(stored) if damage == "cities" else damage, encoding="utf-8")
    assert PostalList(keep, _source=source).cities == sound
    assert json.loads(path.read_text(encoding="utf-8"))["cities"] != stored["cities"]


def test_a_folder_that_cannot_be_written_is_not_used(source: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    assert len(PostalList(tmp_path / "cache", _source=source).cities) == 2


def test_a_list_that_is_not_there_is_the_places_fault(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="A02"):
        PostalList(_source=tmp_path / "nothing.db").areas("1000001")


def test_what_was_asked_is_not_remembered(source: Path) -> None:
    postal = Postal(PostalList(_source=source))
    postal.split("見本県架空市本町東七番地秘密荘")
    postal.lookup("1000009")
    kept = f"{vars(postal)} {vars(postal.data)}"
    assert "架空市" in kept
    assert not any(said in kept for said in ("本町", "七番地", "秘密荘"))
