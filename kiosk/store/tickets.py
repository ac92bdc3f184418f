"""受付番号: numbers that are given once, also after a crash; no name stands beside them.

Where an office shares a hub, each store has a series of its own there, 1 or more, which its numbers begin with from
then on: 260420-3017 is the 17th of the third. So they never repeat in the office, also while the hub is away. The last
three digits count; after 999 of a day they are five, behind a 0 and the series in four: 260420-0000301000.
"""

import datetime as dt

from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros

_LAST = "SELECT max(CAST(substr(slip, ?) AS INTEGER)) FROM ticket WHERE slip GLOB ?"
_THREE, _FIVE, _MOST = "[0-9]" * 3, "[0-9]" * 5, 999
_GIVE = "INSERT INTO ticket (slip, case_id, state, made_at, changed_at) VALUES (?, '', 'given', ?, ?)"


class Tickets:
    """Gives slip numbers of a day in order: 260420-001, 260420-002 …; of a series 260420-3001, 260420-3002 …"""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next(self, day: dt.date, *, now: dt.datetime, series: int = 0) -> str:
        """The next number of a day, already on disk when it is returned. Raises SiteError."""

        def work(sql: Sql) -> str:
            prefix = f"{day:%y%m%d}-"
            slip = prefix + (_of_series(sql, prefix, series) if series else _alone(sql, prefix))
            sql.execute(_GIVE, (slip, micros(now), micros(now)))
            return slip

        return self._database.change(work)


def _alone(sql: Sql, prefix: str) -> str:
    """Of a store that shares with no other."""
    return f"{_last(sql, prefix, f'{_THREE}*') + 1:03d}"


def _of_series(sql: Sql, prefix: str, series: int) -> str:
    short, long = f"{prefix}{series}", f"{prefix}0{series:04d}"
    count = max(_last(sql, short, _THREE), _last(sql, long, _FIVE)) + 1
    return f"{series}{count:03d}" if count <= _MOST else f"0{series:04d}{count:05d}"


def _last(sql: Sql, begun: str, digits: str) -> int:
    """The last number that was given with a beginning."""
    return int(sql.execute(_LAST, (len(begun) + 1, f"{begun}{digits}")).fetchone()[0] or 0)
