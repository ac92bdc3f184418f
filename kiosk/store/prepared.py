"""届く前の申請: applications that came from elsewhere and wait, sealed like drafts, until their visit begins.

They lie in the table of drafts, so that they are wrapped anew and shredded with these; `desk` says instead of a window
that it is one, and for which day. A visit takes its place under the same case id, so nothing begins twice.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping

from kiosk.model.parcel import NAMESPACE
from kiosk.store import keys
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.faults import Fault, site_error
from kiosk.store.instants import micros
from kiosk.store.vault import seal, unseal

MARK = "prepared:"
"""What stands in `desk` before the day ("prepared:2026-12-01"; of no day: "prepared:")."""

_BLOCK = 200
_TAKE = """
INSERT INTO draft (case_id, generation, wrapped, sealed, saved_at, desk, revision)
SELECT :case, :generation, :wrapped, :sealed, :now, :desk, 1 WHERE NOT EXISTS (SELECT 1 FROM cases WHERE id = :case)
ON CONFLICT (case_id) DO NOTHING
"""
_LOAD = """
SELECT wrapped, generation, salt, sealed FROM draft JOIN kek USING (generation)
WHERE case_id = ? AND desk LIKE 'prepared:%'
"""
_DUE = "SELECT case_id FROM draft WHERE desk LIKE 'prepared:_%' AND desk <= ? ORDER BY desk, case_id"
_DAYS = "SELECT desk, count(*) FROM draft WHERE desk LIKE 'prepared:%' GROUP BY desk ORDER BY desk"
_OLD = """
DELETE FROM draft WHERE desk LIKE 'prepared:%'
  AND max(substr(desk, 10), date(saved_at / 1000000, 'unixepoch')) < ?
"""


class Prepared:
    """What came. Any thread may call; every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database, self._vault = database, database.vault

    def named(self, layout: str, number: str) -> uuid.UUID:
        """The case of an application; its number is not in it."""
        return uuid.uuid5(NAMESPACE, self._vault.mac(f"prepared/{layout}/{number}"))

    def take(self, arrived: Iterable[tuple[uuid.UUID, bytes, dt.date | None]], *, now: dt.datetime) -> int:
        """Keep what was never taken before, in blocks; how many were new."""
        new, block = 0, list[tuple[uuid.UUID, bytes, dt.date | None]]()
        for each in arrived:
            block.append(each)
            if len(block) == _BLOCK:
                new += self._keep(block, now)
                block = []
        return new + self._keep(block, now)

    def load(self, case: uuid.UUID) -> bytes | None:
        """What an application says; None where there is none, or its visit has begun."""
        for wrapped, generation, salt, sealed in self._database.read(_LOAD, (str(case),)):
            key = keys.unwrap(self._vault, wrapped, owner=str(case), generation=generation, salt=salt)
            content = key and unseal(key, sealed, bound_to=f"draft/{case}")
            if content is None:
                raise site_error(Fault.UNREADABLE)
            return content
        return None

    def due(self, day: dt.date) -> tuple[uuid.UUID, ...]:
        """Whose day has come, the oldest first."""
        return tuple(uuid.UUID(row[0]) for row in self._database.read(_DUE, (f"{MARK}{day}",)))

    def days(self) -> Mapping[str, int]:
        """How many wait for each day ("2026-12-01"; "" for no day)."""
        return {desk.removeprefix(MARK): count for desk, count in self._database.read(_DAYS)}

    def forget(self, *, before: dt.date) -> int:
        """Drop those whose day, or whose arrival, lies before a day; how many."""
        return int(self._database.change(lambda sql: sql.execute(_OLD, (str(before),)).rowcount))

    def _keep(self, block: list[tuple[uuid.UUID, bytes, dt.date | None]], now: dt.datetime) -> int:
        made = [(str(case), keys.new_key(), content, day) for case, content, day in block]

        def work(sql: Sql) -> int:
            new = 0
            for case, key, content, day in made:
                generation, wrapped = keys.wrap(sql, self._vault, key, owner=case)
                row = {"case": case, "generation": generation, "wrapped": wrapped, "now": micros(now)}
                row |= {"sealed": seal(key, content, bound_to=f"draft/{case}"), "desk": f"{MARK}{day or ''}"}
                new += sql.execute(_TAKE, row).rowcount
            return new

        return self._database.change(work) if made else 0
