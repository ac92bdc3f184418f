"""開庁日: on which days the office is open, and the next open day from a given one.

地方自治法4条の2: Saturdays, Sundays, 国民の祝日 and the year-end days a 条例 sets (usually 12月29日–1月3日).
National holidays come from the `jpholiday` library, from 1986 (before that it names a few days too many) to 2099;
equinoxes of years to come are computed, the 官報 of each February decides. Another year has no national holidays.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

YEAR_END = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})
"""年末年始 as most 条例 set it, as (month, day)."""

_WEEKDAYS = "月火水木金土日"
_SHORT = "振替休日"
_KNOWN = range(1986, 2100)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class OpenDays:
    """The calendar of one municipality: `year_end` by 条例, `also_closed` and `also_open` single days of its own."""

    year_end: frozenset[tuple[int, int]] = YEAR_END
    also_closed: frozenset[dt.date] = frozenset()
    also_open: frozenset[dt.date] = frozenset()

    @cached_property
    def _months(self) -> dict[tuple[int, int], Mapping[dt.date, str]]:
        return {}

    def _national(self, day: dt.date) -> str:
        """The name of a 国民の祝日; whole months are remembered, so that no day of anybody's is."""
        month = (day.year, day.month)
        if month not in self._months:
            self._months[month] = _national_holidays(*month)
        return self._months[month].get(day, "")

    def why_closed(self, day: dt.date) -> str:
        """昭和の日, 年末年始, 土曜日 or 閉庁日; empty when the office is open."""
        if day in self.also_open:
            return ""
        if day in self.also_closed:
            return "閉庁日"
        if holiday := self._national(day):
            return holiday
        if (day.month, day.day) in self.year_end:
            return "年末年始"
        return f"{_WEEKDAYS[day.weekday()]}曜日" if day.weekday() >= 5 else ""

    def is_open(self, day: dt.date) -> bool:
        """Whether the office takes filings on a day."""
        return not self.why_closed(day)

    def next_open(self, day: dt.date) -> dt.date:
        """The day itself when the office is open, else the first open day after it."""
        while not self.is_open(day):
            day += _DAY
        return day

    def in_time_since(self, day: dt.date) -> dt.date:
        """The first of the closed days directly before a day, or the day itself.

        A period of statute that ends on any of them is kept by who files on the day (地方自治法4条の2第4項).
        """
        while not self.is_open(day - _DAY):
            day -= _DAY
        return day

    def exceptions(self, years: Iterable[int]) -> Iterator[dt.date]:
        """The days of these years on which the weekday alone would tell wrongly whether the office is open."""
        for year in years:
            days = (dt.date(year, 1, 1) + number * _DAY for number in range(366))
            yield from (day for day in days if day.year == year and self.is_open(day) == (day.weekday() >= 5))


def open_days(year_end: Iterable[tuple[int, int]]) -> OpenDays:
    """The calendar of a city that says which days at the year's end are closed; none said: what most 条例 set."""
    days = frozenset(year_end)
    return OpenDays(year_end=days) if days else OpenDays()


def _national_holidays(year: int, month: int) -> dict[dt.date, str]:
    from jpholiday import JPHoliday  # its own shared calendar would remember every day that it was asked for

    found = JPHoliday().month_holidays(year, month) if year in _KNOWN else ()
    return {holiday.date: _SHORT if holiday.name.endswith(_SHORT) else holiday.name for holiday in found}
