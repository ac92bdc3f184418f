"""監査記録 and 日計簿: who did what and when, in a chain that shows a changed, missing, added or cut-off entry.

What the chain alone cannot show is a record that was cut off, or put back as it once was, together with the mark beside
it. The number and seal of an entry that left this machine can: on the page of a day, in the manifest of a parcel.
"""

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.flow.clock import TOKYO
from kiosk.model.audit import AuditEvent
from kiosk.model.follow_up import Sort
from kiosk.store import entries
from kiosk.store.database import Database
from kiosk.store.follow_ups import OF_DAY
from kiosk.store.instants import micros

_NEWEST = "SELECT at, staff, action, case_id, detail FROM audit ORDER BY seq DESC LIMIT ?"
_OF_CASE = "SELECT at, staff, action, case_id, detail FROM audit WHERE case_id = ? AND case_id <> '' ORDER BY seq"
_DECIDED = """
SELECT staff FROM audit WHERE at >= ? AND action = ? AND (detail = ? OR detail LIKE ? || ' %') ORDER BY seq
"""
_PAGE = f"SELECT {entries.COLUMNS} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?"  # noqa: S608 - no value in it
_HEAD = "SELECT max(seq) FROM audit"
_UNTIL = "SELECT seq FROM audit WHERE at < ? ORDER BY seq DESC LIMIT 1"
_BEFORE = -(2**63)
_AT_ONCE = 10_000
"""Entries that are looked at while others wait for the store."""


class Flaw(enum.Enum):
    """What is wrong with the first broken entry."""

    CHANGED = "書き換えられています"
    MISSING = "抜けています"
    KEY = "ここまでの記録か、監査記録の鍵が替わっています"
    KNOWN = "外に控えた番号と封が、この記録にありません"


@dataclass(frozen=True)
class BrokenEntry:
    """The first place (entry number from 1) where the chain does not hold."""

    number: int
    flaw: Flaw


@dataclass(frozen=True)
class DayBook:
    """日計簿 of one day in Japan: entries by action, confirmed cases by event, parcels by (destination, state).

    A parcel that was made again counts once. `later` is what the day's visits left to be done another day, done since
    or not. `head` is the newest entry of the audit record at the end of the day ("1234:<seal>"; empty: none yet).
    """

    day: dt.date
    actions: dict[str, int]
    cases: dict[str, int]
    parcels: dict[tuple[str, str], int]
    later: dict[Sort, int]
    head: str = ""


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

    def of_case(self, case: str) -> tuple[AuditEvent, ...]:
        """Every entry about a case, the first one first; times are UTC."""
        return tuple(entries.event(row) for row in self._database.read(_OF_CASE, (case,)))

    def deciders(self, action: str, about: str, *, since: dt.datetime) -> tuple[str, ...]:
        """Who did something whose detail begins with `about`, from an instant on, the first one first."""
        rows = self._database.read(_DECIDED, (micros(since), action, about, about))
        return tuple(dict.fromkeys(str(row[0]) for row in rows))

    def verify_chain(self, known: Sequence[str] = ()) -> BrokenEntry | None:
        """The first entry that was changed, added or is missing, at the end too; None when the record is whole.

        `known` are entries as others were told of them ("1234:<seal>"): each must be there as it was. Others go on
        writing meanwhile. Raises SiteError.
        """
        if not self._database.look(entries.right_key):
            return BrokenEntry(self._database.look(entries.keyed)[0], Flaw.KEY)
        since, first = self._database.look(entries.keyed)
        number, seq, previous, key = 0, _BEFORE, entries.START, self._database.vault.audit_key
        while rows := self._database.read(_PAGE, (seq, _AT_ONCE)):
            for seq, hash_, *rest in rows:
                number += 1
                if seq != number:
                    return BrokenEntry(number, Flaw.MISSING)
                previous = first if seq == since else previous
                right = entries.sealed(key, previous, seq, *rest) if seq >= since else entries.in_clear(previous, rest)
                if right != hash_:
                    return BrokenEntry(number, Flaw.CHANGED)
                previous = hash_
        return self._cut_off(number) or next(filter(None, map(self._unknown, known)), None)

    def _cut_off(self, last: int) -> BrokenEntry | None:
        """What is missing behind the last entry, by the database's own count or by the mark outside it."""
        mark = self._database.mark
        told = mark.read() if mark is not None else None
        written = max(self._database.look(entries.written), told.entries if told is not None else 0)
        there = self._database.read(_HEAD)[0][0] or 0
        return BrokenEntry(there + 1, Flaw.MISSING) if written > there or there < last else None

    def _unknown(self, known: str) -> BrokenEntry | None:
        number = int(known.partition(":")[0]) if known.partition(":")[0].isdecimal() else 0
        same = self._database.look(lambda sql: entries.named(sql, number)) == known
        return None if same else BrokenEntry(number, Flaw.KNOWN)

    def head(self, *, before: dt.datetime | None = None) -> str:
        """The newest entry, or the newest of before an instant: "1234:<seal>"; empty where there is none."""
        rows = self._database.read(_HEAD if before is None else _UNTIL, () if before is None else (micros(before),))
        seq = rows[0][0] if rows else None
        return self._database.look(lambda sql: entries.named(sql, seq)) if seq else ""

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
            self.head(before=start + dt.timedelta(days=1)),
        )
