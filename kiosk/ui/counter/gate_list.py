"""確定までに残っていること at the head of the check: its kinds with their counts, each entry a jump there and back.

What can be settled on the spot is settled here: values of cards and papers by one yes, a held filing by the reason why
it waits, what will be printed otherwise by having said so, what a receiver sent back by letting it stand, what it
refused by filing it again. The last two are only seen in a correction of what was sent back.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Approve
from kiosk.flow.case_actions import AcceptPrint, SettleReturned
from kiosk.flow.left import Gate, GateEntry
from kiosk.ui.counter.file_again import FileAgainRows
from kiosk.ui.counter.held_accept import HeldAccept
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed

SHOWN = 6
"""Entries of a kind that are listed at first; the rest is counted, and one press lists it."""

_HOW = {
    Gate.RETURNED: "gate-returned-how",
    Gate.HELD: "gate-held-how",
    Gate.CONFLICT: "gate-conflict-how",
    Gate.SAID: "gate-said-how",
    Gate.PRINT: "gate-print-how",
}


_SETTLED = {
    Gate.RETURNED: "gate-settle-returned",
    Gate.CONFLICT: "gate-accept-unusual",
    Gate.PRINT: "gate-accept-print",
}
"""Kinds whose entries one press settles as they are, by their ids."""


class GateKind(QWidget):
    """The entries of one kind; hidden where there are none."""

    acted = Signal(object)
    change = Signal(str)

    def __init__(self, kit: Kit, kind: Gate) -> None:
        super().__init__()
        self._kit, self.kind, self._all = kit, kind, False
        self.entries: tuple[GateEntry, ...] = ()
        self.links: dict[str, Button] = {}
        self.held = HeldAccept(kit)
        self.held.acted.connect(self.acted)
        if kind is not Gate.HELD:
            self.held.hide()
        self.again = FileAgainRows(kit)
        self.again.acted.connect(self.acted)
        self.settle = Button(kit, "")
        self.how = GlyphLabel(kit, kit.words(_HOW[kind]) if kind in _HOW else "", level=Level.DENSE)
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(4))
        title = GlyphLabel(kit, kit.words(f"gate-{kind.value}"), level=Level.DENSE, bold=True)
        settling, listed = flow(self.settle, gap=0), holder(self._list)
        returned = (self.held, listed, self.again, settling)
        ends = returned if kind is Gate.RETURNED else (settling, self.held, listed, self.again)
        self.setLayout(column(title, self.how, *ends, gap=kit.look.dp(4)))
        pressed(self.settle, self._settle)
        self.hide()

    @property
    def waiting(self) -> tuple[GateEntry, ...]:
        """What of it keeps the signatures closed."""
        return tuple(entry for entry in self.entries if not entry.settled)

    def present(self, entries: tuple[GateEntry, ...]) -> None:
        """Show them; only what has changed is made anew."""
        if entries == self.entries:
            return
        before, self.entries = self.entries, entries
        appear(self, on=bool(entries))
        appear(self.how, on=self.kind in _HOW and bool(self.waiting))
        self._offer()
        self.held.present(self._filings())
        self.again.present(entries)
        if self._shape(before) == self._shape(entries):
            return
        self._build()

    def _shape(self, entries: Sequence[GateEntry]) -> list[tuple[str, str, str, str, str]]:
        return [(entry.path, entry.id, entry.who, entry.what, entry.why) for entry in entries]

    def _offer(self) -> None:
        """What one press settles of this kind."""
        ids, words = self._ids(), self._kit.words
        if self.kind is Gate.SAID:
            self.settle.set_text(words("gate-approve", n=len(self.waiting)))
        elif self.kind in _SETTLED:
            self.settle.set_text(words(_SETTLED[self.kind], n=len(ids)))
        appear(self.settle, on=(self.kind is Gate.SAID and bool(self.waiting)) or bool(ids))

    def _ids(self) -> tuple[str, ...]:
        return tuple(entry.id for entry in self.waiting if entry.id) if self.kind in _SETTLED else ()

    def _settle(self) -> None:
        if self.kind is Gate.SAID:
            self.acted.emit(Approve(paths=tuple(entry.path for entry in self.waiting)))
        elif self.kind is Gate.RETURNED:
            self.acted.emit(SettleReturned(points=self._ids()))
        else:
            self.acted.emit(AcceptPrint(cautions=self._ids()))

    def _filings(self) -> tuple[GateEntry, ...]:
        return tuple(entry for entry in self.entries if self.kind is Gate.HELD and entry.id)

    # ---- entries -------------------------------------------------------------------------------------------------
    def _build(self) -> None:
        empty(self._list)
        self.links = {}
        listed = [entry for entry in self.entries if not (self.kind is Gate.HELD and entry.id)]
        shown = listed if self._all else listed[:SHOWN]
        jumps = [self._jump(entry) for entry in shown if entry.path]
        words = (self._kit.words("list-item", what=self._said(entry)) for entry in shown if not entry.path)
        told = [GlyphLabel(self._kit, said, level=Level.DENSE) for said in words]
        if len(shown) < len(listed):
            more = self._kit.words("gate-more", n=len(listed) - SHOWN)
            self.more = Button(self._kit, more, rank=Rank.QUIET, level=Level.DENSE)
            pressed(self.more, self._show_all)
            jumps.append(self.more)
        links = [flow(*jumps, gap=self._kit.look.dp(4))] if jumps else []
        for thing in (*links, *told) if self.kind is Gate.RETURNED else (*told, *links):
            self._list.addWidget(thing)

    def _show_all(self) -> None:
        self._all = True
        self._build()
        next(iter(list(self.links.values())[SHOWN:]), self.settle).setFocus(Qt.FocusReason.TabFocusReason)

    def _said(self, entry: GateEntry) -> str:
        words = self._kit.words
        said = words("gate-entry", who=entry.who, what=entry.what) if entry.who else entry.what
        return words("gate-why", what=said, why=entry.why) if entry.why else said

    def _jump(self, entry: GateEntry) -> Button:
        link = Button(self._kit, self._said(entry), rank=Rank.QUIET, level=Level.DENSE)
        self.links.setdefault(entry.path, link)
        pressed(link, lambda: self.change.emit(entry.path))
        return link

    def first(self) -> QWidget | None:
        """Where the keyboard goes for what is left of this kind."""
        asked = self.held.first()
        if asked is not None or not self.waiting:
            return asked
        asked = next((self.links[entry.path] for entry in self.waiting if entry.path), None)
        if self.kind is Gate.RETURNED and asked is not None:  # what is to be corrected is corrected, not passed over
            return asked
        return self.settle if not self.settle.isHidden() else next(iter(self.links.values()), None)

    def forget(self) -> None:
        """Nothing of it stays."""
        self.entries, self.links, self._all = (), {}, False
        self.held.forget()
        self.again.forget()
        empty(self._list)
        self.hide()


class GateList(Panel):
    """`change` asks for the question of a path; `acted` carries what was settled here."""

    change = Signal(str)
    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._kit = kit
        self.chips = {kind: Chip(kit) for kind in Gate}
        self.kinds = {kind: GateKind(kit, kind) for kind in Gate}
        self.title = GlyphLabel(kit, kit.words("gate-title"), bold=True)
        self.column.addWidget(self.title)
        self.column.addWidget(flow(*self.chips.values(), gap=kit.look.dp(8)))
        for kind in self.kinds.values():
            kind.change.connect(self.change)
            kind.acted.connect(self.acted)
            self.column.addWidget(kind)

    @property
    def approve(self) -> Button:
        """The one yes to everything that cards and papers say."""
        return self.kinds[Gate.SAID].settle

    @property
    def links(self) -> dict[str, Button]:
        """The jump of each path; where it is left for two reasons, the first."""
        found: dict[str, Button] = {}
        for kind in self.kinds.values():
            found = kind.links | found
        return found

    @property
    def returned(self) -> str:
        """The path of the first answer that a receiver wants corrected; empty where there is none."""
        return next((entry.path for entry in self.kinds[Gate.RETURNED].waiting if entry.path), "")

    def present(self, entries: Sequence[GateEntry], *, examining: bool = False) -> None:
        """Show what is left; `examining`: more may be found out in a moment, and nothing on the page moves for it."""
        self.title.set_text(self._kit.words("gate-examining" if examining else "gate-title"))
        for kind, part in self.kinds.items():
            of_kind = tuple(entry for entry in entries if entry.kind is kind)
            part.present(of_kind)
            text = self._kit.words("gate-count", kind=self._kit.words(f"gate-{kind.value}"), n=len(of_kind))
            self.chips[kind].set(text, tone=Tone.YELLOW if part.waiting else Tone.GREEN)
        appear(self.chips[Gate.RETURNED], on=bool(self.kinds[Gate.RETURNED].entries))

    def first(self) -> QWidget | None:
        """Where the keyboard goes: to the first thing that is left."""
        return next((found for kind in self.kinds.values() if (found := kind.first()) is not None), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrows go along the list."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        stops = list(self._stops())
        here = next((at for at, stop in enumerate(stops) if stop.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if step is None or here is None or not 0 <= here + step < len(stops):
            super().keyPressEvent(event)
        else:
            stops[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> Iterator[Button]:
        return (button for button in self.findChildren(Button) if button.isVisible())

    def forget(self) -> None:
        """Nothing of what was left stays."""
        for kind in self.kinds.values():
            kind.forget()
