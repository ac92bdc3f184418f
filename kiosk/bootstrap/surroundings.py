"""What a visit is given from outside, put together of the parts of a program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kiosk.bootstrap.recording import early_check
from kiosk.flow.billing import cost
from kiosk.flow.outside import Outside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.exchange.records.recorder import Recorder
    from kiosk.flow.clock import Clock
    from kiosk.flow.wording import Wording
    from kiosk.model.filled import Caution, FilledForm
    from kiosk.model.limits import Limit
    from kiosk.render.packet import Renderer
    from kiosk.rules.plan import Planner


def surroundings(
    catalogue: Catalogue,
    *,
    planner: Planner,
    clock: Clock,
    wording: Wording,
    clerk: Callable[[], str],
    limits: Mapping[str, Limit],
    recorder: Callable[[], Recorder],
    renderer: Callable[[], Renderer],
) -> Outside:
    """Rules, words, clock, who is at the desk, what records take and what the city charges.

    Recorder and renderer are asked for with the first visit that needs them: fonts are read then.
    """

    def cautions(form: FilledForm) -> tuple[Caution, ...]:
        return renderer().cautions(form)

    return Outside(
        book=catalogue.book,
        planner=planner,
        clock=clock,
        wording=wording,
        catalogue=catalogue.digest,
        clerk=clerk,
        limits=limits,
        second_check=frozenset(catalogue.city.second_check),
        cost=partial(cost, city=catalogue.city),
        cautions=cautions,
        refused=early_check(catalogue, recorder, clock),
    )
