"""A page that is drawn: reads an SVG in a small subset that every tool can write, exactly as every viewer shows it.

The subset has millimetres for units (viewBox "0 0 210 297"), `rect`, `line`, `text`, `ellipse`, and `g` that hands its
attributes down; greys for colours. What is not said counts as SVG says: a shape without `fill` is black, without
`stroke` it has no outline. Anything that would be drawn otherwise is an Issue that names the file and the element,
never a guess. `textLength` spreads a text evenly over a length (均等割付) or condenses a longer one.
"""

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from kiosk.model.base import Issue
from kiosk.render.drawlist import PT_PER_MM, DrawList, Ellipse, Frame, Item, Rule, Text
from kiosk.render.fonts import FACES
from kiosk.render.shaping import Shaper
from kiosk.render.svg_words import Bad, dashes, grey, lacking, length, page_size, plain, size

SVG = "{http://www.w3.org/2000/svg}"
MOST_ELEMENTS = 2000
_HANDED = {"stroke", "stroke-width", "stroke-dasharray", "fill", "font-family", "font-size", "text-anchor"}
_FREE = {"id", "class", "role"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SHAPE = {"stroke", "stroke-width", "fill"}
_OWN = {
    "rect": {"x", "y", "width", "height"} | _SHAPE,
    "line": {"x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-dasharray"},
    "ellipse": {"cx", "cy", "rx", "ry"} | _SHAPE,
    "text": {"x", "y", "font-size", "font-family", "text-anchor", "textLength", "fill", _SPACE},
    "g": _HANDED | {_SPACE},
}
_ROOT = {"viewBox", "width", "height", "version", "baseProfile", "x", "y", "lang"}
_SILENT = {f"{SVG}{name}" for name in ("title", "desc", "metadata")}


def read_svg(data: bytes, *, name: str, shaper: Shaper | None = None) -> tuple[DrawList, tuple[Issue, ...]]:
    """What is drawn, and what cannot be, with its line. Without a shaper texts are measured roughly."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return _nothing(Issue(where=name, line=error.lineno or 0, message="SVG（XML）として読めません。"))
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        return _nothing(Issue(where=name, message="図形と文字が多すぎます。", allowed=f"{MOST_ELEMENTS}個まで"))
    return _Reader(name, shaper).read(root)


def _nothing(issue: Issue) -> tuple[DrawList, tuple[Issue, ...]]:
    return DrawList(width=210.0, height=297.0), (issue,)


class _Reader:
    def __init__(self, name: str, shaper: Shaper | None) -> None:
        self._name, self._shaper = name, shaper
        self._issues: list[Issue] = []
        self._paper = (210.0, 297.0)
        self._readers: dict[str, Callable[[Mapping[str, str], str], Item]] = {
            "rect": self._rect,
            "line": self._line,
            "ellipse": self._ellipse,
            "text": self._text,
        }

    def read(self, root: etree._Element) -> tuple[DrawList, tuple[Issue, ...]]:
        for before in root.itersiblings(preceding=True):
            if before.tag is etree.PI and before.target == "xml-stylesheet":
                self._report(root, "スタイルシート（xml-stylesheet）は使えません")
        try:
            self._paper = _root(root)
        except Bad as bad:
            self._report(root, str(bad))
        items = tuple(self._walk(root, {}))
        width, height = self._paper
        return DrawList(width=width, height=height, items=items), tuple(self._issues)

    def _walk(self, parent: etree._Element, handed: Mapping[str, str]) -> Iterator[Item]:
        for element in parent:
            if element.tag in _SILENT or element.tag is etree.PI:
                continue
            try:
                tag, attributes = _attributes(element, handed)
                if tag != "g":
                    yield self._item(element, tag, attributes)
            except Bad as bad:
                self._report(element, str(bad))
                continue
            if tag == "g":
                yield from self._walk(element, attributes)

    def _item(self, element: etree._Element, tag: str, attributes: Mapping[str, str]) -> Item:
        if len(element):
            raise Bad("中に別の要素を入れられません")
        return self._readers[tag](attributes, element.text or "")

    # ---- the four shapes -----------------------------------------------------------------------------------------
    def _text(self, attributes: Mapping[str, str], written: str) -> Text:
        face, text = attributes.get("font-family", "mincho"), plain(written, kept=attributes.get(_SPACE) == "preserve")
        if face not in FACES:
            raise Bad(f"font-family「{face}」は使えません（{'、'.join(FACES)}）")
        ink, outline = grey(attributes.get("fill", "black")), grey(attributes.get("stroke", "none"))
        if ink is None or outline is not None:
            raise Bad('文字には fill（黒、白、灰色）だけを使えます（stroke や fill="none" は使えません）')
        if missing := self._missing(face, text):
            raise Bad(f"「{missing}」を印字できる書体がありません")
        em = size(attributes, "font-size")
        natural, letters = self._measured(face, text, em)
        wanted = size(attributes, "textLength", natural) if natural else 0.0
        gaps = letters - 1
        share = _ANCHORS.get(attributes.get("text-anchor", "start"))
        if share is None:
            raise Bad("text-anchor は start、middle、end のどれかです")
        x, y = length(attributes, "x", 0.0) - wanted * share, length(attributes, "y", 0.0)
        self._inside(x, y - em, x + wanted, y)
        return Text(
            x=x,
            y=y,
            size_pt=em * PT_PER_MM,
            face=face,
            text=text,
            stretch=wanted / natural if 0 < wanted < natural else 1.0,
            spacing=(wanted - natural) / gaps if wanted > natural and gaps > 0 else 0.0,
            grey=ink,
        )

    def _measured(self, face: str, text: str, em: float) -> tuple[float, int]:
        """The natural length of a text and how many letters it has; without fonts roughly."""
        if self._shaper is None:
            return len(text) * em, len(text)
        return self._shaper.ems(face, text=text) * em, len(self._shaper.shape(face, text=text))

    def _missing(self, face: str, text: str) -> str:
        """The letters that would come out as others; without fonts those that surely no font of forms has."""
        if self._shaper is None:
            return lacking(text)
        return "".join(each.text for each in self._shaper.substitutes(face, text=text) if not each.text.isspace())

    def _rect(self, attributes: Mapping[str, str], _text: str) -> Frame:
        width, ink = _stroke(attributes, shape=True)
        x, y = length(attributes, "x", 0.0), length(attributes, "y", 0.0)
        w, h = size(attributes, "width"), size(attributes, "height")
        self._inside(x, y, x + w, y + h)
        return Frame(x=x, y=y, w=w, h=h, width=width, fill=grey(attributes.get("fill", "black")), grey=ink)

    def _line(self, attributes: Mapping[str, str], _text: str) -> Rule:
        width, ink = _stroke(attributes)
        if not width:
            raise Bad('stroke がないので、線が出ません（stroke="black" などを書きます）')
        x1, y1, x2, y2 = (length(attributes, key, 0.0) for key in ("x1", "y1", "x2", "y2"))
        self._inside(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        return Rule(x1=x1, y1=y1, x2=x2, y2=y2, width=width, dash=dashes(attributes), grey=ink)

    def _ellipse(self, attributes: Mapping[str, str], _text: str) -> Ellipse:
        if grey(attributes.get("fill", "black")) is not None:
            raise Bad("ellipse の fill は none だけです")
        width, ink = _stroke(attributes, shape=True)
        if not width:
            raise Bad('stroke がないので、線が出ません（stroke="black" などを書きます）')
        rx, ry = size(attributes, "rx"), size(attributes, "ry")
        x, y = length(attributes, "cx", 0.0) - rx, length(attributes, "cy", 0.0) - ry
        self._inside(x, y, x + 2 * rx, y + 2 * ry)
        return Ellipse(x=x, y=y, w=2 * rx, h=2 * ry, width=width, grey=ink)

    def _inside(self, left: float, top: float, right: float, bottom: float) -> None:
        """What lies beside the page would be seen by nobody."""
        width, height = self._paper
        if right < 0 or bottom < 0 or left > width or top > height:
            raise Bad("用紙の外にあり、印刷されません")

    def _report(self, element: etree._Element, message: str) -> None:
        tag = str(element.tag).removeprefix(SVG)
        self._issues.append(Issue(where=f"{self._name} <{tag}>", line=element.sourceline or 0, message=message))


_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def _root(root: etree._Element) -> tuple[float, float]:
    """Width and height of the page in mm."""
    if root.tag != f"{SVG}svg":
        raise Bad("最初の要素は svg（xmlns 付き）です")
    unknown = [str(key) for key in root.attrib if not str(key).startswith(("data-", "{")) and key not in _ROOT | _FREE]
    if unknown:
        raise Bad(f"属性 {'、'.join(unknown)} は使えません")
    return page_size(root.get("viewBox") or "", root.get("width"), root.get("height"))


def _attributes(element: etree._Element, handed: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """An element's name, and what it says with what was handed down to it."""
    tag = str(element.tag).removeprefix(SVG)
    allowed = _OWN.get(tag) if element.tag == f"{SVG}{tag}" else None
    if allowed is None:
        raise Bad("この要素は使えません")
    own = {str(key): str(value) for key, value in element.attrib.items()}
    unknown = [key for key in own if key not in allowed | _FREE and not key.startswith("data-")]
    if unknown:
        raise Bad(f"属性 {'、'.join(unknown)} は使えません")
    return tag, {**{key: handed[key] for key in handed if key in _HANDED | {_SPACE}}, **own}


def _stroke(attributes: Mapping[str, str], *, shape: bool = False) -> tuple[float, float]:
    """Width (0 for none) and grey of an outline; only a line may be dashed."""
    ink = grey(attributes.get("stroke", "none"))
    if ink is not None and shape and dashes(attributes):
        raise Bad("破線（stroke-dasharray）は line だけに使えます")
    return (0.0, 0.0) if ink is None else (size(attributes, "stroke-width", 1.0, least=0.0), ink)
