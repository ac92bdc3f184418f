"""What bounds an answer from outside: the columns of the record, who can be meant, a month, and numbers of accounts."""

import pytest

from kiosk.flow.parse_answer import Reader
from kiosk.model.accounts import Account
from kiosk.model.fact import Value
from kiosk.model.life_event import LifeEvent
from kiosk.model.limits import Limit
from kiosk.model.message import Label, Refused
from kiosk.model.vocabulary import Item, Type
from kiosk.model.wareki import PartialDate, Precision
from tests.unit.test_flow_parse_answer import DOGS, HEAD, HOLDERS, MEMBERS, POSTAL, TODAY, VOCABULARY, WORK

NUMBER = Item(key="pay.number", type=Type.DIGITS, label="口座番号", account=Account.NUMBER)
YUCHO = NUMBER.model_copy(update={"key": "pay.yucho", "account": Account.YUCHO_NUMBER})
SINCE = Item(key="tax.since", type=Type.DATE, label="居住開始年月", month=True)
ADULTS = {HEAD.key: ("p1", "p2"), HOLDERS.key: ("p1", "p3")}


def read(item: Item, words: str, *, limits: dict[str, Limit] | None = None) -> Value | Refused:
    reader = Reader(
        VOCABULARY,
        TODAY,
        MEMBERS,
        LifeEvent(id="tennyu", name="転入"),
        limits=limits or {},
        among=lambda asked: ADULTS[asked.key],
    )
    return reader.read(item, words)


def wrong(item: Item, words: str, *, limits: dict[str, Limit] | None = None) -> str:
    found = read(item, words, limits=limits)
    assert isinstance(found, Refused), found
    assert found.where == Label(item.key)
    return found.message.code


def test_what_the_record_cannot_carry_is_refused_at_the_field() -> None:
    limits = {WORK.key: Limit(letters=3), DOGS.key: Limit(most=9)}
    assert (read(WORK, "会社員", limits=limits), read(DOGS, "9", limits=limits)) == ("会社員", 9)
    assert wrong(WORK, "地方公務員", limits=limits) == "answer-too-long"
    assert wrong(DOGS, "10", limits=limits) == "answer-too-great"
    assert read(POSTAL, "1000013", limits=limits) == "1000013"
    assert wrong(DOGS, "二匹", limits=limits) == "answer-no-number"


def test_only_those_who_have_a_part_in_it_can_be_meant() -> None:
    assert (read(HEAD, "p2"), read(HOLDERS, "p1、p3")) == ("p2", ("p1", "p3"))
    assert wrong(HEAD, "p3") == wrong(HOLDERS, "p1、p2") == "answer-not-of-them"
    assert read(HOLDERS, "全員") == ("p1", "p3")
    refused = read(HEAD, "p3")
    assert isinstance(refused, Refused)
    assert refused.allowed is not None


def test_where_a_month_is_asked_for_its_month_is_kept() -> None:
    assert [read(SINCE, words) for words in ("H28.4", "H28.4.10")] == [
        PartialDate(iso="2016-04", era_text="平成28年4月", precision=Precision.MONTH)
    ] * 2


@pytest.mark.parametrize(
    ("item", "words", "kept"), [(NUMBER, "０１２３４５６", "0123456"), (YUCHO, "12341", "00012341")]
)
def test_a_number_of_an_account_is_read_by_its_own_shape(item: Item, words: str, kept: str) -> None:
    assert read(item, words) == kept
    assert wrong(item, "") != ""


def test_twelve_digits_that_are_asked_for_are_no_individual_number_and_longer_ones_may_look_like_one() -> None:
    licence = Item(key="case.licence", type=Type.DIGITS, label="免許証の番号", digits=12)
    assert read(licence, "309012345620") == "309012345620"
    assert wrong(licence, "123456789018") == "my-number-seen"
    assert read(licence.model_copy(update={"digits": 16}), "1234-5678-9018-1234") == "1234567890181234"
