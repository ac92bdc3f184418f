"""The process that is killed: forks a worker per order, which says what it has finished until SIGKILL meets it.

Orders come as JSON lines: {"work", "store", "target", "at"}. Answers: `pid N`, `ack ID` after a return, `dead STATUS`.
The work "visit" gives `kiosk confirm` itself again and again; "point" names a step before or after which it is killed.
"""

import contextlib
import datetime as dt
import io
import json
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from kiosk.cli import cases as cases_command
from kiosk.delivery.confirm import Confirmer
from kiosk.flow.clock import FixedClock
from kiosk.model.parcel import DeliveryFailed
from kiosk.store.database import Database
from kiosk.store.drafts import Drafts
from kiosk.store.outbox import SqlOutbox
from kiosk.store.relay import RelayLock
from kiosk.store.tickets import Tickets
from kiosk.store.vault import RootKey
from tests.crash import places
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


def visit(order: Order) -> None:
    """The real command, until the kill; whatever it tells people is acknowledged."""
    os.environ["KIOSK_HOME"] = order["store"]
    sys.stdout = Telling()
    if order.get("point"):
        die_at(*POINTS[order["point"]])
    for _ in range(int(order.get("times", 1_000))):
        with contextlib.suppress(typer.Exit):
            cases_command.confirm(VISIT)


def at_place(order: Order) -> None:
    """Deliver to a place again and again; each receipt is acknowledged."""
    make = {"objects": places.objects, "printer": places.printer}[order["work"]]
    while True:
        for message in places.deliver(make(Path(order["store"]), order["target"]), int(order["count"])):
            say("ack", message)


def robot(order: Order) -> None:
    """The robot at its folder, until the kill."""
    while True:
        if places.play(Path(order["target"])):
            say("ack", "played")


class Telling(io.StringIO):
    """Standard output: the slip number that somebody has just read."""

    def write(self, text: str) -> int:
        if text.startswith("受付番号 "):
            say("ack", text.split()[1].removesuffix(":"))
        return len(text)


def die_at(owner: type, name: str, before: bool) -> None:
    """SIGKILL right before or right after a step."""
    real = getattr(owner, name)

    def last(*arguments: Any, **named: Any) -> object:
        done = None if before else real(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)
        return done

    setattr(owner, name, last)


WORK = {"confirm": confirm, "deliver": deliver, "drain": drain, "visit": visit}
WORK |= {"objects": at_place, "printer": at_place, "robot": robot}
VISIT = Path(__file__).resolve().parents[2] / "forms" / "personas" / "setai_kosodate.toml"
POINTS = {
    "slip given": (Tickets, "next", False),
    "draft begun": (Drafts, "save", True),
    "draft kept": (Drafts, "save", False),
    "records begun": (Confirmer, "assemble", True),
    "records made": (Confirmer, "assemble", False),
    "accepted": (SqlOutbox, "accept", False),
    "told": (Drafts, "drop", True),
    "done": (Drafts, "drop", False),
}


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
