"""The fields of one part of a file, what can be added to it, and who speaks of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kiosk.ui.designer.fields import Field as Entry
from kiosk.ui.designer.finder import Finder
from kiosk.ui.designer.rows import dress
from kiosk.ui.designer.tables.row import FieldRow
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Rule, column, empty, holder, pressed

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.table_ports import Addable, Field, Part, Path, Table, UseShown

_USES, _ROWS = 60, 40


class PartForm(QWidget):
    """`said` carries a path and what was said (None: the key goes), `added` a path and a name, `dropped` a path (empty:
    the file), `renamed` a path and a name, `shifted` a path and -1 or 1, `copied` a name, `led` a use.
    """

    said = Signal(object, object)
    added = Signal(object, str)
    dropped = Signal(object)
    renamed = Signal(object, str)
    shifted = Signal(object, int)
    copied = Signal(str)
    led = Signal(object)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        gap = kit.look.dp(12)
        self.rows: dict[Path, FieldRow] = {}
        self._part: Part | None = None
        self._shape: tuple[object, ...] | None = None
        self._asked = False
        self.title, self.wrong = GlyphLabel(kit, level=Level.BODY, bold=True), Message(kit)
        self.filter, self.filtered = (
            Entry(kit, kit.words("table-filter")),
            GlyphLabel(kit, level=Level.DENSE, ink="quiet"),
        )
        self.fields, self.below = column(gap=gap), column(gap=kit.look.dp(8))
        self.told = Message(kit, mood=Mood.WARNING)
        self.uses = QListWidget()
        dress(self.uses, kit, name=kit.words("table-uses"))
        self.uses.setWordWrap(True)
        self.uses.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = (self.title, self.wrong, self.filter, self.filtered)
        body = column(*head, holder(self.fields), Rule(kit), holder(self.below), gap=gap)
        body.addWidget(self.told)
        body.addWidget(self.uses)
        body.addStretch(1)
        self.setLayout(body)
        self.filter.line.textChanged.connect(lambda _text: self._lay_rows())
        self.uses.itemActivated.connect(self._lead)
        self.uses.itemClicked.connect(self._lead)

    # ---- showing -----------------------------------------------------------------------------------------------------
    def present(self, table: Table, part: Part) -> None:
        """Show a part; where it is the same one with the same fields, what is being typed stays."""
        fields = tuple((field.path, field.way) for field in part.inside.fields)
        shape = (table.file, part.path, fields, part.inside.adds, part.own, part.removable, part.ways)
        self.title.set_text(part.title)
        self.wrong.set("\n".join(part.problems))
        rebuilt, self._part = shape != self._shape, part
        if rebuilt:
            if self._shape is None or shape[:2] != self._shape[:2]:
                self.filter.line.setText("")
            self._shape = shape
            self._rebuild(table, part)
            self._forget_uses()
        for field in part.inside.fields:
            if field.path in self.rows:
                self.rows[field.path].present(field)

    def _rebuild(self, table: Table, part: Part) -> None:
        empty(self.below)
        self._lay_rows()
        for adding in part.inside.adds:
            self.below.addWidget(self._adding(adding))
        if part.own:
            self.below.addWidget(self._named(self._kit.words("table-rename"), partial(self._rename, part.path)))
        if not part.path and table.removable:
            self.below.addWidget(self._named(self._kit.words("table-rename-file"), partial(self._rename, ())))
        if not part.path and table.file.startswith("personas/"):
            self.below.addWidget(self._named(self._kit.words("table-copy"), self.copied.emit))
        self._ending(table, part)

    def _lay_rows(self) -> None:
        """A row for each field; of a long list for those that are looked for, and first for those that are wrong."""
        fields = self._part.inside.fields if self._part is not None else ()
        asked = self.filter.line.text().casefold().split()
        found = [field for field in fields if all(word in _words(field) for word in asked)]
        shown = sorted(found, key=lambda field: not field.problems)[:_ROWS] if len(fields) > _ROWS else fields
        self.filter.setVisible(len(fields) > _ROWS)
        self.filtered.setVisible(len(fields) > _ROWS)
        self.filtered.set_text(self._kit.words("table-filtered", all=len(fields), shown=len(shown)))
        empty(self.fields)
        self.rows = {field.path: FieldRow(self._kit, field) for field in shown}
        for path, row in self.rows.items():
            self.fields.addWidget(row)
            row.meant.connect(partial(self._said, path))
            row.removed.connect(partial(self.said.emit, path, None))

    def _said(self, path: Path, given: object) -> None:
        self.said.emit(path, given)

    def _adding(self, adding: Addable) -> QWidget:
        """One more: by a press, by a name, or by one of those that there are."""
        if not adding.named:
            button = Button(self._kit, adding.words, level=Level.DENSE)
            pressed(button, partial(self.added.emit, adding.path, ""))
            return flow(button, gap=0)
        if not adding.choices:
            return self._named(adding.words, partial(self.added.emit, adding.path))
        finder = Finder(self._kit, name=adding.words)
        finder.offer(adding.choices)
        finder.setVisible(False)
        opens = Button(self._kit, adding.words, level=Level.DENSE)
        finder.meant.connect(partial(self.added.emit, adding.path))

        def turn() -> None:
            finder.setVisible(not finder.isVisible())
            finder.search.setFocus(Qt.FocusReason.TabFocusReason)

        pressed(opens, turn)
        return holder(column(flow(opens, gap=0), finder, gap=self._kit.look.dp(4)))

    def _named(self, words: str, act: object) -> QWidget:
        """A line for a name; Enter or the button does it."""
        line = Entry(self._kit, words)
        button = Button(self._kit, self._kit.words("table-do"), level=Level.DENSE)
        button.setAccessibleName(words)

        def go() -> None:
            if callable(act):
                act(line.line.text().strip())

        line.line.entered.connect(go)
        pressed(button, go)
        return holder(column(line, flow(button, gap=0), gap=self._kit.look.dp(4)))

    def _ending(self, table: Table, part: Part) -> None:
        """Who speaks of it, and taking it away."""
        whole = not part.path and table.removable
        uses = Button(self._kit, self._kit.words("table-uses-show"), level=Level.DENSE)
        key = "table-remove-file" if whole else "table-remove-part"
        remove = Button(self._kit, self._kit.words(key), level=Level.DENSE)
        remove.setVisible(part.removable or whole)
        uses.setVisible(part.own or whole or (part.path[:1] == ("codes",)))
        pressed(uses, self._show_uses)
        pressed(remove, self._remove)
        moves = tuple(self._move(part.path, by) for by in part.ways)
        self.below.addWidget(flow(uses, *moves, remove, gap=self._kit.look.dp(8)))

    def _move(self, path: Path, by: int) -> Button:
        button = Button(self._kit, self._kit.words("table-up" if by < 0 else "table-down"), level=Level.DENSE)
        pressed(button, partial(self.shifted.emit, path, by))
        return button

    # ---- who speaks of it --------------------------------------------------------------------------------------------
    def _forget_uses(self) -> None:
        self._asked = False
        self.told.set("")
        self.uses.setVisible(False)

    def _show_uses(self) -> tuple[UseShown, ...]:
        part = self._part
        found = self._kit.tabling.uses(part.path) if part is not None else ()
        self.told.set(self._kit.words("table-used", n=len(found)) if found else self._kit.words("table-unused"))
        self.uses.clear()
        for use in found[:_USES]:
            item = QListWidgetItem(self._kit.words("table-use", file=use.file, line=use.line, words=use.words[:160]))
            item.setData(Qt.ItemDataRole.UserRole, use)
            self.uses.addItem(item)
        self.uses.setVisible(bool(found))
        self.uses.setMinimumHeight(self._kit.look.dp(220 if found else 0))
        return found

    def _remove(self) -> None:
        """What others speak of is shown first; whoever presses again means it."""
        part = self._part
        if part is None:
            return
        if not self._asked and self._show_uses():
            self._asked = True
            self.told.set(self._kit.words("table-used-still"))
            return
        self._asked = False
        self.dropped.emit(part.path)

    def _rename(self, path: Path, name: str) -> None:
        self.renamed.emit(path, name)

    def _lead(self, item: QListWidgetItem) -> None:
        self.led.emit(item.data(Qt.ItemDataRole.UserRole))


def _words(field: Field) -> str:
    """By what a field is looked for: what it is called, and what stands there."""
    return f"{field.label} {field.key} {field.value}".casefold()
