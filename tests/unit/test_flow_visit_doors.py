"""The doors of a visit: how it is set aside and taken up, opened once more after it was accepted."""

from dataclasses import replace

import pytest

from kiosk.flow.actions import (
    Action,
    Answer,
    ChoosePurposes,
    Confirm,
    GoTo,
    StartVisit,
    Step,
    UseExtract,
)
from kiosk.flow.case_actions import CloseAnswers, Correct, Erase, SetAside, Withdraw
from kiosk.flow.jobs import Park, Unpark, Unparked
from kiosk.flow.notices import accepted_there, colleagues_note
from kiosk.model.base import Issue
from kiosk.model.case import CaseState
from kiosk.model.source import Source
from tests.played import visit
from tests.visits import Desk, told

PHONE, COPIES = "person[p1].phone", "cert.seal.copies"
NOTE = "印鑑を取りに戻られた"


def accepted() -> Desk:
    """A request for certificates that was accepted."""
    desk, _ = visit("shomei")
    return desk.act(Answer(path=COPIES, text="3")).sign().act(Confirm())


# ---- set aside and taken up ------------------------------------------------------------------------------------------
def test_a_visit_that_is_set_aside_is_kept_as_it_stands_with_what_whoever_goes_on_should_know() -> None:
    desk = told("kazoku4", signed=False)
    desk.visit.state = desk.visit.state.model_copy(update={"handed_in": True})
    stood, case = desk.visit.state, desk.now.case
    jobs = desk.visit.act(SetAside(note=NOTE))
    assert jobs == (Park(stood.model_copy(update={"note": NOTE, "handed_in": False})),)
    assert desk.visit.snapshot is None
    assert desk.visit.state.case is None
    kept = jobs[0]
    assert isinstance(kept, Park)
    page = desk.visit.handle(Unparked(kept.state)).page
    assert colleagues_note(NOTE) in page.notices
    assert desk.now.case.id == case.id
    assert desk.visit.state.note == NOTE


@pytest.mark.parametrize("to_sign", [True, False])
def test_what_a_colleague_left_is_shown_until_somebody_does_something(to_sign: bool) -> None:
    desk = told("kazoku4", signed=False)
    desk.visit.state = desk.visit.state.model_copy(update={"note": NOTE, "to_sign": to_sign})
    assert "parked-note" in {notice.code for notice in desk.visit.page().notices}
    for job in desk.visit.act(Answer(path=PHONE, text="03-0000-0009")):
        desk.visit.act(desk.register.do(job))
    assert (desk.visit.state.note, desk.visit.state.to_sign) == ("", False)
    assert "parked-note" not in {notice.code for notice in desk.visit.page().notices}


def test_an_answer_to_a_job_does_not_take_the_note_away() -> None:
    desk = Desk()
    desk.visit.state = desk.visit.state.model_copy(update={"note": NOTE})
    desk.visit.act(Unparked(None))  # nobody did anything at the desk
    assert desk.visit.state.note == NOTE


def test_nobody_is_set_aside_and_an_accepted_visit_needs_no_place() -> None:
    empty = Desk(event="")
    assert empty.visit.act(SetAside(note=NOTE)) == ()
    done = accepted()
    assert not [job for job in done.visit.act(SetAside(note=NOTE)) if isinstance(job, Park)]
    assert done.visit.state.case is None


# ---- what they are here for ------------------------------------------------------------------------------------------
def test_what_those_who_are_here_are_here_for_can_be_said_otherwise() -> None:
    desk = told("kazoku4", signed=False)
    case = desk.now.case
    both = desk.act(ChoosePurposes(events=("tennyu", "shomei")))
    assert (both.page.purposes, both.now.case.id) == (("tennyu", "shomei"), case.id)
    assert both.now.case.ledger.current.keys() >= case.ledger.current.keys()


def test_who_begins_anew_has_another_case() -> None:
    desk = Desk()
    before = desk.now.case
    after = desk.act(StartVisit(event="shomei")).now.case
    assert (after.event, after.id != before.id) == ("shomei", True)


def test_a_paper_that_comes_before_anybody_said_why_they_came_begins_a_visit_without_a_purpose() -> None:
    row = {"person.name.full": "架空　太郎", "person.sex": "男"}
    desk = Desk(event="").act(UseExtract(persons=(row,), case={}))
    assert desk.now.case.purposes == ()
    begun = desk.now.case
    named = desk.act(StartVisit(event="tennyu")).now.case
    assert (named.id, named.event) == (begun.id, "tennyu")  # it goes on


# ---- opened once more ------------------------------------------------------------------------------------------------
def test_an_accepted_case_is_opened_for_a_correction_and_taken_back_whole() -> None:
    desk = accepted().act(Correct(reason="聞き間違い"))
    assert (desk.page.step, desk.now.case.revision, desk.now.case.corrected_for) == (Step.INTERVIEW, 2, "聞き間違い")
    gone = accepted().act(Withdraw(reason="申出による"))
    assert gone.now.case.state is CaseState.WITHDRAWN


def test_what_is_closed_is_not_opened_for_a_correction() -> None:
    desk = accepted().act(CloseAnswers(reason="電話で済んだ"))
    assert (desk.page.step, desk.now.case.revision, desk.now.case.corrected_for) == (Step.DONE, 1, "")


def test_an_accepted_case_is_erased_and_leaves_the_desk() -> None:
    desk = accepted().act(Erase(reason="申出による"))
    assert (desk.visit.snapshot, "erased" in desk.codes) == (None, True)


@pytest.mark.parametrize(
    "action", [Correct(reason="聞き間違い"), Withdraw(reason="申出"), CloseAnswers(reason="電話で済んだ")]
)
def test_what_another_machine_accepted_is_changed_there_alone(action: Action) -> None:
    desk = accepted()
    desk.visit.state = desk.visit.state.model_copy(update={"desk": "窓口2"})
    before = desk.now.case
    assert accepted_there("窓口2") in desk.act(action).page.notices
    assert desk.now.case == before


def test_what_another_machine_accepted_is_erased_wherever_it_is_asked_for() -> None:
    desk = accepted()
    desk.visit.state = desk.visit.state.model_copy(update={"desk": "窓口2"})
    assert "accepted-there" not in desk.act(Erase(reason="申出による")).codes
    assert desk.visit.snapshot is None


# ---- what stands in the way ------------------------------------------------------------------------------------------
def test_where_nobody_sits_nothing_stands_in_the_way_and_nothing_is_refused() -> None:
    empty = Desk(event="").visit
    assert (empty.obstacles(), empty.refused(), empty.cautions()) == ((), (), ())


def test_what_a_second_member_of_staff_looks_at_stands_on_the_page() -> None:
    desk = told("kazoku4", signed=False)
    assert desk.visit.page().second == ()
    leaving = next(outcome for outcome in desk.now.sent)
    desk.visit.outside = replace(desk.visit.outside, second_check=frozenset({leaving.procedure}))
    assert len(desk.visit.page().second) == 1


def test_an_accepted_visit_takes_no_more_answers() -> None:
    desk = accepted()
    before = desk.now.case
    desk.act(Answer(path=COPIES, text="5"), GoTo(step=Step.INTERVIEW))
    assert (desk.now.case, desk.page.step) == (before, Step.DONE)
    assert {fact.source for fact in before.ledger.facts} >= {Source.INTERVIEW}


def test_a_parked_visit_is_read_by_its_number() -> None:
    desk = told("kazoku4", signed=False)
    case = desk.now.case
    desk.act(SetAside(note=NOTE))
    assert desk.visit.snapshot is None
    desk.visit.act(desk.register.do(Unpark(case.id)))
    assert desk.now.case.id == case.id


def test_what_a_receiver_would_refuse_is_known_by_the_answer_that_mends_it() -> None:
    desk = told("kazoku4", signed=False)
    issue = Issue(where=PHONE, message="長すぎます。")
    desk.visit.outside = replace(desk.visit.outside, refused=lambda *_: (issue,))
    desk.act(Answer(path=PHONE, text="03-0000-0009"))
    assert desk.visit.refused() == (issue,)
