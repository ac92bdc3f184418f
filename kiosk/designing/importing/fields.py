"""The fields that a PDF already has (AcroForm, ISO 32000-1 section 12.7): boxes with their kinds and choices."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import pikepdf

from kiosk.designing.importing.grid import Cell
from kiosk.designing.importing.sheet import Choice, Proposed
from kiosk.model.template import Kind, Listed
from kiosk.render.official.leaf import BROKEN, MM_PER_POINT
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RADIO, _PUSH, _COMB = 1 << 15, 1 << 16, 1 << 24
_DEEP = 30
_MOST_CELLS, _MOST_LISTED, _LONG = 60, 300, 200  # as many as a box of a form takes


@dataclass(frozen=True)
class OwnField:
    """A field of the paper as a box; `told` is what it says of itself for who cannot see it, "" for nothing."""

    box: Proposed
    told: str


def read_fields(data: bytes, *, number: int) -> tuple[OwnField, ...]:
    """The fields of a page, in the order in which the tab key reaches them.

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
    except (pikepdf.PdfError, IndexError, *BROKEN):
        raise Unreadable("PDF の入力欄が壊れていて読めません。") from None


def _boxes(widgets: Sequence[pikepdf.Object], origin: tuple[float, float], height: float) -> Iterator[OwnField]:
    """A box for each field; squares of one field are its choices."""
    groups: dict[str, list[pikepdf.Object]] = defaultdict(list)
    for widget in widgets:
        groups[_name(widget)].append(widget)
    for name, members in groups.items():
        first = members[0]
        places = [_place(each, origin, height) for each in members]
        told = str(_inherited(first, "/TU") or "").strip()
        kind, flags = str(_inherited(first, "/FT") or ""), int(_inherited(first, "/Ff") or 0)
        if kind == "/Btn" and not flags & _PUSH:
            states = [_state(each) for each in members]
            choices = tuple(Choice(state, place, state) for state, place in zip(states, places, strict=True))
            box = Proposed(_around(places), Kind.TICK, _around(places), choices=choices, fields=(name,))
            yield OwnField(box, told)
        elif kind == "/Sig":
            yield OwnField(Proposed(places[0], Kind.SIGNATURE, places[0], fields=(name,)), told)
        elif kind in {"/Tx", "/Ch"}:
            longest = int(_inherited(first, "/MaxLen") or 0)
            cells = longest if flags & _COMB and 1 < longest <= _MOST_CELLS else 0
            offered = tuple(_listed(first)) if kind == "/Ch" else ()
            for place in places:
                way = Kind.COMB if cells else Kind.TEXT
                yield OwnField(Proposed(place, way, place, cells=cells, fields=(name,), listed=offered), told)


def _listed(field: pikepdf.Object) -> Iterator[Listed]:
    """What a list offers: words, or what is said and the word for it (section 12.7.4.4)."""
    for line in islice(_inherited(field, "/Opt") or (), _MOST_LISTED):
        if isinstance(line, pikepdf.Array):
            state, word = str(line[0]), str(line[1])
            yield Listed(word=word[:_LONG], state=state[:_LONG] if state != word else "")
        else:
            yield Listed(word=str(line)[:_LONG])


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
        [_legible(str(key).removeprefix("/")) for key in normal if key != "/Off"]
        if isinstance(normal, pikepdf.Dictionary)
        else []
    )
    return states[0][:_LONG] if states else ""


def _legible(name: str) -> str:
    """A name that is no UTF-8 was written by an old program of this country."""
    return name.encode("utf-8", "surrogateescape").decode("cp932", "replace") if not name.isprintable() else name


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
