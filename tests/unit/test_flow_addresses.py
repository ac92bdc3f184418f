"""Addresses in a visit: in this city or outside it, with a code of its own, and nothing of them in no part."""

import json
from dataclasses import replace

import pytest

from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.early import EarlyCheck
from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import ChoosePurposes, GoTo, Put, Resolve, Step, UsePreentry
from kiosk.flow.pages import QuestionState
from kiosk.model.address import Address
from kiosk.model.address_parts import placed
from kiosk.model.source import Source
from tests.sources import TARO, use
from tests.visits import FORMS, Desk, told

NEW, OLD = "addr.new.text", "addr.old.text"
COLUMNS = load_columns((FORMS / "exchange" / "columns.toml").read_bytes())


def checked(desk: Desk) -> Desk:
    """The desk at which the records are checked as well."""
    early = EarlyCheck(Recorder("999997", "見本県架空市"), COLUMNS)
    at = desk.clock.now()
    desk.visit.outside = replace(desk.visit.outside, refused=lambda snapshot: early.refused(snapshot, at=at))
    return desk.act(GoTo(step=Step.CHECK))


@pytest.mark.parametrize(
    "text", ["東京都千代田区霞が関二丁目１番６号", "見本県仮想市緑町9番地", "奈良県葛󠄀城市柿本1", "本町1番2号"]
)
def test_who_moves_in_moves_into_this_city(text: str) -> None:
    desk = told("tanshin").say({NEW: text})
    assert desk.question(NEW).state is QuestionState.WRONG
    assert "見本県架空市" in desk.question(NEW).issue
    assert desk.value(NEW) is None
    assert "notice-questions-open" in desk.codes or not desk.page.can_confirm


@pytest.mark.parametrize("text", ["見本県架空市本町1番2号", "架空市本町1番2号", "見本県架空市緑ヶ丘1-2"])
def test_an_address_of_this_city_is_taken_in_any_spelling(text: str) -> None:
    desk = told("tanshin").say({NEW: text})
    assert desk.question(NEW).state is QuestionState.ANSWERED
    value = desk.value(NEW)
    assert isinstance(value, Address)
    assert (value.text, value.lg_code) == (text, "999997")


def test_who_moves_out_moves_out_of_this_city() -> None:
    desk = told("tenshutsu_fufu").say({NEW: "見本県架空市本町1番2号"})
    assert "転居" in desk.question(NEW).issue
    desk.say({NEW: "東京都千代田区霞が関二丁目１番６号"})
    assert desk.question(NEW).state is QuestionState.ANSWERED


FAR = "東京都千代田区霞が関二丁目１番６号"


@pytest.mark.parametrize("event", ["konin", "rikon"])
@pytest.mark.parametrize("moves", ["市内で引越した", "市外から引越してきた", "世帯だけが変わる"])
def test_who_moves_with_a_marriage_or_a_divorce_lives_in_this_city_afterwards(event: str, moves: str) -> None:
    desk = Desk(event=event).members(2).say({"case.also_moves": moves, NEW: FAR})
    assert (desk.value(NEW), desk.question(NEW).state) == (None, QuestionState.WRONG)


def test_an_address_that_was_said_for_another_purpose_is_asked_again_where_it_must_lie_elsewhere() -> None:
    desk = Desk(event="tandoku").say({NEW: FAR}).act(ChoosePurposes(events=("tenkyo",)))
    assert NEW in desk.open
    assert "見本県架空市" in desk.question(NEW).issue
    assert NEW not in desk.say({NEW: "見本県架空市本町1番2号"}).open


def test_an_address_on_a_card_that_does_not_lie_where_it_must_is_asked_for_and_settled_with_a_reason() -> None:
    desk = Desk(event="tenkyo").act(use(TARO))
    assert OLD in desk.open
    assert "この市の住所ではありません" in desk.question(OLD).issue
    desk.say({OLD: "見本県架空市本町1番2号"})
    assert [conflict.path for conflict in desk.page.conflicts] == [OLD]
    desk.act(Resolve(path=OLD, source=Source.INTERVIEW, reason="カードの書換えがまだ"))
    assert (desk.page.conflicts, OLD in desk.open) == ((), False)


def test_an_address_from_home_that_does_not_lie_where_it_must_is_asked_for() -> None:
    said = {"case.event_type": "国内転入", "household.movers": "p1", NEW: FAR}
    home = UsePreentry(event="tennyu", persons=({"person.name.full": "架空　太郎"},), case=said)
    desk = Desk().act(home)
    assert NEW in desk.open
    assert desk.question(NEW).issue


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"postal": "ないです", "prefecture": "見本県", "city": "架空市", "town": "本町"}, "7桁"),
        ({"postal": "123", "prefecture": "見本県", "city": "架空市", "town": "本町"}, "7桁"),
        ({"city": "00000011-2-3"}, "市区町村"),
        ({"prefecture": "見本県", "city": "架空市1-2"}, "市区町村"),
        ({"prefecture": "東京都", "city": "ちよだ"}, "市区町村"),
    ],
)
def test_words_in_the_wrong_box_are_refused_with_what_is_allowed(parts: dict[str, str], said: str) -> None:
    desk = told("tanshin").act(Put(path=NEW, value=Address(text="".join(parts.values()), **parts)))
    assert desk.question(NEW).state is QuestionState.WRONG
    assert said in desk.question(NEW).issue


def test_an_address_given_in_parts_learns_the_code_of_its_city() -> None:
    parts = Address(text="東京都千代田区霞が関1番", prefecture="東京都", city="千代田区", town="霞が関", number="1番")
    desk = told("tanshin").act(Put(path=OLD, value=parts))
    assert desk.value(OLD) == parts.model_copy(update={"lg_code": "131016"})


@pytest.mark.parametrize("text", ["〒530-0001 東京都千代田区霞が関1", "1000013東京都千代田区永田町1-1"])
def test_a_postal_code_of_another_place_is_refused_beside_the_address(text: str) -> None:
    desk = told("tanshin").say({OLD: text})
    assert desk.value(OLD) is None
    assert "郵便番号" in desk.question(OLD).issue


def test_a_postal_code_that_was_retyped_alone_is_held_against_the_place_again() -> None:
    desk = told("tanshin").say({OLD: "〒100-0013 東京都千代田区霞が関1"})
    value = desk.value(OLD)
    assert isinstance(value, Address)
    desk.act(Put(path=OLD, value=value.model_copy(update={"postal": "5300001"})))
    assert desk.question(OLD).state is QuestionState.WRONG
    desk.act(Put(path=OLD, value=value.model_copy(update={"postal": ""})))
    assert desk.question(OLD).state is QuestionState.ANSWERED


def test_what_a_split_left_over_is_in_the_way_until_somebody_has_placed_it() -> None:
    desk = told("tanshin").say({OLD: "東京都千代田区霞が関　さくら１２"}).sign()
    checked(desk)
    assert [issue.where for issue in desk.page.issues] == [OLD]
    assert not desk.page.can_confirm
    value = desk.value(OLD)
    assert isinstance(value, Address)
    desk.act(Put(path=OLD, value=placed(value, "building"))).sign()
    assert desk.page.issues == ()


@pytest.mark.parametrize("lost", ["number", "building", "town"])
def test_nothing_leaves_with_a_part_missing_that_the_text_has(lost: str) -> None:
    desk = told("tanshin").say({OLD: "東京都千代田区霞が関二丁目１番６号　中央合同庁舎"})
    value = desk.value(OLD)
    assert isinstance(value, Address)
    checked(desk.act(Put(path=OLD, value=value.model_copy(update={lost: ""}))))
    assert OLD in [issue.where for issue in desk.page.issues]


@pytest.mark.parametrize("name", ["kazoku4", "shomei", "dairi_shomei", "bunri", "shibo_kosodate", "inin_sakusei"])
def test_every_address_of_a_record_has_its_parts_also_where_it_follows_from_another(name: str) -> None:
    desk = told(name)
    recorder = Recorder("999997", "見本県架空市")
    for outcome in desk.now.sent:
        record = json.loads(recorder.record(desk.now, outcome, at=desk.clock.now()))
        for block in (*record.get("taishosha", ()), record.get("ido", {})):
            told_of = {key.removesuffix("_hyoki") for key in block if key.endswith("jusho_hyoki")}
            assert all(f"{prefix}_banchigohyoki" in block for prefix in told_of), outcome.procedure
