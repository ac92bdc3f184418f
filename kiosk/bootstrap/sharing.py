"""共有: this machine among those of its office - a thread of its own beside the window that talks with the hub.

What is kept here is brought there and what waits there is listed, by one round after another (sharing_round):
when something was kept or taken, when the hub rings, and every so often. Nobody waits for it; while the hub is away the
machine goes on with what it has. Only what a person opens or looks for is asked for at once.
"""

from __future__ import annotations

import datetime as dt
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.bootstrap.sharer import Sharer
    from kiosk.destinations import ToHub
    from kiosk.flow.jobs import Unpark
    from kiosk.hub.covering import Cover
    from kiosk.hub.link import HubTrouble, Link
    from kiosk.hub.visits import Standing

T = TypeVar("T")
POLL, REST, AWAY = 20.0, 1.0, 10.0
"""Seconds between two rounds that nobody asked for, the least between any two, and until the hub is tried again."""
_PATIENCE = 4.0
"""Seconds that a person waits for the hub."""


@dataclass
class Sharing:
    """`open` are the unfinished visits of the office and `today` what it accepted today, as they were heard last;
    `trouble` is why the hub cannot be asked. With `lists` False it only brings (a terminal). In its `turn` one thread
    at a time says what stands there and notes it here; `asked_for` is what a person wanted last and was asked about.
    """

    program: Sharer
    lists: bool = True
    open: tuple[Standing, ...] = ()
    today: tuple[Standing, ...] = ()
    trouble: HubTrouble | None = None
    turn: threading.RLock = field(default_factory=threading.RLock)
    asked_for: tuple[Unpark | None, dt.datetime] = (None, dt.datetime.min.replace(tzinfo=dt.UTC))
    _gone: set[str] = field(default_factory=set)
    _thread: threading.Thread | None = None
    _stopped: threading.Event = field(default_factory=threading.Event)
    _rung: threading.Event = field(default_factory=threading.Event)
    _rouse: Callable[[], None] | None = None

    @property
    def hub(self) -> ToHub | None:
        """The hub through which the city's machines share; None where they do not."""
        from kiosk.destinations import ToHub

        if self.program.practice:
            return None
        every = self.program.catalogue.city.destinations
        return next((place for place in every if isinstance(place, ToHub) and place.share), None)

    # ---- beside the window -----------------------------------------------------------------------------------------
    def begin(self) -> None:
        """Be at work from now on, where the city shares; once begun it does nothing."""
        if self._thread is None and self.hub is not None:
            self._stopped.clear()
            self._thread = threading.Thread(target=self._work, name="sharing", daemon=True)
            self._thread.start()

    def ring(self) -> None:
        """Something was kept that others should know of."""
        self._rung.set()
        if (rouse := self._rouse) is not None:
            rouse()

    def end(self) -> None:
        """Bring what is left, if the hub answers at once, and stop."""
        if self._thread is not None:
            self._stopped.set()
            self.ring()
            self._thread.join(_PATIENCE + REST)
            self._thread = None

    def _work(self) -> None:
        from kiosk.hub.link import HubTrouble

        while not self._stopped.is_set():
            try:
                self._at_work()
            except HubTrouble as error:
                self.trouble = error
            except SiteError:
                pass  # the store says so itself, where its own work fails
            if not self._stopped.is_set():
                self._rung.wait(AWAY)
                self._rung.clear()

    def _at_work(self) -> None:
        import asyncio

        from kiosk.hub.visits import CHANNEL

        with self.entered() as (link, cover):
            bell = asyncio.Event()
            link.listen(CHANNEL, bell)
            self._rouse = lambda: link.rouse(bell)
            try:
                while True:
                    last = self._stopped.is_set()
                    self._rung.clear()
                    self._round(link, cover)
                    if last:
                        return
                    self._stopped.wait(REST)
                    if not self._rung.is_set() and not self._stopped.is_set():
                        link.wait(bell, POLL)
            finally:
                self._rouse = None

    def once(self) -> None:
        """One round, now; what hinders it is `trouble`. Raises SiteError."""
        from kiosk.hub.link import HubTrouble

        try:
            with self.entered() as (link, cover):
                self._round(link, cover)
        except HubTrouble as error:
            self.trouble = error

    def series(self) -> int:
        """What this machine's slip numbers begin with; 0 where it shares with no other.

        A machine that has no series yet asks the hub for one. Raises SiteError where it cannot: any other number could
        be another machine's, too.
        """
        shared = self.program.store.shared
        if self.hub is not None and not shared.series:
            from kiosk.hub.link import HubTrouble  # a counter that shares with nobody loads no driver
            from kiosk.hub.visits import series

            try:
                with self.entered(patience=_PATIENCE) as (link, cover):
                    shared.number(series(link, cover, shared.name))
            except HubTrouble as error:
                what = "この端末は、まだ一度も中継サーバーにつながっていないため、受付番号を出せません。"
                raise SiteError("S-SERIES", what=what, mend=f"{error.detail}（{error.code}）") from None
        return shared.series

    def _round(self, link: Link, cover: Cover) -> None:
        from kiosk.bootstrap.sharing_round import Round

        heard = Round(self.program, link, cover, self.turn, self._gone, lists=self.lists).run()
        self.open, self.today, self.trouble = *heard, None

    # ---- the hub -----------------------------------------------------------------------------------------------------
    @contextmanager
    def entered(self, *, patience: float = 0) -> Iterator[tuple[Link, Cover]]:
        """A link to the hub that is known and safe, and the keys of this office there. Raises HubTrouble."""
        from kiosk.exchange.destinations.hub import address_of
        from kiosk.exchange.destinations.tokens import NoToken, credential
        from kiosk.hub.covering import LEAST, Cover
        from kiosk.hub.link import HubTrouble, opened
        from kiosk.hub.safety import demand_safe, house
        from kiosk.hub.visits import office

        hub, home = self.hub, self.program.place.home
        if hub is None:
            raise HubTrouble("D54", "窓口どうしの共有は設定されていません。")
        try:
            term = self.program.store.beyond.heard(hub.key)
            address, secret = address_of(hub, home, term=term), credential(hub.secret, home)
        except NoToken as error:
            raise HubTrouble(error.code, error.detail) from None
        if len(secret) < LEAST:
            raise HubTrouble("D57", f"共有の秘密が短すぎます（{LEAST}バイト以上）。secret を確かめてください。")
        if patience:
            address = replace(address, timeout=min(address.timeout, patience))
        with opened(address) as link:
            demand_safe(link)
            if self.program.store.places.sign(hub.key) not in {"", house(link)}:
                raise HubTrouble("D09", "中継サーバーが、前に使い始めたものではありません。接続先を確かめてください。")
            yield link, Cover(secret, office(link))

    def asked(self, work: Callable[[Link, Cover], T], otherwise: T) -> T:
        """What the hub answers to a person who waits; `otherwise` without one, and at once while it is away."""
        from kiosk.hub.link import HubTrouble

        if self.hub is None or self.trouble is not None:
            return otherwise
        try:
            with self.entered(patience=_PATIENCE) as (link, cover):
                return work(link, cover)
        except HubTrouble as error:
            self.trouble = error
            return otherwise
