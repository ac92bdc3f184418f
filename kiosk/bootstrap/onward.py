"""From the hub on to the systems: the same couriers and lanes, with the hub in the place of this machine's store.

The machine that does it says so in device.toml (`onward`, the hub's number), has the city's secret key as a credential
and a certificate of the kind courier. Two of them may run: a claim is one machine's, and runs out when it dies. What
receivers answer is left in the hub for the machine that brought the application.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import secrets
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.bootstrap.sending import Sending
    from kiosk.delivery.courier import Courier
    from kiosk.destinations import ToHub
    from kiosk.flow.ports import Destination
    from kiosk.hub.claiming import HubOutbox
    from kiosk.hub.envelope import Closing
    from kiosk.hub.link import Address, Link
    from kiosk.model.answer import Answer

_EVERY = dt.timedelta(seconds=30)
POLL = 1.0
"""Seconds between two looks into a hub that has told nothing."""


@dataclass
class Onward:
    """What this machine brings on from one hub."""

    sending: Sending
    hub: ToHub

    @cached_property
    def outbox(self) -> HubOutbox:
        """What waits there. Raises SiteError without the city's secret key."""
        from kiosk.exchange.destinations.hub import city_keys
        from kiosk.hub.claiming import HubOutbox

        keys = city_keys(self.hub, self.sending.program.place.home)
        if not keys:
            what = f"市の秘密鍵（{self.hub.key_name}-city）を読めません。"
            mend = "kiosk records keys で作った秘密鍵を、認証情報としてこの機械に置いてください（0600）。"
            raise SiteError("D-HUB", what=what, mend=mend)
        beyond = self.sending.program.store.beyond
        return HubOutbox(self.address, keys, met=lambda term: beyond.remember(self.hub.key, term))

    def couriers(self) -> Sequence[Courier]:
        """One for each destination that is reached through the hub, delivering from here."""
        from kiosk.delivery.courier import Courier

        chance, clock = secrets.SystemRandom().random, self.sending.program.clock
        return tuple(Courier(self.outbox, destination=each, clock=clock, chance=chance) for each in self.places)

    def collectors(self) -> Sequence[Callable[[], None]]:
        """What brings the answers of each destination into the hub, in the order of the couriers."""
        return tuple(ToTheHub(self, each) for each in self.places)

    @cached_property
    def places(self) -> Sequence[Destination]:
        """The destinations that are reached through the hub, from here."""
        return self.sending.connected(self.sending.onward_settings)

    @cached_property
    def closing(self) -> Closing:
        """How the city's machines close what lies there. Raises NoToken."""
        from kiosk.exchange.destinations.tokens import credential
        from kiosk.hub.envelope import Closing

        return Closing(self.hub.recipient, credential(self.hub.secret, self.sending.program.place.home))

    def address(self) -> Address:
        """Where the hub is; read anew each time, so that a new certificate is used. Raises HubTrouble."""
        from kiosk.exchange.destinations.hub import address_of
        from kiosk.exchange.destinations.tokens import NoToken
        from kiosk.hub.link import HubTrouble

        try:
            beyond = self.sending.program.store.beyond
            return address_of(self.hub, self.sending.program.place.home, term=beyond.heard(self.hub.key))
        except NoToken as error:
            raise HubTrouble(error.code, error.detail) from None

    @contextmanager
    def listening(self, ring: Callable[[], None]) -> Iterator[None]:
        """Ring whenever something is due in the hub."""
        from kiosk.hub.claiming import listen

        stopped = threading.Event()
        thread = threading.Thread(
            target=listen, args=(self.address, ring, stopped.is_set, POLL), name="hub-bell", daemon=True
        )
        thread.start()
        try:
            yield
        finally:
            stopped.set()
            thread.join(self.hub.timeout + POLL)
            self.outbox.close()


@dataclass
class ToTheHub:
    """Looks for answers at a receiver, at most twice a minute, and leaves each in the hub."""

    onward: Onward
    place: Destination
    _last: dt.datetime | None = None

    def __call__(self) -> None:
        """Look, if it is time. A receiver or a hub that is away is asked again at the next round."""
        from kiosk.exchange.destinations.answers import Answering, NoAnswer
        from kiosk.exchange.destinations.tokens import NoToken
        from kiosk.model.answer import Answer

        now = self.onward.sending.program.clock.now()
        if not isinstance(self.place, Answering) or (self._last is not None and now - self._last < _EVERY):
            return
        self._last = now
        with contextlib.suppress(OSError, NoAnswer, NoToken):
            for arrived in self.place.answers(self._known):
                if isinstance(arrived.content, Answer):
                    self._put(arrived.content, self._number(arrived.digest))

    def _known(self, digest: str) -> bool:
        """Also while the hub is away: what cannot be left there now is not looked at."""
        from kiosk.hub.answering import knows

        number = self._number(digest)
        return self.onward.outbox.asked(lambda link: knows(link, number), otherwise=True)

    def _put(self, answer: Answer, number: str) -> None:
        from kiosk.hub.answering import put

        said, keys = answer.model_dump_json().encode(), self.onward.outbox.keys

        def work(link: Link) -> bool:
            return put(link, number, said, about=answer.message, destination=self.place.name, keys=keys)

        self.onward.outbox.asked(work, otherwise=False)

    def _number(self, digest: str) -> str:
        return self.onward.closing.answer(digest)


def onward(sending: Sending) -> Onward | None:
    """What this machine brings on; None where it does not. Raises SiteError for a number that is no hub."""
    number = sending.program.device.onward
    if not number or sending.program.practice:
        return None
    return Onward(sending, next(place for place in sending.reached if place.kind == "hub" and place.number == number))
