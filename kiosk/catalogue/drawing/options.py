"""How options are printed side by side: words to circle with dots between them, or squares to tick with words."""

from collections.abc import Sequence

from kiosk.catalogue.drawing import lettering
from kiosk.catalogue.drawing.pen import LABEL_SIZES, MIDDLE, Pen, Printed, inset
from kiosk.model.template import Rect

SQUARE, _AFTER_SQUARE = 2.8, 0.7
_DOT = 2.2


def flow(pen: Pen, words: Sequence[str], *, area: Rect, where: str, square: bool) -> list[Rect]:
    """Print the words in as few lines as fit, the largest size first; the rectangle to circle or tick for each.

    An empty word leaves a gap in the columns and gets an empty rectangle.
    """
    room = inset(area, 1.0, 0.5)
    for size in LABEL_SIZES:
        widths = [_width(word, size=size, square=square) for word in words]
        columns = _columns(widths, room=room, pitch=size * 1.75, apart=2.4 if square else 1.2)
        if columns:
            return _print(pen, words, widths=widths, columns=columns, room=room, size=size, square=square)
    pen.complain(where, "選択肢が欄に入りません。幅か高さを広げてください。")
    return []


def _margin(word: str, *, size: float) -> float:
    """Between a word and the ellipse around it: the longer the word, the further out the ellipse has to turn."""
    return 0.5 + 0.08 * lettering.width(word, size=size)


def _width(word: str, *, size: float, square: bool) -> float:
    text = lettering.width(word, size=size)
    return text + (SQUARE + _AFTER_SQUARE + 0.5 if square else 2 * _margin(word, size=size))


def _columns(widths: Sequence[float], *, room: Rect, pitch: float, apart: float) -> int:
    """How many options stand in one line so that all fit and the lines are evenly full; 0 when they do not fit."""
    for rows in range(1, len(widths) + 1):
        columns = -(-len(widths) // rows)
        if rows * pitch > room.h + 0.8:
            return 0
        if sum(_column_widths(widths, columns)) + apart * (columns - 1) <= room.w:
            return columns
    return 0


def _column_widths(widths: Sequence[float], columns: int) -> list[float]:
    return [max(widths[index::columns]) for index in range(columns)]


def _print(
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
    free = room.w - sum(per_column)
    gap = min(5.0, free / max(columns - 1, 1))
    pitch = min(room.h / rows, size * 2.2)
    left = room.x + (free - gap * (columns - 1)) / 2 if room.w < 50 and not square else room.x
    top = room.y + (room.h - pitch * rows) / 2
    places = []
    for index, word in enumerate(words):
        row, column = divmod(index, columns)
        x, middle = left + sum(per_column[:column]) + gap * column, top + pitch * (row + 0.5)
        if rows == 1 and index and not square:
            pen.print(Printed(x=x - gap / 2, y=middle + _DOT * MIDDLE, text="・", size=_DOT, anchor="middle"))
        shift = 0.5 if square else max(_margin(each, size=size) for each in words[column::columns])
        places.append(_mark(pen, word, x=x + shift, middle=middle, size=size, square=square))
    return places


def _mark(pen: Pen, word: str, *, x: float, middle: float, size: float, square: bool) -> Rect:
    """Print one option from `x` on; its mark is the square before the word, or an ellipse around it."""
    if not word:
        return Rect(x=x, y=middle, w=0, h=0)
    text = x + SQUARE + _AFTER_SQUARE if square else x
    pen.print(Printed(x=text, y=middle + size * MIDDLE, text=word, size=size))
    if square:
        place = Rect(x=x, y=middle - SQUARE / 2, w=SQUARE, h=SQUARE)
        pen.square(place)
        return place
    height = size * 1.6
    left = x - _margin(word, size=size)
    return Rect(x=left, y=middle - height / 2, w=_width(word, size=size, square=False), h=height)
