"""A name without a space: the register's space is taken, else it is asked once where 氏 ends; the record has both."""

import json

import pytest

from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import UseExtract
from kiosk.model.fact import Value
from kiosk.model.names import divide_name
from kiosk.model.wareki import PartialDate
from tests.visits import Desk, moved

FAMILY, FAMILY_KANA = "person[p1].name.family", "person[p1].name.family_kana"
RECORDER = Recorder(municipality="999997", municipality_name="見本県架空市")


def typed(name: str = "見本春子", kana: str = "ミホンハルコ", *, foreigners: str = "なし") -> Desk:
    """A plain move of one person whose name was typed like this."""
    return moved(foreigners=foreigners).say(name=name, kana=kana, birth="S55.1.7", sex="女")


def subject(desk: Desk) -> dict[str, str]:
    """The first person of the record of the move."""
    record = json.loads(RECORDER.record(desk.now, desk.outcome("P01"), at=desk.clock.now()))
    found: dict[str, str] = record["taishosha"][0]
    return found


def parts(desk: Desk) -> tuple[str, ...]:
    whole = subject(desk)
    return tuple(
        whole.get(f"{half}{tail}", "") for tail in ("", "_furigana") for half in ("uji_nihonjin", "na_nihonjin")
    )


def test_it_is_asked_once_where_the_family_name_ends_and_the_record_has_both_parts() -> None:
    desk = typed()
    assert {FAMILY, FAMILY_KANA} <= set(desk.open)
    desk.say({FAMILY: "見本", FAMILY_KANA: "ミホン"})
    assert not {FAMILY, FAMILY_KANA} & set(desk.open)
    assert parts(desk) == ("見本", "春子", "ミホン", "ハルコ")
    assert desk.value("person[p1].name.full") == "見本春子"


@pytest.mark.parametrize(("name", "kana"), [("見本　春子", "ミホン　ハルコ"), ("見本 春子", "ミホン ハルコ")])
def test_a_name_with_a_space_asks_nothing(name: str, kana: str) -> None:
    desk = typed(name, kana)
    assert not {FAMILY, FAMILY_KANA} & set(desk.open)
    assert parts(desk) == ("見本", "春子", "ミホン", "ハルコ")


def test_a_foreign_name_has_no_family_name_to_ask_for() -> None:
    desk = typed("ANNA", "アンナ", foreigners="p1")
    assert not {FAMILY, FAMILY_KANA} & set(desk.open)


@pytest.mark.parametrize("answer", ["見本", "見本 春子", "見本　春子"])
def test_the_family_name_is_understood_from_itself_or_from_the_name_with_a_space(answer: str) -> None:
    assert typed().say({FAMILY: answer}).value(FAMILY) == "見本"


@pytest.mark.parametrize("answer", ["春子", "見本春子", "架空", "架空 春子"])
def test_what_the_name_does_not_begin_with_is_refused_beside_the_field(answer: str) -> None:
    desk = typed().say({FAMILY: answer})
    assert desk.value(FAMILY) is None
    assert desk.question(FAMILY).issue.startswith("氏名（フリガナ）は、この氏で始まっていません。")


def test_another_name_is_asked_about_again() -> None:
    desk = typed().say({FAMILY: "見本"}).say(name="架空春子")
    assert FAMILY in desk.open
    desk.say({FAMILY: "架空"}).say(name="架空春")
    assert (FAMILY in desk.open, desk.value(FAMILY)) == (False, "架空")


def test_the_space_of_a_paper_answers_it() -> None:
    row: dict[str, Value] = {
        "person.name.full": "見本　春子",
        "person.birth.date": PartialDate(iso="1980-01-07"),
        "person.kana": "ミホン　ハルコ",
    }
    desk = typed().act(UseExtract(persons=(row,), case={}))
    assert not {FAMILY, FAMILY_KANA} & set(desk.open)
    assert parts(desk) == ("見本", "春子", "ミホン", "ハルコ")


def test_a_name_is_divided_only_where_it_begins_so() -> None:
    assert divide_name("見本春子", "見本") == ("見本", "春子")
    assert divide_name("葛\U000e0100城太郎", "葛\U000e0100城") == ("葛\U000e0100城", "太郎")
    assert divide_name("見本春子", "") is divide_name("見本春子", "春子") is divide_name("見本", "見本") is None
