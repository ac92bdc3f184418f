"""How each kind of box is drawn in its cell, and where its value, its circles, its squares and its 年 月 日 stand."""

from kiosk.catalogue import sheet_date, sheet_options, sheet_text
from kiosk.catalogue.sheet_pen import Pen, inset, rounded
from kiosk.catalogue.sheet_source import BoxSource
from kiosk.model.template import Box, Kind, Option, Rect

_NUMBER_NOTE = "（窓口で番号確認後に記入）"


def draw(pen: Pen, name: str, source: BoxSource, *, area: Rect, page: int, repeat: str) -> None:
    """Draw what is printed for a box in the free area of its cell and record the box with its places."""
    side = 1.2 if source.kind is Kind.TEXT else 0.8
    rect, parts = inset(area, side, 0.3), None
    options: tuple[Option, ...] = ()
    match source.kind:
        case Kind.CHOICE | Kind.TICK:
            options = _options(pen, name, source, area=area)
        case Kind.DATE:
            parts = sheet_date.draw(pen, source, area=area)
        case Kind.COMB:
            rect = _comb(pen, source.cells, area=area)
        case Kind.BLANK if source.cells:
            rect = _number_comb(pen, source.cells, area=area)
        case Kind.BLANK if source.square:
            rect = _square(pen, source.square, area=area)
        case _:
            pass
    given = source.model_dump(exclude={"options", "eras", "square", "kind"})
    pen.place(
        Box(
            id=name,
            kind=source.kind,
            page=page,
            rect=rounded(rect),
            options=options,
            parts=parts,
            repeat=repeat,
            **given,
        )
    )


def _options(pen: Pen, name: str, source: BoxSource, *, area: Rect) -> tuple[Option, ...]:
    pairs = [option.partition("=") for option in source.options]
    square = source.kind is Kind.TICK
    words = [printed for printed, _, _ in pairs]
    places = sheet_options.flow(pen, words, area=area, where=f"box.{name}", square=square)
    return tuple(
        Option(code=code or printed, rect=rounded(place))
        for (printed, _, code), place in zip(pairs, places, strict=False)
        if printed
    )


def _square(pen: Pen, side: float, *, area: Rect) -> Rect:
    square = Rect(x=area.x + (area.w - side) / 2, y=area.y + (area.h - side) / 2, w=side, h=side)
    pen.square(square)
    return square


def _comb(pen: Pen, cells: int, *, area: Rect) -> Rect:
    pitch = min(6.0, (area.w - 2.0) / cells)
    height = min(7.0, area.h - 1.6)
    comb = Rect(x=area.x + 1.0, y=area.y + (area.h - height) / 2, w=pitch * cells, h=height)
    for index in range(cells):
        pen.square(Rect(x=comb.x + pitch * index, y=comb.y, w=pitch, h=height))
    return comb


def _number_comb(pen: Pen, cells: int, *, area: Rect) -> Rect:
    """個人番号: an empty comb; the number is checked and written at the counter, the program never has it."""
    size = 2.1
    note = sheet_text.width(_NUMBER_NOTE, size=size)
    if area.w >= note + cells * 4.2 + 3:
        comb = _comb(pen, cells, area=Rect(x=area.x, y=area.y, w=area.w - note - 1.5, h=area.h))
        pen.line(_NUMBER_NOTE, Rect(x=comb.x + comb.w + 1.5, y=area.y, w=note, h=area.h), size=size)
        return comb
    pen.line(_NUMBER_NOTE, Rect(x=area.x + 1.0, y=area.y + area.h - 2.8, w=area.w - 2, h=2.6), size=size)
    return _comb(pen, cells, area=Rect(x=area.x, y=area.y + 0.2, w=area.w, h=area.h - 2.6))
