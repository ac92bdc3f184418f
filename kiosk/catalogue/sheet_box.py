"""How each kind of box is drawn in its cell, and where its value, its circles, its squares and its 年 月 日 stand."""

from collections.abc import Sequence

from kiosk.catalogue import sheet_date, sheet_text
from kiosk.catalogue.sheet_pen import MIDDLE, Pen, Printed
from kiosk.catalogue.sheet_source import BoxSource
from kiosk.model.template import Box, Kind, Option, Rect

SQUARE = 2.8
_SIZES = (2.9, 2.75, 2.6, 2.45, 2.3, 2.2, 2.1)
_MARGIN = 0.7  # between an option's text and the circle around it
_NUMBER_NOTE = "（窓口で番号確認後に記入）"


def draw(pen: Pen, name: str, source: BoxSource, *, area: Rect, page: int, repeat: str) -> None:
    """Draw what is printed for a box in the free area of its cell and record the box with its places."""
    rect, parts = inset(area, 0.8, 0.3), None
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


def inset(rect: Rect, dx: float, dy: float) -> Rect:
    """A rectangle made smaller on all four sides."""
    return Rect(x=rect.x + dx, y=rect.y + dy, w=rect.w - 2 * dx, h=rect.h - 2 * dy)


def rounded(rect: Rect) -> Rect:
    """Two decimals: a hundredth of a millimetre is far below what a printer can do."""
    return Rect(x=round(rect.x, 2), y=round(rect.y, 2), w=round(rect.w, 2), h=round(rect.h, 2))


def ticks(pen: Pen, words: Sequence[str], *, area: Rect, where: str) -> None:
    """Squares with words that the office ticks by hand: printed only, no boxes."""
    _flow(pen, words, area=area, where=where, square=True)


def _options(pen: Pen, name: str, source: BoxSource, *, area: Rect) -> tuple[Option, ...]:
    pairs = [option.partition("=") for option in source.options]
    square = source.kind is Kind.TICK
    places = _flow(pen, [printed for printed, _, _ in pairs], area=area, where=f"box.{name}", square=square)
    return tuple(
        Option(code=code or printed, rect=rounded(place))
        for (printed, _, code), place in zip(pairs, places, strict=False)
        if printed
    )


def _flow(pen: Pen, words: Sequence[str], *, area: Rect, where: str, square: bool) -> list[Rect]:
    """Print words side by side in as few lines as fit and return the rectangle to mark for each."""
    room = inset(area, 1.0, 0.5)
    for size in _SIZES:
        extra = SQUARE + 0.7 if square else 0.0
        widths = [sheet_text.width(word, size=size) + extra for word in words]
        columns = _columns(widths, room=room, pitch=size * 1.75)
        if columns:
            return _print_flow(pen, words, widths=widths, columns=columns, room=room, size=size, square=square)
    pen.complain(where, "選択肢が欄に入りません。幅か高さを広げてください。")
    return []


def _columns(widths: Sequence[float], *, room: Rect, pitch: float) -> int:
    """How many options stand in one line so that all fit, at least 2.4 mm apart; 0 when they do not fit."""
    for rows in range(1, len(widths) + 1):
        columns = -(-len(widths) // rows)
        if rows * pitch > room.h + 0.8:
            return 0
        if sum(_column_widths(widths, columns)) + 2.4 * (columns - 1) + 2 * _MARGIN <= room.w:
            return columns
    return 0


def _column_widths(widths: Sequence[float], columns: int) -> list[float]:
    return [max(widths[index::columns]) for index in range(columns)]


def _print_flow(
    pen: Pen,
    words: Sequence[str],
    *,
    widths: Sequence[float],
    columns: int,
    room: Rect,
    size: float,
    square: bool,
) -> list[Rect]:
    per_column, rows = _column_widths(widths, columns), -(-len(words) // columns)
    gap = min(6.0, (room.w - 2 * _MARGIN - sum(per_column)) / max(columns - 1, 1))
    pitch = min(room.h / rows, size * 2.2)
    left = (
        room.x + (room.w - sum(per_column) - gap * (columns - 1)) / 2
        if room.w < 50 and not square
        else room.x + _MARGIN
    )
    top = room.y + (room.h - pitch * rows) / 2
    places = []
    for index, word in enumerate(words):
        row, column = divmod(index, columns)
        x = left + sum(per_column[:column]) + gap * column
        middle = top + pitch * (row + 0.5)
        if rows == 1 and index and not square:
            pen.print(Printed(x=x - gap / 2, y=middle + size * MIDDLE, text="・", size=size, anchor="middle"))
        places.append(_mark(pen, word, x=x, middle=middle, size=size, square=square))
    return places


def _mark(pen: Pen, word: str, *, x: float, middle: float, size: float, square: bool) -> Rect:
    """Print one option; its mark is the square before the word, or an ellipse around it."""
    if not word:
        return Rect(x=x, y=middle, w=0, h=0)
    shift = SQUARE + 0.7 if square else 0.0
    pen.print(Printed(x=x + shift, y=middle + size * MIDDLE, text=word, size=size))
    if square:
        place = Rect(x=x, y=middle - SQUARE / 2, w=SQUARE, h=SQUARE)
        pen.square(place)
        return place
    height = size * 1.55
    return Rect(x=x - _MARGIN, y=middle - height / 2, w=sheet_text.width(word, size=size) + 2 * _MARGIN, h=height)


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
