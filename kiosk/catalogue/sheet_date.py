"""How a date is drawn: the era to print or to circle, and the places before 年, 月 and 日."""

from collections.abc import Sequence

from kiosk.catalogue.sheet_pen import Pen
from kiosk.catalogue.sheet_source import BoxSource, Eras
from kiosk.model.template import DateParts, Option, Rect

ERAS = ("明治", "大正", "昭和", "平成", "令和", "西暦")
_UNIT = 3.4  # the width kept for 年, 月, 日
_PLACE, _YEAR, _DAY = 9.5, 9.5, 7.0


def draw(pen: Pen, source: BoxSource, *, area: Rect) -> DateParts:
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
