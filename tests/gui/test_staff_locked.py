"""A locked counter: nothing of a visit is within reach, it goes on as it stood, a colleague takes it over on record."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.demo.family import Demo
from kiosk.flow.actions import Answer, Step
from kiosk.flow.attendance import Stage, Why
from kiosk.model.errors import SiteError
from tests.gui.counter import keyboard, until
from tests.gui.real import said
from tests.gui.staff import NAMES, RESIDENT, door, enters, inside, noted, visits


# ---- locked ----------------------------------------------------------------------------------------------------------
def test_nothing_of_a_visit_is_within_reach_while_it_is_locked_and_it_goes_on_as_it_stood(
    qtbot: QtBot, staffed: CounterDesk
) -> None:
    visits(qtbot, staffed)
    had, state = keyboard(), staffed.visit.state
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(RESIDENT)
    menu = QMenu(staffed.window)  # as a line opens it under the right button: it could still copy what stands there
    menu.addAction("copy")
    menu.popup(QPoint(100, 100))
    door(staffed).lock(Why.IDLE)
    assert (door(staffed).at.stage, QApplication.activePopupWidget()) == (Stage.CLOSED, None)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [staffed.window]
    staffed.window.activateWindow()  # offscreen, the menu that was closed stays the active window
    shown = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    assert not [widget for widget in shown if inside(staffed, widget)]
    assert RESIDENT not in clipboard.text()
    staffed.window._refocus()  # as a page does that arrives meanwhile
    for _ in range(30):
        assert not inside(staffed, keyboard())
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F12, Qt.Key.Key_F12, Qt.Key.Key_Escape):
        QTest.keyClick(staffed.window, key)
    QTest.keyClick(staffed.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (staffed.visit.state, staffed.window.office.is_open) == (state, False)
    door(staffed).cover.wipe()
    door(staffed).cover.sign_in.first().setFocus()
    enters(qtbot, staffed)
    assert (staffed.visit.state, keyboard()) == (state, had)
    QTest.keyClick(staffed.window, Qt.Key.Key_F6)
    assert staffed.window.page.step is Step.PLAN


def test_what_a_scanner_types_at_a_locked_desk_opens_no_visit(qtbot: QtBot, staffed: CounterDesk) -> None:
    QTest.keyClicks(keyboard(), "260420-001")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    until(qtbot, lambda: not staffed.host.busy)
    assert (staffed.visit.state.case, door(staffed).at.stage) == (None, Stage.CLOSED)


def test_a_colleague_takes_a_visit_over_and_that_is_on_record_and_the_same_person_does_not(
    qtbot: QtBot, staffed: CounterDesk
) -> None:
    case = visits(qtbot, staffed)
    door(staffed).lock()
    assert NAMES["1001"] in door(staffed).cover.sign_in.how.text
    enters(qtbot, staffed)
    assert "take-over" not in str(noted(staffed))
    door(staffed).lock()
    enters(qtbot, staffed, "1002")
    assert staffed.window.kit.words("staff-taken-over") in said(staffed)
    until(qtbot, lambda: not staffed.host.busy)
    assert staffed.program.store.audit.read(1)[0].model_dump(include={"by", "action", "case", "detail"}) == {
        "by": "1002",
        "action": "take-over",
        "case": case,
        "detail": "from=1001",
    }
    staffed.window.act(Answer(path="person[p1].phone", text="03-0000-0000"))
    assert staffed.visit.state.case is not None
    assert staffed.visit.state.case.ledger.facts[-1].by == "1002"


def test_a_staff_card_opens_the_desk_and_taking_it_away_locks_it(qtbot: QtBot, staffed: CounterDesk) -> None:
    badges = door(staffed)._ports.badges  # a person moves the card
    badges.insert("staff-2")
    until(qtbot, lambda: "登録されていません" in door(staffed).cover.sign_in.said.label.text)
    badges.remove()
    until(qtbot, lambda: not door(staffed).cards.there)
    badges.insert("staff-1")
    until(qtbot, lambda: door(staffed).at.open)
    assert staffed.program.at_desk.by() == "1002"
    badges.remove()
    door(staffed).cards.look()
    assert door(staffed).at.stage is Stage.CLOSED
    assert "職員証" in door(staffed).cover.sign_in.said.label.text
    until(qtbot, lambda: not staffed.host.busy)
    assert noted(staffed)[0] == ("1002", "lock", Why.CARD.value)


def test_a_desk_that_nobody_touches_is_locked_and_a_touch_begins_the_time_anew(
    qtbot: QtBot, staffed: CounterDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    enters(qtbot, staffed)
    idle, begun = door(staffed).idle, list[int]()
    assert idle.timer.interval() == 5 * 60_000
    monkeypatch.setattr(idle.timer, "start", lambda *_: begun.append(1))
    QTest.mouseMove(staffed.window.windowHandle(), QPoint(200, 200))
    QTest.keyClick(staffed.window.windowHandle(), Qt.Key.Key_Shift)
    assert len(begun) >= 2
    idle.timer.timeout.emit()
    assert door(staffed).at.stage is Stage.CLOSED
    until(qtbot, lambda: not staffed.host.busy)
    assert noted(staffed)[0] == ("1001", "lock", Why.IDLE.value)


def test_a_key_locks_the_desk_and_the_header_does_by_touch(qtbot: QtBot, staffed: CounterDesk) -> None:
    enters(qtbot, staffed)
    QTest.keyClick(staffed.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert door(staffed).at.stage is Stage.CLOSED
    enters(qtbot, staffed)
    QTest.mouseClick(staffed.window.header.hide_button, Qt.MouseButton.LeftButton)
    assert door(staffed).hidden
    QTest.mouseClick(door(staffed).cover.hidden.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(staffed.window.header.person, Qt.MouseButton.LeftButton)
    assert door(staffed).at.stage is Stage.CLOSED


def test_one_key_hides_the_screen_and_the_same_one_shows_it_again(qtbot: QtBot, staffed: CounterDesk) -> None:
    QTest.keyClick(staffed.window, Qt.Key.Key_Pause)
    assert door(staffed).at.stage is Stage.CLOSED  # a closed staffed cannot be opened that way
    visits(qtbot, staffed)
    had = keyboard()
    QTest.keyClick(staffed.window, Qt.Key.Key_Pause)
    assert not inside(staffed, keyboard())
    assert not door(staffed).curtain.desk.isVisible()
    QTest.keyClick(staffed.window, Qt.Key.Key_F12)
    QTest.keyClick(staffed.window, Qt.Key.Key_Pause)
    assert (keyboard(), door(staffed).curtain.desk.isVisible()) == (had, True)


def test_the_demonstration_asks_nobody_and_can_be_hidden(qtbot: QtBot, demo: Demo) -> None:
    desk = build_counter(replace(demo.program), staffed=False)
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    door(desk).begin()
    assert inside(desk, keyboard())
    for hide, shown in ((Qt.Key.Key_L, False), (Qt.Key.Key_Pause, True)):
        held = Qt.KeyboardModifier.ControlModifier if hide is Qt.Key.Key_L else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(desk.window, hide, held)
        assert door(desk).curtain.desk.isVisible() is shown
    desk.close()


def test_what_is_wrong_with_the_place_is_told_to_who_wants_to_come_in_and_not_over_a_hidden_screen(
    qtbot: QtBot, staffed: CounterDesk
) -> None:
    cover = door(staffed).cover
    staffed.host.trouble("store", SiteError("S05", what="ディスクがいっぱいです。", mend="空きを作ってください。"))
    (told,) = cover.notices.messages
    assert "ディスクがいっぱいです。" in told.label.text
    assert told.isVisible()
    enters(qtbot, staffed)
    door(staffed).hide_screen()
    assert cover.isVisible()
    assert not told.isVisible()
    door(staffed).hide_screen()
    staffed.host.mended("store")
    assert cover.notices.messages == []
