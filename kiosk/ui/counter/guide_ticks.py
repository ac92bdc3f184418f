"""受付案内票 at the desk: the rows of one visit, ticked off by a press and taken back by another; nobody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.jobs import Tick
from kiosk.ui.counter.day_lines import guide_line
from kiosk.ui.counter.day_row import DayRow
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, pressed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from kiosk.model.kept import PastCase
    from kiosk.ui.kit import Kit


class GuideTicks(QWidget):
    """`ticked` carries the Tick of the row that was pressed."""

    ticked = Signal(object)

    def __init__(self, kit: Kit, *, first: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._kit, self._first = kit, first
        self._case: PastCase | None = None
        self.title = GlyphLabel(kit, level=Level.DENSE, bold=True)
        self.how = GlyphLabel(kit, kit.words("guide-how"), level=Level.CHROME, ink="quiet")
        self.rows: list[DayRow] = []
        self._list = column(self.title, self.how, gap=kit.look.dp(4))
        self.setLayout(self._list)
        self.hide()

    def present(self, case: PastCase | None) -> DayRow | None:
        """Show the rows of a case (None: of nobody); the row that somebody was at, where it is the case of before.

        Of a case that has just been found no row is anybody's: an Enter too many ticks nothing off.
        """
        at = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        same = case is not None and self._case is not None and case.case == self._case.case
        self._case = case if case is not None and case.rows else None
        self._fill(len(self._case.rows) if self._case is not None else 0)
        if self._case is None:
            self.hide()
            return None
        wanted = self._case.wanted
        done = sum(row.at is not None for row in wanted)
        self.title.set_text(self._kit.words("guide-title", done=done, of=len(wanted)))
        for place, row in enumerate(self.rows):
            row.present(guide_line(self._kit, self._case, place))
            self._list.addWidget(row)
        self.show()
        return self.rows[min(at, len(self.rows) - 1)] if same and at is not None else None

    def _fill(self, many: int) -> None:
        """As many rows as the visit has; those there are used again."""
        while len(self.rows) < many:
            made = DayRow(self._kit, first=self._first)
            pressed(made, lambda made=made: self._toggle(self.rows.index(made)))  # type: ignore[misc]
            self.rows.append(made)
        for spare in self.rows[many:]:
            self._list.removeWidget(spare)
            spare.hide()
            spare.deleteLater()
        del self.rows[many:]

    def _toggle(self, at: int) -> None:
        if self._case is not None:
            row = self._case.rows[at]
            self.ticked.emit(Tick(self._case.slip, row.procedure, on=row.at is None))
