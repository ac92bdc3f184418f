"""The process that is killed: forks a worker per order, which says what it has finished until SIGKILL meets it.

Orders come as JSON lines: {"work", "store", "target", "at"}. Answers: `pid N`, `ack ID` after a return, `dead STATUS`.
"""

import datetime as dt
import json
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.flow.clock import FixedClock
from kiosk.model.parcel import DeliveryFailed
from kiosk.store.database import Database
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.vault import RootKey
from tests.crash.real_cases import cases, folder

KEY = RootKey(b"k" * 32)
NAMES = ("d0", "d1", "d2")
LEASE = dt.timedelta(seconds=30)

Order = dict[str, Any]


def say(*words: object) -> None:
    """One line, written at once: a kill cannot hold it back."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def opened(order: Order) -> tuple[SqlOutbox, FixedClock]:
    database = Database.open(Path(order["store"]), key=KEY, reserve_bytes=4096)
    return SqlOutbox(database), FixedClock(dt.datetime.fromisoformat(order["at"]))


def confirm(order: Order) -> None:
    """Accept one made-up case after another."""
    outbox, clock = opened(order)
    while True:
        (confirmation,) = cases(1, clock=clock)
        outbox.accept(confirmation)
        say("ack", confirmation.case)


def deliver(order: Order) -> None:
    """Deliver whatever is due, then wait for the kill."""
    for message in delivered(order):
        say("ack", message)
    signal.pause()


def drain(order: Order) -> None:
    """Deliver whatever is due and end."""
    for message in delivered(order):
        say("ack", message)


def delivered(order: Order) -> Iterator[object]:
    """The courier's loop; yields a message after its receipt is recorded."""
    relay = RelayLock.acquire(Path(order["store"]))
    outbox, clock = opened(order)
    outbox.take_over(relay, now=clock.now())
    destination = folder(Path(order["target"]))
    for name in NAMES:
        while lease := outbox.claim(name, now=clock.now(), lease=LEASE):
            answer = destination.deliver(lease.parcel)
            if isinstance(answer, DeliveryFailed):
                raise RuntimeError(answer.code)
            if outbox.settle(lease, answer, now=clock.now()):
                yield lease.parcel.message


WORK = {"confirm": confirm, "deliver": deliver, "drain": drain}


def work(order: Order) -> int:
    try:
        WORK[order["work"]](order)
    except BaseException:  # noqa: BLE001  # the fork must not fall back into the loop of its parent
        traceback.print_exc()
        return 1
    return 0


def main() -> None:
    for line in sys.stdin:
        worker = os.fork()
        if worker == 0:
            os._exit(work(json.loads(line)))
        say("pid", worker)
        _, status = os.waitpid(worker, 0)
        say("dead", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
