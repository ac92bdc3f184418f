"""A line under which names stand that it can be written from: ↓ writes one after the other, a press the one meant."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.focus import scroll_area, scroll_to
from kiosk.ui.jobs import Errands
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.entries.line import LineEntry
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, empty, holder, pressed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.flow.pages import QuestionView
    from kiosk.ui.kit import Kit

_SETTLED_MS = (0, 40)


class OfferingEntry(LineEntry):
    """`known` are the names in the order offered, each with what its button says; none is written unasked."""

    def __init__(self, kit: Kit, view: QuestionView, *, hint: str) -> None:
        super().__init__(kit, view)
        self._hint, self.known = hint, dict[str, str]()
        self._errands = Errands(kit.jobs)
        self.line.installEventFilter(self)

    @cached_property
    def offered(self) -> QWidget:
        """The names, and how they are taken; most questions have none."""
        self._flow = FlowLayout(gap=self.kit.look.dp(12))
        hint = GlyphLabel(self.kit, self._hint, level=Level.DENSE, ink="quiet")
        made = holder(column(holder(self._flow), hint, gap=self.kit.look.dp(4)))
        self._lines.addWidget(made)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """↓ writes the next of what is offered."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._next()
            return bool(self.known)
        return super().eventFilter(watched, event)

    def offer(self, names: Sequence[tuple[str, str]]) -> None:
        """Show names with what their buttons say, in sight of who types; none hides them."""
        if dict(names) == self.known:
            return
        self.known = dict(names)
        if self.known or "offered" in self.__dict__:
            self.offered.setVisible(bool(self.known))
            empty(self._flow)
        for name, words in self.known.items():
            button = Button(self.kit, words, rank=Rank.SECONDARY, level=Level.DENSE)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # ↓ is its key: Tab goes on to the next question
            pressed(button, lambda name=name: self.write(name))  # type: ignore[misc]
            self._flow.addWidget(button)
        for milliseconds in _SETTLED_MS if self.known else ():  # once more when the layout has settled
            QTimer.singleShot(milliseconds, self, self._reveal)

    def _reveal(self) -> None:
        area = scroll_area(self)
        if area is not None and self.line.hasFocus():
            scroll_to(area, self, air=self.kit.look.dp(12))

    def _next(self) -> None:
        names, here = list(self.known), self.chosen()
        if names:
            self.write(names[(names.index(here) + 1) % len(names) if here in names else 0])

    def chosen(self) -> str:
        """The name that stands in the line."""
        return self.line.text()

    @abstractmethod
    def write(self, name: str) -> None:
        """Put a name in the line, as if it was typed."""

    def put_in(self, words: str) -> None:
        """Words in the place of what was typed: Ctrl+Z takes them back."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()
        self.line.insert(words)
