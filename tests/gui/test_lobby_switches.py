"""The terminal by switches."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.flow.lobby.pages import Place
from tests.gui.lobby import Touched


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
