"""What it costs to open the store of a counter that has taken thousands of visits, and to compare its mark outside."""

import shutil
from functools import partial
from pathlib import Path

from kiosk.bench.handwritten import sample
from kiosk.bench.row import Row, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.flow.ports import Confirmation
from kiosk.store import keys
from kiosk.store.acceptance import accept
from kiosk.store.connection import Sql
from kiosk.store.database import NAME, Database
from kiosk.store.sealing import seal_parcel
from kiosk.store.vault import KEY_BYTES, RootKey, Vault

VISITS, PARCELS, RECORD_BYTES = 2000, 10, 4096
_TICK = 0.001  # ms: the difference of two medians can lie below nothing
_KEY, _RESERVE = RootKey(bytes(KEY_BYTES)), 4096


def full_store(subject: Subject, effort: Effort) -> list[Row]:
    """Opening and closing it, and how much more that takes where a mark outside the folder is compared; in turns."""
    plain, marked = subject.folder / "store" / "plain", subject.folder / "store" / "marked"
    count = effort.times(VISITS, 20)
    _fill(plain, sample(count, clock=subject.program.clock, parcels=PARCELS, record_bytes=RECORD_BYTES))
    shutil.copytree(plain, marked)
    mark = marked.parent / "kiosk.mark"
    sides = {"plain": partial(_open, plain), "marked": partial(_open, marked, mark=mark)}
    took, beside = effort.turns(sides, times=effort.times(20))
    size = sum(file.stat().st_size for file in plain.glob(f"{NAME}*")) // 1_000_000
    opened = Row(
        name="store_open_ms",
        label=f"受付{count}件の保存場所を開く",
        value=took["plain"],
        unit="ms",
        compared_with=f"{count * PARCELS} parcels, {size} MB",
    )
    compared = Row(
        name="store_mark_ms",
        label="目印（kiosk.mark）との照合",
        value=max(_TICK, took["marked"] - took["plain"]),
        unit="ms",
        compared_with="opening the same store with the mark, less opening it without",
    )
    return [within(50, opened, beside=beside), within(20, compared, beside=beside)]


def _fill(folder: Path, confirmations: tuple[Confirmation, ...]) -> None:
    """All of them in one transaction: it is the opening that is measured."""
    database = Database.open(folder, key=_KEY, reserve_bytes=_RESERVE)
    database.change(partial(_accept, database.vault, confirmations))
    database.close()


def _accept(vault: Vault, confirmations: tuple[Confirmation, ...], sql: Sql) -> None:
    for each in confirmations:
        key = keys.new_key()
        accept(sql, vault, each, key=key, sealed=[seal_parcel(vault, parcel, key=key) for parcel in each.parcels])


def _open(folder: Path, *, mark: Path | None = None) -> None:
    Database.open(folder, key=_KEY, reserve_bytes=_RESERVE, mark=mark).close()
