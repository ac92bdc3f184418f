"""受け持ち on disk: who sees to an application that failed, and until when."""

import datetime as dt
import uuid

from kiosk.model.answer import Charge
from kiosk.model.audit import AuditEvent
from kiosk.store import entries
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros

_OF = "SELECT seq, case_id FROM outbox WHERE message = ?"
_TAKE = """
INSERT INTO charge (seq, staff, until, at) VALUES (?, ?, ?, ?)
ON CONFLICT (seq) DO UPDATE SET staff = excluded.staff, until = excluded.until, at = excluded.at
"""
_ALL = "SELECT message, charge.staff, charge.until FROM charge JOIN outbox USING (seq)"


class Charges:
    """An application keeps who has taken it on, also when it fails again. Every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[uuid.UUID, Charge]:
        """By the application as it was sent (its message)."""
        rows = self._database.read(_ALL)
        return {
            uuid.UUID(message): Charge(staff=staff, until=dt.date.fromisoformat(until))
            for message, staff, until in rows
        }

    def take(self, message: uuid.UUID, charge: Charge, *, event: AuditEvent) -> bool:
        """Somebody takes it on, or over; False where there is no such application."""

        def work(sql: Sql) -> bool:
            found = sql.execute(_OF, (str(message),)).fetchone()
            if found is None:
                return False
            until = charge.until.isoformat()
            sql.execute(_TAKE, (found[0], charge.staff, until, micros(event.at)))
            said = f"{charge.staff} until={until}"
            entries.write(sql, (event.model_copy(update={"case": found[1], "detail": said}),))
            return True

        return self._database.change(work)
