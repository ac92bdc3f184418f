"""Names: one string as its bearer writes it; the parts only when exactly one space shows them.

A person may have one name only, no kanji, no reading; middle names exist. So nothing here guesses a split, and no
character of a name is ever exchanged for another (標準仕様 文字要件): only spaces and ASCII width change at the edge.
"""

import re
import unicodedata

from kiosk.model.letters import Trouble, length, to_hankaku, to_katakana, to_zenkaku, unusual
from kiosk.model.message import Code, Refused, Where

_NAME, _MISSING = Code("word-name"), Code("name-missing", "where")
_TOO_LONG, _LIMIT = Code("name-too-long", "count"), Code("name-limit", "limit")
_CONTROLS, _NO_CONTROLS = Code("name-controls"), Code("name-no-controls")

_BLANKS = re.compile(r"[ \t\u00a0\u3000]{2,}")

FULL_LIMIT = 100
"""氏名 in characters (基本データリスト); 氏, 名 and 旧氏 are 50 each."""


def tidy_name(text: str) -> str:
    """One space between parts, none at the ends: U+0020 in a Latin name, U+3000 otherwise; letters untouched."""
    return (" " if is_latin(text) else "\u3000").join(text.split())


def trimmed(text: str) -> str:
    """A name as it was written, less blanks around it and doubled ones between its parts: cards pad their fields."""
    return _BLANKS.sub(lambda run: run[0][0], text.strip())


def is_latin(text: str) -> bool:
    """Whether a name is in Latin letters of either width, as a passport or 在留カード writes it."""
    scripts = [unicodedata.name(char, "") for char in text if char.isalpha()]
    return bool(scripts) and all(name.removeprefix("FULLWIDTH ").startswith("LATIN") for name in scripts)


def split_name(full: str) -> tuple[str, str] | None:
    """氏 and 名 when one space divides two parts; None for one name, or for three parts and more."""
    parts = full.split()
    return (parts[0], parts[1]) if len(parts) == 2 else None


def divide_name(full: str, family: str) -> tuple[str, str] | None:
    """氏 and 名 of a name without a space, where it is known which 氏 it begins with; None where it does not."""
    whole, first = "".join(full.split()), "".join(family.split())
    return (first, whole.removeprefix(first)) if first and whole.startswith(first) and whole != first else None


def family_name(full: str) -> str:
    """氏, or empty when the name does not show it."""
    parts = split_name(full)
    return parts[0] if parts else ""


def given_name(full: str) -> str:
    """名, or empty when the name does not show it."""
    parts = split_name(full)
    return parts[1] if parts else ""


def standard_name(full: str) -> str:
    """For 標準準拠システム: parts divided by U+3000, Latin letters full width (type Ｎ)."""
    return to_zenkaku("\u3000".join(full.split()))


def gif_name(full: str) -> str:
    """For GIF: parts divided by U+0020, Latin letters half width."""
    return to_hankaku(" ".join(full.split()))


def alpha_name(text: str) -> str:
    """A Latin name as cards print it: half-width capitals, the order of the card, one space between parts."""
    return gif_name(text).upper()


def kana_name(text: str) -> str:
    """The reading in full-width katakana with U+3000 between parts; small kana stay as declared."""
    return to_katakana("\u3000".join(text.split()))


def display_name(full: str, *, former: str = "", alias: str = "") -> str:
    """The name with 旧氏 and 通称 as certificates print them beside it: 見本　花子（旧氏　架空）（通称　…）."""
    notes = [(label, text) for label, text in (("旧氏", former), ("通称", alias)) if text.strip()]
    return tidy_name(full) + "".join(f"（{label}\u3000{tidy_name(text)}）" for label, text in notes)


def check_name(text: str, *, limit: int = FULL_LIMIT, where: Where | None = None) -> Refused | None:
    """None for any name that fits: only an empty one, one too long and control characters are refused."""
    place = where or _NAME()
    if not text.strip():
        return Refused(place, _MISSING(where=place))
    if length(text) > limit:
        return Refused(place, _TOO_LONG(count=length(text)), _LIMIT(limit=limit))
    if any(found.trouble is Trouble.CONTROL for found in unusual(text)):
        return Refused(place, _CONTROLS(), _NO_CONTROLS())
    return None
