"""The pages of the window on which files of tables are changed: the file, and the form for something new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.errors import SiteError
from kiosk.ui.designer.table_ports import Making, Table
from kiosk.ui.designer.tables.making_panel import MakingPanel
from kiosk.ui.designer.tables.table_view import TableView
from kiosk.ui.widgets.message import Mood

if TYPE_CHECKING:
    from kiosk.model.base import Issue
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.table_ports import Made, UseShown


class TablePages(QObject):
    """`shown` carries the page that is to be seen, `stood` whether everything is saved, `told` words and their mood,
    `found` what is wrong with all files as they stand now, `kept` and `left` nothing; `led` a file and a line that is
    no form.
    """

    shown = Signal(QWidget)
    stood = Signal(bool)
    told = Signal(str, object)
    found = Signal(tuple)
    kept = Signal()
    left = Signal()
    led = Signal(str, int)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit, self._port = kit, kit.tabling
        self.view, self.making = TableView(kit), MakingPanel(kit)
        self._judging = self._again = False
        self.view.changed.connect(self._changed)
        self.view.gone.connect(self._gone)
        self.view.led.connect(self._lead)
        self.making.made.connect(self._made)
        self.making.left.connect(self.left.emit)

    # ---- showing -----------------------------------------------------------------------------------------------------
    def open(self, file: str, *, at: tuple[str | int, ...] | None = None) -> bool:
        """Show a file; no where it is no table, and where it cannot be read, which is told."""
        if not self._port.is_table(file):
            return False
        found = self._port.open(file)
        if not isinstance(found, Table):
            self.told.emit("\n".join(map(str, found)), Mood.ERROR)
            return False
        self.told.emit("", Mood.INFO)
        self._present(found, at=at)
        self.shown.emit(self.view)
        return True

    def open_at(self, issue: Issue) -> bool:
        """Show the part of a file in which something is wrong."""
        opened = self.open(issue.where.partition(" ")[0])
        if opened:
            self.view.show_line(issue)
        return opened

    def _present(self, table: Table, *, at: tuple[str | int, ...] | None = None) -> None:
        self.view.present(table, at=at)
        self.stood.emit(table.saved)

    def allow(self, *, changes: bool) -> None:
        """Whether anything can be changed, or only read."""
        self.view.form.setEnabled(changes)
        self.making.setEnabled(changes)

    def begin_making(self) -> None:
        """The form for something new."""
        self.making.begin(self.making.what)
        self.shown.emit(self.making)

    def _made(self, made: Made) -> None:
        if self.open(made.file, at=made.path):
            self.told.emit(self._kit.words("making-made"), Mood.SUCCESS)
        self._judge()

    def _lead(self, use: UseShown) -> None:
        """To the file that speaks of something."""
        if not self.open(use.file):
            self.led.emit(use.file, use.line)

    # ---- doing -------------------------------------------------------------------------------------------------------
    def _changed(self, table: Table) -> None:
        lost = table.untranslated
        self.told.emit(self._kit.words("table-untranslated", n=lost) if lost else "", Mood.INFO)
        self._present(table)
        self._judge()

    def _gone(self, words: str) -> None:
        self.left.emit()
        self.told.emit(words, Mood.INFO)
        self._judge()

    def turn(self, *, back: bool) -> None:
        """Take the last step back, or do it again."""
        table = self._port.undo() if back else self._port.redo()
        if table is not None:
            self.told.emit("", Mood.INFO)
            self._present(table)
            self.shown.emit(self.view)
            self._judge()

    def save(self) -> bool:
        """Write every file that was changed; whether they were written."""
        try:
            issues = self._port.save()
        except SiteError as error:
            self.told.emit(str(error), Mood.ERROR)
            return False
        if issues:
            self.told.emit("\n".join(map(str, issues)), Mood.ERROR)
            return False
        self.stood.emit(True)  # noqa: FBT003 - Qt's signal
        self.kept.emit()
        return True

    def reread(self) -> None:
        """What was not saved is gone; the file as it lies there is shown."""
        self._port.forget()
        if self.view.table is not None:
            self.open(self.view.table.file)
        self._judge()

    # ---- examining ---------------------------------------------------------------------------------------------------
    def _judge(self) -> None:
        """Examine everything beside the work; what was changed meanwhile is examined once more."""
        if self._judging:
            self._again = True
            return
        self._judging, self._again = True, False
        self._kit.jobs.run(self._port.judge, done=self._judged, failed=self._failed)

    def _failed(self, error: SiteError) -> None:
        self._judging = False
        self.told.emit(str(error), Mood.ERROR)

    def _judged(self, issues: tuple[Issue, ...]) -> None:
        self._judging = False
        if self._again:
            self._judge()
            return
        self.found.emit(issues)

    def refresh(self) -> None:
        """What is wrong with the file that is shown stands at its fields."""
        table = self.view.table
        now = self._port.open(table.file) if table is not None else None
        if isinstance(now, Table):
            self.view.present(now)

    @property
    def busy(self) -> bool:
        """Whether something is being examined."""
        return self._judging


__all__ = ["Making", "TablePages"]
