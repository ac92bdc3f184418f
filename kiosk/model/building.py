"""庁舎の案内図: where the counters are and how far it is from one to another, as municipality.toml says."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from kiosk.model.base import Frozen, Issue

FILE = "municipality.toml"


class Department(Frozen):
    """A counter of the floor plan: `x`, `y` in metres on its floor (-1 is 地下1階), `counter` as its sign says.

    What belongs to an `anywhere` department is done at whichever counter comes first. `labels`: name by language.
    """

    name: str
    floor: int = 1
    counter: str = ""
    x: float = 0.0
    y: float = 0.0
    anywhere: bool = False
    labels: dict[str, str] = {}


class FloorPlan(Frozen):
    """The entrance, the departments by name, and what going up or down one floor costs, in metres."""

    entrance: Department = Department(name="")
    departments: dict[str, Department] = {}
    floor_metres: float = 30.0

    def metres(self, start: Department, end: Department) -> float:
        """The walk between two places, to a centimetre."""
        climb = abs(_storey(start.floor) - _storey(end.floor)) * self.floor_metres
        return round(abs(start.x - end.x) + abs(start.y - end.y) + climb, 2)


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
    plan = FloorPlan(entrance=entrance or Department(name=""), departments=places)
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


def _storey(floor: int) -> int:
    """There is no floor 0: 1階 lies right above 地下1階."""
    return floor - 1 if floor > 0 else floor
