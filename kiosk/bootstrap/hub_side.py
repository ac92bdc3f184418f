"""突合 through a hub: what left here, beside what lies there, before anybody asks the receiver."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.store.reconciling import Left, Reconciled


@dataclass(frozen=True)
class HubSide:
    """What of a day's parcels the hub lacks or has with another content, and what nobody of this office has brought of
    what the receiver has. `away`: it could not be asked.
    """

    lacking: tuple[Left, ...] = ()
    other: tuple[Left, ...] = ()
    unknown: tuple[str, ...] = ()
    away: bool = False


def hub_side(program: Program, destination: str, found: Reconciled) -> HubSide | None:
    """Compare with the hub that a destination is reached through; None where there is none. Raises SiteError."""
    from kiosk.bootstrap.sending import Sending
    from kiosk.exchange.destinations.answers import NoAnswer, Relaying

    place = next((each for each in Sending(program).destinations if each.name == destination), None)
    if not isinstance(place, Relaying):
        return None
    every = (*found.left, *found.relayed)
    sent = {each.message: program.store.reconciling.parcel(each.message) for each in every}
    strange = {number: name for name in found.unknown if (number := _number(name)) is not None}
    try:
        compared = place.compare(sent, list(strange))
    except NoAnswer:
        return HubSide(unknown=found.unknown, away=True)
    known = {strange[number] for number in compared.known}
    return HubSide(
        lacking=tuple(each for each in every if each.message in compared.lacking),
        other=tuple(each for each in every if each.message in compared.other),
        unknown=tuple(name for name in found.unknown if name not in known),
    )


def _number(name: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(name)
    except ValueError:
        return None
