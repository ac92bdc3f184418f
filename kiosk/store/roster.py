"""職員名簿: who may sign in at this place, with which roles; PINs as digests, staff cards as keyed hashes.

Whoever was here once keeps the number for good, so that the audit record stays readable; the last person who may manage
staff can neither be removed nor lose that role.
"""

import datetime as dt
from collections.abc import Callable

from kiosk.model.audit import AuditEvent
from kiosk.model.message import Message
from kiosk.model.staff import (
    ANOTHERS,
    CARD_BOUND,
    FIRST,
    FOUNDED,
    KNOWN,
    LAST,
    MAY_NOT,
    UNKNOWN,
    Right,
    Role,
    Staff,
    may,
)
from kiosk.store import entries, pins
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros

_ALL = "SELECT number, name, roles, renew, card <> '', state = 'active' FROM staff ORDER BY state, number"
_ONE = "SELECT number, name, roles, renew, card <> '', state = 'active' FROM staff WHERE number = ?"
_ADD = """
INSERT INTO staff (number, name, roles, pin, renew, card, state, made_at, changed_at)
VALUES (:number, :name, :roles, :pin, :renew, '', 'active', :at, :at)
ON CONFLICT (number) DO UPDATE SET roles = excluded.roles, pin = excluded.pin, renew = excluded.renew,
  state = 'active', changed_at = excluded.changed_at
"""
_ROLES = "UPDATE staff SET roles = :roles, changed_at = :at WHERE number = :number"
_PIN = "UPDATE staff SET pin = :pin, renew = :renew, changed_at = :at WHERE number = :number"
_CARD = "UPDATE staff SET card = :card, changed_at = :at WHERE number = :number"
_REMOVE = "UPDATE staff SET pin = '', card = '', state = 'removed', changed_at = :at WHERE number = :number"
_HOLDER = "SELECT number FROM staff WHERE card = ?"
_FORGIVE = "DELETE FROM staff_try WHERE who = ?"

Change = Callable[[Sql, Staff], Message | None]


class Roster:
    """What the store knows of staff. An `event` says who does it and when, and is written with it; all raise SiteError.

    What cannot be done is answered with why, and then nothing is changed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[Staff, ...]:
        """Everybody, those who are here no longer at the end."""
        return tuple(person(row) for row in self._database.read(_ALL))

    def empty(self) -> bool:
        """Whether nobody was ever added."""
        return not self._database.read("SELECT 1 FROM staff LIMIT 1")

    def find(self, number: str) -> Staff | None:
        """The person with a number."""
        rows = self._database.read(_ONE, (number,))
        return person(rows[0]) if rows else None

    def refusal(self, by: str, right: Right) -> Message | None:
        """Why somebody may not do this here; None where they may, and where the place has no staff at all."""
        found = self.find(by.upper())
        if (found is not None and found.may(right)) or (found is None and self.empty()):
            return None
        return MAY_NOT[right]()

    def add(self, new: Staff, pin: str, *, event: AuditEvent, first: bool = False) -> Message | None:
        """A new person, or one who is back under the same number and name. The first must be able to manage staff.

        `first`: nobody has allowed it, so it is for a place that has never had staff, whatever other windows do.
        """
        kept = pins.digest(pin)

        def work(sql: Sql) -> Message | None:
            if first and sql.execute("SELECT 1 FROM staff LIMIT 1").fetchone():
                return FOUNDED()
            row = sql.execute(_ONE, (new.number,)).fetchone()
            there = person(row) if row else None
            if there is not None and (there.active or there.name != new.name):
                return KNOWN() if there.active else ANOTHERS()
            if not _managers(sql) and not may(new.roles, Right.MANAGE):
                return FIRST()
            row = {"number": new.number, "name": new.name, "roles": _written(new.roles), "pin": kept}
            sql.execute(_ADD, {**row, "renew": int(new.renew), "at": micros(event.at)})
            _note(sql, event, "staff-add", f"{new.number} {_written(new.roles)}")
            return None

        return self._database.change(work)

    def set_roles(self, number: str, roles: frozenset[Role], *, event: AuditEvent) -> Message | None:
        """Other roles; they count from the next thing on that the person does."""

        def change(sql: Sql, one: Staff) -> Message | None:
            if not may(roles, Right.MANAGE) and _managers(sql) == [one.number]:
                return LAST()
            sql.execute(_ROLES, {"roles": _written(roles), "number": one.number, "at": micros(event.at)})
            _note(sql, event, "staff-role", f"{one.number} {_written(roles)}")
            return None

        return self._change(number, change)

    def set_pin(self, number: str, pin: str, *, renew: bool, event: AuditEvent) -> Message | None:
        """Another PIN, and no wait any more. `renew`: somebody else gave it."""
        kept = pins.digest(pin)

        def change(sql: Sql, one: Staff) -> None:
            sql.execute(_PIN, {"pin": kept, "renew": int(renew), "number": one.number, "at": micros(event.at)})
            sql.execute(_FORGIVE, (self._database.vault.staff_mac("number", one.number),))
            _note(sql, event, "staff-reset" if renew else "staff-pin", f"{one.number} {event.detail}".strip())

        return self._change(number, change)

    def bind(self, number: str, identifier: str, *, event: AuditEvent) -> Message | None:
        """The staff card of a person, by what it says of itself; an empty one takes the card away."""
        card = self._database.vault.staff_mac("card", identifier) if identifier else ""

        def change(sql: Sql, one: Staff) -> Message | None:
            holder = sql.execute(_HOLDER, (card,)).fetchone() if card else None
            if holder is not None and holder[0] != one.number:
                return CARD_BOUND()
            sql.execute(_CARD, {"card": card, "number": one.number, "at": micros(event.at)})
            _note(sql, event, "staff-card", f"{one.number}{'' if card else ' -'}")
            return None

        return self._change(number, change)

    def remove(self, number: str, *, event: AuditEvent) -> Message | None:
        """The person is here no longer: PIN and card are gone, the number stays theirs."""

        def change(sql: Sql, one: Staff) -> Message | None:
            if _managers(sql) == [one.number]:
                return LAST()
            sql.execute(_REMOVE, {"number": one.number, "at": micros(event.at)})
            _note(sql, event, "staff-remove", f"{one.number} {event.detail}".strip())
            return None

        return self._change(number, change)

    def _change(self, number: str, change: Change) -> Message | None:
        def work(sql: Sql) -> Message | None:
            row = sql.execute(_ONE, (number,)).fetchone()
            one = person(row) if row else None
            return UNKNOWN() if one is None or not one.active else change(sql, one)

        return self._database.change(work)


def person(row: tuple[str, str, str, int, int, int]) -> Staff:
    """The person of a row."""
    number, name, roles, renew, card, active = row
    held = frozenset(map(Role, roles.split()))
    return Staff(number=number, name=name, roles=held, renew=bool(renew), card=bool(card), active=bool(active))


def _managers(sql: Sql) -> list[str]:
    found = (person(row) for row in sql.execute(_ALL).fetchall())
    return [one.number for one in found if one.may(Right.MANAGE)]


def _written(roles: frozenset[Role]) -> str:
    return " ".join(role.value for role in Role if role in roles)


def _note(sql: Sql, event: AuditEvent, action: str, detail: str) -> None:
    entries.write(sql, (event.model_copy(update={"action": action, "detail": detail}),))


def stamp(by: str, at: dt.datetime, detail: str = "") -> AuditEvent:
    """Who does something to the roster, when, and for which reason."""
    return AuditEvent(at=at, by=by, action="staff", detail=detail)
