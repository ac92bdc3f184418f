"""Functions of the rule language: ages, school years and names in the language itself, few others in Python.

Context: a function written in Python is called through the rule compiler's binding, and the binding (0.1.3) never lets
go of what it was called with: the birth dates and names of every visit would stay in the process for good. It is slower
besides.
Decision: whatever is told a date or a name of a person is defined here as an expression over its parameters; a call is
exchanged for it before the rule is compiled for judging. Dates are ISO texts. What a rule looks at is still read from
the rule as it was written.
Consequence: only functions that are told codes (続柄, 性別, kinds of papers), or the day of the visit, are left to
Python.

Sources: an age is reached at the end of the day before the birthday (年齢計算ニ関する法律, 民法143条2項), by who was
born on 2月29日 on 2月28日 of every year; 後期高齢者医療 alone counts from the birthday itself. The first school year
begins after the day that follows reaching six (学校教育法17条). 児童手当 counts to the first 3月31日 on or after the
day an age is reached. A period of months ends on the day of the same number, or on the last day of a month that has
none (民法143条2項).
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.model.identity import IdPapers
from kiosk.rules.calendar import OpenDays

Function = tuple[str, Sequence[str], Callable[..., Any]]
"""A name, the types of its parameters, and what is called."""

_TIME = 'timestamp({} + "T00:00:00Z")'
_BORN, _ON = _TIME.format("birth"), _TIME.format("on")
_NEXT = f'({_ON} + duration("24h"))'


def _month_day(time: str) -> str:
    """402 for 4月2日."""
    return f"(({time}.getMonth() + 1) * 100 + {time}.getDate())"


def _age_at(time: str) -> str:
    before = f"{_month_day(time)} < {_month_day(_BORN)}"
    age = f"{time}.getFullYear() - {_BORN}.getFullYear() - ({before} ? 1 : 0)"
    return f"on < birth ? cel_unknown() : ({age})"


_AFTER_1_APRIL = f"({_month_day(_BORN)} >= 402 ? 1 : 0)"
_YEAR_END = f"{_BORN}.getFullYear() + age + (age == 0 ? ({_month_day(_BORN)} >= 401 ? 1 : 0) : {_AFTER_1_APRIL})"
_SCHOOL_YEAR = f"{_ON}.getFullYear() + ({_ON}.getMonth() >= 3 ? 1 : 0)"
_SCHOOL_YEARS = f"({_SCHOOL_YEAR}) - ({_BORN}.getFullYear() + 6 + {_AFTER_1_APRIL})"
_BARE = '.replace(" ", "").replace("\\u3000", "").replace("\\u00a0", "").replace("\\t", "")'
_BRANCH = '(symbol.substring(1, 3) + "8")'
_KANJI = _BRANCH + "".join(f'.replace("{figure}", "{kanji}")' for figure, kanji in enumerate("〇一二三四五六七八九"))


_YEARS = 4  # that a period of months can touch
_DAY = _TIME.format("day")
_MONTHS = f"{_DAY}.getMonth() + count"
_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] * _YEARS
_LATER_YEAR = f"string({_DAY}.getFullYear() + {[month // 12 for month in range(12 * _YEARS)]}[{_MONTHS}])"
_LATER_MONTH = f"{json.dumps([f'-{month % 12 + 1:02}-' for month in range(12 * _YEARS)])}[{_MONTHS}]"
_LEAP_DAY = f'(timestamp({_LATER_YEAR} + "-02-28T00:00:00Z") + duration("24h")).getDate() == 29'
_LAST = f"{_LENGTHS}[{_MONTHS}]"
_LAST_OF_ALL = f"{_LAST} == 28 && {_LEAP_DAY} ? 29 : {_LAST}"
_DAYS = json.dumps([f"{day:02}" for day in range(32)])
_SAME_DAY = f"{_DAY}.getDate() <= ({_LAST_OF_ALL}) ? {_DAY}.getDate() : ({_LAST_OF_ALL})"

_OWN_CHILD = (
    '(adult in ["妻", "妻（未届）"] && child in ["子", "妻の子", "妻（未届）の子"])'
    ' || (adult in ["夫", "夫（未届）"] && child in ["子", "夫の子", "夫（未届）の子"])'
    ' || (adult in ["子", "子の妻", "子の夫"] && child == "子の子")'
    ' || (adult in ["父", "母"] && child in ["兄", "姉", "弟", "妹"])'
)


@dataclass(frozen=True)
class Definition:
    """A function: its parameters with the types the compiler knows, and the expression over them."""

    parameters: Mapping[str, str]
    body: str


_BIRTH_ON = {"birth": "string", "on": "string"}
DEFINITIONS: Mapping[str, Definition] = {
    "legal_age": Definition(_BIRTH_ON, _age_at(_NEXT)),
    "birthday_age": Definition(_BIRTH_ON, _age_at(_ON)),
    "fy_end": Definition({"birth": "string", "age": "int"}, f'string({_YEAR_END}) + "-03-31"'),
    "school_grade": Definition(_BIRTH_ON, f"{_SCHOOL_YEARS} < 0 ? 0 : {_SCHOOL_YEARS}"),
    "grade_name": Definition(
        _BIRTH_ON,
        f'{_SCHOOL_YEARS} <= 0 ? "未就学" : ({_SCHOOL_YEARS} <= 6 ? "小" + string({_SCHOOL_YEARS}) : '
        f'({_SCHOOL_YEARS} <= 9 ? "中" + string({_SCHOOL_YEARS} - 6) : '
        '(on <= fy_end(birth, 18) ? "高校生年代" : "大学生年代")))',
    ),
    "same_name": Definition({"one": "string", "other": "string"}, f"one{_BARE} == other{_BARE}"),
    "relation_to": Definition(
        {"child": "string", "adult": "string"}, f'adult == "世帯主" ? child : ({_OWN_CHILD} ? "子" : "")'
    ),
    "yucho_branch": Definition({"symbol": "string"}, f'{_KANJI} + "（" + {_BRANCH} + "）"'),
    "jan1": Definition({"day": "string"}, f'string({_TIME.format("day")}.getFullYear()) + "-01-01"'),
    "days_after": Definition(
        {"day": "string", "count": "int"},
        f'string({_TIME.format("day")} + duration(string(count * 24) + "h")).substring(0, 10)',
    ),
    "months_after": Definition(
        {"day": "string", "count": "int"}, f"{_LATER_YEAR} + {_LATER_MONTH} + {_DAYS}[{_SAME_DAY}]"
    ),
    "earliest": Definition({"days": "list"}, "days.filter(early, days.all(other_day, early <= other_day))[0]"),
}


# ---- in Python: told codes or the day of the visit -------------------------------------------------------------------
def _unknown() -> str:
    raise ValueError("unknown")


_COUPLE = {"夫", "妻", "夫（未届）", "妻（未届）"}


def _spouse_of(person: str, members: Iterable[tuple[str, str]]) -> str:
    """The applicant's spouse among the members, by 続柄; empty when there is none."""
    relation = dict(members)
    own = relation.get(person, "")
    if own == "世帯主":
        return next((ref for ref, value in relation.items() if value in _COUPLE), "")
    if own in _COUPLE:
        return next((ref for ref, value in relation.items() if value == "世帯主"), "")
    return ""


def _guardian_relation(sex: str) -> str:
    return {"男": "父", "女": "母"}.get(sex, "保護者")


def functions(papers: IdPapers | None = None, days: OpenDays | None = None) -> tuple[Function, ...]:
    """Those in Python. `papers` are the city's lists of identity papers, `days` its open ones."""
    listed, calendar = papers or IdPapers(), days or OpenDays()
    text, listing = "string", "list"
    table: tuple[tuple[str, tuple[str, ...], Callable[..., Any]], ...] = (
        ("cel_unknown", (), _unknown),
        ("spouse_of", (text, listing), _spouse_of),
        ("guardian_relation", (text,), _guardian_relation),
        ("in_time_since", (text,), lambda day: calendar.in_time_since(dt.date.fromisoformat(day)).isoformat()),
        ("id_photo", (listing,), listed.has_photo),
        ("id_check", (listing, "bool"), lambda shown, expired: listed.check(shown, expired=expired).value),
    )
    return table
