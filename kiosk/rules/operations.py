"""What the rule language can do with values that are known: its operators and functions, as the compiler defines them.

Each refuses what it is not defined for with one of ERRORS; a missing word of a map is a KeyError that names it. What is
done here by half only (another text of a date, a pattern with a trailing line end) is Beyond: then the compiler's own
program judges. Sources: https://github.com/google/cel-spec (doc/langdef.md), cel-cpp's strings extension; a test puts
every rule of the catalogue to both.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from operator import ge, gt, le, lt
from typing import Any

ERRORS = (KeyError, TypeError, ValueError, IndexError, ArithmeticError)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
_HOURS = re.compile(r"(\d+)h")
_WHOLE = re.compile(r"-?\d+", re.ASCII)
_ORDERED = frozenset({str, int, bool, dt.datetime, dt.timedelta})

_ONE = r"[^\\\[\](){}*+?|^$]|\[\^?[^\\\[\]&~|^-]+\]"
_PATTERN = re.compile(rf"(?:(?:{_ONE})(?:\?|\{{\d(?:,\d)?\}}|[*+])?|\((?!\?)|\)\??|[|^$])*", re.DOTALL)
_MOST = {"*+": 1, "?{": 4, "(": 8, "|": 16}
"""Patterns that both engines read alike: no signs with a backslash, no class inside a class, nothing repeated but a
letter or a class, and a group at most left out. How often a sign may stand in them: the compiler's engine (RE2) never
takes longer than a text is long, Python's tries every way."""


class Beyond(Exception):
    """Not known here: the compiler's program is asked."""


def missing(error: Exception) -> str:
    """The word that was not there; empty for anything else that is wrong."""
    return str(error.args[0]) if isinstance(error, KeyError) and error.args and type(error.args[0]) is str else ""


def same(one: Any, other: Any) -> bool:
    """Equal: of one type (a number is no truth value), lists and maps entry by entry."""
    if type(one) is not type(other):
        if isinstance(one, float) or isinstance(other, float):
            raise Beyond
        return False
    if type(one) is list:
        return len(one) == len(other) and all(map(same, one, other))
    if type(one) is dict:
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    return bool(one == other)


def within(one: Any, many: Any) -> bool:
    """Whether a list has it, or a map such a key."""
    if type(many) is list:
        return one in many if type(one) is str else any(same(one, each) for each in many)
    if type(many) is dict:
        return one in many
    raise TypeError


def _ordered(compare: Callable[[Any, Any], Any]) -> Callable[[Any, Any], bool]:
    """Of two that have an order, the same one; texts letter by letter."""

    def judge(one: Any, other: Any) -> bool:
        kind = type(one)
        if kind is not type(other) or kind not in _ORDERED:
            raise TypeError
        return bool(compare(one, other))

    return judge


def entry(many: Any, key: Any) -> Any:
    """The entry of a list by its number, of a map by its key."""
    if type(many) is list:
        if type(key) is not int or key < 0:
            raise IndexError
        return many[key]
    if type(many) is dict:
        return many[key]
    raise TypeError


def _plus(one: Any, other: Any) -> Any:
    kind = type(one)
    if kind is type(other) and (kind is int or kind is str or kind is list):
        return one + other
    if isinstance(one, dt.datetime) and isinstance(other, dt.timedelta):
        return one + other
    raise TypeError


def _whole(*numbers: Any) -> None:
    if any(type(number) is not int for number in numbers):
        raise Beyond if any(isinstance(number, float | dt.datetime | dt.timedelta) for number in numbers) else TypeError


def _minus(one: Any, other: Any) -> Any:
    if type(one) is not int or type(other) is not int:
        _whole(one, other)
    return one - other


def _negative(one: Any) -> Any:
    _whole(one)
    return -one


def _times(one: Any, other: Any) -> Any:
    _whole(one, other)
    return one * other


def _quotient(one: Any, other: Any) -> int:
    """Towards naught."""
    _whole(one, other)
    found: int = abs(one) // abs(other)
    return found if (one < 0) == (other < 0) else -found


def _rest(one: Any, other: Any) -> int:
    return int(one - _quotient(one, other) * other)


def _not(told: Any) -> bool:
    if told is True or told is False:
        return not told
    raise TypeError


def _size(of: Any) -> int:
    if type(of) in {str, list, dict}:
        return len(of)
    raise TypeError


# ---- texts -----------------------------------------------------------------------------------------------------------
def _texts(*values: Any) -> None:
    if any(type(value) is not str for value in values):
        raise TypeError


def _of_texts(does: Callable[..., Any]) -> Callable[..., Any]:
    def judge(*values: Any) -> Any:
        _texts(*values)
        return does(*values)

    return judge


def _substring(of: Any, first: Any, last: Any) -> str:
    """From a letter to before another one; the compiler knows no end that is the text's own."""
    if type(of) is not str or type(first) is not int or type(last) is not int:
        raise TypeError
    if not 0 <= first <= last < len(of):
        raise IndexError
    return of[first:last]


def _end(of: Any, first: Any) -> str:
    """From a letter to the end."""
    if type(of) is not str or type(first) is not int:
        raise TypeError
    if not 0 <= first <= len(of):
        raise IndexError
    return of[first:]


def _matches(of: Any, pattern: Any) -> bool:
    _texts(of, pattern)
    if "\n" in of or not _plain(pattern):
        raise Beyond
    try:
        return re.search(pattern, of) is not None
    except re.error as error:
        raise Beyond from error


@lru_cache(maxsize=256)
def _plain(pattern: str) -> bool:
    """Whether Python's engine reads it as the compiler's does, and soon comes to an end with it."""
    few = (sum(map(pattern.count, signs)) <= most for signs, most in _MOST.items())
    return _PATTERN.fullmatch(pattern) is not None and all(few)


def _string(of: Any) -> str:
    if of is True or of is False:
        return "true" if of else "false"
    if type(of) in {str, int}:
        return str(of)
    if isinstance(of, dt.datetime):
        return of.strftime("%Y-%m-%dT%H:%M:%SZ") if of.year >= 1000 else f"{of.isoformat()[:19]}Z"
    raise Beyond


def _int(of: Any) -> int:
    if type(of) is int:
        return of
    if type(of) is str and of.isascii() and (of.isdigit() or _WHOLE.fullmatch(of)):
        return int(of)
    raise Beyond


# ---- days ------------------------------------------------------------------------------------------------------------
def _timestamp(text: Any) -> dt.datetime:
    _texts(text)
    if _TIME.fullmatch(text):
        return dt.datetime(int(text[:4]), int(text[5:7]), int(text[8:10]), tzinfo=dt.UTC)
    raise Beyond


def _duration(text: Any) -> dt.timedelta:
    _texts(text)
    found = _HOURS.fullmatch(text)
    if found:
        return dt.timedelta(hours=int(found[1]))
    raise Beyond


def _part(day: Any, *, name: str, first: int = 0) -> int:
    if isinstance(day, dt.datetime):
        return int(getattr(day, name)) - first
    raise Beyond


OPERATIONS: Mapping[tuple[str, int], Callable[..., Any]] = {
    ("_==_", 2): same,
    ("_!=_", 2): lambda one, other: not same(one, other),
    ("@in", 2): within,
    ("_<_", 2): _ordered(lt),
    ("_<=_", 2): _ordered(le),
    ("_>_", 2): _ordered(gt),
    ("_>=_", 2): _ordered(ge),
    ("_[_]", 2): entry,
    ("_+_", 2): _plus,
    ("_-_", 2): _minus,
    ("-_", 1): _negative,
    ("_*_", 2): _times,
    ("_/_", 2): _quotient,
    ("_%_", 2): _rest,
    ("!_", 1): _not,
    ("size", 1): _size,
    ("contains", 2): _of_texts(lambda of, part: part in of),
    ("startsWith", 2): _of_texts(str.startswith),
    ("endsWith", 2): _of_texts(str.endswith),
    ("replace", 3): _of_texts(str.replace),
    ("split", 2): _of_texts(lambda of, by: of.split(by) if by else list(of)),
    ("substring", 2): _end,
    ("substring", 3): _substring,
    ("matches", 2): _matches,
    ("string", 1): _string,
    ("int", 1): _int,
    ("timestamp", 1): _timestamp,
    ("duration", 1): _duration,
    ("getFullYear", 1): partial(_part, name="year"),
    ("getMonth", 1): partial(_part, name="month", first=1),
    ("getDate", 1): partial(_part, name="day"),
}
"""By the compiler's name for it and how many values it is told."""
