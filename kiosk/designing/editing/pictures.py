"""A picture that is taken into a form from somewhere else: looked at, made a PNG where it must be, safely named."""

from __future__ import annotations

import io
import unicodedata
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.catalogue.intake import FILE_BYTES, PAPER_BYTES, Untaken, take
from kiosk.model.base import Issue
from kiosk.render.pictured import PICTURES, picture_problem

if TYPE_CHECKING:
    from pathlib import Path

FOREIGN = (".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
"""What becomes a PNG on its way in, dot for dot."""

_MOST_BYTES = 32 * 1024 * 1024  # before it is made a PNG
_MOST_DOTS = 16_000_000
_MOST_LETTERS = 40
_PLAIN = {"1", "L", "LA", "RGB", "RGBA", "P"}


def fetched(file: Path) -> tuple[str, bytes] | Issue:
    """The picture of a file that lies somewhere else; see `taken_in`."""
    try:
        return taken_in(file.name, take(file, most=_MOST_BYTES))
    except FileNotFoundError:
        return Issue(where=file.name, message="ファイルがありません。")
    except Untaken as error:
        return Issue(where=file.name, message=error.message, allowed=error.allowed)


def taken_in(name: str, data: bytes) -> tuple[str, bytes] | Issue:
    """The picture as it will lie in the form's folder, with its name there; or why it cannot."""
    end = PurePath(name).suffix.lower()
    if end in FOREIGN:
        made = _as_png(data)
        if isinstance(made, str):
            return Issue(where=PurePath(name).name, message=made, allowed="PNG")
        data, end = made, ".png"
    if end not in PICTURES:
        return Issue(
            where=PurePath(name).name, message="この形式の画像は使えません。", allowed="PNG、SVG、JPEG、TIFF、BMP"
        )
    most = FILE_BYTES if end == ".svg" else PAPER_BYTES
    if len(data) > most:
        return Issue(
            where=PurePath(name).name, message="画像のファイルが大きすぎます。", allowed=f"{most // 1024}KB まで"
        )
    safe = safe_name(PurePath(name).stem) + end
    wrong = picture_problem(data, name=safe)
    if wrong is not None:
        return Issue(where=PurePath(name).name, message=wrong.message, allowed=wrong.allowed)
    return safe, data


def safe_name(stem: str) -> str:
    """A name that every system and every archive takes: plain small letters, figures, - and _."""
    plain = unicodedata.normalize("NFKC", stem).lower()
    kept = "".join(letter for letter in plain if letter.isascii() and (letter.isalnum() or letter in "-_"))
    return kept.strip("-_")[:_MOST_LETTERS] or "picture"


def _as_png(data: bytes) -> bytes | str:
    """Another kind of picture as a PNG, upright, as large as its file says; or what is wrong with it."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "TIFF", "BMP")) as opened:
            if opened.width * opened.height > _MOST_DOTS:
                return "画像が大きすぎます。"
            dots = opened.info.get("dpi")
            upright = ImageOps.exif_transpose(opened)
            plain = upright if upright.mode in _PLAIN else upright.convert("RGB")
            written = io.BytesIO()
            plain.save(written, "PNG", optimize=True, **({"dpi": dots} if dots else {}))
            return written.getvalue()
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
        return "画像が壊れていて読めません。"
