"""The fields of a PDF that can be filled in (AcroForm, ISO 32000-1 section 12.7): what was filled, and how it looks.

Every field carries its own look, drawn by us with the fonts of the file, so that every viewer shows the same; what is
typed into it later the viewer draws, in a usual font of its own (`/DR`), which is why such a file is no archive's.
Nothing in it runs: no scripts, no calculations, no buttons. Names are those of the paper. Where a file has several
copies or sheets of a form, each stands below the name of its copy, so that no two fields of different places are one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.render.drawlist import PT_PER_MM, DrawList, Field
from kiosk.render.pdf_content import Content
from kiosk.render.pdf_objects import Objects, Part, listed, name_object, number, text_string
from kiosk.render.pdf_tags import Open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.render.pdf_fonts import FontBook
    from kiosk.render.shaping import Shaper

Path = tuple[str, ...]
_PEN_MM = 0.3  # a circle's line stands half outside of its place
_LINES, _COMB, _RADIO, _EDIT, _COMBO = 1 << 12, 1 << 24, (1 << 15) | (1 << 14), 1 << 18, 1 << 17
_SIDES = {"left": 0, "center": 1, "right": 2}
_USUAL = {"mincho": (b"Mi", b"HeiseiMin-W3"), "gothic": (b"Go", b"HeiseiKakuGo-W5")}


@dataclass
class _Widget:
    """A field in its place: how it looks (of a tick: when it is on), its number among all; then its object and page."""

    field: Field
    paper: DrawList
    look: Content
    number: int
    at: int = -1
    page: int = -1


@dataclass
class FormFields:
    """The fields of all pages. Construct it before the fonts are written, `reserve` before the pages, then `write`."""

    pages: Sequence[tuple[DrawList, DrawList, str]]
    shaper: Shaper
    book: FontBook
    _widgets: list[list[_Widget]] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = len(self.pages)
        for paper, content, _ in self.pages:
            here = []
            for each in content.fields:
                here.append(_Widget(each, paper, self._look(each, paper, content), count))
                count += 1
            self._widgets.append(here)

    def _look(self, each: Field, paper: DrawList, content: DrawList) -> Content:
        """Drawn where it stands on the page, so that its box is that of the field."""
        shown = tuple(content.items[index] for index in each.shown) if each.look is None else (each.look,)
        page = DrawList(width=paper.width, height=paper.height, items=shown)
        return Content(page, shaper=self.shaper, book=self.book, paper=paper)

    def reserve(self, objects: Objects) -> list[list[int]]:
        """The objects of the fields, page by page, in the order in which the tab key reaches them."""
        for widget in (widget for page in self._widgets for widget in page):
            widget.at = objects.reserve()
        return [[widget.at for widget in page] for page in self._widgets]

    def read(self, page: int) -> tuple[Open, ...]:
        """What a reader says of the fields of a page."""
        return tuple(Open(each.at, each.field.label, each.field.at) for each in self._widgets[page])

    def write(self, objects: Objects, *, pages: Sequence[int], fonts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Add the fields; what the catalogue says of them. `pages` are the page objects, `fonts` those of the file."""
        resources = objects.add(b"<<", *fonts, b">>")
        for page, widgets in zip(pages, self._widgets, strict=True):
            for widget in widgets:
                widget.page = page
        tree = _Tree(objects, resources)
        roots = tree.write(self._terminals())
        usual = {name: _usual_font(objects, base) for name, base in _USUAL.values()}
        given = [part for name, font in usual.items() for part in (b"/%b " % name, font)]
        form = objects.add(b"<</Fields[", *listed(roots), b"]/DR<</Font<<", *given, b">>>>/DA(/Mi 10 Tf 0 g)>>")
        return (b"/AcroForm ", form)

    def _terminals(self) -> dict[Path, list[_Widget]]:
        """The fields by their whole names: several places that say the same are one field."""
        copies = [copy for page, (_, _, copy) in zip(self._widgets, self.pages, strict=True) if page]
        several = len({*copies}) > 1
        found: dict[Path, list[_Widget]] = {}
        above = defaultdict[Path, int](int)
        for widgets, (_, _, copy) in zip(self._widgets, self.pages, strict=True):
            for widget in widgets:
                name = f"{copy}.{widget.field.name}" if several else widget.field.name
                key = _free(tuple(part or "_" for part in name.split(".")), widget, found, above)
                found.setdefault(key, []).append(widget)
                for end in range(1, len(key)):
                    above[key[:end]] += 1
        return found


def _free(key: Path, widget: _Widget, found: dict[Path, list[_Widget]], above: defaultdict[Path, int]) -> Path:
    """A name that no other field has, and that stands neither above nor below another."""
    for end in range(1, len(key)):
        while key[:end] in found:
            key = (*key[: end - 1], f"{key[end - 1]}_", *key[end:])
    while key in above or (key in found and not _is_one(found[key][0].field, widget.field)):
        key = (*key[:-1], f"{key[-1]}_")
    return key


def _is_one(one: Field, other: Field) -> bool:
    """Whether two places are one field: they say the same, or are choices of which one is on."""
    if one.kind != other.kind or one.single != other.single:
        return False
    return one.single or (one.kind == "text" and (one.value, one.listed) == (other.value, other.listed))


# ---- objects ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Tree:
    """Writes the tree of names; `resources` are those of every look."""

    objects: Objects
    resources: int

    def write(self, fields: dict[Path, list[_Widget]], *, deep: int = 0, above: tuple[Part, ...] = ()) -> list[int]:
        """The fields below one another by the parts of their names from `deep` on; the uppermost."""
        groups: dict[str, dict[Path, list[_Widget]]] = {}
        for path, widgets in fields.items():
            groups.setdefault(path[deep], {})[path] = widgets
        made = []
        for name, inside in groups.items():
            (path, widgets), *_ = inside.items()
            if len(path) == deep + 1:
                made.append(self._terminal(name, widgets, above))
                continue
            node = self.objects.reserve()
            kids = self.write(inside, deep=deep + 1, above=(b"/Parent ", node))
            self.objects.fill(node, b"<</T", text_string(name), *above, b"/Kids[", *listed(kids), b"]>>")
            made.append(node)
        return made

    def _terminal(self, name: str, widgets: list[_Widget], above: tuple[Part, ...]) -> int:
        said = (b"/T", text_string(name), *above, *_said(widgets))
        if len(widgets) == 1:
            self._place(widgets[0], said)
            return widgets[0].at
        node = self.objects.reserve()
        for widget in widgets:
            self._place(widget, (b"/Parent ", node))
        self.objects.fill(node, b"<<", *said, b"/Kids[", *listed([widget.at for widget in widgets]), b"]>>")
        return node

    def _place(self, widget: _Widget, said: tuple[Part, ...]) -> None:
        """The object of a field in its place, with how it looks."""
        each = widget.field
        box = b" ".join(number(side).encode() for side in _rect(widget))
        told = (b"/TU", text_string(each.label)) if each.label else ()
        head = b"<</Type/Annot/Subtype/Widget/F 4/BS<</W 0>>/Rect[%b]/StructParent %d" % (box, widget.number)
        looks = self._looks(widget, box)
        self.objects.fill(widget.at, head, *told, *said, b"/P ", widget.page, b"/AP<</N ", *looks, b">>")

    def _looks(self, widget: _Widget, box: bytes) -> tuple[Part, ...]:
        """How it looks; a tick also as it is not chosen, and which of both it is now."""
        each, drawn = widget.field, widget.look.data()
        if each.kind != "tick":
            shown = b"/Tx BMC q\n" + drawn + b"\nQ EMC" if each.kind == "text" else drawn
            return self._look(shown, box), b">>"
        on, off = self._look(drawn, box), self._look(b"", box)
        return (
            b"<<",
            name_object(each.state),
            b" ",
            on,
            b"/Off ",
            off,
            b">>>>/AS",
            name_object(each.state if each.on else "Off"),
        )

    def _look(self, drawn: bytes, box: bytes) -> int:
        head = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources " % box
        return self.objects.stream(drawn, head, self.resources)


def _said(widgets: list[_Widget]) -> tuple[Part, ...]:
    """What a field is and says."""
    each = widgets[0].field
    if each.kind == "sign":
        return (b"/FT/Sig",)
    if each.kind == "tick":
        on = next((widget.field.state for widget in widgets if widget.field.on), "Off")
        return (b"/FT/Btn/Ff %d/V" % (_RADIO if each.single else 0), name_object(on))
    face = _USUAL["gothic" if "gothic" in each.face else "mincho"][0]
    look = b"/Q %d/DA(/%b %b Tf 0 g)" % (_SIDES[each.align], face, number(each.size_pt).encode())
    value = (b"/V", text_string(each.value)) if each.value else ()
    if each.listed:
        offered = b"".join(b"[%b%b]" % (text_string(state), text_string(word)) for word, state in each.listed)
        free = _EDIT if each.value and each.value not in {state for _, state in each.listed} else 0
        return (b"/FT/Ch/Ff %d/Opt[%b]" % (_COMBO | free, offered), look, *value)
    flags = (_LINES if each.many_lines and not each.cells else 0) | (_COMB if each.cells else 0)
    most = b"/MaxLen %d" % each.cells if each.cells else b""
    return (b"/FT/Tx/Ff %d%b" % (flags, most), look, *value)


def _rect(widget: _Widget) -> tuple[float, float, float, float]:
    """Left, bottom, right and top in points from the lower left."""
    each, more = widget.field, _PEN_MM if widget.field.kind == "tick" else 0.0
    left, top, right, bottom = each.x - more, each.y - more, each.x + each.w + more, each.y + each.h + more
    high = widget.paper.height
    return left * PT_PER_MM, (high - bottom) * PT_PER_MM, right * PT_PER_MM, (high - top) * PT_PER_MM


def _usual_font(objects: Objects, base: bytes) -> int:
    """A Japanese font that every viewer stands in for (section 9.7.5): for what is typed into the file later."""
    numbers = b"/Flags 4/FontBBox[-123 -257 1001 910]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 709/StemV 69"
    described = objects.add(b"<</Type/FontDescriptor/FontName/%b%b>>" % (base, numbers))
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>"
    head = b"<</Type/Font/Subtype/CIDFontType0/BaseFont/%b%b/DW 1000/W[1 632 500]/FontDescriptor " % (base, system)
    inside = objects.add(head, described, b">>")
    head = b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/UniJIS-UTF16-H/DescendantFonts[" % base
    return objects.add(head, inside, b"]>>")
