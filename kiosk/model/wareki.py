"""Japanese calendar dates, including those that are imprecise or not in the calendar."""

import datetime as dt
import enum
import re
from calendar import monthrange
from typing import Literal, NamedTuple

from kiosk.model.base import Frozen
from kiosk.model.eras import BY_NAME, DATE, ERAS, Parts, check, plain, read, spelled, year_text
from kiosk.model.letters import length
from kiosk.model.message import Code, Message, Refused, Said

UNKNOWN_ENDINGS = ("月日不詳", "日不詳", "頃", "春", "夏", "秋", "冬", "上旬", "中旬", "下旬")
"""What a clerk's keys append to a known year or month; 年月日不詳 and 推定 stand alone or in front."""

_DECLARED_LIMIT = 72
_AROUND = 5
_ANY_YEARS_AHEAD = 100
_RELATIVE = {"今日": 0, "本日": 0, "昨日": -1, "きのう": -1, "一昨日": -2, "おととい": -2, "明日": 1, "あした": 1}
_AGREEING = re.compile(r"\((?P<other>[^()]*\d年)\)")
_BORN = re.compile(r"(?:\([月火水木金土日]\))?(?:生まれ|生)?$")

_UNREADABLE, _SPELLINGS = Code("date-unreadable"), Code("date-spellings")
_OFF_CALENDAR, _ONLY_ON_PAPER = Code("date-off-calendar", "date"), Code("date-only-on-paper")
_YEARS_DIFFER, _PERHAPS = Code("date-years-differ"), Code("date-perhaps", "year")
_NO_MONTH_DAY, _MONTH_DAY_UNKNOWN = Code("date-month-day-missing"), Code("date-month-day-unknown")
_ONLY_MONTH, _DAY_UNKNOWN = Code("date-day-missing"), Code("date-day-unknown")
_TOO_LONG, _LIMIT = Code("date-unknown-too-long"), Code("date-unknown-limit", "limit", "count")
_AS_SAID, _WITH_YEAR = Code("date-as-said", "date"), Code("date-with-year", "date", "year")
_OFF, _OFF_WITH_YEAR = Code("date-off", "date"), Code("date-off-with-year", "date", "year")
_ON_DAY = Code("date-on-day", "date", "year", "month", "day")
_ON_WESTERN_DAY = Code("date-on-western-day", "date", "year", "month", "day")

_NOT_KNOWN = re.compile(r"不詳|不明|分からない|わからない")
_VAGUE = re.compile(r"頃|ころ|ごろ|推定|[春夏秋冬旬]|年末|年始|末$|から|の間|[~〜]")
_SPAN = re.compile(r"から|[~〜]")
_LATER = re.compile(r"(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?")


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


def to_seireki(date: PartialDate | dt.date) -> str:
    """1980年1月7日, as birth dates of foreign residents are printed; an imprecise date stays as declared."""
    if isinstance(date, dt.date):
        date = from_day(date)
    return date.unknown_text or _western(_known(date))


def era_parts(date: PartialDate | dt.date) -> EraParts:
    """("昭和", "55", "1", "7"); 元 for a first year; the declared era on an overlap day; "" for what is unknown.

    A year declared in 西暦 that belongs to two eras (1989年頃) has an empty era and its Western year.
    """
    if isinstance(date, dt.date):
        date = from_day(date)
    known, era = _known(date), BY_NAME.get(_era_text(date)[:2])
    if not known:
        return EraParts("" if era is None else era.name, "")
    year = str(known[0]) if era is None else year_text(known[0] - era.base)
    return EraParts("" if era is None else era.name, year, *map(str, known[1:]))


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


def _imprecise(declared: str, text: str, *, latest: int) -> PartialDate | Refused:
    found = read(text.removeprefix("推定").strip())
    unknown = _NOT_KNOWN.search(text) is not None
    if found is None:
        named = text[:2] if text[:2] in BY_NAME else None
        only = PartialDate(precision=Precision.UNKNOWN, unknown_text=declared, era_text=named)
        return only if unknown else _unreadable()
    parts, tail = found
    trouble = check(parts, latest=latest)
    if trouble is not None:
        return trouble
    known = _later(tail, parts) if _SPAN.search(tail) else parts.known
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
