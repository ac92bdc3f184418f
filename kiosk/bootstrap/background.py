"""The courier behind a window: it delivers as soon as this process may, and says how the outbox stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError
from kiosk.ui.ports import Delivered

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.delivery.courier import Courier
    from kiosk.store.relay import RelayLock


@dataclass
class Background:
    """The Delivery port. One process of a machine delivers; whoever finds the right taken asks again at every look.

    Without `deliver` it only looks (pictures, tests).
    """

    program: Program
    deliver: bool = True
    _courier: Courier | None = None
    _relay: RelayLock | None = None

    def look(self) -> Delivered:
        """See Delivery."""
        from kiosk.delivery.retry import alarm

        elsewhere = self.deliver and not self._may_deliver()
        if self._courier is not None:
            self._courier.run_until_idle()
        count = self.program.store.outbox.count(self.program.clock.now())
        return Delivered(count, alarm(count), elsewhere)

    def _may_deliver(self) -> bool:
        from kiosk.store.faults import Fault

        if self._courier is None:
            try:
                self._courier, self._relay = self.program.courier()
            except SiteError as error:
                if error.code != Fault.RELAY.value:
                    raise
        return self._courier is not None

    def stop(self) -> None:
        """See Delivery."""
        self._courier = None
        if self._relay is not None:
            self._relay.release()
            self._relay = None
