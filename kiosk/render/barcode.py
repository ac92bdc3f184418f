"""Code 128 (ISO/IEC 15417) as black bars, QR codes (ISO/IEC 18004) as black squares."""

from collections.abc import Iterator
from itertools import groupby

from kiosk.model.template import Rect
from kiosk.render.drawlist import Bars, Frame, Squares

MODULE = 0.33  # mm: what a 200 dpi scanner and a worn office printer still resolve
MODULE_MOST = 0.6
QR_QUIET = 4  # modules of white around a QR code, ISO/IEC 18004 section 6.3.8
QUIET = 10  # modules of white on either side, ISO/IEC 15417 section 4.4
DOT = 25.4 / 600  # bars end on whole dots of a 600 dpi printer where there is room


def modules(content: str) -> str:
    """The symbol without quiet zones as a text of 1 (bar) and 0 (gap). Raises ValueError for other than ASCII."""
    if not content or not content.isascii() or not content.isprintable():
        raise ValueError("Code 128 takes printable ASCII only")
    from kiosk.render.symbols import barcode

    return str(barcode.get("code128", content).build()[0])


def code128(content: str, *, rect: Rect) -> Bars | None:
    """Bars centred in the rectangle with their quiet zones, or None when modules of 0.33 mm do not fit."""
    symbol = modules(content)
    module = _module(rect.w / (len(symbol) + 2 * QUIET))
    if module is None:
        return None
    widths = tuple(len(list(run)) for _, run in groupby(symbol))
    left = rect.x + (rect.w - len(symbol) * module) / 2
    return Bars(x=left, y=rect.y, h=rect.h, module=module, widths=widths)


def qr_modules(content: str) -> tuple[bytes, ...]:
    """The rows of a QR code (1 is black) without its quiet zone, with a quarter of it restorable where it is worn."""
    from kiosk.render.symbols import segno

    return tuple(bytes(row) for row in segno.make(content, error="q", micro=False).matrix)


def qr_code(content: str, *, rect: Rect) -> Iterator[Frame]:
    """Black runs of modules in the middle of a square, its quiet zone included."""
    rows = qr_modules(content)
    size = min(rect.w, rect.h) / (len(rows) + 2 * QR_QUIET)
    left, top = rect.x + QR_QUIET * size, rect.y + QR_QUIET * size
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            long = len(list(run))
            if dark:
                yield Frame(x=left + x * size, y=top + y * size, w=long * size, h=size, fill=0.0)
            x += long


def qr_box(content: str, *, rect: Rect) -> Squares | None:
    """The code in the middle of a rectangle with its quiet zone, or None when modules of 0.33 mm do not fit.

    A quarter of it can be restored where there is room for that, otherwise a seventh.
    """
    for error in ("q", "m"):
        rows = _squares(content, error)
        room = min(rect.w, rect.h) / (len(rows) + 2 * QR_QUIET) if rows else 0.0
        if room >= MODULE - 1e-9:
            module = max(int(room / DOT + 1e-9) * DOT, MODULE) if room >= MODULE + DOT else room
            size = len(rows) * module
            left, top = rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2
            return Squares(x=left, y=top, module=module, rows=rows)
    return None


def _squares(content: str, error: str) -> tuple[str, ...]:
    """Rows of 1 and 0; none for more than any code can say. Other than ASCII is said in UTF-8."""
    from kiosk.render.symbols import segno

    encoding = None if content.isascii() else "utf-8"
    try:
        made = segno.make(content, error=error, micro=False, boost_error=False, encoding=encoding)
    except segno.DataOverflowError:
        return ()
    return tuple("".join("1" if module else "0" for module in row) for row in made.matrix)


def _module(room: float) -> float | None:
    if room < MODULE - 1e-9:
        return None
    snapped = int(min(room, MODULE_MOST) / DOT + 1e-9) * DOT
    return snapped if snapped >= MODULE else room
