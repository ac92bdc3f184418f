"""確定までに残っていること at the head of the check: five kinds with their counts, each entry a jump there and back."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.flow.pages import Gate, GateEntry
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, empty, holder, pressed

SHOWN = 6
"""Entries of a kind that are listed; the rest is counted, and moves up as they are settled."""


class GateList(Panel):
    """`change` asks for the question of a path; what has no question of its own is named only."""

    change = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._kit, gap = kit, kit.look.dp(8)
        self._entries: tuple[GateEntry, ...] | None = None
        self.links: dict[str, Button] = {}
        self.chips = {kind: Chip(kit) for kind in Gate}
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(4))
        self.column.addWidget(GlyphLabel(kit, kit.words("gate-title"), level=Level.HEAD, bold=True))
        self.column.addWidget(flow(*self.chips.values(), gap=gap))
        self.column.addWidget(holder(self._list))

    def present(self, entries: Sequence[GateEntry]) -> None:
        """Show what is left; only what has changed is made anew."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        counts = {kind: sum(entry.kind is kind for entry in entries) for kind in Gate}
        for kind, chip in self.chips.items():
            text = self._kit.words("gate-count", kind=self._kit.words(f"gate-{kind.value}"), n=counts[kind])
            chip.set(text, tone=Tone.YELLOW if counts[kind] else Tone.GREEN)
        empty(self._list)
        self.links = {}
        for kind, group in groupby(entries, key=lambda entry: entry.kind):
            self._kind(kind, list(group))

    def _kind(self, kind: Gate, entries: list[GateEntry]) -> None:
        words = self._kit.words
        self._list.addWidget(GlyphLabel(self._kit, words(f"gate-{kind.value}"), level=Level.DENSE, bold=True))
        for entry in entries[:SHOWN]:
            said = words("gate-entry", who=entry.who, what=entry.what) if entry.who else entry.what
            text = words("gate-why", what=said, why=entry.why) if entry.why else said
            if not entry.path:
                self._list.addWidget(GlyphLabel(self._kit, words("list-item", what=text), level=Level.DENSE))
                continue
            link = self.links[entry.path] = Button(self._kit, text, rank=Rank.QUIET, level=Level.DENSE)
            pressed(link, lambda path=entry.path: self.change.emit(path))  # type: ignore[misc]
            self._list.addWidget(flow(link, gap=0))
        if len(entries) > SHOWN:
            more = words("gate-more", n=len(entries) - SHOWN)
            self._list.addWidget(GlyphLabel(self._kit, more, level=Level.DENSE, ink="quiet"))

    def forget(self) -> None:
        """Nothing of what was left stays."""
        self._entries, self.links = None, {}
        empty(self._list)
