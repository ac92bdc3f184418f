"""The designer's page of releases over those of a place; who takes one back is in the audit record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.approver import approver
from kiosk.bootstrap.releases import Releases
from kiosk.catalogue.layout import CATALOGUE
from kiosk.catalogue.releases import Release, begins, names, read_release
from kiosk.model.audit import AuditEvent, reason
from kiosk.model.base import Issue
from kiosk.ui.designer.shelf_ports import Outlook, Released, Shelf, Standing

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from kiosk.bootstrap.program import Program


@dataclass(frozen=True)
class ShelfDesk:
    """See kiosk.ui.designer.shelf_ports.Shelving. `program` is the place's own."""

    program: Program

    @property
    def _root(self) -> Path:
        return self.program.place.forms

    def shelf(self) -> Shelf:
        """See Shelving."""
        today, every = self.program.clock.today(), names(self._root)
        used = _in_force(every, today)
        return Shelf(today, tuple(self._released(name, today, used) for name in reversed(every)))

    def _released(self, name: str, today: dt.date, used: str) -> Released:
        day, found = begins(name) or today, read_release(self._root, name)
        if not isinstance(found, Release):
            return Released(name, day, Standing.BROKEN, wrong=str(found[0]))
        standing = Standing.COMING if day > today else Standing.IN_FORCE if name == used else Standing.PAST
        return Released(
            name=name,
            begins=day,
            standing=standing,
            why=found.why,
            made_by=found.made_by,
            made_at=found.made_at,
            approved_by=found.approved_by,
            again=found.again,
            accepted=len(found.accepted),
        )

    def outlook(self, name: str, day: dt.date) -> Outlook | tuple[Issue, ...]:
        """See Shelving."""
        today, every = self.program.clock.today(), names(self._root)
        early = Releases(self.program).too_early(day)
        release = read_release(self._root, name)
        if early or not isinstance(release, Release):
            return early or (release if isinstance(release, tuple) else ())
        instead = _in_force(every, day)
        before = read_release(self._root, instead)
        there = before.hashes if isinstance(before, Release) else {}
        later = [each for each in every if (begins(each) or day) > day]
        return Outlook(
            instead, _changes(there, release.hashes), tuple(self._released(each, today, "") for each in later)
        )

    def take_back(self, name: str, *, day: dt.date, why: str, number: str, pin: str) -> str | tuple[Issue, ...]:
        """See Shelving."""
        said = reason(why)
        if isinstance(said, Issue):
            return (said,)
        who = approver(self.program, number, pin)
        if isinstance(who, Issue):
            return (who,)
        done = Releases(self.program).take_back(name, day=day, why=said, by=who)
        if isinstance(done, str):
            event = AuditEvent(at=self.program.clock.now(), by=who, action="forms-rollback", detail=done)
            self.program.store.audit.append(event)
        return done


def _in_force(every: tuple[str, ...], day: dt.date) -> str:
    """The last release that has begun on a day; empty before the first."""
    return next((name for name in reversed(every) if (begins(name) or day) <= day), "")


def _changes(before: dict[str, str], after: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The files of the catalogue that differ, by their hashes."""
    every = sorted(path for path in {*before, *after} if CATALOGUE.fullmatch(path))
    signs = {path: "+" if path not in before else "-" if path not in after else "*" for path in every}
    return tuple((signs[path], path) for path in every if before.get(path) != after.get(path))
