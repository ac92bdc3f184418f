"""A rule as a text: its parts, the words it compares facts with, and the compiler's complaints in Japanese."""

import re
from collections.abc import Iterator

from kiosk.model.base import Issue

_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_OPEN, _CLOSE = "([{", ")]}"
_REF = r"([a-z_]\w*(?:\.[a-zA-Z_]\w*)+)"
_WORD = r"""("[^"]*"|'[^']*')"""
_LIST = r"\[([^\]]*)\]"
_COMPARED = (
    re.compile(rf"(?<![\w.]){_REF}\s*(?:==|!=)\s*{_WORD}"),
    re.compile(rf"(?<![\w.]){_REF}\s+in\s+{_LIST}"),
)
_COMPARED_LEFT = (
    re.compile(rf"{_WORD}\s*(?:==|!=)\s*{_REF}(?!\s*\()"),
    re.compile(rf"{_WORD}\s+in\s+{_REF}(?!\s*\()"),
)
_GIVEN = re.compile(rf"(?:^|\?|:)\s*\(*\s*{_WORD}\s*\)*\s*(?=$|:)")
_PLACE = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_UNDECLARED = re.compile(r"undeclared reference to '([^']+)'")
_OVERLOAD = re.compile(r"no matching overload for '([^']+)' applied to '\(([^']*)\)'")
_SIGNS = {"@in": "in", "_?_:_": "? :", "_[_]": "[ ]", "!_": "!", "-_": "-"}


def compared(text: str) -> Iterator[tuple[str, str]]:
    """References of an expression with every quoted word each is compared with: (case.event_type, 国内転入)."""
    for pattern in _COMPARED:
        for match in pattern.finditer(text):
            yield from ((match[1], word) for word in _words(match[2]))
    for pattern in _COMPARED_LEFT:
        for match in pattern.finditer(text):
            yield from ((match[2], word) for word in _words(match[1]))


def given(text: str) -> Iterator[str]:
    """The quoted words that an expression can give as its value: alone, or as a branch of a conditional."""
    for match in _GIVEN.finditer(text):
        yield from _words(match[1])


def words_in(text: str) -> tuple[str, ...]:
    """Every quoted word of an expression."""
    return tuple(_words(text))


def numbers_in(text: str) -> tuple[int, ...]:
    """Every whole number of an expression."""
    return tuple(int(number) for number in re.findall(r"(?<![\w.\"-])\d+(?![\w.-])", _QUOTED.sub('""', text)))


def _words(text: str) -> Iterator[str]:
    return (match[0][1:-1] for match in _QUOTED.finditer(text))


def parts(text: str) -> tuple[str, ...]:
    """The operands of a top-level || (or, where there is none, of a top-level &&); the text alone when it has neither.

    A conditional (?:) at the top is not taken apart.
    """
    bare = unwrapped(text)
    masked = _masked(bare)
    if "?" in masked:
        return (bare,)
    for sign in ("||", "&&"):
        if sign in masked:
            return tuple(part for part in _cut(bare, masked, sign) if part)
    return (bare,)


def joint(text: str) -> str:
    """どれか (||), すべて (&&), or empty: how the parts of an expression belong together."""
    masked = _masked(unwrapped(text))
    if "?" in masked:
        return ""
    return "どれか" if "||" in masked else "すべて" if "&&" in masked else ""


def branches(text: str) -> tuple[str, str, str] | None:
    """Condition, then and else of a conditional (?:) at the top, or None."""
    bare = unwrapped(text)
    masked = _masked(bare)
    start, depth = masked.find("?"), 0
    for index in range(start, len(masked) if start >= 0 else start):
        depth += (masked[index] == "?") - (masked[index] == ":")
        if depth == 0:
            return bare[:start].strip(), bare[start + 1 : index].strip(), bare[index + 1 :].strip()
    return None


def unwrapped(text: str) -> str:
    """Without the brackets around the whole expression."""
    bare = text.strip()
    while bare.startswith("(") and bare.endswith(")") and _balanced(bare[1:-1]):
        bare = bare[1:-1].strip()
    return bare


def _cut(text: str, masked: str, sign: str) -> Iterator[str]:
    start = 0
    for match in re.finditer(re.escape(sign), masked):
        yield text[start : match.start()].strip()
        start = match.end()
    yield text[start:].strip()


def _masked(text: str) -> str:
    """The text with everything inside quotes and brackets blanked, so that places stay the same."""
    blank = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    depth, kept = 0, []
    for letter in blank:
        depth -= letter in _CLOSE
        kept.append(letter if depth == 0 else " ")
        depth += letter in _OPEN
    return "".join(kept)


def _balanced(text: str) -> bool:
    depth = 0
    for letter in _QUOTED.sub("", text):
        depth += (letter in _OPEN) - (letter in _CLOSE)
        if depth < 0:
            return False
    return depth == 0


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
