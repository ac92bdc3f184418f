"""The printed part of a form: reads a template page's SVG, in a small subset that every tool can write.

A page that is not SVG is the city's own paper, taken as it is (kiosk.render.official).

The subset has millimetres for units (viewBox "0 0 210 297"), `rect`, `line`, `text`, `ellipse`, and `g` that hands its
attributes down; greys for colours. Anything else is an Issue that names the file and the element, never a guess.
`textLength` spreads a text evenly over a length (均等割付) or condenses a longer one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.render.drawlist import PT_PER_MM, DrawList, Ellipse, Frame, Item, Rule, Text
from kiosk.render.fonts import FACES
from kiosk.render.official.leaf import Unreadable, is_paper, read_leaf
from kiosk.render.official.seen import see
from kiosk.render.shaping import Shaper

SVG = "{http://www.w3.org/2000/svg}"
STROKE_WIDTH = 0.2
_LOOK = 0.2  # pixels a millimetre: enough to know that a paper can be shown
MOST_ELEMENTS = 2000
_INHERITED = {"stroke", "stroke-width", "stroke-dasharray", "fill", "font-family", "font-size", "text-anchor"}
_FREE = {"id", "class", "role", "{http://www.w3.org/XML/1998/namespace}space"}
_OWN = {
    "rect": {"x", "y", "width", "height", "stroke", "stroke-width", "fill"},
    "line": {"x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-dasharray"},
    "ellipse": {"cx", "cy", "rx", "ry", "stroke", "stroke-width", "fill"},
    "text": {"x", "y", "font-size", "font-family", "text-anchor", "textLength", "fill"},
    "g": _INHERITED,
}
_ROOT = {"viewBox", "width", "height", "version", "baseProfile", "x", "y", "lang"}
_ROUNDED = 0.5  # mm: an editor may write A4 as 209.97
_SILENT = {"title", "desc", "metadata"}
_NAMED = {"black": 0.0, "white": 1.0, "gray": 0.502, "grey": 0.502}


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
    return _read(data, name, shaper)


def problems(data: bytes, *, name: str, size: tuple[float, float] | None = None, leaf: int = 1) -> tuple[Issue, ...]:
    """What of a page cannot be drawn, of an SVG each with its line; no font is opened for it.

    `size` is the page's width and height in mm: a drawing of another size (in points, in pixels) would miss every box.
    """
    found = inlaid(data, name=name, leaf=leaf) if is_paper(name) else _read(data, name, None)
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


def _read(data: bytes, name: str, shaper: Shaper | None) -> Background:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        issue = Issue(where=name, line=error.lineno or 0, message="SVG（XML）として読めません。")
        return Background(DrawList(width=210.0, height=297.0), (issue,))
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        issue = Issue(where=name, message="図形と文字が多すぎます。", allowed=f"{MOST_ELEMENTS}個まで")
        return Background(DrawList(width=210.0, height=297.0), (issue,))
    return _Reader(name, shaper).read(root)


class _Bad(Exception):
    """One element outside the subset."""


class _Reader:
    def __init__(self, name: str, shaper: Shaper | None) -> None:
        self._name, self._shaper = name, shaper
        self._issues: list[Issue] = []
        self._readers: dict[str, Callable[[Mapping[str, str], str], Item]] = {
            "rect": _rect,
            "line": _line,
            "ellipse": _ellipse,
            "text": self._text,
        }

    def read(self, root: etree._Element) -> Background:
        width, height = 210.0, 297.0
        try:
            width, height = _size(root)
        except _Bad as bad:
            self._report(root, str(bad))
        items = tuple(self._walk(root, {}))
        return Background(DrawList(width=width, height=height, items=items), tuple(self._issues))

    def _walk(self, parent: etree._Element, handed: Mapping[str, str]) -> Iterator[Item]:
        for element in parent:
            tag = str(element.tag).removeprefix(SVG)
            if tag in _SILENT:
                continue
            try:
                attributes = _attributes(element, tag, handed)
                if tag != "g":
                    yield self._item(element, tag, attributes)
            except _Bad as bad:
                self._report(element, str(bad))
                continue
            if tag == "g":
                yield from self._walk(element, attributes)

    def _item(self, element: etree._Element, tag: str, attributes: Mapping[str, str]) -> Item:
        if len(element):
            raise _Bad("中に別の要素を入れられません")
        return self._readers[tag](attributes, (element.text or "").strip(" \t\r\n"))

    def _text(self, attributes: Mapping[str, str], text: str) -> Text:
        face = attributes.get("font-family", "mincho")
        if face not in FACES:
            raise _Bad(f"font-family「{face}」は使えません（{'、'.join(FACES)}）")
        size = _number(attributes, "font-size")
        natural, letters = self._measured(face, text, size)
        length = _number(attributes, "textLength", natural)
        gaps = letters - 1
        spread = length > natural and gaps > 0
        share = _ANCHORS.get(attributes.get("text-anchor", "start"))
        if share is None:
            raise _Bad("text-anchor は start、middle、end のどれかです")
        return Text(
            x=_number(attributes, "x", 0.0) - length * share,
            y=_number(attributes, "y", 0.0),
            size_pt=size * PT_PER_MM,
            face=face,
            text=text,
            stretch=length / natural if 0 < length < natural else 1.0,
            spacing=(length - natural) / gaps if spread else 0.0,
            grey=_grey(attributes.get("fill", "black")) or 0.0,
        )

    def _measured(self, face: str, text: str, size: float) -> tuple[float, int]:
        """The natural length of a text and how many letters it has; without fonts roughly."""
        if self._shaper is None:
            return len(text) * size, len(text)
        return self._shaper.ems(face, text=text) * size, len(self._shaper.shape(face, text=text))

    def _report(self, element: etree._Element, message: str) -> None:
        tag = str(element.tag).removeprefix(SVG)
        self._issues.append(Issue(where=f"{self._name} <{tag}>", line=element.sourceline or 0, message=message))


_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def _size(root: etree._Element) -> tuple[float, float]:
    if root.tag != f"{SVG}svg":
        raise _Bad("最初の要素は svg（xmlns 付き）です")
    known = _ROOT | _FREE
    unknown = [str(key) for key in root.attrib if not str(key).startswith(("data-", "{")) and key not in known]
    if unknown:
        raise _Bad(f"属性 {'、'.join(unknown)} は使えません")
    parts = (root.get("viewBox") or "").replace(",", " ").split()
    try:
        x, y, width, height = (float(part) for part in parts)
    except ValueError:
        raise _Bad('viewBox は "0 0 210 297" のようにミリメートルで書きます') from None
    if (x, y) != (0.0, 0.0) or min(width, height) <= 0:
        raise _Bad("viewBox は 0 0 から始めます")
    return width, height


def _attributes(element: etree._Element, tag: str, handed: Mapping[str, str]) -> dict[str, str]:
    allowed = _OWN.get(tag)
    if allowed is None:
        raise _Bad("この要素は使えません")
    own = {str(key): str(value) for key, value in element.attrib.items()}
    unknown = [key for key in own if key not in allowed | _FREE and not key.startswith("data-")]
    if unknown:
        raise _Bad(f"属性 {'、'.join(unknown)} は使えません")
    return {**{key: handed[key] for key in handed if key in _INHERITED}, **own}


def _number(attributes: Mapping[str, str], key: str, default: float | None = None) -> float:
    text = attributes.get(key)
    if text is None and default is not None:
        return default
    try:
        return float((text or "").removesuffix("mm"))
    except ValueError:
        raise _Bad(f"{key} は数（ミリメートル）で書きます") from None


def _grey(colour: str) -> float | None:
    """0 black .. 1 white, None for no paint; only greys, since a counter prints in black."""
    colour = colour.strip().lower()
    if colour == "none":
        return None
    if colour in _NAMED:
        return _NAMED[colour]
    digits = colour.removeprefix("#")
    channels = {digits[i : i + len(digits) // 3] for i in range(0, len(digits), max(1, len(digits) // 3))}
    if not colour.startswith("#") or len(digits) not in (3, 6) or len(channels) != 1:
        raise _Bad(f"色「{colour}」は使えません（黒、白、灰色、none）")
    try:
        return int(channels.pop() * (2 if len(digits) == 3 else 1), 16) / 255
    except ValueError:
        raise _Bad(f"色「{colour}」は使えません") from None


def _stroke(attributes: Mapping[str, str], *, implied: bool) -> tuple[float, float]:
    """Width (0 for none) and grey of an outline."""
    grey = _grey(attributes.get("stroke", "black" if implied else "none"))
    return (0.0, 0.0) if grey is None else (_number(attributes, "stroke-width", STROKE_WIDTH), grey)


def _rect(attributes: Mapping[str, str], _text: str) -> Frame:
    fill = _grey(attributes.get("fill", "none"))
    width, grey = _stroke(attributes, implied=fill is None)
    x, y = _number(attributes, "x", 0.0), _number(attributes, "y", 0.0)
    w, h = _number(attributes, "width"), _number(attributes, "height")
    return Frame(x=x, y=y, w=w, h=h, width=width, fill=fill, grey=grey)


def _line(attributes: Mapping[str, str], _text: str) -> Rule:
    width, grey = _stroke(attributes, implied=True)
    x1, y1, x2, y2 = (_number(attributes, key, 0.0) for key in ("x1", "y1", "x2", "y2"))
    dash = attributes.get("stroke-dasharray", "none")
    try:
        pattern = () if dash == "none" else tuple(float(each) for each in dash.replace(",", " ").split())
    except ValueError:
        raise _Bad("stroke-dasharray は数の並びで書きます") from None
    return Rule(x1=x1, y1=y1, x2=x2, y2=y2, width=width, dash=pattern, grey=grey)


def _ellipse(attributes: Mapping[str, str], _text: str) -> Ellipse:
    if _grey(attributes.get("fill", "none")) is not None:
        raise _Bad("ellipse の fill は none だけです")
    width, grey = _stroke(attributes, implied=True)
    rx, ry = _number(attributes, "rx"), _number(attributes, "ry")
    x, y = _number(attributes, "cx", 0.0) - rx, _number(attributes, "cy", 0.0) - ry
    return Ellipse(x=x, y=y, w=2 * rx, h=2 * ry, width=width, grey=grey)
