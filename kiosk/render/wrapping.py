"""Where a text may be broken into lines: between characters, but never inside a number, a word or a date's 12月.

Line breaking follows the plain part of JIS X 4051 (行頭・行末禁則): a line neither starts with a closing mark nor ends
with an opening one; the character before moves down with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.render.shaping import Cluster

NOT_FIRST = frozenset("、。，．,.）)」』】〕〉》・：；:;？！?!ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ-－")
NOT_LAST = frozenset("（(「『【〔〈《〒")
_WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@._-+/")

_DIGITS = frozenset("0123456789０１２３４５６７８９")
_UNITS = frozenset("年月日時分歳円人枚通回階番号室")


@dataclass(frozen=True, slots=True)
class Line:
    """One line and its natural width in em."""

    text: str
    ems: float


def line_of(clusters: Sequence[Cluster]) -> Line:
    """The line these clusters make; a space at its end has no width."""
    kept = list(clusters)
    while kept and kept[-1].text == " ":
        kept.pop()
    return Line("".join(each.text for each in kept), sum(each.advance for each in kept))


def wrap(clusters: Sequence[Cluster], *, ems: float) -> list[Line]:
    """Break a paragraph into lines no wider than `ems`; only a single cluster can be wider than that."""
    lines, start = [], 0
    while start < len(clusters):
        end = _break(clusters, start, _reach(clusters, start, ems))
        lines.append(line_of(clusters[start:end]))
        start = end
    return lines or [Line("", 0.0)]


def _reach(clusters: Sequence[Cluster], start: int, ems: float) -> int:
    """The first cluster that no longer fits (at least one always counts as fitting)."""
    used = 0.0
    for index in range(start, len(clusters)):
        used += clusters[index].advance
        if used > ems + 1e-6 and index > start:
            return index
    return len(clusters)


def _break(clusters: Sequence[Cluster], start: int, end: int) -> int:
    """Move the break back to an allowed place; where there is none, it stays."""
    if end == len(clusters):
        return end
    for place in range(end, start, -1):
        if _allowed(clusters[place - 1].text, clusters[place].text):
            return place
    return end


def _allowed(before: str, after: str) -> bool:
    if before in NOT_LAST or after in NOT_FIRST:
        return False
    if before in _DIGITS and after in _UNITS:
        return False
    return not (before in _WORD and after in _WORD)
