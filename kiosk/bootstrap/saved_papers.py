"""保存した一式: the PDF files of visits that a desk saved in its own folder, listed and thrown away by staff.

They are the only personal data that lies unencrypted on a counter, and only where somebody pressed 保存. A packet that
was saved into another folder (a stick, a share) is not known here: whoever chose the folder keeps it.
"""

import datetime as dt
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.errors import SiteError


@dataclass(frozen=True)
class SavedPacket:
    """One folder: its name (the slip number), when its newest file was written (UTC), files and bytes."""

    folder: Path
    saved_at: dt.datetime
    files: int
    size: int

    @property
    def slip(self) -> str:
        """The slip number it was saved under."""
        return self.folder.name


def packets(home: Path) -> tuple[SavedPacket, ...]:
    """Every saved packet, the oldest first. Raises SiteError."""
    try:
        found = (_packet(folder) for folder in _folders(home))
        return tuple(sorted(found, key=lambda packet: (packet.saved_at, packet.slip)))
    except OSError as error:
        raise _trouble() from error


def throw_away(chosen: Iterable[SavedPacket]) -> int:
    """Delete packets with everything in them; their number. A link is deleted and not followed. Raises SiteError."""
    count = 0
    try:
        for packet in chosen:
            if packet.folder.is_dir() and not packet.folder.is_symlink():
                shutil.rmtree(packet.folder)
            else:
                packet.folder.unlink()
            count += 1
    except OSError as error:
        raise _trouble() from error
    return count


def _folders(home: Path) -> Iterable[Path]:
    place = home / "packets"
    return place.iterdir() if place.is_dir() else ()


def _packet(folder: Path) -> SavedPacket:
    files = [] if folder.is_symlink() else [path for path in (folder, *folder.rglob("*")) if path.is_file()]
    stats = [path.lstat() for path in files]
    newest = max((each.st_mtime for each in stats), default=folder.lstat().st_mtime)
    return SavedPacket(
        folder=folder,
        saved_at=dt.datetime.fromtimestamp(newest, dt.UTC),
        files=len(files),
        size=sum(each.st_size for each in stats),
    )


def _trouble() -> SiteError:
    what = "保存した一式のフォルダー（packets）を扱えません。"
    return SiteError("F04", what=what, mend="フォルダーの権限を確かめてください。")
