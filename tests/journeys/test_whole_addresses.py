"""An address ends with its 番地: what lacks it is asked on, and what nobody knows is said in the register's words."""

import pytest

from kiosk.flow.actions import Put
from kiosk.flow.pages import QuestionState
from kiosk.model.address import Address
from kiosk.model.address_parts import lacks_lot
from tests.visits import MOVE, Desk

OLD, NEW = "addr.old.text", "addr.new.text"


def moving(**said: str) -> Desk:
    desk = Desk().say({**MOVE, NEW: "見本県架空市本町1番2号", "addr.new.katagaki": "なし"})
    return desk.say({key.replace("__", "."): text for key, text in said.items()})


def box(desk: Desk, path: str) -> str:
    return next(each.text for each in desk.form("F01").boxes if path in each.paths)


@pytest.mark.parametrize(
    "said",
    ["架空市本町", "見本県架空市本町一丁目", "見本県架空市", "見本県架空市本町　見本荘203号室"],
)
def test_a_new_address_without_its_lot_is_asked_on(said: str) -> None:
    desk = moving(addr__new__text=said)
    assert NEW in desk.open
    view = desk.question(NEW)
    assert (view.state, view.text) == (QuestionState.OPEN, said)
    assert "番地" in view.issue
    assert NEW not in desk.say({NEW: f"{said.split('　', maxsplit=1)[0]}3番4号"}).open


@pytest.mark.parametrize("said", ["東京都千代田区霞が関二丁目", "大阪府大阪市", "見本県仮想市本町"])
def test_so_is_a_former_one(said: str) -> None:
    desk = moving(addr__old__text=said)
    assert OLD in desk.open
    assert desk.say({OLD: f"{said}1番6号"}).question(OLD).state is QuestionState.ANSWERED


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("見本県仮想市本町無番地", "無番地"),
        ("見本県仮想市本町番地なし", "番地なし"),
        ("見本県仮想市本町番地不詳", "番地不詳"),
        ("東京都千代田区霞が関以下不詳", "以下不詳"),
        ("大阪府大阪市番地以下不明", "番地以下不明"),
        ("見本県仮想市本町三丁目番地不明", "番地不明"),
    ],
)
def test_that_there_is_no_lot_or_nobody_knows_it_is_an_answer(said: str, number: str) -> None:
    desk = moving(addr__old__text=said)
    value = desk.value(OLD)
    assert isinstance(value, Address)
    assert value.number == number
    assert OLD not in desk.open
    assert box(desk, OLD) == said


@pytest.mark.parametrize("said", ["不明", "不詳", "住所不定", "前住所不明", "（不詳）", "不 明"])
def test_a_former_address_that_nobody_knows_stands_in_the_words_of_the_register(said: str) -> None:
    desk = moving(addr__old__text=said)
    value = desk.value(OLD)
    assert isinstance(value, Address)
    assert value.unknown
    assert (value.text, value.city, value.number) == (said, "", "")
    assert OLD not in desk.open
    assert box(desk, OLD) == said
    assert not desk.visit.state.splitting


def test_nobody_moves_to_an_unknown_place_of_the_city() -> None:
    assert NEW in moving(addr__new__text="不明").visit.state.typed


def test_where_somebody_moves_to_may_be_a_municipality_alone_or_not_decided() -> None:
    desk = Desk(event="tenshutsu").say({"case.event_type": "国内転出", "case.moved_on": "R8.5.10"})
    desk.say({"addr.old.text": "見本県架空市本町1番2号", "case.applicant_role": "世帯主"})
    for place in ("大阪府大阪市", "別見本県仮想市本町", "転出先未定"):
        assert NEW not in desk.say({NEW: place}).open
    assert OLD in desk.say({OLD: "見本県架空市本町"}).open


@pytest.mark.parametrize("said", ["アメリカ合衆国カリフォルニア州", "台湾", "ベトナム社会主義共和国ハノイ市"])
def test_abroad_there_is_no_lot_to_be_asked(said: str) -> None:
    assert OLD not in moving(case__event_type="国外転入等", addr__old__text=said).open


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("仮想市本町3番5号", "見本県仮想市本町3番5号"),
        ("府中市本町1-2", "東京都府中市本町1-2"),
        ("日高町高家626", "和歌山県日高郡日高町高家626"),
        ("本町3丁目4番", "東京都中央区本町3丁目4番"),
        ("仮想村12番地", "見本県仮想村12番地"),
    ],
)
def test_an_address_that_may_lie_in_any_prefecture_is_asked_on(said: str, whole: str) -> None:
    desk = moving(addr__old__text=said)
    assert OLD in desk.open
    assert "都道府県" in desk.question(OLD).issue
    assert OLD not in desk.say({OLD: whole}).open


@pytest.mark.parametrize("said", ["千代田区霞が関2-1-6", "横浜市中区本町6丁目50番地", "札幌市中央区北1条西2丁目1"])
def test_a_city_that_there_is_once_needs_no_prefecture(said: str) -> None:
    assert OLD not in moving(addr__old__text=said).open


@pytest.mark.parametrize(
    "said", ["大韓民国ソウル特別市中区1番地", "ベトナム社会主義共和国ハノイ市1番", "Manila City 1-2", "台湾台北市1号"]
)
def test_no_country_has_a_prefecture_to_be_asked_for(said: str) -> None:
    assert OLD not in moving(case__event_type="国外転入等", addr__old__text=said).open


def test_where_the_child_of_others_lives_is_asked_down_to_the_lot() -> None:
    desk = Desk(event="shussei").say({"case.applicant_role": "使者", "birth.reporter_role": "同居者"})
    desk.say({"birth.children": "p2", "person[p2].birth.date": "R8.4.12"})
    home = "birth.child.address"
    assert home in desk.open
    assert home in desk.say({home: "東京都千代田区霞が関"}).open
    assert home not in desk.say({home: "東京都千代田区霞が関2-1-6"}).open


def test_parts_that_are_put_together_are_asked_on_until_the_lot_is_there() -> None:
    parts = {"prefecture": "見本県", "city": "架空市", "town": "本町", "lg_code": "999997"}
    desk = moving().act(Put(path=NEW, value=Address(text="見本県架空市本町", **parts)))
    assert NEW in desk.open
    desk.act(Put(path=NEW, value=Address(text="見本県架空市本町5番", number="5番", **parts)))
    assert NEW not in desk.open


def test_what_waits_to_be_placed_is_not_asked_for_as_a_lot() -> None:
    assert not lacks_lot(Address(text="見本県架空市本町東3", prefecture="見本県", city="架空市", left_over="東3"))


def test_a_paper_that_says_unknown_says_it_in_its_own_words() -> None:
    desk = moving().act(Put(path=OLD, value=Address(text="不詳")))
    value = desk.value(OLD)
    assert isinstance(value, Address)
    assert (value.unknown, OLD in desk.open, box(desk, OLD)) == (True, False, "不詳")
