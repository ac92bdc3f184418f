"""Staff at a counter: they sign in, what is locked is out of reach, and who acts is on record."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.office import CounterOffice
from kiosk.bootstrap.sending_desk import SendingDesk
from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.demo.family import Demo
from kiosk.flow.actions import Answer, StartVisit, Step
from kiosk.flow.attendance import Stage, Why
from kiosk.flow.jobs import Unpark
from kiosk.model.errors import SiteError
from kiosk.model.staff import FOUNDER, Right, Role, Staff
from kiosk.store.roster import stamp
from kiosk.ui.staff.cover import AGAIN, NAME, NEW, NUMBER, PIN, Cover
from kiosk.ui.staff.curtain import Curtain
from kiosk.ui.staff.door import DeskDoor
from kiosk.ui.staff.page import FieldsPage
from kiosk.ui.tokens import CONTROL, TextSize
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.glyph_label import GlyphLabel
from tests.gui.counter import Counter, keyboard, settle, until
from tests.gui.real import said
from tests.gui.test_audit import CONTROLS, cut

PINS = {"1001": "271828", "1002": "314159"}
NAMES = {"1001": "窓口　花子", "1002": "見本　二郎"}
RESIDENT = "架空　太郎"

Opens = Callable[[], CounterDesk]


@pytest.fixture
def opens(qtbot: QtBot, demo: Demo) -> Iterator[Opens]:
    """Opens the counter of the same place, at which staff sign in."""
    desks: list[CounterDesk] = []

    def open_one() -> CounterDesk:
        desks.append(build_counter(replace(demo.program), staffed=True))
        desk = desks[-1]
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        desk.host.start()
        door(desk).begin()
        until(qtbot, lambda: not desk.host.busy)
        return desk

    yield open_one
    for desk in desks:
        if shiboken6.isValid(desk.window):
            desk.close()


@pytest.fixture
def desk(opens: Opens, demo: Demo) -> CounterDesk:
    """A counter with a lead and a clerk, who has a staff card."""
    program = replace(demo.program)
    for number, roles in (("1001", FOUNDER), ("1002", frozenset({Role.CLERK}))):
        one = Staff(number=number, name=NAMES[number], roles=roles)
        assert program.store.staff.add(one, PINS[number], event=stamp("1001", program.clock.now())) is None
    assert program.store.staff.bind("1002", "0114A1B2C3D4E5F1", event=stamp("1001", program.clock.now())) is None
    program.close()
    return opens()


def door(desk: CounterDesk) -> DeskDoor:
    assert desk.door is not None
    return desk.door


def types(qtbot: QtBot, desk: CounterDesk, *lines: str) -> None:
    """Each line and Enter, to whatever has the keyboard; then until the store has answered."""
    for line in lines:
        QTest.keyClicks(keyboard(), line)
        QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    until(qtbot, lambda: not desk.host.busy)


def enters(qtbot: QtBot, desk: CounterDesk, number: str = "1001") -> None:
    types(qtbot, desk, number, PINS[number])
    assert door(desk).at.open


def visits(qtbot: QtBot, desk: CounterDesk) -> str:
    """Somebody signs in and a visit begins; its id."""
    enters(qtbot, desk)
    desk.window.act(StartVisit(event="tennyu"))
    desk.window.act(Answer(path="person[p1].name.full", text=RESIDENT))
    until(qtbot, lambda: not desk.host.busy)
    case = desk.visit.state.case
    assert case is not None
    return str(case.id)


def noted(desk: CounterDesk) -> list[tuple[str, str, str]]:
    """Who did what with which detail, the newest first; what the store itself notes is left out."""
    return [(each.by, each.action, each.detail) for each in desk.program.store.audit.read(8)]


def inside(desk: CounterDesk, widget: QWidget | None) -> bool:
    """Whether a widget belongs to what is behind the door."""
    behind = door(desk).curtain.desk
    return widget is not None and (widget is behind or behind.isAncestorOf(widget))


# ---- coming in -------------------------------------------------------------------------------------------------------
def test_the_first_start_of_a_place_makes_the_administrator_and_the_desk_opens(qtbot: QtBot, opens: Opens) -> None:
    desk = opens()
    assert door(desk).at.stage is Stage.FOUNDING
    page = door(desk).cover.founding
    keyboard().setProperty("text", NAMES["1001"])  # kanji come from an input method
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    types(qtbot, desk, "1001", "111111", "111111")
    assert "すぐに当てられます" in page.said.label.text
    assert (page.typed(NAME), page.typed(NUMBER), page.typed(PIN), page.typed(AGAIN)) == (NAMES["1001"], "1001", "", "")
    types(qtbot, desk, PINS["1001"], PINS["1001"])
    assert door(desk).at.open
    found = desk.program.store.staff.find("1001")
    assert found is not None
    assert found.may(Right.MANAGE)
    assert inside(desk, keyboard())
    assert (desk.window.header.person.text(), noted(desk)[0][:2]) == ("1001 窓口　花子", ("1001", "staff-add"))


def test_who_has_signed_in_stands_in_facts_and_in_the_case_and_not_the_desk(qtbot: QtBot, desk: CounterDesk) -> None:
    visits(qtbot, desk)
    case = desk.visit.state.case
    assert case is not None
    spoken = [fact for fact in case.ledger.facts if fact.path == "person[p1].name.full"]
    assert (case.clerk, {fact.by for fact in spoken}) == ("1001", {"1001"})
    assert ("1001", "sign-in", "pin desk=counter") in noted(desk)


def test_a_wrong_pin_makes_one_wait_and_says_how_long(qtbot: QtBot, desk: CounterDesk, demo: Demo) -> None:
    types(qtbot, desk, "1001", "000000")
    page = door(desk).cover.sign_in
    assert "5秒" in page.said.label.text
    assert (page.typed(NUMBER), page.typed(PIN), keyboard()) == ("1001", "", page.lines[PIN])
    types(qtbot, desk, PINS["1001"])
    assert not door(desk).at.open
    demo.program.clock.advance(5)  # type: ignore[attr-defined]  # the demonstration's clock stands still
    for _ in range(5):
        door(desk)._second.timeout.emit()
    types(qtbot, desk, PINS["1001"])
    assert door(desk).at.open


def test_a_pin_that_somebody_else_gave_is_replaced_before_anything_else(qtbot: QtBot, desk: CounterDesk) -> None:
    desk.program.store.staff.set_pin("1002", "161803", renew=True, event=stamp("1001", desk.program.clock.now()))
    types(qtbot, desk, "1002", "161803")
    assert door(desk).at.stage is Stage.RENEWING
    types(qtbot, desk, "161803", "161803")
    assert "いままでと同じ" in door(desk).cover.renewing.said.label.text
    types(qtbot, desk, "141421", "141421")
    assert door(desk).at.open
    assert door(desk).cover.renewing.typed(NEW) == ""
    assert desk.program.at_desk.by() == "1002"


def test_whoever_knows_the_pin_can_change_it_where_they_sign_in(qtbot: QtBot, desk: CounterDesk) -> None:
    page = door(desk).cover.sign_in
    assert page.back is not None
    page.back.click()
    assert keyboard() is page.lines[NUMBER]  # nothing is changed without both
    page.lines[NUMBER].setText("1002")
    page.lines[PIN].setText(PINS["1002"])
    page.back.click()
    until(qtbot, lambda: door(desk).at.stage is Stage.RENEWING)
    types(qtbot, desk, "141421", "141421")
    assert door(desk).at.open
    door(desk).lock()
    types(qtbot, desk, "1002", PINS["1002"])
    assert not door(desk).at.open


def test_two_windows_that_both_ask_for_the_first_administrator_make_one(qtbot: QtBot, opens: Opens) -> None:
    desk = opens()
    program = desk.program
    lead = Staff(number="1001", name=NAMES["1001"], roles=FOUNDER)
    assert program.store.staff.add(lead, PINS["1001"], event=stamp("1001", program.clock.now()), first=True) is None
    for line, text in zip((NAME, NUMBER, PIN, AGAIN), ("別の　人", "9999", "141421", "141421"), strict=True):
        door(desk).cover.founding.lines[line].setText(text)
    door(desk).cover.founding.act.click()
    until(qtbot, lambda: door(desk).at.stage is Stage.CLOSED)
    assert program.store.staff.find("9999") is None
    enters(qtbot, desk)


def test_by_touch_alone_a_number_and_a_pin_open_the_desk(qtbot: QtBot, desk: CounterDesk) -> None:
    page = door(desk).cover.sign_in

    def touch(word: str) -> None:
        key = next(key for key in page.keys.keys if key.text() == word)
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)

    for digit in "1001":
        touch(digit)
    QTest.mouseClick(page.lines[PIN], Qt.MouseButton.LeftButton)
    for digit in PINS["1001"] + "9":
        touch(digit)
    touch("消す")
    QTest.mouseClick(page.act, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: door(desk).at.open)


# ---- locked ----------------------------------------------------------------------------------------------------------
def test_nothing_of_a_visit_is_within_reach_while_it_is_locked_and_it_goes_on_as_it_stood(
    qtbot: QtBot, desk: CounterDesk
) -> None:
    visits(qtbot, desk)
    had, state = keyboard(), desk.visit.state
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(RESIDENT)
    menu = QMenu(desk.window)  # as a line opens it under the right button: it could still copy what stands there
    menu.addAction("copy")
    menu.popup(QPoint(100, 100))
    door(desk).lock(Why.IDLE)
    assert (door(desk).at.stage, QApplication.activePopupWidget()) == (Stage.CLOSED, None)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [desk.window]
    desk.window.activateWindow()  # offscreen, the menu that was closed stays the active window
    shown = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    assert not [widget for widget in shown if inside(desk, widget)]
    assert RESIDENT not in clipboard.text()
    desk.window._refocus()  # as a page does that arrives meanwhile
    for _ in range(30):
        assert not inside(desk, keyboard())
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F12, Qt.Key.Key_F12, Qt.Key.Key_Escape):
        QTest.keyClick(desk.window, key)
    QTest.keyClick(desk.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (desk.visit.state, desk.window.office.is_open) == (state, False)
    door(desk).cover.wipe()
    door(desk).cover.sign_in.first().setFocus()
    enters(qtbot, desk)
    assert (desk.visit.state, keyboard()) == (state, had)
    QTest.keyClick(desk.window, Qt.Key.Key_F6)
    assert desk.window.page.step is Step.PLAN


def test_what_a_scanner_types_at_a_locked_desk_opens_no_visit(qtbot: QtBot, desk: CounterDesk) -> None:
    QTest.keyClicks(keyboard(), "260420-001")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    until(qtbot, lambda: not desk.host.busy)
    assert (desk.visit.state.case, door(desk).at.stage) == (None, Stage.CLOSED)


def test_a_colleague_takes_a_visit_over_and_that_is_on_record_and_the_same_person_does_not(
    qtbot: QtBot, desk: CounterDesk
) -> None:
    case = visits(qtbot, desk)
    door(desk).lock()
    assert NAMES["1001"] in door(desk).cover.sign_in.how.text
    enters(qtbot, desk)
    assert "take-over" not in str(noted(desk))
    door(desk).lock()
    enters(qtbot, desk, "1002")
    assert desk.window.kit.words("staff-taken-over") in said(desk)
    until(qtbot, lambda: not desk.host.busy)
    assert desk.program.store.audit.read(1)[0].model_dump(include={"by", "action", "case", "detail"}) == {
        "by": "1002",
        "action": "take-over",
        "case": case,
        "detail": "from=1001",
    }
    desk.window.act(Answer(path="person[p1].phone", text="03-0000-0000"))
    assert desk.visit.state.case is not None
    assert desk.visit.state.case.ledger.facts[-1].by == "1002"


def test_a_staff_card_opens_the_desk_and_taking_it_away_locks_it(qtbot: QtBot, desk: CounterDesk) -> None:
    badges = door(desk)._ports.badges  # a person moves the card
    badges.insert("staff-2")
    until(qtbot, lambda: "登録されていません" in door(desk).cover.sign_in.said.label.text)
    badges.remove()
    until(qtbot, lambda: not door(desk).cards.there)
    badges.insert("staff-1")
    until(qtbot, lambda: door(desk).at.open)
    assert desk.program.at_desk.by() == "1002"
    badges.remove()
    door(desk).cards.look()
    assert door(desk).at.stage is Stage.CLOSED
    assert "職員証" in door(desk).cover.sign_in.said.label.text
    until(qtbot, lambda: not desk.host.busy)
    assert noted(desk)[0] == ("1002", "lock", Why.CARD.value)


def test_a_desk_that_nobody_touches_is_locked_and_a_touch_begins_the_time_anew(
    qtbot: QtBot, desk: CounterDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    enters(qtbot, desk)
    idle, begun = door(desk).idle, list[int]()
    assert idle.timer.interval() == 5 * 60_000
    monkeypatch.setattr(idle.timer, "start", lambda *_: begun.append(1))
    QTest.mouseMove(desk.window.windowHandle(), QPoint(200, 200))
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Shift)
    assert len(begun) >= 2
    idle.timer.timeout.emit()
    assert door(desk).at.stage is Stage.CLOSED
    until(qtbot, lambda: not desk.host.busy)
    assert noted(desk)[0] == ("1001", "lock", Why.IDLE.value)


def test_a_key_locks_the_desk_and_the_header_does_by_touch(qtbot: QtBot, desk: CounterDesk) -> None:
    enters(qtbot, desk)
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert door(desk).at.stage is Stage.CLOSED
    enters(qtbot, desk)
    QTest.mouseClick(desk.window.header.hide_button, Qt.MouseButton.LeftButton)
    assert door(desk).hidden
    QTest.mouseClick(door(desk).cover.hidden.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.window.header.person, Qt.MouseButton.LeftButton)
    assert door(desk).at.stage is Stage.CLOSED


def test_one_key_hides_the_screen_and_the_same_one_shows_it_again(qtbot: QtBot, desk: CounterDesk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Pause)
    assert door(desk).at.stage is Stage.CLOSED  # a closed desk cannot be opened that way
    visits(qtbot, desk)
    had = keyboard()
    QTest.keyClick(desk.window, Qt.Key.Key_Pause)
    assert not inside(desk, keyboard())
    assert not door(desk).curtain.desk.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_F12)
    QTest.keyClick(desk.window, Qt.Key.Key_Pause)
    assert (keyboard(), door(desk).curtain.desk.isVisible()) == (had, True)


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


# ---- roles -----------------------------------------------------------------------------------------------------------
def test_the_office_page_asks_who_is_at_the_desk_and_not_which_desk_it_is(qtbot: QtBot, desk: CounterDesk) -> None:
    enters(qtbot, desk, "1002")
    sending = SendingDesk(desk.program, lambda: None)
    sending.pause("1", paused=True)
    assert desk.program.store.audit.read(1)[0].by == "1002"
    assert sending.decisions.gate(desk.program.at_desk.by(), Right.DECIDE) is not None


# ---- on record -------------------------------------------------------------------------------------------------------
def test_who_opens_a_visit_prints_or_saves_it_is_on_record_before_it_happens(
    qtbot: QtBot, desk: CounterDesk, tmp_path: Path
) -> None:
    case = visits(qtbot, desk)
    office = CounterOffice(desk.program, desk.desk)
    for leave in (office.print_packet, office.print_slip, office.print_guide):
        with suppress(SiteError):  # a machine without a print system
            leave()
    office.save_packet(tmp_path / "papers")
    desk.host.defect(ValueError())
    until(qtbot, lambda: not desk.host.busy)
    StoreDoing(desk.program).do(Unpark(uuid.UUID(case)))
    newest = desk.program.store.audit.read(5)
    assert {(each.by, each.case) for each in newest} == {("1001", case)}
    assert [f"{each.action} {each.detail}".strip() for each in newest[::-1]] == [
        "print packet",
        "print slip",
        "print guide",
        "export packet",
        "case-open",
    ]


# ---- how it looks ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_every_page_of_the_cover_is_named_large_enough_and_uncut(
    counter: Counter, qtbot: QtBot, size: TextSize
) -> None:
    kit = counter.window.kit
    cover, faults = Cover(kit), list[str]()
    Curtain(counter.window, cover, refocus=counter.window._refocus).draw()
    kit.look.set(size=size)
    cover.sign_in.how.set_text(kit.words("staff-in-open-visit", name=NAMES["1001"]))
    for page in (cover.sign_in, cover.founding, cover.renewing, cover.hidden):
        cover.show_page(page)
        if isinstance(page, FieldsPage):
            page.keys.turn(lettered=page is cover.founding)
            page.say(kit.words("staff-pin-easy") if page is cover.renewing else "")
        settle(qtbot)
        shown = [widget for widget in cover.findChildren(QWidget) if widget.isVisible()]
        for control in (each for each in shown if isinstance(each, CONTROLS)):
            if not control.accessibleName() or min(control.height(), control.width()) < kit.look.dp(CONTROL):
                faults.append(f"{type(control).__name__} {control.accessibleName()} {control.size()}")
        faults += [found for each in shown if isinstance(each, GlyphLabel | Button) and (found := cut(each))]
    assert faults == []
