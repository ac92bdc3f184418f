"""What people say for a date - typed, or declared as 不詳 - read in either calendar and in every usual spelling."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress

from kiosk.model.eras import BY_NAME, DATE, Parts, check, plain, read
from kiosk.model.letters import length
from kiosk.model.message import Code, Refused, Said
from kiosk.model.wareki import PartialDate, Precision, from_day, month_of

UNKNOWN_ENDINGS = ("月日不詳", "日不詳", "頃", "春", "夏", "秋", "冬", "上旬", "中旬", "下旬")
"""What a clerk's keys append to a known year or month; 年月日不詳 and 推定 stand alone or in front."""

_DECLARED_LIMIT = 72
_ANY_YEARS_AHEAD = 100
_MONTHS = 12
_LEAP_YEAR = 2000  # for a month and a day that are told without their year
_RELATIVE = {"今日": 0, "本日": 0, "昨日": -1, "きのう": -1, "一昨日": -2, "おととい": -2, "明日": 1, "あした": 1}
_AGREEING = re.compile(r"\((?P<other>[^()]*\d年)\)")
_BORN = re.compile(r"(?:\([月火水木金土日]\))?(?:生まれ|生)?$")

_UNREADABLE, _SPELLINGS = Code("date-unreadable"), Code("date-spellings")
_YEARS_DIFFER, _PERHAPS = Code("date-years-differ"), Code("date-perhaps", "year")
_NO_MONTH_DAY, _MONTH_DAY_UNKNOWN = Code("date-month-day-missing"), Code("date-month-day-unknown")
_ONLY_MONTH, _DAY_UNKNOWN = Code("date-day-missing"), Code("date-day-unknown")
_NO_MONTH, _MONTH_UNKNOWN = Code("date-month-missing"), Code("date-month-unknown")
_TOO_LONG, _LIMIT = Code("date-unknown-too-long"), Code("date-unknown-limit", "limit", "count")

_NOT_KNOWN = re.compile(r"不詳|不明|分からない|わからない")
_VAGUE = re.compile(r"頃|ころ|ごろ|推定|[春夏秋冬旬]|年末|年始|末$|から|の間|[~〜]")
_SPAN = re.compile(r"から|[~〜・\-]|又は|または|[若も]しくは|ないし|乃至|及び|と")
_LATER = re.compile(r"(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?")
_NEAR = re.compile(r"(?:(?P<month>\d{1,2})(?:[-/.・]|月)|(?P<two>\d\d)(?=\d\d$))?(?P<day>\d{1,2})日?")
_YEARLESS = re.compile(r"(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?")


def _unreadable() -> Refused:
    return Refused(DATE(), _UNREADABLE(), _SPELLINGS())


def _later(tail: str, parts: Parts) -> tuple[int, ...]:
    """What a period's two ends share: both in April → (year, 4)."""
    end = _SPAN.split(tail)[-1].strip()
    full = read(end)
    if full is not None:
        later: tuple[int | None, ...] = full[0].known
    else:
        found = _LATER.match(end)
        month, day = (None, None) if found is None else (found["month"], found["day"])
        if month is None and day is None:
            return parts.known
        later = (parts.year, int(month) if month else parts.month, int(day) if day else None)
    shared = 0
    for here, there in zip(parts.known, later, strict=False):
        if here != there:
            break
        shared += 1
    return parts.known[:shared]


def _words_alone(declared: str, text: str) -> PartialDate | Refused:
    """A declaration that names no year: 年月日不詳, 昭和年月日不詳, 5月1日頃."""
    if _NOT_KNOWN.search(text):
        named = text[:2] if text[:2] in BY_NAME else None
        return PartialDate(precision=Precision.UNKNOWN, unknown_text=declared, era_text=named)
    day = _YEARLESS.match(text.removeprefix("推定"))
    if day is None:
        return _unreadable()
    parts = Parts("", _LEAP_YEAR, int(day["month"]), int(day["day"] or 1))
    trouble = check(parts, latest=_LEAP_YEAR)
    return trouble or PartialDate(precision=Precision.ABOUT, unknown_text=declared)


def _imprecise(declared: str, text: str, *, latest: int) -> PartialDate | Refused:
    found = read(text.removeprefix("推定").strip())
    if found is None:
        return _words_alone(declared, text)
    parts, tail = found
    trouble = check(parts, latest=latest)
    if trouble is not None:
        return trouble
    known = _later(tail, parts)
    if not known:
        return PartialDate(precision=Precision.ABOUT, unknown_text=declared)
    parts = Parts(parts.era, *known)
    vague = _VAGUE.search(text) is not None or len(known) == 3
    precision = Precision.ABOUT if vague else (Precision.YEAR, Precision.MONTH)[len(known) - 1]
    return PartialDate(iso=parts.iso, era_text=parts.text or None, precision=precision, unknown_text=declared)


def _precise(text: str, *, latest: int) -> PartialDate | Refused:
    agreeing = _AGREEING.search(text)
    found = read(_BORN.sub("", _AGREEING.sub("", text, count=1)).strip())
    if found is None or found[1]:
        return _unreadable()
    parts = found[0]
    trouble = check(parts, latest=latest)
    if trouble is not None:
        return trouble
    other = read(agreeing["other"]) if agreeing else None
    if other is not None and other[0].year != parts.year:
        return Refused(DATE(), _YEARS_DIFFER(), _PERHAPS(year=Said(str(parts.year))))
    if parts.month is None:
        return Refused(DATE(), _NO_MONTH_DAY(), _MONTH_DAY_UNKNOWN())
    if parts.day is None:
        return Refused(DATE(), _ONLY_MONTH(), _DAY_UNKNOWN())
    return PartialDate(iso=parts.iso, era_text=parts.text or None)


def parse_near(text: str, *, today: dt.date, past: bool) -> PartialDate | None:
    """The day next to `today` that is meant without its year (4.12, 4月12日, 0412) or its month (12, 12日).

    With `past` the last one that has been. None for anything else, and where the calendar has no such day near.
    """
    found = _NEAR.fullmatch(plain(text))
    if found is None:
        return None
    named, day = found["month"] or found["two"], int(found["day"])
    month = int(named) if named else None
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    days = [each for each in _near(today, month, day) if not (past and each > today)]
    return from_day(min(days, key=lambda each: abs(each - today))) if days else None


def _near(today: dt.date, month: int | None, day: int) -> Iterator[dt.date]:
    """The days of that name in the months, or the years, before and after."""
    at = today.year * 12 + today.month - 1
    places = range(at - 1, at + 2) if month is None else ((today.year + by) * 12 + month - 1 for by in (-1, 0, 1))
    for place in places:
        with suppress(ValueError):  # the calendar has no such day
            yield dt.date(place // 12, place % 12 + 1, day)


def parse_month(text: str, *, today: dt.date) -> PartialDate | Refused:
    """As parse_date, where year and month are all that is wanted: 平成28年4月, H28.4, 2016-04; a day is left out.

    平成28年4月日不詳 says no more than 平成28年4月; 昭和60年頃 and 年月日不詳 stay as declared.
    """
    bare = read(plain(text))
    parts = bare[0] if bare is not None and not bare[1] else None
    if parts is None or parts.day is not None:
        date = parse_date(text, today=today)
        whole = isinstance(date, PartialDate) and date.precision in {Precision.DAY, Precision.MONTH}
        return month_of(date) if isinstance(date, PartialDate) and whole else date
    trouble = check(parts, latest=today.year + _ANY_YEARS_AHEAD)
    if trouble is not None:
        return trouble
    if parts.month is None:
        return Refused(DATE(), _NO_MONTH(), _MONTH_UNKNOWN())
    return PartialDate(iso=parts.iso, era_text=parts.text or None, precision=Precision.MONTH)


def parse_date(text: str, *, today: dt.date) -> PartialDate | Refused:
    """What a clerk types (S55.1.7, 昭55/1/7, 19800107, 1980-01-07, 令和元年5月1日, 今日) or a 不詳 pattern as declared.

    Years run to a century after `today`. A day outside the calendar is kept as declared and `caution` says so.
    A declaration longer than 72 characters (基本データリスト 不詳表記 N72) is refused, never cut.
    """
    declared = text.strip()
    if (count := length(declared)) > _DECLARED_LIMIT:
        return Refused(DATE(), _TOO_LONG(), _LIMIT(limit=_DECLARED_LIMIT, count=count))
    typed = plain(text)
    latest = today.year + _ANY_YEARS_AHEAD
    if typed in _RELATIVE:
        return from_day(today + dt.timedelta(days=_RELATIVE[typed]))
    if not (_NOT_KNOWN.search(typed) or _VAGUE.search(typed)):
        return _precise(typed, latest=latest)
    return _imprecise(declared, typed, latest=latest)
