"""Keys for what residents make at home, sealed once more inside the encrypted file; and which of it was taken."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.vault import seal, unseal

_ALL = "SELECT kid, sealed, made_on, retired_on FROM preentry_key ORDER BY retired_on = '' DESC, made_on DESC, kid"
_ADD = "INSERT INTO preentry_key (kid, sealed, made_on, retired_on) VALUES (?, ?, ?, '')"
_RETIRE = "UPDATE preentry_key SET retired_on = ? WHERE retired_on = ''"
_FORGET = "DELETE FROM preentry_key WHERE retired_on <> '' AND retired_on < ?"
_SPEND = "INSERT OR IGNORE INTO preentry_spent (digest, spent_on) VALUES (?, ?)"
_FORGET_SPENT = "DELETE FROM preentry_spent WHERE spent_on < ?"


@dataclass(frozen=True)
class KeptKey:
    """A key as it is kept; `secret` are its bytes, empty when they cannot be unsealed."""

    kid: str
    secret: bytes = field(repr=False)
    made_on: dt.date
    retired_on: dt.date | None = None


class Preentries:
    """What the store knows of pre-entry. Days come from the caller; every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keys(self) -> tuple[KeptKey, ...]:
        """The key in use first, then earlier ones, the newest first."""
        return tuple(self._kept(*row) for row in self._database.read(_ALL))

    def _kept(self, kid: str, sealed: bytes, made_on: str, retired_on: str) -> KeptKey:
        secret = unseal(self._database.vault.preentry_key, sealed, bound_to=kid) or b""
        retired = dt.date.fromisoformat(retired_on) if retired_on else None
        return KeptKey(kid, secret, dt.date.fromisoformat(made_on), retired)

    def replace_key(self, kid: str, secret: bytes, *, on: dt.date, forget_before: dt.date) -> None:
        """A new key is in use from now on; the one before is retired, and those retired before a day are gone."""
        sealed = seal(self._database.vault.preentry_key, secret, bound_to=kid)
        self._database.change(_replacing(kid, sealed, on=on, forget_before=forget_before))

    def spend(self, digest: str, *, on: dt.date, forget_before: dt.date) -> bool:
        """Note that a message was taken; False when it was before. What was noted before a day is forgotten."""

        def work(sql: Sql) -> bool:
            sql.execute(_FORGET_SPENT, (forget_before.isoformat(),))
            return bool(sql.execute(_SPEND, (digest, on.isoformat())).rowcount)

        return self._database.change(work)


def _replacing(kid: str, sealed: bytes, *, on: dt.date, forget_before: dt.date) -> Callable[[Sql], None]:
    def work(sql: Sql) -> None:
        sql.execute(_FORGET, (forget_before.isoformat(),))
        sql.execute(_RETIRE, (on.isoformat(),))
        sql.execute(_ADD, (kid, sealed, on.isoformat()))

    return work
