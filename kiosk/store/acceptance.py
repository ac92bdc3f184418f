"""The moment of 確認: everything one confirmation writes, in one transaction."""

import uuid
from collections.abc import Iterable, Mapping, Sequence

from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.case import CaseState
from kiosk.model.errors import Defect
from kiosk.model.parcel import Parcel
from kiosk.store import entries, follow_ups, guides, keys, withdrawing
from kiosk.store import kept as kept_cases
from kiosk.store.connection import Sql
from kiosk.store.instants import micros
from kiosk.store.sealing import SealedParcel, seal_parcel
from kiosk.store.vault import Vault

INSERT_CASE = """
INSERT INTO cases (id, slip, event, state, confirmed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
"""
INSERT_DESTINATION = """
INSERT INTO destination (name, kind, ordered, paused, breaker_until) VALUES (?, '', 1, 0, 0)
ON CONFLICT (name) DO NOTHING
"""
INSERT_OUTBOX = """
INSERT INTO outbox (message, case_id, destination, order_key, kind, revision, schema_version, content_type,
                    digest, created_at, ciphertext) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_DELIVERY = """
INSERT INTO delivery (seq, destination, order_key, state, next_at, created_at, changed_at, entry)
SELECT seq, destination, order_key, 'ready', :at, :at, :at, :entry FROM outbox
WHERE case_id = :case AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.seq = outbox.seq) ORDER BY seq
"""
_SUPERSEDE = """
UPDATE delivery SET state = 'skipped', last_code = 'superseded', changed_at = :now
WHERE state = 'held' AND seq IN (SELECT seq FROM outbox WHERE case_id = :case AND destination = :destination
  AND kind = :kind AND revision < :revision)
"""
SELECT_SEALED = """
SELECT message, case_id, destination, order_key, kind, revision, schema_version, digest, ciphertext FROM outbox
"""


def accept(sql: Sql, vault: Vault, confirmation: Confirmation, *, key: bytes, sealed: Iterable[SealedParcel]) -> None:
    """Write a confirmation inside the caller's transaction. `sealed` are its parcels under `key`, made beforehand.

    A case that is already there keeps its own key; only messages not yet there are added, and nothing at all is written
    when there are none. Raises Defect when a message that is there says something else.
    """
    at, case = micros(confirmation.at), str(confirmation.case)
    row = (case, confirmation.slip, confirmation.event, CaseState.CONFIRMED.value, at)
    first = sql.execute(INSERT_CASE, row).rowcount == 1
    if first:
        keys.store_case_key(sql, vault, key, case=confirmation.case)
        follow_ups.add(sql, case, confirmation.later, at=at)
    else:
        if confirmation.never_sent is not None:
            withdrawing.withdraw(sql, case, confirmation.never_sent, at=at)
        unknown = _not_yet_there(sql, vault, confirmation)
        if not unknown and not _corrects(sql, confirmation):
            return
        _supersede(sql, unknown, at=at)
        key = _key_again(sql, vault, confirmation.case)
        sealed = [seal_parcel(vault, parcel, key=key) for parcel in unknown]
    gone = guides.put(sql, case, confirmation.guide) if confirmation.guide or not first else ()
    if confirmation.kept is not None:
        kept_cases.keep(sql, vault, case, confirmation.kept, key=key)
    entry = entries.write(sql, (*confirmation.audit, *_fell_away(confirmation, gone)))
    _insert(sql, list(sealed), {"case": case, "at": at, "entry": entry})


def _fell_away(confirmation: Confirmation, gone: Sequence[str]) -> tuple[AuditEvent, ...]:
    """What was done at its counter and is no part of the case any more stays on record."""
    by = next((event.by for event in confirmation.audit), "")
    said = {"at": confirmation.at, "by": by, "case": str(confirmation.case), "detail": " ".join(gone)}
    return (AuditEvent(action="guide-gone", **said),) if gone else ()


def _corrects(sql: Sql, confirmation: Confirmation) -> bool:
    """Whether it is a later revision than any that was accepted."""
    kept = confirmation.kept
    return kept is not None and kept.revision > kept_cases.newest_revision(sql, str(confirmation.case))


def _supersede(sql: Sql, parcels: Iterable[Parcel], *, at: int) -> None:
    """What is still held of an application is never sent: its next revision takes its place."""
    for parcel in parcels:
        values = {"case": str(parcel.case), "destination": parcel.destination, "kind": parcel.kind, "now": at}
        sql.execute(_SUPERSEDE, {**values, "revision": parcel.revision})


def _insert(sql: Sql, sealed: list[SealedParcel], values: Mapping[str, object]) -> None:
    sql.executemany(INSERT_DESTINATION, [(name,) for name in {parcel.destination for parcel in sealed}])
    sql.executemany(INSERT_OUTBOX, [parcel.outbox_row(values["at"]) for parcel in sealed])
    sql.execute(INSERT_DELIVERY, values)


def _not_yet_there(sql: Sql, vault: Vault, confirmation: Confirmation) -> list[Parcel]:
    rows = sql.execute(f"{SELECT_SEALED} WHERE case_id = ?", (str(confirmation.case),)).fetchall()
    there = {row[0]: SealedParcel(*row) for row in rows}
    key = keys.case_key(sql, vault, case=str(confirmation.case))
    unknown = []
    for parcel in confirmation.parcels:
        written = there.get(str(parcel.message))
        if written is None:
            unknown.append(parcel)
        elif key is not None and written.open(key) not in (parcel, None):
            raise Defect("a message id was used again for another content; a change needs a new revision")
    return unknown


def _key_again(sql: Sql, vault: Vault, case: uuid.UUID) -> bytes:
    """The key the case has, or a new one when the case was shredded meanwhile."""
    key = keys.case_key(sql, vault, case=str(case))
    if key is None:
        key = keys.new_key()
        keys.store_case_key(sql, vault, key, case=case)
    return key
