"""The courier's rounds behind a window, and what staff decide between two parcels, on a thread of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.ui.jobs import Jobs
from kiosk.ui.troubles import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.office.ports import Sending, SendingPage
    from kiosk.ui.ports import Delivered, Delivery, Log
    from kiosk.ui.troubles import Troubles

T = TypeVar("T")


class Rounds(QObject):
    """`counted`: what a round found, `unsent`: what has not left, as staff see it. What goes wrong is a trouble."""

    counted = Signal(object)
    unsent = Signal(object)

    def __init__(
        self, troubles: Troubles, log: Log, *, delivery: Delivery | None = None, sending: Sending | None = None
    ) -> None:
        super().__init__()
        self._troubles, self._log, self._delivery, self._sending = troubles, log, delivery, sending
        self._courier = Jobs(name="courier")

    def look(self) -> None:
        """Deliver what is due and count what waits; never two looks at a time."""
        delivery = self._delivery
        if delivery is not None and not self._courier.running:
            self._run(delivery.look, self._delivered)

    def decide(self, work: Callable[[Sending], SendingPage]) -> None:
        """Let staff look or decide, between two parcels of the courier: neither meets the other. See `unsent`."""
        if (sending := self._sending) is not None:
            self._run(lambda: work(sending), self._decided)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._courier.run(
            work, done=done, failed=lambda error: self._troubles.note("courier", error), broke=self._broke
        )

    def _decided(self, page: SendingPage) -> None:
        self.unsent.emit(page)
        self.look()

    def _delivered(self, found: Delivered) -> None:
        self.counted.emit(found)
        if found.failure is not None:
            self._troubles.note("courier", found.failure)
        elif found.moved or not found.count.pending:
            self._troubles.clear("courier")
        if found.sharing is not None:
            self._troubles.note("sharing", found.sharing)
        else:
            self._troubles.clear("sharing")
        if found.alarm is None:
            self._troubles.clear("waiting")
        else:
            self._troubles.show(Trouble("waiting", "", urgent=found.alarm.urgent, messages=found.alarm.messages))

    def _broke(self, error: BaseException) -> None:
        """The courier's own defect holds up delivery, never the visit at the desk."""
        reference = self._log.defect(error)
        self._troubles.show(Trouble("courier", "", code=reference))

    def close(self) -> None:
        """Take no more work."""
        self._courier.close()
        if self._delivery is not None:
            self._delivery.stop()
