"""A resident alone at a terminal: the way through, back and out, and the same visit at the counter afterwards."""

from kiosk.flow.actions import End
from kiosk.flow.jobs import Keep, SplitAddress, TakeSlip
from kiosk.flow.lobby.actions import (
    Begin,
    CallStaff,
    Change,
    Choose,
    Count,
    HandIn,
    Onward,
    PutOff,
    Return,
    Say,
    Speak,
    Turn,
    Wonder,
)
from kiosk.flow.lobby.pages import Place
from kiosk.flow.lobby.steps import BEGINNING
from kiosk.model.source import Source
from tests.terminal import ALONE, Terminal, checked
from tests.visits import book

TITLE = "person[p1].name.full"


def kept(desk: Terminal) -> list[type]:
    """The kinds of jobs that went to the disk; the postal list is only read."""
    return [type(job) for job in desk.done if not isinstance(job, SplitAddress)]


# ---- the way through ------------------------------------------------------------------------------------------------
def test_one_question_a_page_until_the_answers_are_checked() -> None:
    desk = Terminal()
    first = desk.begin("tennyu")
    assert first.place is Place.QUESTION
    assert first.question is not None
    before = first.left
    second = desk.act(Say(text=ALONE.get(first.question.path, "世帯主")))
    assert second.question is not None
    assert second.question.path != first.question.path
    assert before > 0
    assert desk.answer(ALONE).place is Place.CHECK


def test_what_only_a_clerk_can_see_is_not_asked() -> None:
    desk = checked()
    vocabulary = book().vocabulary
    staff = {item.key for item in vocabulary.items if item.staff}
    assert "case.id_papers" in staff
    assert not staff & {fact.path for fact in desk.lobby.state.case.ledger.facts}  # type: ignore[union-attr]


def test_everything_said_here_was_said_by_the_resident() -> None:
    case = checked().lobby.state.case
    assert case is not None
    assert {fact.source for fact in case.ledger.facts if fact.path == TITLE} == {Source.RESIDENT}


def test_nothing_leaves_memory_before_it_is_handed_in_and_then_only_the_visit_with_its_number() -> None:
    desk = checked()
    assert kept(desk) == []
    desk.act(Onward(), HandIn())
    assert kept(desk) == [TakeSlip, Keep]
    assert (desk.page.place, desk.page.slip) == (Place.SLIP, "260420-001")


def test_next_without_an_answer_stays_and_says_what_can_be_done() -> None:
    desk = Terminal()
    asked = desk.begin("tennyu").question
    page = desk.act(Say(text="  "))
    assert page.question == asked
    assert [notice.code for notice in page.notices] == ["nothing-said"]


def test_words_that_cannot_be_read_stay_with_what_is_wrong() -> None:
    desk = Terminal()
    desk.begin("tennyu")
    while desk.page.question is not None and desk.page.question.path != "case.moved_on":
        path = desk.page.question.path
        desk.act(Say(text=ALONE[path]) if path in ALONE else PutOff())
    page = desk.act(Say(text="昭和55年13月1日"))
    assert page.question is not None
    assert (page.question.path, page.question.text) == ("case.moved_on", "昭和55年13月1日")
    assert page.question.issue.startswith("13月は")


# ---- back, change, away ---------------------------------------------------------------------------------------------
def test_back_returns_page_by_page_to_the_beginning_and_what_was_said_still_stands() -> None:
    desk = Terminal()
    first = desk.begin("tennyu").question
    assert first is not None
    desk.act(Say(text="世帯主") if "applicant_role" in first.path else PutOff())
    page = desk.act(Return())
    assert page.question is not None
    assert page.question.path == first.path
    places = [desk.act(Return()).place for _ in range(4)]
    assert places == [Place.CARD, Place.PEOPLE, Place.PURPOSE, Place.LANGUAGE]
    assert desk.lobby.state.case is None


def test_a_change_returns_straight_to_the_answers() -> None:
    desk = checked()
    page = desk.act(Change(path=TITLE))
    assert (page.place, page.changing) == (Place.QUESTION, True)
    page = desk.act(Say(text="架空　次郎"))
    assert page.place is Place.CHECK
    rows = {row.path: row.text for group in page.groups for row in group.rows}
    assert rows[TITLE] == "架空　次郎"


def test_back_from_a_change_leaves_the_answer_as_it_was() -> None:
    desk = checked()
    desk.act(Change(path=TITLE))
    page = desk.act(Return())
    assert page.place is Place.CHECK
    assert "架空　太郎" in {row.text for group in page.groups for row in group.rows}


def test_another_language_at_any_page_keeps_every_answer() -> None:
    desk = Terminal()
    desk.begin("tennyu")
    page = desk.act(Say(text="世帯主"), Speak(language="en"))
    assert page.language == "en"
    case = desk.lobby.state.case
    assert case is not None
    assert case.ledger.value("case.language") == "English"
    assert page.question is not None
    assert page.question.label


def test_the_end_leaves_the_first_page_for_the_next_resident() -> None:
    desk = checked()
    page = desk.act(Speak(language="vi"), End())
    assert (page.place, page.language, page.begun) == (Place.LANGUAGE, "ja", False)
    assert desk.lobby.walk == BEGINNING
    assert desk.lobby.state.case is None


def test_fewer_people_take_the_last_ones_away_and_never_less_than_the_event_has() -> None:
    desk = Terminal()
    desk.act(Begin(), Choose(event="shussei"), Count(people=4))
    assert desk.page.people == 4
    desk.act(Return(), Count(people=1))
    assert desk.page.people == 2


# ---- not knowing ----------------------------------------------------------------------------------------------------
def test_the_navigator_finds_every_event_by_yes_and_no() -> None:
    found = set()
    turnings = book().navigator.questions
    for target in (each for each in turnings if each.yes in book().events):
        desk = Terminal()
        desk.act(Begin(), Wonder())
        while desk.page.place is Place.NAVIGATOR:
            asked = book().navigator.by_id[desk.lobby.walk.at]
            ways = {asked.yes: True, asked.no: False}
            wanted = target.yes in ways or _leads(asked.yes, target.yes)
            desk.act(Turn(yes=ways.get(target.yes, wanted)))
        assert desk.lobby.state.case is not None
        found.add(desk.lobby.state.case.event)
    assert found == set(book().events)


def _leads(start: str, to: str) -> bool:
    questions = book().navigator.by_id
    if start == to:
        return True
    return start in questions and any(_leads(way, to) for way in (questions[start].yes, questions[start].no))


def test_not_being_sure_leads_to_a_person_from_everywhere_with_the_same_page() -> None:
    unsure = Terminal()
    first = unsure.act(Begin(), Wonder(), CallStaff())
    asked = Terminal()
    asked.begin("tennyu")
    second = asked.act(CallStaff())
    assert (first.place, second.place) == (Place.STAFF, Place.STAFF)
    assert asked.act(Return()).place is Place.QUESTION
    assert unsure.act(Return()).place is Place.NAVIGATOR


def test_what_somebody_does_not_know_waits_for_the_counter_and_is_told() -> None:
    desk = Terminal()
    desk.begin("tennyu")
    desk.answer({path: words for path, words in ALONE.items() if path != "case.moved_on"})
    label = book().vocabulary.by_key["case.moved_on"].label
    assert label in desk.page.held
