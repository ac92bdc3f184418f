"""The drill itself: processes are forked, killed at chance moments and begun anew, or stopped for longer than a lease;
then everything may finish.
"""

import os
import select
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
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

PARTIES = ("窓口", "窓口", "送付係", "送付係", "受け取り側", "回線")
_LEAST, _MOST = 0.02, 0.5
_STOPPED, _SHORTEST, _LONGEST = 0.15, 0.1, 2.5
"""The share that is stopped and goes on instead of being killed, and for how many seconds at least and at most."""
_FINISH = 120.0
"""Seconds after which what has not arrived is told as lost."""

Told = Callable[[float, int], None]


def run(folder: Path, *, seconds: float, seed: str, formats: Formats, told: Told) -> Certificate:
    """A drill in an empty folder; `told` hears the seconds gone and how many were killed. Raises SiteError, OSError."""
    room = _room(folder, formats)
    chance, crew = Chance(seed), _Crew(room, seed)
    began = time.monotonic()
    try:
        while (gone := time.monotonic() - began) < seconds:
            told(gone, crew.kills.total())
            select.select([], [], [], chance.between(_LEAST, _MOST))
            crew.wake()
            slot = int(chance() * len(PARTIES))
            if chance() < _STOPPED:
                crew.stop(slot, chance.between(_SHORTEST, _LONGEST))
            else:
                crew.kill(slot)
    finally:
        crew.end()
    _finish(replace(room, line=0), Chance(f"{seed}/end"))
    return certify(room, seed=seed, seconds=seconds, kills=crew.kills, stops=crew.stops)


class _Crew:
    """A process for each party; one that is killed is begun anew."""

    def __init__(self, room: Room, seed: str) -> None:
        self._room, self._seed, self._number = room, seed, 0
        self.kills, self.stops = Counter[str](), Counter[str]()
        self._asleep: dict[int, float] = {}
        self._workers = {slot: self._begin(slot) for slot in range(len(PARTIES))}

    def kill(self, slot: int) -> None:
        """Whatever it is doing, stopped or not."""
        self._asleep.pop(slot, None)
        _kill(self._workers.pop(slot))
        self.kills[PARTIES[slot]] += 1
        self._workers[slot] = self._begin(slot)

    def stop(self, slot: int, seconds: float) -> None:
        """For so long; then it goes on, and knows nothing of it."""
        os.kill(self._workers[slot], signal.SIGSTOP)
        self._asleep[slot] = time.monotonic() + seconds
        self.stops[PARTIES[slot]] += 1

    def wake(self) -> None:
        """Those whose time is over."""
        for slot in [slot for slot, until in self._asleep.items() if until <= time.monotonic()]:
            os.kill(self._workers[slot], signal.SIGCONT)
            del self._asleep[slot]

    def end(self) -> None:
        """Nobody works any more."""
        for worker in self._workers.values():
            _kill(worker)

    def _begin(self, slot: int) -> int:
        self._number += 1
        return _begin(PARTIES[slot], self._room, f"{self._seed}/{slot}/{self._number}")


def _room(folder: Path, formats: Formats) -> Room:
    certificate.make(folder, now=SystemClock().now())
    with socket.create_server(("127.0.0.1", 0)) as free, socket.create_server(("127.0.0.1", 0)) as other:
        port, line = free.getsockname()[1], other.getsockname()[1]
    room = Room(folder, RootKey(os.urandom(KEY_BYTES), audit=os.urandom(KEY_BYTES)), formats, port, line)
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
