"""Account numbers at the counter: seven digits, and ゆうちょ by its 記号 and 番号."""

import pytest

from kiosk.flow.actions import Clear
from kiosk.flow.pages import QuestionState
from tests.visits import Desk, resumed, told

NUMBER = "bank.number"


def said(number: str) -> Desk:
    return resumed(told("kazoku4")).say({NUMBER: number})


def postal_bank() -> Desk:
    desk = resumed(told("kazoku4"))
    desk.act(*(Clear(path=f"bank.{key}") for key in ("branch", "type", "number")))
    return desk.say({"bank.institution": "ゆうちょ銀行"})


@pytest.mark.parametrize(("typed", "offer"), [("123456", "0123456"), ("１２３４５", "0012345"), ("1", "0000001")])
def test_a_short_number_is_offered_with_its_noughts_and_never_filled_in(typed: str, offer: str) -> None:
    desk = said(typed)
    assert desk.value(NUMBER) is None
    assert offer in desk.question(NUMBER).issue
    assert desk.say({NUMBER: offer}).value(NUMBER) == offer


@pytest.mark.parametrize("typed", ["12345671", "123456789"])
def test_a_long_number_names_the_way_of_the_postal_bank(typed: str) -> None:
    desk = said(typed)
    assert desk.question(NUMBER).state is QuestionState.WRONG
    assert "ゆうちょ銀行" in desk.question(NUMBER).issue


def test_words_around_seven_figures_are_no_wrong_number_of_figures() -> None:
    assert said("普通1234567").question(NUMBER).issue.startswith("数字7桁で")


def test_the_postal_bank_is_asked_for_its_two_numbers_instead_of_the_account() -> None:
    assert set(postal_bank().open) == {"bank.yucho_symbol", "bank.yucho_number"}


@pytest.mark.parametrize(
    "name",
    ["ゆうちょ", "ユウチョ銀行", "株式会社ゆうちょ銀行", "郵便局", "Japan Post Bank", "JP BANK", "yucho", "9900"],
)
def test_the_postal_bank_is_known_by_every_name_that_people_give_it(name: str) -> None:
    assert "bank.yucho_symbol" in postal_bank().say({"bank.institution": name}).open


@pytest.mark.parametrize("name", ["架空銀行", "ＪＰモルガン架空銀行", "見本信用金庫"])
def test_no_other_bank_is_taken_for_it(name: str) -> None:
    assert "bank.number" in postal_bank().say({"bank.institution": name}).open


def test_an_account_for_direct_debit_goes_the_same_way() -> None:
    desk = resumed(told("josei"))
    assert "ゆうちょ銀行" in desk.say({"transfer.number": "12345671"}).question("transfer.number").issue
    desk.act(*(Clear(path=f"transfer.{key}") for key in ("branch", "type", "number")))
    desk.say({"transfer.institution": "ゆうちょ"})
    assert set(desk.open) == {"transfer.yucho_symbol", "transfer.yucho_number"}
    desk.say({"transfer.yucho_symbol": "14320", "transfer.yucho_number": "231"})
    assert [desk.value(f"transfer.{key}") for key in ("branch", "type", "number")] == [
        "四三八（438）",
        "普通",
        "0000023",
    ]


@pytest.mark.parametrize(
    ("symbol", "number", "branch", "account"),
    [
        ("12120", "12345671", "二一八（218）", "1234567"),
        ("１０１００", "1234561", "〇一八（018）", "0123456"),
        ("14320", "231", "四三八（438）", "0000023"),
    ],
)
def test_symbol_and_number_become_branch_and_account(symbol: str, number: str, branch: str, account: str) -> None:
    desk = postal_bank().say({"bank.yucho_symbol": symbol, "bank.yucho_number": number})
    assert [desk.value(f"bank.{key}") for key in ("branch", "type", "number")] == [branch, "普通", account]
    assert [box.text for box in desk.boxes("F04", NUMBER)] == [account]
    assert desk.open == ()


@pytest.mark.parametrize(
    ("key", "typed", "allowed"),
    [
        ("yucho_symbol", "22120", "1で始まり0で終わる5桁"),
        ("yucho_symbol", "1212", "1で始まり0で終わる5桁"),
        ("yucho_number", "12345678", "1で終わる"),
        ("yucho_number", "123456781", "8桁まで"),
        ("yucho_number", "14010-1", "1で終わる"),
        ("yucho_number", "１０１００－１", "1で終わる"),
        *(("yucho_number", "14010 １", "1で終わる"), ("yucho_number", "14010の1", "1で終わる")),
    ],
)
def test_what_is_no_symbol_or_number_is_refused_with_their_shape(key: str, typed: str, allowed: str) -> None:
    desk = postal_bank().say({f"bank.{key}": typed})
    assert allowed in desk.question(f"bank.{key}").issue
