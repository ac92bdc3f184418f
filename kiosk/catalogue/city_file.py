"""What may stand in municipality.toml: one type for the whole file, every entry with what is allowed in words."""

from typing import Annotated, Literal

from pydantic import Field

from kiosk.destinations import OneDestination
from kiosk.model.base import Frozen, Words
from kiosk.model.bill import TILL
from kiosk.settings import Origin, Setting

Day = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
Metres = Annotated[float, Field(ge=0, le=1000, description="0以上の数（メートル）")]
Floor = Annotated[int, Field(ge=-9, le=99, description="階の整数（1階は 1、地下1階は -1。0階はありません）")]
_POSTAL, _CODE = "数字7桁の文字", "数字6桁の文字（全国地方公共団体コード）"
_SETTING = '{ value = …, label = "…", confidence = "C", source = "…" }'


class Fee(Setting):
    """One line of [fee]."""

    value: Annotated[int, Field(ge=0, le=9_999_999, description="0以上の整数（円）")]


class Ordinance(Setting):
    """One line of [ordinance]."""

    value: Annotated[
        bool | Annotated[int, Field(ge=0, le=99_999_999)] | Words,
        Field(description="0以上の整数、文字、true か false"),
    ]


class Service(Setting):
    """One line of [service]."""

    value: Annotated[bool, Field(description="true（扱う）か false（扱わない）")]


class Entrance(Frozen):
    """[entrance]: where the way through the building begins."""

    floor: Floor = 1
    x: Metres = 0.0
    y: Metres = 0.0


class Counter(Entrance):
    """[[department]]: a counter of the floor plan."""

    name: Words
    counter: str = ""
    anywhere: bool = False
    labels: Annotated[dict[str, Words], Field(description='{ en = "…", … }')] = {}


class Town(Frozen):
    """[[town]]: a place that the postal data does not know."""

    postal: Annotated[str, Field(pattern=r"^[0-9]{7}$", description=_POSTAL)]
    prefecture: Words
    city: Words
    town: Words
    lg_code: Annotated[str, Field(pattern=r"^([0-9]{6})?$", description=_CODE)] = ""


class CityFile(Frozen):
    """The file from its first line to its last. `version` is that of this shape."""

    version: Annotated[Literal[1], Field(description="1")] = 1
    name: Words
    prefecture: Annotated[str, Field(pattern=r"^\S{1,3}[都道府県]$", description="都・道・府・県で終わる文字")]
    code: Annotated[str, Field(pattern=r"^[0-9]{6}$", description=_CODE)]
    system_id: Annotated[str, Field(pattern=r"^[0-9A-Z]{3}$", description="半角の数字か英大文字3文字")] = "000"
    mayor: Words = ""
    postal: Annotated[str, Field(pattern=r"^[0-9]{7}$", description=_POSTAL)] = ""
    year_end: Annotated[tuple[Day, ...], Field(description='["12-29", "12-30", …]（月-日）')] = ()
    floor_metres: Metres = 30.0
    one_stop: Annotated[bool, Field(strict=True, description="true / false")] = False
    cover_sheet: Annotated[bool, Field(strict=True, description="true / false")] = True
    at_once: Annotated[tuple[str, ...], Field(description='["P36", …]（手続の番号）')] = ()
    second_check: Annotated[tuple[str, ...], Field(description='["P01", …]（手続の番号）')] = ()
    handed_in_days: Annotated[int, Field(strict=True, ge=1, le=90, description="1～90（日）")] = 7
    register_days: Annotated[int, Field(strict=True, ge=1, le=365, description="1～365（日）")] = 3
    failure_days: Annotated[int, Field(strict=True, ge=1, le=60, description="1～60（日）")] = 3
    till: Annotated[str, Field(description='"{number}-{amount}" のような文字')] = TILL
    entrance: Annotated[Entrance, Field(description="[entrance]")] = Entrance()
    department: Annotated[tuple[Counter, ...], Field(description="[[department]]")] = ()
    town: Annotated[tuple[Town, ...], Field(description="[[town]]")] = ()
    destination: Annotated[tuple[OneDestination, ...], Field(description="[[destination]]")] = ()
    fee: Annotated[dict[str, Fee], Field(description=_SETTING)] = {}
    ordinance: Annotated[dict[str, Ordinance], Field(description=_SETTING)] = {}
    service: Annotated[dict[str, Service], Field(description=_SETTING)] = {}
    origin: Annotated[dict[str, Origin], Field(description='{ label = "…", confidence = "C", source = "…" }')] = {}


HEAD = (
    "name",
    "prefecture",
    "code",
    "system_id",
    "mayor",
    "postal",
    "year_end",
    "floor_metres",
    "one_stop",
    "cover_sheet",
    "at_once",
    "second_check",
    "handed_in_days",
    "register_days",
    "failure_days",
    "till",
    "entrance",
)
LISTS = ("department", "town", "destination")
"""What [origin] may speak of: the head's entries and the lists."""
