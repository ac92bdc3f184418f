"""Fifty terminals and one hub: how much a real PostgreSQL takes, how soon it is taken on, and what a kill -9 costs.

Every batch is a connection of its own with both certificates checked, into tables that are forced to the disk; what is
in an envelope was closed before, as each terminal does on its own machine.
"""

import datetime as dt
import os
import signal
import statistics
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from pyrage import x25519

from kiosk.bench.fail_over import fail_over, joined, taken_by_the_former
from kiosk.bench.postgres import Server, founded, tools
from kiosk.bench.row import Row, absent, at_least, exactly, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.exchange.records.sample import sample_parcel
from kiosk.flow.clock import SystemClock
from kiosk.hub import claiming
from kiosk.hub.envelope import Closing, Envelope
from kiosk.hub.link import Address, HubTrouble, opened
from kiosk.hub.safety import demand_safe, house
from kiosk.hub.taking import take
from kiosk.model.errors import Defect

TERMINALS, BATCH, HOUR = 50, 128, 1_000
"""Terminals, parcels in a batch, applications that a terminal has in a very full hour."""
_GOAL = 3_000
_PATIENCE = 30.0
_NOW, _LEASE = SystemClock().now(), dt.timedelta(minutes=1)


def many_machines(_subject: Subject, effort: Effort) -> list[Row]:
    """What every terminal has in an hour, all at once; then hand-overs, one by one; then a server that is killed."""
    rate = Row(name="hub.messages_per_s", label=f"中継が受け取る送付物（端末{TERMINALS}台）", value=0, unit="件/秒")
    found = tools()
    if found is None:
        return [absent(rate)]
    each = effort.times(HOUR, 4)
    with founded(found, _MACHINES) as server:
        hub = _Hub(server, x25519.Identity.generate())
        took, there = hub.brought(each)
        handed = [hub.handed_over() for _ in range(effort.times(30, 2))]
        lost, doubled, acknowledged = hub.killed(effort.times(HOUR // 4, 4))
        taken_over = hub.failed_over(effort.times(HOUR // 4, 4))
    cases = (
        f"{each:,} parcels of each of {TERMINALS} terminals, {BATCH} a batch, TLS with client certificates, fsync on"
    )
    killed = f"kill -9 of the postmaster in mid load, {acknowledged:,} acknowledged in all"
    return [
        at_least(_GOAL, rate.model_copy(update={"value": there / took, "compared_with": cases})),
        information(
            Row(
                name="hub.hand_over_ms",
                label="中継に着いてから送付係が取るまで（中央値）",
                unit="ms",
                value=statistics.median(handed),
                compared_with="NOTIFY, with a look each second behind it",
            )
        ),
        exactly(
            0,
            Row(
                name="hub.killed_lost",
                label="中継の強制終了で失われたもの",
                value=lost,
                unit="件",
                compared_with=killed,
            ),
        ),
        exactly(
            0,
            Row(
                name="hub.killed_doubled",
                label="中継の強制終了で二重になったもの",
                value=doubled,
                unit="件",
                compared_with=killed,
            ),
        ),
        taken_over,
    ]


_MACHINES = {"mado": ("1", "terminal"), "okuri": ("1", "courier")}


@dataclass
class _Hub:
    server: Server
    city: x25519.Identity

    def brought(self, each: int) -> tuple[float, int]:
        """Seconds until all of it is acknowledged, and how much lies there."""
        address, made = self._address("mado"), self._envelopes(each)
        began = time.perf_counter()
        answers = _together(lambda number: _bring(address, number, made[number], each))
        took = time.perf_counter() - began
        with opened(self.server.admin("kiosk")) as link:
            there = int(link.one("SELECT count(*) FROM kiosk.parcel")[0])
            link.run("UPDATE kiosk.delivery SET state = 'skipped'")
        if sum(map(len, answers)) != there:
            raise Defect("not everything was acknowledged")
        return took, there

    def handed_over(self) -> float:
        """Milliseconds from an acknowledgement at a terminal to the claim of a courier that waits for it."""
        address = self._address("okuri")
        box, claimed, stopped = claiming.HubOutbox(lambda: address, (self.city,)), threading.Event(), threading.Event()
        at: list[float] = []

        def rung() -> None:
            if box.claim("1", now=_NOW, lease=_LEASE) is not None:
                at.append(time.perf_counter())
                claimed.set()
                stopped.set()

        box.claim("1", now=_NOW, lease=_LEASE)
        words = (lambda: address, rung, stopped.is_set, 1.0)
        thread = threading.Thread(target=claiming.listen, args=words, daemon=True)
        thread.start()
        case = uuid.UUID(bytes=os.urandom(16))
        envelope = Closing(str(self.city.to_public()), bytes(32)).close(sample_parcel(case=case, destination="1"))
        with opened(self._address("mado")) as link:
            take(link, (envelope,), store="", fence=lambda _: True, entry="")
            began = time.perf_counter()
            if not claimed.wait(_PATIENCE):
                raise Defect("a courier has heard nothing")
        thread.join(_PATIENCE)
        box.close()
        with opened(self.server.admin("kiosk")) as link:
            link.run("UPDATE kiosk.delivery SET state = 'skipped' WHERE state <> 'skipped'")
        return max(0.0, at[0] - began) * 1000

    def killed(self, each: int) -> tuple[int, int, int]:
        """What was acknowledged and is gone, what lies there twice, and how much was acknowledged."""
        address, made, crash = self._address("mado"), self._envelopes(each), _Crash(self.server, TERMINALS)
        small = max(1, min(BATCH // 4, each // 2))

        def bring(number: int) -> list[uuid.UUID]:
            done: list[uuid.UUID] = []
            for start in range(0, each, small):
                some = made[number][start : start + small]
                crash.at(done, partial(_bring, address, number, some, small))
            return done

        killer = threading.Thread(target=crash.happen)
        killer.start()
        acknowledged = [message for answers in _together(bring) for message in answers]
        killer.join()
        with opened(self.server.admin("kiosk")) as link:
            ours = [envelope.message for every in made for envelope in every]
            rows = link.rows("SELECT message FROM kiosk.parcel WHERE message = ANY($1::uuid[])", ours)
        there = [row[0] for row in rows]
        return len(set(acknowledged) - set(there)), len(there) - len(set(there)), len(acknowledged)

    def failed_over(self, each: int) -> Row:
        """What was acknowledged and is not on the standby once, and what the former server takes afterwards."""
        with joined(self.server) as pair:
            found = fail_over(pair, self._envelopes(each), each=max(1, min(BATCH // 4, each // 2)))
            wrong = found.lost + found.doubled + taken_by_the_former(pair, self._envelopes(1)[0][0])
        return exactly(
            0,
            Row(
                name="hub.fail_over_lost",
                label="主系の交代で失われ、二重になり、前の主系に残ったもの",
                value=wrong,
                unit="件",
                compared_with=f"a standby in the place of a killed server, {found.acknowledged:,} acknowledged",
            ),
        )

    def _address(self, who: str) -> Address:
        proof = self.server.folder / who
        if not proof.exists():
            self.server.authority.proof(who, proof)
        return Address(("localhost",), who, "kiosk", self.server.port, self.server.authority.file, proof)

    def _envelopes(self, each: int) -> list[list[Envelope]]:
        """The sample household's application as that many others, closed."""
        closed = Closing(str(self.city.to_public()), bytes(32)).close(sample_parcel(destination="1"))
        return [
            [
                replace(closed, message=uuid.UUID(bytes=os.urandom(16)), order_key=os.urandom(32).hex())
                for _ in range(each)
            ]
            for _ in range(TERMINALS)
        ]


@dataclass
class _Crash:
    """The first process of a server is killed once `after` batches were acknowledged, and started again."""

    server: Server
    after: int
    batches: int = 0
    begun: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def at(self, done: list[uuid.UUID], bring: Callable[[], list[uuid.UUID]]) -> None:
        """Bring a batch; one that failed again after the server is back, as a courier does."""
        try:
            done += bring()
        except HubTrouble:
            if not self.over.wait(_PATIENCE):
                raise
            done += bring()
        self.batches += 1
        if self.batches >= self.after:
            self.begun.set()

    def happen(self) -> None:
        """Wait for the moment, kill, start again."""
        self.begun.wait(_PATIENCE)
        os.kill(self.server.pid(), signal.SIGKILL)
        self.server.revive()
        self.over.set()


def _together(work: Callable[[int], list[uuid.UUID]]) -> list[list[uuid.UUID]]:
    """What comes of it at every terminal, all of them at once."""
    found: list[list[uuid.UUID]] = [[] for _ in range(TERMINALS)]

    def one(number: int) -> None:
        found[number] = work(number)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(TERMINALS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _bring(address: Address, number: int, envelopes: Sequence[Envelope], batch: int) -> list[uuid.UUID]:
    done: list[uuid.UUID] = []
    for start in range(0, len(envelopes), min(batch, BATCH)):
        with opened(address) as link:
            demand_safe(link)
            house(link)
            some = envelopes[start : start + min(batch, BATCH)]
            done += take(link, some, store=f"store-{number}", fence=lambda _: True, entry=str(start))
    return done
