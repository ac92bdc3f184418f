"""What a PDF page shows: turns a draw list into content operators (ISO 32000-1 sections 8 and 9).

Millimetres from the top become points from the bottom here and nowhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kiosk.render.drawlist import PT_PER_MM, Bars, DrawList, Ellipse, Frame, Ink, Item, Picture, Rule, Squares, Text
from kiosk.render.pdf_fonts import FontBook
from kiosk.render.pdf_objects import number as n
from kiosk.render.pdf_tags import PRINTED, Piece, pieces
from kiosk.render.shaping import Cluster, Glyph, Shaper

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf

KAPPA = 0.5522847498  # a quarter circle as one Bézier curve
MARK = "☑"
_CODE_MM = 4.0  # mm: as high as words are that are chosen with the mouse


class Content:
    """The operators of one draw list. Construct it for every list first, then write the fonts, then ask `data`.

    With `fields` what stands in them is left out of `tagged`: it is drawn in the fields themselves.
    """

    def __init__(
        self, page: DrawList, *, shaper: Shaper, book: FontBook, paper: DrawList, fields: bool = False
    ) -> None:
        self._page, self._book, self.paper = page, book, paper
        self._shaped = {
            index: shaper.shape(item.face, text=item.text)
            for index, item in enumerate(page.items)
            if isinstance(item, Text)
        }
        for clusters in self._shaped.values():
            for cluster in clusters:
                book.use(cluster.glyphs)
        self._silent = {word: _silent(shaper, word) for item in page.items if (word := _word(item))}
        book.use(self._silent.values())
        apart = (index for each in page.fields for index in each.shown) if fields else ()
        self._pieces = tuple(pieces(page, apart=frozenset(apart)))

    @property
    def multiplies(self) -> bool:
        """Whether the page needs the graphics state /M that darkens instead of covering."""
        return any(isinstance(item, Picture) or (isinstance(item, Text) and item.multiply) for item in self._page.items)

    @property
    def under(self) -> "Leaf | None":
        """The page of the city's own paper that lies below, in this stream by the name /U."""
        return self._page.under

    @property
    def pictures(self) -> "dict[str, Leaf]":
        """The pictures of the page by their names in its resources."""
        return {_name(item): item.leaf for item in self._page.items if isinstance(item, Picture)}

    @property
    def read(self) -> tuple[Piece, ...]:
        """What is read on the page: what is printed on it (by the name /B) and the pieces of this list."""
        return (Piece(0, 0, "P"), *(piece for piece in self._pieces if piece.kind))

    def data(self) -> bytes:
        """The content stream, uncompressed."""
        state = _State()
        if self.under is not None:
            state.lines.append("q /U Do Q")
        for index in range(len(self._page.items)):
            self._draw(index, state)
        return "\n".join(state.lines).encode()

    def tagged(self) -> bytes:
        """The content stream of a page: the printed part first, then every piece with its mark (section 14.6)."""
        state, mark = _State(), PRINTED
        state.lines.append(f"/P <</MCID {mark}>> BDC q /B Do Q EMC")
        for piece in self._pieces:
            if piece.kind:
                mark += 1
            state.lines.append(f"/{piece.kind} <</MCID {mark}>> BDC" if piece.kind else "/Artifact BMC")
            for index in range(piece.start, piece.stop):
                self._draw(index, state)
            state.lines.append("EMC")
        return "\n".join(state.lines).encode()

    def _draw(self, index: int, state: "_State") -> None:
        item = self._page.items[index]
        state.lines.append(self._operators(item, self._shaped.get(index, ()), state))
        word = _word(item)
        if word:
            state.lines.append(self._unseen(item, self._silent[word]))

    def _unseen(self, item: Item, glyph: Glyph) -> str:
        """A text without ink (rendering mode 3) where a circle, a tick or a code is, for who searches or copies."""
        x, y, height = _spot(item)
        font, code = self._book.code(glyph)
        return f"BT 3 Tr 0 Tc 100 Tz {self._at(x, y)} Td /{font} {n(height * PT_PER_MM)} Tf <{code}> Tj 0 Tr ET"

    def _operators(self, item: Item, clusters: Sequence[Cluster], state: "_State") -> str:
        match item:
            case Text():
                return self._text(item, clusters, state)
            case Rule():
                state.pen(item.width, item.grey, item.dash)
                return f"{self._at(item.x1, item.y1)} m {self._at(item.x2, item.y2)} l S"
            case Frame():
                return self._frame(item, state)
            case Ellipse():
                state.pen(item.width, item.grey)
                return self._ellipse(item)
            case Bars() | Squares():
                state.fill(0.0)
                return " ".join(self._rect(*run) for run in item.runs) + " f"
            case Picture():
                return self._picture(item)
            case Ink():
                state.pen(item.width, 0.0)
                return "1 J 1 j " + " ".join(map(self._stroke, item.strokes)) + " 0 J 0 j"
            case _:
                assert_never(item)

    def _at(self, x: float, y: float) -> str:
        return f"{n(x * PT_PER_MM)} {n((self._page.height - y) * PT_PER_MM)}"

    def _rect(self, x: float, y: float, w: float, h: float) -> str:
        return f"{self._at(x, y + h)} {n(w * PT_PER_MM)} {n(h * PT_PER_MM)} re"

    def _frame(self, item: Frame, state: "_State") -> str:
        path = self._rect(item.x, item.y, item.w, item.h)
        if item.fill is not None:
            state.fill(item.fill)
        if item.width > 0:
            state.pen(item.width, item.grey)
        return f"{path} {_PAINT[item.fill is not None, item.width > 0]}"

    def _picture(self, item: Picture) -> str:
        """Its form object is one point a unit, from its lower left corner (section 8.10)."""
        across, up = item.w / item.leaf.width, item.h / item.leaf.height
        place = self._at(item.x, item.y + item.h)
        return f"q /M gs {across:.6f} 0 0 {up:.6f} {place} cm /{_name(item)} Do Q"

    def _ellipse(self, item: Ellipse) -> str:
        rx, ry = item.w / 2, item.h / 2
        cx, cy, kx, ky = item.x + rx, item.y + ry, rx * KAPPA, ry * KAPPA
        curves = (
            ((cx + rx, cy + ky), (cx + kx, cy + ry), (cx, cy + ry)),
            ((cx - kx, cy + ry), (cx - rx, cy + ky), (cx - rx, cy)),
            ((cx - rx, cy - ky), (cx - kx, cy - ry), (cx, cy - ry)),
            ((cx + kx, cy - ry), (cx + rx, cy - ky), (cx + rx, cy)),
        )
        path = " ".join(" ".join(self._at(*point) for point in curve) + " c" for curve in curves)
        return f"{self._at(cx + rx, cy)} m {path} s"

    def _stroke(self, points: Sequence[tuple[float, float]]) -> str:
        first, *others = points if len(points) > 1 else (*points, *points)
        return f"{self._at(*first)} m " + " ".join(f"{self._at(*each)} l" for each in others) + " S"

    def _text(self, item: Text, clusters: Sequence[Cluster], state: "_State") -> str:
        glyphs = [glyph for cluster in clusters for glyph in cluster.glyphs]
        if not glyphs:
            return ""
        state.fill(item.grey)
        spacing = item.spacing * PT_PER_MM / item.stretch
        head = f"BT {n(spacing)} Tc {n(item.stretch * 100)} Tz {self._at(item.x, item.y)} Td"
        runs = " ".join(self._run(font, run, item.size_pt) for font, run in self._runs(glyphs))
        shown = f"{head} {runs} ET"
        return f"q /M gs {shown} Q" if item.multiply else shown

    def _runs(self, glyphs: Sequence[Glyph]) -> Iterator[tuple[str, list[Glyph]]]:
        """Glyphs of the same font resource and height together."""
        run: list[Glyph] = []
        last: tuple[str, float] | None = None
        for glyph in glyphs:
            key = (self._book.code(glyph)[0], glyph.dy)
            if last is not None and key != last:
                yield last[0], run
                run = []
            run.append(glyph)
            last = key
        if last is not None:
            yield last[0], run

    def _run(self, font: str, glyphs: Sequence[Glyph], size: float) -> str:
        rise = glyphs[0].dy * size
        codes = self._codes(glyphs)
        shown = f"/{font} {n(size)} Tf {codes}"
        return f"{n(rise)} Ts {shown} 0 Ts" if rise else shown

    def _codes(self, glyphs: Sequence[Glyph]) -> str:
        if all(glyph.plain for glyph in glyphs):
            return f"<{''.join(self._book.code(glyph)[1] for glyph in glyphs)}> Tj"
        parts = []
        for glyph in glyphs:
            after = (glyph.font.advance(glyph.gid) + glyph.dx - glyph.advance) * 1000
            parts.append(f"{n(-glyph.dx * 1000)} <{self._book.code(glyph)[1]}> {n(after)}")
        return f"[{' '.join(parts)}] TJ"


def _name(item: Picture) -> str:
    return f"I{item.leaf.key[:16]}"


def _word(item: Item) -> str:
    """What a circle, a tick or a code says; empty for everything else."""
    if isinstance(item, Bars | Squares):
        return item.word
    return f"{MARK} {item.word}" if isinstance(item, Ellipse | Ink) and item.word else ""


def _silent(shaper: Shaper, word: str) -> Glyph:
    """One glyph that says a word; not a blank, because pdfium leaves out what has no outline."""
    square = shaper.shape("gothic", text="□")[0].glyphs[0]
    return replace(square, text=word)


def _spot(item: Item) -> tuple[float, float, float]:
    """The lower left corner of a mark and its height."""
    if isinstance(item, Ellipse):
        return item.x, item.y + item.h * 0.8, item.h * 0.6
    if isinstance(item, Bars | Squares):
        high = item.h if isinstance(item, Bars) else len(item.rows) * item.module
        return item.x, item.y + high * 0.8, min(high * 0.6, _CODE_MM)
    points = [point for stroke in item.strokes for point in stroke] if isinstance(item, Ink) else []
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return min(x for x, _ in points), bottom, bottom - top


_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}


class _State:
    """Remembers pen and paint, so that they are written only when they change."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._pen: tuple[float, float, tuple[float, ...]] | None = None
        self._fill = 0.0

    def pen(self, width: float, grey: float, dash: tuple[float, ...] = ()) -> None:
        if (width, grey, dash) != self._pen:
            pattern = " ".join(n(each * PT_PER_MM) for each in dash)
            self.lines.append(f"{n(width * PT_PER_MM)} w {n(grey)} G [{pattern}] 0 d")
            self._pen = (width, grey, dash)

    def fill(self, grey: float) -> None:
        if grey != self._fill:
            self.lines.append(f"{n(grey)} g")
            self._fill = grey
