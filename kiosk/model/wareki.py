"""Japanese calendar dates, including those that are imprecise or not in the calendar."""

import datetime as dt
import enum
from calendar import monthrange
from typing import Literal, NamedTuple

from kiosk.model.base import Frozen
from kiosk.model.eras import BY_NAME, DATE, ERAS, Parts, spelled, year_text
from kiosk.model.message import Code, Message, Refused, Said

WESTERN = "西暦"
"""What stands in the place of an era on forms that take none."""

_AROUND = 5  # years

_OFF_CALENDAR, _ONLY_ON_PAPER = Code("date-off-calendar", "date"), Code("date-only-on-paper")
_AS_SAID, _WITH_YEAR = Code("date-as-said", "date"), Code("date-with-year", "date", "year")
_OFF, _OFF_WITH_YEAR = Code("date-off", "date"), Code("date-off-with-year", "date", "year")
_ON_DAY = Code("date-on-day", "date", "year", "month", "day")
_ON_WESTERN_DAY = Code("date-on-western-day", "date", "year", "month", "day")


class Precision(enum.Enum):
    """How much of a date is known (住民記録標準仕様: 不詳 patterns)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    UNKNOWN = "unknown"


class PartialDate(Frozen):
    """A date as it was declared; never forced into a language date type (標準仕様 1.1: 暦上日以外・不詳 allowed).

    `iso` is as long as what is known (1980, 1980-01, 1980-01-07; possibly no calendar day) or None; `era_text` is
    the declared 和暦 in one spelling (明治45年7月30日), None when declared in 西暦; `unknown_text` is 不詳表記 as
    it was declared.
    """

    kind: Literal["date"] = "date"
    iso: str | None = None
    era_text: str | None = None
    precision: Precision = Precision.DAY
    unknown_text: str | None = None


class EraParts(NamedTuple):
    """What four boxes of a form print: era, year with 元, month, day; empty where unknown."""

    era: str
    year: str
    month: str = ""
    day: str = ""


def from_day(day: dt.date) -> PartialDate:
    """A calendar day without a declared era."""
    return PartialDate(iso=day.isoformat())


def _known(date: PartialDate) -> tuple[int, ...]:
    return tuple(int(number) for number in (date.iso or "").split("-") if number)


def calendar_day(date: PartialDate) -> dt.date | None:
    """The day to count with, or None when it is imprecise or not in the calendar (2月29日 of a common year)."""
    if date.precision is not Precision.DAY or not date.iso:
        return None
    try:
        return dt.date(*_known(date))
    except (ValueError, TypeError):
        return None


def span(date: PartialDate) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a date can be, both counted; None where nothing bounds it.

    頃 and the like say no bounds: `_AROUND` years on either side are taken. A day that is not in the calendar lies in
    its month (2月29日 of a common year), a date of which only the era is known in the era.
    """
    known = _known(date)
    if not known:
        era = BY_NAME.get(date.era_text or "")
        return (dt.date(*era.start), dt.date(*era.end) if era.end else dt.date.max) if era is not None else None
    if date.precision is Precision.ABOUT:
        return dt.date(known[0] - _AROUND, 1, 1), dt.date(known[0] + _AROUND, 12, 31)
    if calendar_day(date) is not None:
        return dt.date(*known), dt.date(*known)
    first, last = (known[1], known[1]) if len(known) > 1 else (1, 12)
    return dt.date(known[0], first, 1), dt.date(known[0], last, monthrange(known[0], last)[1])


def begins_after(date: PartialDate, day: dt.date) -> bool:
    """Whether all of what is known of a date lies after a day."""
    known = _known(date)
    return known > (day.year, day.month, day.day)[: len(known)]


def month_of(date: PartialDate) -> PartialDate:
    """A date of which at least the month is known, as its month: 平成28年4月."""
    known, era = _known(date)[:2], _era_text(date)[:2]
    parts = Parts(era, *known)
    return PartialDate(iso=parts.iso, era_text=parts.text or None, precision=Precision.MONTH)


def caution(date: PartialDate) -> Refused | None:
    """What a clerk must confirm before a precise date is taken: that it is not in the calendar; None otherwise."""
    if date.precision is not Precision.DAY or calendar_day(date) is not None:
        return None
    return Refused(DATE(), _OFF_CALENDAR(date=Said(to_wareki(date))), _ONLY_ON_PAPER())


def eras_of(day: dt.date) -> list[str]:
    """Every 和暦 of a calendar day, the older era first: two on 1912-07-30 and 1926-12-25, none before 1868-10-23."""
    return _texts((day.year, day.month, day.day))


def _texts(known: tuple[int, ...]) -> list[str]:
    return [Parts(era.name, *known).text for era in reversed(ERAS) if known and era.holds(known)]


def _western(known: tuple[int, ...]) -> str:
    return spelled(str(known[0]), *known[1:]) if known else ""


def _era_text(date: PartialDate) -> str:
    """The declared 和暦, else the newer one of a day; empty when a year or month alone does not tell the era."""
    if date.era_text:
        return date.era_text
    texts = _texts(_known(date))
    one = len(texts) == 1 or date.precision is Precision.DAY
    return texts[-1] if texts and one else ""


def to_wareki(date: PartialDate | dt.date) -> str:
    """令和8年4月20日; what was declared stays (明治45年7月30日, 昭和2年月日不詳); else the newer era of an overlap."""
    if isinstance(date, dt.date):
        date = from_day(date)
    return date.unknown_text or _era_text(date) or _western(_known(date))


def to_seireki(date: PartialDate) -> str:
    """1980年1月7日, as birth dates of foreign residents are printed; an imprecise date stays as declared."""
    return date.unknown_text or _western(_known(date))


def era_parts(date: PartialDate) -> EraParts:
    """("昭和", "55", "1", "7"); 元 for a first year; the declared era on an overlap day; "" for what is unknown.

    A year declared in 西暦 that belongs to two eras (1989年頃) has an empty era and its Western year.
    """
    known, era = _known(date), BY_NAME.get(_era_text(date)[:2])
    if not known:
        return EraParts("" if era is None else era.name, "")
    year = str(known[0]) if era is None else year_text(known[0] - era.base)
    return EraParts("" if era is None else era.name, year, *map(str, known[1:]))


def western_parts(date: PartialDate) -> EraParts:
    """("西暦", "2027", "3", "31"): what the same boxes print of a date that is given in the Western calendar."""
    return EraParts(WESTERN, *map(str, _known(date))) if date.iso else EraParts("", "")


def written_in_parts(date: PartialDate) -> bool:
    """Whether 年, 月 and 日 say all of a date; of an imprecise one (昭和25年頃) only its own words do."""
    return date.precision is Precision.DAY and bool(date.iso)


def echo(date: PartialDate) -> Message:
    """昭和55年1月7日（1980年）: what the screen shows while a date is being typed."""
    known, text = _known(date), to_wareki(date)
    said, western = Said(text), not known or f"{known[0]}年" in text
    year = str(known[0]) if known else ""
    precise = date.precision is Precision.DAY
    if precise and calendar_day(date) is None:
        return _OFF(date=said) if western else _OFF_WITH_YEAR(date=said, year=year)
    if precise:
        return (_ON_WESTERN_DAY if western else _ON_DAY)(date=said, year=year, month=known[1], day=known[2])
    return _AS_SAID(date=said) if western else _WITH_YEAR(date=said, year=year)
