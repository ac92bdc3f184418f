"""The bar on top: open a paper, take back, do again, keep, draw a box, look nearer, examine."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.box_panel import KINDS
from kiosk.ui.tokens import Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.button import Button, IconButton, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.entries.listing import Combo
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import Ground, column, pressed

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet

_CHANGES = ("import", "new", "undo", "redo", "save", "gate")
_ACTS = ("import", "new", "undo", "redo", "save", "reread", "check", "gate", "releases")


KEYS = {
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+S": "save",
    "F5": "check",
    "Ctrl+O": "import",
    "Ctrl+N": "new",
    "Ctrl++": "larger",
    "Ctrl+-": "smaller",
    "Ctrl+0": "fit",
}
"""What the keys of the window ask for."""


class ToolBar(Ground):
    """`asked` carries what was pressed (`_ACTS`, larger, smaller, fit), `drawing` the kind of a box."""

    asked = Signal(str)
    drawing = Signal(object)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__(kit, role="panel", edge="bottom")
        self._kit, self._reads, self._gated = kit, False, kit.gating is not None
        words, gap = kit.words, kit.look.dp(8)
        self.acts = {name: Button(kit, words(f"designer-{name}"), level=Level.CHROME) for name in _ACTS}
        self.add = Button(kit, words("designer-add"), rank=Rank.CHOICE, level=Level.CHROME)
        self.kind = Combo(kit, name=words("designer-add-kind"))
        self.kind.setMinimumWidth(kit.look.dp(150))
        for kind in KINDS:
            self.kind.addItem(words(f"designer-kind-{kind.value}"), kind)
        signs = {"smaller": icons.Icon.MINUS, "larger": icons.Icon.PLUS, "fit": icons.Icon.FIT}
        self.zooms = {name: IconButton(kit, words(f"designer-{name}"), icon) for name, icon in signs.items()}
        self.state = Chip(kit)
        tools: tuple[QWidget, ...] = (*self.acts.values(), self.add, self.kind, *self.zooms.values(), self.state)
        self.acts["reread"].setVisible(False)
        self.acts["gate"].setVisible(kit.gating is not None)
        self.acts["releases"].setVisible(kit.shelving is not None)
        self._drawn: tuple[QWidget, ...] = (self.add, self.kind, *self.zooms.values())
        self.setLayout(column(flow(*tools, gap=gap), gap=0, margins=(gap, gap, gap, gap)))
        for name, button in (*self.acts.items(), *self.zooms.items()):
            pressed(button, partial(self.asked.emit, name))
        pressed(self.add, self._draw)
        self.kind.activated.connect(lambda _at: self._draw(on=True))

    def _draw(self, *, on: bool | None = None) -> None:
        wanted = self.add.isChecked() if on is None else on
        self.add.setChecked(wanted)
        self.drawing.emit(self.kind.currentData() if wanted else None)

    def for_readers(self, *, reads: bool) -> None:
        """Nothing is changed by who only reads."""
        self._reads = reads
        for name in _CHANGES:
            self.acts[name].setVisible(not reads and (name != "gate" or self._gated))
        for tool in (self.add, self.kind):
            tool.setVisible(not reads)

    def for_tables(self, *, saved: bool) -> None:
        """No page lies here to be drawn on."""
        for tool in self._drawn:
            tool.setVisible(False)
        key, tone = ("saved", Tone.GREEN) if saved else ("unsaved", Tone.YELLOW)
        self.state.set(self._kit.words(f"designer-state-{key}"), tone=tone)

    def present(self, sheet: Sheet | None) -> None:
        """How the form stands."""
        words = self._kit.words
        for tool in self._drawn:
            tool.setVisible(not self._reads or tool not in {self.add, self.kind})
        if sheet is None:
            self.state.set("", tone=Tone.NEUTRAL)
        elif not sheet.entry.open:
            key = "designer-state-read" if sheet.reads else "designer-state-sealed"
            self.state.set(words(key), tone=Tone.NEUTRAL)
        elif sheet.saved:
            self.state.set(words("designer-state-saved"), tone=Tone.GREEN)
        else:
            self.state.set(words("designer-state-unsaved"), tone=Tone.YELLOW)
