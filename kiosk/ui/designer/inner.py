"""What lies inside a box - printed choices, eras, the parts of a date -, each with a name, to be moved by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.model.template import Box, Option, Rect
    from kiosk.words import Words

_DATE = {f"date-{part}": part for part in ("era", "year", "month", "day")}


def inner(box: Box) -> Mapping[str, Rect]:
    """By its name: a choice and an era by their code, a part of a date by date-era, date-year, date-month, date-day."""
    found = {option.code: option.rect for option in box.options}
    if box.parts is not None:
        found |= {era.code: era.rect for era in box.parts.eras}
        places = ((name, getattr(box.parts, part)) for name, part in _DATE.items())
        found |= {name: place for name, place in places if place is not None}
    return found


def called(name: str, words: Words) -> str:
    """What is written beside it."""
    return words(f"designer-{name}") if name in _DATE else name


def moved(box: Box, name: str, rect: Rect) -> Box:
    """The box with one of these elsewhere, cut to the box itself."""
    place = within(rect, box.rect)
    parts = box.parts
    if parts is not None:
        there = {_DATE[name]: place} if name in _DATE and getattr(parts, _DATE[name]) else {}
        parts = parts.model_copy(update={"eras": _placed(parts.eras, name, place), **there})
    return box.model_copy(update={"options": _placed(box.options, name, place), "parts": parts})


def without(box: Box, name: str) -> Box:
    """The box without a printed choice or an era; a part of a date stays."""
    parts = box.parts
    if parts is not None:
        parts = parts.model_copy(update={"eras": tuple(era for era in parts.eras if era.code != name)})
    return box.model_copy(update={"options": tuple(o for o in box.options if o.code != name), "parts": parts})


def _placed(those: tuple[Option, ...], name: str, place: Rect) -> tuple[Option, ...]:
    return tuple(each.model_copy(update={"rect": place}) if each.code == name else each for each in those)


def within(rect: Rect, frame: Rect) -> Rect:
    """A rectangle pushed into a frame, and no larger than that, to a hundredth of a millimetre."""
    w, h = min(rect.w, frame.w), min(rect.h, frame.h)
    x = min(max(rect.x, frame.x), frame.x + frame.w - w)
    y = min(max(rect.y, frame.y), frame.y + frame.h - h)
    return rect.model_copy(update={"x": round(x, 2), "y": round(y, 2), "w": round(w, 2), "h": round(h, 2)})
