"""What is open about a filing: which one it is, what it lacks, what keeps it, and what is left for another day."""

from typing import Any

import pytest

from kiosk.flow.case_actions import Later
from kiosk.model.plan import Need, Wait
from kiosk.model.procedure import Filer, Identity
from kiosk.model.vocabulary import Derivation, Item, Type
from kiosk.rules.book import RuleBook
from tests.rules_book import form, procedure, rule_book, version
from tests.unit.test_rules_plan import FAMILY, LEAVING, ROLE, WORKING, visit
from tests.visits import book, moved

FAR = Item(key="case.far", type=Type.BOOL, label="遠くへ移る")
FOLLOWS = Derivation(fact="case.far", value=LEAVING, why="種別から")


def ruled(scope: str = "case", when: str = FAMILY, /, **changes: Any) -> RuleBook:
    """One procedure; `case.far` follows from the kind, which nobody has told yet."""
    made = procedure(version(when=when, **changes), scope=scope)
    return rule_book(made, templates=[form(), form("F2")], items=[FAR, ROLE], derivations=[FOLLOWS])


def within(days: int, when: str, **changes: Any) -> dict[str, Any]:
    """Another filing, with its own period."""
    return {"when": when, "deadline": {"count": days, "start": "case.moved_on", "law": "見本法2条"}, **changes}


# ---- by when, while it is open which filing it is --------------------------------------------------------------------
@pytest.mark.parametrize(
    ("variants", "days"),
    [
        ((within(20, LEAVING),), 14),  # its own period ends first, and may still count
        ((within(10, LEAVING),), 10),
        ((within(20, LEAVING), within(16, "household.children > 5")), 14),  # the second is certainly not meant
        ((within(20, LEAVING), within(18, FAMILY)), 18),  # one of the two is certainly meant, and the procedure's not
        ((within(17, LEAVING), within(18, FAMILY)), 17),
        ((within(20, LEAVING), within(5, "household.children > 5")), 14),
    ],
)
def test_while_it_is_open_which_filing_is_meant_the_first_to_end_of_the_possible_periods_counts(
    variants: tuple[dict[str, Any], ...], days: int
) -> None:
    desk = visit(ruled(variants=variants), household__children="2", case__moved_on="R8.4.13")
    deadline = desk.outcome("P1").deadline
    assert deadline is not None
    assert deadline.count == days


# ---- what it lacks ---------------------------------------------------------------------------------------------------
def test_what_is_filed_for_one_lacks_nothing_of_another_of_whom_nobody_knows() -> None:
    desk = visit(ruled("person", WORKING), 2, p1_works="はい").hold("person[p2].works")
    assert (desk.need("P1"), desk.outcome("P1").lacks) == (Need.NEEDED, ())


def test_what_waits_for_members_names_whose_answer_it_lacks() -> None:
    desk = visit(ruled("person", WORKING), 2, p1_works="いいえ").hold("person[p2].works")
    assert (desk.need("P1"), desk.outcome("P1").lacks) == (Need.HELD, ("person[p2].works",))


def test_what_waits_for_which_filing_it_is_lacks_that_too() -> None:
    desk = visit(ruled("person", WORKING, variants=(within(7, LEAVING),)), 2, p1_works="はい")
    desk.hold("person[p2].works", "case.kind")
    assert (desk.need("P1"), desk.outcome("P1").lacks) == (Need.HELD, ("person[p2].works", "case.kind"))


def test_while_nobody_knows_whether_it_is_needed_it_does_not_lack_which_filing_it_is() -> None:
    desk = visit(ruled(variants=(within(7, LEAVING),))).hold("household.children", "case.kind")
    assert (desk.need("P1"), desk.outcome("P1").lacks) == (Need.HELD, ("household.children",))


# ---- who has come ----------------------------------------------------------------------------------------------------
def test_identity_papers_that_are_not_enough_are_to_be_brought_the_next_time() -> None:
    found = moved(id_papers="学生証、社員証", requests="住民票の写し").outcome("P40")
    assert book().identity.bring_short in found.bring


def test_what_is_taken_although_nobody_knows_who_has_come_is_taken_by_the_procedure() -> None:
    procedures = [name for each in book().identity.notice if not each.when for name in each.procedures]
    desk = moved(id_papers="なし")
    listed = [outcome for outcome in desk.now.plan.outcomes if outcome.procedure in procedures and outcome.filing]
    assert listed
    assert {outcome.filing.wait for outcome in listed if outcome.filing} == {Wait.NOTICE}
    assert all(outcome.need is not Need.HELD for outcome in listed)


# ---- what is left for another day ------------------------------------------------------------------------------------
def test_what_is_left_for_another_day_is_held_and_lacks_what_would_be_asked() -> None:
    desk = visit(ruled(variants=(within(7, LEAVING),)), household__children="2")
    left = desk.act(Later(procedure="P1")).outcome("P1")
    assert (left.later, left.need, left.lacks) == (True, Need.HELD, ("case.kind",))
    back = desk.act(Later(procedure="P1", on=False)).outcome("P1")
    assert (back.later, back.need, back.lacks) == (False, Need.NEEDED, ())


def test_what_is_not_needed_is_not_left_for_another_day() -> None:
    desk = visit(ruled(), household__children="2").act(Later(procedure="P1"))
    assert desk.outcome("P1").later
    assert not desk.say({"household.children": "0"}).outcome("P1").later


# ---- kept from one answer to the next --------------------------------------------------------------------------------
def test_a_filing_that_is_known_is_kept_with_its_kind_while_nothing_that_it_looks_at_changes() -> None:
    rules = ruled(variants=(within(7, LEAVING),), photo_when="case.far")
    desk = visit(rules, household__children="2", case__kind="転出")
    before = desk.outcome("P1")
    assert before.filing is not None
    assert before.filing.identity is Identity.PHOTO
    assert desk.say({"person[p1].works": "はい"}).outcome("P1") is before


def test_what_is_not_needed_is_kept_whatever_else_is_open_about_it() -> None:
    rules = ruled(variants=(within(7, "case.far"),), filers=(Filer(role="転入"),))
    desk = visit(rules, household__children="0")
    before = desk.outcome("P1")
    assert before.need is Need.NOT_NEEDED
    assert desk.say({"person[p1].works": "はい"}).outcome("P1") is before


@pytest.mark.parametrize(
    "open_yet",
    [
        {"variants": (within(7, "case.far"),)},
        {"filers": (Filer(role="転入", when="case.far"),)},
    ],
    ids=["which filing", "who may file"],
)
def test_an_answer_that_nobody_knows_holds_what_only_follows_from_it(open_yet: dict[str, Any]) -> None:
    desk = visit(ruled(**open_yet), household__children="2", case__applicant_role="転入")
    assert (desk.need("P1"), "case.kind" in desk.open) == (Need.NEEDED, True)
    held = desk.hold("case.kind").outcome("P1")
    assert (held.need, held.lacks) == (Need.HELD, ("case.kind",))
