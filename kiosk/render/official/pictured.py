"""A scan as a PDF: each of its pictures on a page of its own, as large as the paper was.

What was drawn (a seal, a crest, a form out of a drawing program: few colours) and whatever is small stays exactly as it
is. A large photograph or scan is packed as JPEG: its grain would make a file of many megabytes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 60_000_000
MOST_PICTURES = 50
_SMALL = 1_000_000  # dots
_COLOURS, _GREYS = 1024, 64  # as many has what was drawn, its smoothed edges counted
_WIDE_MM, _HIGH_MM = 210.0, 297.0
_PLAIN = {"1", "L", "RGB"}
_DEEP = {"I;16", "I;16B", "I;16L", "I;16N"}
_UNKNOWN = {"I", "F"}  # 32 bits: nobody says what is white


def pictured(data: bytes) -> bytes:
    """A PDF with the pictures of a PNG or a TIFF; A4 where the file does not say its size. Raises Unreadable."""
    import pikepdf
    from PIL import Image, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "TIFF")) as picture, pikepdf.new() as pdf:
            animated = picture.format == "PNG"  # of which a paper is the first picture
            for number, each in enumerate(ImageSequence.Iterator(picture)):
                if number and (animated or number == MOST_PICTURES):
                    break
                with pikepdf.open(io.BytesIO(_page(each))) as page:
                    pdf.pages.extend(page.pages)
            written = io.BytesIO()
            pdf.save(written, deterministic_id=True)
            return written.getvalue()
    except UnidentifiedImageError:
        raise Unreadable("PDF でも画像でもありません。") from None
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
        raise Unreadable("画像が壊れていて読めません。") from None


def _page(picture: Image.Image) -> bytes:
    """One picture as a PDF of one page, upright."""
    from PIL import ImageOps

    if picture.width * picture.height > MOST_PIXELS:
        raise Unreadable("画像が大きすぎます。", "A4 を 600 dpi で読み取ったものまで")
    if picture.mode in _UNKNOWN:
        raise Unreadable("画像の濃さの書き方（32ビット）は使えません。", "白黒、グレー、カラー（8か16ビット）の画像")
    across, down = _dots(picture)
    upright = ImageOps.exif_transpose(_levelled(picture))
    if upright.size != picture.size:
        across, down = down, across
    flat = upright if upright.mode in _PLAIN else _flat(upright)
    if flat.mode != "1" and (flat.width * flat.height <= _SMALL or _is_drawn(flat)):
        return _exact(flat, across, down)
    written = io.BytesIO()
    flat.save(written, "PDF", dpi=(across, down))
    return written.getvalue()


def _is_drawn(picture: Image.Image) -> bool:
    """Whether it has so few shades that no lens and no scanner made it; a grey scan may be saved in colours."""
    found = picture.getcolors(_COLOURS)
    if found is None:
        return False
    coloured = picture.mode == "RGB" and any(len({*shade}) > 1 for _, shade in found if isinstance(shade, tuple))
    return coloured or len(found) <= _GREYS


def _exact(picture: Image.Image, across: float, down: float) -> bytes:
    """A grey or coloured picture on a page of its size, every dot as it is."""
    import pikepdf

    size = (picture.width / across * 72, picture.height / down * 72)
    space = pikepdf.Name.DeviceGray if picture.mode == "L" else pikepdf.Name.DeviceRGB
    written = io.BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=size)
        dots = pikepdf.Stream(pdf, picture.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        dots.Width, dots.Height, dots.BitsPerComponent, dots.ColorSpace = picture.width, picture.height, 8, space
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=pdf.make_indirect(dots)))
        page.contents_add(f"q {size[0]:.4f} 0 0 {size[1]:.4f} 0 0 cm /I Do Q".encode())
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _levelled(picture: Image.Image) -> Image.Image:
    """Of 65,536 greys, 256."""
    if picture.mode not in _DEEP:
        return picture.copy()
    from PIL import Image

    tops = picture.tobytes()[0 if picture.mode == "I;16B" else 1 :: 2]
    grey = Image.frombytes("L", picture.size, tops)
    grey.info = dict(picture.info)
    return grey


def _flat(picture: Image.Image) -> Image.Image:
    """On white, without transparency."""
    from PIL import Image

    sheet = Image.new("RGB", picture.size, "white")
    full = picture.convert("RGBA")
    sheet.paste(full, mask=full.getchannel("A"))
    return sheet


def _dots(picture: Image.Image) -> tuple[float, float]:
    """Dots an inch across and down: as the file says, otherwise what makes its shorter side that of A4.

    A fax has half as many lines down as dots across.
    """
    across, down = (float(each) for each in picture.info.get("dpi", (0, 0)))
    if 50 <= across <= 2400 and 50 <= down <= 2400:
        return across, down
    guess = max(min(picture.size) / _WIDE_MM, max(picture.size) / _HIGH_MM) * 25.4
    return guess, guess
