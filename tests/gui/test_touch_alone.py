"""A visit without a keyboard: every question has the board of the terminal, one after another, and the PIN has keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.actions import Answer, StartVisit
from kiosk.ui.lobby.boards.choices import BigChoices
from kiosk.ui.lobby.boards.date_pad import DatePad
from kiosk.ui.lobby.boards.digits import PhonePad
from tests.gui.counter import settle, until

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kiosk.bootstrap.window import CounterDesk
    from kiosk.ui.counter.board_page import BoardPage
    from tests.gui.real import Opens


def begun(open_counter: Opens, qtbot: QtBot) -> tuple[CounterDesk, BoardPage]:
    desk = open_counter()
    desk.window.act(StartVisit(event="tennyu"))
    settle(qtbot)
    desk.window.interview.boards.click()
    assert desk.window.touching is not None
    page = desk.window.touching.page
    assert page is not None
    return desk, page


def test_question_after_question_is_answered_on_the_glass_and_nothing_stays(open_counter: Opens, qtbot: QtBot) -> None:
    desk, page = begun(open_counter, qtbot)
    assert page.isVisible()
    assert isinstance(page.answering.board, BigChoices)
    page.onward.click()
    assert page.issue.isVisible()  # nothing was said
    page.answering.board.pages.on_page[0].click()
    page.onward.click()
    until(qtbot, lambda: not desk.host.busy)
    assert page.question is not None
    assert page.question.path == "case.applicant_role"
    desk.window.act(Answer(path="case.applicant_role", text="本人"))
    desk.window.interview.go("person[p1].phone")
    assert isinstance(page.answering.board, PhonePad)
    page.answering.board.type("12")
    page.onward.click()
    assert page.question.path == "person[p1].phone"
    assert page.issue.isVisible()
    page.hold.click()
    desk.window.interview.go("case.moved_on")
    assert isinstance(page.answering.board, DatePad)
    desk.window.end()
    settle(qtbot)
    assert not page.isVisible()
    assert page.answering.board is None
    assert page.title.text == ""


def test_the_digits_of_a_card_are_pressed_on_the_glass(open_counter: Opens, qtbot: QtBot) -> None:
    desk, page = begun(open_counter, qtbot)
    page.close_button.click()
    assert not page.isVisible()
    desk.window.key(2)
    drawer = desk.window.side.card
    drawer.samples[0].click()
    until(qtbot, lambda: not desk.jobs.running)
    drawer.pad.click()
    assert page.pin.isVisible()
    for digit in "12345":
        page.pin.type(digit)
    assert page.pin.text == "1234"
    page.onward.click()
    until(qtbot, lambda: not desk.jobs.running)
    assert page.pin.text == ""
    assert desk.window.page.persons[0].from_card
