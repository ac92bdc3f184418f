"""Ages by law in plain Python: what the rule language must come to, and the vectors of the law.

An age is reached at the end of the day before the birthday (年齢計算ニ関する法律, 民法143条2項); who is born on 2月29日
reaches it on 2月28日 every year. 後期高齢者医療 alone begins on the birthday itself. Every function answers None when
the birth is imprecise or no calendar day: a clerk decides, no date is invented (標準仕様: みなし生年月日の禁止).
"""

import datetime as dt

from kiosk.model.wareki import PartialDate, calendar_day

Birth = PartialDate | dt.date

_DAY = dt.timedelta(days=1)


def _born(birth: Birth) -> dt.date | None:
    return birth if isinstance(birth, dt.date) else calendar_day(birth)


def age_reached_on(birth: Birth, age: int) -> dt.date | None:
    """The day on which the age is reached: the day before the birthday; age 0 on the day of birth."""
    born = _born(birth)
    if born is None or age == 0:
        return born
    leapling = (born.month, born.day) == (2, 29)
    return dt.date(born.year + age, 2, 28) if leapling else born.replace(year=born.year + age) - _DAY


def birthday_on(birth: Birth, age: int) -> dt.date | None:
    """The day after the age is reached: the birthday, 3月1日 in a common year for 2月29日 (後期高齢者医療の75歳)."""
    reached = age_reached_on(birth, age)
    return reached if reached is None or age == 0 else reached + _DAY


def legal_age(birth: Birth, on: dt.date) -> int | None:
    """The age in whole years on a day, counted by law; None also before birth."""
    born = _born(birth)
    if born is None or on < born:
        return None
    age = on.year - born.year + 1
    while age > 0 and (age_reached_on(born, age) or on) > on:
        age -= 1
    return age


def birthday_age(birth: Birth, on: dt.date) -> int | None:
    """The age in whole years as counted by birthdays (後期高齢者医療); None also before birth."""
    born = _born(birth)
    return None if born is None or on < born else legal_age(born, max(born, on - _DAY))


def _school_year_end(day: dt.date) -> dt.date:
    return dt.date(day.year + (day.month >= 4), 3, 31)


def fy_end_of_age(birth: Birth, age: int) -> dt.date | None:
    """The first 3月31日 on or after the day the age is reached (児童手当: age 18)."""
    reached = age_reached_on(birth, age)
    return None if reached is None else _school_year_end(reached)


def starts_school_on(birth: Birth) -> dt.date | None:
    """4月1日 of 小学1年: the first school year after the day that follows reaching six (学校教育法17条)."""
    end = fy_end_of_age(birth, 6)
    return None if end is None else end + _DAY


def school_grade(birth: Birth, on: dt.date) -> int | None:
    """0 before school, 1–6 小学校, 7–9 中学校, 10 and more after; by age alone."""
    starts = starts_school_on(birth)
    if starts is None:
        return None
    return max(0, _school_year_end(on).year - starts.year)


def preschool(birth: Birth, on: dt.date) -> bool | None:
    """Whether a child is born and not yet at school age (未就学児)."""
    born = _born(birth)
    return None if born is None else born <= on and school_grade(born, on) == 0


def grade_name(grade: int) -> str:
    """小学1年, 中学3年; 未就学 before, 義務教育終了 after."""
    if grade <= 0:
        return "未就学"
    if grade > 9:
        return "義務教育終了"
    return f"小学{grade}年" if grade <= 6 else f"中学{grade - 6}年"
