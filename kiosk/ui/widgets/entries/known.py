"""A name that the city has a list of: a line, and under it what fits so far; ↓, a press or its number writes it.

A number becomes the name when Enter is pressed or the line is left. What is in no list is written as in any line.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

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


class KnownEntry(LineEntry):
    """Looks up, beside the window, what was typed; writes nothing by itself but the name behind a whole number."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit, view)
        self.known: tuple[tuple[str, str], ...] = ()
        self.line.figures = True
        self._errands = Errands(kit.jobs)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._look)

    @cached_property
    def offered(self) -> QWidget:
        """What fits; made with the first of it."""
        self._flow = FlowLayout(gap=self.kit.look.dp(12))
        hint = GlyphLabel(self.kit, self.kit.words("known-found"), level=Level.DENSE, ink="quiet")
        made = holder(column(hint, holder(self._flow), gap=self.kit.look.dp(4)))
        self._lines.addWidget(made)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """↓ writes the next of what fits."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._next()
            return bool(self.known)
        return super().eventFilter(watched, event)

    def _look(self, typed: str) -> None:
        path, names = self._view.path, [name for _, name in self.known]
        if typed in names:  # written from what is offered: the others stay to be chosen
            return
        self._errands.drop()
        self._errands.run(lambda: self.kit.office.known(path, typed), done=self._offer)

    def _offer(self, found: Sequence[tuple[str, str]]) -> None:
        if tuple(found) == self.known:
            return
        self.known = tuple(found)
        if found or "offered" in self.__dict__:
            self.offered.setVisible(bool(found))
            empty(self._flow)
        for code, name in found:
            button = Button(self.kit, f"{code} {name}".strip(), rank=Rank.SECONDARY, level=Level.DENSE)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # ↓ is its key: Tab goes on to the next question
            pressed(button, lambda name=name: self._write(name))  # type: ignore[misc]
            self._flow.addWidget(button)

    def _next(self) -> None:
        names = [name for _, name in self.known]
        if names:
            here = self.line.text()
            self._write(names[(names.index(here) + 1) % len(names) if here in names else 0])

    def _write(self, name: str) -> None:
        """The name in the place of what was typed, as if it was typed: Ctrl+Z takes it back."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()
        self.line.insert(name)

    def _end(self) -> None:
        """A whole number that was typed is its name."""
        if self._dirty and (name := self.kit.office.coded(self._view.path, self.line.text())):
            self.line.selectAll()
            self.line.insert(name)
        self._errands.drop()
        self._offer(())
        super()._end()
