"""What takes the designer's desk longer than a step: done on the thread of the jobs, told when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.ui.designer.ports import Place
from kiosk.ui.widgets.message import Mood

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from kiosk.model.base import Issue
    from kiosk.model.errors import SiteError
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Entry


class DesignErrands(QObject):
    """`told` carries words and their mood, `read` the entries of the tree, `found` what the check found, `made` the
    place of a version that was not there before, `refused` why a paper was not taken in, `tried` and `kept` nothing.
    """

    told = Signal(str, object)
    read = Signal(tuple)
    found = Signal(tuple)
    made = Signal(object)
    refused = Signal(str)
    tried = Signal()
    kept = Signal()

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit, self._port = kit, kit.designing

    def _say(self, key: str, mood: Mood = Mood.INFO, **named: int) -> None:
        self.told.emit(self._kit.words(key, **named) if key else "", mood)

    def _failed(self, error: SiteError) -> None:
        self.told.emit(str(error), Mood.ERROR)

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Read everything, and do something when it is read."""

        def done(entries: tuple[Entry, ...]) -> None:
            self._say("")
            self.read.emit(entries)
            if then is not None:
                then()

        self._say("designer-reading")
        self._kit.jobs.run(self._port.look, done=done, failed=self._failed)

    def keep(self) -> None:
        """Files were saved: what is new stands in the tree, and boxes can show it."""

        def done() -> None:
            self.kept.emit()
            self._say("designer-saved", Mood.SUCCESS)

        self.look(done)

    def check(self) -> None:
        """Examine every file as it was saved."""

        def done(found: tuple[tuple[Issue, ...], tuple[Entry, ...]]) -> None:
            issues, entries = found
            self.read.emit(entries)
            self.found.emit(issues)
            if issues:
                self._say("designer-checked-wrong", Mood.ERROR, n=len(issues))
            else:
                self._say("designer-checked", Mood.SUCCESS)

        self._say("designer-checking")
        self._kit.jobs.run(self._port.check, done=done, failed=self._failed)

    def try_with(self, person: str) -> None:
        """Play somebody's visit."""

        def done(_nothing: None) -> None:
            self._say("")
            self.tried.emit()

        self._say("designer-trying" if person else "")
        self._kit.jobs.run(lambda: self._port.try_with(person), done=done, failed=self._failed)

    def take_in(self, file: Path, number: str, name: str) -> None:
        """Make a form out of a paper."""

        def done(made: Place | tuple[Issue, ...]) -> None:
            if isinstance(made, Place):
                self._begin_with(made)
            else:
                self.refused.emit("\n".join(map(str, made)))

        self._kit.jobs.run(lambda: self._port.take_in(file, number, name), done=done, failed=self._failed)

    def new_version(self, entry: Entry, since: dt.date, file: str) -> str:
        """Begin the next version of a form, on another paper where there is one; why that cannot be, or nothing."""
        if file:
            self._revise(Place(entry.form, entry.version), since, Path(file))
            return ""
        made = self._port.new_version(Place(entry.form, entry.version), since)
        if not isinstance(made, Place):
            return "\n".join(map(str, made))
        self._begin_with(made)
        return ""

    def _revise(self, place: Place, since: dt.date, file: Path) -> None:
        def done(made: Place | tuple[Issue, ...]) -> None:
            if isinstance(made, Place):
                self._begin_with(made)
            else:
                self.told.emit("\n".join(map(str, made)), Mood.ERROR)

        self._say("designer-importing")
        self._kit.jobs.run(lambda: self._port.revise(place, since, file), done=done, failed=self._failed)

    def _begin_with(self, place: Place) -> None:
        """A version is new: read everything, then it can be opened."""
        self.look(lambda: self.made.emit(place))
