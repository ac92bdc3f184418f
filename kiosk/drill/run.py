"""The drill itself: processes are forked, killed at chance moments and begun anew; then everything may finish."""

import os
import select
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kiosk.drill.certificate import Certificate, certify
from kiosk.drill.chance import Chance
from kiosk.drill.parties import WORK, Room, deliver
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.receiver import certificate
from kiosk.exchange.receiver.server import Receiver
from kiosk.flow.clock import SystemClock
from kiosk.store.holding import Holding
from kiosk.store.outbox import SqlOutbox
from kiosk.store.vault import KEY_BYTES, RootKey

PARTIES = ("窓口", "窓口", "送付係", "送付係", "受け取り側")
_LEAST, _MOST = 0.02, 0.5
_FINISH = 120.0
"""Seconds after which what has not arrived is told as lost."""

Told = Callable[[float, int], None]


def run(folder: Path, *, seconds: float, seed: str, formats: Formats, told: Told) -> Certificate:
    """A drill in an empty folder; `told` hears the seconds gone and how many were killed. Raises SiteError, OSError."""
    room = _room(folder, formats)
    chance, kills = Chance(seed), Counter[str]()
    workers = {slot: _begin(name, room, f"{seed}/{slot}/0") for slot, name in enumerate(PARTIES)}
    began, number = time.monotonic(), 0
    try:
        while (gone := time.monotonic() - began) < seconds:
            told(gone, kills.total())
            select.select([], [], [], chance.between(_LEAST, _MOST))
            slot, number = int(chance() * len(PARTIES)), number + 1
            _kill(workers.pop(slot))
            kills[PARTIES[slot]] += 1
            workers[slot] = _begin(PARTIES[slot], room, f"{seed}/{slot}/{number}")
    finally:
        for worker in workers.values():
            _kill(worker)
    _finish(room, Chance(f"{seed}/end"))
    return certify(room, seed=seed, seconds=seconds, kills=kills)


def _room(folder: Path, formats: Formats) -> Room:
    certificate.make(folder, now=SystemClock().now())
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    room = Room(folder, RootKey(os.urandom(KEY_BYTES), audit=os.urandom(KEY_BYTES)), formats, port)
    room.received.mkdir()
    room.outgoing.mkdir()
    room.store().close()
    return room


def _begin(name: str, room: Room, seed: str) -> int:
    """A process of its own: it does its work until it is killed, and nothing of ours after it."""
    worker = os.fork()
    if worker:
        return worker
    status = 1
    try:
        WORK[name](room, Chance(seed))
        status = 0
    finally:
        os._exit(status)


def _kill(worker: int) -> None:
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


def _finish(room: Room, chance: Chance) -> None:
    """Everybody behaves: deliver until nothing waits, or for as long as anybody would look."""
    until, clock = time.monotonic() + _FINISH, SystemClock()
    with Receiver(room.received, port=room.port, certificate=room.certificate):
        while time.monotonic() < until:
            database = room.store()
            Holding(database).hasten(now=clock.now())
            pending = SqlOutbox(database).count(clock.now()).pending
            database.close()
            if not pending:
                return
            deliver(room, chance, once=True)
