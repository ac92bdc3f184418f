"""What was said at a terminal or at home goes on: at the counter, at a terminal again, or once the disk has room."""

import uuid

from kiosk.flow.actions import Answer, End, UsePreentry
from kiosk.flow.jobs import Unpark
from kiosk.flow.lobby.actions import Begin, BringHome, HandIn, Onward, PutOff, TakeUp
from kiosk.flow.lobby.pages import Place
from kiosk.flow.lobby.slip_code import case_of, code_of
from kiosk.flow.pages import QuestionState
from kiosk.model.errors import SiteError
from kiosk.model.source import Source
from tests.terminal import Terminal, checked, handed_in
from tests.visits import book

TITLE = "person[p1].name.full"


# ---- the counter ----------------------------------------------------------------------------------------------------
def test_the_counter_opens_it_with_everything_answered_and_nothing_is_typed_twice() -> None:
    desk = handed_in()
    counter = desk.counter()
    case = next(iter(desk.register.parked))
    page = counter.handle(desk.register.do(Unpark(case)))
    said = {view.path: view for section in page.sections for view in section.questions}
    assert (said[TITLE].value, said[TITLE].source) == ("架空　太郎", Source.RESIDENT)
    open_now = counter.snapshot.interview.open if counter.snapshot else ()
    assert all(book().vocabulary.by_key[path.split("].")[-1]].staff for path in open_now)


def test_what_the_clerk_hears_takes_the_place_of_what_was_typed_without_a_conflict() -> None:
    desk = handed_in()
    counter = desk.counter()
    counter.handle(desk.register.do(Unpark(next(iter(desk.register.parked)))))
    page = counter.handle(Answer(path=TITLE, text="架空　大郎"))
    assert page.conflicts == ()
    said = {view.path: view for section in page.sections for view in section.questions}
    assert (said[TITLE].value, said[TITLE].source) == ("架空　大郎", Source.INTERVIEW)


def test_leaving_it_at_the_counter_does_not_throw_the_residents_answers_away() -> None:
    desk = handed_in()
    counter = desk.counter()
    case = next(iter(desk.register.parked))
    counter.handle(desk.register.do(Unpark(case)))
    counter.handle(Answer(path="person[p1].phone", text="090-1234-5678"))
    counter.handle(End())
    waits = desk.register.parked[case]
    assert waits.handed_in
    assert waits.case is not None
    assert waits.case.ledger.value("person[p1].phone") is not None  # nor what a clerk has heard since


def test_the_code_on_the_slip_brings_it_back_to_a_terminal_and_a_number_does_not() -> None:
    desk = handed_in()
    case = desk.page.case
    assert case is not None
    desk.act(End())
    assert case_of(code_of(case)) == case
    assert case_of("260420-001") is None
    page = desk.act(TakeUp(case=case))
    assert page.place in {Place.QUESTION, Place.CHECK}
    assert [person.name for person in page.persons] == ["架空　太郎"]


def test_a_code_of_nothing_leads_to_a_person() -> None:
    desk = Terminal()
    assert desk.act(Begin(), TakeUp(case=uuid.UUID(int=7))).place is Place.STAFF


def test_a_store_that_cannot_write_keeps_the_answers_on_the_glass() -> None:
    desk = checked()
    desk.register.broken = SiteError("STORE-FULL", what="", mend="")
    page = desk.act(Onward())
    page = desk.act(HandIn()) if page.place is Place.SIGN else page
    assert page.place in {Place.SIGN, Place.CHECK}
    assert "not-kept" in {notice.code for notice in page.notices}
    desk.register.broken = None
    assert desk.act(HandIn()).place is Place.SLIP


# ---- from home -------------------------------------------------------------------------------------------------------
HOME = UsePreentry(
    event="tennyu",
    persons=(
        {"person.name.full": "架空　太郎", "person.birth.date": "昭和63年6月15日"},
        {"person.name.full": "架空　花子"},
    ),
    case={"case.applicant_role": "世帯主", "case.moved_on": "令和8年4月12日"},
    language="English",
)


def test_what_was_answered_at_home_begins_the_visit_in_its_language_and_is_not_asked_again() -> None:
    desk = Terminal()
    page = desk.act(BringHome(entry=HOME))
    assert (page.place, page.language, page.people) == (Place.CARD, "en", 2)
    asked = []
    desk.act(Onward())
    while desk.page.place is Place.QUESTION and desk.page.question is not None:
        asked.append(desk.page.question.path)
        desk.act(PutOff())
    assert TITLE not in asked
    assert "case.moved_on" not in asked
    said = {row.path: row for group in desk.page.groups for row in group.rows}
    assert said["case.moved_on"].source is Source.PREENTRY
    assert said["case.moved_on"].state is QuestionState.SAID


def test_going_on_from_the_answers_confirms_what_was_said_at_home() -> None:
    desk = Terminal()
    desk.act(BringHome(entry=HOME), Onward())
    desk.answer({})
    desk.act(Onward())
    assert "case.moved_on" in desk.lobby.state.approved


def test_codes_from_home_change_nothing_in_the_middle_of_a_visit() -> None:
    desk = Terminal()
    before = desk.begin("shomei")
    assert desk.act(BringHome(entry=HOME)).event_name == before.event_name
