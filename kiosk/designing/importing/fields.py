"""The fields that a PDF already has (AcroForm, ISO 32000-1 section 12.7): boxes with their kinds and choices."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pikepdf

from kiosk.designing.importing.grid import Cell
from kiosk.designing.importing.proposing import Choice, Proposed
from kiosk.model.template import Kind
from kiosk.render.official.leaf import MM_PER_POINT
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RADIO, _PUSH, _COMB = 1 << 15, 1 << 16, 1 << 24
_DEEP = 30


def read_fields(data: bytes, *, number: int) -> tuple[tuple[Proposed, str], ...]:
    """The fields of a page as boxes with their names, in the order in which the tab key reaches them.

    Raises Unreadable. A paper without fields has none.
    """
    if data.lstrip()[:5] != b"%PDF-":
        return ()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            page = pdf.pages[number - 1]
            height = float(page.cropbox[3]) - float(page.cropbox[1])
            origin = (float(page.cropbox[0]), float(page.cropbox[1]))
            widgets = [each for each in page.obj.get("/Annots", ()) if each.get("/Subtype") == "/Widget"]
            return tuple(_boxes(widgets, origin, height))
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, IndexError):
        raise Unreadable("PDF の入力欄が壊れていて読めません。") from None


def _boxes(
    widgets: Sequence[pikepdf.Object], origin: tuple[float, float], height: float
) -> Iterator[tuple[Proposed, str]]:
    """A box for each field; squares of one field are its choices."""
    groups: dict[str, list[pikepdf.Object]] = defaultdict(list)
    for widget in widgets:
        groups[_name(widget)].append(widget)
    for name, members in groups.items():
        first = members[0]
        places = [_place(each, origin, height) for each in members]
        told = str(_inherited(first, "/TU") or "").strip() or name.rpartition(".")[2]
        kind, flags = str(_inherited(first, "/FT") or ""), int(_inherited(first, "/Ff") or 0)
        if kind == "/Btn" and not flags & _PUSH:
            choices = tuple(Choice(_state(each), place) for each, place in zip(members, places, strict=True))
            yield Proposed(_around(places), Kind.TICK, _around(places), choices=choices), told
        elif kind == "/Sig":
            yield Proposed(places[0], Kind.SIGNATURE, places[0]), told
        elif kind in {"/Tx", "/Ch"}:
            longest = int(_inherited(first, "/MaxLen") or 0)
            combed = bool(flags & _COMB) and longest > 1
            for place in places:
                yield Proposed(place, Kind.COMB if combed else Kind.TEXT, place, cells=longest if combed else 0), told


def _inherited(field: pikepdf.Object, key: str) -> Any:
    """An entry of a field or of those above it."""
    at: pikepdf.Object | None = field
    for _ in range(_DEEP):
        if at is None:
            return None
        if key in at:
            return at[key]
        at = at.get("/Parent")
    return None


def _name(field: pikepdf.Object) -> str:
    """The full name of a field: the partial names from the top, with dots."""
    parts: list[str] = []
    at: pikepdf.Object | None = field
    for _ in range(_DEEP):
        if at is None:
            break
        if "/T" in at:
            parts.insert(0, str(at["/T"]))
        at = at.get("/Parent")
    return ".".join(parts)


def _state(widget: pikepdf.Object) -> str:
    """What a square says when it is ticked."""
    normal = widget.get("/AP", pikepdf.Dictionary()).get("/N", pikepdf.Dictionary())
    states = (
        [str(key).removeprefix("/") for key in normal if key != "/Off"]
        if isinstance(normal, pikepdf.Dictionary)
        else []
    )
    return states[0] if states else ""


def _place(widget: pikepdf.Object, origin: tuple[float, float], height: float) -> Cell:
    x0, y0, x1, y1 = (float(each) for each in widget["/Rect"].as_list())
    left, right, bottom, top = (
        min(x0, x1) - origin[0],
        max(x0, x1) - origin[0],
        min(y0, y1) - origin[1],
        max(y0, y1) - origin[1],
    )
    mm = MM_PER_POINT
    return Cell((height - top) * mm, left * mm, (right - left) * mm, (top - bottom) * mm)


def _around(places: Sequence[Cell]) -> Cell:
    left, top = min(each.x for each in places), min(each.y for each in places)
    return Cell(top, left, max(each.right for each in places) - left, max(each.bottom for each in places) - top)
