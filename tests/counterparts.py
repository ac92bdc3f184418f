"""Receivers of files that a test starts for real: a folder and an SFTP server (tests.object_storage is one more)."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import asyncssh

from kiosk.destinations import OfFiles, ToFolder, ToObjects, ToSftp
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.marker import Guard, Marker, begin
from kiosk.exchange.destinations.objects import ObjectsDestination
from kiosk.exchange.destinations.registry import Surroundings, at_place, connect
from kiosk.exchange.destinations.sftp import SftpDestination
from tests.holding import COLUMNS

PATIENCE = 20.0
Delivering = FolderDestination | SftpDestination | ObjectsDestination


@dataclass
class Store:
    """What a store knows of its own audit record, and of the sign that it saw first."""

    sign: str = ""
    entries: tuple[str, ...] = ("first",)

    def name(self) -> str:
        return "mado1"

    def head(self) -> str:
        return self.entries[-1]

    def holds(self, told: str) -> bool:
        return told in self.entries

    def overruled(self, destination: str) -> bool:
        return destination == ""

    def settled(self, destination: str) -> None:
        raise AssertionError(destination)

    def remember(self, sign: str) -> None:
        self.sign = sign

    @property
    def guard(self) -> Guard:
        return Guard(destination="1", municipality="999997", known=lambda: self.sign, remember=self.remember)


@dataclass
class Counterpart:
    """A receiver whose files lie in `folder`, however they are brought there; `setting` as a city writes it."""

    home: Path
    folder: Path
    setting: OfFiles
    store: Store = field(default_factory=Store)

    def connected(self, *, fenced: bool = False, **changes: object) -> Delivering:
        """The destination with the guard of this store, as the program makes it."""
        setting = type(self.setting).model_validate({**self.setting.model_dump(), **changes})
        assert isinstance(setting, ToFolder | ToSftp | ToObjects)
        around = Surroundings(
            home=self.home,
            columns=COLUMNS,
            municipality="999997",
            known=lambda _: self.store.sign,
            remember=lambda _, sign: self.store.remember(sign),
            record=self.store if fenced else None,
        )
        made = connect(setting, around)
        assert isinstance(made, Delivering)
        return made

    def begun(self, *, known: str = "", anew: bool = False, **changes: object) -> Marker | None:
        """The place is taken into use, as `kiosk destination found` does it. Raises SiteError, OSError."""
        work = partial(begin, destination="1", municipality="999997", known=known, anew=anew)
        setting = type(self.setting).model_validate({**self.setting.model_dump(), **changes})
        return at_place(setting, self.home, work)


@contextmanager
def shared_folder(root: Path) -> Iterator[Counterpart]:
    """A folder of the machine itself."""
    folder = root / "share" / "in"
    folder.mkdir(parents=True)
    (root / "home").mkdir()
    yield Counterpart(root / "home", folder, ToFolder(number=1, name="住民記録", path=str(folder)))


# ---- SFTP ------------------------------------------------------------------------------------------------------------
class Let(asyncssh.SSHServer):
    """Whoever has the right key comes in; who is in is told."""

    def __init__(self, inside: list[asyncssh.SSHServerConnection]) -> None:
        self.inside = inside

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self.inside.append(conn)

    def begin_auth(self, username: str) -> bool:
        return bool(username)


@contextmanager
def sftp_server(root: Path) -> Iterator[Counterpart]:
    """A city hall with an SFTP server, its own key and the key of who may send."""
    home, place, own = root / "home", root / "root", asyncssh.generate_private_key("ssh-ed25519")
    (place / "in").mkdir(parents=True)
    mine = asyncssh.generate_private_key("ssh-ed25519")
    credential(home, "sftp-key", mine.export_private_key())
    allowed = asyncssh.import_authorized_keys(mine.export_public_key().decode())
    loop, begun = asyncio.new_event_loop(), threading.Event()
    found: list[asyncssh.SSHAcceptor] = []
    inside: list[asyncssh.SSHServerConnection] = []

    async def begin() -> None:
        found.append(
            await asyncssh.listen(
                "127.0.0.1",
                0,
                server_factory=lambda: Let(inside),
                server_host_keys=[own],
                authorized_client_keys=allowed,
                sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(place).encode()),
            )
        )
        begun.set()

    async def end() -> None:
        found[0].close()
        await found[0].wait_closed()
        for conn in inside:
            conn.abort()
            await conn.wait_closed()
        loop.stop()

    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(begin(), loop)
    assert begun.wait(PATIENCE)
    setting = ToSftp(
        number=1,
        name="住民記録",
        host="127.0.0.1",
        port=found[0].get_port(),
        user="mado",
        key_name="sftp-key",
        host_key=own.export_public_key().decode().strip(),
        path="/in",
        timeout=5,
    )
    try:
        yield Counterpart(home, place / "in", setting)
    finally:
        asyncio.run_coroutine_threadsafe(end(), loop)
        thread.join(PATIENCE)
        loop.close()


def credential(home: Path, name: str, content: bytes) -> None:
    """A credential of this machine."""
    (home / "secrets").mkdir(parents=True, exist_ok=True)
    (home / "secrets" / name).write_bytes(content)
    (home / "secrets" / name).chmod(0o600)
