"""A visit while it is asked: what is put, what is not, and what becomes of words that cannot be read."""

import pytest

from kiosk.flow.actions import (
    Answer,
    Approve,
    Clear,
    GoTo,
    Hold,
    Put,
    ReportCard,
    SayAll,
    StartVisit,
    Step,
    UseCard,
)
from kiosk.flow.pages import QuestionState
from kiosk.model.card import CardFace, CardGone
from kiosk.model.filled import BoxState
from kiosk.model.plan import Need
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from tests.visits import Desk, moved, persona, told

OLD = "見本県仮想市本町３丁目４番５号　見本荘２０３"
TARO = CardFace(name="架空　太郎", address=OLD, birth=PartialDate(iso="1988-06-15"), sex="1")
HANAKO = CardFace(name="架空　花子", address=OLD, birth=PartialDate(iso="1990-11-03"), sex="2")
BIRTH, NAME = "person[p1].birth.date", "person[p1].name.full"


def family(*, signed: bool = True) -> Desk:
    """The demo family, every question answered in words."""
    return told("kazoku4", signed=signed)


# ---- asking ----------------------------------------------------------------------------------------------------------
def test_the_interview_opens_with_what_decides_everything_else() -> None:
    assert Desk().open[:2] == ("case.event_type", "case.applicant_role")


def test_every_open_question_says_who_needs_its_answer() -> None:
    desk = moved()
    for path in desk.open:
        facts = {"tennyu", *desk.now.facts.book.procedures, *(name for name, _ in desk.now.facts.book.templates)}
        assert desk.question(path).needed_by
        assert set(desk.question(path).needed_by) <= facts


def test_the_page_shows_how_many_questions_are_left() -> None:
    desk = moved()
    before = desk.page.left
    desk.say(sex="男")
    assert desk.page.left == before - 1 == len(desk.open)


def test_one_question_is_the_current_one() -> None:
    shown = [view for section in moved().page.sections for view in section.questions if view.current]
    assert [view.state for view in shown] == [QuestionState.OPEN]


def test_questions_about_members_stand_in_one_grid() -> None:
    desk = moved().members(3)
    (grid,) = (section for section in desk.page.sections if section.id == "members")
    assert grid.grid
    assert {view.person for view in grid.questions} == {"p1", "p2", "p3"}


def test_what_a_card_said_is_shown_and_not_asked() -> None:
    desk = moved().act(UseCard(person="p1", face=TARO))
    assert {NAME, BIRTH, "person[p1].sex", "addr.old.text"}.isdisjoint(desk.open)
    view = desk.question(NAME)
    assert (view.state, view.source, view.echo) == (QuestionState.SAID, Source.CARD, "架空　太郎")
    desk.act(Approve(paths=(NAME,)))
    assert desk.question(NAME).state is QuestionState.ANSWERED
    assert desk.page.asked == moved().page.asked


def test_only_the_card_of_the_person_who_came_gives_an_address() -> None:
    desk = moved().members(2).act(UseCard(person="p2", face=HANAKO))
    assert desk.value("addr.old.text") is None
    desk.say({"addr.old.text": "見本県架空市本町1番"}).act(UseCard(person="p2", face=HANAKO))
    assert desk.codes == set()
    assert desk.page.conflicts == ()


def test_a_card_that_could_not_be_read_leaves_everything_to_the_keyboard() -> None:
    desk = moved()
    before = desk.open
    desk.act(ReportCard(outcome=CardGone(step=4)))
    assert desk.codes == {"card-gone"}
    assert desk.open == before


def test_an_expired_card_says_so_and_is_not_carried_on() -> None:
    desk = moved(card_holders="全員").act(UseCard(person="p1", face=TARO.model_copy(update={"expired": True})))
    assert "card-expired" in desk.codes
    assert desk.need("P30") is Need.NOT_NEEDED


def test_a_doubtful_letter_on_a_card_says_so() -> None:
    desk = moved().act(UseCard(person="p1", face=TARO.model_copy(update={"name": "渡〓　架空", "doubtful": ("〓",)})))
    assert "card-doubtful" in desk.codes


def test_an_agent_is_asked_who_they_are() -> None:
    seal = {"case.requests": "印鑑登録"}
    desk = moved(applicant_role="任意代理人").say({"household.head": "p1"} | seal).say(birth="S63.6.15")
    asked = {"agent.name", "agent.address", "agent.birth_date", "agent.poa"}
    assert asked <= set(desk.open)
    assert asked.isdisjoint(moved().say(seal).say(birth="S63.6.15").open)


# ---- words that cannot be read ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("path", "words"),
    [
        (BIRTH, "S63.13.1"),
        (BIRTH, "R9.1.1"),
        ("case.moved_on", "R8.2.30"),
        ("person[p1].sex", "おとこ"),
        ("person[p1].phone", "12"),
        ("person[p1].relation_new", "孫"),
        ("household.card_holders", "だれか"),
        ("household.head", "となりの人"),
        ("addr.new.text", ""),
        ("person[p1].kana", "kana"),
    ],
)
def test_words_that_cannot_be_read_stay_as_typed_and_say_what_is_allowed(path: str, words: str) -> None:
    desk = moved(applicant_role="同一世帯員").say({path: words})
    view = desk.question(path)
    assert (view.state, view.text) == (QuestionState.WRONG, words)
    assert view.issue
    assert desk.value(path) is None
    assert not desk.page.can_confirm


def test_the_right_words_take_the_wrong_ones_away() -> None:
    desk = moved().say({BIRTH: "S63.13.1"}).say({BIRTH: "S63.1.13"})
    assert desk.question(BIRTH).state is QuestionState.ANSWERED
    assert desk.question(BIRTH).echo == "昭和63年1月13日（1988年）"


def test_a_half_typed_word_takes_nothing_back_until_the_field_is_left() -> None:
    desk = moved().say({BIRTH: "S63.1.13"})
    said = desk.value(BIRTH)
    desk.act(Answer(path=BIRTH, text="H3", typing=True), Answer(path=BIRTH, text="H3.13", typing=True))
    assert desk.question(BIRTH).state is QuestionState.WRONG
    assert desk.value(BIRTH) == said
    assert not desk.page.can_confirm
    assert desk.act(Answer(path=BIRTH, text="H3.13")).value(BIRTH) is None


def test_whoever_goes_on_to_another_step_has_left_the_field() -> None:
    desk = moved().say({BIRTH: "S63.1.13"}).act(Answer(path=BIRTH, text="H3.13", typing=True), GoTo(step=Step.PLAN))
    assert desk.value(BIRTH) is None
    assert desk.question(BIRTH).text == "H3.13"


def test_words_typed_over_an_answer_and_typed_back_leave_it_as_it_was() -> None:
    desk = moved().say({BIRTH: "S63.1.13"})
    said = desk.value(BIRTH)
    for text in ("S63.1.1x", "S63.1.13"):
        desk.act(Answer(path=BIRTH, text=text, typing=True))
    assert desk.question(BIRTH).state is QuestionState.ANSWERED
    assert desk.value(BIRTH) == said


def test_a_day_outside_the_calendar_is_a_birth_that_a_register_may_hold() -> None:
    assert moved().say({BIRTH: "H30.2.29"}).question(BIRTH).state is QuestionState.ANSWERED


def test_an_individual_number_is_refused_in_every_free_text() -> None:
    words = {"koseki.honseki": "見本県 1234 5678 9018", "addr.new.katagaki": "123456789018"}
    desk = moved().say({**words, "person[p1].phone": "1234-5678-9018"})
    for path in ("koseki.honseki", "addr.new.katagaki", "person[p1].phone"):
        assert desk.question(path).state is QuestionState.WRONG
        assert "9018" not in desk.question(path).issue
        assert "9018" not in desk.visit.state.model_dump_json()
        assert all(fact.path != path for fact in desk.now.case.ledger.facts)


@pytest.mark.parametrize("path", ["nobody.knows", "person[p9].sex", "person[p1].shoe.size"])
def test_a_path_that_does_not_exist_changes_nothing(path: str) -> None:
    desk = moved()
    before = desk.page
    desk.act(Answer(path=path, text="男"), Put(path=path, value="男"), Hold(path=path), Clear(path=path))
    assert desk.page == before


# ---- わからない and taking back --------------------------------------------------------------------------------------
def test_who_does_not_know_is_not_asked_again_and_the_form_waits() -> None:
    desk = moved().say(name="架空　太郎").hold(BIRTH)
    assert BIRTH not in desk.open
    assert desk.question(BIRTH).state is QuestionState.HELD
    assert [box.state for box in desk.boxes("F01", BIRTH)] == [BoxState.HELD]


def test_what_follows_from_an_unknown_answer_waits_too_and_does_not_block() -> None:
    desk = family(signed=False).hold("household.employer_insured", "household.foreigners").sign(on_paper=True)
    assert desk.open == ()
    assert desk.page.can_confirm
    assert desk.need("P10") is Need.HELD


def test_an_answer_taken_back_is_asked_again() -> None:
    desk = family().act(Clear(path="bank.number"))
    assert desk.open == ("bank.number",)
    assert not desk.page.can_confirm


@pytest.mark.parametrize("name", ["kazoku4", "kokugai", "shussei_futago", "rikon_kosodate", "gaikoku"])
def test_answers_said_all_at_once_come_to_the_same_as_one_by_one(name: str) -> None:
    case = persona(name)
    said = [Answer(path=path, text=text) for path, text in case.answers.items()]
    one = Desk(today=case.today, event=case.event).members(len(case.persons)).act(*said)
    other = Desk(today=case.today, event=case.event).members(len(case.persons))
    other.act(SayAll(said=tuple(said)))
    at_the_start = Desk(today=case.today, event=case.event)
    at_the_start.act(StartVisit(event=case.event, people=len(case.persons), said=tuple(said)))
    for desk in (other, at_the_start):
        assert desk.now.plan == one.now.plan
        assert desk.now.forms == one.now.forms
        assert desk.page.sections == one.page.sections
        assert desk.open == one.open


# ---- hidden never leaves ---------------------------------------------------------------------------------------------
def test_an_answer_that_nothing_needs_any_more_does_not_leave_but_comes_back() -> None:
    desk, wishes = family(), persona("kazoku4").answers["case.requests"]
    desk.say({"cert.items": "住民票コード", "cert.purpose": "勤務先へ提出"})  # who wants the code tells what for
    assert "cert.purpose" in desk.now.used()
    desk.say({"case.requests": "印鑑登録"}).act(GoTo(step=Step.CHECK))
    assert "cert.purpose" not in desk.now.used()
    assert "cert.purpose" not in [row.path for group in desk.page.groups for row in group.rows]
    desk.say({"case.requests": wishes})
    assert "cert.purpose" in desk.now.used()
    assert desk.value("cert.purpose") == "勤務先へ提出"
    assert desk.open == ()
