"""What residents handed in at a terminal and nobody has collected: until when it waits, and that it is gone then."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.flow.clock import TOKYO
from kiosk.flow.day import Fate
from kiosk.model.audit import AuditEvent

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator

    from kiosk.bootstrap.program import Program

EXPIRED = "draft-expired"


@dataclass(frozen=True)
class Waiting:
    """A visit that waits for a clerk; `until` is the last day on which it does, as the city has set it."""

    case: uuid.UUID
    slip: str
    until: dt.date


def waiting(program: Program) -> tuple[Waiting, ...]:
    """Everything that waits, the newest first. What a clerk has kept since counts from then. Raises SiteError."""
    return tuple(_waiting(program))


def _waiting(program: Program) -> Iterator[Waiting]:
    from kiosk.bootstrap.case_files import CaseFiles

    kept = dt.timedelta(days=program.catalogue.city.handed_in_days)
    files = CaseFiles(program)
    for line in program.store.drafts.list():
        visit = files.parked(line)
        if visit is not None and visit.fate is Fate.HANDED_IN:
            yield Waiting(visit.case, visit.slip, line.saved_at.astimezone(TOKYO).date() + kept)


def drop_expired(program: Program) -> int:
    """Forget what has waited too long, each with an entry in the audit record; how many. Raises SiteError."""
    gone, today = 0, program.clock.today()
    for each in waiting(program):
        if each.until < today:
            event = AuditEvent(
                at=program.clock.now(), by=program.at_desk.by(), action=EXPIRED, case=str(each.case), detail=each.slip
            )
            gone += program.store.drafts.drop(each.case, event=event)
    return gone
