"""共有: what this machine knows of its visits in the hub - under which version, and what of them was brought there.

A row a case. `stamp` says what was brought last, so that only what has changed since is brought again; "gone" where it
was given up here and "erased" where it was erased, and the hub is to be told. `apart`: another machine has gone on with
the case as well, and a person has to choose. Accepted cases are told apart by the number under which they are kept, up
to which all were brought. Every method raises SiteError.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from kiosk.model.case import CaseState
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant

GONE, ERASED = "gone", "erased"

_NOTE = """
INSERT INTO shared (case_id, version, stamp, apart) VALUES (?, ?, ?, ?)
ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, stamp = excluded.stamp, apart = excluded.apart
"""
_MARKS = "SELECT case_id, version, stamp, apart FROM shared"
_KEPT = """
SELECT number, case_id, revision, staff, slip, event, state, confirmed_at
FROM kept_case JOIN cases ON cases.id = case_id WHERE number > (SELECT brought FROM house) ORDER BY number LIMIT ?
"""
_RENUMBER = "UPDATE house SET brought = min(brought, (SELECT coalesce(max(number), 0) FROM kept_case))"
_TWICE = """
SELECT slip FROM shared JOIN cases ON cases.id = case_id WHERE apart = 1 AND stamp LIKE 'kept %' AND state <> ?
"""
_OVER = "UPDATE shared SET stamp = ?, apart = 0 WHERE case_id = ?"


@dataclass(frozen=True)
class Mark:
    """How a case stands in the hub as far as this machine knows."""

    case: uuid.UUID
    version: int
    stamp: str
    apart: bool = False


@dataclass(frozen=True)
class KeptLine:
    """An accepted case that was not brought yet, under the number by which it is kept."""

    number: int
    case: uuid.UUID
    revision: int
    staff: str
    slip: str
    event: str
    withdrawn: bool
    at: dt.datetime


def give_up(sql: Sql, case: str, stamp: str = GONE) -> None:
    """Inside the caller's transaction: nothing of a case is here any more, and the hub is told."""
    sql.execute(_OVER, (stamp, case))
    sql.execute(_RENUMBER)


class Shared:
    """What was brought, and what is still to be."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, case: uuid.UUID) -> Mark | None:
        """What is known of one case."""
        rows = self._database.read(f"{_MARKS} WHERE case_id = ?", (str(case),))
        return next(map(_mark, rows), None)

    def twice(self) -> tuple[str, ...]:
        """The numbers of what was accepted here and at another machine, and has not been taken back here."""
        return tuple(row[0] for row in self._database.read(_TWICE, (CaseState.WITHDRAWN.value,)))

    def accepted(self) -> tuple[Mark, ...]:
        """Every accepted case that was brought."""
        return tuple(map(_mark, self._database.read(f"{_MARKS} WHERE stamp LIKE 'kept %'")))

    def gone(self) -> tuple[Mark, ...]:
        """What the hub has not been told of yet."""
        return tuple(map(_mark, self._database.read(f"{_MARKS} WHERE stamp IN ('gone', 'erased')")))

    def note(self, case: uuid.UUID, *, version: int, stamp: str, apart: bool = False) -> None:
        """What stands in the hub now."""
        row = (str(case), version, stamp, int(apart))
        self._database.change(lambda sql: sql.execute(_NOTE, row))

    def forget(self, case: uuid.UUID) -> None:
        """It is another machine's affair, or over."""
        self._database.change(lambda sql: sql.execute("DELETE FROM shared WHERE case_id = ?", (str(case),)))

    def let_go(self, case: uuid.UUID) -> None:
        """Another machine goes on with a draft as it stood here: it is not here any more."""

        def work(sql: Sql) -> None:
            sql.execute("DELETE FROM draft WHERE case_id = ?", (str(case),))
            sql.execute("DELETE FROM shared WHERE case_id = ?", (str(case),))

        self._database.change(work)

    def kept(self, limit: int) -> tuple[KeptLine, ...]:
        """Accepted cases that were not brought yet, in their order; each revision is one."""
        return tuple(_kept(*row) for row in self._database.read(_KEPT, (limit,)))

    def brought(self, number: int) -> None:
        """Everything that is kept up to a number was brought."""
        self._database.change(lambda sql: sql.execute("UPDATE house SET brought = ?", (number,)))

    @property
    def series(self) -> int:
        """What this store's slip numbers begin with; 0 where it never met a hub."""
        return int(self._database.read("SELECT series FROM house")[0][0])

    def number(self, series: int) -> None:
        """What they begin with from now on."""
        if series != self.series:
            self._database.change(lambda sql: sql.execute("UPDATE house SET series = ?", (series,)))

    @property
    def name(self) -> str:
        """The name of this store."""
        return str(self._database.read("SELECT store FROM house")[0][0])


def _mark(row: tuple[str, int, str, int]) -> Mark:
    return Mark(uuid.UUID(row[0]), row[1], row[2], apart=bool(row[3]))


def _kept(number: int, case: str, revision: int, staff: str, slip: str, event: str, state: str, at: int) -> KeptLine:
    gone = state == CaseState.WITHDRAWN.value
    return KeptLine(number, uuid.UUID(case), revision, staff, slip, event, gone, instant(at))
