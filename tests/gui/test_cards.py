"""The card drawer: every answer of a card has words, the visit goes on by hand, and the event loop never stops."""

from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import RemovePerson, ReportCard, StartVisit, UseCard
from kiosk.model.card import (
    BadSecret,
    Blocked,
    CardGone,
    CardOutcome,
    LastTry,
    NoReader,
    Secret,
    Unreadable,
    WrongCard,
    WrongSecret,
)
from kiosk.model.errors import SiteError
from kiosk.ui.counter.drawers import Side
from kiosk.ui.jobs import Jobs
from tests.gui.counter import Counter, until
from tests.gui.family import FACE

OUTCOMES: tuple[CardOutcome, ...] = (
    FACE,
    FACE.model_copy(update={"expired": True, "doubtful": ("﨑",)}),
    *(WrongSecret(secret=secret, tries_left=2) for secret in Secret),
    *(LastTry(secret=secret) for secret in Secret),
    *(Blocked(secret=secret) for secret in Secret),
    *(BadSecret(secret=secret) for secret in Secret),
    CardGone(step=3),
    WrongCard(kind="licence"),
    WrongCard(kind="residence"),
    WrongCard(kind="unknown"),
    Unreadable(staff_code="C-7"),
    NoReader(staff_code="R-1"),
)


def insert(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(StartVisit(event="e0"))
    counter.window.key(2)
    counter.window.side.card.samples[0].click()
    until(qtbot, lambda: not counter.window.kit.jobs.running)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.outcome)
def test_every_outcome_says_what_to_do_and_manual_entry_stays(
    counter: Counter, qtbot: QtBot, outcome: CardOutcome
) -> None:
    insert(counter, qtbot)
    drawer, counter.cards.answer = counter.window.side.card, outcome
    drawer.digits.setText("1234")
    drawer.read_button.click()
    until(qtbot, lambda: not counter.window.kit.jobs.running)
    said = drawer.said.label.text
    assert said.endswith(("。", "）", "﨑"))
    assert "1234" not in said
    assert drawer.hand.isVisible()
    told = [action for action in counter.desk.log if isinstance(action, UseCard | ReportCard)]
    assert len(told) == (0 if isinstance(outcome, LastTry) else 1)


def test_the_messages_of_the_outcomes_all_differ(counter: Counter, qtbot: QtBot) -> None:
    insert(counter, qtbot)
    drawer, said = counter.window.side.card, []
    for outcome in OUTCOMES:
        drawer._outcome(outcome)
        said.append(drawer.said.label.text)
    assert len(set(said)) == len(OUTCOMES)


def test_the_last_try_is_spent_only_after_a_person_said_so(counter: Counter, qtbot: QtBot) -> None:
    insert(counter, qtbot)
    drawer, counter.cards.answer = counter.window.side.card, LastTry(secret=Secret.PIN)
    drawer.digits.setText("1234")
    drawer.read_button.click()
    until(qtbot, drawer.last.isVisible)
    assert counter.cards.calls == [(Secret.PIN, False)]
    drawer.spend.click()
    until(qtbot, lambda: len(counter.cards.calls) == 2)
    assert counter.cards.calls[-1] == (Secret.PIN, True)


def test_the_event_loop_ticks_for_as_long_as_the_card_takes(counter: Counter, qtbot: QtBot) -> None:
    insert(counter, qtbot)
    counter.cards.go_on.clear()
    ticks: list[bool] = []
    tick = QTimer(counter.window)
    tick.timeout.connect(lambda: ticks.append(counter.window.kit.jobs.running > 0))
    counter.window.side.card.read_button.click()
    tick.start(0)
    until(qtbot, lambda: len(ticks) > 100)  # else the card would never answer
    counter.cards.go_on.set()
    until(qtbot, lambda: not counter.window.kit.jobs.running)
    tick.stop()
    assert all(ticks[:100])


def test_a_silent_reader_is_named_by_the_watchdog(counter: Counter, qtbot: QtBot) -> None:
    insert(counter, qtbot)
    counter.cards.go_on.clear()
    counter.window.side.card.read_button.click()
    counter.window.kit.jobs.slow.emit()
    assert counter.window.side.card.said.label.text == counter.words("card-slow")
    counter.cards.go_on.set()
    until(qtbot, lambda: not counter.window.kit.jobs.running)


def test_an_answer_that_comes_after_the_visit_has_ended_is_dropped(counter: Counter, qtbot: QtBot) -> None:
    insert(counter, qtbot)
    counter.cards.go_on.clear()
    counter.window.side.card.read_button.click()
    counter.window.end()
    counter.cards.go_on.set()
    until(qtbot, lambda: not counter.window.kit.jobs.running)
    assert not [action for action in counter.desk.log if isinstance(action, UseCard)]


def test_manual_entry_is_one_press_away(counter: Counter, qtbot: QtBot) -> None:
    insert(counter, qtbot)
    counter.window.side.card.hand.click()
    assert counter.window.side.showing is Side.PAPER


def test_a_place_that_is_not_ready_is_told_to_the_one_who_asked(qtbot: QtBot) -> None:
    jobs, told = Jobs(), list[SiteError]()

    def work() -> None:
        raise SiteError("X-1", what="紙がありません。", mend="入れてください。")

    jobs.run(work, done=lambda _nothing: None, failed=told.append)
    until(qtbot, lambda: bool(told))
    jobs.close()
    assert told[0].code == "X-1"


def test_a_slow_job_is_announced_once_and_still_answers(qtbot: QtBot) -> None:
    jobs, answers, said = Jobs(watchdog_ms=20), list[str](), Event()
    slow: list[bool] = []
    jobs.slow.connect(lambda: slow.append(True))
    jobs.slow.connect(said.set)
    jobs.run(said.wait, done=lambda _nothing: answers.append("done"))
    until(qtbot, lambda: bool(answers))
    jobs.close()
    assert slow == [True]


def test_with_the_last_card_of_the_household_the_drawer_closes(counter: Counter, qtbot: QtBot) -> None:
    insert(counter, qtbot)
    for person in counter.window.page.persons[1:]:
        counter.window.act(RemovePerson(person=person.id))
    drawer, counter.cards.answer = counter.window.side.card, FACE
    drawer.digits.setText("1234")
    drawer.read_button.click()
    until(qtbot, lambda: not counter.window.kit.jobs.running)
    assert drawer.isVisible()
    drawer.remove.click()
    until(qtbot, lambda: not counter.window.kit.jobs.running)
    assert [person.from_card for person in counter.window.page.persons] == [True]
    assert counter.window.side.showing is Side.PAPER
