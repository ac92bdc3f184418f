"""A connection to the hub: encrypted, both ends proved, and what goes wrong with it in classes and words for staff.

asyncpg is asynchronous; a link has an event loop of its own and is used by one thread, for one batch or one command.
Nothing of the account's own settings is used: no password file, no service file, no variable.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import asyncpg

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator, Sequence

T = TypeVar("T")

SCHEMA = "kiosk"
_ALPN = "postgresql"
_LAST = 3


@dataclass(frozen=True)
class Address:
    """Where a hub is and who asks. `hosts` are names, of which the one that takes writes is used, or one folder of a
    socket (which needs no certificate). `proof` is a PEM file with the certificate and its private key, `ca` one with
    the authorities that the server's certificate is trusted by. `timeout` is in seconds, for each question.
    """

    hosts: tuple[str, ...]
    user: str
    database: str = "kiosk"
    port: int = 5432
    ca: Path | None = None
    proof: Path | None = None
    timeout: float = 15.0

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

    D50 not reached, D51 certificate, D52 not let in, D53 to D56 what the server said.
    """
    trust = None if address.on_this_machine else _trust(address)
    loop = _Loop()
    try:
        connection = _told(loop, _connect(address, trust), address.timeout + 1, doubtful=False)
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


async def _connect(address: Address, trust: ssl.SSLContext | None) -> Any:
    return await asyncpg.connect(
        host=list(address.hosts),
        port=[address.port] * len(address.hosts),
        user=address.user,
        password="",  # none is asked for: a certificate or the account proves who it is; no file of passwords is read
        database=address.database,
        ssl=trust or False,
        direct_tls=False,
        timeout=address.timeout,
        target_session_attrs="read-write",
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


_AWAY = "中継サーバーにつながりません。host と port とネットワークを確かめてください。"
_WORDS: tuple[tuple[tuple[type[BaseException], ...], str, str], ...] = (
    (
        (ssl.SSLCertVerificationError,),
        "D51",
        "中継サーバーの証明書を確かめられません。ca と host を確かめてください。",
    ),
    ((ssl.SSLError,), "D52", "中継サーバーに、この端末の証明書が通りません。key_name を確かめてください。"),
    (
        (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError),
        "D52",
        "中継サーバーが、この端末を知りません。user と database と証明書、kiosk hub admit を確かめてください。",
    ),
    (
        (asyncpg.UndefinedTableError, asyncpg.InvalidSchemaNameError, asyncpg.UndefinedFunctionError),
        "D54",
        "中継サーバーの表がありません。kiosk hub init か migrate を実行してください。",
    ),
    (
        (asyncpg.InsufficientPrivilegeError,),
        "D52",
        "中継サーバーで、この利用者に許されていない操作です。kiosk hub admit を確かめてください。",
    ),
    (
        (asyncpg.InsufficientResourcesError,),
        "D56",
        "中継サーバーのディスクか接続の数がいっぱいです。あとでもう一度送ります。",
    ),
    (
        (asyncpg.ConnectionDoesNotExistError, ConnectionResetError),
        "D50",
        "中継サーバーが接続を切りました。動いているか、この端末の証明書が通るかを確かめてください。",
    ),
    ((OSError, TimeoutError, asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError), "D50", _AWAY),
)
"""What an error means, the first that fits; another one is D56 with PostgreSQL's own code."""

_RAISED = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


def _told(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, T], patience: float, *, doubtful: bool) -> T:
    """What came of it in time. Raises HubTrouble; nothing that the server says is repeated: it may quote values."""
    try:
        return loop.run_until_complete(asyncio.wait_for(work, patience))
    except _RAISED as error:
        code = getattr(error, "sqlstate", "") or type(error).__name__
        other = ("D56", f"中継サーバーが受け付けません（{code}）。")
        code, detail = next(((code, said) for kinds, code, said in _WORDS if isinstance(error, kinds)), other)
        raise HubTrouble(code, detail, doubtful=doubtful) from None


def names(rows: Sequence[Any]) -> tuple[str, ...]:
    """The first column as text."""
    return tuple(str(row[0]) for row in rows)
