"""住民の画面: what the resident opposite sees of a visit, and what of their own answers a clerk need not see."""

from functools import cache

from kiosk.flow.actions import Answer, GoTo, HandOver, Put, Step, Tell
from kiosk.flow.desks.resident import NOBODY, ResidentPage, Shown, resident_page, spoken
from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.flow.wording import Wording
from kiosk.model.languages import ANSWERS, FACT
from kiosk.model.source import Source
from tests.visits import Desk, catalogue, moved, told
from tests.wording import WORDS, lobby_words

ROLE, WISHES, PAPERS, DAY = "case.applicant_role", "case.requests", "case.id_papers", "case.moved_on"


@cache
def wording(language: str) -> Wording:
    vocabulary = catalogue().book.vocabulary
    return Wording(lobby_words(language), vocabulary, catalogue().labels(language))


def screen(desk: Desk, at: str = "") -> ResidentPage:
    """What stands on the resident's screen while the clerk is at a question."""
    snapshot = desk.visit.snapshot
    return resident_page(desk.visit.state, snapshot, wording(spoken(snapshot)), at=at)


def asked(desk: Desk, path: str) -> QuestionView:
    """The question as the clerk has it."""
    questions = (each for section in desk.page.sections for each in section.questions)
    return next(each for each in questions if each.path == path)


def test_the_question_that_the_clerk_is_at_stands_there_in_the_language_of_the_visit() -> None:
    desk = moved()
    japanese = screen(desk, DAY)
    assert (japanese.shown, japanese.language) == (Shown.ASKED, "ja")
    desk.act(Put(path=FACT, value=ANSWERS["en"]))
    english = screen(desk, DAY)
    assert english.language == "en"
    assert english.question is not None
    assert english.question.ask.isascii()
    assert japanese.question is not None
    assert japanese.question.ask != english.question.ask


def test_nothing_that_a_clerk_alone_is_told_stands_there() -> None:
    desk = moved()
    assert screen(desk, PAPERS).shown is Shown.WAITING
    desk.act(Answer(path=DAY, text="きのうの前"))
    wrong = screen(desk, DAY).question
    assert wrong is not None
    assert (wrong.text, wrong.issue, wrong.echo, wrong.source, wrong.needed_by) == ("", "", "", None, ())


def test_what_is_checked_is_what_somebody_said_and_nobody_is_shown_what_only_follows() -> None:
    desk = moved().act(GoTo(step=Step.CHECK))
    page = screen(desk)
    paths = {row.path for group in page.groups for row in group.rows}
    assert page.shown is Shown.CHECKED
    assert DAY in paths
    assert PAPERS not in paths
    sources = {fact.path: fact.source for fact in desk.now.facts.by_path.values()}
    assert not {path for path in paths if sources[path] in {Source.DERIVED, Source.SYSTEM}}


def test_at_the_end_the_number_stands_there_and_then_nothing_of_anybody() -> None:
    desk = Desk()
    assert resident_page(desk.visit.state, None, wording("ja")) == NOBODY


def test_an_answer_that_was_handed_over_is_answered_by_the_resident_and_the_clerk_sees_that_it_is() -> None:
    desk = moved().act(HandOver(path=WISHES))
    assert screen(desk, WISHES).answering
    wish = screen(desk, WISHES).question
    assert wish is not None
    desk.act(Tell(path=WISHES, value=(wish.choices[0].code,)))
    seen = asked(desk, WISHES)
    assert (seen.state, seen.value, seen.text) == (QuestionState.ANSWERED, None, "")
    assert seen.echo == WORDS("value-unseen")
    assert seen.source is Source.RESIDENT
    assert desk.now.facts.value(WISHES) == (wish.choices[0].code,)


def test_what_a_paper_shows_a_clerk_sees_too() -> None:
    desk = told("tanshin", signed=False)
    printed = {path for form in desk.now.forms for box in form.boxes for path in box.paths}
    assert ROLE not in printed  # what follows from it is
    desk.act(HandOver(path=ROLE), Tell(path=ROLE, value="世帯主"))
    assert asked(desk, ROLE).value == "世帯主"


def test_only_a_choice_of_a_question_that_was_handed_over_counts() -> None:
    desk = moved()
    before = desk.now.facts.value(WISHES)
    desk.act(Tell(path=WISHES, value=("印鑑登録",)))
    assert desk.now.facts.value(WISHES) == before
    desk.act(HandOver(path=WISHES), Tell(path=WISHES, value=("何か別のもの",)))
    assert desk.now.facts.value(WISHES) == before
    desk.act(HandOver(path=DAY))
    assert desk.visit.state.silent == {WISHES}


def test_what_the_clerk_then_hears_herself_she_sees() -> None:
    desk = moved().act(HandOver(path=WISHES), Tell(path=WISHES, value=()))
    desk.act(Answer(path=WISHES, text="なし"))
    assert desk.visit.state.silent == frozenset()
    assert asked(desk, WISHES).echo == WORDS("value-none")


def test_while_it_is_asked_whose_a_card_is_nothing_of_it_stands_there() -> None:
    desk = moved()
    waiting = desk.visit.state.model_copy(update={"confirming": True})
    page = resident_page(waiting, desk.now, wording("ja"), at=DAY)
    assert (page.shown, page.papers) == (Shown.WAITING, ())
