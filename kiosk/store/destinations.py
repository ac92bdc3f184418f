"""The destinations as the outbox knows them: whether order matters and whether a person has paused them."""

from dataclasses import dataclass

from kiosk.model.audit import AuditEvent
from kiosk.store import entries
from kiosk.store.bell import ring
from kiosk.store.connection import Sql
from kiosk.store.database import Database

_DESCRIBE = """
INSERT INTO destination (name, kind, ordered, paused, breaker_until, label)
VALUES (:name, :kind, :ordered, 0, 0, :label)
ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, ordered = excluded.ordered, label = excluded.label
WHERE kind <> excluded.kind OR ordered <> excluded.ordered OR label <> excluded.label
"""
_SIGN = "UPDATE destination SET marker = ? WHERE name = ?"


@dataclass(frozen=True)
class DestinationLine:
    """A destination: `name` as parcels know it, `label` for people, empty for one that no settings spoke of.

    In an `ordered` one a parcel waits for earlier ones of its order key.
    """

    name: str
    kind: str
    ordered: bool
    paused: bool
    label: str = ""


class Destinations:
    """Settings per destination; one the outbox meets first in a parcel is ordered and not paused."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def describe(self, name: str, *, kind: str, label: str = "", ordered: bool = True) -> None:
        """Add a destination or change its description; a pause stays. Raises SiteError."""
        row = {"name": name, "kind": kind, "ordered": int(ordered), "label": label}
        self._database.change(lambda sql: sql.execute(_DESCRIBE, row).rowcount)

    def sign(self, name: str) -> str:
        """What the place was called when it was first used; empty before. Raises SiteError."""
        rows = self._database.read("SELECT marker FROM destination WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else ""

    def remember(self, name: str, sign: str) -> None:
        """Keep what the place is called: another one of the same path will be noticed. Raises SiteError."""
        self._database.change(lambda sql: sql.execute(_SIGN, (sign, name)).rowcount)

    def pause(self, name: str, *, paused: bool, event: AuditEvent) -> bool:
        """Stop or resume deliveries; False when it is already so or unknown. Raises SiteError."""

        def work(sql: Sql) -> bool:
            statement = "UPDATE destination SET paused = :paused WHERE name = :name AND paused <> :paused"
            changed = sql.execute(statement, {"paused": int(paused), "name": name}).rowcount == 1
            if changed:
                entries.write(sql, (event,))
            return changed

        changed = self._database.change(work)
        ring(self._database.folder)
        return changed

    def list(self) -> tuple[DestinationLine, ...]:
        """All destinations by name."""
        rows = self._database.read("SELECT name, kind, ordered, paused, label FROM destination ORDER BY name")
        return tuple(
            DestinationLine(name, kind, bool(ordered), bool(paused), label)
            for name, kind, ordered, paused, label in rows
        )
