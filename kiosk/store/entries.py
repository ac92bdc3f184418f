"""The rows of the audit record: appended inside somebody's transaction, and looked at where it ends."""

import datetime as dt
from collections.abc import Iterable, Sequence

from kiosk.model.audit import AuditEvent, chain
from kiosk.store.connection import Sql
from kiosk.store.instants import instant, micros

START = ""
NEWEST = 64
WRITTEN = "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"

_HEAD = "SELECT hash FROM audit ORDER BY seq DESC LIMIT 1"
_INSERT = "INSERT INTO audit (at, staff, action, case_id, detail, hash) VALUES (?, ?, ?, ?, ?, ?)"
_NEWEST = "SELECT seq, hash, at, staff, action, case_id, detail FROM audit ORDER BY seq DESC LIMIT ?"


def write(sql: Sql, events: Iterable[AuditEvent]) -> None:
    """Append entries inside the caller's transaction."""
    head = sql.execute(_HEAD).fetchone()
    previous = head[0] if head else START
    for one in events:
        at = micros(one.at)
        previous = chain(previous, one if one.at.tzinfo is dt.UTC else _in_utc(one))
        sql.execute(_INSERT, (at, one.by, one.action, one.case, one.detail, previous))


def event(row: Sequence[object]) -> AuditEvent:
    """The entry of a row: at, staff, action, case_id, detail."""
    at, by, action, case, detail = row
    return AuditEvent(at=instant(int(str(at))), by=str(by), action=str(action), case=str(case), detail=str(detail))


def newest_hold(sql: Sql) -> bool:
    """Whether the newest entries follow one another and none is missing at the end; older ones are not looked at."""
    rows = sql.execute(_NEWEST, (NEWEST + 1,)).fetchall()[::-1]
    written = sql.execute(WRITTEN).fetchone()
    if (rows[-1][0] if rows else 0) != (written[0] if written else 0):
        return False
    before = (0, START) if rows and rows[0][0] == 1 else None
    for seq, hash_, *rest in rows:
        if before and (seq != before[0] + 1 or chain(before[1], event(rest)) != hash_):
            return False
        before = (seq, hash_)
    return True


def _in_utc(one: AuditEvent) -> AuditEvent:
    """The same entry as it is read back: the chain runs over what the database can give again."""
    return one.model_copy(update={"at": instant(micros(one.at))})
