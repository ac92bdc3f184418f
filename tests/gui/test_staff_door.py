"""Staff at a counter: they sign in, roles count, who acts is on record, and every page of the cover can be read."""

import uuid
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.office import CounterOffice
from kiosk.bootstrap.sending_desk import SendingDesk
from kiosk.bootstrap.window import CounterDesk
from kiosk.demo.family import Demo
from kiosk.flow.attendance import Stage
from kiosk.flow.jobs import Unpark
from kiosk.model.errors import SiteError
from kiosk.model.printing import PaperKind
from kiosk.model.staff import FOUNDER, Right, Staff
from kiosk.store.roster import stamp
from kiosk.ui.staff.cover import AGAIN, NAME, NEW, NUMBER, PIN, Cover
from kiosk.ui.staff.curtain import Curtain
from kiosk.ui.staff.page import FieldsPage
from kiosk.ui.tokens import CONTROL, TextSize
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.glyph_label import GlyphLabel
from tests.gui.counter import Counter, keyboard, settle, until
from tests.gui.staff import NAMES, PINS, StaffedOpens, door, enters, inside, noted, types, visits
from tests.gui.test_audit import CONTROLS, cut


# ---- coming in -------------------------------------------------------------------------------------------------------
def test_the_first_start_of_a_place_makes_the_administrator_and_the_desk_opens(
    qtbot: QtBot, opens_staffed: StaffedOpens
) -> None:
    desk = opens_staffed()
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
    assert (desk.window.header.person.accessibleName(), noted(desk)[0][:2]) == (
        "1001 窓口　花子",
        ("1001", "staff-add"),
    )


def test_who_has_signed_in_stands_in_facts_and_in_the_case_and_not_the_desk(qtbot: QtBot, staffed: CounterDesk) -> None:
    visits(qtbot, staffed)
    case = staffed.visit.state.case
    assert case is not None
    spoken = [fact for fact in case.ledger.facts if fact.path == "person[p1].name.full"]
    assert (case.clerk, {fact.by for fact in spoken}) == ("1001", {"1001"})
    assert ("1001", "sign-in", "pin desk=counter") in noted(staffed)


def test_a_wrong_pin_makes_one_wait_and_says_how_long(qtbot: QtBot, staffed: CounterDesk, demo: Demo) -> None:
    types(qtbot, staffed, "1001", "000000")
    page = door(staffed).cover.sign_in
    assert "5秒" in page.said.label.text
    assert (page.typed(NUMBER), page.typed(PIN), keyboard()) == ("1001", "", page.lines[PIN])
    types(qtbot, staffed, PINS["1001"])
    assert not door(staffed).at.open
    demo.program.clock.advance(5)  # type: ignore[attr-defined]  # the demonstration's clock stands still
    for _ in range(5):
        door(staffed).waiting.timer.timeout.emit()
    types(qtbot, staffed, PINS["1001"])
    assert door(staffed).at.open


def test_a_pin_that_somebody_else_gave_is_replaced_before_anything_else(qtbot: QtBot, staffed: CounterDesk) -> None:
    staffed.program.store.staff.set_pin("1002", "161803", renew=True, event=stamp("1001", staffed.program.clock.now()))
    types(qtbot, staffed, "1002", "161803")
    assert door(staffed).at.stage is Stage.RENEWING
    types(qtbot, staffed, "161803", "161803")
    assert "いままでと同じ" in door(staffed).cover.renewing.said.label.text
    types(qtbot, staffed, "141421", "141421")
    assert door(staffed).at.open
    assert door(staffed).cover.renewing.typed(NEW) == ""
    assert staffed.program.at_desk.by() == "1002"


def test_whoever_knows_the_pin_can_change_it_where_they_sign_in(qtbot: QtBot, staffed: CounterDesk) -> None:
    page = door(staffed).cover.sign_in
    assert page.back is not None
    page.back.click()
    assert keyboard() is page.lines[NUMBER]  # nothing is changed without both
    page.lines[NUMBER].setText("1002")
    page.lines[PIN].setText(PINS["1002"])
    page.back.click()
    until(qtbot, lambda: door(staffed).at.stage is Stage.RENEWING)
    types(qtbot, staffed, "141421", "141421")
    assert door(staffed).at.open
    door(staffed).lock()
    types(qtbot, staffed, "1002", PINS["1002"])
    assert not door(staffed).at.open


def test_two_windows_that_both_ask_for_the_first_administrator_make_one(
    qtbot: QtBot, opens_staffed: StaffedOpens
) -> None:
    desk = opens_staffed()
    program = desk.program
    lead = Staff(number="1001", name=NAMES["1001"], roles=FOUNDER)
    assert program.store.staff.add(lead, PINS["1001"], event=stamp("1001", program.clock.now()), first=True) is None
    for line, text in zip((NAME, NUMBER, PIN, AGAIN), ("別の　人", "9999", "141421", "141421"), strict=True):
        door(desk).cover.founding.lines[line].setText(text)
    door(desk).cover.founding.act.click()
    until(qtbot, lambda: door(desk).at.stage is Stage.CLOSED)
    assert program.store.staff.find("9999") is None
    enters(qtbot, desk)


def test_by_touch_alone_a_number_and_a_pin_open_the_desk(qtbot: QtBot, staffed: CounterDesk) -> None:
    page = door(staffed).cover.sign_in

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
    until(qtbot, lambda: door(staffed).at.open)


# ---- roles -----------------------------------------------------------------------------------------------------------
def test_the_office_page_asks_who_is_at_the_desk_and_not_which_desk_it_is(qtbot: QtBot, staffed: CounterDesk) -> None:
    enters(qtbot, staffed, "1002")
    sending = SendingDesk(staffed.program, lambda: None)
    sending.pause("1", paused=True)
    assert staffed.program.store.audit.read(1)[0].by == "1002"
    assert sending.decisions.gate(staffed.program.at_desk.by(), Right.DECIDE) is not None


# ---- on record -------------------------------------------------------------------------------------------------------
def test_who_opens_a_visit_prints_or_saves_it_is_on_record_before_it_happens(
    qtbot: QtBot, staffed: CounterDesk, tmp_path: Path
) -> None:
    case = visits(qtbot, staffed)
    office = CounterOffice(staffed.program, staffed.desk)
    with suppress(SiteError):  # a machine without a print system
        office.print_papers(tuple(PaperKind))
    office.save_packet(tmp_path / "papers")
    staffed.host.defect(ValueError())
    until(qtbot, lambda: not staffed.host.busy)
    StoreDoing(staffed.program).do(Unpark(uuid.UUID(case)))
    newest = [each for each in staffed.program.store.audit.read(4) if each.action != "print-failed"]
    assert {(each.by, each.case) for each in newest} == {("1001", case)}
    assert [f"{each.action} {each.detail}".strip() for each in newest[::-1]] == [
        "print packet=1 slip=1 guide=1 run=1",
        "export packet",
        "case-open from=1001",
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
