"""Folders at another machine: the delivery of a folder on a disk that is opened for each visit there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from kiosk.destinations import ToObjects, ToSftp
from kiosk.exchange.destinations.answers import FarAnswers, NoAnswer, Shelf
from kiosk.exchange.destinations.disk import Disk
from kiosk.exchange.destinations.folder import FolderDestination, nobody_else
from kiosk.exchange.destinations.sealing import seal_of
from kiosk.model.parcel import DeliveryFailed, Parcel, Receipt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.exchange.destinations.answers import Arrived, Known
    from kiosk.exchange.destinations.bundle import Formats
    from kiosk.exchange.destinations.fence import Fence
    from kiosk.exchange.destinations.marker import Guard

T = TypeVar("T")
S = TypeVar("S", ToObjects, ToSftp)


class FarDisk(Disk, Shelf, Protocol):
    """A disk at another machine, which also lists what lies there."""


@dataclass
class FarFolder(ABC, Generic[S]):
    """A place that takes the files of a parcel as a folder does; nothing is opened until the first parcel.

    What was encrypted once and what was told of answers is remembered from one visit to the next.
    """

    setting: S
    formats: Formats
    home: Path
    guard: Guard | None = None
    fence: Fence | None = None

    def __post_init__(self) -> None:
        self.name = self.setting.key
        self._seal, self._answers = seal_of(self.formats), FarAnswers()

    @property
    @abstractmethod
    def folder(self) -> Path:
        """Where the files lie at the other end."""

    @abstractmethod
    def far(self, work: Callable[[FarDisk], T]) -> T | DeliveryFailed:
        """Do something there, over one connection; what hinders it is UNREACHABLE, or as the class says."""

    def look(self) -> DeliveryFailed | None:
        """See Destination."""
        return self.far(lambda disk: self._place(disk).look())

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        """As into a folder, and what may hinder `far`."""
        return self.far(lambda disk: self._place(disk).deliver(parcel))

    def answers(self, known: Known) -> Iterator[Arrived]:
        """See Answering. Raises OSError, too."""
        if not self.setting.returns:
            return iter(())
        found = self.far(lambda disk: self._answers.new(Path(self.setting.returns), disk, known))
        if isinstance(found, DeliveryFailed):
            raise NoAnswer
        return iter(found)

    def at(self, work: Callable[[Path, Disk], T]) -> T | DeliveryFailed:
        """Do something with the folder itself."""
        return self.far(lambda disk: work(self.folder, disk))

    def _place(self, disk: Disk) -> FolderDestination:
        place = FolderDestination(
            self.name,
            self.folder,
            self.formats,
            disk=disk,
            guard=self.guard,
            fence=self.fence,
            alone=nobody_else,
        )
        place.seal = self._seal
        return place
