"""A visit turn by turn: how it begins, where it goes, when it ends, and what is done with what comes too late."""

import datetime as dt

import pytest

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
    Clear,
    Confirm,
    End,
    GoTo,
    HandOff,
    Hold,
    Put,
    RemovePerson,
    SayAll,
    Sign,
    StartVisit,
    Step,
    UseExtract,
)
from kiosk.flow.clock import FixedClock, PracticeClock
from kiosk.flow.jobs import AddressSplit, Failed, SlipTaken, TakeSlip, Unparked
from kiosk.flow.outside import Outside
from kiosk.flow.state import VisitState
from kiosk.flow.visit import Visit
from kiosk.flow.wording import Wording
from kiosk.flow.writing import Confirmed
from kiosk.model.address import Address
from kiosk.model.errors import SiteError
from kiosk.model.fact import Held
from kiosk.model.source import Source
from kiosk.rules.calendar import OpenDays
from kiosk.rules.plan import Planner
from tests.rules_book import event, form, procedure, rule_book, version
from tests.visits import STROKES
from tests.wording import WORDS

KIND, NAME = "case.kind", "person[p1].name.full"
EMPTY = form(boxes=())
TOWN = rule_book(
    procedure(version(when="true", deadline=None), scope="case"),
    templates=[EMPTY, form(number="002", boxes=()), form(number="003", boxes=(), valid_from=dt.date(2030, 1, 1))],
    events=[event(opening=()), event(id="couple", persons=2)],
)


def visit() -> Visit:
    """A desk at which nobody sits yet."""
    clock = FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC))
    wording = Wording(WORDS, TOWN.vocabulary)
    return Visit(
        Outside(TOWN, Planner(OpenDays()), clock, wording, clerk=lambda: "窓口3", catalogue="digest of the files")
    )


def begun(*actions: Action) -> Visit:
    """A visit that has its number, after these actions."""
    made = visit()
    (job,) = made.act(StartVisit(event="move"))
    assert isinstance(job, TakeSlip)
    made.act(SlipTaken(job.case, "260420-001"))
    for action in actions:
        made.act(action)
    return made


def step(of: Visit) -> Step:
    return of.state.step


# ---- beginning -------------------------------------------------------------------------------------------------------
def test_a_visit_begins_with_its_case_of_today_and_asks_for_a_number() -> None:
    made = visit()
    reply = made.handle(StartVisit(event="move"))
    case = made.state.case
    assert case is not None
    assert reply.jobs == (TakeSlip(case.id),)
    assert (case.event, case.today, case.persons, case.slip) == ("move", dt.date(2026, 4, 20), ("p1",), "")
    assert (case.opened_at, case.clerk) == (dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC), "窓口3")
    assert case.templates == {"F1": "002"}
    assert made.state == VisitState(catalogue="digest of the files", step=Step.INTERVIEW, case=case)
    assert made.snapshot is not None
    assert made.snapshot.case == case
    assert (reply.page.step, reply.page.event, reply.page.notices) == (Step.INTERVIEW, "move", ())


@pytest.mark.parametrize(("people", "members"), [(0, 2), (1, 2), (2, 2), (5, 5), (20, 20), (99, 20)])
def test_a_visit_begins_with_as_many_members_as_its_event_or_more_but_never_too_many(people: int, members: int) -> None:
    made = visit()
    made.act(StartVisit(event="couple", people=people))
    assert made.state.case is not None
    assert made.state.case.persons == tuple(f"p{number}" for number in range(1, members + 1))


def test_another_visit_begins_without_anything_of_the_one_before() -> None:
    made = begun(
        Answer(path=KIND, text="転入"), Approve(paths=(KIND,)), Answer(path=KIND, text="?"), GoTo(step=Step.SIGN)
    )
    before = made.state.case
    made.act(StartVisit(event="couple"))
    assert made.state.case is not None
    assert before is not None
    assert made.state.case.id != before.id
    assert made.state == VisitState(catalogue="digest of the files", step=Step.INTERVIEW, case=made.state.case)
    assert made.state.case.ledger.facts == ()


def test_an_event_that_is_not_there_leaves_the_visit_as_it_is() -> None:
    made = begun(Answer(path=KIND, text="転入"))
    before = made.state
    assert made.act(StartVisit(event="nothing")) == ()
    assert made.state == before


ACTIONS = (
    Answer(path=KIND, text="転入"),
    Put(path=KIND, value="転入"),
    Hold(path=KIND),
    Clear(path=KIND),
    Approve(paths=(KIND,)),
    SayAll(said=(Answer(path=KIND, text="転入"),)),
    HandOff(),
    AddPerson(),
    RemovePerson(person="p2"),
    UseExtract(persons=(), case={KIND: "転入"}),
    GoTo(step=Step.PLAN),
    Sign(person="p1", signature=STROKES),
    Confirm(),
)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: type(action).__name__)
def test_before_a_visit_and_after_its_confirmation_nothing_can_be_done(action: Action) -> None:
    made = visit()
    assert made.handle(action).jobs == ()
    assert (made.state, made.snapshot, made.notices) == (VisitState(), None, ())
    done = begun(Confirm())
    assert done.state.case is not None
    done.act(Confirmed(done.state.case.id))
    before = done.state
    assert done.act(action) == ()
    assert (done.state, step(done)) == (before, Step.DONE)


def test_members_come_and_go_and_everything_may_be_said_at_once() -> None:
    made = begun(AddPerson(), SayAll(said=(Answer(path=KIND, text="転入"), Hold(path=NAME))))
    case = made.state.case
    assert case is not None
    assert (case.persons, case.ledger.value(KIND), case.ledger.value(NAME)) == (("p1", "p2"), "転入", Held())
    made.act(RemovePerson(person="p2"))
    assert made.state.case is not None
    assert made.state.case.persons == ("p1",)


# ---- going on --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("to", [Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN])
def test_a_visit_goes_to_the_step_that_is_asked_for(to: Step) -> None:
    made = begun(GoTo(step=to))
    assert step(made) is to
    assert made.page().step is to
    assert made.state.reviewed is (to is Step.SIGN)


@pytest.mark.parametrize("to", [Step.START, Step.DONE])
def test_nobody_goes_to_the_start_or_past_the_confirmation(to: Step) -> None:
    assert step(begun(GoTo(step=Step.CHECK), GoTo(step=to))) is Step.CHECK


def test_who_has_reviewed_everything_sees_what_changes_later_until_it_was_said_yes_to() -> None:
    made = begun(Answer(path=KIND, text="転入"), GoTo(step=Step.CHECK), Answer(path=KIND, text="転出"))
    assert made.state.changed == frozenset()
    made.act(GoTo(step=Step.SIGN))
    made.act(Answer(path=KIND, text="転居"))
    assert made.state.changed == {KIND}
    made.act(GoTo(step=Step.CHECK))
    made.act(GoTo(step=Step.SIGN))
    assert (made.state.reviewed, made.state.changed) == (True, frozenset({KIND}))
    made.act(Approve(paths=(KIND,)))
    assert made.state.changed == frozenset()


def test_words_that_cannot_be_read_take_the_answer_back_when_the_page_is_left() -> None:
    made = begun(Answer(path=KIND, text="転入"), Answer(path=KIND, text="転?", typing=True))
    assert made.state.case is not None
    assert made.state.case.ledger.value(KIND) == "転入"
    made.act(GoTo(step=Step.PLAN))
    assert made.state.case.ledger.value(KIND) is None


def test_what_was_shown_is_remembered_as_long_as_the_visit() -> None:
    made = begun(Answer(path=KIND, text="転入"))
    made.page()
    memo = made.memo
    assert memo.questions
    made.act(GoTo(step=Step.PLAN))
    assert made.memo is memo
    made.act(End())
    assert made.memo is not memo
    assert not made.memo.questions


# ---- ending and what comes too late ----------------------------------------------------------------------------------
def test_the_end_leaves_an_empty_desk() -> None:
    made = begun(Answer(path=NAME, text="架空　太郎"))
    assert made.handle(End()).page.step is Step.START
    assert (made.state, made.snapshot, made.obstacles()) == (VisitState(), None, ())


def test_what_stands_in_the_way_is_told_by_the_desk() -> None:
    assert begun().obstacles() == ()
    assert [notice.code for notice in visit_with("?").obstacles()] == ["questions-open"]


def visit_with(words: str) -> Visit:
    return begun(Answer(path=KIND, text=words))


def test_the_notices_are_those_of_the_last_action() -> None:
    made = begun(Answer(path=KIND, text="?"), Confirm())
    assert [notice.code for notice in made.notices] == ["questions-open"]
    made.act(GoTo(step=Step.PLAN))
    assert made.page().notices == ()


def test_an_answer_for_another_visit_or_for_none_changes_nothing() -> None:
    made = begun(Confirm())
    before, other = made.state, made.outside.clock.new_id()
    full = SiteError("store-full", what="いっぱいです。", mend="空けてください。")
    late = AddressSplit(other, "case.place", "x", Source.INTERVIEW, Address(text="x"))
    for news in (SlipTaken(other, "260420-002"), late, Confirmed(other), Failed(TakeSlip(other), full)):
        assert made.act(news) == ()
        assert visit().act(news) == ()
        assert made.state == before
    assert before.confirming


def test_a_number_that_could_not_be_taken_leaves_the_visit_as_it_is() -> None:
    made = visit()
    (job,) = made.act(StartVisit(event="move"))
    before = made.state
    made.act(Failed(job, SiteError("store-full", what="いっぱいです。", mend="空けてください。")))
    assert made.state == before


def test_a_parked_visit_goes_on_where_it_stood() -> None:
    parked = begun(Answer(path=KIND, text="転入"), GoTo(step=Step.CHECK)).state
    made = visit()
    made.act(Unparked(parked))
    assert made.state == parked


def test_an_identity_of_the_practice_is_not_given_again_after_a_restart() -> None:
    now = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
    first, second = (PracticeClock(now) for _ in range(2))
    assert len({clock.new_id() for clock in (first, first, second, second)}) == 4
    assert (second.now(), second.today()) == (now, dt.date(2026, 4, 20))
