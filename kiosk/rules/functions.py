"""The functions that a rule may call: ages, school years, couples and names."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from kiosk.model import ages
from kiosk.model.fact import comparable
from kiosk.model.identity import IdPapers
from kiosk.rules.cel import Function


def _unknown() -> str:
    raise ValueError("unknown")


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


_Known = TypeVar("_Known")


def _require(value: _Known | None) -> _Known:
    if value is None:
        raise ValueError("unknown")
    return value


def _legal_age(birth: str, on: str) -> int:
    return _require(ages.legal_age(_day(birth), _day(on)))


def _birthday_age(birth: str, on: str) -> int:
    return _require(ages.birthday_age(_day(birth), _day(on)))


def _fy_end(birth: str, age: int) -> str:
    return _require(ages.fy_end_of_age(_day(birth), age)).isoformat()


def _grade(birth: str, on: str) -> int:
    return _require(ages.school_grade(_day(birth), _day(on)))


def _grade_name(birth: str, on: str) -> str:
    grade = _grade(birth, on)
    names = ("未就学", "小1", "小2", "小3", "小4", "小5", "小6", "中1", "中2", "中3")
    older = "高校生年代" if _day(on).isoformat() <= _fy_end(birth, 18) else "大学生年代"
    return names[grade] if 0 <= grade < len(names) else older


def _jan1(today: str) -> str:
    return f"{today[:4]}-01-01"


def _earliest(days: Iterable[str]) -> str:
    """The first of some days; unknown when there is none."""
    return min(days, default="") or _unknown()


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


def _same_name(one: str, other: str) -> bool:
    return comparable(one) == comparable(other)


def _guardian_relation(sex: str) -> str:
    return {"男": "父", "女": "母"}.get(sex, "保護者")


def functions(papers: IdPapers | None = None) -> tuple[Function, ...]:
    """The functions a rule may call; dates are ISO texts. Sources: 年齢計算ニ関する法律, 学校教育法17条.

    `papers` are the city's lists of identity papers.
    """
    listed = papers or IdPapers()
    text, number, listing = "string", "int", "list"
    table: tuple[tuple[str, tuple[str, ...], Callable[..., Any]], ...] = (
        ("cel_unknown", (), _unknown),
        ("legal_age", (text, text), _legal_age),
        ("birthday_age", (text, text), _birthday_age),
        ("fy_end", (text, number), _fy_end),
        ("school_grade", (text, text), _grade),
        ("grade_name", (text, text), _grade_name),
        ("jan1", (text,), _jan1),
        ("earliest", (listing,), _earliest),
        ("spouse_of", (text, listing), _spouse_of),
        ("same_name", (text, text), _same_name),
        ("guardian_relation", (text,), _guardian_relation),
        ("id_photo", (listing,), listed.has_photo),
        ("id_check", (listing, "bool"), lambda shown, expired: listed.check(shown, expired=expired).value),
    )
    return table
