"""A real terminal off the glass: its window on the real parts, touched where its keys stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

import shiboken6
from PIL import Image
from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage
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
from kiosk.ui.tokens import TOUCH_PRIMARY, Theme, contrast
from kiosk.ui.widgets.code_picture import CodePicture
from kiosk.ui.widgets.glyph_label import GlyphLabel
from tests.terminal import ALONE

NAME = "架空　太郎"
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

    def approve(self) -> None:
        """Look at every page of the answers, and say that they are right."""
        while self.window.way.onward_key.text() == self.window.kit.words("lobby-next"):
            self.press(self.window.way.onward_key)
        self.press(self.window.way.onward_key)

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
    keys = [each for each in _seen(window, QAbstractButton) if each.width()]
    labels = [each for each in _seen(window, GlyphLabel) if each.text]
    flat = [each for each in labels if not _scrolls(each)]
    shown = [(key, _place(window, key)) for key in keys]
    words = [(label, _place(window, label)) for label in flat]
    gap = window.kit.look.dp(GAP)
    return [
        *(fault for key in keys for fault in _of_key(window, key)),
        *(f"near: {one.text()} {two.text()}" for (one, here), (two, there) in _pairs(shown) if near(here, there, gap)),
        *(f"over: {one.text} {two.text}" for (one, here), (two, there) in _pairs(words) if here.intersects(there)),
        *(f"over: {one.text} {key.text()}" for one, here in words for key, there in shown if here.intersects(there)),
        *(f"cut: {label.text}" for label in labels if _cut(label)),
        *(f"beyond: {label.text}" for label, place in words if not window.rect().contains(place)),
    ]


T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


def _seen(window: LobbyWindow, kind: type[W]) -> list[W]:
    """What is seen: of a page that lies over another one only what is on it."""
    covers = [each for each in (window.lonely, window.blank, *window.service.widgets) if each.isVisible()]
    return [each for each in (covers[-1] if covers else window).findChildren(kind) if each.isVisible()]


def _pairs(each: Sequence[T]) -> Iterator[tuple[T, T]]:
    return ((one, two) for at, one in enumerate(each) for two in each[at + 1 :])


def _cut(label: GlyphLabel) -> bool:
    if label.wraps:
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width() + 1


def _of_key(window: LobbyWindow, key: QAbstractButton) -> Iterator[str]:
    name, place = key.accessibleName(), _place(window, key)
    wide = window.kit.look.dp(LEAST)
    high = window.kit.look.dp(TOUCH_PRIMARY) if window.way.isAncestorOf(key) else wide
    if not name:
        yield f"no name: {type(key).__name__}"
    if place.width() < wide or place.height() < high:
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


def near(one: QRect, two: QRect, gap: int) -> bool:
    """Whether two targets overlap or stand nearer than a finger can tell."""
    return one.adjusted(-gap, -gap, gap, gap).intersects(two)


# ---- colours ---------------------------------------------------------------------------------------------------------
def pale(window: LobbyWindow) -> list[str]:
    """Words that do not stand out from their ground as much as the theme promises, as they are painted; and, where
    there are two colours, whatever has a third.
    """
    theme = window.kit.look.theme
    window.setFocus()  # no ring
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    least = 7 if theme is Theme.STANDARD else 10
    whole = Image.frombuffer("RGB", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "BGRX")
    found = []
    for words, place in _worded(window):
        seen = place.intersected(window.rect())
        if seen.width() > 0 and seen.height() > 0:
            crop = whole.crop((seen.left(), seen.top(), seen.right() + 1, seen.bottom() + 1))
            if (seen_as := stands_out(crop)) < least:
                found.append(f"pale {seen_as:.1f}: {words}")
    return found + ([] if theme is Theme.STANDARD else _third(whole, window))


def _worded(window: LobbyWindow) -> Iterator[tuple[str, QRect]]:
    for label in _seen(window, GlyphLabel):
        if label.text and label.visibleRegion().boundingRect().height() >= label.height():
            yield label.text, _place(window, label)
    for key in _seen(window, Key):
        if key.text():
            inside = key.inside().toRect().adjusted(4, 4, -4, -4)
            yield key.text(), QRect(key.mapTo(window, inside.topLeft()), inside.size())


def stands_out(crop: Image.Image) -> float:
    """The contrast between the ground and the furthest colour of more than a few dots."""
    colours = _colours(crop)
    ground = _hex(colours[0][1])
    return max((contrast(_hex(colour), ground) for count, colour in colours[1:] if count > 3), default=1.0)


Colour = tuple[int, int, int]


def _colours(picture: Image.Image) -> list[tuple[int, Colour]]:
    """How many dots of each colour, most first."""
    found = picture.getcolors(picture.width * picture.height) or []
    return sorted(cast("list[tuple[int, Colour]]", found), reverse=True)


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _third(whole: Image.Image, window: LobbyWindow) -> list[str]:
    """Colours that are no mixture of ground and ink, but for a code for a camera."""
    for picture in window.findChildren(CodePicture):
        if picture.isVisible():
            place = _place(window, picture)
            whole.paste((0, 0, 0), (place.left(), place.top(), place.right() + 1, place.bottom() + 1))
    palette = window.kit.look.palette
    light = QColor(palette.text if palette.page == "#000000" else "#ffffff")
    full = (light.red(), light.green(), light.blue())
    off = sum(count for count, colour in _colours(whole) if not _mixed(colour, full))
    return [f"{off} dots of a third colour"] if off else []


def _mixed(colour: Colour, full: Colour) -> bool:
    """Whether a colour lies between black and another."""
    much = colour[0] / full[0]
    return all(abs(part - much * most) <= 6 for part, most in zip(colour, full, strict=True))


class Speaking:
    """A voice of every language."""

    def speaks(self, language: str) -> bool:
        return bool(language)

    def say(self, text: str, *, language: str) -> None:
        """Nobody listens."""

    def hush(self) -> None:
        """Nothing is under way."""

    def set(self, *, speed: int, volume: int) -> None:
        """As it is."""
