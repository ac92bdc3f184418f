"""Signing in: tries are counted on the disk before they are looked at, so that neither a restart nor two windows help.

A number that nobody has costs the same time and the same wait as one that somebody has, and is not kept: what is
counted is a keyed hash of what was typed.
"""

import datetime as dt
from math import ceil

from kiosk.model.audit import AuditEvent
from kiosk.model.staff import Entered, NotEntered, SignIn, wait_after
from kiosk.store import entries, pins
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros
from kiosk.store.roster import person

Row = tuple[str, str, str, int, int, int]

_BY_NUMBER = """
SELECT number, name, roles, renew, card <> '', 1, pin FROM staff WHERE number = ? AND state = 'active'
"""
_BY_CARD = """
SELECT number, name, roles, renew, 1, 1, '' FROM staff WHERE card = ? AND card <> '' AND state = 'active'
"""
_TRIES = "SELECT wrong, at FROM staff_try WHERE who = ?"
_COUNT = """
INSERT INTO staff_try (who, wrong, at) VALUES (:who, :wrong, :at)
ON CONFLICT (who) DO UPDATE SET wrong = excluded.wrong, at = excluded.at
"""
_RIGHT = "DELETE FROM staff_try WHERE who = ?"
_FORGET = "DELETE FROM staff_try WHERE at < ?"
_KEPT = dt.timedelta(days=1)


class Doorway:
    """Lets somebody in, or not. `desk` is the machine's name; every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database, self._vault = database, database.vault

    def by_number(self, number: str, pin: str, *, now: dt.datetime, desk: str) -> SignIn:
        """A number (see read_number) with its PIN; while it must wait none is looked at."""
        who = self._vault.staff_mac("number", number)
        wrong, left = self._database.change(lambda sql: _begin(sql, who, now))
        if left:
            return NotEntered(wait=left)
        rows = self._database.read(_BY_NUMBER, (number,))
        if not rows:
            pins.take_as_long(pin)
        if rows and pins.matches(pin, rows[0][-1]):
            return self._let_in(rows[0][:-1], "pin", who=who, now=now, desk=desk)
        self._note("sign-in-wrong", desk, rows[0][0] if rows else "", now)
        return NotEntered(wait=wait_after(wrong))

    def by_card(self, identifier: str, *, now: dt.datetime, desk: str) -> SignIn:
        """A staff card by what it says of itself; one that is nobody's has nothing to wait for."""
        rows = self._database.read(_BY_CARD, (self._vault.staff_mac("card", identifier),))
        if rows:
            return self._let_in(rows[0][:-1], "card", who="", now=now, desk=desk)
        self._note("sign-in-wrong", desk, "card", now)
        return NotEntered()

    def _let_in(self, row: Row, how: str, *, who: str, now: dt.datetime, desk: str) -> SignIn:
        entered = person(row)
        event = AuditEvent(at=now, by=entered.number, action="sign-in", detail=f"{how} desk={desk}")

        def work(sql: Sql) -> None:
            sql.execute(_RIGHT, (who,))
            entries.write(sql, (event,))

        self._database.change(work)
        return Entered(person=entered)

    def _note(self, action: str, desk: str, detail: str, now: dt.datetime) -> None:
        event = AuditEvent(at=now, by=desk, action=action, detail=detail)
        self._database.change(lambda sql: entries.write(sql, (event,)))


def _begin(sql: Sql, who: str, now: dt.datetime) -> tuple[int, int]:
    """Count a try that is about to be looked at as a wrong one; how many that makes, and the seconds it must wait.

    A clock that was set back waits anew.
    """
    row = sql.execute(_TRIES, (who,)).fetchone()
    wrong, passed = (row[0], (now - instant(row[1])).total_seconds()) if row else (0, 0.0)
    left = ceil(wait_after(wrong) - max(passed, 0))
    if left > 0:
        if passed < 0:
            sql.execute(_COUNT, {"who": who, "wrong": wrong, "at": micros(now)})
        return wrong, left
    sql.execute(_FORGET, (micros(now - _KEPT),))
    sql.execute(_COUNT, {"who": who, "wrong": wrong + 1, "at": micros(now)})
    return wrong + 1, 0
