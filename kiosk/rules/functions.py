"""Functions of the rule language: ages, school years and names in the language itself, few others in Python.

Context: a rule is judged here (`judging`), at home in a browser, and now and then by the rule compiler's own program,
whose binding (0.1.3) never lets go of what a function in Python was called with: birth dates and names of a visit would
stay in the process for good.
Decision: whatever is told a date or a name of a person is defined once, as an expression over its parameters; a call is
exchanged for it before the rule is judged. Dates are ISO texts, and are counted with as texts: to make points in time
of them takes longer than all the rest. What a rule looks at is still read from the rule as it was written.
Consequence: only functions that are told codes (続柄, 性別, kinds of papers), or the day of the visit, are left to
Python; those are the ones that the page at home has once more.

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

_YEAR, _MONTH, _IN_YEAR, _IN_MONTH = (
    f"{{}}.{part}" for part in ("substring(0, 4)", "substring(5, 7)", "substring(5)", "substring(8)")
)
"""Of an ISO date: 2026, 04, 04-20 and 20; a text is read much faster than a point in time."""

_TIME = 'timestamp({} + "T00:00:00Z")'


def _number(part: str, day: str) -> str:
    return f"int({part.format(day)})"


def _once(name: str, value: str, body: str) -> str:
    """The body, which speaks of a value by name and more than once: it is worked out once."""
    return f"[{value}].map({name}, {body})[0]"


_BIRTHDAY = _IN_YEAR.format("birth")
_YEARS = f"{_number(_YEAR, 'on')} - {_number(_YEAR, 'birth')} - ({_IN_YEAR.format('on')} < {_BIRTHDAY} ? 1 : 0)"
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TURNS = json.dumps([f"{month:02}-{last} {month % 12 + 1:02}-01" for month, last in enumerate(_LAST_DAYS, 1)])


def _leap(year: str) -> str:
    return f"{year} % 4 == 0 && ({year} % 100 != 0 || {year} % 400 == 0)"


_TURN = f'({_IN_YEAR.format("on")} + " " + {_BIRTHDAY})'
_COMMON_TURN = f'{_TURN} == "02-28 03-01" && !({_leap(_number(_YEAR, "on"))})'
_NEXT_DAY = f"{_number(_IN_MONTH, 'on')} + 1 == {_number(_IN_MONTH, 'birth')}"
_SAME_MONTH = f"{_MONTH.format('on')} == {_MONTH.format('birth')}"
_EVE = f'{_IN_MONTH.format("birth")} == "01" ? {_TURN} in {_TURNS} || ({_COMMON_TURN}) : {_NEXT_DAY} && {_SAME_MONTH}'
_NOT_BORN = "on < birth ? cel_unknown() : "

_AFTER_1_APRIL = f'({_BIRTHDAY} >= "04-02" ? 1 : 0)'
_YEAR_END = f'{_number(_YEAR, "birth")} + age + ({_BIRTHDAY} >= (age == 0 ? "04-01" : "04-02") ? 1 : 0)'
_SCHOOL_YEAR = f'{_number(_YEAR, "on")} + ({_MONTH.format("on")} >= "04" ? 1 : 0)'
_SCHOOL_YEARS = f"({_SCHOOL_YEAR}) - ({_number(_YEAR, 'birth')} + 6 + {_AFTER_1_APRIL})"
_GRADE = (
    'school_years <= 0 ? "未就学" : (school_years <= 6 ? "小" + string(school_years) : '
    '(school_years <= 9 ? "中" + string(school_years - 6) : '
    '(on <= fy_end(birth, 18) ? "高校生年代" : "大学生年代")))'
)
_BARE = '.replace(" ", "").replace("\\u3000", "").replace("\\u00a0", "").replace("\\t", "")'
_BRANCH = '(symbol.substring(1, 3) + "8")'
_KANJI = _BRANCH + "".join(f'.replace("{figure}", "{kanji}")' for figure, kanji in enumerate("〇一二三四五六七八九"))

_MONTHS = f"{_number(_YEAR, 'day')} * 12 + {_number(_MONTH, 'day')} - 1 + count"  # since the year 0
_LAST = f"the_months % 12 == 1 ? ({_leap('the_months / 12')} ? 29 : 28) : (the_months % 12 in [3, 5, 8, 10] ? 30 : 31)"
_LATER = 'string(the_months / 12) + (the_months % 12 < 9 ? "-0" : "-") + string(the_months % 12 + 1) + "-"'
_SAME_DAY = f"{_number(_IN_MONTH, 'day')} <= the_last ? {_IN_MONTH.format('day')} : string(the_last)"

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
    "legal_age": Definition(_BIRTH_ON, f"{_NOT_BORN}({_YEARS}) + (({_EVE}) ? 1 : 0)"),
    "birthday_age": Definition(_BIRTH_ON, f"{_NOT_BORN}({_YEARS})"),
    "fy_end": Definition({"birth": "string", "age": "int"}, f'string({_YEAR_END}) + "-03-31"'),
    "school_grade": Definition(_BIRTH_ON, f"{_SCHOOL_YEARS} < 0 ? 0 : {_SCHOOL_YEARS}"),
    "grade_name": Definition(_BIRTH_ON, _once("school_years", _SCHOOL_YEARS, _GRADE)),
    "same_name": Definition({"one": "string", "other": "string"}, f"one{_BARE} == other{_BARE}"),
    "relation_to": Definition(
        {"child": "string", "adult": "string"}, f'adult == "世帯主" ? child : ({_OWN_CHILD} ? "子" : "")'
    ),
    "yucho_branch": Definition({"symbol": "string"}, f'{_KANJI} + "（" + {_BRANCH} + "）"'),
    "jan1": Definition({"day": "string"}, f'{_YEAR.format("day")} + "-01-01"'),
    "days_after": Definition(
        {"day": "string", "count": "int"},
        f'string({_TIME.format("day")} + duration(string(count * 24) + "h")).substring(0, 10)',
    ),
    "months_after": Definition(
        {"day": "string", "count": "int"},
        _once("the_months", _MONTHS, f"{_LATER} + {_once('the_last', _LAST, _SAME_DAY)}"),
    ),
    "earliest": Definition(
        {"days": "list"},
        _once("the_days", "days", "the_days.filter(early, the_days.all(other_day, early <= other_day))[0]"),
    ),
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
