"""庁舎の案内図: where the counters are and how far it is from one to another."""

from kiosk.model.base import Frozen


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


def _storey(floor: int) -> int:
    """There is no floor 0: 1階 lies right above 地下1階."""
    return floor - 1 if floor > 0 else floor
