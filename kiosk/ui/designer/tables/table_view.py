"""A file of tables: at the left its parts, at the right the fields of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kiosk.ui.designer.rows import dress
from kiosk.ui.designer.table_ports import Table
from kiosk.ui.designer.tables.part_form import PartForm
from kiosk.ui.native import Splitter
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import AIR, column, holder, scrolling

if TYPE_CHECKING:
    from kiosk.model.base import Issue
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.table_ports import Given, Part, Path

_PATH = Qt.ItemDataRole.UserRole


class TableView(QWidget):
    """`changed` carries the table as it stands after a change, `led` a place that speaks of something, `gone` why
    there is no table any more.
    """

    changed = Signal(object)
    led = Signal(object)
    gone = Signal(str)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self._table: Table | None = None
        self.title, self.told = GlyphLabel(kit, level=Level.DENSE, ink="quiet"), Message(kit)
        self.search, self.list, self.form = Line(kit, name=words("table-find-part")), QListWidget(), PartForm(kit)
        self.search.setPlaceholderText(words("table-find-part"))
        dress(self.list, kit, name=words("table-parts"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = holder(column(self.title, self.search, self.list, gap=gap, margins=(gap, gap, 0, 0)))
        inside = column(self.told, self.form, gap=gap, margins=AIR)
        self.area = scrolling(kit, holder(inside))
        across = Splitter(kit.look)
        across.addWidget(left)
        across.addWidget(self.area)
        across.setStretchFactor(1, 1)
        across.setSizes([kit.look.dp(300), kit.look.dp(700)])
        self.setLayout(column(across, gap=0))
        self._connect()

    def _connect(self) -> None:
        port, form = self._kit.tabling, self.form
        self.search.textChanged.connect(lambda _text: self._find())
        self.list.currentItemChanged.connect(lambda now, _before: self._pick(now))
        form.said.connect(self._say)
        form.added.connect(lambda path, name: self._take(port.add(path, name)))
        form.renamed.connect(lambda path, name: self._take(port.rename(path, name)))
        form.shifted.connect(lambda path, by: self._take(port.shift(path, by)))
        form.copied.connect(lambda name: self._take(port.copy(name)))
        form.dropped.connect(self._drop)
        form.led.connect(self.led.emit)

    @property
    def table(self) -> Table | None:
        """What is shown."""
        return self._table

    @property
    def part(self) -> Part | None:
        """Which part of it."""
        item = self.list.currentItem()
        path = item.data(_PATH) if item is not None else ()
        return next((part for part in self._table.parts if part.path == path), None) if self._table else None

    # ---- showing -----------------------------------------------------------------------------------------------------
    def present(self, table: Table, *, at: Path | None = None) -> None:
        """Show a file; the part that was shown stays, unless another one is asked for or was made."""
        same = self._table is not None and self._table.file == table.file
        part = self.part
        path = at if at is not None else table.at if table.at is not None else part.path if same and part else ()
        self._table = table
        self.title.set_text(table.file)
        self.told.set("")
        self._list(table, path)

    def _list(self, table: Table, path: Path) -> None:
        """The parts by their depth; the one at a path, or the nearest around it, is chosen.

        Rows that are the same stay where they are: a click that ends somebody's typing must meet what he saw.
        """
        around = [part.path for part in table.parts if part.path == path[: len(part.path)]]
        best = max(around, key=len, default=())
        there = [self.list.item(at).data(_PATH) for at in range(self.list.count())]
        with QSignalBlocker(self.list):
            if there != [part.path for part in table.parts]:
                self.list.clear()
                for part in table.parts:
                    item = QListWidgetItem()
                    item.setData(_PATH, part.path)
                    self.list.addItem(item)
            for at, part in enumerate(table.parts):
                self._name(self.list.item(at), part)
                if part.path == best and self.list.currentRow() != at:
                    self.list.setCurrentRow(at)
                    self.list.scrollToItem(self.list.item(at), QListWidget.ScrollHint.PositionAtCenter)
        self._find()
        self._show()

    def _name(self, item: QListWidgetItem, part: Part) -> None:
        words = f"{'　' * part.depth}{part.title}"
        item.setText(self._kit.words("designer-count", name=words, n=part.wrong) if part.wrong else words)
        item.setToolTip(part.title)
        item.setForeground(self._kit.look.colour("error" if part.wrong else "text"))

    def _find(self) -> None:
        asked = self.search.text().casefold().split()
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(not all(word in f"{item.text()} {item.data(_PATH)}".casefold() for word in asked))

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.told.set("")
            self._show()
            self.area.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        part = self.part
        if self._table is not None and part is not None:
            self.form.present(self._table, part)

    def show_line(self, issue: Issue) -> None:
        """The part in which something is wrong, by its words."""
        table = self._table
        for part in table.parts if table is not None else ():
            if any(text.startswith(issue.message) for text in part.told) and table is not None:
                self.present(table, at=part.path)
                return

    # ---- doing -------------------------------------------------------------------------------------------------------
    def _say(self, path: Path, given: Given | None) -> None:
        found = self._kit.tabling.say(path, given)
        if isinstance(found, Table):
            self._take(found)
        elif path in self.form.rows:
            self.form.rows[path].refuse(found)

    def _drop(self, path: Path) -> None:
        found = self._kit.tabling.drop(path)
        if path:
            self._take(found)
        else:
            self._table = None
            self.gone.emit(found if isinstance(found, str) else "")

    def _take(self, found: Table | str) -> None:
        """A table as it is now, or why nothing was changed."""
        if isinstance(found, Table):
            self.changed.emit(found)
        else:
            self.told.set(found)
            self.area.verticalScrollBar().setValue(0)
