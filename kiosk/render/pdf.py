"""The printed page as a PDF file: the same lists always give the same bytes, without date or chance.

A background is compiled once into a form object with its own small fonts and is then copied into every file, so that a
form costs only its own text.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.errors import Defect
from kiosk.render.drawlist import PT_PER_MM, DrawList
from kiosk.render.pdf_archive import PRODUCER, archive_entries
from kiosk.render.pdf_content import Content
from kiosk.render.pdf_fonts import FontBook
from kiosk.render.pdf_objects import Objects, Part, listed, number, text_string
from kiosk.render.pdf_tags import in_order, write_tree
from kiosk.render.shaping import Shaper

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf
    from kiosk.render.pdf_fields import FormFields

KEPT_BACKGROUNDS = 128


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page: what is printed on every copy, and what this case adds. The background gives the paper's size.

    `copy` names the sheet of the form that it is of (F06-p2.1), for the fields in it.
    """

    background: DrawList
    content: DrawList
    copy: str = ""


class PdfWriter:
    """Writes documents with the fonts of one shaper and remembers the compiled backgrounds; any thread may write."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._compiled: dict[str, Objects] = {}
        self._compiling = threading.Lock()

    def write(
        self, pages: Sequence[PdfPage], *, title: str = "様式", two_sided: bool = False, fields: bool = False
    ) -> bytes:
        """One document. `title` is shown by viewers and must not name a person. Raises Defect for no pages.

        Who prints it from a viewer gets it as it was drawn, and on both sides only where it is `two_sided`. With
        `fields` what stays open can be changed in the file, which is then no archive's (PDF/A).
        """
        if not pages:
            raise Defect("a document needs at least one page")
        objects, book = Objects(), FontBook()
        backgrounds = self._take_backgrounds(objects, pages)
        contents = [
            Content(page.content, shaper=self._shaper, book=book, paper=page.background, fields=fields)
            for page in pages
        ]
        open_ = self._fields(pages, book) if fields else None
        shown = {name: leaf for content in contents for name, leaf in content.pictures.items()}
        leaves = (*shown.values(), *(page.background.under for page in pages))
        archived = open_ is None and not any(leaf is not None and leaf.faults for leaf in leaves)
        pictures = {name: _taken(objects, leaf) for name, leaf in sorted(shown.items())}
        fonts = _resources(book.write(objects), contents)
        tree = objects.reserve()
        widgets = open_.reserve(objects) if open_ is not None else [[]] * len(pages)
        kids = [
            _page(
                objects,
                content,
                used={"B": backgrounds[page.background.key], **{name: pictures[name] for name in content.pictures}},
                fonts=fonts,
                place=(tree, number),
                widgets=widgets[number],
            )
            for number, (page, content) in enumerate(zip(pages, contents, strict=True))
        ]
        objects.fill(tree, b"<</Type/Pages/Count %d/Kids[" % len(kids), *listed(kids), b"]>>")
        form = open_.write(objects, pages=kids, fonts=fonts) if open_ is not None else ()
        read = [
            in_order(content.read, open_.read(number) if open_ is not None else ())
            for number, content in enumerate(contents)
        ]
        tags = write_tree(objects, list(zip(kids, read, strict=True)))
        archive = archive_entries(objects, title=title, archived=archived)
        duplex = b"DuplexFlipLongEdge" if two_sided else b"Simplex"
        view = b"/Lang(ja-JP)/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None/Duplex/%b>>>>" % duplex
        marked = b"/MarkInfo<</Marked true>>/StructTreeRoot "
        root = objects.add(b"<</Type/Catalog/Pages ", tree, *archive, *form, marked, tags, view)
        info = objects.add(b"<</Title", text_string(title), b"/Producer(%b)>>" % PRODUCER.encode())
        return objects.file(root=root, info=info)

    def _fields(self, pages: Sequence[PdfPage], book: FontBook) -> "FormFields | None":
        """The fields of a document; None where nothing of it stays open."""
        if not any(page.content.fields for page in pages):
            return None
        from kiosk.render.pdf_fields import FormFields

        return FormFields([(page.background, page.content, page.copy) for page in pages], self._shaper, book)

    def _take_backgrounds(self, objects: Objects, pages: Sequence[PdfPage]) -> dict[str, int]:
        """Copy every different background into the file once; the last object of a group is its form object."""
        taken: dict[str, int] = {}
        for page in pages:
            if page.background.key not in taken:
                group = self._background(page.background)
                taken[page.background.key] = objects.take(group) + len(group) - 1
        return taken

    def _background(self, page: DrawList) -> Objects:
        with self._compiling:
            group = self._compiled.pop(page.key, None) or self._compile(page)
            self._compiled[page.key] = group
            if len(self._compiled) > KEPT_BACKGROUNDS:
                del self._compiled[next(iter(self._compiled))]
            return group

    def _compile(self, page: DrawList) -> Objects:
        group, book = Objects(), FontBook()
        content = Content(page, shaper=self._shaper, book=book, paper=page)
        under = () if content.under is None else (b"/XObject<</U ", _taken(group, content.under), b">>")
        resources = (*_resources(book.write(group), [content]), *under)
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 %b]/Resources<<" % _size(page)
        group.stream(content.data(), head, *resources, b">>")
        return group


def _page(
    objects: Objects,
    content: Content,
    *,
    used: dict[str, int],
    fonts: tuple[Part, ...],
    place: tuple[int, int],
    widgets: Sequence[int] = (),
) -> int:
    """A page; `used` are its form objects by name, `place` is the tree it belongs to and its number there.

    `widgets` are its fields, which the tab key reaches in the order of the structure.
    """
    tree, number_ = place
    shown = objects.stream(content.tagged())
    noted = (b"/Tabs/S/Annots[", *listed(widgets), b"]") if widgets else ()
    start = b"<</Type/Page/StructParents %d/MediaBox[0 0 %b]/Parent " % (number_, _size(content.paper))
    forms = [part for name, reference in used.items() for part in (b"/%b " % name.encode(), reference)]
    return objects.add(
        start, tree, b"/Contents ", shown, b"/Resources<<", *fonts, b"/XObject<<", *forms, b">>>>", *noted, b">>"
    )


def _taken(group: Objects, leaf: "Leaf") -> int:
    """Copy the objects of a page of the city's own paper; the reference of its form object."""
    from kiosk.render.official.taken import take_leaf

    taken = take_leaf(leaf)
    return group.take(taken) + len(taken) - 1


def _size(page: DrawList) -> bytes:
    return f"{number(page.width * PT_PER_MM)} {number(page.height * PT_PER_MM)}".encode()


def _resources(fonts: dict[str, int], contents: Sequence[Content]) -> tuple[Part, ...]:
    entries = [part for name, reference in fonts.items() for part in (b"/%b " % name.encode(), reference)]
    state = b"/ExtGState<</M<</BM/Multiply>>>>" if any(content.multiplies for content in contents) else b""
    return (b"/Font<<", *entries, b">>", state)
