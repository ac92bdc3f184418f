"""保留: parcels that a person must decide about, why each is held, and what becomes of it."""

import json
from collections.abc import Collection

from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import State
from kiosk.store import audit
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros

NOWHERE = "D15"

_HOMELESS = """
UPDATE delivery SET state = 'held', last_code = :code, attempts = attempts + 1, lease_token = lease_token + 1,
  changed_at = :now
WHERE state IN ('ready', 'leased') AND destination NOT IN (SELECT value FROM json_each(:known)) RETURNING seq, attempts
"""
_ATTEMPT = "INSERT INTO attempt (seq, number, at, outcome, code, detail) VALUES (?, ?, ?, ?, ?, ?)"


class Holding:
    """What staff see and do about held parcels. Any thread may call."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hold_homeless(self, known: Collection[str], *, detail: str, event: AuditEvent) -> int:
        """Hold what waits for a destination that is not among the `known` ones (D15); how many. Raises SiteError."""
        values = {"code": NOWHERE, "now": micros(event.at), "known": json.dumps(sorted(known))}

        def work(sql: Sql) -> int:
            found = sql.execute(_HOMELESS, values).fetchall()
            for seq, number in found:
                sql.execute(_ATTEMPT, (seq, number, values["now"], State.HELD.value, NOWHERE, detail))
            if found:
                audit.write(sql, (event.model_copy(update={"detail": f"{NOWHERE} parcels={len(found)}"}),))
            return len(found)

        return self._database.change(work)
