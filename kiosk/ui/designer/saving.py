"""What was changed goes into its files, or is given up; what was not saved is told before somebody leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.model.errors import SiteError
from kiosk.ui.designer.ports import Place, Sheet
from kiosk.ui.widgets.message import Mood

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.tables.pages import TablePages


class Saving(QObject):
    """`told` carries words and their mood, `saved` nothing, `stuck` whether a file was changed by others meanwhile,
    `reopened` the place of a form that is to be read again.
    """

    told = Signal(str, object)
    saved = Signal()
    stuck = Signal(bool)
    reopened = Signal(object)

    def __init__(self, kit: DesignKit, tables: TablePages) -> None:
        super().__init__()
        self._kit, self._tables = kit, tables

    def save(self, *, tables: bool) -> bool:
        """Write the form, or all files of tables; whether they were written."""
        if tables:
            written = self._tables.save()
            self.stuck.emit(not written)
            return written
        try:
            issues = self._kit.designing.save()
        except SiteError as error:
            self.told.emit(str(error), Mood.ERROR)
            return False
        if issues:
            self.told.emit("\n".join(map(str, issues)), Mood.ERROR)
            self.stuck.emit(True)  # noqa: FBT003 - Qt's signal
            return False
        self.saved.emit()
        self.told.emit(self._kit.words("designer-saved"), Mood.SUCCESS)
        return True

    def reread(self, sheet: Sheet | None, *, tables: bool) -> None:
        """What stands in the files takes the place of what was not saved here."""
        self.stuck.emit(False)  # noqa: FBT003 - Qt's signal
        if tables:
            self._tables.reread()
        elif sheet is not None:
            place = Place(sheet.entry.form, sheet.entry.version)
            self._kit.designing.forget(place)
            self.reopened.emit(place)

    def forget_all(self) -> None:
        """Everything is read anew when it is opened."""
        for place in self._kit.designing.unsaved():
            self._kit.designing.forget(place)
        self._tables.reread()

    def warn(self, key: str) -> bool:
        """Tell what was not saved; whether there is any."""
        left = [f"{form}（{version}）" for form, version in self._kit.designing.unsaved()]
        left += self._kit.tabling.unsaved()
        if left:
            self.told.emit(self._kit.words(key, names="、".join(left)), Mood.WARNING)
        return bool(left)
