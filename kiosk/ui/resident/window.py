"""The window that is turned to the resident: draws a page, and tells what was touched."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from kiosk.flow.desks.resident import NOBODY, ResidentPage
from kiosk.ui.lobby.look import LobbyLook, load_languages
from kiosk.ui.opposite import SAYINGS, Opposite
from kiosk.ui.resident.bodies import Body, body
from kiosk.ui.resident.shelf import Shelf
from kiosk.ui.tokens import Level, TextSize, Theme
from kiosk.ui.training.mark import TrainingMark
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Ground, column, pressed

if TYPE_CHECKING:
    from kiosk.ui.kit import Kit

SIZE = (1024, 768)


class ResidentWindow(QMainWindow):
    """`acted` carries an action of the resident, `told` which of SAYINGS they touched, `closed` that it is gone.

    Text size and colours are the resident's own: nothing of them is set for the application, they go with the visit.
    """

    acted = Signal(object)
    told = Signal(str)
    closed = Signal()

    def __init__(self, kit: Kit, opposite: Opposite) -> None:
        super().__init__()
        load_languages(opposite.fonts)
        self._opposite, self._phrase, self.look = opposite, "", LobbyLook(ppi=kit.look.ppi)
        self._at_paper = -1
        self._base, self.kit, self.page = replace(kit, look=self.look, trainer=None, opposite=None), kit, NOBODY
        self._clerk = kit.words
        self._shown: object = None
        self.body: Body | None = None
        self.setWindowTitle(kit.words("opposite-title"))
        self.resize(*SIZE)
        if kit.trainer is not None:
            TrainingMark(kit, self)
        self.present(NOBODY)

    def place(self, beside: QWidget) -> None:
        """Whole on the second screen where there is one, else a window of its own."""
        others = [screen for screen in QGuiApplication.screens() if screen is not beside.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()

    def present(self, page: ResidentPage) -> None:
        """Show a page; with the end of a visit everything that was set for it goes."""
        if page == NOBODY != self.page:
            self.look.reset()
            self._at_paper = -1
        if page.shown is not self.page.shown:
            self._phrase = ""
        self.page = page
        self._build()

    def put(self, phrase: str) -> None:
        """Put one of PHRASES above the page; empty takes it away."""
        self._phrase = phrase
        self._build()

    @property
    def phrase(self) -> str:
        """Which one stands there."""
        return self._phrase

    def _build(self) -> None:
        """Everything anew, unless it would be the same: no widget of another page is used again."""
        seen = (self.page, self._phrase, self._at_paper, self.look.size, self.look.theme)
        if seen == self._shown:
            return
        self._shown = seen
        if self.look.language != self.page.language:
            self.look.speak(self.page.language)
        kit = self.kit = replace(self._base, words=self._opposite.sentences(self.page.language))
        self.body = self._body(kit)
        self.body.acted.connect(self.acted)
        self._throw_away(self.takeCentralWidget())
        side = kit.look.dp(24)
        ground = Ground(kit, role="page")
        head = self._head(kit)
        whole = column(*head, self.body, *self._foot(kit), gap=kit.look.dp(12), margins=(side, side, side, side))
        whole.setStretch(len(head), 1)
        ground.setLayout(whole)
        self.setCentralWidget(ground)

    def _body(self, kit: Kit) -> Body:
        """The paper that is looked at, else what the page says."""
        if self._at_paper < 0 or not self.page.papers:
            return body(kit, self.page)
        paper = self.page.papers[self._at_paper % len(self.page.papers)]
        clerk = replace(self._base, words=self._clerk)
        onward, over = partial(self.see_paper, self._at_paper + 1), partial(self.see_paper, -1)
        return Shelf(kit, clerk, paper, onward=onward, over=over)

    def see_paper(self, number: int) -> None:
        """Look at a paper by its place, after the last the first; -1: at none."""
        self._at_paper = number
        self._build()

    def _throw_away(self, old: QWidget | None) -> None:
        if old is not None:
            old.hide()
            old.deleteLater()

    def _head(self, kit: Kit) -> tuple[QWidget, ...]:
        """What the visit is about, and the phrase that a clerk has put there."""
        about = kit.words("list-between").join(self.page.purposes)
        parts: list[QWidget] = [GlyphLabel(kit, about, level=Level.DENSE, ink="quiet")] if about else []
        if self._phrase:
            said = kit.words(f"resident-phrase-{self._phrase}")
            parts.append(Message(kit, said, mood=Mood.WARNING, level=Level.HEAD))
        return tuple(parts)

    def _foot(self, kit: Kit) -> tuple[QWidget, ...]:
        """What the resident can tell the clerk, and how the screen looks."""
        words, gap = kit.words, kit.look.dp(12)
        say = [Button(kit, words(f"resident-say-{key}"), level=Level.CHROME) for key in SAYINGS]
        for key, button in zip(SAYINGS, say, strict=True):
            pressed(button, partial(self.told.emit, key))
        acts = {"larger": self.resize_text, "colours": self.recolour}
        acts |= {"papers": partial(self.see_paper, 0)} if self.page.papers and self._at_paper < 0 else {}
        own = [Button(kit, words(f"resident-{key}"), level=Level.CHROME) for key in acts]
        for button, act in zip(own, acts.values(), strict=True):
            pressed(button, act)
        return (flow(*say, *own, gap=gap),)

    def resize_text(self) -> None:
        """The next text size, after the largest the smallest."""
        sizes = list(TextSize)
        self.look.size = sizes[(sizes.index(self.look.size) + 1) % len(sizes)]
        self._build()

    def recolour(self) -> None:
        """The next colours."""
        themes = list(Theme)
        self.look.theme = themes[(themes.index(self.look.theme) + 1) % len(themes)]
        self._build()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever opened it hears of it."""
        super().closeEvent(event)
        self.closed.emit()
