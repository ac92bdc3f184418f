"""A place with a store and its mark, and visits that are received there."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.store.database import Database
from kiosk.store.losses import accept_loss
from kiosk.store.outbox import SqlOutbox
from kiosk.store.tickets import Tickets
from kiosk.store.vault import RootKey

KEY = RootKey(b"k" * 32)
NOW = dt.datetime(2026, 4, 20, 1, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 4, 20)
REASON = AuditEvent(at=NOW, by="office", action="accept-loss", detail="disk replaced")


class House:
    """A place with a store and its mark; `copy` is a second place for the mark."""

    def __init__(self, home: Path, *, copy: Path | None = None) -> None:
        self.home, self.data, self.mark, self.copy = home, home / "data", home / "kiosk.mark", copy

    def open(self, *, key: RootKey = KEY) -> Database:
        return Database.open(self.data, key=key, reserve_bytes=4096, mark=self.mark, mark_copy=self.copy)

    def visit(self, *, seconds: int = 0) -> str:
        """One visit is received and confirmed; its slip number."""
        database = self.open()
        slip = receive(database)
        confirm(database, seconds=seconds)
        database.close()
        return slip

    def refused(self, *, key: RootKey = KEY) -> str:
        with pytest.raises(SiteError) as caught:
            self.open(key=key).close()
        assert caught.value.what.endswith("。")
        assert caught.value.mend.endswith("。")
        return caught.value.code

    def accept(self) -> bool:
        return accept_loss(self.data, key=KEY, mark=self.mark, event=REASON, copy=self.copy)


def receive(database: Database) -> str:
    return Tickets(database).next(TODAY, now=NOW)


def confirm(database: Database, *, seconds: int = 0) -> None:
    SqlOutbox(database).accept(sample(1, clock=FixedClock(NOW + dt.timedelta(seconds=seconds)))[0])
