"""入力欄: what of a filled page stays open for whoever receives the file, box by box and row by row, as it is read.

A text, a comb and each part of a date is a field of its own, each printed choice is one to tick. What machines read,
pictures and what was signed stay as they are. A box that is left to the pen is a field only where the paper itself has
one; 個人番号 and its like never are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kiosk.model.filled import BoxState, FilledBox
from kiosk.model.forbidden import forbidden
from kiosk.model.template import Box, DateParts, Kind, Option, Rect, Template
from kiosk.render.drawlist import Ellipse, Field, Ink, Item, Text
from kiosk.render.marks import Marks, codes_of, mark_of

ON = "Yes"
"""What a single square says when it is ticked, where the paper says nothing else."""

_NEAR = 0.5  # mm
_PARTS = {"era": "元号", "year": "年", "month": "月", "day": "日"}
_TEXTS = (Kind.TEXT, Kind.COMB)
_CHOSEN = (Kind.CHOICE, Kind.TICK)


def fields_of(
    template: Template, *, page: int, filled: Mapping[tuple[str, int], FilledBox], marks: Marks
) -> tuple[Field, ...]:
    """The fields of one page of one sheet; `filled` are its boxes by id and row, `marks` how they were drawn."""
    rows = {repeat.id: (repeat.rows, repeat.dy) for repeat in template.repeats}
    order, places = template.reading_order, list[tuple[tuple[int, int], Box, float]]()
    for box in (box for box in template.boxes if box.page == page):
        many, dy = rows.get(box.repeat, (1, 0.0))
        places += [((order[box.id], row), box, dy * row) for row in range(many)]
    found, at = list[Field](), 0
    for (_, row), box, dy in sorted(places, key=lambda place: place[0]):
        start, at = marks.spans.get((box.id, row), (at, at))
        found += _Place(box, row, dy, filled.get((box.id, row)), (start, at), marks.items).fields()
    return tuple(found)


@dataclass(frozen=True)
class _Place:
    """A box in a row, `dy` mm further down than the first one; of `items` those of `span` stand in it."""

    box: Box
    row: int
    dy: float
    filled: FilledBox | None
    span: tuple[int, int]
    items: Sequence[Item]

    @property
    def _said(self) -> FilledBox | None:
        return self.filled if self.filled is not None and self.filled.state is BoxState.FILLED else None

    @property
    def _name(self) -> str:
        """As the paper calls it, otherwise by the box; a row has its number where it has no name."""
        named, row = self.box.field, self.row
        if row < len(named):
            return named[row]
        return f"{(named or (self.box.id,))[0]}_{row + 1}" if self.box.repeat else self.box.id

    def fields(self) -> Iterator[Field]:
        """Everything of the box that can be changed."""
        box, said = self.box, self._said
        if box.kind is Kind.BLANK and (not box.field or forbidden(box.label)):
            return
        if box.kind in _CHOSEN or box.options:
            yield from self._ticks(self._name, box.options)
        elif box.kind is Kind.DATE and box.parts is not None and (said is None or said.parts is not None):
            yield from self._dated(box.parts)
        elif box.kind in {*_TEXTS, Kind.DATE, Kind.BLANK}:
            yield self._text(said.text if said is not None else "")
        elif box.kind is Kind.SIGNATURE and box.field and self.span[0] == self.span[1]:
            yield replace(self._field(self._name, box.rect), kind="sign")

    def _field(self, name: str, rect: Rect, *, label: str = "") -> Field:
        place = rect.shifted(self.dy)
        told = f"{self.box.label} {label}".strip()
        return Field(name=name, x=place.x, y=place.y, w=place.w, h=place.h, at=self.span[0], label=told)

    def _text(self, value: str) -> Field:
        box = self.box
        states = {each.word: each.state or each.word for each in box.listed}
        combed = len(value.encode("utf-16-le")) // 2 <= box.cells
        return replace(
            self._field(self._name, box.rect),
            shown=tuple(range(*self.span)),
            value=states.get(value, value),
            size_pt=box.size,
            face=box.face,
            align=box.align,
            many_lines=box.lines > 1,
            cells=box.cells if combed else 0,
            listed=tuple((each.word, states[each.word]) for each in box.listed),
        )

    # ---- choices -----------------------------------------------------------------------------------------------------
    def _ticks(self, name: str, options: Sequence[Option]) -> Iterator[Field]:
        """One field of which one choice is on, where the paper has one; otherwise each choice has its own."""
        box, marks = self.box, frozenset(self._said.marks if self._said is not None else ())
        if not options:
            whole = Option(code="", rect=box.rect, word=box.label)
            yield self._tick(name, whole, state=ON, on=bool(marks), single=False)
            return
        on = [not codes_of(option).isdisjoint(marks) for option in options]
        single = bool(box.field) and len(options) > 1 and sum(on) < 2
        for number, (option, chosen) in enumerate(zip(options, on, strict=True), 1):
            own = name if single or len(options) == 1 else f"{name}.{number}"
            state = option.state or option.word or option.code
            yield self._tick(own, option, state=state, on=chosen, single=single)

    def _tick(self, name: str, option: Option, *, state: str, on: bool, single: bool) -> Field:
        word = option.word or option.code
        look = mark_of(self.box, option, word=word, dy=self.dy)
        field = self._field(name, option.rect, label=word if word != self.box.label else "")
        shown = tuple(self._inside(option.rect)) if on else ()
        return replace(field, kind="tick", shown=shown, state=state, on=on, single=single, look=look)

    # ---- dates -------------------------------------------------------------------------------------------------------
    def _dated(self, parts: DateParts) -> Iterator[Field]:
        """Each part by itself; of eras that are printed one is on."""
        circled = [bool(list(self._inside(era.rect))) for era in parts.eras]
        for era, on in zip(parts.eras, circled, strict=True):
            word = era.word or era.code
            yield self._tick(f"{self._name}.eras", era, state=word, on=on, single=len(circled) > 1)
        for name, told in _PARTS.items():
            rect = getattr(parts, name)
            if rect is not None:
                shown = tuple(self._inside(rect))
                texts = (item.text for item in map(self.items.__getitem__, shown) if isinstance(item, Text))
                field = self._field(f"{self._name}.{name}", rect, label=told)
                size, face = self.box.size, self.box.face
                yield replace(field, shown=shown, value="".join(texts), align="center", size_pt=size, face=face)

    def _inside(self, rect: Rect) -> Iterator[int]:
        """Which of the box's items stand in a part of it."""
        place = rect.shifted(self.dy)
        for index in range(*self.span):
            x, y = _spot(self.items[index])
            if place.x - _NEAR <= x <= place.x + place.w + _NEAR and place.y - _NEAR <= y <= place.y + place.h + _NEAR:
                yield index


def _spot(item: Item) -> tuple[float, float]:
    """A point by which it is known where an item belongs."""
    match item:
        case Text():
            return item.x, item.y
        case Ellipse():
            return item.x + item.w / 2, item.y + item.h / 2
        case Ink():
            points = tuple(chain.from_iterable(item.strokes))
            return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
        case _:
            return -1.0, -1.0
