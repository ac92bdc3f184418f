"""The terminal by switches, and every page of it seen: in each language, at every size, on every glass."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.flow.actions import End
from kiosk.flow.lobby.actions import Begin, CallStaff, Choose, Count, Onward, Speak, Wonder
from kiosk.flow.lobby.pages import Place
from kiosk.model.languages import ANSWERS
from kiosk.ui.tokens import TextSize
from tests.gui.lobby import GLASS, Touched, faults
from tests.terminal import ALONE


# ---- switches --------------------------------------------------------------------------------------------------------
def called(key: QWidget) -> tuple[str, ...]:
    """What a key says, and what it is called."""
    return (key.text() if isinstance(key, QAbstractButton) else "", key.accessibleName())


def choose_by_switches(terminal: Touched, words: str) -> None:
    """Space until the row with this key is lit, Enter; Space until it is the key, Enter."""
    rows = terminal.window.groups()
    row, keys = next((at, keys) for at, keys in enumerate(rows) if any(words in called(key) for key in keys))
    terminal.window.scanner.restart()
    for _ in range(row):
        QTest.keyClick(terminal.window, Qt.Key.Key_Space)
    QTest.keyClick(terminal.window, Qt.Key.Key_Return)
    if len(keys) > 1:
        for _ in range(next(at for at, key in enumerate(keys) if words in called(key))):
            QTest.keyClick(terminal.window, Qt.Key.Key_Space)
        QTest.keyClick(terminal.window, Qt.Key.Key_Return)
    terminal.settle()


def test_a_visit_is_begun_and_left_to_a_person_by_two_switches(terminal: Touched) -> None:
    terminal.window.scanner.set("two")
    choose_by_switches(terminal, "日本語")
    assert terminal.at(Place.PURPOSE)
    choose_by_switches(terminal, "証明書の請求")
    assert terminal.at(Place.CARD)
    choose_by_switches(terminal, "次へ")
    assert terminal.at(Place.QUESTION)
    choose_by_switches(terminal, "職員に聞く")
    choose_by_switches(terminal, "ここまでの答えを窓口に渡す")
    assert terminal.at(Place.SLIP)


# ---- every page seen -------------------------------------------------------------------------------------------------
def places(terminal: Touched) -> Iterator[str]:
    """One page of every kind after the other; the name of each."""
    window = terminal.window
    yield "language"
    window.act(Begin())
    yield "purpose"
    window.act(Wonder())
    yield "navigator"
    window.act(CallStaff())
    yield "staff"
    window._open_settings()
    yield "settings"
    window._close_over()
    window.act(End())
    window.act(Begin())
    window.act(Choose(event="tennyu"))
    yield "people"
    window.act(Count(people=1))
    yield "card"
    window.act(Onward())
    yield "question"
    terminal.say(ALONE)
    yield "check"
    window.act(Onward())
    terminal.settle()
    yield "slip"


def test_nothing_is_cut_small_or_near_on_any_page(terminal: Touched) -> None:
    """Every page on every glass, at the smallest and at the largest text."""
    found = {}
    for name in places(terminal):
        for glass, size in product(GLASS, (TextSize.SMALL, TextSize.HUGE)):
            terminal.window.resize(GLASS[glass])
            terminal.window.kit.look.set(size=size)
            terminal.settle()
            found[name, glass, size.name] = faults(terminal.window)
    assert {where: each for where, each in found.items() if each} == {}


@pytest.mark.parametrize("language", [each for each in ANSWERS if each != "ja"])
def test_nothing_is_cut_in_any_language_at_the_largest_text(terminal: Touched, language: str) -> None:
    found = {}
    for name in places(terminal):
        if terminal.page.language != language:
            terminal.window.act(Speak(language=language))
        terminal.window.kit.look.set(size=TextSize.HUGE)
        terminal.settle()
        found[name] = faults(terminal.window)
    assert {name: each for name, each in found.items() if each} == {}
