"""住民記録の照会 at the window: what for, who, the household; and nobody who was looked for stays on the glass."""

import datetime as dt
import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.residents import import_register
from kiosk.demo.family import Demo
from kiosk.demo.residents import practice_register
from kiosk.flow.actions import Decide, Decision, End, StartVisit, Step, UseCard
from kiosk.flow.day import DayList
from kiosk.flow.residents import Candidate, Household
from kiosk.model.card import CardFace
from kiosk.model.resident import Resident
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from kiosk.ui.counter.drawers import Side
from kiosk.ui.counter.register_panel import RegisterPanel
from kiosk.ui.counter.window import CounterWindow
from tests.gui.counter import Counter, keyboard, settle, until, words_on_the_glass
from tests.gui.real import Opens
from tests.residents import DAY, PRACTICE, people

TARO = CardFace(name="架空　太郎", address="見本県仮想市本町３", birth=PartialDate(iso="1988-06-15"), sex="1")
HOME = "２番３号"


def household(number: str = "5001") -> tuple[Resident, ...]:
    return tuple(each for own, each in people() if own == number)


@pytest.fixture
def register(counter: Counter) -> RegisterPanel:
    counter.office.register.people = household()
    return opened(counter.window)


def opened(window: CounterWindow) -> RegisterPanel:
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.side.showing is Side.REGISTER
    return window.side.register


def found(register: RegisterPanel, qtbot: QtBot, text: str = "理沙") -> None:
    register.search.setText(text)
    QTest.keyClick(register.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(register.rows) or not register.said.isHidden())


def test_by_keys_alone_a_household_is_found_ticked_and_taken(
    counter: Counter, register: RegisterPanel, qtbot: QtBot
) -> None:
    window = counter.window
    settle(qtbot)
    assert keyboard() is register.reasons["e0"]  # nobody has said what for
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert keyboard() is register.search
    found(register, qtbot)
    assert keyboard() is register.rows[0]
    why = counter.words("register-why", what=register.reasons["e0"].text())
    assert (register.told_why.isVisible(), register.told_why.text) == (True, why)
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(register.household.people))
    assert register.told_why.isVisible()
    assert [button.isChecked() for button in register.household.people] == [False, True, False, False]
    QTest.keyClick(keyboard(), Qt.Key.Key_1)
    QTest.keyClick(keyboard(), Qt.Key.Key_3)
    QTest.keyClick(register.household.take, Qt.Key.Key_Return)
    assert window.page.proposal is not None
    assert [pair.read_name for pair in window.page.proposal.pairs] == ["見本　健一", "見本　理沙", "見本　陸"]
    window.act(Decide(decision=Decision.SAME, row=1))
    assert [tile.view.name for tile in window.strip.tiles] == ["見本　理沙", "見本　健一", "見本　陸"]
    assert counter.office.register.asked == [("理沙", "e0"), ("household", "e0")]


def test_nobody_is_looked_for_before_it_is_said_what_for(
    counter: Counter, register: RegisterPanel, qtbot: QtBot
) -> None:
    found(register, qtbot)
    assert (register.rows, counter.office.register.asked) == ([], [])
    assert register.said.label.text == counter.words("register-for-first")


def test_in_a_visit_its_purpose_is_what_the_register_is_looked_into_for(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    counter.office.register.people = household("5005")
    window.act(StartVisit(event="e0"))
    register = opened(window)
    settle(qtbot)
    assert keyboard() is register.search
    found(register, qtbot, "護持")
    assert counter.office.register.asked == [("護持", "e0")]
    assert all(counter.words("register-no-address") in row.accessibleName() for row in register.rows)


@pytest.mark.parametrize("leave", ["close", "card", "end", "taken"])
def test_whoever_was_looked_for_is_gone_from_the_glass(
    counter: Counter, register: RegisterPanel, qtbot: QtBot, leave: str
) -> None:
    window = counter.window
    register.reasons["e0"].click()
    found(register, qtbot)
    register.rows[0].click()
    qtbot.waitUntil(lambda: bool(register.household.people))
    match leave:
        case "close":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        case "card":
            window.act(UseCard(person="", face=TARO))
        case "taken":
            register.household.take.click()
            window.act(Decide(decision=Decision.BACK))
        case _:
            window.act(UseCard(person="", face=TARO))
            window.end(End())
    settle(qtbot)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert (register.rows, register.household.people, register.search.text()) == ([], [], "")
    if window.side.showing is not Side.REGISTER:
        QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    said = " ".join(words_on_the_glass())
    assert [word for word in ("理沙", "陸", HOME) if word in said] == []
    gc.collect()
    kept = [each for each in gc.get_objects() if isinstance(each, Candidate | Household)]
    assert kept == []


def test_a_change_of_mind_goes_back_to_the_search_and_takes_nothing(
    counter: Counter, register: RegisterPanel, qtbot: QtBot
) -> None:
    register.reasons["e0"].click()
    found(register, qtbot)
    register.rows[0].click()
    qtbot.waitUntil(lambda: bool(register.household.people))
    for button in register.household.people:
        button.setChecked(False)
    register.household.take.click()
    assert register.household.said.label.text == counter.words("register-nobody")
    register.household.other.click()
    assert (keyboard(), register.rows, counter.window.page.step) == (register.search, [], Step.START)


def test_the_start_page_says_how_old_the_data_are_and_warns_when_they_are_too_old(counter: Counter) -> None:
    bar = counter.window.start.register
    assert bar.isHidden()
    bar.present(DayList((), data_of=dt.date(2026, 4, 17), data_age=3))
    assert (bar.isHidden(), "4/17" in bar.of_day.text, bar.old.isHidden()) == (False, True, True)
    bar.judge(2)
    assert (bar.old.isHidden(), "3日前" in bar.old.label.text) == (False, True)
    bar.open.click()
    assert counter.window.side.showing is Side.REGISTER


def test_over_the_real_store_a_look_is_on_record_and_a_number_of_yesterday_finds_nobody_else(
    open_counter: Opens, demo: Demo, qtbot: QtBot
) -> None:
    practice_register(demo.program)
    desk = open_counter()
    window, store = desk.window, desk.program.store
    until(qtbot, window.start.register.isVisible)
    window.act(StartVisit(event="tenkyo"))
    until(qtbot, lambda: not desk.host.busy)
    register = opened(window)
    found(register, qtbot, "見本 理沙")
    until(qtbot, lambda: bool(register.rows))
    assert HOME in register.rows[0].accessibleName()
    import_register(demo.program, PRACTICE, day=DAY, by="it")  # the night's data come while the list is on the glass
    register.rows[0].click()
    until(qtbot, lambda: register.said.label.text == desk.program.words("register-changed"))
    found(register, qtbot, "見本 理沙")
    until(qtbot, lambda: bool(register.rows))
    register.rows[0].click()
    until(qtbot, lambda: bool(register.household.people))
    register.household.all.click()
    register.household.take.click()
    window.act(Decide(decision=Decision.SAME, row=1))
    assert [tile.view.name for tile in window.strip.tiles] == ["見本　理沙", "見本　健一", "見本　陸", "見本　芽衣"]
    case = desk.visit.state.case
    assert case is not None
    noted = [(each.action, each.case, each.detail) for each in store.audit.read() if each.action != "register-import"]
    assert ("register-take", str(case.id), "people=4 for=tenkyo") in noted
    assert noted.count(("register-search", str(case.id), "found=1 for=tenkyo")) == 2
    assert "見本" not in repr(noted)
    assert {fact.day for fact in case.ledger.facts if fact.source is Source.REGISTER} == {DAY}


def test_without_a_register_the_drawer_says_whom_to_tell(counter: Counter, qtbot: QtBot) -> None:
    counter.window.key(3)
    counter.window.side.extract.ours.click()
    register = counter.window.side.register
    qtbot.waitUntil(lambda: register.said.label.text == counter.words("register-none"))
