"""いつもう一度送るか: full-jitter back-off, one breaker per destination, and alarms as values.

Back-off: a random moment within 5 s · 2^n, at most 15 minutes, so that many terminals do not return together
(M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). Nothing transient is ever given up.
"""

import datetime as dt
import enum
from collections.abc import Callable

from kiosk.model.base import Frozen
from kiosk.model.message import Code, Message
from kiosk.model.parcel import OutboxCount

Chance = Callable[[], float]
"""A number from 0 up to but not including 1; the real one comes from bootstrap, a test gives its own."""


class Schedule(Frozen):
    """Back-off in seconds, and how many failures in a row open the breaker."""

    base: float = 5.0
    cap: float = 900.0
    floor: float = 1.0
    patience: int = 5


STANDARD = Schedule()


def delay(attempt: int, *, chance: Chance, schedule: Schedule = STANDARD) -> dt.timedelta:
    """How long to wait after attempt number `attempt` (1 first): uniform in 0 … min(cap, base · 2^(attempt − 1)).

    Never less than `floor`, so that a lucky draw cannot become a busy loop.
    """
    doublings = min(max(attempt, 1) - 1, 32)
    seconds = min(schedule.cap, schedule.base * 2**doublings) * chance()
    return dt.timedelta(seconds=max(schedule.floor, seconds))


class Breaker(Frozen):
    """送付休止: after `patience` failures in a row a destination rests; then one parcel tries for all."""

    failures: int = 0
    closed_until: dt.datetime | None = None

    def allows(self, now: dt.datetime) -> bool:
        """Whether a parcel may be tried now."""
        return self.closed_until is None or now >= self.closed_until

    def failed(self, now: dt.datetime, *, chance: Chance, schedule: Schedule = STANDARD) -> "Breaker":
        """One more failure of the destination itself (not of a parcel)."""
        failures = self.failures + 1
        if failures < schedule.patience:
            return Breaker(failures=failures)
        rest = delay(failures - schedule.patience + 1, chance=chance, schedule=schedule)
        return Breaker(failures=failures, closed_until=now + rest)


class Level(enum.Enum):
    """警報の段階: how long the oldest parcel has been waiting, in seconds."""

    NOTICE = 15 * 60
    WARNING = 60 * 60
    ALARM = 24 * 60 * 60


_QUARTER, _HOUR, _DAY = Code("alarm-quarter-hour"), Code("alarm-hour"), Code("alarm-day")
_WAITING = {Level.NOTICE: _QUARTER, Level.WARNING: _HOUR, Level.ALARM: _DAY}
_HELD = Code("alarm-held", "count")


class Alarm(Frozen):
    """What staff must know about the outbox; `level` is None when parcels are only held for a person."""

    level: Level | None
    messages: tuple[Message, ...]
    pending: int
    held: int

    @property
    def urgent(self) -> bool:
        """Whether a person must act now: something is held, or has waited for an hour."""
        return bool(self.held) or self.level in {Level.WARNING, Level.ALARM}


def alarm(count: OutboxCount) -> Alarm | None:
    """The highest alarm that holds, or None when nothing waits too long and nothing is held."""
    level, waiting = _level(count), waiting_too_long(count)
    messages = (*waiting, _HELD(count=count.held)) if count.held else waiting
    return Alarm(level=level, messages=messages, pending=count.pending, held=count.held) if messages else None


def waiting_too_long(count: OutboxCount) -> tuple[Message, ...]:
    """What is to be said of the age of the oldest parcel: nothing for a quarter of an hour."""
    level = _level(count)
    return (_WAITING[level](),) if level else ()


def _level(count: OutboxCount) -> Level | None:
    reached = [level for level in Level if count.oldest_seconds >= level.value and count.pending + count.relayed]
    return max(reached, key=lambda level: level.value, default=None)
