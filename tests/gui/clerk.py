"""A clerk at the keys of the real window: plays a written visit with the keyboard alone, and looks after every key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.flow.actions import Step
from kiosk.model.casefile import UNKNOWN
from kiosk.ui.widgets.entries.address import AddressEntry
from kiosk.ui.widgets.entries.choice import ChoiceEntry
from kiosk.ui.widgets.entries.listing import ListEntry
from kiosk.ui.widgets.question_field import QuestionField
from tests.gui.counter import keyboard, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from kiosk.bootstrap.window import CounterDesk
    from kiosk.model.casefile import CaseFile

_MOST = 120  # keys that lead nowhere new; a visit that needs more is broken
HERE, AWAY = "0000003", "1000013"


@dataclass
class Clerk:
    """`after` is done after every key."""

    qtbot: QtBot
    desk: CounterDesk
    case: CaseFile
    after: Callable[[], None]

    def press(self, key: Qt.Key) -> None:
        """One key, until nothing of it is under way."""
        QTest.keyClick(keyboard(), key)
        self._settle()

    def type(self, text: str) -> None:
        """Words, as an input method hands them over."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(keyboard(), event)
        self._settle()

    def _settle(self) -> None:
        until(self.qtbot, lambda: not self.desk.host.busy and not self.desk.jobs.running)
        self.after()

    # ---- a visit -----------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """The event by its digit; the people who are here by Ctrl-less keys of the household."""
        events = self.desk.window.start.events
        codes = [choice.code for choice in self.desk.window.kit.events]
        QTest.keyClicks(keyboard(), events[codes.index(self.case.event)].digit)
        self._settle()

    def answer(self) -> None:
        """Every question that has the keyboard, until none is left."""
        tried: dict[str, int] = {}
        for _ in range(_MOST):
            field = field_of(keyboard())
            if field is None or self.desk.window.page.step is not Step.INTERVIEW:
                return
            tried[field.path] = tried.get(field.path, 0) + 1
            words = self.case.answers.get(field.path, UNKNOWN)
            if words == UNKNOWN or tried[field.path] > 2:
                self.press(Qt.Key.Key_F4)
            else:
                self._say(field, words)
        raise AssertionError(f"the keyboard goes round: {keyboard()}")

    def _say(self, field: QuestionField, words: str) -> None:
        match field.entry:
            case ChoiceEntry() as entry:
                self._choose(entry, words)
            case ListEntry() as entry:
                self._pick(entry, words)
            case AddressEntry():
                self._address(words)
            case _:
                keyboard_line_empty()
                self.type(words)
        if field_of(keyboard()) is field:
            self.press(Qt.Key.Key_Return)

    def _choose(self, entry: ChoiceEntry, words: str) -> None:
        """Each by the key that stands in its sign, once more for one that stands already."""
        wanted = {"はい": "true", "いいえ": "false", "なし": "", "全員": "*"}
        for word in words.split("、"):
            labels = {button.text(): code for code, button in entry.options.items()}
            button = entry.options.get(wanted.get(word, labels.get(word, word)))
            if button is not None:
                QTest.keyClicks(keyboard(), button.by_key)
                self._settle()

    def _pick(self, entry: ListEntry, words: str) -> None:
        rows = [entry.combo.itemText(at) for at in range(entry.combo.count())]
        if words not in rows:
            self.type(words)
            return
        at = rows.index(words)
        if at >= 0 and entry.combo.rows.numbered:
            QTest.keyClicks(keyboard(), str(at))
            self._settle()
            return
        for _ in range(at - max(entry.combo.currentIndex(), 0)):
            self.press(Qt.Key.Key_Down)

    def _address(self, words: str) -> None:
        self.type(HERE if "架空市" in words else AWAY)
        if field_of(keyboard()):
            self.type("1-2")

    def finish(self) -> None:
        """From the last answer to the slip: Enter, a reason for what is held, everybody signs on paper."""
        for _ in range(_MOST):
            window, now = self.desk.window, keyboard()
            if window.page.step is Step.DONE:
                return
            if window.page.step is Step.SIGN and now is not window.keys.primary:
                for digit in range(1, len(window.sign.panels) + 1):
                    self.press(Qt.Key(Qt.Key.Key_0 + digit))
            if window.page.step is Step.INTERVIEW and field_of(now) is not None:
                self.answer()
                continue
            self.press(Qt.Key.Key_Return)
        left = [entry for entry in self.desk.window.page.gate if not entry.settled]
        raise AssertionError(f"not confirmed: {self.desk.window.page.step} {keyboard().accessibleName()} {left}")


def keyboard_line_empty() -> None:
    """What was put in by custom gives place to what is typed."""
    QTest.keyClick(keyboard(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def field_of(widget: QWidget | None) -> QuestionField | None:
    while widget is not None and not isinstance(widget, QuestionField):
        widget = widget.parentWidget()
    return widget


def in_sight(desk: CounterDesk) -> None:
    """The keyboard is in the work area, and what has it can be seen."""
    now, window = keyboard(), desk.window
    places = (window.stack, window.side, window.keys.primary, window.keys.back_button)
    assert any(now is place or place.isAncestorOf(now) for place in places), f"{now} at {window.page.step}"
    assert now.isVisible()
