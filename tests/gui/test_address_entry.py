"""The address in its parts: what was typed stays, every town can be found, and what is left over is placed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.address import Address
from kiosk.model.fact import Value
from kiosk.model.vocabulary import Type
from kiosk.ui.widgets.entries.address import AddressEntry
from tests.gui.counter import Counter

TOWNS = tuple(f"{letter}{number}町" for letter in "青赤緑白黒金" for number in range(1, 12))
PLACES = {
    "1000013": ("東京都", "千代田区", ("霞が関",), "131016"),
    "4520961": ("愛知県", "清須市", TOWNS, "232335"),
    "0000000": ("見本県", "架空市", ("緑ケ丘一丁目", "緑ケ丘二丁目"), "999997"),
}


def places(code: str) -> list[Address]:
    prefecture, city, towns, lg_code = PLACES.get(code, ("", "", (), ""))
    parts = {"postal": code, "lg_code": lg_code, "prefecture": prefecture, "city": city}
    return [Address(text=f"{prefecture}{city}{town}", town=town, **parts) for town in towns]


def view(value: Value | None = None, *, state: QuestionState = QuestionState.ANSWERED, text: str = "") -> QuestionView:
    path, label = "addr.old.text", "これまでの住所"
    return QuestionView(path=path, label=label, ask=label, type=Type.ADDRESS, state=state, value=value, text=text)


@pytest.fixture
def entry(counter: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[AddressEntry]:
    monkeypatch.setattr(counter.office, "postal", places)
    made = AddressEntry(counter.window.kit, view())
    made.setParent(counter.window)
    made.resize(900, 500)
    made.show()
    yield made
    shiboken6.delete(made)


def put(entry: AddressEntry) -> list[Address]:
    said: list[Address] = []
    entry.put.connect(said.append)
    return said


def write(entry: AddressEntry, **lines: str) -> None:
    for part, text in lines.items():
        entry.lines[part].setText(text)
        entry.lines[part].textEdited.emit(text)


def shown(entry: AddressEntry) -> tuple[str, ...]:
    return tuple(entry.lines[part].text() for part in ("city", "town", "number", "building"))


@pytest.mark.parametrize("town", ["霞が関二丁目", "霞ヶ関2丁目", "霞が関", "大字霞が関"])
def test_a_postal_code_afterwards_keeps_a_town_that_begins_with_the_listed_one(entry: AddressEntry, town: str) -> None:
    said = put(entry)
    write(entry, city="東京都千代田区", town=town, number="1番6号", building="庁舎", postal="1000013")
    assert shown(entry) == ("東京都千代田区", town, "1番6号", "庁舎")
    assert (said[-1].text, said[-1].lg_code) == (f"東京都千代田区{town}1番6号　庁舎", "131016")


@pytest.mark.parametrize("lines", [{"town": "永田町一丁目"}, {"city": "大阪府大阪市"}, {"city": "港区"}])
def test_a_postal_code_of_another_place_asks_and_changes_nothing(entry: AddressEntry, lines: dict[str, str]) -> None:
    said = put(entry)
    write(entry, **lines, number="1番6号")
    before = shown(entry)
    write(entry, postal="1000013")
    assert shown(entry) == before
    assert entry.towns.shown == ("東京都千代田区霞が関",)
    assert "残しました" in entry.towns.note.text
    assert said[-1].postal == "1000013"


def test_the_place_that_was_chosen_then_takes_the_lines_before_the_number(entry: AddressEntry) -> None:
    said = put(entry)
    write(entry, town="永田町一丁目", number="1番6号", postal="1000013")
    entry.towns.chosen.emit(places("1000013")[0])
    assert shown(entry) == ("東京都千代田区", "霞が関", "1番6号", "")
    assert said[-1].text == "東京都千代田区霞が関1番6号"
    assert entry.towns.isHidden()


def test_an_empty_address_is_filled_at_once_where_a_code_has_one_place(entry: AddressEntry) -> None:
    write(entry, postal="〒100-0013")
    assert shown(entry) == ("東京都千代田区", "霞が関", "", "")


def test_every_town_of_a_code_is_found_by_its_letters(entry: AddressEntry) -> None:
    write(entry, postal="4520961")
    assert len(entry.towns.shown) == 9
    assert "ほか58か所" in entry.towns.shown[-1]
    write(entry, town="緑1")
    assert entry.towns.shown == tuple(f"緑{number}町" for number in (1, 10, 11))
    write(entry, town="")
    entry.towns.unfold()
    assert len(entry.towns.shown) == 66


def test_of_a_retyped_number_the_building_and_the_text_stay(entry: AddressEntry) -> None:
    card = Address(
        text="東京都千代田区霞が関二丁目１番６号　中央合同庁舎",
        lg_code="131016",
        prefecture="東京都",
        city="千代田区",
        town="霞が関二丁目",
        number="１番６号",
        building="中央合同庁舎",
    )
    entry.present(view(card))
    said = put(entry)
    assert shown(entry) == ("東京都千代田区", "霞が関二丁目", "１番６号", "中央合同庁舎")
    write(entry, number="3番2号")
    assert said[-1].text == "東京都千代田区霞が関二丁目3番2号　中央合同庁舎"
    assert (said[-1].building, said[-1].lg_code) == ("中央合同庁舎", "131016")


def test_what_a_split_left_over_is_shown_and_put_where_the_clerk_says(entry: AddressEntry) -> None:
    text = "東京都千代田区霞が関　さくら１２"
    open_ = Address(text=text, prefecture="東京都", city="千代田区", town="霞が関", left_over="さくら１２")
    entry.present(view(open_))
    said = put(entry)
    assert "さくら１２" in entry.left_over.note.label.text
    entry.left_over.buttons["number"].click()
    assert (said[-1].text, said[-1].number, said[-1].left_over) == (text, "さくら１２", "")
    assert entry.left_over.isHidden()


@pytest.mark.parametrize("words", ["ないです", "123", "〒100-001"])
def test_words_in_the_postal_line_are_said_when_it_is_left(entry: AddressEntry, words: str) -> None:
    said = put(entry)
    write(entry, city="見本県架空市", postal=words)
    entry.lines["postal"].left.emit()
    assert said[-1].postal == words


def test_lines_that_were_refused_keep_what_was_typed(entry: AddressEntry) -> None:
    write(entry, city="00000011-2-3", town="本町", number="1番")
    entry.present(view(state=QuestionState.WRONG, text="00000011-2-3本町1番"))
    assert shown(entry) == ("00000011-2-3", "本町", "1番", "")


def test_an_address_that_must_lie_here_begins_with_the_own_city_which_can_be_typed_over(counter: Counter) -> None:
    entry = AddressEntry(counter.window.kit, replace(view(), assumed="見本県架空市"))
    entry.present(view())
    assert shown(entry) == ("見本県架空市", "", "", "")
    said = put(entry)
    write(entry, town="緑ケ丘二丁目", number="7番12号")
    assert (said[-1].prefecture, said[-1].city, said[-1].town) == ("見本県", "架空市", "緑ケ丘二丁目")
    write(entry, city="東京都千代田区")
    assert (said[-1].prefecture, said[-1].city) == ("東京都", "千代田区")
    shiboken6.delete(entry)
