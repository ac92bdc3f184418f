"""The terminal in and out of service, and the staff's way behind it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.lobby import build_lobby
from kiosk.bootstrap.lobby_showing import begin
from kiosk.demo.family import Demo
from kiosk.flow.lobby.actions import Begin, Choose, HandIn
from kiosk.flow.lobby.pages import Place
from kiosk.model.errors import SiteError
from kiosk.model.languages import ANSWERS
from kiosk.store.pins import digest
from kiosk.ui.lobby.closed_view import ClosedView
from kiosk.ui.lobby.staff_desk import StaffDesk
from tests.gui.lobby import Touched, faults, opened

CODE, PHONE = "271828", "03-0000-0000"


def with_device(qtbot: QtBot, demo: Demo, device: str) -> Touched:
    home = demo.program.place.home
    home.mkdir(exist_ok=True)
    (home / "device.toml").write_text(device, encoding="utf-8")
    made = opened(qtbot, replace(demo.program, practice=False))
    made.window.service.prepare()  # as at every start
    return made


@pytest.fixture
def terminal(qtbot: QtBot, demo: Demo) -> Iterator[Touched]:
    made = with_device(qtbot, demo, f'telephone = "{PHONE}"\nstaff_code = "{digest(CODE)}"\n')
    yield made
    made.leave()


def staff(terminal: Touched) -> StaffDesk:
    assert terminal.window.service.staff is not None
    return terminal.window.service.staff


def closed(terminal: Touched) -> ClosedView:
    assert terminal.window.service.closed is not None
    return terminal.window.service.closed


def knock(spot: QWidget, times: int = 5) -> None:
    for _ in range(times):
        QTest.mouseClick(spot, Qt.MouseButton.LeftButton)


def enter(terminal: Touched, code: str) -> None:
    for digit in code:
        terminal.touch(digit)
    terminal.touch("開く")


def let_in(terminal: Touched) -> None:
    knock(terminal.window.title)
    enter(terminal, CODE)


# ---- the way in -----------------------------------------------------------------------------------------------------
def test_five_touches_of_the_title_ask_for_the_code_and_four_do_not(terminal: Touched) -> None:
    knock(terminal.window.title, 4)
    assert not staff(terminal).isVisible()
    knock(terminal.window.title, 1)
    assert staff(terminal).isVisible()
    assert not staff(terminal).desk.isVisible()


def test_the_code_opens_the_page_with_the_report(terminal: Touched) -> None:
    let_in(terminal)
    assert staff(terminal).desk.isVisible()
    assert "様式と規則" in staff(terminal).report.text
    terminal.touch("住民の画面に戻る")
    assert not staff(terminal).isVisible()
    assert staff(terminal).report.text == ""


def test_a_wrong_code_says_how_long_the_next_one_waits_and_the_right_one_waits_too(terminal: Touched) -> None:
    knock(terminal.window.title)
    enter(terminal, "314159")
    assert "5 秒" in staff(terminal).said.text
    enter(terminal, CODE)
    assert not staff(terminal).desk.isVisible()


def test_what_is_typed_is_shown_as_dots(terminal: Touched) -> None:
    knock(terminal.window.title)
    for digit in CODE:
        terminal.touch(digit)
    assert staff(terminal).pad.strip.accessibleName().count("2") == 0
    assert staff(terminal).pad.shown() == "●" * len(CODE)


def test_behind_the_page_of_the_staff_nothing_of_the_terminal_can_be_reached(terminal: Touched) -> None:
    knock(terminal.window.title)
    assert not terminal.window.body.isVisible()
    assert terminal.window.groups() == staff(terminal).groups()


def test_staff_who_walk_away_leave_the_first_page(terminal: Touched) -> None:
    let_in(terminal)
    assert terminal.window.idle.on
    terminal.window.idle._begin()
    for _ in range(terminal.window.idle.left):
        terminal.window.idle.tick()
    terminal.settle()
    assert not staff(terminal).isVisible()
    assert terminal.at(Place.LANGUAGE)


# ---- the way out ----------------------------------------------------------------------------------------------------
def test_nothing_closes_a_locked_window_but_the_staff(terminal: Touched) -> None:
    assert not terminal.window.close()
    assert terminal.window.isVisible()
    let_in(terminal)
    terminal.touch("プログラムを終える")
    assert not terminal.window.isVisible()


def test_a_terminal_without_a_code_has_no_page_of_the_staff_and_can_be_closed(qtbot: QtBot, demo: Demo) -> None:
    terminal = with_device(qtbot, demo, "")
    knock(terminal.window.title)
    assert not staff(terminal).isVisible()
    assert terminal.window.close()
    terminal.leave()


def test_a_terminal_with_wrong_settings_is_out_of_order_and_not_away(qtbot: QtBot, demo: Demo) -> None:
    terminal = with_device(qtbot, demo, 'staff_code = "271828"\n')
    begin(terminal.seat, ())
    terminal.settle()
    assert closed(terminal).isVisible()
    assert not terminal.window.close()
    terminal.leave()


# ---- out of service -------------------------------------------------------------------------------------------------
def test_a_terminal_that_staff_close_says_so_in_every_language_until_they_open_it(
    terminal: Touched, qtbot: QtBot, demo: Demo
) -> None:
    let_in(terminal)
    terminal.touch("受付を止める")
    terminal.touch("住民の画面に戻る")
    page = closed(terminal)
    assert page.isVisible()
    assert len({line.text for line in page.lines}) == len(ANSWERS)
    assert page.number.text == PHONE
    assert not terminal.window.body.isVisible()
    knock(page.lines[0])
    enter(terminal, CODE)
    terminal.touch("点検して受付に戻す")
    terminal.touch("住民の画面に戻る")
    assert not page.isVisible()
    assert terminal.window.body.isVisible()


def test_a_closed_terminal_is_closed_after_a_restart(terminal: Touched) -> None:
    let_in(terminal)
    terminal.touch("受付を止める")
    again = build_lobby(terminal.seat.program)
    assert again.window.service.stopped
    again.close()
    shiboken6.delete(again.window)


def test_a_store_that_cannot_be_opened_closes_it_and_a_mended_one_opens_it(terminal: Touched) -> None:
    terminal.seat.host.trouble("store", SiteError("STORE-X", what="", mend=""))
    assert closed(terminal).isVisible()
    terminal.seat.host.mended("store")
    assert not closed(terminal).isVisible()


def test_a_visit_that_has_begun_is_not_cut_short(terminal: Touched) -> None:
    terminal.window.act(Begin())
    terminal.window.act(Choose(event="tennyu"))
    terminal.settle()
    terminal.seat.host.trouble("store", SiteError("STORE-X", what="", mend=""))
    assert not closed(terminal).isVisible()
    terminal.window.end()
    terminal.settle()
    assert closed(terminal).isVisible()


def test_a_slip_that_is_scanned_opens_nothing_while_it_is_closed(terminal: Touched) -> None:
    terminal.seat.host.trouble("store", SiteError("STORE-X", what="", mend=""))
    QTest.keyClicks(terminal.window, "KAKU-x")
    QTest.keyClick(terminal.window, Qt.Key.Key_Return)
    assert terminal.window.scans.empty


def test_forms_that_cannot_be_read_keep_it_closed_until_staff_open_it(terminal: Touched) -> None:
    terminal.seat.host.trouble("catalogue", SiteError("FORMS-1", what="", mend=""))
    assert closed(terminal).isVisible()
    asked: list[bool] = []
    terminal.window.service.again.connect(lambda: asked.append(True))
    let_in_closed = closed(terminal).lines[0]
    knock(let_in_closed)
    enter(terminal, CODE)
    terminal.touch("点検して受付に戻す")
    assert asked


# ---- the numbers of a day -------------------------------------------------------------------------------------------
def test_the_report_of_the_evening_counts_and_names_nobody(terminal: Touched) -> None:
    terminal.window.act(Begin())
    terminal.window.act(Choose(event="tennyu"))
    terminal.window.act(HandIn())
    terminal.settle()
    assert terminal.at(Place.SLIP)
    terminal.window.end()
    let_in(terminal)
    terminal.touch("締めの報告を見る")
    assert "窓口に渡した手続：1 件" in staff(terminal).report.text
    report = Path(terminal.seat.program.place.home, "terminal", "reports")
    assert [path.suffix for path in sorted(report.iterdir())] == [".pdf", ".pdf"]


# ---- seen -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("glass", [(1280, 800), (1080, 1920)])
def test_nothing_is_cut_small_or_near_on_the_pages_of_the_staff(terminal: Touched, glass: tuple[int, int]) -> None:
    terminal.window.resize(*glass)
    found = {}
    terminal.seat.host.trouble("store", SiteError("STORE-X", what="", mend=""))
    terminal.settle()
    found["closed"] = faults(terminal.window)
    knock(closed(terminal).lines[0])
    terminal.settle()
    found["code"] = faults(terminal.window)
    enter(terminal, CODE)
    terminal.settle()
    found["desk"] = faults(terminal.window)
    assert {name: each for name, each in found.items() if each} == {}
