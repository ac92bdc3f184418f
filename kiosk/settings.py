"""What a city decides for itself (name, fees, days, services, building, destinations), and what a machine does.

The city's file is municipality.toml of the catalogue (kiosk.catalogue.city_file says what may stand there); every value
says how far it is confirmed. A machine's file is device.toml beside its data, with what differs from desk to desk; only
what has an effect can be set there. Which kinds of destination there are is a closed union here, so that both files
and the program that makes the connections speak of the same settings.
"""

import enum
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from kiosk.destinations import AnyDestination, OfFolder
from kiosk.model.address import Address
from kiosk.model.base import Frozen, Words
from kiosk.model.bill import TILL
from kiosk.model.building import FloorPlan

FILE = "municipality.toml"
FEE, ORDINANCE, SERVICE = "fee", "ordinance", "service"
"""The tables of the file whose entries are settings."""

STAFF_CODE = r"^(scrypt:[0-9]+:[0-9]+:[0-9]+:[0-9a-f]{32}:[0-9a-f]{64})?$"
"""How the digest of a terminal's code is written: cost, block size, lanes, salt and digest."""

Scalar = str | int | bool


GUIDE_LANGUAGES = ("ja-easy", "en", "zh", "ko", "vi", "pt")
"""The languages beside Japanese in which the 受付案内票 can be printed, and departments be named."""


class Confidence(enum.Enum):
    """確度: how far the city may rely on a value before its own staff have looked at it."""

    CONFIRMED = "C"  # read in a public text, perhaps another city's
    MEMORY = "M"
    OWN = "I"


class Origin(Frozen):
    """Where a value of the file's head comes from; `label` is what it is, in a clerk's words."""

    label: Words
    confidence: Confidence
    source: Words


class Setting(Origin):
    """One line of [fee], [ordinance] or [service].

    `unit` is only shown. `answers` are what a resident can choose for the sake of this service alone: a city without
    the service does not offer them.
    """

    value: Scalar
    unit: str = ""
    answers: tuple[Words, ...] = ()


class Mount(Frozen):
    """Where a machine reaches a folder, and how files are written there, where that differs from what the city says."""

    path: Words | None = None
    mode: Literal["0600", "0640", "0660"] | None = None
    group: str | None = None


DeskName = Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{1,10}$", description="半角の英数字・_・- で10文字まで")]
Shift = Annotated[float, Field(ge=-10, le=10, description="ミリメートル（-10 から 10）")]


class Device(Frozen):
    """端末の設定 (device.toml): `desk` is who is on record for what is done here, and the 操作者ID of records.

    `printer` is a queue of CUPS (empty: the machine's own choice), which everything is printed on so many mm further
    right and down (`kiosk paper --align` shows how far it is off); at a `one_stop` desk everything is done,
    `folder` goes by the number of a destination.
    `mark_copy` is a file on another disk or share, where the mark of the store's history stands a second time: whoever
    restores or takes away the whole home cannot take that with it.
    A terminal that residents use alone says `telephone` where it cannot be used; `staff_code` is the digest of the code
    that alone opens the page of the staff and closes the window (`kiosk lobby code` makes it). A counter that nobody
    has touched for `idle_minutes` is locked. `onward` is the number of the hub whose parcels this machine brings on.
    """

    version: Annotated[Literal[1], Field(description="1")] = 1
    desk: DeskName = "counter"
    printer: Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]*$", description="CUPS のプリンターの名前")] = ""
    print_right: Shift = 0.0
    print_down: Shift = 0.0
    one_stop: bool = False
    folder: Annotated[
        Mapping[Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}$")], Mount],
        Field(description="[folder.1] のように、送付先の number（1 から 999）"),
    ] = {}
    mark_copy: Annotated[str, Field(pattern=r"^(/.+)?$", description="/ で始まるファイルの場所")] = ""
    telephone: Annotated[str, Field(pattern=r"^[0-9+() -]{0,20}$", description="電話番号")] = ""
    idle_minutes: Annotated[int, Field(strict=True, ge=1, le=5)] = 5
    onward: Annotated[int, Field(strict=True, ge=0, le=999, description="中継の number")] = 0
    staff_code: Annotated[str, Field(pattern=STAFF_CODE, description="kiosk lobby code が出した1行")] = ""

    @property
    def second_mark(self) -> Path | None:
        """Where the second mark lies; None without one."""
        return Path(self.mark_copy) if self.mark_copy else None

    def here(self, destination: AnyDestination) -> AnyDestination:
        """A destination as this machine reaches it."""
        mount = self.folder.get(destination.key)
        if mount is None or not isinstance(destination, OfFolder):
            return destination
        return destination.model_copy(update=mount.model_dump(exclude_none=True))


class City(Frozen):
    """The city; what its file leaves out, or says wrongly, has the default.

    `code` is the six-digit 団体コード, `year_end` (month, day) pairs of 休日条例 (none: what most of them say),
    `one_stop` that residents stay at one counter, `at_once` the procedures that leave a terminal without a clerk,
    `second_check` those that a second member of staff looks at before they leave,
    `handed_in_days` for how many days a visit of a terminal waits for a clerk, `register_days` how many days old the
    register of residents may be before a desk is warned, `failure_days` in how many days whoever takes on what failed
    has settled it, `till` what the code of a total says, `cover_sheet` that a packet has its contents on top, `towns`
    are places that the postal data does not know,
    `settings` go by table and key ("fee.juminhyo"), `origins` by the head's key.
    """

    name: str = ""
    prefecture: str = ""
    code: str = ""
    system_id: str = ""
    mayor: str = ""
    postal: str = ""
    year_end: tuple[tuple[int, int], ...] = ()
    one_stop: bool = False
    cover_sheet: bool = True
    at_once: tuple[str, ...] = ()
    second_check: tuple[str, ...] = ()
    handed_in_days: int = 7
    register_days: int = 3
    failure_days: int = 3
    till: str = TILL
    plan: FloorPlan = FloorPlan()
    towns: tuple[Address, ...] = ()
    destinations: tuple[AnyDestination, ...] = ()
    settings: Mapping[str, Setting] = {}
    origins: Mapping[str, Origin] = {}

    @property
    def full_name(self) -> str:
        """With its prefecture: 見本県架空市."""
        return self.prefecture + self.name

    @property
    def services(self) -> dict[str, Setting]:
        """The settings of [service] by their key."""
        found = ((place.partition("."), setting) for place, setting in self.settings.items())
        return {key: setting for (table, _, key), setting in found if table == SERVICE}

    @cached_property
    def values(self) -> Mapping[str, Scalar]:
        """What a condition sees behind `city.`: the head's single values, and each setting as fee_juminhyo."""
        head = {key: getattr(self, key) for key in ("name", "prefecture", "code", "system_id", "mayor", "postal")}
        metres = self.plan.floor_metres if "floor_metres" in self.plan.model_fields_set else 0.5
        whole = {"floor_metres": int(metres)} if metres.is_integer() else {}
        settings = {place.replace(".", "_"): setting.value for place, setting in self.settings.items()}
        return {**{key: value for key, value in head.items() if value}, **whole, **settings}
