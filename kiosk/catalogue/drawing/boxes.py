"""How each kind of box is drawn in its cell, and where its value, its circles, its squares and its 年 月 日 stand."""

from collections.abc import Sequence

from kiosk.catalogue.drawing import lettering, options
from kiosk.catalogue.drawing.pen import Pen, inset, rounded
from kiosk.catalogue.drawing.source import BoxSource, Eras
from kiosk.model.template import Box, DateParts, Kind, Option, Rect

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
            parts = draw_date(pen, source, area=area)
        case Kind.COMB:
            rect = _comb(pen, source.cells, area=area)
        case Kind.BLANK if source.cells:
            rect = _number_comb(pen, source.cells, area=area)
        case Kind.BLANK if source.square:
            rect = _square(pen, source.square, area=area)
        case Kind.QR:
            rect = _middle(min(rect.w, rect.h), area=area)
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
    places = options.flow(pen, words, area=area, where=f"box.{name}", square=square)
    return tuple(
        Option(code=code or printed, rect=rounded(place), word=printed if code else "")
        for (printed, _, code), place in zip(pairs, places, strict=False)
        if printed
    )


def _square(pen: Pen, side: float, *, area: Rect) -> Rect:
    square = _middle(side, area=area)
    pen.square(square)
    return square


def _middle(side: float, *, area: Rect) -> Rect:
    return Rect(x=area.x + (area.w - side) / 2, y=area.y + (area.h - side) / 2, w=side, h=side)


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
    note = lettering.width(_NUMBER_NOTE, size=size)
    if area.w >= note + cells * 4.2 + 3:
        comb = _comb(pen, cells, area=Rect(x=area.x, y=area.y, w=area.w - note - 1.5, h=area.h))
        pen.line(_NUMBER_NOTE, Rect(x=comb.x + comb.w + 1.5, y=area.y, w=note, h=area.h), size=size)
        return comb
    pen.line(_NUMBER_NOTE, Rect(x=area.x + 1.0, y=area.y + area.h - 2.8, w=area.w - 2, h=2.6), size=size)
    return _comb(pen, cells, area=Rect(x=area.x, y=area.y + 0.2, w=area.w, h=area.h - 2.6))


# ---- dates -----------------------------------------------------------------------------------------------------------
ERAS = ("明治", "大正", "昭和", "平成", "令和", "西暦")
_UNIT = 3.4  # the width kept for 年, 月, 日
_PLACE, _YEAR, _DAY = 9.5, 9.5, 7.0


def draw_date(pen: Pen, source: BoxSource, *, area: Rect) -> DateParts:
    """Print the eras and 年 月 日 into the area and return where the parts of the value stand."""
    eras, used = _eras(pen, source.eras, area=area)
    place = _PLACE if source.eras is Eras.PLACE else 0.0
    wanted = place + _YEAR + 2 * _DAY + 3 * _UNIT
    scale = min(1.0, (area.w - used - 1.8) / wanted)
    if scale < 0.72:
        pen.complain(f"box.no{source.no}", "日付の欄の幅が足りません。")
    size = 2.9 if scale > 0.9 else 2.6
    x = area.x + used + 0.8
    places = []
    for width, unit in ((place, ""), (_YEAR, "年"), (_DAY, "月"), (_DAY, "日")):
        places.append(_rect(x, area.y + 0.3, width * scale, area.h - 0.6))
        x += width * scale
        if unit:
            pen.line(unit, Rect(x=x, y=area.y, w=_UNIT * scale, h=area.h), size=size, align="center")
            x += _UNIT * scale
    era, year, month, day = places
    return DateParts(eras=eras, era=era if place else None, year=year, month=month, day=day)


def _eras(pen: Pen, eras: Eras, *, area: Rect) -> tuple[tuple[Option, ...], float]:
    match eras:
        case Eras.SHORT:
            return _grid(pen, [name[0] for name in ERAS], area=area, columns=3, pitch=3.9, size=2.5)
        case Eras.LONG:
            columns = 3 if area.h >= 7.5 else 6
            return _grid(pen, ERAS, area=area, columns=columns, pitch=7.2, size=2.6)
        case Eras.NONE:
            pen.line("西暦", Rect(x=area.x + 1.0, y=area.y, w=6, h=area.h), size=2.6)
            return (), 6.6
        case Eras.PLACE:
            return (), 0.0


def _grid(
    pen: Pen, names: Sequence[str], *, area: Rect, columns: int, pitch: float, size: float
) -> tuple[tuple[Option, ...], float]:
    rows = len(names) // columns
    height = min(4.0, (area.h - 0.4) / rows)
    top = area.y + (area.h - height * rows) / 2
    options = []
    for index, name in enumerate(names):
        row, column = divmod(index, columns)
        cell = Rect(x=area.x + 1.0 + column * pitch, y=top + row * height, w=pitch, h=height)
        pen.line(name, cell, size=size, align="center")
        circle = min(height, size * 1.5)
        options.append(
            Option(code=ERAS[index], rect=_rect(cell.x + 0.1, cell.y + (height - circle) / 2, pitch - 0.2, circle))
        )
    return tuple(options), columns * pitch + 1.0


def _rect(x: float, y: float, w: float, h: float) -> Rect:
    return Rect(x=round(x, 2), y=round(y, 2), w=round(w, 2), h=round(h, 2))
