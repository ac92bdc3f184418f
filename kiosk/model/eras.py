"""元号: the five modern eras, the days they begin and end, and the reading of year, month and day in either calendar.

Both bounds of an era are inclusive: 1912-07-30 is 明治45 and 大正元, 1926-12-25 is 大正15 and 昭和元 (標準仕様 1.1).
The era law changed the name at midnight since 平成, so 昭和64, 平成31 end the day before.
Years before 1873 are counted in the Gregorian calendar; lunisolar days of 除籍 are the clerk's reading.
"""

import re
import unicodedata
from typing import NamedTuple

from kiosk.model.letters import DASHES, whole_kana
from kiosk.model.message import Code, Message, Refused, Said

Day = tuple[int, int, int]

_NUMERALS = dict(zip("〇零一二三四五六七八九壱弐参", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3), strict=True))
_KANJI_NUMBER = re.compile(
    "([〇零一二三四五六七八九壱弐参]{0,4})([十拾]?)([〇零一二三四五六七八九壱弐参]{0,4})(?=[年月日])"
)
DATE = Code("word-date")
"""日付: the place of what is wrong with a date, where no fact names it."""

_NO_MONTH, _MONTHS = Code("date-no-month", "month"), Code("date-months")
_NO_DAY, _DAYS = Code("date-no-day", "day"), Code("date-days")
_NO_YEAR, _YEARS = Code("date-no-year", "year"), Code("date-years", "first", "latest")
_NOT_IN_ERA, _OTHER_ERA = Code("date-not-in-era", "date"), Code("date-other-era", "bounds", "date")
_ERA_RUNS, _ERA_RAN = Code("date-era-runs", "era", "month", "day"), Code("date-era-ran", "era", "month", "day", "end")


class Era(NamedTuple):
    """One era; `code` is 年号コード of 住民記録 (one digit); `end` is None for the era that runs."""

    name: str
    letter: str
    code: str
    start: Day
    end: Day | None

    @property
    def base(self) -> int:
        """What to add to a year of the era to get the Western year."""
        return self.start[0] - 1

    def holds(self, known: tuple[int, ...]) -> bool:
        """Whether a year, month or day (Western numbers) lies in the era at least in part."""
        return self.start[: len(known)] <= known and (self.end is None or known <= self.end[: len(known)])


ERAS = (
    Era("令和", "R", "5", (2019, 5, 1), None),
    Era("平成", "H", "4", (1989, 1, 8), (2019, 4, 30)),
    Era("昭和", "S", "3", (1926, 12, 25), (1989, 1, 7)),
    Era("大正", "T", "2", (1912, 7, 30), (1926, 12, 25)),
    Era("明治", "M", "1", (1868, 10, 23), (1912, 7, 30)),
)
BY_NAME = {era.name: era for era in ERAS}
_SPELLINGS = {spelling: era for era in ERAS for spelling in (era.name, era.name[0], era.letter)}

_SIGN = r"[.\-/・ ]"
_PREFIX = re.compile(
    r"(?:(?P<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHR])\.?|西暦)? ?"
    rf"(?P<year>\d{{1,4}}|元) ?(?:年|{_SIGN}|$) ?"
    rf"(?:(?P<month>\d{{1,2}})(?!\d|年) ?(?:月|{_SIGN}|$) ?"
    r"(?:(?P<day>\d{1,2})(?!\d|年|月) ?日?)?)?",
)
_COMPACT = re.compile(
    r"(?:(?P<era>明治|大正|昭和|平成|令和|[明大昭平令MTSHR])(?P<year>\d\d)|(?P<year4>\d{4}))"
    r"(?P<month>\d\d)(?P<day>\d\d)$"
)


class Parts(NamedTuple):
    """What is known of a day: Western year, month and day; `era` is empty for a Western declaration."""

    era: str
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def known(self) -> tuple[int, ...]:
        """The known numbers in order: (1980,), (1980, 1) or (1980, 1, 7)."""
        return tuple(number for number in (self.year, self.month, self.day) if number is not None)

    @property
    def iso(self) -> str:
        """1980, 1980-01 or 1980-01-07; not necessarily a day of the calendar."""
        return "-".join([f"{self.year:04d}", *(f"{number:02d}" for number in self.known[1:])])

    @property
    def text(self) -> str:
        """昭和55年1月7日, or empty for a Western declaration."""
        if not self.era:
            return ""
        return self.era + spelled(year_text(self.year - BY_NAME[self.era].base), *self.known[1:])


def spelled(year: str, *rest: int) -> str:
    """55, 1, 7 → 55年1月7日."""
    return f"{year}年" + "".join(f"{number}{sign}" for number, sign in zip(rest, "月日", strict=False))


def year_text(year: int) -> str:
    """元 for the first year, as cards and certificates print it."""
    return "元" if year == 1 else str(year)


def _kanji_number(found: re.Match[str]) -> str:
    tens, ten, ones = found.groups()
    value = "".join(str(_NUMERALS[char]) for char in tens), "".join(str(_NUMERALS[char]) for char in ones)
    if not ten:
        return "".join(value)
    return str(int(value[0] or 1) * 10 + int(value[1] or 0))


def plain(text: str) -> str:
    """What was typed in one spelling: half-width digits, capitals, 五十五年 as 55年, one sign for every hyphen."""
    text = unicodedata.normalize("NFKC", whole_kana(text)).upper().strip()
    text = re.sub(rf"[{DASHES[1:]}_,、。]", "-", re.sub(r"\s+", " ", text))
    return _KANJI_NUMBER.sub(_kanji_number, text)


def _bounds(era: Era) -> Message:
    _, month, day = era.start
    if era.end is None:
        return _ERA_RUNS(era=era.name, month=month, day=day)
    return _ERA_RAN(era=era.name, month=month, day=day, end=spelled(year_text(era.end[0] - era.base), *era.end[1:]))


def _in_era(parts: Parts, era: Era) -> Message:
    """The days of the era, and in which other one the day lies."""
    found = next((era.name for era in ERAS if era.holds(parts.known)), "")
    return _OTHER_ERA(bounds=_bounds(era), date=Said(Parts(found, *parts.known).text)) if found else _bounds(era)


def check(parts: Parts, *, latest: int) -> Refused | None:
    """None when the parts are possible: month 1–12, day 1–31, the era's bounds, the year at most `latest`.

    A day such as 2月29日 in a common year passes: a 戸籍 may hold it (標準仕様 1.1, 暦上日以外).
    """
    if parts.month is not None and not 1 <= parts.month <= 12:
        return Refused(DATE(), _NO_MONTH(month=Said(str(parts.month))), _MONTHS())
    if parts.day is not None and not 1 <= parts.day <= 31:
        return Refused(DATE(), _NO_DAY(day=Said(str(parts.day))), _DAYS())
    era = BY_NAME.get(parts.era)
    if era is not None and not era.holds(parts.known):
        return Refused(DATE(), _NOT_IN_ERA(date=Said(parts.text)), _in_era(parts, era))
    first = ERAS[-1].start[0]
    if not first <= parts.year <= latest:
        return Refused(DATE(), _NO_YEAR(year=Said(str(parts.year))), _YEARS(first=str(first), latest=str(latest)))
    return None


def _parts(found: re.Match[str], year: str, rest: tuple[str | None, str | None]) -> Parts | None:
    spelling = found["era"] or ""
    month, day = (None if number is None else int(number) for number in rest)
    if spelling:
        era = _SPELLINGS[spelling]
        return Parts(era.name, era.base + (1 if year == "元" else int(year)), month, day)
    return Parts("", int(year), month, day) if len(year) == 4 else None


def read(text: str) -> tuple[Parts, str] | None:
    """The day, month or year at the beginning of a `plain` text, and what follows it; None when there is no year."""
    compact = _COMPACT.match(text)
    if compact:
        parts = _parts(compact, compact["year"] or compact["year4"], (compact["month"], compact["day"]))
        return None if parts is None else (parts, "")
    found = _PREFIX.match(text)
    parts = None if found is None else _parts(found, found["year"], (found["month"], found["day"]))
    return None if found is None or parts is None else (parts, text[found.end() :].strip())
