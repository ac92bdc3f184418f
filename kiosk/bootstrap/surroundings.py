"""What a visit is given from outside, put together of the composed program."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.bootstrap.recording import early_check
from kiosk.flow.billing import cost
from kiosk.flow.outside import Outside

if TYPE_CHECKING:
    from kiosk.catalogue.catalogue import Catalogue
    from kiosk.exchange.records.recorder import Recorder
    from kiosk.model.filled import Caution, FilledForm
    from kiosk.render.packet import Renderer


class Composed(Protocol):
    """The parts of a program that a visit sees."""

    clock: Any

    @property
    def catalogue(self) -> Catalogue:
        """Its forms and rules, and what the city charges."""

    @property
    def recorder(self) -> Recorder:
        """Makes the records that are checked early."""

    @property
    def renderer(self) -> Renderer:
        """Sets forms as they will be printed."""

    @property
    def planner(self) -> Any:
        """Rules with the city's closed days."""

    @property
    def wording(self) -> Any:
        """The clerk's language."""

    @property
    def at_desk(self) -> Any:
        """Who is at the desk."""

    @property
    def limits(self) -> Any:
        """What the record takes of every fact."""


def surroundings(program: Composed) -> Outside:
    """Rules, words, clock, who is at the desk, what records take, and what the city charges."""
    catalogue = program.catalogue

    def cautions(form: FilledForm) -> tuple[Caution, ...]:
        return program.renderer.cautions(form)  # fonts are read with the first form that is looked at

    return Outside(
        book=catalogue.book,
        planner=program.planner,
        clock=program.clock,
        wording=program.wording,
        catalogue=catalogue.digest,
        clerk=program.at_desk.by,
        limits=program.limits,
        second_check=frozenset(catalogue.city.second_check),
        cost=partial(cost, city=catalogue.city),
        cautions=cautions,
        refused=early_check(catalogue, lambda: program.recorder, program.clock),
    )
