"""The designer's window: tree, page, what is chosen, problems; a step goes to the port and comes back as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.ui.designer.canvas import PageCanvas
from kiosk.ui.designer.errands import DesignErrands
from kiosk.ui.designer.fields import finish_typing
from kiosk.ui.designer.file_view import FileView
from kiosk.ui.designer.gate_panel import GatePanel
from kiosk.ui.designer.hold_bar import HoldBar
from kiosk.ui.designer.import_panel import ImportPanel
from kiosk.ui.designer.leading import lead
from kiosk.ui.designer.page_area import PageArea
from kiosk.ui.designer.ports import Entry, Place, Sheet
from kiosk.ui.designer.problem_list import ProblemList
from kiosk.ui.designer.saving import Saving
from kiosk.ui.designer.shelf_panel import ShelfPanel
from kiosk.ui.designer.side_panel import SidePanel
from kiosk.ui.designer.tables.pages import TablePages
from kiosk.ui.designer.tool_bar import KEYS, ToolBar
from kiosk.ui.designer.tree_panel import TreePanel
from kiosk.ui.native import Splitter
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column, holder

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from kiosk.model.base import Issue
    from kiosk.model.edits import Edit
    from kiosk.model.template import Kind
    from kiosk.ui.designer.kit import DesignKit


class DesignerWindow(QWidget):
    """Takes a DesignKit; `begin` reads the files."""

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        self.setWindowTitle(kit.words("designer-window"))
        self._sheet: Sheet | None = None
        self._entries: tuple[Entry, ...] = ()
        self._found: tuple[Issue, ...] | None = None
        self.errands = DesignErrands(kit)
        self._warned = self._over = False
        self.bar, self.tree, self.side = ToolBar(kit), TreePanel(kit), SidePanel(kit)
        self.canvas, self.problems, self.told = PageCanvas(kit), ProblemList(kit), Message(kit)
        self.area, self.file, self.taking = PageArea(kit, self.canvas), FileView(kit), ImportPanel(kit)
        self.tables, self.hold = TablePages(kit), HoldBar(kit, kit.holding)
        self.saving = Saving(kit, self.tables)
        self.nothing = GlyphLabel(kit, kit.words("designer-start"), ink="quiet")
        self.middle = QStackedWidget()
        self.empty = holder(column(self.nothing, gap=0, margins=(24, 24, 24, 24)))
        self.gate = GatePanel(kit, kit.gating) if kit.gating else None
        self.shelf = ShelfPanel(kit, kit.shelving) if kit.shelving else None
        pages = (self.empty, self.area, self.file, self.taking, self.tables.view, self.tables.making)
        for widget in filter(None, (*pages, self.gate, self.shelf)):
            self.middle.addWidget(widget)
        self._arrange()
        self._connect()
        self.side.present(None, ())

    def _arrange(self) -> None:
        look = self._kit.look
        across = Splitter(look)
        for part in (self.tree, self.middle, self.side):
            across.addWidget(part)
        across.setStretchFactor(1, 1)
        across.setSizes([look.dp(280), look.dp(700), look.dp(380)])
        body = column(self.bar, self.hold, self.told, across, self.problems, gap=0)
        body.setStretchFactor(across, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        self.bar.asked.connect(self.do)
        self.bar.drawing.connect(self._draw)
        self.tree.picked.connect(self._open_entry)
        self.canvas.edited.connect(self.edit)
        self.canvas.picked.connect(lambda chosen: self.side.present(self._sheet, chosen))
        self.canvas.drawn.connect(lambda: self.bar.add.setChecked(False))
        self.side.edited.connect(self.edit)
        self.side.changed.connect(self.present)
        self.side.tried.connect(self.errands.try_with)
        self.side.versioned.connect(self._begin_version)
        self.taking.wanted.connect(self.errands.take_in)
        self.taking.left.connect(self._back)
        self.problems.led.connect(lambda issue: lead(self, issue))
        self.hold.turned.connect(self._turn)
        self._connect_errands(self.errands)
        if self.gate is not None:
            self.gate.left.connect(self._back)
            self.gate.released.connect(self._released)
        if self.shelf is not None:
            self.shelf.left.connect(self._back)
        self._connect_tables(self.tables, self.saving)
        for keys, name in KEYS.items():
            QShortcut(QKeySequence(keys), self, lambda name=name: self.do(name))

    def _connect_errands(self, errands: DesignErrands) -> None:
        errands.told.connect(self.say)
        errands.read.connect(self._list)
        errands.found.connect(self._take_found)
        errands.made.connect(self.open)
        errands.refused.connect(self.taking.refuse)
        errands.tried.connect(self._again)

    def _connect_tables(self, tables: TablePages, saving: Saving) -> None:
        tables.shown.connect(self._show_page)
        tables.stood.connect(lambda saved: self.bar.for_tables(saved=saved))
        tables.found.connect(self._take_found)
        tables.kept.connect(self.errands.keep)
        self.errands.kept.connect(self.side.offer)
        tables.left.connect(self._back)
        tables.led.connect(self.show_file)
        saving.saved.connect(self._again)
        saving.stuck.connect(self.bar.acts["reread"].setVisible)
        saving.reopened.connect(self.open)
        for each in (tables, saving):
            each.told.connect(self.say)

    # ---- beginning ---------------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """Read everything; the tree is there when it is read."""
        self.hold.begin()
        self.errands.look(self._begun)

    def _turn(self, reads: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Only read what somebody else works on; and, once it can be worked on, look at it as it lies there."""
        self.bar.for_readers(reads=reads)
        self.tables.allow(changes=not reads)
        if not reads or self.hold.kept:
            self.saving.forget_all()
            self.errands.look()
        if self._sheet is not None:
            self.open(Place(self._sheet.entry.form, self._sheet.entry.version))

    def _begun(self) -> None:
        self.side.offer()
        self.tree.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self.tree.present(entries, at=self._sheet.entry if self._sheet is not None else None)

    def say(self, text: str, mood: Mood = Mood.ERROR) -> None:
        """One message below the bar, until the next step."""
        self.told.set(text, mood=mood)

    # ---- the sheet ---------------------------------------------------------------------------------------------------
    def present(self, sheet: Sheet) -> None:
        """Show a sheet as it stands now."""
        self._warned = False
        self._sheet = sheet
        self.canvas.present(sheet)
        self.bar.present(sheet)
        self._tell_problems()

    def _tell_problems(self) -> None:
        self.problems.tell(self._sheet, self._found)

    def _take_found(self, issues: tuple[Issue, ...]) -> None:
        self._found = issues
        self.tables.refresh()
        self._tell_problems()

    def _again(self) -> None:
        """The sheet as it stands now."""
        sheet = self._kit.designing.sheet()
        if sheet is not None:
            self.present(sheet)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def open(self, place: Place) -> None:
        """Put a version on the workbench, and show it."""
        found = self._kit.designing.open(place)
        if isinstance(found, Sheet):
            self.say("")
            self.present(found)
            self.middle.setCurrentWidget(self.area)
            self.area.fit()
            self.tree.show_place(*place)
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.say("\n".join(map(str, found)))
            self.show_file(f"templates/{place.form}/{place.version}/template.toml", line=found[0].line)

    def _open_entry(self, entry: Entry) -> None:
        if entry.form:
            self.open(Place(entry.form, entry.version))
        elif not self.tables.open(entry.file):
            self.show_file(entry.file)

    def _show_page(self, page: QWidget) -> None:
        """A page that has no box to be chosen."""
        self.middle.setCurrentWidget(page)
        self.side.present(None, ())
        self.bar.for_tables(saved=not self._kit.tabling.unsaved())

    def show_file(self, file: str, line: int = 0) -> None:
        """A file that is only read here."""
        self.file.present(file, self._kit.designing.text(file), line=line)
        self.middle.setCurrentWidget(self.file)
        self.side.present(None, ())

    def edit(self, edit: Edit) -> None:
        """Make an edit of what is shown."""
        if self._sheet is None:
            return
        self.say("" if self._sheet.entry.open else self._kit.words("designer-sealed"), mood=Mood.INFO)
        self.present(self._kit.designing.do(edit))

    def _draw(self, kind: Kind | None) -> None:
        self.canvas.draw_new(kind)
        if kind is not None:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what is asked for -------------------------------------------------------------------------------------------
    def do(self, what: str) -> None:
        """What the bar or a key asks for; after the release of the draft nothing any more."""
        if self._over:
            return
        finish_typing(self)
        acts: dict[str, Callable[[], object]] = {
            "larger": self.area.larger,
            "smaller": self.area.smaller,
            "fit": self.area.fit,
            "import": self._begin_taking,
            "check": self.errands.check,
            "gate": lambda: self._begin_way(self.gate),
            "releases": lambda: self._begin_way(self.shelf),
        }
        acts["new"] = self.tables.begin_making
        if self._on_tables or self._sheet is not None:
            port, tables = self._kit.designing, self.tables
            acts |= {"save": self.save, "reread": lambda: self.saving.reread(self._sheet, tables=self._on_tables)}
            acts["undo"] = lambda: tables.turn(back=True) if self._on_tables else self.present(port.undo())
            acts["redo"] = lambda: tables.turn(back=False) if self._on_tables else self.present(port.redo())
        acts.get(what, lambda: None)()

    def save(self) -> bool:
        """Write what is shown; whether it was written."""
        return self.saving.save(tables=self._on_tables)

    @property
    def _on_tables(self) -> bool:
        return self.middle.currentWidget() in {self.tables.view, self.tables.making}

    def _begin_version(self, since: dt.date, file: str) -> None:
        wrong = self.errands.new_version(self._sheet.entry, since, file) if self._sheet is not None else ""
        if wrong:
            self.side.form.since.refuse(wrong)

    # ---- on the way to the counters ----------------------------------------------------------------------------------
    def _begin_way(self, page: GatePanel | ShelfPanel | None) -> None:
        """Only what was saved goes to counters; what was released is looked at and taken back at any time."""
        if page is not None and not (page is self.gate and self.saving.warn("designer-unsaved-gate")):
            self._show_page(page)
            page.begin()

    def _released(self, name: str) -> None:
        """The draft is gone: nothing of it can be changed any more."""
        self.middle.setCurrentWidget(self.empty)
        self.nothing.set_text(self._kit.words("publish-released", name=name))
        self._sheet, self._over = None, True
        self.say("")
        for part in (self.bar, self.tree, self.problems):
            part.setVisible(False)

    # ---- taking a paper in -------------------------------------------------------------------------------------------
    def _begin_taking(self) -> None:
        self.taking.begin([entry.form for entry in self._entries])
        self._show_page(self.taking)

    def _back(self) -> None:
        self.middle.setCurrentWidget(self.area if self._sheet is not None else self.empty)
        self.side.present(self._sheet, self.canvas.chosen)
        self.bar.present(self._sheet)

    # ---- leaving -----------------------------------------------------------------------------------------------------
    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """What was not saved is told once; whoever closes again leaves it."""
        finish_typing(self)
        if not self._warned and self.saving.warn("designer-unsaved"):
            self._warned = True
            event.ignore()
            return
        super().closeEvent(event)
