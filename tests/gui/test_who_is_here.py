"""Who is here, first: the strip of people, reading before the purpose, purposes that join, and the zones."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import AddPerson, Answer, Decision, StartVisit, Step, UseCard, UseExtract
from kiosk.model.card import CardFace
from kiosk.model.fact import Value
from kiosk.model.wareki import PartialDate
from kiosk.ui.counter.drawers import Side
from kiosk.ui.counter.tile import Tile
from kiosk.ui.tokens import TextSize
from tests.gui.counter import Counter, keyboard, settle
from tests.gui.family import LONG
from tests.gui.leaving import press

TARO = CardFace(name="架空　太郎", address="見本県仮想市本町３", birth=PartialDate(iso="1988-06-15"), sex="1")
HANAKO = CardFace(name="架空　花子", address="見本県仮想市本町３", birth=PartialDate(iso="1990-11-03"), sex="2")


def names(counter: Counter) -> list[str]:
    return [tile.view.name for tile in counter.window.strip.tiles]


def ctrl_f6(counter: Counter, *, back: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier | (Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier(0))
    QTest.keyClick(counter.window, Qt.Key.Key_F6, held)


def test_people_are_read_before_the_purpose_and_the_visit_begins_with_them(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    assert window.strip.isHidden()
    window.key(2)
    assert window.side.showing is Side.CARD
    for face in (TARO, HANAKO):
        window.act(UseCard(person="", face=face))
    assert (window.page.step, names(counter)) == (Step.START, ["架空　太郎", "架空　花子"])
    window.strip.tiles[1].click()
    press(window.start.here.came)
    assert names(counter) == ["架空　花子", "架空　太郎"]
    window.strip.tiles[1].click()
    press(window.start.here.away)
    assert names(counter) == ["架空　花子"]
    press(window.start.events[0])
    settle(qtbot)
    assert (window.page.step, window.page.persons[0].name) == (Step.INTERVIEW, "架空　花子")


def test_whoever_was_read_and_leaves_is_gone_from_the_glass(counter: Counter) -> None:
    window = counter.window
    window.start.day.search.setText("見本　花子")
    window.act(UseCard(person="", face=TARO))
    assert window.start.day.search.text() == ""  # who was looked for is not this visitor's to see
    window.key(12)
    window.key(12)
    assert (window.page.tiles, names(counter), window.strip.isHidden()) == ((), [], True)
    assert counter.desk.state.case is None


def test_many_people_make_the_strip_neither_higher_nor_the_window_wider(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.resize(1024, 768)
    window.act(StartVisit(event="e0"))
    settle(qtbot)
    high, wide = window.strip.height(), window.width()
    window.act(AddPerson(people=4))
    people = [person.id for person in window.page.persons]
    for person in people:
        window.act(Answer(path=f"person[{person}].name.full", text=LONG if person == "p2" else "見本　勘解由小路"))
    settle(qtbot)
    strip = window.strip
    shown = [tile for tile in strip.tiles if tile.isVisible()]
    assert (strip.height(), window.width(), len(strip.tiles)) == (high, wide, 8)
    assert strip.more.isVisible()
    assert strip.more.text() == f"+{8 - len(shown)}"
    assert all(tile.geometry().right() <= strip.width() for tile in shown)
    strip.more.click()
    assert not {tile.view.id for tile in shown} & {tile.view.id for tile in strip.tiles if not tile.isHidden()}
    window.kit.look.set(size=TextSize.HUGE)
    settle(qtbot)
    assert window.width() == wide


def test_a_tile_leads_to_the_questions_about_its_person(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    window.strip.tiles[2].click()
    settle(qtbot)
    assert window.interview.path.startswith("person[p3].")


def test_one_key_goes_round_the_zones_and_tab_stays_out_of_the_strip(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    settle(qtbot)
    seen = []
    for _ in range(3):
        ctrl_f6(counter)
        focus = QApplication.focusWidget()
        areas = (window.strip, window.stack, window.keys)
        seen.append(next(at for at, area in enumerate(areas) if focus is not None and area.isAncestorOf(focus)))
    assert seen == [2, 0, 1]
    ctrl_f6(counter, back=True)
    first = QApplication.focusWidget()
    assert isinstance(first, Tile)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is window.strip.tiles[1]
    ctrl_f6(counter)
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert not isinstance(focus, Tile)
        QTest.keyClick(focus or window, Qt.Key.Key_Tab)


def test_a_purpose_joins_in_the_drawer_and_goes_again(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.act(StartVisit(event="e0"))
    QTest.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot)
    buttons = window.side.purposes.buttons
    assert QApplication.focusWidget() is buttons["e5"]
    chosen = []
    for code in ("e5", "e1", "e5", "e1"):  # joins, takes the place of the first, goes, and is the last one
        press(buttons[code])
        chosen.append((window.page.purposes, buttons[code].isChecked()))
    assert chosen == [(("e0", "e5"), True), (("e1", "e5"), True), (("e1",), False), (("e1",), True)]
    assert window.side.showing is Side.PURPOSES


def test_who_of_a_paper_has_come_is_chosen_by_a_digit_however_many_stand_on_it(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.resize(1024, 768)
    window.kit.look.set(size=TextSize.HUGE)
    rows: tuple[dict[str, Value], ...] = tuple(
        {"person.name.full": f"{LONG}{at}", "person.birth.date": TARO.birth} for at in range(9)
    )
    window.act(UseExtract(persons=rows, case={}))
    settle(qtbot)
    assert window.strip.isHidden()
    assert (window.width(), window.height()) == (1024, 768)
    assert QApplication.focusWidget() is window.whose.buttons[Decision.BACK]
    QTest.keyClick(keyboard(), Qt.Key.Key_3)
    assert names(counter)[0] == f"{LONG}2"
    assert len(names(counter)) == 9
