"""What one box of a form looks like when it is filled: text, comb, circle, tick, date, signature or code."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, assert_never

from kiosk.model.base import Issue
from kiosk.model.fact import Signature
from kiosk.model.filled import BoxState, Caution, FilledBox
from kiosk.model.letters import graphemes
from kiosk.model.template import SLIP, Box, DateParts, Kind, Option, Rect
from kiosk.model.wareki import WESTERN
from kiosk.render.barcode import code128, qr_box
from kiosk.render.drawlist import Bars, Ellipse, Frame, Ink, Item, Picture, Said, Squares, Text
from kiosk.render.fitting import FitProblem, Fitted, Style, fit
from kiosk.render.shaping import Shaper

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf

CIRCLE_WIDTH = 0.35
TICK_WIDTH = 0.5
TICK = ((0.14, 0.55), (0.40, 0.84), (0.90, 0.12))  # of the option's square
PEN_WIDTH = 0.4
SIGNED = "署名あり"
_UNIT_WIDTH = 3.4  # mm that the printed 日 takes after its place
_UNIT_HEIGHT = 4.0  # mm


@dataclass
class Marks:
    """Draws filled boxes one after another; gathers the items, what did not fit, and all that a clerk must know.

    `slip` is the slip number that codes may say; without one, such a code is not drawn. `pictures` are those of the
    form by their files' names; what is not among them is not drawn. `spans` are by box and row the items drawn for it.
    """

    shaper: Shaper
    slip: str = ""
    pictures: Mapping[str, "Leaf"] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    problems: list[FitProblem] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    spans: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    _paths: tuple[str, ...] = ()

    def draw(self, box: Box, *, filled: FilledBox, dy: float = 0.0) -> None:
        """Add one box, moved down by `dy` mm; a box that is not filled stays empty."""
        if filled.state is not BoxState.FILLED:
            return
        start, self._paths = len(self.items), filled.paths
        self._draw(box, filled, dy)
        drawn = self.items[start:]
        self.spans[box.id, filled.row] = (start, len(self.items))
        if drawn:
            marked = "、".join(item.word for item in drawn if isinstance(item, _WORDED) and item.word)
            words = f"{box.label}：{(box.kind is not Kind.DATE and marked) or filled.text or SIGNED}"
            silent = not any(isinstance(item, Text) for item in drawn)
            self.said.append(Said(start, len(self.items), words, silent))

    def _draw(self, box: Box, filled: FilledBox, dy: float) -> None:
        match box.kind:
            case Kind.TEXT:
                self._text(box, filled.text, box.rect.shifted(dy))
            case Kind.COMB:
                self._comb(box, filled.text, box.rect.shifted(dy))
            case Kind.CHOICE | Kind.TICK:
                self._options(box, filled.marks, box.options or self._whole(box, filled), dy)
            case Kind.DATE:
                self._date(box, filled, dy)
            case Kind.SIGNATURE:
                self._signature(box, filled.signature, box.rect.shifted(dy))
            case _:
                self._drawn(box, box.kind, filled.text, box.rect.shifted(dy))

    def _drawn(
        self, box: Box, kind: Literal[Kind.BARCODE, Kind.QR, Kind.IMAGE, Kind.BLANK], text: str, rect: Rect
    ) -> None:
        match kind:
            case Kind.BARCODE | Kind.QR:
                self._code(box, text, rect)
            case Kind.IMAGE:
                self._picture(box, rect)
            case Kind.BLANK:
                pass
            case _:
                assert_never(kind)

    def _text(self, box: Box, text: str, rect: Rect, *, align: str = "") -> None:
        if not text:
            return
        style = Style(
            face=box.face, size=box.size, floor=box.floor, align=align or box.align, lines=box.lines, box=box.id
        )
        self._take(box, fit(self.shaper, text=text, rect=rect, style=style))
        for each in self.shaper.substitutes(box.face, text=text.replace("\n", "")):
            self._warn(
                Issue(
                    where=box.label,
                    message=f"「{each.text}」を印字できる書体がないため「{each.drawn or '□'}」で印字します",
                    allowed="行政事務標準文字などの書体を追加するか、手書きで補ってください",
                )
            )

    def _take(self, box: Box, fitted: Fitted) -> None:
        self.items.extend(fitted.texts)
        if fitted.rest:
            self._too_long(box, fitted.rest)

    def _too_long(self, box: Box, rest: str) -> None:
        problem = FitProblem(box=box.id, label=box.label, rest=rest)
        self.problems.append(problem)
        self._warn(problem.issue)

    def _warn(self, issue: Issue) -> None:
        self.cautions.append(Caution(issue=issue, paths=self._paths))

    def _comb(self, box: Box, text: str, rect: Rect) -> None:
        clusters = graphemes(text)
        if len(clusters) > box.cells:
            self._text(box, text, rect)
            self._too_long(box, "".join(clusters[box.cells :]))
            return
        first = box.cells - len(clusters) if box.align == "right" else 0
        pitch = rect.w / box.cells if box.cells else rect.w
        for index, cluster in enumerate(clusters, first):
            cell = Rect.model_construct(x=rect.x + index * pitch, y=rect.y, w=pitch, h=rect.h)
            self._text(box, cluster.strip(), cell, align="center")

    def _whole(self, box: Box, filled: FilledBox) -> tuple[Option, ...]:
        """A tick box without options is one square: its own rectangle."""
        ticked = filled.marks[:1] if box.kind is Kind.TICK else ()
        return tuple(Option(code=code, rect=box.rect, word=box.label) for code in ticked)

    def _options(self, box: Box, marks: Sequence[str], options: Sequence[Option], dy: float) -> None:
        for option in options:
            if not codes_of(option).isdisjoint(marks):
                self.items.append(mark_of(box, option, word=_word(option, marks), dy=dy))
        if {*marks} - {code for option in options for code in codes_of(option)}:
            self._warn(Issue(where=box.label, message="答えに当たる選択肢が様式にないため、印を付けません"))

    def _date(self, box: Box, filled: FilledBox, dy: float) -> None:
        if box.parts is None:
            self._text(box, filled.text, box.rect.shifted(dy))
            return
        if filled.parts is None:
            self._across(box, box.parts, filled.text, dy)
            return
        era, year, month, day = filled.parts
        circled = [each for each in box.parts.eras if not codes_of(each).isdisjoint((era, *filled.marks))]
        self.items.extend(mark_of(box, each, word=each.word or each.code, dy=dy) for each in circled)
        if not circled and box.parts.era is None and (box.parts.eras or era != WESTERN):
            era, year = "", f"{era}{year}"
        for text, rect in _date_texts(box.parts, (era, year, month, day), circled=bool(circled)):
            self._text(box, text, rect.shifted(dy), align="center")

    def _across(self, box: Box, places: DateParts, text: str, dy: float) -> None:
        """The words of the register (昭和25年月日不詳) in the place of the printed 年, 月 and 日."""
        first = places.era or places.year
        width = places.day.x + places.day.w - first.x + _UNIT_WIDTH
        rect = Rect(x=first.x, y=first.y, w=min(width, box.rect.x + box.rect.w - first.x), h=first.h).shifted(dy)
        named = [each for each in places.eras if any(text.startswith(code) for code in codes_of(each))]
        self.items.extend(mark_of(box, each, word=each.word or each.code, dy=dy) for each in named)
        low = min(rect.h, _UNIT_HEIGHT)  # the printed signs stand in the middle; the border of a cell is left alone
        self.items.append(Frame(x=rect.x, y=rect.y + (rect.h - low) / 2, w=rect.w, h=low, fill=1.0))
        self._text(box, text, rect, align="center")

    def _signature(self, box: Box, signature: Signature | None, rect: Rect) -> None:
        if signature is None or not signature.strokes or min(signature.width, signature.height) <= 0:
            return
        scale = min(rect.w / signature.width, rect.h / signature.height)
        left = rect.x + (rect.w - signature.width * scale) / 2
        top = rect.y + (rect.h - signature.height * scale) / 2
        strokes = tuple(tuple((left + x * scale, top + y * scale) for x, y in stroke) for stroke in signature.strokes)
        self.items.append(Ink(strokes=strokes, width=PEN_WIDTH, box=box.id))

    def _code(self, box: Box, text: str, rect: Rect) -> None:
        """What is said, for a machine; one that could not read it is told nothing."""
        if not text or (SLIP in text and not self.slip):
            return
        said = text.replace(SLIP, self.slip)
        try:
            code = (code128 if box.kind is Kind.BARCODE else qr_box)(said, rect=rect)
        except ValueError:
            allowed = "半角の英数字と記号だけの事実にするか、書き方を QR コードにしてください"
            self._warn(Issue(where=box.label, message="バーコードにできない文字があります", allowed=allowed))
            return
        if code is None:
            self._too_long(box, said)
        else:
            self.items.append(replace(code, box=box.id, word=said))

    def _picture(self, box: Box, rect: Rect) -> None:
        """As large as the box takes it, in its middle."""
        leaf = self.pictures.get(box.picture)
        if leaf is None:
            return
        scale = min(rect.w / leaf.width, rect.h / leaf.height)
        w, h = leaf.width * scale, leaf.height * scale
        x, y = rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2
        self.items.append(Picture(x=x, y=y, w=w, h=h, leaf=leaf, box=box.id, word=box.alt))


_WORDED = Ellipse | Ink | Bars | Squares | Picture


def _date_texts(places: DateParts, parts: tuple[str, str, str, str], *, circled: bool) -> Iterator[tuple[str, Rect]]:
    era, year, month, day = parts
    if places.era is not None and not circled:
        yield era, places.era
    yield year, places.year
    yield month, places.month
    yield day, places.day


def codes_of(option: Option) -> set[str]:
    """The codes an option stands for: one printed word may cover several, as in 国内転入|国外転入等."""
    return {option.code, *option.code.split("|")}


def mark_of(box: Box, option: Option, *, word: str, dy: float = 0.0) -> Ellipse | Ink:
    """What a choice looks like when it is chosen, moved down by `dy` mm: circled where it is printed, else ticked."""
    around = _circle if box.kind in {Kind.CHOICE, Kind.DATE} else _tick
    return around(option.rect.shifted(dy), box.id, word=word)


def _word(option: Option, marks: Sequence[str]) -> str:
    """What is printed there; where the form does not say it, the code that was chosen."""
    return option.word or next(mark for mark in marks if mark in codes_of(option))


def _circle(rect: Rect, box: str, *, word: str) -> Ellipse:
    return Ellipse(x=rect.x, y=rect.y, w=rect.w, h=rect.h, width=CIRCLE_WIDTH, box=box, word=word)


def _tick(rect: Rect, box: str, *, word: str) -> Ink:
    stroke = tuple((rect.x + x * rect.w, rect.y + y * rect.h) for x, y in TICK)
    return Ink(strokes=(stroke,), width=TICK_WIDTH, box=box, word=word)
