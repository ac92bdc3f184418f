"""The tables, version by version; a published step is never edited, a change is a new step."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3
import sqlcipher3.dbapi2

from kiosk.store import entries, tables
from kiosk.store.connection import Sql, schema_version
from kiosk.store.vault import KEY_BYTES

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

Step = Callable[[Sql], None]


def _first(sql: Sql) -> None:
    made = _tables(sql)
    _create_cases(made)
    _create_outbox(made)
    sql.execute(tables.DELIVERY)
    _create_reception(made)
    sql.execute(tables.AUDIT)
    for statement in tables.GUARDS:
        sql.execute(statement)
    sql.execute("INSERT INTO kek (generation, salt) VALUES (1, ?)", (os.urandom(KEY_BYTES),))


def _create_cases(made: "Tables") -> None:
    case = {"id": str, "slip": str, "event": str, "state": str, "confirmed_at": int}
    _table(made, "cases", case, pk="id")
    _table(made, "kek", {"generation": int, "salt": bytes}, pk="generation")
    key = {"case_id": str, "generation": int, "wrapped": bytes}
    _table(made, "case_key", key, pk="case_id", references=[("case_id", "cases"), ("generation", "kek")])


def _create_outbox(made: "Tables") -> None:
    place = {"name": str, "kind": str, "ordered": int, "paused": int, "breaker_until": int}
    _table(made, "destination", place, pk="name")
    sealed = {"seq": int, "message": str, "case_id": str, "destination": str, "order_key": str, "kind": str}
    sealed |= {"revision": int, "schema_version": str, "content_type": str, "digest": str, "created_at": int}
    references = [("case_id", "cases", "id"), ("destination", "destination", "name")]
    # The payload stands last: SQLite walks through a long value to reach what stands behind it.
    _table(made, "outbox", {**sealed, "ciphertext": bytes}, pk="seq", references=references)
    made.table("outbox").create_index(["message"], unique=True)
    made.table("outbox").create_index(["case_id"])


def _create_reception(made: "Tables") -> None:
    attempt = {"seq": int, "number": int, "at": int, "outcome": str, "code": str, "detail": str}
    _table(made, "attempt", attempt, pk=("seq", "number"), references=[("seq", "outbox")])
    _table(made, "ticket", {"slip": str, "case_id": str, "state": str, "made_at": int, "changed_at": int}, pk="slip")
    draft = {"case_id": str, "generation": int, "wrapped": bytes, "sealed": bytes, "saved_at": int}
    _table(made, "draft", draft, pk="case_id", references=[("generation", "kek")])


def _table(
    made: "Tables",
    name: str,
    columns: dict[str, type],
    *,
    pk: str | tuple[str, ...],
    references: Sequence[tuple[str, ...]] = (),
) -> None:
    made.create_table(name, columns, pk=pk, not_null=columns, foreign_keys=list(references), strict=True)  # type: ignore[arg-type]  # a list of pairs and triples is what it documents


def _tables(sql: Sql) -> "Tables":
    # sqlite-utils takes whatever answers to pysqlite3; without this its RETURNING handling meets foreign error classes.
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
    from sqlite_utils import Database as Tables

    return Tables(sql, execute_plugins=False, strict=True)  # type: ignore[arg-type]  # a real connection behind Sql


def _numbered(sql: Sql) -> None:
    """Destinations go by the city's number and have a name for people; the only one there was is number 1."""
    sql.execute("ALTER TABLE destination ADD COLUMN label TEXT NOT NULL DEFAULT ''")
    sql.execute(
        """INSERT INTO destination (name, kind, ordered, paused, breaker_until)
        SELECT '1', kind, ordered, paused, breaker_until FROM destination WHERE name = 'folder'"""
    )
    sql.execute("UPDATE delivery SET destination = '1' WHERE destination = 'folder'")


def _named(sql: Sql) -> None:
    """A store has a name of its own (for the mark outside it), and destinations the name their folder bears."""
    sql.execute(tables.HOUSE)
    sql.execute("INSERT INTO house (id, store, marked) VALUES (1, ?, 0)", (os.urandom(16).hex(),))
    sql.execute("ALTER TABLE destination ADD COLUMN marker TEXT NOT NULL DEFAULT ''")


def _followed_up(sql: Sql) -> None:
    """What a visit leaves to be done another day."""
    sql.execute(tables.FOLLOW_UP)
    sql.execute("CREATE INDEX follow_up_open ON follow_up (until, made_at) WHERE state = 'open'")


def _prepared_at_home(sql: Sql) -> None:
    """The city's keys for what is made at home, and which of it was taken already."""
    for statement in tables.AT_HOME:
        sql.execute(statement)


def _staffed(sql: Sql) -> None:
    """Who may sign in here, and how often in a row somebody has failed to."""
    for statement in tables.STAFF:
        sql.execute(statement)


def _kept(sql: Sql) -> None:
    """Confirmed cases are kept as they stood, and found again; a draft says at which window it is open."""
    for statement in tables.KEPT:
        sql.execute(statement)


def _printed(sql: Sql) -> None:
    """Every print of a case has a number."""
    sql.execute(tables.PRINTED)


def _guided(sql: Sql) -> None:
    """The rows of a visit's guide are ticked off at the counters."""
    sql.execute(tables.GUIDE)


def _registered(sql: Sql) -> None:
    """The city's own register is kept in a file of its own; its key and how it stands are here."""
    sql.execute(tables.RESIDENTS)


def _sealed(sql: Sql) -> None:
    """Entries of the audit record are sealed from now on; a parcel knows the newest one when it was accepted."""
    for statement in tables.SEALED:
        sql.execute(statement)
    entries.key_in(sql)


def _fenced(sql: Sql) -> None:
    """A person may say that this store goes on where another one of its name has delivered."""
    sql.execute("ALTER TABLE destination ADD COLUMN overrule INTEGER NOT NULL DEFAULT 0")


def _answered(sql: Sql) -> None:
    """What receivers decided comes back to its case."""
    for statement in tables.ANSWERS:
        sql.execute(statement)


def _owned(sql: Sql) -> None:
    """What failed has somebody who sees to it; an answer can be over without a correction."""
    for statement in tables.OWNED:
        sql.execute(statement)


def _shared(sql: Sql) -> None:
    """What was brought to the hub that an office shares, and what its numbers begin with."""
    for statement in tables.SHARED:
        sql.execute(statement)


def _relayed(sql: Sql) -> None:
    """What lies in a hub has not arrived: a state of its own, and up to where the hub's news was heard."""
    for statement in tables.RELAYED:
        sql.execute(statement)


def _apart(sql: Sql) -> None:
    """What two machines went on with is found without a look at all that was brought."""
    sql.execute(tables.APART)


STEPS: tuple[Step, ...] = (
    _first,
    _numbered,
    _named,
    _followed_up,
    _prepared_at_home,
    _staffed,
    _kept,
    _printed,
    _guided,
    _registered,
    _sealed,
    _fenced,
    _answered,
    _owned,
    _shared,
    _relayed,
    _apart,
)
LATEST = len(STEPS)


def migrate(sql: Sql, *, steps: Sequence[Step] = STEPS) -> None:
    """Bring the tables to the newest version in one transaction: all steps or none. Raises sqlite errors."""
    sql.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[schema_version(sql) :]:
            step(sql)
        sql.execute(f"PRAGMA user_version = {len(steps)}")
        sql.execute("COMMIT")
    except BaseException:
        if sql.in_transaction:
            sql.execute("ROLLBACK")
        raise


def back_up(sql: Sql, file: Path) -> Path:
    """A copy of the encrypted file as it was, beside it, before its tables change: `<name>.v<version>.backup`."""
    sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    copy = file.with_name(f"{file.name}.v{schema_version(sql)}.backup")
    sql.execute("BEGIN IMMEDIATE")
    try:
        shutil.copyfile(file, copy)
        with copy.open("rb") as written:
            os.fsync(written.fileno())
    finally:
        sql.execute("ROLLBACK")
    return copy
