"""The reader for staff cards beside the residents' one, and the practice cards that a simulated one takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.model.errors import Defect
from kiosk.ui.ports import CardSample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.bootstrap.program import Program
    from kiosk.cards.samples import SampleCard
    from kiosk.cards.simreader import SimReader

KIND = "staff"


@dataclass
class StaffCards:
    """The Badges port. Staff cards have a reader of their own: one lies on it while residents' cards come and go."""

    program: Program

    @cached_property
    def device(self) -> SimReader:
        """The simulated reader."""
        from kiosk.cards.simreader import SimReader

        return SimReader()

    def present(self) -> bool:
        """See Badges."""
        return "device" in self.__dict__ and self.device.present()

    def identifier(self) -> str:
        """See Badges."""
        from kiosk.cards.staff_card import read_staff_card

        found = read_staff_card(self.device)
        return found if isinstance(found, str) else ""

    def samples(self) -> Sequence[CardSample]:
        """See Badges."""
        return [CardSample(id=card.id, title=card.title_ja, hint=card.hint_ja) for card in _samples(self.program)]

    def insert(self, card: str) -> None:
        """See Badges."""
        sample = next((each for each in _samples(self.program) if each.id == card), None)
        if sample is None:
            raise Defect("a practice card that is not in the drawer")
        self.device.insert(sample.build())

    def remove(self) -> None:
        """See Badges."""
        self.device.remove()


def card_of_sample(program: Program, card: str) -> str:
    """What a practice staff card says of itself; empty where there is no such card."""
    cards = StaffCards(program)
    if all(sample.id != card for sample in _samples(program)):
        return ""
    cards.insert(card)
    return cards.identifier()


def _samples(program: Program) -> list[SampleCard]:
    from kiosk.bootstrap.sources import samples

    return [card for card in samples(program).cards if card.kind == KIND]
