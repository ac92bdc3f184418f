"""The structure of a PDF for people who hear it: what is read, in which order, and what circles and ticks say.

ISO 32000-1 section 14.7 and 14.8. Every page is a section: first what is printed on it, then what a case adds, one
element each. What has no letters (a circle, a tick, a signature) is a figure whose alternate text says label and
choice; a value's own text is said with its label. Lines, grey areas and bars are artifacts: nobody reads them.
"""

from collections.abc import Iterator, Sequence
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


def pieces(page: DrawList) -> Iterator[Piece]:
    """All items of a page, in painting order."""
    said = {each.start: each for each in page.said}
    at = 0
    while at < len(page.items):
        start, told, item = at, said.get(at), page.items[at]
        if told is not None:
            at = told.stop
            yield Piece(start, at, "Figure" if told.drawn else "P", told.words)
        elif isinstance(item, Text):
            at += 1
            yield Piece(start, at, "P" if item.text.strip() else "")
        else:
            while at < len(page.items) and at not in said and not isinstance(page.items[at], Text):
                at += 1
            yield Piece(start, at, "")


def write_tree(objects: Objects, pages: Sequence[tuple[int, Sequence[Piece]]]) -> int:
    """Add the structure of a document; `pages` are page objects with what is read on them. The root's reference."""
    root, document = objects.reserve(), objects.reserve()
    parents: list[Part] = []
    sections = []
    for number, (page, read) in enumerate(pages):
        section = objects.reserve()
        kids = [_element(objects, piece, (section, page), mark=mark) for mark, piece in enumerate(read)]
        objects.fill(section, b"<</S/Sect/P ", document, b"/K[", *listed(kids), b"]>>")
        parents += [b"%d[" % number, *listed(kids), b"]"]
        sections.append(section)
    objects.fill(document, b"<</S/Document/P ", root, b"/K[", *listed(sections), b"]>>")
    tail = b"]>>/ParentTreeNextKey %d>>" % len(pages)
    objects.fill(root, b"<</Type/StructTreeRoot/K ", document, b"/ParentTree<</Nums[", *parents, tail)
    return root


def _element(objects: Objects, piece: Piece, above: tuple[int, int], *, mark: int) -> int:
    section, page = above
    key = b"/Alt" if piece.kind == "Figure" else b"/ActualText"
    words = key + text_string(piece.words) if piece.words else b""
    kind = b"<</S/%b" % piece.kind.encode()
    return objects.add(kind, words, b"/P ", section, b"/Pg ", page, b"/K %d>>" % mark)
