"""Which of two stores that were once the same may deliver: the one whose audit record goes on from the last delivery.

A receiver's folder keeps the newest entry of the store that delivered there last (kiosk.exchange.destinations.fence).
A store that was restored from a backup, or a copy of a machine, does not know that entry, or soon the other one does
not: it delivers nothing. Only a person can say that this store goes on (`take_over`); what it believes undelivered may
have arrived, so it is held and compared with what the receiver has.
"""

import hmac
from collections.abc import Collection

from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import State
from kiosk.store import entries
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros

RESTORED = "restored"
RECONCILED = "reconciled"

_WAITING = """
SELECT seq, message, attempts FROM delivery INDEXED BY delivery_blocking JOIN outbox USING (seq)
WHERE state IN ('ready', 'leased', 'held') ORDER BY seq
"""
_SETTLE = """
UPDATE delivery SET state = ?, last_code = ?, receipt = ?, attempts = ?, lease_token = lease_token + 1, changed_at = ?
WHERE seq = ?
"""
_ATTEMPT = "INSERT INTO attempt (seq, number, at, outcome, code, detail) VALUES (?, ?, ?, ?, ?, ?)"
_OVERRULE = "UPDATE destination SET overrule = ?"
_DETAIL = "控えから戻したか、写しから続けたため、すでに届いているかもしれません。受け取り側と突き合わせてください。"


class Fencing:
    """The store's side of the fence. Any thread may call; every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def name(self) -> str:
        """The random name that the store was founded with; a copy has the same."""
        return str(self._database.read("SELECT store FROM house")[0][0])

    def head(self) -> str:
        """The newest entry of the audit record ("1234:<seal>")."""
        return self._database.look(lambda sql: entries.named(sql, entries.written(sql)))

    def holds(self, told: str) -> bool:
        """Whether the audit record has this very entry."""
        number = told.partition(":")[0]
        if not number.isdecimal():
            return False
        found = self._database.look(lambda sql: entries.named(sql, int(number)))
        return hmac.compare_digest(found, told)

    def overruled(self, destination: str) -> bool:
        """Whether a person has said that this store goes on there."""
        rows = self._database.read("SELECT overrule FROM destination WHERE name = ?", (destination,))
        return bool(rows and rows[0][0])

    def settled(self, destination: str) -> None:
        """The place knows it now."""
        statement = f"{_OVERRULE} WHERE name = ?"
        self._database.change(lambda sql: sql.execute(statement, (0, destination)).rowcount)

    def take_over(self, received: Collection[str], *, event: AuditEvent) -> tuple[int, int]:
        """This store goes on: what is among the `received` messages is settled, everything else that waits is held.

        How many of each; the entry says so.
        """
        at = micros(event.at)

        def work(sql: Sql) -> tuple[int, int]:
            waiting = sql.execute(_WAITING).fetchall()
            there = [row for row in waiting if row[1] in received]
            missing = [row for row in waiting if row[1] not in received]
            for seq, _, attempts in there:
                _settle(sql, seq, attempts, State.ACKNOWLEDGED, RECONCILED, at)
            for seq, _, attempts in missing:
                _settle(sql, seq, attempts, State.HELD, RESTORED, at)
            sql.execute(_OVERRULE, (1,))
            detail = f"received={len(there)} held={len(missing)} {event.detail}"
            entries.write(sql, (event.model_copy(update={"detail": detail}),))
            return len(there), len(missing)

        return self._database.change(work)


def _settle(sql: Sql, seq: int, attempts: int, state: State, code: str, at: int) -> None:
    held = state is State.HELD
    sql.execute(_SETTLE, (state.value, code if held else "", "" if held else code, attempts + 1, at, seq))
    sql.execute(_ATTEMPT, (seq, attempts + 1, at, state.value, code, _DETAIL if held else ""))
