"""The keys of the cases: one per case, wrapped by a key that changes when a case is shredded."""

import os
import uuid

from kiosk.store.connection import Sql
from kiosk.store.vault import KEY_BYTES, Vault, seal, unseal

CURRENT = "SELECT generation, salt FROM kek ORDER BY generation DESC LIMIT 1"
_OF_CASE = """
SELECT case_key.wrapped, kek.generation, kek.salt FROM case_key JOIN kek USING (generation) WHERE case_key.case_id = ?
"""


def new_key() -> bytes:
    """A fresh data key."""
    return os.urandom(KEY_BYTES)


def wrap(sql: Sql, vault: Vault, key: bytes, *, owner: str) -> tuple[int, bytes]:
    """The generation and the data key wrapped by it, bound to its owner (a case id)."""
    generation, salt = sql.execute(CURRENT).fetchone()
    return generation, seal(vault.wrapping_key(salt), key, bound_to=f"{owner}/{generation}")


def unwrap(vault: Vault, wrapped: bytes, *, owner: str, generation: int, salt: bytes) -> bytes | None:
    """The data key, or None when it was tampered with."""
    return unseal(vault.wrapping_key(salt), wrapped, bound_to=f"{owner}/{generation}")


def store_case_key(sql: Sql, vault: Vault, key: bytes, *, case: uuid.UUID) -> None:
    """Keep a new case's key."""
    generation, wrapped = wrap(sql, vault, key, owner=str(case))
    sql.execute(
        "INSERT INTO case_key (case_id, generation, wrapped) VALUES (?, ?, ?)", (str(case), generation, wrapped)
    )


def case_key(sql: Sql, vault: Vault, *, case: str) -> bytes | None:
    """A case's key; None when it was shredded or tampered with."""
    row = sql.execute(_OF_CASE, (case,)).fetchone()
    return row and unwrap(vault, row[0], owner=case, generation=row[1], salt=row[2])
