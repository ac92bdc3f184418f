"""どこへ送るか: which destinations an application goes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.destinations import Destination
from kiosk.model.errors import SiteError


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
