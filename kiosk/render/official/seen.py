"""A page as a picture for the glass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.render.official.leaf import ONE
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    from kiosk.render.official.leaf import Leaf

MOST_SIDE = 8000


@dataclass(frozen=True)
class Picture:
    """Rows from the top, four bytes a pixel (blue, green, red, unused), `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


def see(leaf: Leaf, *, scale: float) -> Picture:
    """A page at `scale` pixels a millimetre, on white. Raises Unreadable for one that cannot be shown."""
    import pypdfium2

    scale = min(scale, MOST_SIDE / max(leaf.width, leaf.height))
    with ONE:
        try:
            pdf = pypdfium2.PdfDocument(leaf.pdf)
        except pypdfium2.PdfiumError:
            raise _unseen() from None
        try:
            bitmap = pdf[0].render(scale=scale * 25.4 / 72, rev_byteorder=False, prefer_bgrx=True)
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        except pypdfium2.PdfiumError:
            raise _unseen() from None
        finally:
            pdf.close()


def _unseen() -> Unreadable:
    return Unreadable("PDF を画面に出せません。")
