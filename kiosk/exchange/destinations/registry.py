"""送付先の種類: makes the connection that a city has set, one line for each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, assert_never
from uuid import UUID

from kiosk.destinations import (
    AnyDestination,
    OfFiles,
    OfFolder,
    ToFolder,
    ToHub,
    ToObjects,
    ToPrinter,
    ToRobot,
    ToService,
    ToSftp,
)
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.exchange.destinations.fence import Fence, Record
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.marker import Guard
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.gif import GifTables
from kiosk.exchange.records.targets import Fallback, Script, Target
from kiosk.flow.ports import Destination
from kiosk.model.errors import Defect, SiteError
from kiosk.model.parcel import DeliveryFailed

if TYPE_CHECKING:
    from kiosk.exchange.destinations.objects import ObjectsDestination
    from kiosk.exchange.destinations.sftp import SftpDestination

T = TypeVar("T")


@dataclass(frozen=True)
class Surroundings:
    """What every connection may need: where this machine keeps its data, and how records are rendered.

    `known` and `remember` are about the sign that a destination's folder bore when it was first used, `record` is what
    keeps a copy of the store from delivering as well, `hubs` are those that bring parcels on, by number. Among what is
    `invented` there is no connection but to folders inside the home. `fallback` says which letter stands for another.
    `reply` gives each message the secret that is used for what a hub hears of it; `term` and `met` are about the newest
    term of a hub, `onward` the one whose parcels this machine brings on: there it files nothing, and may not.
    """

    home: Path
    columns: Columns
    gif: GifTables | None = None
    municipality: str = ""
    known: Callable[[str], str] = lambda _: ""
    remember: Callable[[str, str], None] = lambda _, __: None
    invented: bool = False
    record: Record | None = None
    reply: Callable[[UUID], bytes] = lambda _: b""
    term: Callable[[str], int] = lambda _: 0
    met: Callable[[str, int], None] = lambda _, __: None
    onward: int = 0
    hubs: Mapping[int, ToHub] = field(default_factory=dict)
    fallback: Fallback = field(default_factory=Fallback)

    def refuses(self, setting: AnyDestination) -> bool:
        """Whether what is invented would leave this home by it."""
        if not self.invented:
            return False
        inside = isinstance(setting, OfFolder) and setting.folder(self.home).resolve().is_relative_to(
            self.home.resolve()
        )
        return not inside


def connect(setting: AnyDestination, around: Surroundings) -> Destination:
    """The connection to a destination; nothing is opened or made until the first parcel. Raises Defect for one that
    invented applications would reach.
    """
    if around.refuses(setting):
        raise Defect("invented applications go nowhere but into their own home")
    if isinstance(setting, ToHub) or setting.through in around.hubs:
        return _over(setting, around)
    match setting:
        case ToService():
            from kiosk.exchange.destinations.service import ServiceDestination

            formats = Formats(columns=around.columns, gif=around.gif)
            return ServiceDestination(setting, formats, around.home)
        case ToSftp() | ToObjects():
            guard, fence = _guard(setting, around), _fence(setting, around)
            return _far(setting, _formats(setting, around), around.home, guard=guard, fence=fence)
        case ToPrinter() | ToRobot():
            return _at_hand(setting, around)
        case ToFolder():
            return FolderDestination(
                setting.key,
                setting.folder(around.home),
                _formats(setting, around),
                disk=disk_of(setting),
                guard=_guard(setting, around),
                returns=around.home / setting.returns if setting.returns else None,
                fence=_fence(setting, around),
            )
    assert_never(setting)


def _far(
    setting: ToSftp | ToObjects, formats: Formats, home: Path, *, guard: Guard | None = None, fence: Fence | None = None
) -> "SftpDestination | ObjectsDestination":
    """The place at another machine; its library is brought in only for a city that has one."""
    if isinstance(setting, ToSftp):
        from kiosk.exchange.destinations.sftp import SftpDestination

        return SftpDestination(setting, formats, home, guard, fence)
    from kiosk.exchange.destinations.objects import ObjectsDestination

    return ObjectsDestination(setting, formats, home, guard, fence)


def _at_hand(setting: ToPrinter | ToRobot, around: Surroundings) -> Destination:
    if isinstance(setting, ToPrinter):
        from kiosk.exchange.destinations.printer import PrinterDestination

        return PrinterDestination(setting, around.home)
    from kiosk.exchange.destinations.robot import RobotDestination

    return RobotDestination(
        setting,
        setting.folder(around.home),
        _formats(setting, around),
        disk=disk_of(setting),
        guard=_guard(setting, around),
        fence=_fence(setting, around),
    )


def _over(setting: AnyDestination, around: Surroundings) -> Destination:
    from kiosk.exchange.destinations.hub import HubDestination, Terms

    hub = setting if isinstance(setting, ToHub) else around.hubs[setting.through]
    formats = Formats(columns=around.columns, gif=around.gif)
    guard, fence = _guard(hub, around), _fence(setting, around) if hub.number != around.onward else None
    terms = Terms(known=lambda: around.term(hub.key), met=lambda term: around.met(hub.key, term))
    return HubDestination(
        setting.key, hub, formats, around.home, guard=guard, fence=fence, key=around.reply, terms=terms
    )


def _fence(setting: AnyDestination, around: Surroundings) -> Fence | None:
    return Fence(setting.key, around.record) if around.record is not None else None


def _guard(setting: OfFiles | ToHub, around: Surroundings) -> Guard:
    key = setting.key
    return Guard(
        destination=key,
        municipality=around.municipality,
        known=lambda: around.known(key),
        remember=lambda sign: around.remember(key, sign),
    )


def at_place(setting: OfFiles, home: Path, work: Callable[..., T]) -> T:
    """Do something with the place itself, wherever it is. Raises OSError, and SiteError where it cannot be reached."""
    if isinstance(setting, OfFolder):
        return work(setting.folder(home), disk=disk_of(setting))
    if not isinstance(setting, ToSftp | ToObjects):
        raise Defect("a destination of files without a place")
    far = _far(setting, Formats(columns=Columns(groups=())), home)
    done = far.at(lambda folder, disk: work(folder, disk=disk))
    if isinstance(done, DeliveryFailed):
        what = f"送付先「{setting.name}」の場所を使えません（{done.code}）。"
        raise SiteError("D-FOLDER", what=what, mend=done.detail)
    return done


def disk_of(setting: OfFolder) -> LocalDisk:
    """The disk with the rights that the receiver has there."""
    return LocalDisk(mode=int(setting.mode, 8), group=setting.group)


def script_of(setting: OfFiles, fallback: Fallback) -> Script:
    """The letters of a destination that keeps files."""
    return Script(target=Target(setting.encoding), fallback=fallback, stand_in=setting.stand_in)


def _formats(setting: OfFiles, around: Surroundings) -> Formats:
    return Formats(
        columns=around.columns,
        gif=around.gif,
        romaji=setting.romaji,
        bom=setting.bom,
        spreadsheet_safe=setting.spreadsheet_safe,
        script=script_of(setting, around.fallback),
        recipient=setting.recipient if setting.encrypt != "none" else "",
    )
