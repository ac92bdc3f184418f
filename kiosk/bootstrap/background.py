"""The courier behind a window: it delivers as soon as this process may, and says how the outbox stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError
from kiosk.ui.ports import Delivered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from kiosk.bootstrap.program import Program
    from kiosk.delivery.courier import Step
    from kiosk.delivery.lanes import Lane, Lap
    from kiosk.model.parcel import DeliveryFailed
    from kiosk.store.relay import RelayLock


def _wrong(lap: Lap) -> Step | DeliveryFailed | None:
    """Why the last parcel of a lane was not delivered, else what hinders its destination."""
    from kiosk.delivery.courier import Outcome

    tried = [step for step in lap.steps if step.outcome not in {Outcome.IDLE, Outcome.RESTING, Outcome.OVERTAKEN}]
    failed = tried and tried[-1].outcome in {Outcome.RETRY, Outcome.HELD}
    return tried[-1] if failed else lap.hindrance


def _moved(laps: Iterable[Lap]) -> bool:
    return any(step.outcome.settled for lap in laps for step in lap.steps)


@dataclass
class Background:
    """The Delivery port. One process of a machine delivers; whoever finds the right taken asks again at every look.

    Without `deliver` it only looks (pictures, tests).
    """

    program: Program
    deliver: bool = True
    _lanes: tuple[Lane, ...] = ()
    _relay: RelayLock | None = None
    _kept: dt.date | None = None

    def look(self) -> Delivered:
        """See Delivery."""
        from kiosk.delivery.retry import alarm

        elsewhere = self.deliver and not self._may_deliver()
        if self.deliver:
            self.program.sharing.begin()
        laps = self._laps()
        self._keep_house()
        count = self.program.store.outbox.count(self.program.clock.now())
        return Delivered(
            count,
            alarm(count),
            elsewhere,
            moved=_moved(laps),
            failure=self._failure(laps),
            paused=self._paused(),
            sharing=self._sharing(),
        )

    def _sharing(self) -> SiteError | None:
        """Why the other machines of the office cannot be reached; None when all is well, or there are none."""
        program, found = self.program, self.program.sharing.trouble
        if found is not None:
            return SiteError(found.code, what=program.words("sharing-away"), mend=found.detail)
        twice = "、".join(program.store.shared.twice())
        return SiteError("S-TWICE", what=program.words("sharing-twice", slips=twice), mend="") if twice else None

    def _keep_house(self) -> None:
        """Once a day what nobody has collected at a terminal in time is forgotten."""
        from kiosk.bootstrap.waiting import drop_expired

        today = self.program.clock.today()
        if self.deliver and self._kept != today:
            drop_expired(self.program)
            self._kept = today

    def _laps(self) -> tuple[Lap, ...]:
        """Every lane at once; a person at the window waits no longer than for the slowest."""
        from kiosk.delivery.lanes import SOON

        began = [lane.begin() for lane in self._lanes]
        return tuple(lane.look(patience=SOON, new=new) for lane, new in zip(self._lanes, began, strict=True))

    def _failure(self, laps: tuple[Lap, ...]) -> SiteError | None:
        """Why the last parcel that was tried was not delivered, else why one could not be; None when all is well."""
        names = {place.key: place.name for place in self.program.catalogue.city.destinations}
        wrong = [(lane, _wrong(lap)) for lane, lap in zip(self._lanes, laps, strict=True)]
        for lane, found in wrong:
            if found is not None:
                which = f"送付先「{names.get(lane.courier.key, lane.courier.key)}」: " if len(laps) > 1 else ""
                return SiteError(found.code, what=which + found.detail, mend="")
        return None

    def _paused(self) -> tuple[str, ...]:
        return tuple(line.label or line.name for line in self.program.store.places.list() if line.paused)

    def _may_deliver(self) -> bool:
        from kiosk.bootstrap.sending import Sending
        from kiosk.delivery.lanes import Lane
        from kiosk.store.faults import Fault

        if self._relay is None:
            try:
                sending = Sending(self.program)
                couriers, self._relay = sending.couriers()
                pairs = zip(couriers, sending.collectors(), strict=True)
                self._lanes = tuple(Lane(courier, then=collect) for courier, collect in pairs)
            except SiteError as error:
                if error.code != Fault.RELAY.value:
                    raise
        return self._relay is not None

    def stop(self) -> None:
        """See Delivery."""
        from kiosk.delivery.lanes import SOON

        for lane in self._lanes:
            lane.stop(patience=SOON)
        self._lanes = ()
        if self._relay is not None:
            self._relay.release()
            self._relay = None
