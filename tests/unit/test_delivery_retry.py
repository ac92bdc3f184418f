"""Waiting before the next attempt, resting a dead destination, and the alarms for staff."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.delivery.retry import STANDARD, Breaker, Level, Schedule, alarm, delay
from kiosk.model.parcel import OutboxCount
from tests.wording import say

NOW = dt.datetime(2026, 4, 20, 0, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(("attempt", "most"), [(1, 5), (2, 10), (3, 20), (8, 640), (9, 900), (1000, 900)])
def test_the_longest_wait_doubles_up_to_fifteen_minutes(attempt: int, most: float) -> None:
    assert delay(attempt, chance=lambda: 1.0) == dt.timedelta(seconds=most)


@given(st.integers(min_value=-3, max_value=10**6), st.floats(min_value=0, max_value=1, exclude_max=True))
def test_every_wait_is_between_one_second_and_fifteen_minutes(attempt: int, chance: float) -> None:
    assert dt.timedelta(seconds=1) <= delay(attempt, chance=lambda: chance) <= dt.timedelta(minutes=15)


def test_chance_spreads_the_whole_wait() -> None:
    assert delay(4, chance=lambda: 0.25) == dt.timedelta(seconds=10)


def test_a_destination_rests_only_after_five_failures_in_a_row() -> None:
    breaker = Breaker()
    for _ in range(STANDARD.patience - 1):
        breaker = breaker.failed(NOW, chance=lambda: 0.5)
        assert breaker.allows(NOW)
    breaker = breaker.failed(NOW, chance=lambda: 0.5)
    assert not breaker.allows(NOW)
    assert breaker.allows(NOW + dt.timedelta(seconds=3))


def test_every_further_failure_makes_the_rest_longer() -> None:
    breaker = Breaker(failures=4)
    rests = []
    for _ in range(12):
        breaker = breaker.failed(NOW, chance=lambda: 1.0)
        assert breaker.closed_until is not None
        rests.append(breaker.closed_until - NOW)
    assert rests == sorted(rests)
    assert rests[0] == dt.timedelta(seconds=5)
    assert rests[-1] == dt.timedelta(minutes=15)


@pytest.mark.parametrize(
    ("seconds", "level"),
    [
        (899, None),
        (900, Level.NOTICE),
        (3599, Level.NOTICE),
        (3600, Level.WARNING),
        (86399, Level.WARNING),
        (86400, Level.ALARM),
    ],
)
def test_alarms_come_at_a_quarter_of_an_hour_an_hour_and_a_day(seconds: int, level: Level | None) -> None:
    found = alarm(OutboxCount(pending=1, oldest_seconds=seconds))
    assert (found.level if found else None) is level


@pytest.mark.parametrize(("here", "relayed"), [(1, 0), (0, 1), (1, 1)])
def test_what_waits_at_the_relay_is_told_as_what_waits_here(here: int, relayed: int) -> None:
    found = alarm(OutboxCount(pending=here, relayed=relayed, oldest_seconds=900))
    assert found is not None
    assert (found.level, found.pending) == (Level.NOTICE, here)


def test_a_held_parcel_is_an_alarm_of_its_own_however_young() -> None:
    found = alarm(OutboxCount(held=2))
    assert found is not None
    assert found.level is None
    assert "".join(map(say, found.messages)).startswith("保留が2件あります。")


def test_nothing_waiting_is_no_alarm() -> None:
    assert alarm(OutboxCount(oldest_seconds=10**6)) is None


def test_a_destination_rests_longer_each_time_by_the_schedule_it_is_given() -> None:
    seven = Schedule(base=7.0, cap=1000.0, patience=2)
    breaker, rests = Breaker(), []
    for _ in range(4):
        breaker = breaker.failed(NOW, chance=lambda: 1.0, schedule=seven)
        rests.append(None if breaker.closed_until is None else (breaker.closed_until - NOW).total_seconds())
    assert rests == [None, 7.0, 14.0, 28.0]


def test_a_rest_is_over_at_its_very_end() -> None:
    breaker = Breaker(failures=5, closed_until=NOW)
    assert breaker.allows(NOW)
    assert not breaker.allows(NOW - dt.timedelta(microseconds=1))
