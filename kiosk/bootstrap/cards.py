"""The card reader of a counter, and apart from it the drawer with the practice cards that a simulated one takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.bootstrap.staff_cards import KIND as STAFF
from kiosk.model.errors import Defect
from kiosk.ui.ports import CardSample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.bootstrap.program import Program
    from kiosk.cards.mynumber import MyNumberReader
    from kiosk.cards.samples import Samples
    from kiosk.cards.simreader import SimReader
    from kiosk.model.card import CardGlance, CardOutcome, Secret


@dataclass
class CounterReader:
    """The CardReader port over a reader; the simulated one is made when a card is first looked at."""

    program: Program

    @cached_property
    def device(self) -> SimReader:
        """The simulated reader."""
        from kiosk.cards.simreader import SimReader

        return SimReader(latency=0.02)

    def glance(self) -> CardGlance | CardOutcome:
        """See CardReader."""
        return self._driver().glance()

    def read(self, secret: Secret, digits: str, *, spend_last_try: bool = False) -> CardOutcome:
        """See CardReader."""
        return self._driver().read(secret, digits, spend_last_try=spend_last_try)

    def remove(self) -> None:
        """See CardReader."""
        self.device.remove()

    def _driver(self) -> MyNumberReader:
        from kiosk.cards.mynumber import MyNumberReader

        return MyNumberReader(self.device, today=self.program.clock.today())


@dataclass
class PracticeDrawer:
    """The SampleDrawer port: the practice cards of forms/cards.toml; their tries last in home/cards."""

    program: Program
    reader: CounterReader

    @cached_property
    def _samples(self) -> Samples:
        from kiosk.bootstrap.sources import samples

        return samples(self.program)

    def samples(self) -> Sequence[CardSample]:
        """See SampleDrawer."""
        cards = (card for card in self._samples.cards if card.kind != STAFF)
        return [CardSample(id=card.id, title=card.title_ja, hint=card.hint_ja) for card in cards]

    def insert(self, card: str) -> None:
        """See SampleDrawer."""
        sample = self._samples.card(card)
        if sample is None:
            raise Defect("a practice card that is not in the drawer")
        state = self.program.place.home / "cards"
        state.mkdir(parents=True, exist_ok=True)
        self.reader.remove()
        self.reader.device.insert(sample.build(state))
