"""The courier behind a window: it delivers as soon as this process may, and says how the outbox stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError
from kiosk.ui.ports import Delivered

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.delivery.courier import Courier, Step
    from kiosk.store.relay import RelayLock


def _failure(steps: tuple[Step, ...]) -> SiteError | None:
    """Why the last parcel that was tried was not delivered; None when it was, or when nothing was tried."""
    from kiosk.delivery.courier import Outcome

    tried = [step for step in steps if step.outcome not in {Outcome.IDLE, Outcome.RESTING, Outcome.OVERTAKEN}]
    failed = tried and tried[-1].outcome in {Outcome.RETRY, Outcome.HELD}
    return SiteError(tried[-1].code, what=tried[-1].detail, mend="") if failed else None


def _moved(steps: tuple[Step, ...]) -> bool:
    from kiosk.delivery.courier import Outcome

    return any(step.outcome in {Outcome.ACKNOWLEDGED, Outcome.DELIVERED} for step in steps)


@dataclass
class Background:
    """The Delivery port. One process of a machine delivers; whoever finds the right taken asks again at every look.

    Without `deliver` it only looks (pictures, tests).
    """

    program: Program
    deliver: bool = True
    _couriers: tuple[Courier, ...] = ()
    _relay: RelayLock | None = None

    def look(self) -> Delivered:
        """See Delivery."""
        from kiosk.delivery.retry import alarm
        from kiosk.delivery.routing import run_round

        elsewhere = self.deliver and not self._may_deliver()
        steps = run_round(self._couriers)
        count = self.program.store.outbox.count(self.program.clock.now())
        return Delivered(
            count,
            alarm(count),
            elsewhere,
            moved=_moved(steps),
            failure=_failure(steps) or self._away(),
            paused=self._paused(),
        )

    def _away(self) -> SiteError | None:
        """Why a destination could get nothing now, told before anything waits for it."""
        found = (courier.look() for courier in self._couriers)
        return next((SiteError(away.code, what=away.detail, mend="") for away in found if away is not None), None)

    def _paused(self) -> tuple[str, ...]:
        return tuple(line.label or line.name for line in self.program.store.places.list() if line.paused)

    def _may_deliver(self) -> bool:
        from kiosk.bootstrap.sending import Sending
        from kiosk.store.faults import Fault

        if self._relay is None:
            try:
                self._couriers, self._relay = Sending(self.program).couriers()
            except SiteError as error:
                if error.code != Fault.RELAY.value:
                    raise
        return self._relay is not None

    def stop(self) -> None:
        """See Delivery."""
        self._couriers = ()
        if self._relay is not None:
            self._relay.release()
            self._relay = None
