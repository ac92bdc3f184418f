"""The words of a drawn page: lengths, greys, dashes, texts and the size of the page, as SVG understands them."""

import math
import re
from collections.abc import Mapping

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "px": 25.4 / 96}
_MEASURE = re.compile(rf"({_NUMBER.pattern})\s*({'|'.join(_MM)})?")
_NAMED = {"black": 0.0, "white": 1.0, "gray": 0.502, "grey": 0.502}
_ROUNDED = 0.5  # mm, as kiosk.render.background allows
_FONTS = ("euc_jis_2004", "gb2312", "euc_kr", "latin-1")
"""What the fonts of a form have for certain. Of the other kanji a font knows; other scripts have none."""


class Bad(Exception):
    """One element outside the subset."""


def length(attributes: Mapping[str, str], key: str, default: float | None = None) -> float:
    """A length in mm."""
    text = attributes.get(key)
    if text is None and default is not None:
        return default
    if not _NUMBER.fullmatch((text or "").strip()) or not math.isfinite(found := float(text or "")):
        raise Bad(f"{key} は数（ミリメートル、単位なし）で書きます")
    return found


def size(attributes: Mapping[str, str], key: str, default: float | None = None, *, least: float = 1e-6) -> float:
    """A length that is above nothing."""
    found = length(attributes, key, default)
    if found < least:
        raise Bad(f"{key} は 0 より大きい数で書きます")
    return found


def dashes(attributes: Mapping[str, str]) -> tuple[float, ...]:
    """The strokes and gaps of a dashed line; none for a whole one."""
    said = attributes.get("stroke-dasharray", "none").replace(",", " ").split()
    if said == ["none"]:
        return ()
    if not said or not all(_NUMBER.fullmatch(each) and float(each) >= 0 for each in said):
        raise Bad("stroke-dasharray は 0 以上の数の並びで書きます")
    pattern = tuple(map(float, said))
    return pattern if sum(pattern) else ()


def grey(colour: str) -> float | None:
    """0 black .. 1 white, None for no paint; only greys, since a counter prints in black."""
    colour = colour.strip().lower()
    if colour == "none":
        return None
    if colour in _NAMED:
        return _NAMED[colour]
    digits = colour.removeprefix("#")
    channels = {digits[i : i + len(digits) // 3] for i in range(0, len(digits), max(1, len(digits) // 3))}
    if not colour.startswith("#") or len(digits) not in (3, 6) or len(channels) != 1:
        raise Bad(f"色「{colour}」は使えません（黒、白、灰色、none）")
    try:
        return int(channels.pop() * (2 if len(digits) == 3 else 1), 16) / 255
    except ValueError:
        raise Bad(f"色「{colour}」は使えません") from None


def plain(text: str, *, kept: bool) -> str:
    """A text as it is shown: line ends are spaces; several spaces are one, and none at the ends, unless `kept`."""
    flat = re.sub(r"[\t\r\n]", " ", text)
    return flat if kept else re.sub(" +", " ", flat).strip(" ")


def lacking(text: str) -> str:
    """The letters that no font of a form can have: pictures, other scripts, what cannot be seen."""
    return "".join(dict.fromkeys(char for char in text if not _kanji(char) and not any(_in(char, to) for to in _FONTS)))


def _in(char: str, charset: str) -> bool:
    try:
        return bool(char.encode(charset))
    except UnicodeEncodeError:
        return False


def _kanji(char: str) -> bool:
    """Kanji, radicals and kana of any plane, their selectors, and the letters that a city made for itself."""
    point = ord(char)
    return (
        0x2E80 <= point <= 0x9FFF
        or 0xE000 <= point <= 0xFAFF
        or 0x1AFF0 <= point <= 0x1B2FF
        or 0x20000 <= point <= 0x3FFFF
        or 0xFE00 <= point <= 0xFE0F
        or 0xE0100 <= point <= 0xE01EF
        or point >= 0xF0000
    )


def page_size(view: str, width: str | None, height: str | None) -> tuple[float, float]:
    """Width and height of the page from its viewBox; the size it is shown at, where it says one, must be the same."""
    parts = view.replace(",", " ").split()
    if len(parts) != 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise Bad('viewBox は "0 0 210 297" のようにミリメートルで書きます')
    x, y, wide, high = map(float, parts)
    if (x, y) != (0.0, 0.0) or min(wide, high) <= 0 or not math.isfinite(wide + high):
        raise Bad("viewBox は 0 0 から始めます")
    for said, drawn, name in ((width, wide, "width"), (height, high, "height")):
        if not _shows(said, drawn):
            raise Bad(f'{name}="{said}" が viewBox の大きさ（{drawn:g} ミリメートル）と違います')
    return wide, high


def _shows(said: str | None, drawn: float) -> bool:
    """Whether a page that is `drawn` mm long is shown so; 100 % and a bare number of mm or pixels are."""
    if said is None or said.strip() == "100%":
        return True
    found = _MEASURE.fullmatch(said.strip())
    if found is None:
        return False
    mm = float(found[1]) * _MM[found[2] or "px"]
    return any(abs(each - drawn) < _ROUNDED for each in (mm, *(() if found[2] else (float(found[1]),))))
