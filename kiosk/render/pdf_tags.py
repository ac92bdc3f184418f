"""The structure of a PDF for people who hear it: what is read, in which order, and what circles and ticks say.

ISO 32000-1 section 14.7 and 14.8. Every page is a section: first what is printed on it, then what a case adds, one
element each. What has no letters (a circle, a tick, a signature) is a figure whose alternate text says label and
choice; a value's own text is said with its label. Lines, grey areas and bars are artifacts: nobody reads them.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from kiosk.render.drawlist import DrawList, Text
from kiosk.render.pdf_objects import Objects, Part, listed, text_string

PRINTED = 0  # the number of a page's first piece: everything that is printed on every copy


@dataclass(frozen=True, slots=True)
class Piece:
    """Items of a page that are read together: from `start` up to `stop`. `kind` is P or Figure, "" for an artifact."""

    start: int
    stop: int
    kind: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """A field that can be filled in: its object, what it is told as, before which item of the page it is read."""

    widget: int
    words: str
    at: int


def pieces(page: DrawList, *, apart: Set[int] = frozenset()) -> Iterator[Piece]:
    """All items of a page, in painting order, but those that stand `apart` in fields."""
    said = {each.start: each for each in page.said}
    at = 0
    while at < len(page.items):
        start, told, item = at, said.get(at), page.items[at]
        if at in apart:
            at += 1
        elif told is not None and apart.isdisjoint(range(told.start, told.stop)):
            at = told.stop
            yield Piece(start, at, "Figure" if told.drawn else "P", told.words)
        elif isinstance(item, Text):
            at += 1
            yield Piece(start, at, "P" if item.text.strip() else "")
        else:
            while (
                at < len(page.items)
                and (at == start or at not in {*said, *apart})
                and not isinstance(page.items[at], Text)
            ):
                at += 1
            yield Piece(start, at, "")


def in_order(pieces: Sequence[Piece], fields: Sequence[Open]) -> list[Piece | Open]:
    """What is printed, then pieces and fields as they are read."""
    first, *rest = pieces
    places: list[tuple[int, int, Piece | Open]] = [(each.at, 0, each) for each in fields]
    places += [(each.start, 1, each) for each in rest]
    return [first, *(each for *_, each in sorted(places, key=lambda place: place[:2]))]


def write_tree(objects: Objects, pages: Sequence[tuple[int, Sequence[Piece | Open]]]) -> int:
    """Add the structure of a document; `pages` are page objects with what is read on them. The root's reference.

    The number of a field in the tree of parents is that of its page among all pages, and further on.
    """
    root, document = objects.reserve(), objects.reserve()
    parents, open_ = list[Part](), list[Part]()
    sections, number_ = [], len(pages)
    for number, (page, read) in enumerate(pages):
        section = objects.reserve()
        kids, marked = list[int](), list[int]()
        for each in read:
            if isinstance(each, Piece):
                marked.append(_element(objects, each, (section, page), mark=len(marked)))
                kids.append(marked[-1])
            else:
                kids.append(_field(objects, each, (section, page)))
                open_ += [b" %d " % number_, kids[-1]]
                number_ += 1
        objects.fill(section, b"<</S/Sect/P ", document, b"/K[", *listed(kids), b"]>>")
        parents += [b"%d[" % number, *listed(marked), b"]"]
        sections.append(section)
    objects.fill(document, b"<</S/Document/P ", root, b"/K[", *listed(sections), b"]>>")
    tail = b"]>>/ParentTreeNextKey %d>>" % number_
    parents += open_
    objects.fill(root, b"<</Type/StructTreeRoot/K ", document, b"/ParentTree<</Nums[", *parents, tail)
    return root


def _element(objects: Objects, piece: Piece, above: tuple[int, int], *, mark: int) -> int:
    section, page = above
    key = b"/Alt" if piece.kind == "Figure" else b"/ActualText"
    words = key + text_string(piece.words) if piece.words else b""
    kind = b"<</S/%b" % piece.kind.encode()
    return objects.add(kind, words, b"/P ", section, b"/Pg ", page, b"/K %d>>" % mark)


def _field(objects: Objects, field: Open, above: tuple[int, int]) -> int:
    """A field is read where it stands (section 14.8.4.5)."""
    section, page = above
    told = b"<</S/Form/Alt" + text_string(field.words)
    return objects.add(
        told, b"/P ", section, b"/Pg ", page, b"/K<</Type/OBJR/Obj ", field.widget, b"/Pg ", page, b">>>>"
    )
