"""The sign in a receiver's folder that says whose it is: a folder without it, or with another's, gets nothing.

A share that is not mounted looks like an empty folder, and another office's share like any other. The sign is made
once, by `kiosk destination found`; for a folder inside the program's own home, at its very first use. It is never made
anew where one was seen before.
"""

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from kiosk.durable import NotPlainError, read_plain
from kiosk.exchange.destinations.bundle import refused
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.model.base import Frozen
from kiosk.model.parcel import DeliveryFailed, Failure

NAME = ".kiosk-destination.json"
_LONGEST = 4096


class Marker(Frozen):
    """What the sign says: the destination's number, the city's code, and a random name of this very folder."""

    destination: str
    municipality: str
    id: str


@dataclass(frozen=True)
class Guard:
    """Which folder is the right one. `known` is the random name seen at the first use, `remember` keeps it."""

    destination: str
    municipality: str
    known: Callable[[], str]
    remember: Callable[[str], None]

    def look(self, folder: Path) -> DeliveryFailed | None:
        """UNREACHABLE D08 without a sign, D09 with another's; None when parcels may go there. Raises OSError."""
        marker = read(folder)
        if marker is None:
            return _away("D08", "送付先フォルダーに目印がありません。共有フォルダーの接続を確かめてください。")
        known = self.known()
        ours = (marker.destination, marker.municipality) == (self.destination, self.municipality)
        if not ours or known not in {"", marker.id}:
            return _away("D09", "送付先フォルダーが、この送付先のものではありません。接続先を確かめてください。")
        if not known:
            self.remember(marker.id)
        return None


def read(folder: Path) -> Marker | None:
    """The sign of a folder; None when there is none, or it is no plain file that can be understood. Raises OSError."""
    try:
        return Marker.model_validate_json(read_plain(folder / NAME, most=_LONGEST))
    except (FileNotFoundError, NotPlainError, ValidationError):
        return None


def found(folder: Path, *, destination: str, municipality: str, disk: LocalDisk | None = None) -> Marker:
    """Make the folder and its sign; one that is there already stays as it is. Raises OSError."""
    disk = disk or LocalDisk()
    disk.make(folder)
    marker = Marker(destination=destination, municipality=municipality, id=os.urandom(16).hex())
    with contextlib.suppress(FileExistsError):
        disk.put(folder / NAME, marker.model_dump_json().encode() + b"\n")
        disk.settle(folder)
    return read(folder) or marker


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[bool]:
    """Whether nobody else is writing into the folder now; a file system without locks is taken at its word."""
    try:
        handle = os.open(folder / NAME, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        yield True
        return
    try:
        yield _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # no locks here (some network shares): names that are only created still keep two writers apart
        return True
    return True


def _away(code: str, detail: str) -> DeliveryFailed:
    return refused(code, detail).model_copy(update={"failure": Failure.UNREACHABLE})
