"""The tables, version by version; a published step is never edited, a change is a new step."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3
import sqlcipher3.dbapi2

from kiosk.store import entries
from kiosk.store.connection import Sql, schema_version
from kiosk.store.vault import KEY_BYTES

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

Step = Callable[[Sql], None]

_STATES = "'ready', 'leased', 'held', 'delivered', 'acknowledged', 'skipped'"

_DELIVERY = f"""
CREATE TABLE delivery (
  seq INTEGER PRIMARY KEY REFERENCES outbox(seq),
  destination TEXT NOT NULL REFERENCES destination(name),
  order_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ({_STATES})),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  lease_token INTEGER NOT NULL DEFAULT 0,
  last_code TEXT NOT NULL DEFAULT '',
  receipt TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT
"""
_AUDIT = """
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  action TEXT NOT NULL,
  case_id TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT
"""
_HOUSE = """
CREATE TABLE house (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  store TEXT NOT NULL,
  marked INTEGER NOT NULL
) STRICT
"""
_FOLLOW_UP = """
CREATE TABLE follow_up (
  case_id TEXT NOT NULL REFERENCES cases(id),
  procedure TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('held', 'notice')),
  until TEXT NOT NULL,
  lacks TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')),
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (case_id, procedure, sort)
) STRICT
"""
_AT_HOME = (
    """
CREATE TABLE preentry_key (
  kid TEXT PRIMARY KEY,
  sealed BLOB NOT NULL,
  made_on TEXT NOT NULL,
  retired_on TEXT NOT NULL
) STRICT
""",
    """
CREATE TABLE preentry_spent (
  digest TEXT PRIMARY KEY,
  spent_on TEXT NOT NULL
) STRICT
""",
)
_STAFF = (
    """
CREATE TABLE staff (
  number TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  pin TEXT NOT NULL,
  renew INTEGER NOT NULL,
  card TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'removed')),
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT
""",
    "CREATE UNIQUE INDEX staff_card ON staff (card) WHERE card <> ''",
    """
CREATE TABLE staff_try (
  who TEXT PRIMARY KEY,
  wrong INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT
""",
)
_KEPT = (
    """
CREATE TABLE kept_case (
  number INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  revision INTEGER NOT NULL,
  staff TEXT NOT NULL,
  face BLOB NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (case_id, revision)
) STRICT
""",
    "CREATE VIRTUAL TABLE kept_word USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')",
    "CREATE INDEX cases_confirmed ON cases (confirmed_at)",
    "CREATE INDEX cases_slip ON cases (slip)",
    "ALTER TABLE draft ADD COLUMN desk TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE draft ADD COLUMN revision INTEGER NOT NULL DEFAULT 1",
)
_PRINTED = """
CREATE TABLE printed (
  case_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  paper TEXT NOT NULL CHECK (paper IN ('packet', 'slip', 'guide')),
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  reason TEXT NOT NULL,
  failed INTEGER NOT NULL,
  voided_by INTEGER NOT NULL,
  PRIMARY KEY (case_id, number, paper)
) STRICT
"""
_GUIDE = """
CREATE TABLE guide_row (
  case_id TEXT NOT NULL REFERENCES cases(id),
  procedure TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  done_at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  desk TEXT NOT NULL,
  PRIMARY KEY (case_id, procedure)
) STRICT
"""
_RESIDENTS = """
CREATE TABLE residents (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  generation INTEGER NOT NULL REFERENCES kek(generation),
  wrapped BLOB NOT NULL,
  state TEXT NOT NULL
) STRICT
"""
_SEALED = (
    "ALTER TABLE house ADD COLUMN keyed_from INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE house ADD COLUMN keyed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE delivery ADD COLUMN entry INTEGER NOT NULL DEFAULT 0",
)
_SEALED_COLUMNS = (
    "seq, message, case_id, destination, order_key, kind, revision, schema_version, content_type, digest, created_at"
)
_GUARDS = (
    """CREATE INDEX delivery_due ON delivery (destination, next_at, seq)
        WHERE state IN ('ready', 'leased')""",
    """CREATE INDEX delivery_blocking ON delivery (destination, order_key, seq)
        WHERE state IN ('ready', 'leased', 'held')""",
    f"""CREATE TRIGGER outbox_is_immutable BEFORE UPDATE OF {_SEALED_COLUMNS} ON outbox
        BEGIN SELECT RAISE(ABORT, 'outbox rows are immutable'); END""",
    """CREATE TRIGGER outbox_payload_is_immutable BEFORE UPDATE OF ciphertext ON outbox
        WHEN NEW.ciphertext <> x'' OR EXISTS (SELECT 1 FROM case_key WHERE case_id = OLD.case_id)
        BEGIN SELECT RAISE(ABORT, 'a payload may only be emptied after its case is shredded'); END""",
    """CREATE TRIGGER outbox_is_kept BEFORE DELETE ON outbox
        BEGIN SELECT RAISE(ABORT, 'outbox rows are kept'); END""",
    """CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END""",
    """CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END""",
)


def _first(sql: Sql) -> None:
    tables = _tables(sql)
    _create_cases(tables)
    _create_outbox(tables)
    sql.execute(_DELIVERY)
    _create_reception(tables)
    sql.execute(_AUDIT)
    for statement in _GUARDS:
        sql.execute(statement)
    sql.execute("INSERT INTO kek (generation, salt) VALUES (1, ?)", (os.urandom(KEY_BYTES),))


def _create_cases(tables: "Tables") -> None:
    case = {"id": str, "slip": str, "event": str, "state": str, "confirmed_at": int}
    _table(tables, "cases", case, pk="id")
    _table(tables, "kek", {"generation": int, "salt": bytes}, pk="generation")
    key = {"case_id": str, "generation": int, "wrapped": bytes}
    _table(tables, "case_key", key, pk="case_id", references=[("case_id", "cases"), ("generation", "kek")])


def _create_outbox(tables: "Tables") -> None:
    place = {"name": str, "kind": str, "ordered": int, "paused": int, "breaker_until": int}
    _table(tables, "destination", place, pk="name")
    sealed = {"seq": int, "message": str, "case_id": str, "destination": str, "order_key": str, "kind": str}
    sealed |= {"revision": int, "schema_version": str, "content_type": str, "digest": str, "created_at": int}
    references = [("case_id", "cases", "id"), ("destination", "destination", "name")]
    # The payload stands last: SQLite walks through a long value to reach what stands behind it.
    _table(tables, "outbox", {**sealed, "ciphertext": bytes}, pk="seq", references=references)
    tables.table("outbox").create_index(["message"], unique=True)
    tables.table("outbox").create_index(["case_id"])


def _create_reception(tables: "Tables") -> None:
    attempt = {"seq": int, "number": int, "at": int, "outcome": str, "code": str, "detail": str}
    _table(tables, "attempt", attempt, pk=("seq", "number"), references=[("seq", "outbox")])
    _table(tables, "ticket", {"slip": str, "case_id": str, "state": str, "made_at": int, "changed_at": int}, pk="slip")
    draft = {"case_id": str, "generation": int, "wrapped": bytes, "sealed": bytes, "saved_at": int}
    _table(tables, "draft", draft, pk="case_id", references=[("generation", "kek")])


def _table(
    tables: "Tables",
    name: str,
    columns: dict[str, type],
    *,
    pk: str | tuple[str, ...],
    references: Sequence[tuple[str, ...]] = (),
) -> None:
    tables.create_table(name, columns, pk=pk, not_null=columns, foreign_keys=list(references), strict=True)  # type: ignore[arg-type]  # a list of pairs and triples is what it documents


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
    sql.execute(_HOUSE)
    sql.execute("INSERT INTO house (id, store, marked) VALUES (1, ?, 0)", (os.urandom(16).hex(),))
    sql.execute("ALTER TABLE destination ADD COLUMN marker TEXT NOT NULL DEFAULT ''")


def _followed_up(sql: Sql) -> None:
    """What a visit leaves to be done another day."""
    sql.execute(_FOLLOW_UP)
    sql.execute("CREATE INDEX follow_up_open ON follow_up (until, made_at) WHERE state = 'open'")


def _prepared_at_home(sql: Sql) -> None:
    """The city's keys for what is made at home, and which of it was taken already."""
    for statement in _AT_HOME:
        sql.execute(statement)


def _staffed(sql: Sql) -> None:
    """Who may sign in here, and how often in a row somebody has failed to."""
    for statement in _STAFF:
        sql.execute(statement)


def _kept(sql: Sql) -> None:
    """Confirmed cases are kept as they stood, and found again; a draft says at which window it is open."""
    for statement in _KEPT:
        sql.execute(statement)


def _printed(sql: Sql) -> None:
    """Every print of a case has a number."""
    sql.execute(_PRINTED)


def _guided(sql: Sql) -> None:
    """The rows of a visit's guide are ticked off at the counters."""
    sql.execute(_GUIDE)


def _registered(sql: Sql) -> None:
    """The city's own register is kept in a file of its own; its key and how it stands are here."""
    sql.execute(_RESIDENTS)


def _sealed(sql: Sql) -> None:
    """Entries of the audit record are sealed from now on; a parcel knows the newest one when it was accepted."""
    for statement in _SEALED:
        sql.execute(statement)
    entries.key_in(sql)


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
