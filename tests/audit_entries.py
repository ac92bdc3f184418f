"""Entries of an audit record on one morning, and somebody who changes them behind its back."""

import datetime as dt

from kiosk.flow.clock import TOKYO
from kiosk.model.audit import AuditEvent
from kiosk.store.connection import Sql
from kiosk.store.database import Database

MORNING = dt.datetime(2026, 4, 1, 8, 30, tzinfo=TOKYO)


def event(*, minute: int = 0, action: str = "opened") -> AuditEvent:
    return AuditEvent(at=MORNING + dt.timedelta(minutes=minute), by="c1", action=action, detail=str(minute))


def tamper(database: Database, statement: str) -> None:
    def work(sql: Sql) -> None:
        sql.execute("DROP TRIGGER audit_is_immutable")
        sql.execute("DROP TRIGGER audit_is_kept")
        sql.execute(statement)

    database.change(work)
