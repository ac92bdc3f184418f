"""Taking from the outbox and acknowledging, while a million parcels are in it, and beside queues on SQLite by others.

Each side commits to the disk before it goes on. Ours decrypts what it takes, writes the attempt and an entry of the
audit record, and knows the order of a household; the others do none of that, and are given their best case: nothing
in their files but what still waits.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from kiosk.bench.handwritten import sample
from kiosk.bench.rival_queues import NAMES, queue
from kiosk.bench.row import Row, absent, at_least, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Work
from kiosk.delivery.courier import LEASE
from kiosk.flow.clock import Clock
from kiosk.flow.ports import Confirmation
from kiosk.model.errors import Defect
from kiosk.model.parcel import Receipt
from kiosk.store import keys
from kiosk.store.acceptance import accept
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.outbox import SqlOutbox
from kiosk.store.sealing import seal_parcel
from kiosk.store.vault import KEY_BYTES, RootKey, Vault

FULL, FEW, BLOCK, ROUNDS, RECORD_BYTES = 1_000_000, 1_000, 20, 20, 4096
PLACE = "d0"
_THEIRS = "plain SQLite, no order, no audit record; each waits for the disk as ours does"
_KEY, _RESERVE = RootKey(bytes(KEY_BYTES)), 4096
_RECEIPT = Receipt(reference="sha256:0", acknowledged=True)
_CASE = "INSERT INTO cases (id, slip, event, state, confirmed_at) VALUES (?, '', '', 'confirmed', ?)"
_OUTBOX = """
INSERT INTO outbox (message, case_id, destination, order_key, kind, revision, schema_version, content_type, digest,
  created_at, ciphertext) VALUES (?, ?, 'd0', ?, 'P01', 1, '1', '', '', 0, zeroblob(200))
"""
_DELIVERY = """
INSERT INTO delivery (seq, destination, order_key, state, next_at, created_at, changed_at, entry)
SELECT seq, destination, order_key, ?, 1, 0, 0, 1 FROM outbox WHERE case_id = ?
"""


def queues(subject: Subject, effort: Effort) -> list[Row]:
    """Blocks of taken and acknowledged parcels, all sides taking turns; ratios of how many in the same time."""
    count, few, block = effort.times(FULL, 2_000), effort.times(FEW, 200), effort.times(BLOCK, 5)
    rounds = effort.times(ROUNDS)
    made = sample((rounds + 1) * block, clock=subject.program.clock, parcels=1, record_bytes=RECORD_BYTES)
    with ExitStack() as closing:
        sides: dict[str, Work] = {}
        for name, total in (("few", few), ("full", count)):
            database = _filled(subject.folder / "queues" / name, made, total=max(total, len(made)))
            closing.callback(database.close)
            sides[name] = partial(_block, SqlOutbox(database), subject.program.clock, block)
        content = [parcel.record for each in made for parcel in each.parcels]
        for name in NAMES:
            other = queue(name, subject.folder / "queues" / name, first=content, behind=count - len(content))
            if other is not None:
                closing.callback(other.close)
                sides[name] = partial(_taken, other.take, block)
        took, beside = effort.turns(sides, times=rounds)
    return list(_rows(took, beside, count=count, few=few, block=block))


def _rows(took: dict[str, float], beside: float, *, count: int, few: int, block: int) -> Iterator[Row]:
    said = f"{block} taken, each with its receipt, attempt and audit entry"
    rate = Row(name="outbox.claim_ms", label=f"送付待ち{count:,}件: 取り出しと受領の記録（1件）", value=0, unit="ms")
    found = rate.model_copy(update={"value": took["full"] / block, "compared_with": said})
    yield information(found, beside=beside)
    label = f"送付待ち{count:,}件と{few:,}件の速さの比"
    with_ = f"a store with {few:,} parcels"
    flat = Row(name="outbox.flat_ratio", label=label, value=took["few"] / took["full"], unit="倍", compared_with=with_)
    yield at_least(0.8, flat)
    for name in NAMES:
        row = Row(name=f"outbox.vs_{name}_ratio", label=f"送付待ち{count:,}件: {name} との速さの比", value=0, unit="倍")
        if name not in took:
            yield absent(row)
            continue
        update = {
            "value": took[name] / took["full"],
            "compared_with": _THEIRS,
        }
        yield information(row.model_copy(update=update))


def _block(outbox: SqlOutbox, clock: Clock, count: int) -> None:
    for _ in range(count):
        lease = outbox.claim(PLACE, now=clock.now(), lease=LEASE)
        if lease is None or not outbox.settle(lease, _RECEIPT, now=clock.now()):
            raise Defect("a parcel of the measured outbox was not taken")


def _taken(take: Work, count: int) -> None:
    for _ in range(count):
        take()


def _filled(folder: Path, made: tuple[Confirmation, ...], *, total: int) -> Database:
    """A store: half of what is not taken was acknowledged long ago, then what will be taken, then what waits."""
    database = Database.open(folder, key=_KEY, reserve_bytes=_RESERVE)
    database.change(partial(_fill, database.vault, made, total - len(made)))
    return database


def _fill(vault: Vault, made: tuple[Confirmation, ...], others: int, sql: Sql) -> None:
    for each in made[:1]:
        _accept(vault, each, sql)  # the destination is known from here on
    _bulk(sql, "before", "acknowledged", others // 2)
    for each in made[1:]:
        _accept(vault, each, sql)
    sql.execute("UPDATE delivery SET next_at = 0 WHERE state = 'ready'")
    _bulk(sql, "behind", "ready", others - others // 2)


def _bulk(sql: Sql, case: str, state: str, count: int) -> None:
    sql.execute(_CASE, (case, 0))
    sql.executemany(_OUTBOX, ((f"{case}-{number}", case, f"{case}-{number // 4}") for number in range(count)))
    sql.execute(_DELIVERY, (state, case))


def _accept(vault: Vault, confirmation: Confirmation, sql: Sql) -> None:
    key = keys.new_key()
    sealed = [seal_parcel(vault, parcel, key=key) for parcel in confirmation.parcels]
    accept(sql, vault, confirmation, key=key, sealed=sealed)
