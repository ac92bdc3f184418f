"""Reads municipality.toml into the city's settings; a wrong entry is named with its place and left out."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiosk.catalogue.city_destinations import wrong_destinations
from kiosk.catalogue.city_file import HEAD, LISTS, CityFile, Counter, Town
from kiosk.catalogue.files import Files
from kiosk.catalogue.screens import placed, with_screens
from kiosk.catalogue.trees import read_tree
from kiosk.destinations import AnyDestination, OneDestination
from kiosk.model.address import Address, composed
from kiosk.model.base import Issue
from kiosk.model.bill import TILL, TILL_HOLES, TILL_LETTERS, till_unfit
from kiosk.model.building import Department, FloorPlan
from kiosk.model.letters import length
from kiosk.model.numbers import lg_check_digit, lg_code_ok
from kiosk.model.spelling import nearest
from kiosk.settings import FEE, FILE, GUIDE_LANGUAGES, ORDINANCE, SERVICE, City, Setting

_MISSING: Mapping[str, Any] = {"name": "未設定", "prefecture": "未設定県", "code": "000000"}
_TABLES = (FEE, ORDINANCE, SERVICE)
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_LEAP_YEAR = 2000
_NAME = 12
"""Letters of 市区町村名 in a record (kiosk.exchange.records)."""
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def load_municipality(files: Files, issues: list[Issue]) -> City:
    """The city; what is wrong in the file is named and left out, the rest stands."""
    data = files.toml(FILE, issues)
    if data is None:
        return City()
    data, said = with_screens(data, files, issues)
    before = len(issues)
    city = read_municipality(data, issues)
    issues[before:] = placed(issues[before:], said)
    return city


def read_municipality(data: Mapping[str, Any], issues: list[Issue]) -> City:
    """The city of the file's tables."""
    before = len(issues)
    file = read_tree(CityFile, data, where=FILE, missing=_MISSING, issues=issues)
    if file is None:
        return City()
    stood_in = [key for key in _MISSING if getattr(file, key) == _MISSING[key]]
    issues += _wrong(file, stood_in)
    if len(issues) == before and not file.destination:
        issues.append(_issue("destination", "送付先がありません。届出の行き先がなくなります。", "[[destination]]"))
    return City(
        **{key: getattr(file, key) for key in ("system_id", "mayor", "postal")},
        **{key: "" if key in stood_in else getattr(file, key) for key in _MISSING},
        year_end=tuple((int(day[:2]), int(day[3:])) for day in file.year_end),
        one_stop=file.one_stop,
        cover_sheet=file.cover_sheet,
        at_once=file.at_once,
        second_check=file.second_check,
        handed_in_days=file.handed_in_days,
        register_days=file.register_days,
        failure_days=file.failure_days,
        till=TILL if till_unfit(file.till) else file.till,
        plan=_plan(file),
        towns=tuple(_address(town, file.code) for town in file.town),
        destinations=tuple(_distinct(file.destination)),
        settings={
            f"{table}.{key}": Setting(**setting.model_dump()) for table in _TABLES for key, setting in _of(file, table)
        },
        origins=file.origin,
    )


def _of(file: CityFile, table: str) -> Iterable[tuple[str, Setting]]:
    entries: Mapping[str, Setting] = getattr(file, table)
    return entries.items()


def _plan(file: CityFile) -> FloorPlan:
    """The floor plan; what the file leaves open is not set there either."""
    places: dict[str, Department] = {}
    for counter in file.department:  # of two that are called alike the first counts; it is told elsewhere
        places.setdefault(counter.name, Department(**counter.model_dump()))
    given: dict[str, Any] = {"departments": places}
    if "entrance" in file.model_fields_set:
        given["entrance"] = Department(name="", **file.entrance.model_dump(exclude_unset=True))
    if "floor_metres" in file.model_fields_set:
        given["floor_metres"] = file.floor_metres
    return FloorPlan(**given)


def _address(town: Town, code: str) -> Address:
    return composed(**{**town.model_dump(), "lg_code": town.lg_code or code})


def _distinct(places: Iterable[OneDestination]) -> Iterator[AnyDestination]:
    """The destinations whose numbers are their own; what two share is told elsewhere."""
    seen: set[int] = set()
    for place in places:
        if place.number not in seen and isinstance(place, AnyDestination):
            seen.add(place.number)
            yield place


# ---- what no single entry can be wrong in ----------------------------------------------------------------------------
def _wrong(file: CityFile, stood_in: list[str]) -> Iterator[Issue]:
    yield from _names(file)
    yield from _shown(file, stood_in)
    if "code" not in stood_in:
        yield from _code("code", file.code)
    if till_unfit(file.till):
        holes = "、".join(f"{{{name}}}" for name in TILL_HOLES)
        allowed = f"{{amount}} を入れた半角の文字で、{TILL_LETTERS}文字まで。使える名前: {holes}"
        yield _issue("till", "レジ用コードの文字に使えません。", allowed)
    yield from _days(file.year_end)
    yield from _counters(file)
    yield from _towns(file.town)
    yield from wrong_destinations(file.destination)
    for key in file.origin:
        if key not in {*HEAD, *LISTS}:
            yield _issue(f"origin.{key}", "この名前の項目はありません。", nearest(key, (*HEAD, *LISTS)))


def _issue(place: str, message: str, allowed: str = "") -> Issue:
    return Issue(where=f"{FILE} {place}", message=message, allowed=allowed)


def _names(file: CityFile) -> Iterator[Issue]:
    for table in (*_TABLES, "origin"):
        for key in getattr(file, table):
            if not _KEY.fullmatch(key):
                yield _issue(f"{table}.{key}", "使えない名前です。", "英小文字・数字・_")


def _shown(file: CityFile, stood_in: list[str]) -> Iterator[Issue]:
    """What forms and records say of the city: signs that can be seen, and no more than a record's column holds."""
    for key in ("name", "prefecture", "mayor"):
        if any(unicodedata.category(sign) in _UNSEEN for sign in getattr(file, key)):
            yield _issue(key, "目に見えない文字が入っています。", "見える文字だけ（入力し直すと消えます）")
    whole = 0 if stood_in else length(file.prefecture + file.name)
    if whole > _NAME:
        yield _issue(
            "name", f"都道府県とあわせて {whole}文字あります。", f"あわせて{_NAME}文字まで（送付先の項目の長さ）"
        )


def _code(place: str, code: str) -> Iterator[Issue]:
    if code and not lg_code_ok(code):
        right = code[:5] + lg_check_digit(code[:5])
        yield _issue(place, "団体コードの検査数字が合いません。", f"はじめの5桁が正しければ {right}")


def _days(days: Iterable[str]) -> Iterator[Issue]:
    seen: set[str] = set()
    for index, day in enumerate(days):
        if not _real(day):
            yield _issue(f"year_end[{index}]", f"{day} は暦にない日です。", '["12-29", "12-30", …]（月-日）')
        elif day in seen:
            yield _issue(f"year_end[{index}]", f"{day} が2回あります。")
        seen.add(day)


def _real(day: str) -> bool:
    try:
        dt.date.fromisoformat(f"{_LEAP_YEAR}-{day}")
    except ValueError:
        return False
    return True


def _counters(file: CityFile) -> Iterator[Issue]:
    """Every department once, on a floor that is, at a place and under a sign of its own, in languages there are."""
    seen: dict[str, Counter] = {}
    for counter in file.department:
        where = f"department {counter.name}"
        if counter.name in seen:
            yield _issue(where, f"{counter.name} が2回あります。", "課ごとに1つ")
            continue
        if not counter.anywhere:
            yield from _place(counter, seen.values(), where)
        for language in counter.labels:
            if language not in GUIDE_LANGUAGES:
                yield _issue(f"{where} labels.{language}", "この言語はありません。", nearest(language, GUIDE_LANGUAGES))
        seen[counter.name] = counter
    yield from _entrance(file)


def _place(counter: Counter, others: Iterable[Counter], where: str) -> Iterator[Issue]:
    if counter.floor == 0:
        yield _issue(f"{where} floor", "0階はありません。", "1階は 1、地下1階は -1")
    for other in others:
        here, there = ((each.floor, each.x, each.y) for each in (counter, other))
        if other.anywhere:
            continue
        if counter.counter and counter.counter == other.counter and here != there:
            message = f"窓口 {counter.counter} が{other.name}では別の場所です。"
            yield _issue(f"{where} counter", message, "窓口の番号は庁舎に1つ")
        elif counter.counter != other.counter and here == there:
            yield _issue(f"{where} x", f"{other.name}と同じ場所に、別の窓口があります。", "窓口ごとに別の x、y")


def _entrance(file: CityFile) -> Iterator[Issue]:
    floors = {counter.floor for counter in file.department if not counter.anywhere}
    floor = file.entrance.floor
    if floor == 0:
        yield _issue("entrance floor", "0階はありません。", "1階は 1、地下1階は -1")
    elif floors and not min(floors) <= floor <= max(floors):
        allowed = f"{min(floors)} から {max(floors)}"
        yield _issue("entrance floor", "入口の階が、どの課の階からも外れています。", allowed)


def _towns(towns: Iterable[Town]) -> Iterator[Issue]:
    seen: set[tuple[str, str, str]] = set()
    for index, town in enumerate(towns):
        own = (town.prefecture, town.city, town.town)
        if own in seen:
            yield _issue(f"town[{index}].town", f"{town.town} が2回あります。", "町字ごとに1つ")
        seen.add(own)
        yield from _code(f"town[{index}].lg_code", town.lg_code)
