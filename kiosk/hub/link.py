"""A connection to the hub: encrypted, both ends proved, and what goes wrong with it in classes and words for staff.

asyncpg is asynchronous; a link has an event loop of its own and is used by one thread, for one batch or one command.
Nothing of the account's own settings is used: no password file, no service file, no variable.
Of several servers the one is used that takes writes, has a standby that every commit is on where it is to have one, and
is of no earlier term than this machine has seen: a former primary that comes back gets nothing (kiosk.hub.promoting).
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import asyncpg

from kiosk.hub.meaning import ALONE, AWAY, FORMER, RAISED, meaning

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator, Sequence

T = TypeVar("T")

SCHEMA = "kiosk"
_ALPN = "postgresql"
_LAST = 3
_SOON = 5.0
"""Seconds in which one of several servers has answered, or is gone."""
_STANDING = "SELECT kiosk.alone() AS alone, (SELECT term FROM kiosk.house) AS term"
_served: dict[tuple[str, ...], tuple[str, int]] = {}
"""Which of several servers took the last connection: one that is switched off is not waited for each time."""
_UNKNOWN = {"D52", "D54"}
"""A server without these tables, or for whose tables one is not let in: what is asked next says so."""


@dataclass(frozen=True)
class Address:
    """Where a hub is and who asks. `hosts` are names (a port of its own after a colon, else `port`), of which the
    one that may be written to is used, or one folder of a socket (which needs no certificate). `proof` is a PEM file
    with the certificate and its private key, `ca` one with the authorities that the server's certificate is trusted by.
    `timeout` is in seconds, for each question. `term` is the newest that this machine has seen; 0: none.
    """

    hosts: tuple[str, ...]
    user: str
    database: str = "kiosk"
    port: int = 5432
    ca: Path | None = None
    proof: Path | None = None
    timeout: float = 15.0
    term: int = 0

    @property
    def places(self) -> tuple[tuple[str, int], ...]:
        """Each host with its port, the one that served last first."""
        split = (each.partition(":") if each.count(":") == 1 else (each, "", "") for each in self.hosts)
        found = [(host, int(port or self.port)) for host, _, port in split]
        return tuple(sorted(found, key=lambda place: place != _served.get(self.hosts)))

    @property
    def on_this_machine(self) -> bool:
        """Whether it is a socket of this machine."""
        return all(host.startswith("/") for host in self.hosts)


class HubTrouble(Exception):
    """Why nothing came of it: a staff code, words for staff, and whether something may have come of it all the same."""

    def __init__(self, code: str, detail: str, *, doubtful: bool = False) -> None:
        super().__init__(code)
        self.code, self.detail, self.doubtful = code, detail, doubtful


class Link:
    """An open connection. Every method raises HubTrouble."""

    def __init__(self, loop: asyncio.AbstractEventLoop, connection: Any, timeout: float) -> None:
        self._loop, self._connection, self._timeout = loop, connection, timeout
        self._committing = False
        self.term = 0
        """The hub's term; 0 where it was not asked for."""

    def rows(self, statement: str, *values: object) -> list[Any]:
        """What a statement answers."""
        return list(self._done(self._connection.fetch(statement, *values)))

    def one(self, statement: str, *values: object) -> Any:
        """The first row; None without one."""
        return self._done(self._connection.fetchrow(statement, *values))

    def run(self, script: str) -> None:
        """Several statements without values."""
        self._done(self._connection.execute(script))

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Where the end of it is not heard of, the trouble says that it may have happened."""
        self.run("BEGIN")
        try:
            yield
            self._committing = True
            self.run("COMMIT")
        except BaseException:
            with contextlib.suppress(HubTrouble):
                self.run("ROLLBACK")
            raise
        finally:
            self._committing = False

    def listen(self, channel: str, bell: asyncio.Event) -> None:
        """Set the bell whenever somebody notifies the channel."""
        self._done(self._connection.add_listener(channel, lambda *_: bell.set()))

    def rouse(self, bell: asyncio.Event) -> None:
        """Set the bell from any other thread; nothing where the link is closed."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(bell.set)

    def wait(self, bell: asyncio.Event, seconds: float) -> bool:
        """Whether the bell rang within some seconds."""

        async def rung() -> bool:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), seconds)
            return bell.is_set()

        found = self._done(rung(), patience=seconds + self._timeout)
        bell.clear()
        return found

    def _done(self, work: Coroutine[Any, Any, T], *, patience: float = 0) -> T:
        return _told(self._loop, work, patience or self._timeout, doubtful=self._committing)


@contextlib.contextmanager
def opened(address: Address) -> Iterator[Link]:
    """A connection for as long as it is needed. Raises HubTrouble.

    D50 not reached, D51 certificate, D52 not let in, D53 to D56 what the server said, D59 none that may be written to.
    """
    trust = None if address.on_this_machine else _trust(address)
    troubles: list[HubTrouble] = []
    for place in address.places:
        with contextlib.ExitStack() as stack:
            try:
                link = stack.enter_context(_at(address, place, trust))
                if not address.on_this_machine:
                    _demand_first(link, address.term)
            except HubTrouble as error:
                troubles.append(error)
                continue
            _served[address.hosts] = place
            yield link
            return
    raise next((each for each in troubles if each.code != AWAY), troubles[0])


@contextlib.contextmanager
def standing_by(address: Address) -> Iterator[Link]:
    """A connection of its administrator to a server that takes no writes yet. Raises HubTrouble."""
    with _at(address, address.places[0], None, reads=True) as link:
        yield link


def _demand_first(link: Link, term: int) -> None:
    """Raises HubTrouble: D59 for a server that could not keep what it takes, or whose place another has taken."""
    try:
        row = link.one(_STANDING)
    except HubTrouble as error:
        if error.code in _UNKNOWN:
            return
        raise
    if row["alone"]:
        raise HubTrouble("D59", ALONE)
    if row["term"] < term:
        raise HubTrouble("D59", FORMER)
    link.term = row["term"]


@contextlib.contextmanager
def _at(
    address: Address, place: tuple[str, int], trust: ssl.SSLContext | None, *, reads: bool = False
) -> Iterator[Link]:
    loop = _Loop()
    try:
        connection = _told(loop, _connect(address, place, trust, reads=reads), address.timeout + 1, doubtful=False)
        try:
            yield Link(loop, connection, address.timeout)
        finally:
            with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
                loop.run_until_complete(connection.close(timeout=1))
            connection.terminate()
    finally:
        loop.end()


class _Loop(asyncio.SelectorEventLoop):
    """A loop that leaves no socket open behind it: one that was given up would wait for the other side's farewell."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[asyncio.BaseTransport] = []

    async def create_connection(self, *words: Any, **named: Any) -> Any:
        """See the loop's own."""
        made = await super().create_connection(*words, **named)
        self._made.append(made[0])
        return made

    def end(self) -> None:
        """Close what is still open, and the loop."""
        for each in self._made:
            if isinstance(each, asyncio.WriteTransport):
                each.abort()
        for _ in range(_LAST):
            self.run_until_complete(asyncio.sleep(0))
        self.close()


async def _connect(address: Address, place: tuple[str, int], trust: ssl.SSLContext | None, *, reads: bool) -> Any:
    return await asyncpg.connect(
        host=place[0],
        port=place[1],
        user=address.user,
        password="",  # none is asked for: a certificate or the account proves who it is; no file of passwords is read
        database=address.database,
        ssl=trust or False,
        direct_tls=False,
        timeout=address.timeout if len(address.hosts) == 1 else min(address.timeout, _SOON),
        target_session_attrs="any" if reads else "read-write",
        server_settings={"application_name": "kiosk", "synchronous_commit": "on", "search_path": "pg_catalog"},
    )


def _trust(address: Address) -> ssl.SSLContext:
    """As sslmode=verify-full: the chain and the host's name, TLS 1.3, and our own certificate."""
    try:
        trust = ssl.create_default_context(cafile=address.ca)
        trust.minimum_version = ssl.TLSVersion.TLSv1_3
        trust.set_alpn_protocols([_ALPN])
        if address.proof is None:
            raise HubTrouble("D51", "証明書と秘密鍵（PEM）がありません。")
        trust.load_cert_chain(address.proof)
    except (OSError, ssl.SSLError):
        raise HubTrouble(
            "D51", "認証局か自分の証明書のファイルを読めません。ca と key_name を確かめてください。"
        ) from None
    return trust


def _told(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, T], patience: float, *, doubtful: bool) -> T:
    """What came of it in time. Raises HubTrouble; nothing that the server says is repeated: it may quote values."""
    try:
        return loop.run_until_complete(asyncio.wait_for(work, patience))
    except RAISED as error:
        code, detail = meaning(error)
        raise HubTrouble(code, detail, doubtful=doubtful) from None


def names(rows: Sequence[Any]) -> tuple[str, ...]:
    """The first column as text."""
    return tuple(str(row[0]) for row in rows)
