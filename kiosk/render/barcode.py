"""Code 128 (ISO/IEC 15417) as black bars, or a word about why it does not fit."""

from itertools import groupby

import barcode

from kiosk.model.template import Rect
from kiosk.render.drawlist import Bars

MODULE = 0.33  # mm: what a 200 dpi scanner and a worn office printer still resolve
MODULE_MOST = 0.6
QUIET = 10  # modules of white on either side, ISO/IEC 15417 section 4.4
DOT = 25.4 / 600  # bars end on whole dots of a 600 dpi printer where there is room


def modules(content: str) -> str:
    """The symbol without quiet zones as a text of 1 (bar) and 0 (gap). Raises ValueError for other than ASCII."""
    if not content or not content.isascii() or not content.isprintable():
        raise ValueError("Code 128 takes printable ASCII only")
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


def _module(room: float) -> float | None:
    if room < MODULE - 1e-9:
        return None
    snapped = int(min(room, MODULE_MOST) / DOT + 1e-9) * DOT
    return snapped if snapped >= MODULE else room
