"""The fence in a receiver's folder: the newest audit entry of the store that delivered there last.

One small file for each store, by the store's name. It is looked at before a parcel is written, and goes on with the
store after each. A store that does not know the entry is a copy, or was put back: it delivers nothing (D18).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.exchange.destinations.disk import Disk
from kiosk.model.parcel import DeliveryFailed, Failure

_LONGEST = 200


class Record(Protocol):
    """What a store says of its audit record (kiosk.store.fencing)."""

    def name(self) -> str:
        """Its own name."""
        ...

    def head(self) -> str:
        """Its newest entry."""
        ...

    def holds(self, told: str) -> bool:
        """Whether it has this entry."""
        ...

    def overruled(self, destination: str) -> bool:
        """Whether a person has said that it goes on there."""
        ...

    def settled(self, destination: str) -> None:
        """The place knows it now."""
        ...


@dataclass(frozen=True)
class Fence:
    """The fence of one destination."""

    destination: str
    record: Record

    def look(self, folder: Path, disk: Disk) -> DeliveryFailed | None:
        """UNREACHABLE D18 where another store of this name has delivered since. Raises OSError, SiteError."""
        return self.judge(_read(self._file(folder), disk))

    def judge(self, told: str) -> DeliveryFailed | None:
        """As look, for an entry that was read; empty: nobody has delivered there. Raises SiteError."""
        if not told or self.record.holds(told) or self.record.overruled(self.destination):
            return None
        detail = (
            "この端末の保存ファイルは、控えから戻したものか、ほかの端末が使っている写しです。二重に送らないよう止めています。"
            "こちらを使い続けるときは kiosk store take-over です。"
        )
        return DeliveryFailed(failure=Failure.UNREACHABLE, code="D18", detail=detail)

    def go_on(self, folder: Path, disk: Disk) -> None:
        """Leave the newest entry there. Raises OSError, SiteError."""
        file, head = self._file(folder), self.record.head()
        if head and _read(file, disk) != head:
            disk.replace(file, f"{head}\n".encode("ascii"))  # the one before is one that this store knows as well
        if self.record.overruled(self.destination):
            self.record.settled(self.destination)

    def _file(self, folder: Path) -> Path:
        return folder / f".kiosk-fence-{self.record.name()[:16]}"


def _read(file: Path, disk: Disk) -> str:
    return (disk.read(file) or b"")[:_LONGEST].decode("ascii", errors="replace").strip()
