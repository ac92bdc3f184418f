"""監査記録 and 日計簿: who did what and when, in a chain that shows a changed, missing or cut-off entry."""

import datetime as dt
import enum
from dataclasses import dataclass

from kiosk.flow.clock import TOKYO
from kiosk.model.audit import AuditEvent, chain
from kiosk.model.follow_up import Sort
from kiosk.store import entries
from kiosk.store.database import Database
from kiosk.store.follow_ups import OF_DAY
from kiosk.store.instants import micros

_NEWEST = "SELECT at, staff, action, case_id, detail FROM audit ORDER BY seq DESC LIMIT ?"
_ALL = "SELECT seq, hash, at, staff, action, case_id, detail FROM audit ORDER BY seq"


class Flaw(enum.Enum):
    """What is wrong with the first broken entry."""

    CHANGED = "書き換えられています"
    MISSING = "抜けています"


@dataclass(frozen=True)
class BrokenEntry:
    """The first place (entry number from 1) where the chain does not hold."""

    number: int
    flaw: Flaw


@dataclass(frozen=True)
class DayBook:
    """日計簿 of one day in Japan: entries by action, confirmed cases by event, parcels by (destination, state).

    A parcel that was made again counts once. `later` is what the day's visits left to be done another day, done since
    or not.
    """

    day: dt.date
    actions: dict[str, int]
    cases: dict[str, int]
    parcels: dict[tuple[str, str], int]
    later: dict[Sort, int]


class AuditLog:
    """The audit record of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, event: AuditEvent) -> None:
        """Add an entry outside a confirmation. Raises SiteError."""
        self._database.change(lambda sql: entries.write(sql, (event,)))

    def read(self, limit: int = 200) -> tuple[AuditEvent, ...]:
        """The newest entries, newest first; times are UTC."""
        rows = self._database.read(_NEWEST, (limit,))
        return tuple(entries.event(row) for row in rows)

    def verify_chain(self) -> BrokenEntry | None:
        """The first entry that was changed or is missing, at the end too; None when the record is whole."""
        previous, number = entries.START, 0
        for number, row in enumerate(self._database.read(_ALL), 1):
            seq, hash_, *rest = row
            if seq != number:
                return BrokenEntry(number, Flaw.MISSING)
            if chain(previous, entries.event(rest)) != hash_:
                return BrokenEntry(number, Flaw.CHANGED)
            previous = hash_
        return BrokenEntry(number + 1, Flaw.MISSING) if self._written() > number else None

    def newest_holds(self) -> bool:
        """Whether the newest entries follow one another; a look at a few, however many there are."""
        return self._database.look(entries.newest_hold)

    def day_book(self, day: dt.date) -> DayBook:
        """Counts of one calendar day in Asia/Tokyo."""
        start = dt.datetime.combine(day, dt.time(), TOKYO)
        span = (micros(start), micros(start + dt.timedelta(days=1)))
        count = self._database.read
        actions = count("SELECT action, count(*) FROM audit WHERE at >= ? AND at < ? GROUP BY 1 ORDER BY 1", span)
        cases = count("SELECT event, count(*) FROM cases WHERE confirmed_at >= ? AND confirmed_at < ? GROUP BY 1", span)
        parcels = count(
            "SELECT destination, state, count(*) FROM delivery"
            " WHERE created_at >= ? AND created_at < ? AND last_code <> 'superseded' GROUP BY 1, 2",
            span,
        )
        later = count(OF_DAY, span)
        return DayBook(
            day,
            dict(actions),
            dict(cases),
            {(place, state): n for place, state, n in parcels},
            {Sort(sort): n for sort, n in later},
        )

    def _written(self) -> int:
        rows = self._database.read(entries.WRITTEN)
        return int(rows[0][0]) if rows else 0
