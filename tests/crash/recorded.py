"""A worker whose writes are recorded: founds a store, confirms and delivers, and says what it has finished.

`python -m tests.crash.recorded WORK HOME CONTROL`: WORK is confirm or deliver. CONTROL takes one protection away, to
prove that a replay would notice: "normal" (SQLite does not force every commit), "names" (no folder is forced to the
device), or "" for the program as it is.
"""

import datetime as dt
import os
import sys
from pathlib import Path

from kiosk import durable
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.flow.clock import FixedClock
from kiosk.model.errors import SiteError
from kiosk.model.parcel import DeliveryFailed
from kiosk.store import connection, database, founding, vault
from kiosk.store.database import Database
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from tests.crash.real_cases import cases, folder

NOW = dt.datetime(2026, 4, 1, 0, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=30)
CASES = 3
TARGET = "target"


def opened(home: Path) -> Database:
    """The store of a home, founded with its key when there is none."""
    key = vault.load_root_key(home / "root.key", environ={})
    return Database.open(home / "store", key=key, reserve_bytes=4096)


def say(word: object) -> None:
    """Written at once, so that it stands in the recording where it happened."""
    os.write(1, f"ack {word}\n".encode())


def confirm(home: Path) -> None:
    """Accept one made-up case after another."""
    outbox = SqlOutbox(opened(home))
    for confirmation in cases(CASES, clock=FixedClock(NOW)):
        outbox.accept(confirmation)
        say(confirmation.case)


def deliver(home: Path) -> None:
    """Deliver whatever is due."""
    outbox, now = SqlOutbox(opened(home)), NOW + LEASE
    outbox.take_over(RelayLock.acquire(home / "store"), now=now)
    destination = folder(home / TARGET)
    for name in ("d0", "d1", "d2"):
        while lease := outbox.claim(name, now=now, lease=LEASE):
            answer = destination.deliver(lease.parcel)
            if isinstance(answer, DeliveryFailed):
                raise SiteError(answer.code, what=answer.detail, mend="")
            if outbox.settle(lease, answer, now=now):
                say(lease.parcel.message)


def weaken(control: str) -> None:
    """Take a protection away."""
    if control == "normal":
        settings = (setting.replace("synchronous=FULL", "synchronous=NORMAL") for setting in connection._SETTINGS)
        vars(connection)["_SETTINGS"] = tuple(settings)
        connection._EXPECTED["synchronous"] = 1
    if control == "names":
        for module in (durable, founding, vault):
            vars(module)["flush"] = lambda _folder: None
        vars(database)["make_folder"] = vars(vault)["make_folder"] = lambda path: path.mkdir(
            parents=True, exist_ok=True
        )
        setattr(LocalDisk, "settle", lambda _self, _folder: None)  # noqa: B010 - the control is that it is gone


if __name__ == "__main__":
    weaken(sys.argv[3])
    try:
        {"confirm": confirm, "deliver": deliver}[sys.argv[1]](Path(sys.argv[2]))
    except SiteError as error:
        os.write(1, f"trouble {error.code}\n".encode())
        sys.exit(3)
