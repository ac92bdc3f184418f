"""A picture in a box of a form (公印, a city's sign): one page of a paper or a drawing, as large as its file says.

It is drawn with its ratio kept and darkens what is under it, so that white is no colour of a seal.
"""

from functools import lru_cache
from pathlib import PurePath

from kiosk.render.background import parse
from kiosk.render.drawlist import DrawList
from kiosk.render.official.leaf import Leaf, read_leaf
from kiosk.render.official.seen import see
from kiosk.render.official.unreadable import Unreadable
from kiosk.render.shaping import Shaper
from kiosk.render.svg import read_svg

PICTURES = (".png", ".svg")
"""What a picture may be, by the end of its name."""

_LEAST_MM = 0.5
_LOOK_PX = 40.0
_KEPT = 64


def read_picture(data: bytes, *, name: str, shaper: Shaper) -> Leaf:
    """The picture of a file. Raises Unreadable, for a drawing with the first thing that cannot be drawn."""
    return _read(data, PurePath(name.lower()).suffix, shaper)


@lru_cache(maxsize=_KEPT)
def _read(data: bytes, end: str, shaper: Shaper) -> Leaf:
    if end != ".svg":
        return read_leaf(data, least=_LEAST_MM)
    from kiosk.render.pdf import PdfPage, PdfWriter

    found = parse(data, name="", shaper=shaper)
    if found.issues:
        raise Unreadable(found.issues[0].message, found.issues[0].allowed)
    empty = DrawList(width=found.page.width, height=found.page.height)
    return read_leaf(PdfWriter(shaper).write([PdfPage(found.page, empty)]), least=_LEAST_MM)


def picture_problem(data: bytes, *, name: str) -> Unreadable | None:
    """Why a file cannot be drawn as a picture, or None; no font is opened for it."""
    try:
        if not name.lower().endswith(".svg"):
            leaf = read_leaf(data, least=_LEAST_MM)
            see(leaf, scale=_LOOK_PX / max(leaf.width, leaf.height))
            return None
    except Unreadable as error:
        return error
    issues = read_svg(data, name=name)[1]
    return Unreadable(issues[0].message, issues[0].allowed) if issues else None
