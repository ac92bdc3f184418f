"""The city's settings: fees, by-law values and services of municipality.toml, each with how far it is confirmed."""

import enum
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import StringConstraints

from kiosk.catalogue.toml_files import build, table
from kiosk.model.base import Frozen, Issue

FILE = "municipality.toml"
ORIGIN = "origin"
SERVICE = "service"
_UNFIT = "使えない値です。"
Scalar = str | int | bool
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Confidence(enum.Enum):
    """確度: how far the city may rely on a value before its own staff have looked at it."""

    CONFIRMED = "C"  # read in a public text, perhaps another city's
    MEMORY = "M"
    OWN = "I"

    @property
    def words(self) -> str:
        """For people."""
        return {"C": "公開資料で確認", "M": "記憶による・要確認", "I": "当方の設定"}[self.value]


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


@dataclass(frozen=True)
class Settings:
    """What is right in the tables: settings by table and key ("fee.juminhyo"), origins by the head's key."""

    tables: Mapping[str, Setting]
    origins: Mapping[str, Origin]

    @property
    def services(self) -> dict[str, Setting]:
        """The settings of [service] by their key."""
        found = ((place.partition("."), setting) for place, setting in self.tables.items())
        return {key: setting for (name, _, key), setting in found if name == SERVICE}


class Kind(NamedTuple):
    """What a value may be, as a test and in words."""

    fits: Callable[[Any], bool]
    allowed: str


def whole(value: object, *, least: int = 0) -> bool:
    """Whether a value is a whole number of at least `least`; true and false are not numbers."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _digits(count: int) -> Kind:
    return Kind(
        lambda value: bool(re.fullmatch(rf"[0-9]{{{count}}}", str(value))) and _text(value), f"数字{count}桁の文字"
    )


_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def _days(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(day, str) and _DAY.fullmatch(day) for day in value)


def _rows(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


_NAME = Kind(_text, "文字")
_ANY = Kind(lambda _: True, "")
TABLES: Mapping[str, Kind] = {
    "fee": Kind(whole, "0以上の整数（円）"),
    "ordinance": Kind(
        lambda value: whole(value) or isinstance(value, bool) or _text(value), "0以上の整数、文字、true か false"
    ),
    SERVICE: Kind(lambda value: isinstance(value, bool), "true（扱う）か false（扱わない）"),
}
HEAD: Mapping[str, Kind] = {
    "name": _NAME,
    "prefecture": _NAME,
    "code": _digits(6),
    "system_id": _NAME,
    "mayor": _NAME,
    "postal": _digits(7),
    "year_end": Kind(_days, '["12-29", "12-30", …]（月-日）'),
    "floor_metres": _ANY,  # kiosk.model.building says what it may be, and what stands in a place
    "entrance": Kind(lambda value: isinstance(value, dict), "[entrance]"),
    **{name: Kind(_rows, f"[[{name}]]") for name in ("department", "town", "destination")},
}
NEEDED = ("name", "prefecture", "code")


def checked_head(data: Mapping[str, Any], issues: list[Issue]) -> dict[str, Any]:
    """The file as plain data; a wrong value before the tables is named and left out, an unknown name is named."""
    known = (*HEAD, *TABLES, ORIGIN)
    issues += (_no_such(key, known) for key in data if key not in known)
    missing = [key for key in NEEDED if data and key not in data]
    issues += (
        Issue(where=f"{FILE} {key}", message="必要な項目がありません。", allowed=HEAD[key].allowed) for key in missing
    )
    wrong = [key for key, kind in HEAD.items() if key in data and not kind.fits(data[key])]
    issues += (Issue(where=f"{FILE} {key}", message=_UNFIT, allowed=HEAD[key].allowed) for key in wrong)
    return {key: value for key, value in data.items() if key not in wrong}


def read_settings(data: Mapping[str, Any], issues: list[Issue]) -> Settings:
    """[fee], [ordinance], [service] and [origin]; a wrong entry is named and left out, the rest stands."""
    tables = {
        f"{name}.{key}": setting
        for name, kind in TABLES.items()
        for key, setting in _entries(Setting, data, name, issues)
        if _fits(setting, f"{name}.{key}", kind, issues)
    }
    origins = dict(_entries(Origin, data, ORIGIN, issues))
    issues += (_no_such(f"{ORIGIN}.{key}", tuple(HEAD)) for key in origins if key not in HEAD)
    return Settings(tables, origins)


def for_rules(data: Mapping[str, Any], settings: Settings) -> dict[str, Scalar]:
    """What a condition sees behind `city.`: the single values of the head, and each setting as fee_juminhyo."""
    head = {key: value for key, value in data.items() if isinstance(value, Scalar)}
    return {**head, **{place.replace(".", "_"): setting.value for place, setting in settings.tables.items()}}


def _no_such(place: str, known: tuple[str, ...]) -> Issue:
    return Issue(where=f"{FILE} {place}", message="この名前の項目はありません。", allowed="、".join(known))


_Made = TypeVar("_Made", bound=Origin)
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_ALLOWED = {"confidence": "C、M、I のどれか", "answers": '["…"]'}


def _entries(
    model: type[_Made], data: Mapping[str, Any], name: str, issues: list[Issue]
) -> Iterator[tuple[str, _Made]]:
    for key, entry in table(data, name, where=FILE, issues=issues).items():
        where = f"{FILE} {name}.{key}"
        if not _KEY.fullmatch(key):
            issues.append(Issue(where=where, message="使えない名前です。", allowed="英小文字・数字・_"))
        elif not isinstance(entry, dict):
            issues.append(Issue(where=where, message="1行の表になっていません。", allowed=_shape(model)))
        else:
            made = build(model, entry, where=where)
            if not isinstance(made, tuple):
                yield key, made
                continue
            issues += dict.fromkeys(_told(issue, model, name) for issue in made)


def _fits(setting: Setting, place: str, kind: Kind, issues: list[Issue]) -> bool:
    if not kind.fits(setting.value):
        issues.append(Issue(where=f"{FILE} {place} value", message=_UNFIT, allowed=kind.allowed))
        return False
    return True


def _told(issue: Issue, model: type[Origin], table_name: str) -> Issue:
    """The issue at its field, with what may stand there: the field's own words, or for an unknown one the names."""
    head, _, path = issue.where.rpartition(" ")
    field = re.split(r"[.\[]", path)[0]
    own = {**_ALLOWED, "value": TABLES.get(table_name, _ANY).allowed}
    known = {**dict.fromkeys(model.model_fields, "文字"), **own}
    message = issue.message if field != "value" or path == field else _UNFIT
    return Issue(where=f"{head} {field}", message=message, allowed=known.get(field, "、".join(model.model_fields)))


def _shape(model: type[Origin]) -> str:
    value = "value = …, " if model is Setting else ""
    return f'{{ {value}label = "…", confidence = "C", source = "…" }}'
