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

from kiosk.exchange.destinations.bundle import refused
from kiosk.exchange.destinations.disk import Disk, LocalDisk
from kiosk.model.base import Frozen
from kiosk.model.parcel import DeliveryFailed, Failure

NAME = ".kiosk-destination.json"
_LONGEST = 4096
LOCAL = LocalDisk()


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

    def look(self, folder: Path, disk: Disk) -> DeliveryFailed | None:
        """UNREACHABLE D08 without a sign, D09 with another's; None when parcels may go there. Raises OSError."""
        marker, known = read(folder, disk), self.known()
        if marker is None and not known:
            first = f"初めて使う送付先は、kiosk destination found {self.destination} で使い始めます。"
            return _away("D08", f"送付先フォルダーに目印がありません。{first}")
        if marker is None:
            return _away("D08", "送付先フォルダーに目印がありません。共有フォルダーの接続を確かめてください。")
        ours = (marker.destination, marker.municipality) == (self.destination, self.municipality)
        if not ours or known not in {"", marker.id}:
            return _away("D09", "送付先フォルダーが、この送付先のものではありません。接続先を確かめてください。")
        if not known:
            self.remember(marker.id)
        return None


def read(folder: Path, disk: Disk = LOCAL) -> Marker | None:
    """The sign of a folder; None when there is none, or it is no plain file that can be understood. Raises OSError."""
    try:
        return Marker.model_validate_json((disk.read(folder / NAME) or b"")[:_LONGEST])
    except ValidationError:
        return None


def found(folder: Path, *, destination: str, municipality: str, disk: Disk = LOCAL) -> Marker:
    """Make the folder and its sign; one that is there already stays as it is. Raises OSError."""
    disk.make(folder)
    marker = Marker(destination=destination, municipality=municipality, id=os.urandom(16).hex())
    with contextlib.suppress(FileExistsError):
        disk.put(folder / NAME, marker.model_dump_json().encode() + b"\n")
        disk.settle(folder)
    return read(folder, disk) or marker


def begin(folder: Path, *, destination: str, municipality: str, known: str, anew: bool, disk: Disk) -> Marker | None:
    """Make a destination's folder with its sign; None where another one was used before, unless `anew`.

    Else a share that is away would be made anew, and the parcels lie there. Raises OSError.
    """
    there = read(folder, disk)
    if known and not anew and (there is None or there.id != known):
        return None
    return found(folder, destination=destination, municipality=municipality, disk=disk)


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
