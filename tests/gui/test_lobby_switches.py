"""The terminal by switches, and read aloud."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.demo.finger import Finger
from kiosk.demo.resident import Resident
from kiosk.flow.lobby.pages import Place
from kiosk.ui.lobby.window import LobbyWindow
from tests.gui.lobby import Touched
from tests.visits import persona


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


class Switches(Finger):
    """Two switches in the place of a finger: what no row holds cannot be pressed."""

    def press(self, key: QWidget) -> None:
        """Space until the row is lit, Enter; Space until it is the key, Enter."""
        assert isinstance(self.window, LobbyWindow)
        rows = [row for row in self.window.groups() if row]
        row, at = next((number, keys.index(key)) for number, keys in enumerate(rows) if key in keys)
        self.window.scanner.restart()
        ways = [Qt.Key.Key_Space] * row + [Qt.Key.Key_Return]
        if len(rows[row]) > 1:
            ways += [Qt.Key.Key_Space] * at + [Qt.Key.Key_Return]
        for each in ways:
            QTest.keyClick(self.window, each)
        self.touches += len(ways)
        self.after()


def test_a_certificate_is_asked_for_from_beginning_to_end_by_two_switches(terminal: Touched) -> None:
    terminal.window.scanner.set("two")
    resident = Resident(Switches(terminal.window, terminal.settle), terminal.seat.program, persona("juminhyo"))
    resident.visit()
    assert terminal.at(Place.SLIP)
    case = terminal.seat.desk.state.case
    assert case is not None
    assert case.ledger.value("person[p1].name.full") == "仮想　実"
    choose_by_switches(terminal, "終わる")
    assert terminal.at(Place.LANGUAGE)
    assert terminal.window.scanner.mode == ""


# ---- aloud -----------------------------------------------------------------------------------------------------------
class Heard:
    """A voice that keeps what it was given."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def speaks(self, language: str) -> bool:
        return language in {"ja", "en"}

    def say(self, text: str, *, language: str) -> None:
        self.said.append((language, text))

    def hush(self) -> None:
        """Nothing is under way."""

    def set(self, *, speed: int, volume: int) -> None:
        """As it is."""


def test_every_page_is_read_with_its_choices_and_ways_but_not_letter_by_letter(terminal: Touched) -> None:
    voice = Heard()
    terminal.window.kit = replace(terminal.window.kit, voice=voice)
    terminal.window.comfort.aloud = True
    resident = Resident(Finger(terminal.window, terminal.settle), terminal.seat.program, persona("juminhyo"))
    resident.visit()
    read = [text.split("\n") for _, text in voice.said]
    assert len(read) >= len(resident.pages) - 1
    assert any("住民票の写し、未選択" in lines and "次へ" in lines for lines in read)
    assert not [line for lines in read for line in lines if line in {"あ", "ん", "7"}]
