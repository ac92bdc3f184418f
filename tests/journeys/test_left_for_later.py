"""この届は後日にする: one press leaves a filing for another day, it is listed everywhere, and it can be taken back."""

import datetime as dt

import pytest

from kiosk.flow.actions import Confirm, Sign, Step
from kiosk.flow.case_actions import AcceptHeld, Later
from kiosk.flow.state import VisitState
from kiosk.model.follow_up import Sort
from kiosk.model.plan import Need
from tests.offices import confirmed
from tests.visits import STROKES, Desk, book, moved, told

CHILDREN = "P20"


def sent(desk: Desk) -> set[str]:
    return {parcel.kind for parcel in confirmed(desk).parcels}


@pytest.mark.parametrize(("persona", "procedure"), [("kazoku4", "P20"), ("kazoku4", "P10"), ("tanshin", "P01")])
def test_nothing_of_a_filing_left_for_later_leaves_and_the_others_do(persona: str, procedure: str) -> None:
    desk = told(persona)
    before = sent(desk)
    desk.act(Later(procedure=procedure))
    assert (desk.need(procedure), desk.outcome(procedure).later) == (Need.HELD, True)
    assert sent(desk) == before - {procedure}


def test_its_forms_are_neither_filled_nor_signed_unless_another_filing_has_them() -> None:
    desk = told("kazoku4")
    forms, shared = set(desk.outcome(CHILDREN).forms), {form.template for form in desk.now.leaving}
    others = {form for each in desk.now.sent if each.procedure != CHILDREN for form in each.forms}
    assert forms & shared
    desk.act(Later(procedure=CHILDREN))
    assert {form.template for form in desk.now.forms} & (forms - others) == set()
    assert {form.template for form in desk.now.leaving} == others


def test_nothing_more_is_asked_about_it_and_what_is_not_known_yet_is_what_it_lacks() -> None:
    desk = moved()
    only = [path for path, who in desk.now.interview.needed_by.items() if set(who) <= {"P01", "F01"}]
    assert only
    desk.act(Later(procedure="P01"))
    assert not set(only) & set(desk.open)
    assert "addr.new.text" in desk.outcome("P01").lacks


def test_it_is_taken_back_as_if_nothing_had_been() -> None:
    desk = told("kazoku4", signed=False)
    plan, forms, asked = desk.now.plan, desk.now.forms, desk.open
    desk.act(Later(procedure=CHILDREN), Later(procedure=CHILDREN, on=False))
    assert (desk.now.plan, desk.now.forms, desk.open) == (plan, forms, asked)


def test_what_was_signed_is_signed_again_where_the_papers_change() -> None:
    desk = told("kazoku4").act(Later(procedure=CHILDREN))
    assert "signature-void" in desk.codes
    assert [signer.name for signer in desk.page.signers if not signer.signed]


def test_it_is_on_the_list_of_what_is_left_with_its_day() -> None:
    desk = told("tanshin").act(Later(procedure="P01"))
    assert [(each.procedure, each.sort, each.until) for each in confirmed(desk).later] == [
        ("P01", Sort.HELD, dt.date(2026, 5, 7))
    ]


@pytest.mark.parametrize("persona", ["kazoku4", "tanshin", "fusho"])
def test_any_procedure_that_is_filed_can_be_left(persona: str) -> None:
    desk = told(persona)
    every = [each.procedure for each in desk.now.plan.outcomes if each.waitable]
    desk.act(*(Later(procedure=name) for name in every))
    assert desk.now.sent == ()
    assert {each.procedure for each in desk.now.plan.held} >= set(every)
    assert desk.now.missing() == 0


def test_what_does_not_apply_is_not_needed_even_if_it_was_to_be_left() -> None:
    desk = told("tanshin").act(Later(procedure=CHILDREN), Later(procedure="P99"))
    assert desk.need(CHILDREN) is Need.NOT_NEEDED
    assert desk.now.case.later == (CHILDREN,)
    assert CHILDREN not in {view.id for view in desk.page.held}


# ---- before signing --------------------------------------------------------------------------------------------------
def to_sign(desk: Desk) -> Desk:
    return desk.act(*(Sign(person=signer.person, signature=STROKES) for signer in desk.page.signers))


@pytest.mark.parametrize("how", ["later", "held"])
def test_what_is_held_is_accepted_by_name_before_anything_is_confirmed(how: str) -> None:
    desk = told("kazoku4", signed=False)
    desk = desk.act(Later(procedure=CHILDREN)) if how == "later" else desk.hold("person[p3].name.full")
    desk = to_sign(desk)
    assert CHILDREN in desk.page.unaccepted
    assert not desk.page.can_confirm
    assert "held-open" in desk.act(Confirm()).codes
    desk.act(AcceptHeld(procedures=desk.page.unaccepted, reason="papers"))
    assert desk.act(Confirm()).page.step is Step.DONE
    assert CHILDREN in {view.id for view in desk.page.held}


def test_what_was_not_held_when_it_was_accepted_is_accepted_too() -> None:
    desk = told("kazoku4").act(Later(procedure=CHILDREN))
    desk.act(AcceptHeld(procedures=desk.page.unaccepted, reason="papers"), Later(procedure="P10"))
    assert desk.page.unaccepted == ("P10",)
    desk.act(Later(procedure=CHILDREN, on=False), Later(procedure=CHILDREN))
    assert set(desk.page.unaccepted) == {CHILDREN, "P10"}


def test_it_goes_on_at_another_desk() -> None:
    desk = told("kazoku4").act(Later(procedure=CHILDREN), AcceptHeld(procedures=(CHILDREN,), reason="papers"))
    state = VisitState.model_validate_json(desk.visit.state.model_dump_json())
    assert state.case is not None
    assert (state.case.later, state.case.held_for) == ((CHILDREN,), {CHILDREN: "papers"})
    assert book().procedures[CHILDREN].name in {view.name for view in desk.page.held}
