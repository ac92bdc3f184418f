"""どこへ送るか: which destinations an application goes to, and what takes it to each of them in turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.delivery.courier import Courier, Outcome, Step
from kiosk.model.errors import SiteError
from kiosk.settings import Destination

_QUIET = {Outcome.IDLE, Outcome.RESTING}


@dataclass(frozen=True)
class Routing:
    """The destinations of a city; an application goes to every one that takes its procedure."""

    destinations: Sequence[Destination]

    def keys(self, procedure: str) -> tuple[str, ...]:
        """By which the outbox knows them. Raises SiteError when there is none: nothing confirmed may go nowhere."""
        found = tuple(place.key for place in self.destinations if place.takes(procedure))
        if not found:
            what = f"手続 {procedure} の送付先が決まっていません。"
            mend = "municipality.toml の [[destination]] で、procedures にこの手続を足してください。"
            raise SiteError("D-ROUTE", what=what, mend=mend)
        return found


def run_round(couriers: Sequence[Courier], *, heard: Callable[[Step], None] | None = None) -> tuple[Step, ...]:
    """A parcel of each destination in turn until nothing is due or all rest, so that no destination waits for another.

    `heard` is told every step; the last step of each courier says why it ended.
    """
    steps: list[Step] = []
    going = list(couriers)
    while going:
        for courier in tuple(going):
            steps.append(courier.step())
            if heard is not None:
                heard(steps[-1])
            if steps[-1].outcome in _QUIET:
                going.remove(courier)
    return tuple(steps)
