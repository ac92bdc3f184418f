"""送付係: takes parcels from the outbox to one destination, one at a time, until each has its receipt."""

import datetime as dt
import enum
import uuid
from collections import deque
from collections.abc import Iterator, Sequence
from typing import assert_never

from kiosk.delivery.retry import STANDARD, Alarm, Breaker, Chance, Schedule, alarm, delay
from kiosk.flow.clock import Clock
from kiosk.flow.ports import Batching, Destination, Waiting
from kiosk.model.base import Frozen
from kiosk.model.parcel import DeliveryFailed, Failure, Lease, Receipt, State, standing

LEASE = dt.timedelta(seconds=60)


class Outcome(enum.Enum):
    """What one step came to."""

    IDLE = "idle"  # nothing is due
    RESTING = "resting"  # the breaker keeps the destination at rest
    ACKNOWLEDGED = "acknowledged"  # 受領
    DELIVERED = "delivered"  # taken without the receiver's own acknowledgement
    RELAYED = "relayed"  # 中継まで: the hub has it
    RETRY = "retry"  # comes again at `retry_at`
    HELD = "held"  # 保留: a person must look
    OVERTAKEN = "overtaken"  # the lease had passed to someone else; nothing was recorded

    @property
    def settled(self) -> bool:
        """Whether somebody else has the parcel now."""
        return self in _SETTLED.values()


_SETTLED = {
    State.ACKNOWLEDGED: Outcome.ACKNOWLEDGED,
    State.DELIVERED: Outcome.DELIVERED,
    State.RELAYED: Outcome.RELAYED,
}


class Step(Frozen):
    """One step of the courier; `code` is the staff code of a failure, never personal data."""

    outcome: Outcome
    message: uuid.UUID | None = None
    code: str = ""
    detail: str = ""
    retry_at: dt.datetime | None = None


class Courier:
    """One worker per destination, so that a dead one never stalls the others. It owns no thread and never waits."""

    def __init__(
        self,
        outbox: Waiting,
        *,
        destination: Destination,
        clock: Clock,
        chance: Chance,
        schedule: Schedule = STANDARD,
        lease: dt.timedelta = LEASE,
    ) -> None:
        self._outbox, self._destination, self._clock = outbox, destination, clock
        self._chance, self._schedule, self._lease = chance, schedule, lease
        self._breaker = Breaker()
        self._answered: deque[tuple[Lease, Receipt | DeliveryFailed]] = deque()
        self._counted = False

    @property
    def key(self) -> str:
        """By which the outbox knows its destination."""
        return self._destination.name

    def step(self) -> Step:
        """Try the next due parcel once and record what came of it. Raises SiteError when the outbox itself fails."""
        if not self._answered:
            now = self._clock.now()
            if not self._breaker.allows(now):
                return Step(outcome=Outcome.RESTING, retry_at=self._breaker.closed_until)
            leases = self._claimed(now)
            if not leases:
                return Step(outcome=Outcome.IDLE)
            self._answered.extend(self._attempt(leases))
            self._counted = False
        lease, answer = self._answered.popleft()
        if isinstance(answer, Receipt):
            return self._settle(lease, answer)
        return self._fail(lease, answer)

    def steps(self) -> Iterator[Step]:
        """Steps until nothing is due or the destination rests; the last step says which."""
        outcome = None
        while outcome not in {Outcome.IDLE, Outcome.RESTING}:
            step = self.step()
            outcome = step.outcome
            yield step

    def look(self) -> DeliveryFailed | None:
        """What hinders the destination now, also while nothing waits for it."""
        return self._destination.look()

    def alarm(self) -> Alarm | None:
        """What staff must know about waiting and held parcels now."""
        return alarm(self._outbox.count(self._clock.now()))

    def _claimed(self, now: dt.datetime) -> tuple[Lease, ...]:
        """One parcel, or as many as the destination takes at once, each of another order key."""
        most = self._destination.most if isinstance(self._destination, Batching) else 1
        leases: list[Lease] = []
        while len(leases) < most:
            lease = self._outbox.claim(self._destination.name, now=now, lease=self._lease)
            if lease is None:
                break
            leases.append(lease)
        return tuple(leases)

    def _attempt(self, leases: Sequence[Lease]) -> Sequence[tuple[Lease, Receipt | DeliveryFailed]]:
        """What came of each; also where the destination answers for more or fewer than it was given, that is told."""
        parcels = [lease.parcel.model_copy(update={"noted": lease.noted, "asked": lease.asked}) for lease in leases]
        try:
            if isinstance(self._destination, Batching):
                return list(zip(leases, self._destination.deliver_all(parcels), strict=True))
            return [(leases[0], self._destination.deliver(parcels[0]))]
        except Exception as error:  # noqa: BLE001 - a defect in one destination holds its parcel, it never ends the courier
            detail = "送付処理に不具合があります。システム担当へ連絡してください。"
            failed = DeliveryFailed(failure=Failure.REFUSED, code=f"D99-{type(error).__name__}", detail=detail)
            return [(lease, failed) for lease in leases]

    def _settle(self, lease: Lease, receipt: Receipt) -> Step:
        self._breaker = Breaker()
        message = lease.parcel.message
        if not self._outbox.settle(lease, receipt, now=self._clock.now()):
            return Step(outcome=Outcome.OVERTAKEN, message=message)
        return Step(outcome=_SETTLED[standing(receipt)], message=message)

    def _fail(self, lease: Lease, failed: DeliveryFailed) -> Step:
        """A refusal is about the parcel: the breaker counts only what is about the destination, once for a batch."""
        now = self._clock.now()
        held = False
        match failed.failure:
            case Failure.UNREACHABLE | Failure.UNKNOWN_OUTCOME:
                if not self._counted:
                    self._breaker = self._breaker.failed(now, chance=self._chance, schedule=self._schedule)
                self._counted = True
            case Failure.REFUSED:
                self._breaker, held = Breaker(), True
            case _:
                assert_never(failed.failure)
        wait = delay(lease.attempt, chance=self._chance, schedule=self._schedule)
        retry_at = now + max(wait, dt.timedelta(seconds=failed.after))
        if not self._outbox.fail(lease, failed, now=now, retry_at=retry_at):
            return Step(outcome=Outcome.OVERTAKEN, message=lease.parcel.message)
        return Step(
            outcome=Outcome.HELD if held else Outcome.RETRY,
            message=lease.parcel.message,
            code=failed.code,
            detail=failed.detail,
            retry_at=None if held else retry_at,
        )
