"""The rows of the audit record: appended inside somebody's transaction, and looked at where it ends.

Every entry is sealed by HMAC-SHA256 (RFC 2104) under a key that neither opens the database nor is made from what does:
who can write rows cannot write entries. The seal covers the entry, its number and the seal before it; the first covers
the store's own name and the entries of earlier versions, which were chained by SHA-256 alone.
"""

import hmac
from collections.abc import Iterable, Sequence

from kiosk.model.audit import AuditEvent, chain
from kiosk.store.connection import Sql
from kiosk.store.instants import instant, micros

START = ""
NEWEST = 64
COLUMNS = "seq, hash, at, staff, action, case_id, detail"

_WRITTEN = "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"
_FUNCTION = "audit_seal"
_LAST = """
SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0),
  coalesce((SELECT CASE WHEN seq >= keyed_from THEN hash END FROM audit ORDER BY seq DESC LIMIT 1), keyed_by)
FROM house
"""
_INSERT = f"""
INSERT INTO audit (seq, hash, at, staff, action, case_id, detail)
VALUES (:seq, {_FUNCTION}(:before, :seq, :at, :by, :action, :case, :detail), :at, :by, :action, :case, :detail)
RETURNING hash
"""  # noqa: S608 - no value in it
_SEAL = f"SELECT {_FUNCTION}(?, ?, ?, ?, ?, ?, ?)"
_NEWEST = f"SELECT {COLUMNS} FROM audit ORDER BY seq DESC LIMIT ?"  # noqa: S608 - no value in it
_HEAD = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
_KEYED = "SELECT store, keyed_from, keyed_by FROM house"
_KEY_IN = "UPDATE house SET keyed_from = ?, keyed_by = ?"


def know(sql: Sql, key: bytes) -> None:
    """Let a connection seal entries under the key of the audit record."""
    sql.create_function(_FUNCTION, 7, lambda *values: sealed(key, *values))


def sealed(key: bytes, before: str, seq: int, at: int, *words: str) -> str:
    """The seal of an entry (who, action, case, detail), as hexadecimal; the lengths keep its words apart."""
    lengths = " ".join(str(len(word)) for word in words)
    return hmac.digest(key, f"{before} {seq} {at} {lengths} {''.join(words)}".encode(), "sha256").hex()


def write(sql: Sql, events: Iterable[AuditEvent]) -> int:
    """Append entries inside the caller's transaction; the number of the last one."""
    seq, before = sql.execute(_LAST).fetchone()
    for one in events:
        seq += 1
        said = {"by": one.by, "action": one.action, "case": one.case, "detail": one.detail}
        before = sql.execute(_INSERT, {"seq": seq, "before": before, "at": micros(one.at), **said}).fetchone()[0]
    return int(seq)


def named(sql: Sql, seq: int) -> str:
    """An entry as others are told of it: its number and its seal; empty where there is none."""
    found = sql.execute("SELECT hash FROM audit WHERE seq = ?", (seq,)).fetchone()
    return f"{seq}:{found[0]}" if found else ""


def event(row: Sequence[object]) -> AuditEvent:
    """The entry of a row: at, staff, action, case_id, detail."""
    at, by, action, case, detail = row
    return AuditEvent(at=instant(int(str(at))), by=str(by), action=str(action), case=str(case), detail=str(detail))


def key_in(sql: Sql) -> None:
    """From the next entry on entries are sealed: the seal of what stands before, once in the life of a store."""
    store, _, _ = sql.execute(_KEYED).fetchone()
    seq, hash_ = sql.execute(_HEAD).fetchone() or (0, START)
    sql.execute(_KEY_IN, (seq + 1, _first(sql, store, seq, hash_)))


def keyed(sql: Sql) -> tuple[int, str]:
    """From which entry on they are sealed, and the seal before it. Raises sqlite errors on older tables."""
    _, since, by = sql.execute(_KEYED).fetchone()
    return since, by


def begun(sql: Sql) -> bool:
    """Whether an entry was ever sealed here."""
    return written(sql) >= keyed(sql)[0]


def written(sql: Sql) -> int:
    """How many entries were ever written, by the count that the database keeps of itself."""
    found = sql.execute(_WRITTEN).fetchone()
    return int(found[0]) if found else 0


def right_key(sql: Sql) -> bool:
    """Whether the connection's key is the one that this store's entries are sealed under."""
    store, since, by = sql.execute(_KEYED).fetchone()
    last = sql.execute("SELECT hash FROM audit WHERE seq = ?", (since - 1,)).fetchone()
    return hmac.compare_digest(by, _first(sql, store, since - 1, last[0] if last else START))


def newest_hold(sql: Sql) -> bool:
    """Whether the newest entries follow one another and none is missing at the end; older ones are not looked at."""
    rows = sql.execute(_NEWEST, (NEWEST + 1,)).fetchall()[::-1]
    if (rows[-1][0] if rows else 0) != written(sql) or not right_key(sql):
        return False
    since, first = keyed(sql)
    before = (0, START) if rows and rows[0][0] == 1 else None
    for seq, hash_, *rest in rows:
        if before and seq != before[0] + 1:
            return False
        previous = first if seq == since else before[1] if before else None
        if previous is not None and _hash(sql, previous, seq, rest, sealed_since=since) != hash_:
            return False
        before = (seq, hash_)
    return True


def in_clear(previous: str, row: Sequence[object]) -> str:
    """The hash of an entry of an earlier version, which is no seal."""
    return chain(previous, event(row))


def _hash(sql: Sql, previous: str, seq: int, rest: Sequence[object], *, sealed_since: int) -> str:
    if seq < sealed_since:
        return in_clear(previous, rest)
    return str(sql.execute(_SEAL, (previous, seq, *rest)).fetchone()[0])


def _first(sql: Sql, store: str, seq: int, hash_: str) -> str:
    return str(sql.execute(_SEAL, (hash_, seq, 0, "store", store, "", "")).fetchone()[0])
