"""Reads municipality.toml into the city's settings; a wrong entry is named with its place and left out."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import Model, build, table, tables
from kiosk.model.address import composed
from kiosk.model.base import Frozen, Issue
from kiosk.model.building import Department, FloorPlan
from kiosk.settings import FEE, FILE, KINDS, ORDINANCE, SERVICE, AnyDestination, City, Origin, Setting

ORIGIN = "origin"
_UNFIT = "使えない値です。"


class _Town(Frozen):
    """[[town]]: a place that the postal data does not know."""

    prefecture: str
    city: str
    town: str
    postal: str = ""
    lg_code: str = ""


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
    FEE: Kind(whole, "0以上の整数（円）"),
    ORDINANCE: Kind(
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
    "floor_metres": _ANY,  # see floor_plan
    "entrance": Kind(lambda value: isinstance(value, dict), "[entrance]"),
    **{name: Kind(_rows, f"[[{name}]]") for name in ("department", "town", "destination")},
}
NEEDED = ("name", "prefecture", "code")
_TEXTS = ("name", "prefecture", "code", "system_id", "mayor", "postal")


def load_municipality(files: Files, issues: list[Issue]) -> City:
    """The city; what is wrong in the file is named and left out, the rest stands."""
    read = files.toml(FILE, issues)
    if read is None:
        return City()
    head = _checked_head(read, issues)
    settings, origins = _settings(head, issues), _origins(head, issues)
    plan, wrong = floor_plan(head)
    issues += wrong
    return City(
        **{key: head[key] for key in _TEXTS if key in head},
        year_end=tuple((int(day[:2]), int(day[3:])) for day in head.get("year_end", ())),
        plan=plan,
        towns=tuple(
            composed(**{**town.model_dump(), "lg_code": town.lg_code or head.get("code", "")})
            for town in _rows_of(_Town, head, "town", issues)
        ),
        destinations=tuple(_destinations(head, issues)),
        settings=settings,
        origins=origins,
    )


def _rows_of(model: type[Model], head: Mapping[str, Any], name: str, issues: list[Issue]) -> Iterator[Model]:
    for index, row in enumerate(tables(head, name, where=FILE, issues=issues), start=1):
        made = build(model, row, where=f"{FILE} {name} {index}")
        if isinstance(made, tuple):
            issues += made
        else:
            yield made


def _destinations(head: Mapping[str, Any], issues: list[Issue]) -> Iterator[AnyDestination]:
    """[[destination]], each by its kind; what two of them may not share is named at the second."""
    seen: dict[tuple[str, object], str] = {}
    for index, row in enumerate(tables(head, "destination", where=FILE, issues=issues), start=1):
        where = f"{FILE} destination {index}"
        kind = row.get("kind", "folder")
        if kind not in KINDS:
            issues.append(
                Issue(where=f"{where} kind", message="この種類の送付先はありません。", allowed="、".join(KINDS))
            )
            continue
        made = build(KINDS[kind], row, where=where)
        if isinstance(made, tuple):
            issues += made
            continue
        own = {("number", made.number): made.name, ("name", made.name): made.name, ("path", made.path): made.name}
        twice = next(((key, value) for key, value in own if (key, value) in seen), None)
        if twice is None:
            seen |= own
            yield made
        else:
            message = f"{twice[1]} は送付先「{seen[twice]}」と同じです。"
            issues.append(Issue(where=f"{where} {twice[0]}", message=message, allowed="送付先ごとに別の値"))


def _checked_head(data: Mapping[str, Any], issues: list[Issue]) -> dict[str, Any]:
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


def _settings(data: Mapping[str, Any], issues: list[Issue]) -> dict[str, Setting]:
    """[fee], [ordinance] and [service]."""
    return {
        f"{name}.{key}": setting
        for name, kind in TABLES.items()
        for key, setting in _entries(Setting, data, name, issues)
        if _fits(setting, f"{name}.{key}", kind, issues)
    }


def _origins(data: Mapping[str, Any], issues: list[Issue]) -> dict[str, Origin]:
    origins = dict(_entries(Origin, data, ORIGIN, issues))
    issues += (_no_such(f"{ORIGIN}.{key}", tuple(HEAD)) for key in origins if key not in HEAD)
    return origins


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


# ---- the building ----------------------------------------------------------------------------------------------------
def floor_plan(city: Mapping[str, Any]) -> tuple[FloorPlan, tuple[Issue, ...]]:
    """[entrance], [[department]] and floor_metres of municipality.toml; a wrong entry is named, the rest is kept."""
    issues: list[Issue] = []
    places = {}
    for index, entry in enumerate(city.get("department", ()), start=1):
        place = _department(entry, f"{FILE} department {index}", issues)
        if place is not None and place.name in places:
            issues.append(Issue(where=f"{FILE} department {index}", message=f"{place.name} が2回あります。"))
        elif place is not None:
            places[place.name] = place
    entrance = _department({"name": "", **city.get("entrance", {})}, f"{FILE} entrance", issues)
    given = {"entrance": entrance} if entrance and "entrance" in city else {}
    plan = FloorPlan(**given, departments=places)
    cost = city.get("floor_metres", plan.floor_metres)
    if isinstance(cost, bool) or not isinstance(cost, int | float) or cost < 0:
        issues.append(Issue(where=f"{FILE} floor_metres", message="0以上の数（メートル）で書いてください。"))
        return plan, tuple(issues)
    return plan.model_copy(update={"floor_metres": float(cost)}), tuple(issues)


def _department(entry: Mapping[str, Any], where: str, issues: list[Issue]) -> Department | None:
    try:
        place = Department(**entry)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        issues.extend(Issue(where=f"{where} {'.'.join(map(str, each['loc']))}", message=each["msg"]) for each in found)
        return None
    if place.floor == 0:
        issues.append(Issue(where=f"{where} floor", message="0階はありません。", allowed="1階は 1、地下1階は -1"))
        return None
    return place
