"""片づけるもの: what failed on its way or was sent back, who sees to it, and until when.

Context: a parcel that is held and an application that a receiver sent back wait for a person; where it is everybody's,
it is nobody's, and the resident hears of it when a period is over.
Decision: each is taken on by a member of staff, with a day that the city's `failure_days` give, and a day is only
closed (`kiosk day --close`) when nothing is left that nobody has taken on.
Consequence: whoever takes something on stands in the lists of the desk and of the office, and in the audit record.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.answer import Charge
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import State
from kiosk.model.verdict import Verdict

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator, Sequence

    from kiosk.bootstrap.program import Program


class Sort(enum.Enum):
    """What is the matter: it cannot be sent, is to be corrected, or was refused."""

    HELD = "held"
    TO_CORRECT = "to-correct"
    REJECTED = "rejected"


_SORTS = {Verdict.TO_CORRECT: Sort.TO_CORRECT, Verdict.REJECTED: Sort.REJECTED}


@dataclass(frozen=True)
class Failure:
    """One application that waits for a person, by its number as it was sent; never what is in it."""

    message: uuid.UUID
    slip: str
    procedure: str
    place: str
    sort: Sort
    since: dt.datetime
    charge: Charge | None = None

    def late(self, today: dt.date) -> bool:
        """Whether its day has passed."""
        return self.charge is not None and self.charge.until < today


def failures(program: Program) -> tuple[Failure, ...]:
    """Everything that waits for a person, the oldest first. Raises SiteError."""
    return tuple(sorted((*_held(program), *_answered(program)), key=lambda each: each.since))


def unowned(found: Sequence[Failure]) -> tuple[Failure, ...]:
    """What nobody has taken on."""
    return tuple(each for each in found if each.charge is None)


def day_for(program: Program) -> dt.date:
    """By when whoever takes something on today has settled it: `failure_days` from now, on a day the office is open."""
    days = dt.timedelta(days=program.catalogue.city.failure_days)
    return program.book.days.next_open(program.clock.today() + days)


def take_on(program: Program, message: uuid.UUID, *, by: str, until: dt.date | None = None) -> bool:
    """Somebody sees to it, until the city's day or another; False where there is no such application."""
    charge = Charge(staff=by, until=until or day_for(program))
    event = AuditEvent(at=program.clock.now(), by=by, action="failure-own")
    return program.store.charges.take(message, charge, event=event)


def _held(program: Program) -> Iterator[Failure]:
    charges = program.store.charges.all()
    for line in program.store.holding.unsent():
        if line.state is State.HELD:
            yield Failure(
                message=line.message,
                slip=line.slip,
                procedure=_name(program, line.kind),
                place=_place(program, line.destination),
                sort=Sort.HELD,
                since=line.since,
                charge=charges.get(line.message),
            )


def _answered(program: Program) -> Iterator[Failure]:
    for line in program.store.answers.waiting():
        yield Failure(
            message=line.message,
            slip=line.slip,
            procedure=_name(program, line.kind),
            place=_place(program, line.destination),
            sort=_SORTS[line.result],
            since=line.at,
            charge=line.charge,
        )


def _name(program: Program, kind: str) -> str:
    procedure = program.book.whole.procedures.get(kind)
    return procedure.name if procedure is not None else kind


def _place(program: Program, key: str) -> str:
    return next((place.name for place in program.catalogue.city.destinations if place.key == key), key)
