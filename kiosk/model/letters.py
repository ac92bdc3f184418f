"""Letters: what counts as one character, kana and width, and which characters another system cannot show.

Names are never normalised: U+FA19 and U+795E are two characters to their bearer, and a variation selector (IVS)
belongs to the character before it (標準仕様 文字要件). Only digits, kana and ASCII change width, and only on request.
"""

import enum
import re
import unicodedata

from kiosk.model.base import Frozen
from kiosk.model.message import Code, Refused, Said, Where

_READING, _NO_READING = Code("word-reading"), Code("reading-missing")
_NOT_IN_READING, _READING_LETTERS = Code("reading-letters", "letters"), Code("reading-allowed")

# no character in here joins the one before it, so the text needs no segmentation
_ALONE = re.compile(r"[\x20-\x7e\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u4e00-\u9fff\uff01-\uff5e]*")
_HALF_KANA = re.compile("[\uff61-\uff9f]+")
_SPLIT_KANA = re.compile("[\u3041-\u30ff][\u3099\u309a]")
HYPHENS = "‐‑‒–—―−─━⁃﹘﹣⸺⸻➖⁻₋˗╴╶╌┄┅"
"""Signs besides - that are a hyphen wherever they stand."""
DASHES = f"-－ーｰㅡￚ{HYPHENS}"
"""Signs that are a hyphen between two figures, some of which are letters elsewhere."""
WAVES = "~〜～〰゠"
_HYPHENS = str.maketrans(dict.fromkeys(HYPHENS, "-"))
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WIDTHLESS = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff]"
)
"""Default ignorable signs (Unicode 5.21) but the glyph selectors and what turns the writing round."""
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_HIDDEN, _BREAKS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"}), frozenset("\t\r\n")
_LAST = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
_NO_LETTER = re.compile(f"[\u2800\ufdd0-\ufdef\ufffc-\uffff{_LAST}]")  # never letters (Unicode 23.7), or a stand-in
_NOT_KANA = re.compile("[^\u30a1-\u30f6\u30fc]")
_FULL_DIGITS = {0xFF10 + n: 0x30 + n for n in range(10)}
_FULL_ASCII = {0x21 + n: 0xFF01 + n for n in range(94)} | {0x20: 0x3000}
_HALF_ASCII = {full: half for half, full in _FULL_ASCII.items()}
_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_LONG = dict.fromkeys(map(ord, "-－‐‑–—―−ｰ"), "ー")
_LARGE = str.maketrans("ァィゥェォッャュョヮヵヶヂヅヲ", "アイウエオツヤユヨワカケジズオ")
_VU = re.compile("ヴ([アイエオ]?)")
_BA = {"ア": "バ", "イ": "ビ", "": "ブ", "エ": "ベ", "オ": "ボ"}


class Trouble(enum.Enum):
    """Why another system may not show a character."""

    PRIVATE_USE = "private-use"  # 外字
    OUTSIDE_JIS = "outside-jis"  # not in JIS X 0213
    SELECTOR = "selector"  # with 字形指定 (IVS)
    CONTROL = "control"  # never shown


class Unusual(Frozen):
    """One character of a text that another system may not show: its 0-based place among the characters, and why."""

    index: int
    letter: str
    trouble: Trouble

    @property
    def code(self) -> str:
        """U+8FBB U+E0100."""
        return " ".join(f"U+{ord(char):04X}" for char in self.letter)


def graphemes(text: str) -> list[str]:
    """The characters a person sees; a base and its variation selector or dakuten are one (UAX #29)."""
    return list(text) if _ALONE.fullmatch(text) else _segmented(text)


def _segmented(text: str) -> list[str]:
    import regex  # type: ignore[import-untyped, unused-ignore]  # ships no types; most visits need none of its tables

    found: list[str] = regex.findall(r"\X", text)
    return found


def length(text: str) -> int:
    """How many characters a person sees; lengths of 基本データリスト are characters, not bytes or UTF-16 units."""
    return len(graphemes(text))


def clip(text: str, *, limit: int) -> str:
    """The first `limit` characters, never cutting a selector off its base (標準仕様5.8: print to the limit)."""
    return "".join(graphemes(text)[:limit])


def is_selector(letter: str) -> bool:
    """Whether a letter only chooses the glyph of the one before it."""
    return _SELECTOR.fullmatch(letter) is not None


def without_selectors(text: str) -> str:
    """The text with default glyphs: for searching and for a fallback shown as such, never to replace a name."""
    return _SELECTOR.sub("", text)


def without_widthless(text: str) -> str:
    """The text without signs that take no room and mean nothing in a name or an address; glyph selectors stay."""
    return _WIDTHLESS.sub("", text)


def looked_for(text: str) -> str:
    """What somebody typed or pasted into a search, less every sign that is not seen: nobody is called by one."""
    return _DIRECTION.sub("", without_widthless(text))


def turns_direction(text: str) -> bool:
    """Whether a sign in it turns the direction of the writing round, so that it does not say what it shows."""
    return _DIRECTION.search(text) is not None


def has_private(text: str) -> bool:
    """Whether a letter of it is 外字 of one place alone (private use): it means nothing anywhere else."""
    return _PRIVATE.search(text) is not None


def has_hidden(text: str) -> bool:
    """Whether a sign in it is never seen (control, format) or never a letter; a tab or a line break is none."""
    kinds = (unicodedata.category(sign) for sign in text if sign not in _BREAKS)
    return not _HIDDEN.isdisjoint(kinds) or _NO_LETTER.search(text) is not None


def to_digits(text: str) -> str:
    """Full-width digits to ASCII; everything else as it is."""
    return text.translate(_FULL_DIGITS)


def to_hankaku(text: str) -> str:
    """Full-width ASCII and the full-width space to half width (GIF); kana and kanji as they are."""
    return text.translate(_HALF_ASCII)


def hankaku(text: str) -> str:
    """Full-width ASCII to half-width, U+3000 to U+0020, every hyphen to one; kana stay full-width (GIF, DS-461)."""
    return to_hankaku(whole_kana(text)).translate(_HYPHENS)


def to_zenkaku(text: str) -> str:
    """ASCII and half-width kana to full width (基本データリスト type Ｎ); kanji as they are."""
    return whole_kana(text).translate(_FULL_ASCII)


def whole_kana(text: str) -> str:
    """Half-width kana to full width and loose dakuten joined to their kana; nothing else is normalised."""
    text = _HALF_KANA.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    return _SPLIT_KANA.sub(lambda pair: unicodedata.normalize("NFC", pair[0]), text)


def to_katakana(text: str) -> str:
    """Hiragana and half-width kana to full-width katakana (ヨミガナ of GIF DS-461)."""
    return whole_kana(text).translate(_KATAKANA)


def check_kana(text: str, *, extra: str = "", where: Where | None = None) -> Refused | None:
    """None when every character may stand in a フリガナ: katakana with small ones, ヴ, ー and spaces.

    The list follows the practice under the 戸籍法 of 2025-05-26; `extra` adds characters a municipality admits.
    """
    wrong = "".join(dict.fromkeys(char for char in _NOT_KANA.findall(text) if char not in extra + " \u3000"))
    place = where or _READING()
    if not text.strip():
        return Refused(place, _NO_READING(), _READING_LETTERS())
    return Refused(place, _NOT_IN_READING(letters=Said(wrong)), _READING_LETTERS()) if wrong else None


def search_key(text: str) -> str:
    """A folded form for searching only (標準仕様2.1.2): ショ=シヨ, ー=－=‐, ヴ=ブ, ヂ=ジ; spaces and selectors gone.

    Stored and printed values stay as declared: イッキ and イツキ are two readings.
    """
    text = to_katakana(without_selectors("".join(text.split()))).translate(_LONG).translate(_LARGE)
    return _VU.sub(lambda m: _BA[m[1]], text)


def _trouble(letter: str) -> Trouble | None:
    kinds = {unicodedata.category(char) for char in letter}
    if "Co" in kinds:
        return Trouble.PRIVATE_USE
    if kinds & {"Cc", "Cn", "Cs"}:
        return Trouble.CONTROL
    bare = without_selectors(letter)
    try:
        bare.encode("euc_jis_2004")
    except UnicodeEncodeError:
        return Trouble.OUTSIDE_JIS
    return Trouble.SELECTOR if bare != letter else None


def unusual(text: str) -> tuple[Unusual, ...]:
    """Every character that a system limited to JIS X 0213 (GIF DS-430) may show wrongly, in order."""
    found = ((index, letter, _trouble(letter)) for index, letter in enumerate(graphemes(text)))
    return tuple(Unusual(index=index, letter=letter, trouble=why) for index, letter, why in found if why is not None)
