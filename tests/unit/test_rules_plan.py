"""The plan of a case: for whom a procedure is, why, by when, with which papers - and what it does not say too early."""

import datetime as dt
from typing import Any

import pytest

from kiosk.model.plan import Need, Outcome, Wait
from kiosk.model.procedure import Filer
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from kiosk.rules.facts import Facts
from kiosk.rules.plan import Planner
from tests.rules_book import event, form, procedure, rule_book, version
from tests.visits import Desk, book, moved

LEFT = Item(key="person.left_on", type=Type.DATE, label="退職日", section="all", ask="いつですか。", off_calendar=True)
PROOF = Item(key="case.proof", type=Type.CODE, codes="kind", label="証明", section="all", ask="お持ちですか。")
ROLE = Item(key="case.applicant_role", type=Type.CODE, codes="kind", label="届出人", section="all", ask="どなた。")
LAW = {"law": "見本法1条", "note": "お早めに"}
WORKING, FAMILY = "m.works", "household.children > 0"
LEAVING = 'case.kind == "転出"'


def of_case(**changes: Any) -> RuleBook:
    """One procedure of the case, for whoever has a child."""
    made = procedure(version(**{"when": FAMILY, **changes}), scope="case")
    return rule_book(made, templates=[form(), form("F2")], items=[LEFT, PROOF])


def of_members(**changes: Any) -> RuleBook:
    """One procedure of the members who work."""
    return rule_book(procedure(version(**{"when": WORKING, **changes})), items=[LEFT])


def visit(rules: RuleBook, members: int = 1, /, **words: str) -> Desk:
    """A visit with these answers; p2_works is what the second member said about works."""
    said = {key.replace("__", "."): text for key, text in words.items()}
    people = {f"person[{key[:2]}].{key[3:]}": text for key, text in said.items() if key[:2] in {"p1", "p2", "p3"}}
    rest = {key: text for key, text in said.items() if key[:2] not in {"p1", "p2", "p3"}}
    return Desk(rules=rules, event="move").members(members).say(rest | people)


def family(rules: RuleBook, **words: str) -> Outcome:
    return visit(rules, household__children="2", **words).outcome("P1")


# ---- what is on the list ---------------------------------------------------------------------------------------------
def test_what_only_staff_see_is_not_in_force_or_cannot_be_read_is_not_on_the_list() -> None:
    hidden = (
        procedure(version(when=FAMILY), scope="case", staff_only=True),
        procedure(version(when=FAMILY, valid_from=dt.date(2026, 4, 21)), id="P2", scope="case"),
        procedure(version(when="case.kind =="), id="P3", scope="case"),
        procedure(version(when=FAMILY), id="P4", scope="case"),
    )
    listed = event(procedures=("P1", "P2", "P3", "P9", "P4"))
    plan = visit(rule_book(*hidden, events=[listed]), household__children="1").now.plan
    assert [outcome.procedure for outcome in plan.outcomes] == ["P4"]
    assert plan.on == dt.date(2026, 4, 20)


# ---- for whom and why ------------------------------------------------------------------------------------------------
def test_a_procedure_of_the_case_concerns_nobody_in_particular() -> None:
    found = family(of_case())
    assert (found.need, found.persons, found.undecided, found.missing) == (Need.NEEDED, (), (), ())
    assert (found.reason, found.facts) == ("必要なため", ("household.children",))


def test_a_procedure_of_members_names_those_it_is_for_and_those_it_does_not_know_about() -> None:
    found = visit(of_members(), 3, p1_works="いいえ", p2_works="はい").outcome("P1")
    assert (found.need, found.persons, found.undecided) == (Need.NEEDED, ("p2",), ("p3",))
    assert found.missing == ("person[p3].works",)
    assert set(found.facts) == {f"person[p{number}].works" for number in (1, 2, 3)}


def test_what_nobody_needs_says_why_not_and_nothing_else() -> None:
    found = visit(of_members(bring=({"what": "写真"},)), p1_works="いいえ").outcome("P1")
    assert (found.need, found.reason) == (Need.NOT_NEEDED, "不要なため")
    assert (found.deadline, found.forms, found.bring, found.filing, found.persons) == (None, (), (), None, ())


def test_an_answer_that_is_open_leaves_it_undecided_and_one_that_nobody_knows_holds_it() -> None:
    desk = visit(of_members(), 2, p1_works="いいえ")
    assert (desk.need("P1"), desk.outcome("P1").missing) == (Need.UNDECIDED, ("person[p2].works",))
    assert desk.outcome("P1").reason == "必要なため"
    desk.hold("person[p2].works")
    assert (desk.need("P1"), desk.outcome("P1").undecided, desk.outcome("P1").missing) == (Need.HELD, ("p2",), ())


def test_papers_that_are_not_enough_hold_what_asks_for_them_and_the_reason_says_so() -> None:
    found = moved(id_papers="学生証、社員証", requests="住民票の写し").outcome("P40")
    assert found.filing is not None
    assert found.filing.wait is Wait.SHORT
    assert (found.need, found.forms, found.reason) == (Need.HELD, (), book().identity.reason_short)


def test_who_may_not_file_is_told_so_and_who_is_not_known_to_may_holds_it() -> None:
    made = procedure(version(when=FAMILY, filers=(Filer(role="転入"),), deadline=None), scope="case")
    rules = rule_book(made, items=[ROLE])
    assert family(rules, case__applicant_role="転入").need is Need.NEEDED
    assert family(rules, case__applicant_role="転出").need is Need.NOT_BY_THIS_PERSON
    unknown = visit(rules, household__children="2").hold("case.applicant_role").outcome("P1")
    assert (unknown.need, unknown.lacks) == (Need.HELD, ("case.applicant_role",))


# ---- by when ---------------------------------------------------------------------------------------------------------
def test_a_deadline_is_counted_from_its_day_ends_on_an_open_one_and_may_have_passed() -> None:
    deadline = family(of_case(), case__moved_on="R8.4.1").deadline
    assert deadline is not None
    assert (deadline.start, deadline.due, deadline.late) == (dt.date(2026, 4, 1), dt.date(2026, 4, 15), True)
    sunday = family(of_case(), case__moved_on="R8.4.12").deadline
    assert sunday is not None
    assert (sunday.due, sunday.late) == (dt.date(2026, 4, 27), False)


def test_without_its_first_day_a_deadline_is_its_note_and_its_law() -> None:
    rules = of_case(deadline={"count": 14, "start": "case.moved_on", **LAW})
    found = family(rules).deadline
    assert found is not None
    assert (found.due, found.raw, found.start, found.note, found.law) == (None, None, None, "お早めに", "見本法1条")
    assert (found.count, found.counted_from) == (14, "case.moved_on")


def test_a_procedure_without_a_deadline_has_none() -> None:
    assert family(of_case(deadline=None)).deadline is None


def test_of_several_first_days_the_earliest_that_is_a_day_of_the_calendar_counts() -> None:
    rules = of_members(deadline={"count": 14, "start": "person.left_on", **LAW})
    days = {"p1_left_on": "R8.4.10", "p2_left_on": "R8.2.30", "p3_left_on": "R8.4.3"}
    everybody = visit(rules, 3, p1_works="はい", p2_works="はい", p3_works="はい", **days)
    deadline = everybody.outcome("P1").deadline
    assert deadline is not None
    assert deadline.start == dt.date(2026, 4, 3)


# ---- which papers ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("kind", "forms"), [("転出", ("F1", "F2")), ("転入", ("F1",)), ("", ("F1",))])
def test_a_form_with_a_condition_waits_until_the_condition_holds(kind: str, forms: tuple[str, ...]) -> None:
    rules = of_case(forms=("F1", "F2"), form_when={"F2": LEAVING})
    assert family(rules, **({"case__kind": kind} if kind else {})).forms == forms


@pytest.mark.parametrize(("kind", "papers"), [("転出", ("写真", "鍵")), ("転入", ("写真",)), ("", ("写真", "鍵"))])
def test_a_paper_that_may_be_wanted_stays_on_the_list(kind: str, papers: tuple[str, ...]) -> None:
    rules = of_case(bring=({"what": "写真"}, {"what": "鍵", "when": LEAVING}))
    assert family(rules, **({"case__kind": kind} if kind else {})).bring == papers


# ---- which filing it is ----------------------------------------------------------------------------------------------
FIRST = {"when": LEAVING, "forms": ("F2",), "bring": ({"what": "受給者証"},)}
SECOND = {"when": 'case.kind == "転居"', "reason": "市内で移るため"}


@pytest.mark.parametrize(
    ("kind", "variant", "forms", "reason"),
    [("転出", 0, ("F2",), "必要なため"), ("転居", 1, ("F1",), "市内で移るため"), ("転入", None, ("F1",), "必要なため")],
)
def test_the_first_variant_that_holds_is_the_filing(
    kind: str, variant: int | None, forms: tuple[str, ...], reason: str
) -> None:
    found = family(of_case(variants=(FIRST, SECOND)), case__kind=kind)
    assert (found.variant, found.forms, found.reason) == (variant, forms, reason)


def test_until_it_is_known_which_filing_it_is_nothing_is_printed_and_the_day_that_keeps_all_is_named() -> None:
    desk = visit(of_case(variants=(FIRST, SECOND)), household__children="2", case__moved_on="R8.4.12")
    found = desk.outcome("P1")
    assert (found.need, found.variant, found.forms) == (Need.NEEDED, None, ())
    held = desk.hold("case.kind").outcome("P1")
    assert (held.need, held.variant, held.forms, held.lacks) == (Need.HELD, None, (), ("case.kind",))
    assert found.deadline == held.deadline
    assert held.deadline is not None
    assert held.deadline.due == dt.date(2026, 4, 27)


@pytest.mark.parametrize(("kind", "days"), [("", 7), ("転出", 7), ("転入", 14)])
def test_each_filing_has_its_own_days_and_while_both_may_be_the_fewer_count(kind: str, days: int) -> None:
    shorter = {**FIRST, "deadline": {"count": 7, "start": "case.moved_on", "law": "見本法2条"}}
    said = {"case__kind": kind} if kind else {}
    found = family(of_case(variants=(shorter,)), case__moved_on="R8.4.13", **said).deadline
    assert found is not None
    assert found.count == days


def test_what_is_not_needed_is_no_filing_of_any_kind() -> None:
    rules = of_case(variants=(FIRST, SECOND))
    assert visit(rules, household__children="0", case__kind="転出").outcome("P1").variant is None


# ---- kept while nothing changes --------------------------------------------------------------------------------------
def test_an_outcome_is_kept_while_nothing_that_it_looks_at_changes() -> None:
    desk = visit(of_case(), household__children="2")
    before = desk.outcome("P1")
    assert desk.say({"person[p1].works": "はい"}).outcome("P1") is before
    assert desk.say({"household.children": "0"}).need("P1") is Need.NOT_NEEDED


def test_an_outcome_with_an_open_question_is_worked_out_again() -> None:
    desk = visit(of_members(), 2, p1_works="はい")
    before = desk.outcome("P1")
    after = desk.say({"household.children": "1"}).outcome("P1")
    assert (after, after is before) == (before, False)


def test_facts_read_anew_are_planned_anew() -> None:
    desk = visit(of_case(), household__children="2")
    rules, before = desk.visit.outside.book, desk.now
    anew = Planner(OpenDays()).plan(Facts(before.case, rules, only=rules.rule_keys(before.case)), before.plan)
    assert anew == before.plan
    assert anew.outcomes[0] is not before.plan.outcomes[0]


def test_a_plan_without_an_earlier_one_is_made_whole() -> None:
    desk = visit(of_case(), household__children="2").say({"case.kind": "転入"})
    assert Planner(OpenDays()).plan(desk.now.facts) == desk.now.plan


def test_of_two_procedures_of_one_day_each_follows_its_own_answers() -> None:
    both = (procedure(version(when=FAMILY), scope="case"), procedure(version(when=LEAVING), id="P2", scope="case"))
    rules = rule_book(*both, events=[event(procedures=("P1", "P2"))])
    desk = visit(rules, household__children="2", case__kind="転入")
    assert (desk.need("P1"), desk.need("P2")) == (Need.NEEDED, Need.NOT_NEEDED)
    desk.say({"case.kind": "転出"})
    assert (desk.need("P1"), desk.need("P2")) == (Need.NEEDED, Need.NEEDED)
