"""The office's own window: three pages by keys and touch over the real store, behind a door where there is staff."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.office_window import OfficeSeat, build_office
from kiosk.bootstrap.program import Program
from kiosk.demo.family import Demo
from kiosk.model.parcel import DeliveryFailed, Failure, OutboxCount, Receipt
from kiosk.ui.office.header import OfficePage
from kiosk.ui.ports import Delivered
from kiosk.ui.troubles import Breakdown
from kiosk.ui.widgets.button import Button
from tests.accepted import accept
from tests.gui.counter import until, words_on_the_glass


@pytest.fixture
def office(qtbot: QtBot, demo: Demo) -> Iterator[OfficeSeat]:
    """The window of a place at which nobody signs in, with two applications, one of them held."""
    program = replace(demo.program)
    accept(program, 2)
    now = program.clock.now()
    lease = program.store.outbox.claim("1", now=now, lease=dt.timedelta(seconds=30))
    assert lease is not None
    failed = DeliveryFailed(failure=Failure.REFUSED, code="D39", detail="受け取られませんでした。")
    program.store.outbox.fail(lease, failed, now=now, retry_at=now)
    program.close()
    seat = build_office(replace(demo.program), staffed=False)
    with qtbot.waitActive(seat.window):
        seat.window.show()
        seat.window.activateWindow()
    seat.begin()
    until(qtbot, lambda: len(seat.window.sending.rows) == 2)
    yield seat
    seat.close()
    shiboken6.delete(seat.window)


def settle(program: Program) -> None:
    """The receiver takes the next application."""
    now = program.clock.now()
    lease = program.store.outbox.claim("1", now=now, lease=dt.timedelta(seconds=30))
    assert lease is not None
    program.store.outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=now)


def press(seat: OfficeSeat, key: Qt.Key) -> None:
    QTest.keyClick(seat.window, key)


def test_it_opens_on_what_has_not_left_and_each_says_what_became_of_it(office: OfficeSeat) -> None:
    window = office.window
    assert window.stack.currentWidget() is window.sending
    assert not window.sending.close_it.isVisible()
    fold = window.sending.rows[0].passed
    assert fold.inside is None
    fold.fold.setChecked(True)
    said = "\n".join(words_on_the_glass())
    assert "確定した" in said
    assert "受け取られず、保留にした" in said
    assert "D39" in said


def test_the_pages_have_keys_and_the_open_one_is_marked(qtbot: QtBot, office: OfficeSeat) -> None:
    window = office.window
    for key, page in (
        (Qt.Key.Key_F6, OfficePage.COMPARE),
        (Qt.Key.Key_F7, OfficePage.DAY),
        (Qt.Key.Key_F5, OfficePage.SENDING),
    ):
        press(office, key)
        assert window.stack.currentWidget() is window.view(page)
        assert [each for each, button in window.header.pages.items() if button.isChecked()] == [page]
    window.header.pages[OfficePage.DAY].click()
    assert window.stack.currentWidget() is window.day
    until(qtbot, lambda: len(window.day.owns) == 1)


def test_a_day_is_closed_once_somebody_has_taken_on_what_failed_and_is_sure(qtbot: QtBot, office: OfficeSeat) -> None:
    press(office, Qt.Key.Key_F7)
    view = office.window.day
    until(qtbot, lambda: len(view.owns) == 1)
    view.close_it.click()
    assert view.sure.no.hasFocus()
    view.sure.yes.click()
    until(qtbot, lambda: "締められません" in view.told.label.text)
    assert view.owns[0].hasFocus()
    assert not view.closed.isVisible()
    view.owns[0].click()
    until(qtbot, lambda: view.owns == [])
    assert view.close_it.hasFocus()
    view.close_it.click()
    view.sure.no.click()
    assert (view.close_it.hasFocus(), view.sure.isVisible()) == (True, False)
    view.close_it.click()
    view.sure.yes.click()
    until(qtbot, view.closed.isVisible)
    assert not view.close_it.isVisible()
    assert "1件" in view.waiting.label.text


def test_enter_steps_through_days_and_never_closes_one(qtbot: QtBot, office: OfficeSeat) -> None:
    press(office, Qt.Key.Key_F7)
    view = office.window.day
    until(qtbot, lambda: len(view.owns) == 1)
    view.day.before.click()
    until(qtbot, lambda: view.day.after.isVisible() and not office.host.busy)
    view.day.after.setFocus()
    QTest.keyClick(view.day.after, Qt.Key.Key_Return)
    until(qtbot, lambda: not office.host.busy)
    assert view.day.before.hasFocus()
    view.verify.click()
    until(qtbot, lambda: "揃っています" in view.told.label.text)


def test_the_list_follows_what_leaves_and_stands_still_while_somebody_is_asked(
    qtbot: QtBot, office: OfficeSeat
) -> None:
    window, program = office.window, office.program
    window.count(Delivered(OutboxCount(pending=2, held=1)))
    held = next(row for row in window.sending.rows if row.waiting.explained.line.code)
    held.skip.click()
    settle(program)
    window.count(Delivered(OutboxCount(pending=1, held=1)))
    until(qtbot, lambda: not office.host.busy)
    assert (held.asking, len(window.sending.rows)) == (True, 2)
    held.asked.hide()
    window.count(Delivered(OutboxCount(pending=1, held=0)))
    until(qtbot, lambda: len(window.sending.rows) == 1)


def test_both_sides_are_compared_and_what_is_missing_leaves_for_a_reason(
    qtbot: QtBot, office: OfficeSeat, tmp_path: Path
) -> None:
    program = office.program
    press(office, Qt.Key.Key_F6)
    view = office.window.comparing
    until(qtbot, lambda: bool(view.places))
    view.compare.click()
    until(qtbot, lambda: "指定してください" in view.told.label.text)
    settle(program)
    empty = tmp_path / "received.txt"
    empty.write_text("", encoding="utf-8")
    view.received.line.setText(str(empty))
    view.compare.click()
    until(qtbot, view.resend.isVisible)
    assert any("260420-001" in said for said in words_on_the_glass())
    view.resend.click()
    assert view.why.line.hasFocus()
    view.why.line.setText("受け取り側の障害")
    QTest.keyClick(view.why.line, Qt.Key.Key_Return)
    until(qtbot, lambda: "もう一度送ります（1件）" in view.told.label.text)
    assert view.compare.hasFocus()
    view.compare.click()
    until(qtbot, view.print.isVisible)
    view.received.line.setText("/another/list")
    assert not view.print.isVisible()
    view.since.before.click()
    assert not view.resend.isVisible()


def test_what_was_asked_before_the_page_was_changed_is_not_shown_on_it(
    qtbot: QtBot, office: OfficeSeat, tmp_path: Path
) -> None:
    press(office, Qt.Key.Key_F6)
    view, listed = office.window.comparing, tmp_path / "received.txt"
    until(qtbot, lambda: bool(view.places) and not office.host.busy)
    listed.write_text("", encoding="utf-8")
    view.received.line.setText(str(listed))
    view.compare.click()
    view.since.before.click()
    until(qtbot, lambda: not office.host.busy)
    assert (view.print.isVisible(), view.told.label.text) == (False, "")
    view.compare.click()
    until(qtbot, view.print.isVisible)


def test_what_cannot_be_done_and_a_defect_are_told_and_the_window_goes_on(qtbot: QtBot, office: OfficeSeat) -> None:
    window = office.window
    press(office, Qt.Key.Key_F7)
    until(qtbot, lambda: len(window.day.owns) == 1)
    window.stumbled(Breakdown("ab12"))
    assert any("ab12" in said for said in words_on_the_glass())
    press(office, Qt.Key.Key_F5)
    assert window.sending.isVisible()


def test_nobody_gets_in_without_a_number_where_there_is_staff(qtbot: QtBot, demo: Demo) -> None:
    seat = build_office(replace(demo.program), staffed=True)
    with qtbot.waitActive(seat.window):
        seat.window.show()
        seat.window.activateWindow()
    seat.begin()
    try:
        assert seat.door is not None
        door = seat.door
        until(qtbot, door.cover.isVisible)
        shown = [button for button in seat.window.findChildren(Button) if button.isVisible()]
        assert seat.window.sending.hasten not in shown
    finally:
        seat.close()
        shiboken6.delete(seat.window)
