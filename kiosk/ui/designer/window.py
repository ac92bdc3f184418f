"""The designer's window: tree, page, what is chosen, problems; a step goes to the port and comes back as a sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from kiosk.ui.designer.canvas import PageCanvas
from kiosk.ui.designer.file_view import FileView
from kiosk.ui.designer.import_panel import ImportPanel
from kiosk.ui.designer.page_area import PageArea
from kiosk.ui.designer.ports import Entry, Sheet
from kiosk.ui.designer.problem_list import ProblemList, place_of
from kiosk.ui.designer.side_panel import SidePanel
from kiosk.ui.designer.tool_bar import ToolBar
from kiosk.ui.designer.tree_panel import TreePanel
from kiosk.ui.native import Splitter
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from kiosk.model.base import Issue
    from kiosk.model.edits import Edit
    from kiosk.model.errors import SiteError
    from kiosk.model.template import Kind
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Place

_KEYS = {
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+S": "save",
    "F5": "check",
    "Ctrl+O": "import",
    "Ctrl++": "larger",
    "Ctrl+-": "smaller",
    "Ctrl+0": "fit",
}
_NUMBERED = re.compile(r"F(\d+)")


class DesignerWindow(QWidget):
    """`closed` says that the window goes."""

    closed = Signal()

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        self.setWindowTitle(kit.words("designer-window"))
        self._sheet: Sheet | None = None
        self._entries: tuple[Entry, ...] = ()
        self._warned = False
        self.bar, self.tree, self.side = ToolBar(kit), TreePanel(kit), SidePanel(kit)
        self.canvas, self.problems, self.told = PageCanvas(kit), ProblemList(kit), Message(kit)
        self.area, self.file, self.taking = PageArea(kit, self.canvas), FileView(kit), ImportPanel(kit)
        self.nothing = GlyphLabel(kit, kit.words("designer-start"), ink="quiet")
        self.middle = QStackedWidget()
        self.empty = self._padded(self.nothing)
        for widget in (self.empty, self.area, self.file, self.taking):
            self.middle.addWidget(widget)
        self._arrange()
        self._connect()
        self.side.present(None, ())

    def _padded(self, widget: QWidget) -> QWidget:
        body, side = QWidget(), self._kit.look.dp(24)
        body.setLayout(column(widget, gap=0, margins=(side, side, side, side)))
        return body

    def _arrange(self) -> None:
        look = self._kit.look
        across, down = Splitter(look), QSplitter(Qt.Orientation.Vertical)
        across.addWidget(self.tree)
        across.addWidget(self.middle)
        across.addWidget(self.side)
        across.setStretchFactor(1, 1)
        across.setSizes([look.dp(280), look.dp(700), look.dp(380)])
        down.addWidget(across)
        down.addWidget(self.problems)
        down.setChildrenCollapsible(False)
        down.setStretchFactor(0, 1)
        down.setSizes([look.dp(600), look.dp(120)])
        self.setLayout(column(self.bar, self.told, down, gap=0))

    def _connect(self) -> None:
        self.bar.asked.connect(self.do)
        self.bar.drawing.connect(self._draw)
        self.tree.picked.connect(self._open_entry)
        self.canvas.edited.connect(self.edit)
        self.canvas.picked.connect(lambda chosen: self.side.present(self._sheet, chosen))
        self.canvas.drawn.connect(lambda: self.bar.add.setChecked(False))
        self.side.edited.connect(self.edit)
        self.side.settled.connect(lambda box: self.present(self._kit.designing.settle((box,))))
        self.side.tried.connect(self._try)
        self.side.versioned.connect(self._begin_version)
        self.taking.wanted.connect(self._take_in)
        self.taking.left.connect(self._back)
        self.problems.led.connect(self._lead)
        for keys, name in _KEYS.items():
            QShortcut(QKeySequence(keys), self, lambda name=name: self.do(name))

    # ---- beginning ---------------------------------------------------------------------------------------------------
    def begin(self) -> None:
        """Read everything; the tree is there when it is read."""
        self.say(self._kit.words("designer-reading"), mood=Mood.INFO)
        self._kit.jobs.run(self._kit.designing.look, done=self._read, failed=self._failed)

    def _read(self, entries: tuple[Entry, ...]) -> None:
        self.say("")
        self.side.offer()
        self.tree.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list(entries)

    def _list(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self.tree.present(entries)
        if self._sheet is not None:
            self.tree.show_place(self._sheet.entry.form, self._sheet.entry.version)

    def say(self, text: str, *, mood: Mood = Mood.ERROR) -> None:
        """One message below the bar, until the next step."""
        self.told.set(text, mood=mood)

    def _failed(self, error: SiteError) -> None:
        self.say(str(error))

    # ---- the sheet ---------------------------------------------------------------------------------------------------
    def present(self, sheet: Sheet) -> None:
        """Show a sheet as it stands now."""
        self._warned = False
        self._sheet = sheet
        self.canvas.present(sheet)
        self.bar.present(sheet)
        self.problems.present(sheet.issues)

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
            self._show_file(f"templates/{place[0]}/{place[1]}/template.toml", line=found[0].line)

    def _open_entry(self, entry: Entry) -> None:
        if entry.form:
            self.open((entry.form, entry.version))
        else:
            self._show_file(entry.file)

    def _show_file(self, file: str, *, line: int = 0) -> None:
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
        """What the bar or a key asks for."""
        match what:
            case "larger" | "smaller" | "fit":
                getattr(self.area, what)()
            case "import":
                self._begin_taking()
            case "check":
                self._check()
            case "undo" | "redo" if self._sheet is not None:
                self.present(getattr(self._kit.designing, what)())
            case "save" if self._sheet is not None:
                self.save()

    def save(self) -> bool:
        """Write what is shown; whether it was written."""
        issues = self._kit.designing.save()
        if issues:
            self.say("\n".join(map(str, issues)))
            return False
        sheet = self._kit.designing.sheet()
        if sheet is not None:
            self.present(sheet)
        self.say(self._kit.words("designer-saved"), mood=Mood.SUCCESS)
        return True

    def _check(self) -> None:
        self.say(self._kit.words("designer-checking"), mood=Mood.INFO)

        def done(found: tuple[tuple[Issue, ...], tuple[Entry, ...]]) -> None:
            issues, entries = found
            self._list(entries)
            self.problems.present(issues, checked=True)
            words = self._kit.words
            told = words("designer-checked-wrong", n=len(issues)) if issues else words("designer-checked")
            self.say(told, mood=Mood.ERROR if issues else Mood.SUCCESS)

        self._kit.jobs.run(self._kit.designing.check, done=done, failed=self._failed)

    def _lead(self, issue: Issue) -> None:
        """To the box, or to the file and the line."""
        place = place_of(issue)
        if place is None:
            self._show_file(issue.where.partition(" ")[0], line=issue.line)
            return
        form, version, box = place
        if self._sheet is None or (self._sheet.entry.form, self._sheet.entry.version) != (form, version):
            self.open((form, version))
        self.middle.setCurrentWidget(self.area)
        if self._sheet is not None and box is not None and box < len(self._sheet.template.boxes):
            name = self._sheet.template.boxes[box].id
            self.canvas.choose((name,))
            self.area.show_box(name)
            self.side.turn("box")

    def _try(self, person: str) -> None:
        self.say(self._kit.words("designer-trying") if person else "", mood=Mood.INFO)

        def done(_nothing: None) -> None:
            self.say("")
            sheet = self._kit.designing.sheet()
            if sheet is not None:
                self.present(sheet)

        self._kit.jobs.run(lambda: self._kit.designing.try_with(person), done=done, failed=self._failed)

    def _begin_version(self, since: dt.date) -> None:
        if self._sheet is None:
            return
        entry = self._sheet.entry
        made = self._kit.designing.new_version((entry.form, entry.version), since)
        if isinstance(made[0], str):
            self._look_at((str(made[0]), str(made[1])))
        else:
            self.side.form.since.refuse("\n".join(str(issue) for issue in made))

    # ---- taking a paper in -------------------------------------------------------------------------------------------
    def _begin_taking(self) -> None:
        numbers = [int(found[1]) for entry in self._entries if (found := _NUMBERED.fullmatch(entry.form))]
        self.taking.begin(f"F{max(numbers, default=0) + 1}")
        self.middle.setCurrentWidget(self.taking)
        self.side.present(None, ())

    def _take_in(self, file: Path, number: str, name: str) -> None:
        def done(made: Place | tuple[Issue, ...]) -> None:
            if isinstance(made[0], str):
                self._look_at((str(made[0]), str(made[1])))
            else:
                self.taking.refuse("\n".join(str(issue) for issue in made))

        port = self._kit.designing
        self._kit.jobs.run(lambda: port.take_in(file, number, name), done=done, failed=self._failed)

    def _look_at(self, place: Place) -> None:
        """A version that was not there before: read everything, then open it."""

        def done(entries: tuple[Entry, ...]) -> None:
            self._list(entries)
            self.open(place)

        self._kit.jobs.run(self._kit.designing.look, done=done, failed=self._failed)

    def _back(self) -> None:
        self.middle.setCurrentWidget(self.area if self._sheet is not None else self.empty)
        self.side.present(self._sheet, self.canvas.chosen)

    # ---- leaving -----------------------------------------------------------------------------------------------------
    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """What was not saved is told once; whoever closes again leaves it."""
        left = self._kit.designing.unsaved()
        if left and not self._warned:
            self._warned = True
            names = "、".join(f"{form}（{version}）" for form, version in left)
            self.say(self._kit.words("designer-unsaved", names=names), mood=Mood.WARNING)
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)
