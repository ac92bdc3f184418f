"""What an answer was about becomes another: it is asked for again or follows anew, and never stands in silence."""

import pytest

from kiosk.flow.actions import Clear, Decide, Decision
from kiosk.flow.state import VisitState
from tests.sources import TARO, use
from tests.visits import MOVE, MOVERS, Desk

HEAD, CLAIMANT = "household.head", "jido.claimant"
ACCOUNT = {
    "bank.use_public_account": "いいえ",
    "bank.institution": "見本銀行",
    "bank.branch": "本店",
    "bank.type": "普通",
    "bank.number": "0123456",
}
ASKED_ANEW = "asked-anew"


def family() -> Desk:
    """Father, mother and a child who moved in; the father is the head and claims the allowance."""
    desk = Desk().say(MOVE, name="架空　太郎", birth="S63.6.15").members(3)
    desk.member("p2", name="架空　花子", birth="H2.3.4", sex="女").member("p3", name="架空　一郎", birth="H27.1.1")
    desk.say({"case.applicant_role": "本人", HEAD: "p1", "household.old.head_name": "仮想　三郎", CLAIMANT: "p1"})
    return desk.member("p2", relation="妻").member("p3", relation="子").say(ACCOUNT)


def relations(desk: Desk) -> list[object]:
    return [desk.value(f"person[{person}].relation_new") for person in ("p1", "p2", "p3")]


# ---- whose answer it is ----------------------------------------------------------------------------------------------
def test_relations_are_asked_again_when_somebody_else_becomes_the_head() -> None:
    desk = family()
    assert relations(desk) == ["世帯主", "妻", "子"]
    desk.say({HEAD: "p2"})
    assert relations(desk) == [None, "世帯主", None]
    assert {"person[p1].relation_new", "person[p3].relation_new"} <= set(desk.open)
    assert ASKED_ANEW in desk.codes
    desk.member("p1", relation="夫").member("p3", relation="子")
    assert relations(desk) == ["夫", "世帯主", "子"]


def test_who_is_the_head_by_coming_as_one_takes_the_place_of_who_was_named() -> None:
    desk = family().say({HEAD: "p2"}).member("p1", relation="夫").member("p3", relation="子")
    desk.say({"case.applicant_role": "世帯主"})
    assert (desk.value(HEAD), desk.value("person[p1].relation_new")) == ("p1", "世帯主")
    assert {"person[p2].relation_new", "person[p3].relation_new"} <= set(desk.open)


def test_a_head_that_is_cleared_in_between_is_another_all_the_same() -> None:
    desk = family().act(Clear(path=HEAD))
    assert desk.value("person[p3].relation_new") == "子"
    desk.say({HEAD: "p2"})
    assert relations(desk) == [None, "世帯主", None]


def test_the_same_head_said_again_changes_nothing() -> None:
    desk = family().act(Clear(path=HEAD)).say({HEAD: "架空　太郎"})
    assert relations(desk) == ["世帯主", "妻", "子"]
    assert ASKED_ANEW not in desk.codes


def test_with_the_head_of_before_the_relations_of_the_register_hold_again() -> None:
    desk = family().say({"household.old.head_name": "架空　太郎"})
    desk.say({HEAD: "p2"}).member("p3", relation="子").say({HEAD: "p1"})
    assert relations(desk)[2] is None  # seen from the mother; nobody has said it of the father


def test_the_account_of_one_claimant_is_not_the_account_of_another() -> None:
    desk = family().say({CLAIMANT: "p2"})
    assert [desk.value(path) for path in ACCOUNT] == [None] * len(ACCOUNT)
    assert ASKED_ANEW in desk.codes


def test_whom_answers_are_about_is_known_after_a_pause() -> None:
    desk = family().act(Clear(path=HEAD))
    again = VisitState.model_validate_json(desk.visit.state.model_dump_json())
    assert again.seen_from == desk.visit.state.seen_from != {}


def test_everything_that_a_member_has_in_common_with_who_stays_is_asked_again_when_others_move() -> None:
    desk = family().say({MOVERS: "p1", "household.old.head_name": "架空　太郎", "household.left_adults": "1"})
    assert desk.value("household.left_adults") == 1
    desk.say({MOVERS: "p1、p3"})
    assert desk.value("household.left_adults") is None


# ---- what is asked no more, but follows ------------------------------------------------------------------------------
def test_the_branch_of_another_bank_gives_way_to_the_one_that_the_symbol_tells() -> None:
    desk = family().say({"bank.institution": "ゆうちょ銀行"})
    assert [desk.value(f"bank.{key}") for key in ("branch", "type", "number")] == [None] * 3
    desk.say({"bank.yucho_symbol": "10150", "bank.yucho_number": "76543211"})
    assert [desk.value(f"bank.{key}") for key in ("branch", "number")] == ["〇一八（018）", "7654321"]


def test_who_moves_after_all_does_not_stay() -> None:
    desk = family().say({MOVERS: "p1、p2"}).say({"person[p3].part": "残る"})
    assert desk.value("person[p3].part") == "残る"
    desk.say({MOVERS: "全員"})
    assert desk.value("person[p3].part") == "異動する"


@pytest.mark.parametrize(("said", "changed"), [("男", True), ("女", False)])
def test_what_follows_and_says_something_else_is_told_and_waits_for_a_yes(said: str, changed: bool) -> None:
    desk = Desk().say(MOVE, name="架空　太郎", birth="S63.6.15").members(2)
    desk.member("p2", name="架空　花子", birth="H2.3.4", sex=said).say({HEAD: "p1"}).member("p2", relation="妻")
    assert desk.value("person[p2].sex") == "女"
    assert (ASKED_ANEW in desk.codes, "person[p2].sex" in desk.visit.state.changed) == (changed, changed)


def test_what_a_card_says_is_no_answer_and_stays() -> None:
    desk = Desk().act(use(TARO)).say(MOVE).members(2).member("p2", name="架空　花子", birth="H2.3.4")
    desk.act(Decide(decision=Decision.SAME)).say({"case.applicant_role": "本人", HEAD: "p2"})
    desk.say({"person[p1].relation_new": "夫"})
    assert desk.value("person[p1].sex") == "男"
