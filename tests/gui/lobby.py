"""A real terminal off the glass: its window on the real parts, touched where its keys stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.lobby import LobbySeat, build_lobby
from kiosk.bootstrap.program import Program
from kiosk.flow.lobby.actions import Begin, Choose, Count, Onward, PutOff, Say
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.ui.focus import scroll_area
from kiosk.ui.lobby.boards.key import GAP, LEAST, Key
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from tests.terminal import ALONE

GLASS = {"1280x800": QSize(1280, 800), "1080x1920": QSize(1080, 1920), "1920x1080": QSize(1920, 1080)}


@dataclass
class Touched:
    """One terminal and a finger."""

    seat: LobbySeat

    @property
    def window(self) -> LobbyWindow:
        """The glass."""
        return self.seat.window

    @property
    def page(self) -> LobbyPage:
        """What it shows."""
        return self.window.page

    def at(self, place: Place) -> bool:
        """Whether this is where the resident is."""
        return self.page.place is place

    def leave(self) -> None:
        """Take it down."""
        if shiboken6.isValid(self.seat.window):
            self.seat.close()
            shiboken6.delete(self.seat.window)

    def settle(self) -> None:
        """Until nothing of it is under way."""
        loop = QEventLoop()
        while self.seat.host.busy or self.seat.jobs.running:
            QTimer.singleShot(5, loop.quit)
            loop.exec()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def touch(self, words: str) -> None:
        """Press and lift where a key with these words stands."""
        self.press(self.key(words))

    def press(self, key: QWidget) -> None:
        """Press and lift in the middle of a key, as the window gets it."""
        middle = key.mapTo(self.window, key.rect().center())
        assert self.window.rect().contains(middle), key.accessibleName()
        target = self.window.childAt(middle)
        assert target is key or (target is not None and key.isAncestorOf(target)), key.accessibleName()
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())
        self.settle()

    def key(self, words: str) -> QAbstractButton:
        """The key that is seen with these words, or whose name they begin."""
        seen = [each for each in self.window.findChildren(QAbstractButton) if each.isVisible()]
        found = [each for each in seen if each.text() == words] or [
            each for each in seen if each.accessibleName().startswith(words)
        ]
        assert found, (words, [each.text() for each in seen])
        return found[0]

    def say(self, answers: Mapping[str, str], *, until: str = "") -> None:
        """Answer what is asked in words, without the boards, until the answers are checked, or this is asked."""
        for _ in range(120):
            question = self.page.question
            if self.page.place is not Place.QUESTION or question is None or question.path == until:
                return
            words = answers.get(question.path)
            self.window.act(Say(text=words) if words else PutOff())
            self.settle()
        raise AssertionError("the questions have no end")


def opened(qtbot: QtBot, program: Program) -> Touched:
    """A terminal with nobody at it."""
    seat = build_lobby(program, next_slip=lambda: "260420-001")
    seat.window.resize(GLASS["1280x800"])
    with qtbot.waitActive(seat.window):
        seat.window.show()
        seat.window.activateWindow()
    made = Touched(seat)
    made.settle()
    return made


def comes_in(terminal: Touched) -> None:
    """Somebody who has moved in alone, without a card, up to the first question."""
    for action in (Begin(), Choose(event="tennyu"), Count(people=1), Onward()):
        terminal.window.act(action)


def moved_in(terminal: Touched) -> None:
    """Somebody who has moved in alone sees the answers."""
    comes_in(terminal)
    terminal.say(ALONE)
    assert terminal.at(Place.CHECK)


# ---- what an audit asks ----------------------------------------------------------------------------------------------
def faults(window: LobbyWindow) -> list[str]:
    """Everything that is wrong with what is seen now: too small, too near, cut, without a name, beyond the glass."""
    keys = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.width()]
    labels = [each for each in window.findChildren(GlyphLabel) if each.isVisible() and each.text and not _scrolls(each)]
    shown = [(key, _place(window, key)) for key in keys]
    gap = window.kit.look.dp(GAP) - 1
    pairs = ((one, two) for at, one in enumerate(shown) for two in shown[at + 1 :])
    return [
        *(fault for key in keys for fault in _of_key(window, key)),
        *(f"near: {one.text()} {two.text()}" for (one, here), (two, there) in pairs if near(here, there, gap)),
        *(f"cut: {label.text}" for label in labels if label.wraps and _needs(label) > label.height() + 1),
        *(f"beyond: {label.text}" for label in labels if not window.rect().contains(_place(window, label))),
    ]


def _of_key(window: LobbyWindow, key: QAbstractButton) -> Iterator[str]:
    name, least, place = key.accessibleName(), window.kit.look.dp(LEAST), _place(window, key)
    if not name:
        yield f"no name: {type(key).__name__}"
    if place.width() < least or place.height() < least:
        yield f"small: {name} {place.width()}x{place.height()}"
    if not window.rect().contains(place):
        yield f"beyond: {name}"
    if isinstance(key, Key) and key.text() and not key.whole:
        yield f"cut: {name}"


def _place(window: LobbyWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _scrolls(widget: QWidget) -> bool:
    """Whether it lies in what can be scrolled down."""
    return scroll_area(widget) is not None


def _needs(label: GlyphLabel) -> int:
    return label.heightForWidth(label.width())


def near(one: QRect, two: QRect, gap: int) -> bool:
    """Whether two targets overlap or stand nearer than a finger can tell."""
    return one.adjusted(-gap, -gap, gap, gap).intersects(two)
