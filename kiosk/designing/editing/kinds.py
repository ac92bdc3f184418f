"""What kind of box a box is, with what that needs: parts of a date, cells of a comb, printed choices."""

from collections.abc import Iterable, Sequence

from kiosk.designing.editing.places import mm, squared
from kiosk.model.template import CODES, Box, DateParts, Kind, Option, Rect

_CHOICE_MM, _TICK_MM = 9.0, 2.8
_CELLS = 8


def become(box: Box, kind: Kind) -> Box:
    """A box of another kind, with what that needs and without what it does not know."""
    choice, given = kind in {Kind.CHOICE, Kind.TICK}, {Kind.BLANK: "", Kind.IMAGE: "", Kind.SIGNATURE: box.fact}
    cells = (box.cells or _CELLS) if kind is Kind.COMB else 0
    return box.model_copy(
        update={
            "kind": kind,
            "cells": cells,
            "options": _sized(box.options, kind) if choice else (),
            "parts": (box.parts or _parts(box.rect)) if kind is Kind.DATE else None,
            "fact": given.get(kind, box.fact),
            "fixed": box.fixed if kind in CODES else "",
            "picture": box.picture if kind is Kind.IMAGE else "",
            "alt": box.alt if kind is Kind.IMAGE else "",
            "rect": squared(box.rect) if kind is Kind.QR else box.rect,
            "form": box.form if kind is not Kind.BLANK else "as_is",
        }
    )


def _parts(rect: Rect) -> DateParts:
    """Era, year, month and day beside one another: a printed 元号 is wider than its figures."""
    shares = (0.28, 0.24, 0.24, 0.24)
    places, x = list[Rect](), rect.x
    for share in shares:
        places.append(Rect(x=mm(x), y=rect.y, w=mm(rect.w * share), h=rect.h))
        x += rect.w * share
    era, year, month, day = places
    return DateParts(era=era, year=year, month=month, day=day)


def with_choices(box: Box, codes: Sequence[str]) -> Box:
    """These codes as printed choices, side by side; one that is there already keeps its place and its word."""
    before = {option.code: option for option in box.options}
    kind = box.kind if box.kind in {Kind.CHOICE, Kind.TICK} else Kind.CHOICE
    step = box.rect.w / max(len(codes), 1)
    made = tuple(
        before.get(code) or Option(code=code, rect=_spot(box.rect, x=box.rect.x + step * at, step=step, kind=kind))
        for at, code in enumerate(codes)
    )
    return become(box, kind).model_copy(update={"options": made})


def _spot(rect: Rect, *, x: float, step: float, kind: Kind) -> Rect:
    """Where a choice is printed: a square to tick, or the word that a circle goes around."""
    w, h = (
        (min(_TICK_MM, step), min(_TICK_MM, rect.h)) if kind is Kind.TICK else (min(step, _CHOICE_MM * 2), rect.h * 0.8)
    )
    return Rect(x=mm(x), y=mm(rect.y + (rect.h - h) / 2), w=mm(w), h=mm(h))


def _sized(options: Iterable[Option], kind: Kind) -> tuple[Option, ...]:
    """Squares are small; what was a word stays a word."""
    if kind is not Kind.TICK:
        return tuple(options)
    return tuple(
        each.model_copy(update={"rect": _spot(each.rect, x=each.rect.x, step=each.rect.w, kind=kind)})
        for each in options
    )
