"""The printed part of a form: a drawing (see `svg`), or the city's own paper as it is (see `official`)."""

from dataclasses import dataclass

from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.render.drawlist import DrawList
from kiosk.render.official.leaf import is_paper, read_leaf
from kiosk.render.official.seen import see
from kiosk.render.official.unreadable import Unreadable
from kiosk.render.shaping import Shaper
from kiosk.render.svg import read_svg

_LOOK = 0.2  # pixels a millimetre: enough to know that a paper can be shown
_ROUNDED = 0.5  # mm: an editor may write A4 as 209.97


@dataclass(frozen=True, slots=True)
class Background:
    """The drawn page and what could not be read."""

    page: DrawList
    issues: tuple[Issue, ...] = ()


class Backgrounds:
    """Backgrounds by content: the same page of the same file is parsed once."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._seen: dict[tuple[str, int, bytes], Background] = {}

    def load(self, name: str, data: bytes, *, leaf: int = 1) -> Background:
        """The background in a file's content, of a paper its page `leaf`. Raises SiteError when there is none."""
        if not data:
            what = f"様式の背景 {name} を読めません。"
            raise SiteError("TEMPLATE-1", what=what, mend="様式の置き場所を確かめてください。")
        found = self._seen.get((name, leaf, data))
        if found is None:  # two threads may read it at once; both keep the first
            made = inlaid(data, name=name, leaf=leaf) if is_paper(name) else parse(data, name=name, shaper=self._shaper)
            found = self._seen.setdefault((name, leaf, data), made)
        return found


def inlaid(data: bytes, *, name: str, leaf: int) -> Background:
    """A page of the city's own paper as it is."""
    try:
        page = read_leaf(data, number=leaf)
        see(page, scale=_LOOK)
    except Unreadable as error:
        return Background(
            DrawList(width=210.0, height=297.0), (Issue(where=name, message=str(error), allowed=error.allowed),)
        )
    return Background(DrawList(width=page.width, height=page.height, under=page))


def parse(data: bytes, *, name: str, shaper: Shaper) -> Background:
    """Read SVG text. Problems come back as issues beside everything that could be read."""
    return Background(*read_svg(data, name=name, shaper=shaper))


def problems(data: bytes, *, name: str, size: tuple[float, float] | None = None, leaf: int = 1) -> tuple[Issue, ...]:
    """What of a page cannot be drawn, of an SVG each with its line; no font is opened for it.

    `size` is the page's width and height in mm: a drawing of another size (in points, in pixels) would miss every box.
    """
    found = inlaid(data, name=name, leaf=leaf) if is_paper(name) else Background(*read_svg(data, name=name))
    if found.issues or size is None or _same(size, (found.page.width, found.page.height)):
        return found.issues
    drawn, wanted = (f"{width:g}×{height:g}" for width, height in ((found.page.width, found.page.height), size))
    if is_paper(name):
        message = f"用紙の大きさ（{drawn}）が様式のページ（{wanted} ミリメートル）と違います。"
        page = found.page
        return (Issue(where=name, message=message, allowed=f"width = {page.width:.1f}　height = {page.height:.1f}"),)
    message = f"viewBox の大きさ（{drawn}）が様式のページ（{wanted} ミリメートル）と違います。"
    return (Issue(where=f"{name} <svg>", line=1, message=message, allowed=f'viewBox="0 0 {size[0]:g} {size[1]:g}"'),)


def _same(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return all(abs(a - b) < _ROUNDED for a, b in zip(one, two, strict=True))
