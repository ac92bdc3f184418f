"""Applications go to a real SFTP server, each file under its name once, and only to the server with the right key."""

import asyncio
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncssh
import pytest

from kiosk.destinations import ToSftp
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.fence import Fence
from kiosk.exchange.destinations.marker import Guard, Marker, begin
from kiosk.exchange.destinations.received import look_at, messages
from kiosk.exchange.destinations.registry import Surroundings, connect
from kiosk.exchange.destinations.sftp import SftpDestination
from kiosk.exchange.records.sample import sample_parcel
from kiosk.model.parcel import DeliveryFailed, Failure, Receipt
from tests.holding import COLUMNS

PATIENCE = 20.0


class Let(asyncssh.SSHServer):
    """Whoever has the right key comes in; who is in is told."""

    def __init__(self, inside: list[asyncssh.SSHServerConnection]) -> None:
        self.inside = inside

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self.inside.append(conn)

    def begin_auth(self, username: str) -> bool:
        return bool(username)


@dataclass
class Hall:
    """A city hall with an SFTP server, its own key and the key of who may send."""

    root: Path
    port: int
    host_key: str
    home: Path
    guard: Guard | None = None
    fence: Fence | None = None

    @property
    def folder(self) -> Path:
        return self.root / "in"

    def destination(self, **changes: object) -> SftpDestination:
        given = {
            "number": 1,
            "name": "住民記録",
            "kind": "sftp",
            "host": "127.0.0.1",
            "port": self.port,
            "user": "mado",
            "key_name": "sftp-key",
            "host_key": self.host_key,
            "path": "/in",
            "timeout": 5,
        }
        setting = ToSftp.model_validate({**given, **changes})
        return SftpDestination(setting, Formats(columns=COLUMNS), self.home, guard=self.guard, fence=self.fence)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    home, root, own = tmp_path / "home", tmp_path / "root", asyncssh.generate_private_key("ssh-ed25519")
    (home / "secrets").mkdir(parents=True)
    (root / "in").mkdir(parents=True)
    secret = home / "secrets" / "sftp-key"
    mine = asyncssh.generate_private_key("ssh-ed25519")
    secret.write_bytes(mine.export_private_key())
    secret.chmod(0o600)
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
                sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(root).encode()),
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
    yield Hall(root, found[0].get_port(), own.export_public_key().decode().strip(), home)
    asyncio.run_coroutine_threadsafe(end(), loop)
    thread.join(PATIENCE)
    loop.close()


def refused(place: SftpDestination) -> tuple[str, Failure]:
    failed = place.deliver(sample_parcel())
    assert isinstance(failed, DeliveryFailed)
    assert failed == place.look()
    return failed.code, failed.failure


def test_every_file_arrives_whole_and_the_mark_last_and_once_more_changes_nothing(hall: Hall) -> None:
    place = hall.destination()
    first = place.deliver(sample_parcel())
    assert isinstance(first, Receipt)
    (message,) = messages(hall.folder)
    assert message == str(sample_parcel().message)
    assert look_at(hall.folder, message, COLUMNS).wrong == ()
    before = {path.name: path.stat().st_mtime_ns for path in hall.folder.iterdir()}
    assert not [name for name in before if name.endswith(".part")]
    assert place.deliver(sample_parcel()) == first
    assert {path.name: path.stat().st_mtime_ns for path in hall.folder.iterdir()} == before


def test_what_was_broken_off_is_finished_and_what_is_there_is_never_replaced(hall: Hall) -> None:
    place, message = hall.destination(), sample_parcel().message
    place.deliver(sample_parcel())
    (hall.folder / f"{message}.done").unlink()
    (hall.folder / f"{message}.manifest.json").unlink()
    (hall.folder / f".{message}.manifest.json.part").write_bytes(b"half")
    assert isinstance(place.deliver(sample_parcel()), Receipt)
    assert look_at(hall.folder, str(message), COLUMNS).wrong == ()
    (hall.folder / f"{message}.done").unlink()
    (hall.folder / f"{message}.json").write_bytes(b"another content")
    failed = place.deliver(sample_parcel())
    assert isinstance(failed, DeliveryFailed)
    assert (failed.code, failed.failure) == ("D10", Failure.REFUSED)
    assert (hall.folder / f"{message}.json").read_bytes() == b"another content"


def test_another_server_in_its_place_is_given_nothing(hall: Hall) -> None:
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode().strip()
    assert refused(hall.destination(host_key=other)) == ("D31", Failure.UNREACHABLE)
    assert list(hall.folder.iterdir()) == []


def test_who_is_not_let_in_or_has_no_key_waits(hall: Hall) -> None:
    (hall.home / "secrets" / "sftp-key").write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_private_key())
    assert refused(hall.destination()) == ("D32", Failure.UNREACHABLE)
    assert refused(hall.destination(key_name="nothing")) == ("D32", Failure.UNREACHABLE)


def test_a_server_that_is_away_and_a_folder_that_is_not_there_are_waited_for(hall: Hall) -> None:
    assert refused(hall.destination(path="/elsewhere")) == ("D30", Failure.UNREACHABLE)
    assert hall.destination().look() is None
    assert refused(hall.destination(port=1)) == ("D30", Failure.UNREACHABLE)


# ---- the right folder ------------------------------------------------------------------------------------------------
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


def begun(place: SftpDestination, *, known: str = "", anew: bool = False) -> Marker | DeliveryFailed | None:
    """The folder is taken into use, as `kiosk destination found` does it."""
    return place.at(
        lambda folder, disk: begin(folder, destination="1", municipality="999997", known=known, anew=anew, disk=disk)
    )


def test_a_folder_of_a_server_bears_a_sign_too_and_an_empty_one_in_its_place_gets_nothing(hall: Hall) -> None:
    store = Store()
    hall.guard = store.guard
    code, failure = refused(hall.destination())
    assert (code, failure) == ("D08", Failure.UNREACHABLE)
    sign = begun(hall.destination())
    assert isinstance(sign, Marker)
    assert isinstance(hall.destination().deliver(sample_parcel()), Receipt)
    assert store.sign == sign.id
    away = hall.folder.rename(hall.root / "share")  # the share behind the server is gone
    hall.folder.mkdir()
    assert refused(hall.destination()) == ("D08", Failure.UNREACHABLE)
    assert begun(hall.destination(), known=store.sign) is None
    assert list(hall.folder.iterdir()) == []
    begun(hall.destination(), known=store.sign, anew=True)
    assert refused(hall.destination()) == ("D09", Failure.UNREACHABLE)
    shutil.rmtree(hall.folder)
    away.rename(hall.folder)
    assert isinstance(hall.destination().deliver(sample_parcel()), Receipt)


def test_a_copy_of_a_store_delivers_nothing_to_a_server_either(hall: Hall) -> None:
    hall.fence = Fence("1", Store(entries=("first", "second")))
    assert isinstance(hall.destination().deliver(sample_parcel()), Receipt)
    hall.fence = Fence("1", Store())
    assert refused(hall.destination()) == ("D18", Failure.UNREACHABLE)


def test_a_folder_that_the_receiver_did_not_make_is_not_made_for_it(hall: Hall) -> None:
    found = begun(hall.destination(path="/elsewhere"))
    assert isinstance(found, DeliveryFailed)
    assert not (hall.root / "elsewhere").exists()


@pytest.mark.parametrize("path", ["/in/..", "/in/file", "/in/link"])
def test_what_is_no_folder_of_the_receiver_is_waited_for(hall: Hall, path: str) -> None:
    hall.guard = Store().guard
    (hall.folder / "file").write_bytes(b"")
    (hall.folder / "link").symlink_to("nowhere")
    assert refused(hall.destination(path=path))[1] is Failure.UNREACHABLE


def test_csv_files_are_as_the_settings_of_the_server_say(hall: Hall) -> None:
    around = Surroundings(home=hall.home, columns=COLUMNS)
    setting = hall.destination(bom=True, header="ローマ字", spreadsheet_safe=False).setting
    place = connect(setting, around)
    assert isinstance(place, SftpDestination)
    assert (place.formats.bom, place.formats.romaji, place.formats.spreadsheet_safe) == (True, True, False)
    assert place.guard is not None
    place.guard = None
    assert isinstance(place.deliver(sample_parcel()), Receipt)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in hall.folder.glob("*.csv"))
