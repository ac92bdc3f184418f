"""方書: a line, and under it the buildings of that lot; ↓ or a press writes one, and the room is typed after it."""

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

_BETWEEN = "　"


class BuildingEntry(LineEntry):
    """What is known is looked up when the keyboard comes; nothing is written before somebody asks for it."""

    def __init__(self, kit: Kit, view: QuestionView) -> None:
        super().__init__(kit, view)
        self.known: tuple[str, ...] = ()
        self._errands = Errands(kit.jobs)
        self.line.installEventFilter(self)

    @cached_property
    def offered(self) -> QWidget:
        """The names; most lots have none."""
        self._flow = FlowLayout(gap=self.kit.look.dp(12))
        hint = GlyphLabel(self.kit, self.kit.words("building-known"), level=Level.DENSE, ink="quiet")
        made = holder(column(hint, holder(self._flow), gap=self.kit.look.dp(4)))
        self._lines.addWidget(made)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look what is known when the line gets the keyboard; ↓ writes the next of it."""
        if event.type() == QEvent.Type.FocusIn:
            self._look()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._next()
            return bool(self.known)
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Beside the window; where the register cannot be read the line stays a line, and its own panel tells why."""
        path = self._view.path
        self._errands.run(lambda: self.kit.office.buildings(path), done=self._offer, failed=lambda _: self._offer(()))

    def _offer(self, names: Sequence[str]) -> None:
        found = tuple(names)
        if found == self.known:
            return
        self.known = found
        if found or "offered" in self.__dict__:
            self.offered.setVisible(bool(found))
            empty(self._flow)
        for name in found:
            button = Button(self.kit, name, rank=Rank.SECONDARY, level=Level.DENSE)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # ↓ is its key: Tab goes on to the next question
            pressed(button, lambda name=name: self._write(name))  # type: ignore[misc]
            self._flow.addWidget(button)

    def _next(self) -> None:
        if self.known:
            here = self.line.text().strip(_BETWEEN)
            self._write(self.known[(self.known.index(here) + 1) % len(self.known) if here in self.known else 0])

    def _write(self, name: str) -> None:
        """The name, and the cursor where the room is typed."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()
        self.line.insert(name + _BETWEEN)  # as if it was typed: Ctrl+Z takes it back
