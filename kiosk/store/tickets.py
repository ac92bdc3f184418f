"""受付番号: numbers that are given once, also after a crash; no name stands beside them."""

import datetime as dt

from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros

_LAST = "SELECT max(CAST(substr(slip, 8) AS INTEGER)) FROM ticket WHERE slip GLOB ?"
_GIVE = "INSERT INTO ticket (slip, case_id, state, made_at, changed_at) VALUES (?, '', 'given', ?, ?)"


class Tickets:
    """Gives slip numbers of a day in order: 260420-001, 260420-002 …"""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next(self, day: dt.date, *, now: dt.datetime) -> str:
        """The next number of a day, already on disk when it is returned. Raises SiteError."""

        def work(sql: Sql) -> str:
            prefix = f"{day:%y%m%d}-"
            last = sql.execute(_LAST, (f"{prefix}[0-9][0-9][0-9]*",)).fetchone()[0]
            slip = f"{prefix}{(last or 0) + 1:03d}"
            sql.execute(_GIVE, (slip, micros(now), micros(now)))
            return slip

        return self._database.change(work)
