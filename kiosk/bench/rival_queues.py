"""Queues on SQLite by others, to take from and to acknowledge: each commits with the disk as our store does."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NAMES = ("huey", "persist-queue")
_FILL_HUEY = "INSERT INTO task (queue, data, priority) VALUES ('bench', ?, 0)"
_FILL_ACK = "INSERT INTO ack_queue_default (data, timestamp, status) VALUES (?, 0, 0)"


@dataclass(frozen=True)
class Queue:
    """One thing is taken and acknowledged by `take`; `close` lets the file go."""

    take: Callable[[], object]
    close: Callable[[], object]


def queue(name: str, folder: Path, *, first: list[bytes], behind: int) -> Queue | None:
    """A queue with `first` in front and `behind` small things after it; None where it is not installed."""
    folder.mkdir(parents=True)
    match name:
        case "huey" if find_spec("huey") is not None:
            return _huey(folder, first, behind)
        case "persist-queue" if find_spec("persistqueue") is not None:
            return _persist(folder, first, behind)
    return None


def _huey(folder: Path, first: list[bytes], behind: int) -> Queue:
    """What was taken is gone: it knows no acknowledgement, so a crash after it loses the thing."""
    from huey.storage import SqliteStorage

    made: SqliteStorage = SqliteStorage("bench", filename=str(folder / "huey.db"), fsync=True)
    _fill(made.conn, _FILL_HUEY, first, behind)
    return Queue(made.dequeue, made.close)


def _persist(folder: Path, first: list[bytes], behind: int) -> Queue:
    """Taken, then acknowledged, each a transaction; as a queue of one process, which is its fastest way."""
    from persistqueue import SQLiteAckQueue
    from persistqueue.serializers import pickle

    made: SQLiteAckQueue = SQLiteAckQueue(str(folder), auto_commit=True, auto_resume=False)
    _fill(made._conn, _FILL_ACK, [pickle.dumps(each) for each in first], behind, small=pickle.dumps(b"x" * 100))  # noqa: SLF001 - a million puts of its own would each wait for the disk
    made.total = len(first) + behind

    def take() -> None:
        made.ack(made.get(block=False))

    return Queue(take, made.close)


def _fill(sql: Any, statement: str, first: list[bytes], behind: int, *, small: bytes = b"x" * 100) -> None:
    with suppress(Exception):
        sql.rollback()
    sql.execute("BEGIN")
    sql.executemany(statement, ((each,) for each in first))
    sql.executemany(statement, ((small,) for _ in range(behind)))
    sql.execute("COMMIT")
