"""&&, || and loops: what decides whatever else is wrong, and which error counts where nothing decides.

Source: https://github.com/google/cel-spec, doc/langdef.md, "Logical Operators" and "Macros".
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from kiosk.rules.operations import ERRORS, Beyond, missing

Scope = dict[str, Any]
"""What is known, by variable; those of loops are put in beside, under names that no rule can write."""

KNOWN = "@known"
"""In a scope beside the variables: what was worked out of a visit already, by function and arguments (see `once`)."""

Judge = Callable[[Scope], Any]


def _decided(parts: Iterable[Judge], ends: bool, scope: Scope) -> bool:  # noqa: FBT001 - called for every && and ||
    wrong: str | None = None
    for part in parts:
        try:
            told: object = part(scope)
        except ERRORS as error:
            wrong = missing(error) if wrong is None else wrong
            continue
        if told is ends:
            return ends
        if told is not (not ends):
            wrong = "" if wrong is None else wrong
    if wrong is not None:
        raise KeyError(wrong)
    return not ends


def joined(parts: list[Judge], *, ends: bool) -> Judge:
    """`ends` decides (true for ||), whatever else is wrong; else the first error counts."""
    return partial(_decided, parts, ends)


def _each(over: Any) -> Iterator[Any]:
    if type(over) is list or type(over) is dict:
        return iter(over)
    raise TypeError


def folded(over: Judge, slot: str, test: Judge, *, ends: bool) -> Judge:
    """As joined, of a test put to every entry (true for exists, false for all)."""

    def put(scope: Scope) -> Iterator[Judge]:
        for each in _each(over(scope)):
            scope[slot] = each
            yield test

    return lambda scope: _decided(put(scope), ends, scope)


def given(over: Judge, slot: str, given: Judge) -> Judge:
    """What is given for every entry; the first error counts."""

    def judge(scope: Scope) -> list[Any]:
        found = []
        for each in _each(over(scope)):
            scope[slot] = each
            found.append(given(scope))
        return found

    return judge


def picked(over: Judge, slot: str, test: Judge, given: Judge | None) -> Judge:
    """The entries for which a test holds, or what is given for these; the last error of a test counts, as in the
    compiler's loop, which goes on.
    """

    def judge(scope: Scope) -> list[Any]:
        found, wrong = [], None
        for each in _each(over(scope)):
            scope[slot] = each
            try:
                told = test(scope)
            except ERRORS as error:
                wrong = missing(error)
                continue
            if told is True and wrong is None:
                try:
                    found.append(each if given is None else given(scope))
                except ERRORS as error:
                    wrong = missing(error)
            elif told is not True and told is not False:
                wrong = ""
        if wrong is not None:
            raise KeyError(wrong)
        return found

    return judge


def only_one(picked: Judge) -> Judge:
    """Whether one entry is picked and no more."""
    return lambda scope: len(picked(scope)) == 1


def once(function: str, parts: list[Judge], body: Judge) -> Judge:
    """A function of texts and numbers, worked out once for the same ones. Where an argument is wrong or of another
    type, its body says what of it counts.
    """

    def judge(scope: Scope) -> Any:
        known: dict[tuple[Any, ...], Any] | None = scope.get(KNOWN)
        try:
            given = (function, *[part(scope) for part in parts])
        except (*ERRORS, Beyond):
            return body(scope)
        if known is None or not _PLAIN.issuperset(map(type, given)):
            return body(scope)
        found = known.get(given)
        if found is None:
            found = known[given] = body(scope)
        return found

    return judge


_PLAIN = frozenset({str, int})
