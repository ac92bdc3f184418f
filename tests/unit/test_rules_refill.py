"""Forms a keystroke later: what has not changed is the same paper as before, and what has is filled as if anew."""

from typing import Any

import pytest

from kiosk.model.case import Case
from kiosk.model.fact import Cleared, Held, Value
from kiosk.model.filled import BoxState, FilledBox
from kiosk.model.template import Kind
from kiosk.rules.book import RuleBook
from kiosk.rules.calendar import OpenDays
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import Snapshot, take
from tests.moments import INSURED, case, more
from tests.papers import box, paper, rows, town
from tests.rules_book import form

PLANNER = Planner(OpenDays())


def taken(about: Case, rules: RuleBook, previous: Snapshot | None = None) -> Snapshot:
    return take(about, book=rules, planner=PLANNER, previous=previous)


def after(before: Snapshot, **told: Value) -> Snapshot:
    """The next moment, which is the same as if it had been worked out from nothing."""
    about = more(before.case, **told)
    found = taken(about, before.facts.book, before)
    assert found.forms == taken(about, before.facts.book).forms
    return found


def boxes(moment: Snapshot) -> list[FilledBox]:
    return [each for filled in moment.forms for each in filled.boxes]


def kept(before: Snapshot, later: Snapshot) -> list[bool]:
    """Box by box, whether it is the very one of the moment before."""
    return [one is other for one, other in zip(boxes(before), boxes(later), strict=True)]


TWO = (box("case.kind"), box("person[A].name.full", id="b2"))


# ---- nothing, or one box, has changed --------------------------------------------------------------------------------
def test_a_form_about_which_nothing_has_changed_is_the_same_paper() -> None:
    first = taken(case("p1", case__kind="転入", p1_name__full="架空"), paper(*TWO))
    assert after(first, household__children=1).forms[0] is first.forms[0]
    assert taken(first.case, first.facts.book, first).forms[0] is first.forms[0]


def test_a_form_that_waits_is_the_same_paper_while_nothing_it_hangs_on_changes() -> None:
    for changes in ({}, {"copies": "P"}):
        first = taken(case("p1", p1_works=True), paper(*TWO, **changes))
        assert [each.state for each in boxes(first)] == [BoxState.MISSING, BoxState.MISSING]
        assert after(first, household__children=1).forms[0] is first.forms[0]


def test_an_answer_fills_its_own_box_afresh_and_no_other() -> None:
    first = taken(case("p1", case__kind="転入", p1_name__full="架空"), paper(*TWO))
    second = after(first, case__kind="転出")
    assert kept(first, second) == [False, True]
    assert boxes(second)[0].text == "転出"
    assert kept(second, after(second, p1_name__full="見本")) == [True, False]


def test_what_has_changed_for_one_member_leaves_the_sheet_of_another() -> None:
    rules = paper(box("person[P].name.full"), copies="P")
    first = taken(case("p1", "p2", p1_works=True, p2_works=True, p2_name__full="架空"), rules)
    second = after(first, p1_name__full="見本")
    assert [one is other for one, other in zip(first.forms, second.forms, strict=True)] == [False, True]
    assert [filled.subject for filled in second.forms] == ["p1", "p2"]


def test_a_condition_that_turns_shows_or_hides_its_box_alone() -> None:
    rules = paper(box("case.kind", when="household.children > 0"), box("person[A].name.full", id="b2"))
    first = taken(case("p1", household__children=0, case__kind="転入", p1_name__full="架空"), rules)
    second = after(first, household__children=1)
    assert kept(first, second) == [False, True]
    assert [each.state for each in boxes(second)] == [BoxState.FILLED, BoxState.FILLED]
    third = after(second, household__children=2)
    assert boxes(third)[0].state is BoxState.FILLED
    assert after(third, household__children=0).forms == first.forms


def test_a_box_that_waits_follows_what_it_waits_for_wherever_that_stands() -> None:
    rules = town(form(boxes=(box("person[A].insurance"), box("case.kind", id="b2"))), derivations=(INSURED,))
    first = taken(case("p1", case__kind="転入"), rules)
    assert [each.state for each in boxes(first)] == [BoxState.MISSING, BoxState.FILLED]
    held = after(first, p1_works=Held())
    assert [each.state for each in boxes(held)] == [BoxState.HELD, BoxState.FILLED]
    again = after(held, p1_works=Cleared())
    assert boxes(again)[0].needs == ("person[p1].works",)
    assert boxes(after(again, p1_works=True))[0].text == "社会保険"


def test_what_changes_for_another_member_leaves_a_box_that_shows_the_same_kind_of_fact() -> None:
    mine = box("person[A].name.full", when="household.children > 0")
    rules = paper(mine, box("person[P].name.full", id="b9", repeat="r"), repeats=(rows(1),))
    told: dict[str, Value] = {"p1_works": True, "p2_works": True, "p1_name__full": "一", "household__children": 1}
    first = taken(case("p1", "p2", **told), rules)
    assert [each.sheet for each in boxes(first)] == [0, 1, 0, 1]
    assert kept(first, after(first, p2_name__full="二")) == [True, True, True, False]


# ---- sheets and rows -------------------------------------------------------------------------------------------------
def long(*first: Any, people: int = 3) -> Snapshot:
    """A form of as many sheets as there are people, after these boxes that every sheet repeats."""
    rules = paper(*first, box("person[P].name.full", id="b9", repeat="r"), repeats=(rows(1),))
    members = tuple(f"p{number}" for number in range(1, people + 1))
    return taken(case(*members, **{f"{person}_works": True for person in members}), rules)


def test_what_every_sheet_repeats_is_filled_once_for_all_of_them() -> None:
    first = after(long(*TWO), case__kind="転入", p1_name__full="架空")
    second = after(first, case__kind="転出")
    assert kept(first, second) == [False, False, False, True, True, True, True, False, False]
    assert [(each.text, each.sheet, each.counts) for each in boxes(second)[:3]] == [
        *(("転出", 0, True), ("転出", 1, False), ("転出", 2, False)),
    ]
    assert boxes(second)[7].state is BoxState.MISSING


def test_what_every_sheet_repeats_and_still_waits_stays_as_it_was_while_it_waits() -> None:
    first = long(*TWO)
    second = after(first, household__children=1, p3_name__full="見本")
    assert [each.text for each in boxes(second)[6:]] == ["", "", "見本"]
    third = after(second, p2_name__full="架空")
    assert [each.needs for each in boxes(third)[:3]] == [("case.kind",)] * 3
    assert [each.sheet for each in boxes(third)[:3]] == [0, 1, 2]


def test_somebody_who_joins_gets_a_row_and_the_rows_before_stay() -> None:
    first = after(long(box("case.kind")), case__kind="転入", p1_name__full="一", p2_name__full="二", p3_name__full="三")
    second = after(first, p3_works=False)
    assert [filled.sheets for filled in second.forms] == [2]
    assert [each.person for each in boxes(second)] == ["", "", "p1", "p2"]
    assert boxes(second)[0] is boxes(first)[0]
    third = after(second, p3_works=True)
    assert [each.text for each in boxes(third)] == ["転入", "転入", "転入", "一", "二", "三"]


def test_who_takes_a_place_of_somebody_else_gets_a_row_of_their_own() -> None:
    told: dict[str, Value] = {"p1_name__full": "一", "p2_name__full": "二", "p1_works": True, "p2_works": False}
    rules = paper(box("person[P].name.full", repeat="r"), repeats=(rows(4),))
    first = taken(case("p1", "p2", **told), rules)
    second = after(first, p1_works=False, p2_works=True)
    assert [(each.person, each.text) for each in boxes(second)] == [("p2", "二")]


def test_a_member_who_may_still_belong_gets_a_row_once_it_is_sure() -> None:
    rules = paper(box("person[P].name.full", repeat="r"), repeats=(rows(2),))
    first = taken(case("p1", "p2", p1_works=True, p1_name__full="一"), rules)
    second = after(first, p2_works=True)
    assert [each.person for each in boxes(second)] == ["p1", "p2"]
    assert boxes(second)[0] is boxes(first)[0]


# ---- whose paper it is -----------------------------------------------------------------------------------------------
def test_another_head_of_the_household_is_another_name_on_the_paper() -> None:
    told: dict[str, Value] = {"p1_name__full": "一", "p2_name__full": "二"}
    first = taken(case("p1", "p2", household__head="p1", **told), paper(box("person[H].name.full")))
    second = after(first, household__head="p2")
    assert boxes(second)[0].text == "二"
    assert boxes(after(second, household__head=""))[0].state is BoxState.HELD


def test_a_paper_whose_letter_means_somebody_else_follows_them() -> None:
    rules = paper(box("person[A].name.full"), roles={"A": "household.spouse"})
    told: dict[str, Value] = {"p1_name__full": "一", "p2_name__full": "二"}
    first = taken(case("p1", "p2", household__spouse="p1", **told), rules)
    assert boxes(first)[0].text == "一"
    assert boxes(after(first, household__spouse="p2"))[0].text == "二"


def test_who_has_left_is_on_no_paper() -> None:
    rules = paper(box("person[P].name.full", repeat="r"), repeats=(rows(4),))
    told: dict[str, Value] = {f"{person}_{key}": value for person in ("p1", "p2") for key, value in NAMED.items()}
    first = taken(case("p1", "p2", **told), rules)
    alone = first.case.model_copy(update={"persons": ("p2",)})
    assert [each.person for each in boxes(taken(alone, rules, first))] == ["p2"]


NAMED: dict[str, Value] = {"works": True, "name__full": "架空"}


# ---- another version of the form -------------------------------------------------------------------------------------
@pytest.mark.parametrize("told", [{}, {"household__children": 1}, {"case__kind": "転出"}])
def test_another_version_of_a_form_is_filled_from_nothing(told: dict[str, Value]) -> None:
    older = form(boxes=(box("case.kind"),), digest="old")
    newer = form(number="002", boxes=(box("case.kind", kind=Kind.BLANK), box("case.kind", id="b2")), digest="new")
    rules = town(older, newer)
    first = taken(case("p1", case__kind="転入").model_copy(update={"templates": {"F1": "001"}}), rules)
    again = more(first.case, **told).model_copy(update={"templates": {"F1": "002"}})
    second = taken(again, rules, first)
    assert second.forms == taken(again, rules).forms
    assert [each.state for each in boxes(second)] == [BoxState.BLANK, BoxState.FILLED]
    assert [(filled.version, filled.digest) for filled in second.forms] == [("002", "new")]
