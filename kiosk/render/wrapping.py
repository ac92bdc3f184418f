"""Where a text may be broken into lines: between characters, but never inside a number, a word or a date's 12月.

Line breaking follows the plain part of JIS X 4051 (行頭・行末禁則): a line neither starts with a closing mark nor ends
with an opening one; the character before moves down with it. What stands in a box is broken at its ideographic spaces
where that costs no further line: 氏 and 名, an address and its 方書, each on a line of its own; a list is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.render.shaping import Cluster

NOT_FIRST = frozenset("、。，．,.）)」』】〕〉》・：；:;？！?!ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ-－")
SPACE, LISTING = "\u3000", frozenset("、，")
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
    """The line these clusters make; a space at its end has no width, and only an ideographic one is kept."""
    kept = list(clusters)
    while kept and kept[-1].text == " ":
        kept.pop()
    text = "".join(each.text for each in kept)
    return Line(text, sum(each.advance for each in kept[: len(kept) - len(text) + len(text.rstrip(SPACE))]))


def wrap(clusters: Sequence[Cluster], *, ems: float, at_spaces: bool = False) -> list[Line]:
    """Break a paragraph into lines no wider than `ems`, `at_spaces` first; only a single cluster can be wider."""
    whole = not at_spaces or any(each.text in LISTING for each in clusters)
    lines, start, ends = list[Line](), 0, _ends(clusters, 0, ems)
    while ends:
        end, ends = (not whole and _at_space(clusters, start, ends, ems)) or (ends[0], ends[1:])
        lines.append(line_of(clusters[start:end]))
        start = end
    return lines or [Line("", 0.0)]


def _at_space(
    clusters: Sequence[Cluster], start: int, ends: Sequence[int], ems: float
) -> tuple[int, Sequence[int]] | None:
    """The end of a line at an ideographic space, and the ends of the others, which are no more for it."""
    for place in range(ends[0], start + 1, -1):
        if clusters[place - 1].text == SPACE and len(rest := _ends(clusters, place, ems)) < len(ends) and rest:
            return place, rest
    return None


def _ends(clusters: Sequence[Cluster], start: int, ems: float) -> Sequence[int]:
    """Where each line ends, every line as full as it may be."""
    ends = []
    while start < len(clusters):
        start = _break(clusters, start, _reach(clusters, start, ems))
        ends.append(start)
    return ends


def _reach(clusters: Sequence[Cluster], start: int, ems: float) -> int:
    """The first cluster that no longer fits (at least one always counts as fitting)."""
    used = 0.0
    for index in range(start, len(clusters)):
        used += clusters[index].advance
        if used > ems + 1e-6 and index > start and not clusters[index].text.isspace():
            return index
    return len(clusters)


def _break(clusters: Sequence[Cluster], start: int, end: int) -> int:
    """Move the break back to an allowed place; where there is none, it stays."""
    if end == len(clusters):
        return end
    for place in range(end, start, -1):
        if may_break(clusters[place - 1].text, clusters[place].text):
            return place
    return end


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two clusters."""
    if before in NOT_LAST or after in NOT_FIRST:
        return False
    if before in _DIGITS and after in _UNITS:
        return False
    return not (before in _WORD and after in _WORD)
