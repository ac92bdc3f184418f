"""Deadlines: which day counts first, where a month ends, and when an office is closed."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.plan import Deadline
from kiosk.model.procedure import DeadlineRule, Unit
from kiosk.rules.calendar import OpenDays
from kiosk.rules.deadlines import compute, uncounted

VECTORS = Path(__file__).resolve().parents[2] / ".." / "shared" / "domain" / "test_vectors.json"
TODAY = dt.date(2026, 4, 20)
OFFICE = OpenDays()
MOVE = DeadlineRule(count=14, start="case.moved_on", law="住民基本台帳法22条")
RULES = {
    "moved_on+14": MOVE,
    "moved_on+14 (初日不算入)": MOVE,
    "birth 14 (初日算入)": DeadlineRule(count=14, start="child.birth", first_day_included=True),
    "death 7 (初日算入)": DeadlineRule(count=7, start="death", first_day_included=True),
    "児童手当15日(翌日起算)": DeadlineRule(count=15, start="case.planned_move_out"),
    "特例転入 転出予定日の翌日から30日": DeadlineRule(count=30, start="case.planned_move_out"),
}


def due(rule: DeadlineRule, start: dt.date) -> dt.date:
    found = compute(rule, start, today=TODAY, calendar=OFFICE).due
    assert found is not None
    return found


def test_the_shared_deadline_vectors_hold() -> None:
    if not VECTORS.exists():
        pytest.skip("the shared domain data is not beside this checkout")
    rows: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))["deadlines"]
    assert len(rows) == 6
    for row in rows:
        found = compute(RULES[row["rule"]], dt.date.fromisoformat(row["start"]), today=TODAY, calendar=OFFICE)
        assert (str(found.raw), str(found.due)) == (row["raw"], row["rolled"]), row


def test_a_move_and_a_birth_on_the_same_day_are_due_on_different_days() -> None:
    start = dt.date(2026, 6, 1)
    assert due(MOVE, start) == dt.date(2026, 6, 15)
    assert due(RULES["birth 14 (初日算入)"], start) == dt.date(2026, 6, 15)
    assert compute(RULES["birth 14 (初日算入)"], start, today=TODAY, calendar=OFFICE).raw == dt.date(2026, 6, 14)


def test_a_rule_that_does_not_roll_ends_on_the_holiday_itself() -> None:
    rule = MOVE.model_copy(update={"rolls": False})
    assert due(rule, dt.date(2026, 4, 20)) == dt.date(2026, 5, 4)


@pytest.mark.parametrize(
    ("start", "included", "months", "end"),
    [
        ("2026-01-15", False, 1, "2026-02-15"),
        ("2026-01-30", False, 1, "2026-02-28"),
        ("2026-01-31", False, 1, "2026-02-28"),
        ("2028-01-30", False, 1, "2028-02-29"),
        ("2026-04-20", True, 3, "2026-07-19"),
        ("2026-04-01", True, 3, "2026-06-30"),
        ("2026-01-30", True, 3, "2026-04-29"),
        ("2026-01-31", True, 3, "2026-04-30"),
        ("2026-11-30", False, 3, "2027-02-28"),
        ("2026-12-31", False, 12, "2027-12-31"),
    ],
)
def test_months_end_before_their_corresponding_day_or_with_the_month(
    start: str, included: bool, months: int, end: str
) -> None:
    rule = DeadlineRule(count=months, unit=Unit.MONTH, start="x", first_day_included=included, rolls=False)
    assert due(rule, dt.date.fromisoformat(start)) == dt.date.fromisoformat(end)


def test_years_follow_the_calendar_even_from_a_leap_day() -> None:
    rule = DeadlineRule(count=2, unit=Unit.YEAR, start="funeral", rolls=False)
    assert due(rule, dt.date(2026, 4, 20)) == dt.date(2028, 4, 20)
    assert due(rule, dt.date(2028, 2, 28)) == dt.date(2030, 2, 28)
    assert due(rule, dt.date(2028, 2, 29)) == dt.date(2030, 2, 28)


def test_a_rule_that_is_only_words_has_no_day_and_is_never_late() -> None:
    found = compute(DeadlineRule(note="すみやかに", law="学校教育法施行令6条"), TODAY, today=TODAY, calendar=OFFICE)
    assert (found.due, found.late, found.note, found.law) == (None, False, "すみやかに", "学校教育法施行令6条")


def test_a_deadline_tells_from_which_day_it_counts_by_which_law_and_what_else_holds() -> None:
    rule = MOVE.model_copy(update={"note": "正当な理由があるときは過料なし"})
    found = compute(rule, dt.date(2026, 4, 1), today=TODAY, calendar=OFFICE)
    assert found.start == dt.date(2026, 4, 1)
    assert (found.law, found.note) == ("住民基本台帳法22条", "正当な理由があるときは過料なし")


def test_the_last_day_is_in_time_and_the_next_is_late() -> None:
    start, last = dt.date(2026, 4, 20), dt.date(2026, 5, 7)
    found = [compute(MOVE, start, today=last + dt.timedelta(days=n), calendar=OFFICE).late for n in (0, 1)]
    assert found == [False, True]


def test_golden_week_and_the_year_end_are_closed_with_a_reason() -> None:
    reasons = [OFFICE.why_closed(dt.date(2026, 5, day)) for day in (2, 3, 4, 5, 6, 7)]
    assert reasons == ["土曜日", "憲法記念日", "みどりの日", "こどもの日", "振替休日", ""]
    assert OFFICE.why_closed(dt.date(2026, 12, 29)) == "年末年始"
    assert OFFICE.next_open(dt.date(2026, 12, 29)) == dt.date(2027, 1, 4)


def test_a_municipality_sets_its_own_year_end_and_single_days() -> None:
    day = dt.date(2026, 12, 29)
    assert OpenDays(year_end=frozenset({(12, 30), (12, 31), (1, 2), (1, 3)})).is_open(day)
    assert OpenDays(also_open=frozenset({day})).is_open(day)
    local = OpenDays(also_closed=frozenset({dt.date(2026, 4, 21)}))
    assert local.why_closed(dt.date(2026, 4, 21)) == "閉庁日"
    assert local.next_open(dt.date(2026, 4, 21)) == dt.date(2026, 4, 22)


def test_two_calendars_with_the_same_days_are_one_key() -> None:
    assert hash(OpenDays()) == hash(OFFICE)
    assert OpenDays() == OFFICE


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 12, 31)))
def test_the_next_open_day_is_open_and_never_far(day: dt.date) -> None:
    found = OFFICE.next_open(day)
    assert OFFICE.is_open(found)
    assert 0 <= (found - day).days <= 12


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 12, 31)), st.integers(1, 400), st.sampled_from(Unit))
def test_counting_the_first_day_is_never_later_than_leaving_it_out(start: dt.date, count: int, unit: Unit) -> None:
    if unit is not Unit.DAY:
        count = count % 9 + 1
    outer = DeadlineRule(count=count, unit=unit, start="x", rolls=False)
    inner = outer.model_copy(update={"first_day_included": True})
    assert start <= due(inner, start) <= due(outer, start)


def test_a_deadline_is_whole_whether_its_first_day_is_known_or_not() -> None:
    """What is made without being checked keeps the types that a reader checks."""
    for found in (
        compute(MOVE, dt.date(2026, 4, 7), today=TODAY, calendar=OFFICE),
        compute(DeadlineRule(count=0, start="", note="すみやかに"), TODAY, today=TODAY, calendar=OFFICE),
        uncounted(MOVE),
    ):
        assert Deadline.model_validate(found.model_dump()) == found
        assert (found.late, found.closed) == (False, False)
        assert (found.law, found.count) in {(MOVE.law, 14), ("", 0)}
