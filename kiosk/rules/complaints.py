"""What the rule compiler complains of, in Japanese, for who writes the rule."""

import re

from kiosk.model.base import Issue

_PLACE = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_UNDECLARED = re.compile(r"undeclared reference to '([^']+)'")
_OVERLOAD = re.compile(r"no matching overload for '([^']+)' applied to '\(([^']*)\)'")
_SIGNS = {"@in": "in", "_?_:_": "? :", "_[_]": "[ ]", "!_": "!", "-_": "-"}


def compile_issue(where: str, error: str) -> Issue:
    """What the compiler said about an expression, in Japanese, with the column; its own words stand beside it."""
    place = _PLACE.search(error)
    said = place[3] if place else error
    at = f"{place[1]}行目{place[2]}文字目: " if place else ""
    return Issue(where=where, message=f"式が正しくありません。{at}{_reason(said)}", allowed=said)


def _reason(said: str) -> str:
    undeclared, overload = _UNDECLARED.search(said), _OVERLOAD.search(said)
    if undeclared:
        return f"「{undeclared[1]}」という事実や関数はありません。"
    if overload:
        name = _SIGNS.get(overload[1], overload[1].strip("_"))
        return f"「{name}」に渡す値の型が違います（{overload[2]}）。"
    return "書き方を確かめてください。"
