"""期限: by which day a filing is due, counted as the law counts.

民法140条 leaves the first day out (住基法の届出), 戸籍法43条 counts it (出生・死亡); months and years follow the
calendar (民法143条); a period of statute that ends on a closed day ends on the next open one (地方自治法4条の2第4項).
Two counters stay apart on purpose: the rule says which one, nothing is guessed from the procedure's name.
"""

import calendar as months
import datetime as dt
from typing import Protocol, assert_never

from kiosk.model.plan import Deadline
from kiosk.model.procedure import DeadlineRule, Unit

_DAY = dt.timedelta(days=1)


class Calendar(Protocol):
    """What a deadline needs to know of a calendar."""

    def next_open(self, day: dt.date) -> dt.date:
        """The day itself when the office is open, else the first open day after it."""
        ...


def _end_of_months(first: dt.date, count: int) -> dt.date:
    """The last day of a period of months whose first counted day is `first` (民法143条2項)."""
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    last = months.monthrange(year, month + 1)[1]
    if first.day > last:
        return dt.date(year, month + 1, last)
    return dt.date(year, month + 1, first.day) - _DAY


def _raw(rule: DeadlineRule, start: dt.date) -> dt.date:
    first = start if rule.first_day_included else start + _DAY
    match rule.unit:
        case Unit.DAY:
            return first + dt.timedelta(days=rule.count - 1)
        case Unit.MONTH:
            return _end_of_months(first, rule.count)
        case Unit.YEAR:
            return _end_of_months(first, rule.count * 12)
        case _:
            assert_never(rule.unit)


def compute(rule: DeadlineRule, start: dt.date, *, today: dt.date, calendar: Calendar) -> Deadline:
    """The deadline of a rule from its start; a rule without a count is its note alone.

    `late` says only that today is after `due`; what to do about it is the procedure's text, never a threat.
    """
    if rule.count <= 0:
        return uncounted(rule)
    raw = _raw(rule, start)
    opened = calendar.next_open(raw)
    due = opened if rule.rolls else raw
    return _told(rule, due=due, raw=raw, start=start, late=today > due, closed=opened != raw)


def uncounted(rule: DeadlineRule) -> Deadline:
    """The rule of a deadline whose first day is not known."""
    return _told(rule, due=None, raw=None, start=None, late=False, closed=False)


def _told(
    rule: DeadlineRule, *, due: dt.date | None, raw: dt.date | None, start: dt.date | None, late: bool, closed: bool
) -> Deadline:
    return Deadline.quick(
        due=due,
        raw=raw,
        start=start,
        late=late,
        closed=closed,
        count=rule.count,
        unit=rule.unit,
        counted_from=rule.start,
        first_day_included=rule.first_day_included,
        rolls=rule.rolls,
        note=rule.note,
        law=rule.law,
    )
