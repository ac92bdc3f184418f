"""消去: a case becomes unreadable for good, in this file and in what could be found of it."""

import uuid
from collections.abc import Iterable

from kiosk.model.audit import AuditEvent
from kiosk.store import entries, kept, keys, sharing
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import micros
from kiosk.store.vault import Vault, seal, unseal

_IDLE = """
SELECT EXISTS (SELECT 1 FROM case_key WHERE case_id = :case) AND NOT EXISTS (
  SELECT 1 FROM outbox JOIN delivery USING (seq) WHERE outbox.case_id = :case
    AND state IN ('ready', 'leased', 'held', 'relayed'))
"""
_ENDED = "UPDATE answer SET closed_at = ?, closed_by = ? WHERE case_id = ? AND closed_at = 0"
"""What a receiver wants of a case that nobody can read any more is nobody's to do."""

_WRAPPED = (
    (
        "SELECT case_id, wrapped FROM case_key",
        "UPDATE case_key SET generation = ?, wrapped = ? WHERE case_id = ?",
        "DELETE FROM case_key WHERE generation = ?",
    ),
    (
        "SELECT case_id, wrapped FROM draft",
        "UPDATE draft SET generation = ?, wrapped = ? WHERE case_id = ?",
        "DELETE FROM draft WHERE generation = ?",
    ),
    (
        "SELECT name, wrapped FROM residents",
        "UPDATE residents SET generation = ?, wrapped = ? WHERE name = ?",
        "DELETE FROM residents WHERE generation = ?",
    ),
)


def shred(database: Database, cases: Iterable[uuid.UUID], *, event: AuditEvent) -> tuple[uuid.UUID, ...]:
    """Make cases unreadable for good: delete their keys and change the key that wrapped them; one rotation for all.

    Only cases with nothing ready, leased, held or in a hub are shredded; those are returned. `event` is written once
    per case. Raises SiteError.
    """

    def work(sql: Sql) -> tuple[uuid.UUID, ...]:
        idle = tuple(case for case in cases if sql.execute(_IDLE, {"case": str(case)}).fetchone()[0])
        for case in idle:
            sql.execute("DELETE FROM case_key WHERE case_id = ?", (str(case),))
            sql.execute("DELETE FROM draft WHERE case_id = ?", (str(case),))
            sql.execute("DELETE FROM printed WHERE case_id = ?", (str(case),))
            sql.execute("DELETE FROM guide_row WHERE case_id = ?", (str(case),))
            sql.execute("UPDATE answer SET sealed = x'' WHERE case_id = ?", (str(case),))
            sql.execute(_ENDED, (micros(event.at), event.by, str(case)))
            sql.execute("UPDATE outbox SET ciphertext = x'' WHERE case_id = ?", (str(case),))
            kept.forget(sql, str(case))
            sharing.give_up(sql, str(case), sharing.ERASED)
        entries.write(sql, (event.model_copy(update={"case": str(case)}) for case in idle))
        if idle:
            kept.tidy(sql)
            rotate(sql, database.vault)
        return idle

    shredded = database.change(work)
    if shredded:
        database.forget_copies()
    return shredded


def rotate(sql: Sql, vault: Vault) -> None:
    """Wrap every remaining key anew under the next generation and forget the old one."""
    old, old_salt = sql.execute(keys.CURRENT).fetchone()
    new, new_salt = old + 1, keys.new_key()
    sql.execute("INSERT INTO kek (generation, salt) VALUES (?, ?)", (new, new_salt))
    for select, update, forget in _WRAPPED:
        wrapping_key, renewed = vault.wrapping_key(old_salt), vault.wrapping_key(new_salt)
        for owner, wrapped in sql.execute(select).fetchall():
            key = unseal(wrapping_key, wrapped, bound_to=f"{owner}/{old}")
            if key is not None:
                sql.execute(update, (new, seal(renewed, key, bound_to=f"{owner}/{new}"), owner))
        sql.execute(forget, (old,))
    sql.execute("DELETE FROM kek WHERE generation = ?", (old,))
