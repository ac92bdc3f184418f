"""What the rule compiler complains of, in Japanese, for who writes the rule."""

import re
from collections.abc import Iterable

from kiosk.model.base import Issue
from kiosk.model.spelling import likely

_PLACE = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_UNDECLARED = re.compile(r"undeclared reference to '([^']+)'")
_OVERLOAD = re.compile(r"no matching overload for '([^']+)' applied to '\(([^']*)\)'")
_END = re.compile(r"input '<EOF>'")
_SIGNS = {"@in": "in", "_?_:_": "? :", "_[_]": "[ ]", "!_": "!", "-_": "-"}


def compile_issue(where: str, error: str, *, known: Iterable[str] = ()) -> Issue:
    """What the compiler said about an expression, in Japanese, with the column; its own words stand beside it.

    `known` are the facts' first words and the functions, of which the nearest is said where a name is none.
    """
    place = _PLACE.search(error)
    said = place[3] if place else error
    at = f"{place[1]}行目{place[2]}文字目: " if place else ""
    allowed = 'case.kind == "…" のような式' if _END.search(said) else _nearest(said, known) or said
    return Issue(where=where, message=f"式が正しくありません。{at}{_reason(said)}", allowed=allowed)


def _nearest(said: str, known: Iterable[str]) -> str:
    undeclared = _UNDECLARED.search(said)
    close = likely(undeclared[1], known) if undeclared else ""
    return f"「{close}」の書き間違いではありませんか" if close else ""


def _reason(said: str) -> str:
    undeclared, overload = _UNDECLARED.search(said), _OVERLOAD.search(said)
    if undeclared:
        return f"「{undeclared[1]}」という事実や関数はありません。"
    if overload:
        name = _SIGNS.get(overload[1], overload[1].strip("_"))
        return f"「{name}」に渡す値の型が違います（{overload[2]}）。"
    return "途中で終わっているか、空です。" if _END.search(said) else "書き方を確かめてください。"
