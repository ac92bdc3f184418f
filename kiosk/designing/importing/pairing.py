"""Which places of two papers of a form are the same ones, and in which place of its paper a box stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import hypot

from kiosk.designing.importing.draft import Draft
from kiosk.designing.labels import plain
from kiosk.model.template import Box, Kind, Rect

NEAR_MM, _FAR_MM = 12.0, 90.0
_ALIKE, _NEARLY, _INSIDE = 0.75, 0.55, 0.5
_PEN = frozenset({Kind.TEXT, Kind.COMB, Kind.BLANK})
_TICKED = frozenset({Kind.CHOICE, Kind.TICK})


def homes_of(boxes: Sequence[Box], places: Sequence[Box]) -> dict[str, int]:
    """Which place of the old paper each box of the version stands in; none for one that stands in none."""
    found = {}
    for box in boxes:
        shares = [(_share(box.rect, place.rect), -_area(place.rect), at) for at, place in enumerate(places)]
        best = max((each for each in shares if places[each[2]].page == box.page), default=(0.0, 0.0, 0))
        if best[0] >= _INSIDE:
            found[box.id] = best[2]
    return found


def _share(box: Rect, place: Rect) -> float:
    """How much of the smaller of two lies in the other."""
    return _shared(box, place) / max(min(_area(box), _area(place)), 0.01)


def _shared(one: Rect, other: Rect) -> float:
    width = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    height = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return max(width, 0.0) * max(height, 0.0)


def _area(rect: Rect) -> float:
    return rect.w * rect.h


def paired(was: Draft, came: Draft) -> dict[int, int]:
    """The place of the old paper for places of the new one: by name and distance, then by what stands around them."""
    pairs = _surest(
        (_sure(old, new), at, before) for at, new in enumerate(_places(came)) for before, old in enumerate(_places(was))
    )
    gone = shifts(was, came, pairs)
    taken = {*pairs.values()}
    more = _surest(
        (_around(old, new, gone), at, before)
        for at, new in enumerate(_places(came))
        for before, old in enumerate(_places(was))
        if at not in pairs and before not in taken
    )
    return {**pairs, **more}


def _surest(weighed: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for sure, at, before in sorted(weighed, key=lambda each: (-each[0], each[1], each[2])):
        if sure > 0 and at not in pairs and before not in taken:
            pairs[at] = before
            taken.add(before)
    return pairs


@dataclass(frozen=True)
class _Place:
    rect: Rect
    page: int
    kind: Kind
    name: str


def _places(draft: Draft) -> list[_Place]:
    return [
        _Place(box.rect, box.page, found.box.kind, found.name)
        for box, found in zip(draft.template.boxes, draft.boxes, strict=True)
    ]


def _sure(old: _Place, new: _Place) -> float:
    """How surely two places are the same one, 0 (not at all) to 2."""
    if old.page != new.page or not _alike_in_kind(old.kind, new.kind):
        return 0.0
    away = hypot(old.rect.x - new.rect.x, old.rect.y - new.rect.y)
    named = _likeness(old.name, new.name)
    if named >= _ALIKE and away <= _FAR_MM:
        return 1.0 + named - away / _FAR_MM / 2
    if named >= _NEARLY and away <= NEAR_MM:
        return named - away / _FAR_MM
    return 0.0


Shift = tuple[int, Rect, float, float]


def shifts(was: Draft, came: Draft, pairs: Mapping[int, int]) -> list[Shift]:
    """How far each place that was found again has moved, with where it stood."""
    first, second = _places(was), _places(came)
    return [
        (
            first[old].page,
            first[old].rect,
            second[new].rect.x - first[old].rect.x,
            second[new].rect.y - first[old].rect.y,
        )
        for new, old in pairs.items()
    ]


def nearest(rect: Rect, page: int, gone: Sequence[Shift]) -> tuple[float, float]:
    """How far the nearest place that was found again has moved."""
    on_page = [(hypot(at.x - rect.x, at.y - rect.y), dx, dy) for number, at, dx, dy in gone if number == page]
    _, dx, dy = min(on_page, default=(0.0, 0.0, 0.0))
    return dx, dy


def _around(old: _Place, new: _Place, gone: Sequence[Shift]) -> float:
    """How well a place without a sure name stands where its surroundings have gone."""
    if old.page != new.page or not _alike_in_kind(old.kind, new.kind):
        return 0.0
    dx, dy = nearest(old.rect, old.page, gone)
    there = old.rect.model_copy(update={"x": old.rect.x + dx, "y": old.rect.y + dy})
    share = _shared(there, new.rect) / max(_area(there), _area(new.rect), 0.01)
    return share if share > _INSIDE else 0.0


def _alike_in_kind(old: Kind, new: Kind) -> bool:
    return old is new or {old, new} <= _PEN or {old, new} <= _TICKED


def _likeness(one: str, other: str) -> float:
    first, second = plain(one), plain(other)
    if not first or not second:
        return 0.0
    if first in second or second in first:
        return max(0.8, min(len(first), len(second)) / max(len(first), len(second)))
    return SequenceMatcher(None, first, second).ratio()
