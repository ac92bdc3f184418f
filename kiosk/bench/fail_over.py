"""A hub of two servers, the standby with every commit: the first is killed in mid load, the standby takes its place,
and the former one, started again, gets nothing.
"""

import os
import shutil
import signal
import tempfile
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.bench.postgres import Server, founded
from kiosk.hub.envelope import Envelope
from kiosk.hub.link import Address, HubTrouble, Link, opened, standing_by
from kiosk.hub.promoting import promote
from kiosk.hub.taking import take
from kiosk.model.errors import Defect

STANDBY = "hub2"
_MACHINES = {"mado": ("1", "terminal"), "okuri": ("1", "courier")}
_PATIENCE, _TURNS = 30.0, 600
_WITH_IT = "SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')"
_THERE = "SELECT message FROM kiosk.parcel"


@dataclass
class Pair:
    """A first server and its standby."""

    first: Server
    second: Server

    def address(self, who: str = "mado", *, only: Server | None = None, term: int = 0) -> Address:
        """How a machine reaches the hub; `only` one of its servers."""
        proof = self.first.folder / who
        if not proof.exists():
            self.first.authority.proof(who, proof)
        hosts = tuple(f"localhost:{each.port}" for each in ([only] if only else [self.first, self.second]))
        return Address(hosts, who, ca=self.first.authority.file, proof=proof, term=term)

    def there(self, server: Server) -> list[uuid.UUID]:
        """What lies on one of them."""
        with opened(server.admin("kiosk")) as link:
            return [row[0] for row in link.rows(_THERE)]


@contextmanager
def paired(programs: Path) -> Iterator[Pair]:
    """A founded hub with a synchronous standby; gone afterwards."""
    with founded(programs, _MACHINES) as first, joined(first) as pair:
        yield pair


@contextmanager
def joined(first: Server) -> Iterator[Pair]:
    """A hub gets a standby that every commit waits for; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-hub-"))
    try:
        second = Server.following(first, folder, STANDBY)
        try:
            with opened(first.admin("kiosk")) as link:
                _wait_for(link)
            yield Pair(first, second)
        finally:
            second.stop()
    finally:
        shutil.rmtree(folder)


def _wait_for(link: Link) -> None:
    link.run(f"ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 ({STANDBY})'")
    link.run("SELECT pg_reload_conf()")
    for _ in range(_TURNS):
        if link.one(_WITH_IT)[0]:
            return
        link.run("SELECT pg_sleep(0.05)")
    raise Defect("a standby does not follow")


@dataclass(frozen=True)
class Failed:
    """What a fail-over came to: acknowledged in all, of it lost or there twice on the new first server, and the new
    term.
    """

    acknowledged: int
    lost: int
    doubled: int
    term: int


@dataclass
class _Load:
    """Batches of some machines, brought until each was acknowledged."""

    pair: Pair
    killed: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    done: list[uuid.UUID] = field(default_factory=list)

    def bring(self, envelopes: Sequence[Envelope], each: int) -> None:
        for start in range(0, len(envelopes), each):
            some = envelopes[start : start + each]
            try:
                self.done += brought(self.pair.address(), some)
            except HubTrouble:
                if not self.over.wait(_PATIENCE):
                    raise
                self.done += brought(self.pair.address(), some)
            if start:
                self.killed.set()


def brought(address: Address, envelopes: Sequence[Envelope]) -> frozenset[uuid.UUID]:
    """A batch is acknowledged. Raises HubTrouble."""
    with opened(address) as link:
        return take(link, envelopes, store="", fence=lambda _: True, entry="")


def fail_over(pair: Pair, made: Sequence[Sequence[Envelope]], *, each: int) -> Failed:
    """Kill the first server in the middle of everybody's batches of `each`, promote the standby, let all go on."""
    load = _Load(pair)
    threads = [threading.Thread(target=load.bring, args=(envelopes, each)) for envelopes in made]
    for thread in threads:
        thread.start()
    if not load.killed.wait(_PATIENCE):
        raise Defect("nothing was brought")
    os.kill(pair.first.pid(), signal.SIGKILL)
    with standing_by(pair.second.admin("kiosk")) as link:
        term = promote(link, by="bench", reason="fail-over")
    load.over.set()
    for thread in threads:
        thread.join(_PATIENCE)
    there = pair.there(pair.second)
    lost = len(set(load.done) - set(there))
    return Failed(acknowledged=len(load.done), lost=lost, doubled=len(there) - len(set(there)), term=term)


def many(envelope: Envelope, machines: int, each: int) -> list[list[Envelope]]:
    """One envelope as that many others, for each of some machines."""
    return [
        [
            replace(envelope, message=uuid.UUID(bytes=os.urandom(16)), order_key=os.urandom(32).hex())
            for _ in range(each)
        ]
        for _ in range(machines)
    ]


def taken_by_the_former(pair: Pair, envelope: Envelope) -> int:
    """How much the former server takes, started again and alone: of what is brought to it alone, and to both."""
    pair.first.revive()
    ((one,), (other,)) = many(envelope, 2, 1)
    with suppress(HubTrouble):
        brought(pair.address(only=pair.first), (one,))
    brought(pair.address(), (other,))
    return len({one.message, other.message} & set(pair.there(pair.first)))
