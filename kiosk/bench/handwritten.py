"""The rival of the store: the rows of a confirmation by hand-written SQL - sealed inside, sealed before, in clear."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from kiosk.bench.timing import milliseconds
from kiosk.flow.clock import Clock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.case import CaseState
from kiosk.model.parcel import Attachment, Parcel, message_id
from kiosk.store import entries, keys
from kiosk.store.acceptance import INSERT_DESTINATION
from kiosk.store.connection import Sql, connect, settle_in
from kiosk.store.database import Database
from kiosk.store.instants import micros
from kiosk.store.migrations import migrate
from kiosk.store.outbox import SqlOutbox
from kiosk.store.sealing import seal_parcel
from kiosk.store.vault import KEY_BYTES, RootKey, Vault, seal

Cells = tuple[object, ...]


@dataclass(frozen=True)
class PreparedCase:
    """The finished rows of one confirmation: everything encrypted and hashed before the clock starts."""

    case: Cells
    key: Cells
    parcels: tuple[tuple[Cells, str, str], ...]
    audit: tuple[Cells, ...]
    at: int


@dataclass(frozen=True)
class Writing:
    """Median milliseconds per case: our accept, and the same rows by hand-written SQL in three ways.

    `sealing` makes (encrypts, hashes) its rows inside the measured time as accept does; `encrypted` and `plain` were
    given finished rows, `plain` writes them to a file that is not encrypted.
    """

    cases: int
    accept: float
    sealing: float
    encrypted: float
    plain: float

    @property
    def sealing_ratio(self) -> float:
        """How many times the hand-written write that also seals our accept takes: the same work on both sides."""
        return self.accept / self.sealing

    @property
    def ratio(self) -> float:
        """How many times the hand-written encrypted write of finished rows our accept takes."""
        return self.accept / self.encrypted

    @property
    def plain_ratio(self) -> float:
        """How many times the hand-written write of finished rows without encryption our accept takes."""
        return self.accept / self.plain


class HandWriter:
    """Hand-written SQL with the same tables and settings; `key` None writes an unencrypted file."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    @classmethod
    def open(cls, file: Path, *, key: bytes | None, destinations: Sequence[str]) -> Self:
        """A new file at `file`, its destinations already known."""
        sql = connect(file, key=key, mode="rwc")
        settle_in(sql)
        entries.know(sql, bytes(KEY_BYTES))
        migrate(sql)
        for name in destinations:
            sql.execute(INSERT_DESTINATION, (name,))
        return cls(sql)

    def write(self, prepared: PreparedCase) -> None:
        """One case in one transaction."""
        execute = self._sql.execute
        execute("BEGIN IMMEDIATE")
        execute("INSERT INTO cases VALUES (?, ?, ?, ?, ?)", prepared.case)
        execute("INSERT INTO case_key VALUES (?, ?, ?)", prepared.key)
        for row, destination, order_key in prepared.parcels:
            seq = execute("INSERT INTO outbox VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid
            execute(
                "INSERT INTO delivery VALUES (?, ?, ?, 'ready', 0, ?, 0, '', '', ?, ?, 1, 0, 0)",
                (seq, destination, order_key, prepared.at, prepared.at, prepared.at),
            )
        for row in prepared.audit:
            execute("INSERT INTO audit VALUES (NULL, ?, ?, ?, ?, ?, ?)", row)
        execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._sql.close()


def sample(
    count: int, *, clock: Clock, parcels: int = 3, record_bytes: int = 4096, attachment_bytes: int = 0
) -> tuple[Confirmation, ...]:
    """Confirmations of made-up cases: `parcels` each, to the destinations d0, d1 and d2 in turn."""
    return tuple(_sample(clock, number, (parcels, record_bytes, attachment_bytes)) for number in range(count))


def _sample(clock: Clock, number: int, sizes: tuple[int, int, int]) -> Confirmation:
    case, (parcels, record_bytes, attachment_bytes) = clock.new_id(), sizes
    paper = Attachment(name="a.pdf", media_type="application/pdf", content=bytes(attachment_bytes), sha256="0" * 64)
    entry = AuditEvent(at=clock.now(), by="sample", action="confirmed", case=str(case), detail=str(parcels))
    made = tuple(
        Parcel(
            message=message_id(case, f"d{index % 3}", f"k{index}"),
            case=case,
            destination=f"d{index % 3}",
            kind=f"k{index}",
            order_key=str(case),
            schema_version="1",
            record=str(case).encode().ljust(record_bytes),
            attachments=(paper,) if attachment_bytes else (),
        )
        for index in range(parcels)
    )
    slip = f"S-{number:04}"
    return Confirmation(case=case, slip=slip, event="move", at=clock.now(), parcels=made, audit=(entry,))


def prepare(confirmations: Sequence[Confirmation], *, vault: Vault) -> tuple[PreparedCase, ...]:
    """The rows accept would write, for a database that is empty."""
    return tuple(map(Preparer(vault).rows, confirmations))


class Preparer:
    """Makes the rows of one confirmation after another; remembers where the audit chain stands."""

    def __init__(self, vault: Vault) -> None:
        self._vault, self._previous, self._number = vault, entries.START, 0

    def rows(self, confirmation: Confirmation) -> PreparedCase:
        """The rows accept would write next."""
        at, case, key = micros(confirmation.at), str(confirmation.case), keys.new_key()
        sealed = [seal_parcel(self._vault, parcel, key=key) for parcel in confirmation.parcels]
        wrapped = seal(self._vault.wrapping_key(bytes(KEY_BYTES)), key, bound_to=f"{case}/1")
        return PreparedCase(
            case=(case, confirmation.slip, confirmation.event, CaseState.CONFIRMED.value, at),
            key=(case, 1, wrapped),
            parcels=tuple((row.outbox_row(at), row.destination, row.order_key) for row in sealed),
            audit=tuple(map(self._entry, confirmation.audit)),
            at=at,
        )

    def _entry(self, event: AuditEvent) -> Cells:
        words = (event.by, event.action, event.case, event.detail)
        at, key = micros(event.at), self._vault.audit_key
        self._number += 1
        self._previous = entries.sealed(key, self._previous, self._number, at, *words)
        return (at, *words, self._previous)


def compare(folder: Path, confirmations: Sequence[Confirmation], *, key: RootKey) -> Writing:
    """Write every confirmation in the four ways, turn by turn, into fresh files in `folder`; see Writing."""
    vault, places = Vault(key), sorted({p.destination for c in confirmations for p in c.parcels})
    database = Database.open(folder / "accept", key=key, reserve_bytes=4096)
    sealing, raw, plain = (
        HandWriter.open(folder / f"{name}.db", key=secret, destinations=places)
        for name, secret in (
            ("sealing", vault.database_key),
            ("encrypted", vault.database_key),
            ("plain", None),
        )
    )
    outbox, preparer = SqlOutbox(database), Preparer(vault)
    took: tuple[list[float], ...] = ([], [], [], [])
    for turn, (confirmation, rows) in enumerate(zip(confirmations, prepare(confirmations, vault=vault), strict=True)):
        ways = (
            partial(outbox.accept, confirmation),
            partial(_sealed_and_written, sealing, preparer, confirmation),
            partial(raw.write, rows),
            partial(plain.write, rows),
        )
        for way in (*range(turn % 4, 4), *range(turn % 4)):  # nobody is always first after another's fsync
            took[way].append(milliseconds(ways[way]))
    for opened in (database, sealing, raw, plain):
        opened.close()
    return Writing(len(confirmations), *(statistics.median(values) for values in took))


def _sealed_and_written(writer: HandWriter, preparer: Preparer, confirmation: Confirmation) -> None:
    writer.write(preparer.rows(confirmation))
