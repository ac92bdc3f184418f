"""Several boxes at once: brought in line, spread, made rows of a table, copied, taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.edits import Align, Alone, Axis, Edge, Edit, InRows, Remove, Spread
from kiosk.ui.designer.fields import Number, Pick
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Rule, column, pressed, row

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet

_ROWS = 4


class ManyPanel(QWidget):
    """`edited` carries an edit of the chosen boxes, `settled` those of them that were looked at; with one box chosen
    only rows and removing are offered.
    """

    edited = Signal(object)
    settled = Signal(tuple)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self._chosen: tuple[str, ...] = ()
        self.title = GlyphLabel(kit, level=Level.DENSE, bold=True)
        self.right = Button(kit, "", level=Level.DENSE)
        self.edges = {edge: Button(kit, words(f"designer-edge-{edge.value}"), level=Level.DENSE) for edge in Edge}
        self.axes = {axis: Button(kit, words(f"designer-axis-{axis.value}"), level=Level.DENSE) for axis in Axis}
        self.group = Pick(kit, words("designer-group"))
        self.rows = Number(kit, words("designer-rows"), least=1, most=60, whole=True)
        self.down = Number(kit, words("designer-dy"), least=1, most=300)
        self.in_rows = Button(kit, words("designer-in-rows"), level=Level.DENSE)
        self.alone = Button(kit, words("designer-alone"), level=Level.DENSE)
        self.remove = Button(kit, words("designer-remove"), level=Level.DENSE)
        self._lined = column(flow(*self.edges.values(), gap=gap), flow(*self.axes.values(), gap=gap), gap=gap)
        self.line_up = QWidget()
        self.line_up.setLayout(self._lined)
        rows = row(self.rows, self.down, gap=gap)
        last = flow(self.in_rows, self.alone, self.remove, gap=gap)
        self.setLayout(column(self.title, self.right, self.line_up, Rule(kit), self.group, rows, last, gap=gap))
        self._connect()

    def _connect(self) -> None:
        for edge, button in self.edges.items():
            pressed(button, partial(self._align, edge))
        for axis, button in self.axes.items():
            pressed(button, partial(self._spread, axis))
        pressed(self.in_rows, self._make_rows)
        pressed(self.alone, lambda: self._do(Alone(self._chosen)))
        pressed(self.remove, lambda: self._do(Remove(self._chosen)))
        pressed(self.right, lambda: self.settled.emit(self._chosen))

    def offer(self, groups: tuple[tuple[str, str], ...]) -> None:
        """For whom rows can be."""
        self.group.offer((code, f"{words}（{code}）" if words else code) for code, words in groups)
        self.group.present(groups[0][0] if groups else "")

    def present(self, sheet: Sheet, chosen: tuple[str, ...]) -> None:
        """Show what can be done with these boxes."""
        fresh, self._chosen = chosen != self._chosen, chosen
        boxes = [box for box in sheet.template.boxes if box.id in chosen]
        self.title.set_text(self._kit.words("designer-many", n=len(boxes)))
        self.title.setVisible(len(boxes) > 1)
        self.line_up.setVisible(len(boxes) > 1)
        doubted = sum(box.id in sheet.doubts for box in boxes)
        self.right.set_text(self._kit.words("designer-settle-many", n=doubted))
        self.right.setVisible(len(boxes) > 1 and doubted > 0)
        self.alone.setVisible(any(box.repeat for box in boxes))
        if fresh and boxes:
            self.rows.show_number(_ROWS)
            self.down.show_number(max(box.rect.y + box.rect.h for box in boxes) - min(box.rect.y for box in boxes))
        self.setEnabled(sheet.entry.open)

    def _make_rows(self) -> None:
        rows, down = self.rows.number, self.down.number
        if rows is not None and down is not None:
            self._do(InRows(self._chosen, self.group.code, int(rows), down))

    def _align(self, edge: Edge) -> None:
        self._do(Align(self._chosen, edge))

    def _spread(self, axis: Axis) -> None:
        self._do(Spread(self._chosen, axis))

    def _do(self, edit: Edit) -> None:
        self.edited.emit(edit)
