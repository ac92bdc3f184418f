"""How long it takes to prove that a million entries of the audit record are as they were written."""

from collections.abc import Iterator
from functools import partial

from kiosk.bench.row import Row, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.model.errors import Defect
from kiosk.store import entries
from kiosk.store.audit import AuditLog
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.vault import KEY_BYTES, RootKey

ENTRIES = 1_000_000
_DETAIL = "to=1 P01 r1 sha256:b7b4711ffd55886d957f85f1725f0a8bf0ac38bd29cde202ebcbd9e050c66adc"
_CASE = "01a21f1a-a4ea-79fa-90d8-c498e4c33d67"
_INSERT = f"INSERT INTO audit ({entries.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - no value in it


def auditing(subject: Subject, effort: Effort) -> list[Row]:
    """The whole chain once, page by page, in an encrypted store."""
    count = effort.times(ENTRIES, 2_000)
    database = Database.open(subject.folder / "audited", key=RootKey(bytes(KEY_BYTES)), reserve_bytes=4096)
    database.change(partial(_fill, database.vault.audit_key, count))
    took = effort.repeat(partial(_verify, AuditLog(database)), times=1, warm=0, every=1)
    database.close()
    row = Row(
        name="audit.verify_s",
        label=f"監査記録{count:,}件の検証",
        value=took.median / 1000,
        unit="秒",
        compared_with="every seal reckoned anew, entries as deliveries write them",
    )
    return [within(10, row, beside=took.beside)]


def _verify(log: AuditLog) -> None:
    if log.verify_chain() is not None:
        raise Defect("a record of our own is not whole")


def _fill(key: bytes, count: int, sql: Sql) -> None:
    sql.executemany(_INSERT, _chained(key, count, entries.keyed(sql)[1]))


def _chained(key: bytes, count: int, before: str) -> Iterator[tuple[object, ...]]:
    for seq in range(1, count + 1):
        words = ("courier", "deliver", _CASE, _DETAIL)
        before = entries.sealed(key, before, seq, seq, *words)
        yield (seq, before, seq, *words)
