"""The only place that knows what time it is and makes new identities, so that tests own both."""

import datetime as dt
import os
import time
import uuid
from typing import Protocol
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")


class Clock(Protocol):
    """Time and identity as ports."""

    def now(self) -> dt.datetime:
        """The present instant, aware, UTC."""
        ...

    def today(self) -> dt.date:
        """The local calendar day in Japan, which is what a filing date is."""
        ...

    def new_id(self) -> uuid.UUID:
        """A new time-ordered identity (UUIDv7, RFC 9562); never reused, never max+1."""
        ...


def uuid7(milliseconds: int, tail: bytes) -> uuid.UUID:
    """UUIDv7 of a Unix time in milliseconds and ten random bytes (RFC 9562 section 5.7)."""
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(tail[:10], "big")
    value = value & ~(0xF << 76) | 7 << 76
    return uuid.UUID(int=value & ~(3 << 62) | 2 << 62)


class SystemClock:
    """The machine's clock."""

    def now(self) -> dt.datetime:
        """See Clock."""
        return dt.datetime.now(dt.UTC)

    def today(self) -> dt.date:
        """See Clock."""
        return dt.datetime.now(TOKYO).date()

    def new_id(self) -> uuid.UUID:
        """See Clock."""
        return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


class FixedClock:
    """A clock that stands still and counts identities: the same run gives the same papers."""

    def __init__(self, now: dt.datetime) -> None:
        self._now, self._count = now, 0

    def now(self) -> dt.datetime:
        """See Clock."""
        return self._now

    def today(self) -> dt.date:
        """See Clock."""
        return self._now.astimezone(TOKYO).date()

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += dt.timedelta(seconds=seconds)

    def new_id(self) -> uuid.UUID:
        """See Clock."""
        self._count += 1
        return uuid7(int(self._now.timestamp() * 1000), self._count.to_bytes(10, "big"))


class PracticeClock(FixedClock):
    """A clock that stands still over a home that stays: an identity is never given again, after a restart neither."""

    def turn_to(self, day: dt.date) -> None:
        """It is ten in the morning of another day."""
        self._now = at_ten(day)

    def new_id(self) -> uuid.UUID:
        """See Clock."""
        return uuid7(int(self.now().timestamp() * 1000), os.urandom(10))


def at_ten(day: dt.date) -> dt.datetime:
    """Ten in the morning in Japan on a day, as an aware UTC instant."""
    return dt.datetime.combine(day, dt.time(1), tzinfo=dt.UTC)


def wait(seconds: float) -> None:
    """Let the thread rest; the courier's only pause."""
    time.sleep(seconds)
