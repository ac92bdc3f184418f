"""相手の文字コード: in which letters a receiver's files are written, and what becomes of a letter that is not in them.

Context: a receiver that knows CP932 has no 𠮷, one of JIS X 0208 no 髙; a sign that is quietly replaced by a question
mark is somebody's name lost.
Decision: a letter is written as it is, or as the letter that the city's own list puts in its place
(forms/exchange/letters.toml, 縮退), and then the manifest names it; or as the destination's stand-in (〓), named too;
or it is not written at all: the counter says so before anybody signs, and a courier holds what comes to it. Letters are
looked at as people see them, a base and its selector together. Signs that Windows codes otherwise (〜 － ‖ ¢ £ ¬) are
the same sign in any of these codes, and are no replacement.
Consequence: the JSON record beside the files always has the true letters.

行政事務標準文字 (gyosei) is UTF-8 with the letters of JIS X 0213 and every kanji of Unicode, whatever glyph a selector
chooses: no picture sign, no 外字. A 外字 of one place alone (private use) means nothing in any of these codes, also
where a code has room for it.
"""

import enum
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationError

from kiosk.exchange.records.columns import broken, read_toml
from kiosk.exchange.records.encodings import of_standard, of_windows
from kiosk.model.base import Frozen
from kiosk.model.letters import graphemes, has_private, whole_kana, without_selectors

FILE = "letters.toml"
Letter = Annotated[str, Field(min_length=1, max_length=8)]


class Target(enum.Enum):
    """How a receiver's files are written, as a city says it."""

    UTF8 = "utf-8"
    CP932 = "cp932"
    SHIFT_JIS = "shift_jis"
    JISX0213 = "jisx0213"
    GYOSEI = "gyosei"


NAMES = {
    Target.UTF8: "UTF-8",
    Target.CP932: "Shift_JIS（CP932）",
    Target.SHIFT_JIS: "Shift_JIS（JIS X 0208）",
    Target.JISX0213: "Shift_JIS-2004（JIS X 0213）",
    Target.GYOSEI: "行政事務標準文字（UTF-8）",
}
_CODECS = {Target.CP932: "cp932", Target.SHIFT_JIS: "shift_jis", Target.JISX0213: "shift_jis_2004"}


class Fallback(Frozen):
    """縮退: which letter stands for one that a receiver does not know; `selectors`: 異体字セレクタ may be left out."""

    letters: dict[Letter, Letter] = {}
    selectors: bool = True


class Seen(NamedTuple):
    """One letter of a text and how it is written: as `put`; None where nothing may stand for it."""

    letter: str
    put: str | None


class Script(Frozen):
    """The letters of one receiver. `stand_in` is written for what has no other letter; empty: that is not written."""

    target: Target = Target.UTF8
    fallback: Fallback = Fallback()
    stand_in: str = ""

    def write(self, text: str) -> tuple[Seen, ...]:
        """Every letter of a text that is not written as it is."""
        if self.target is Target.UTF8 or text.isascii():
            return ()
        seen = (Seen(letter, self._put(letter)) for letter in graphemes(text))
        return tuple(each for each in seen if each.put != each.letter)

    def written(self, text: str) -> str:
        """The text in this receiver's letters; what has none is left out, which `write` tells beforehand."""
        if self.target is Target.UTF8 or text.isascii():
            return text
        return "".join(self._put(letter) or "" for letter in graphemes(text))

    def encode(self, text: str, *, bom: bool = False) -> bytes:
        """A text of this receiver's letters as bytes; a byte order mark is only one of UTF-8."""
        codec = _CODECS.get(self.target)
        if codec is None:
            return text.encode("utf-8-sig" if bom else "utf-8")
        return b"".join(_bytes(line, codec) for line in text.splitlines(keepends=True))

    def decode(self, data: bytes) -> str:
        """What the receiver reads."""
        codec = _CODECS.get(self.target)
        return data.decode("utf-8-sig") if codec is None else of_standard(data.decode(codec))

    def _put(self, letter: str) -> str | None:
        """How a letter is written: as it is, as its place in the list, without its selector, as the stand-in."""
        if _knows(self.target, letter):
            return letter
        whole = whole_kana(letter)
        bare = without_selectors(letter) if self.fallback.selectors else letter
        ways = (whole, self.fallback.letters.get(letter), bare, self.fallback.letters.get(bare), self.stand_in)
        return next((way for way in ways if way and _knows(self.target, way)), None)


PLAIN = Script()


def load_fallback(content: bytes) -> Fallback:
    """forms/exchange/letters.toml; a city may do without it. Raises SiteError X01."""
    try:
        return Fallback.model_validate(read_toml(content, FILE))
    except ValidationError as error:
        raise broken(FILE, ".".join(map(str, error.errors()[0]["loc"]))) from None


def wrong_fallback(found: Fallback) -> Iterator[tuple[str, str]]:
    """What is wrong with a list beyond its types: the letter, and why."""
    for letter, put in found.letters.items():
        if len(graphemes(letter)) != 1:
            yield letter, "1文字ではありません。"
        elif not put or letter == put:
            yield letter, "同じ文字になっています。"


def code_of(letter: str) -> str:
    """U+20BB7, U+8FBB U+E0100: a letter where nobody may be told by it."""
    return " ".join(f"U+{ord(sign):04X}" for sign in letter)


@lru_cache(maxsize=20_000)
def _knows(target: Target, letter: str) -> bool:
    """Whether a letter is written and read back as itself."""
    if target is Target.UTF8:
        return True
    if target is Target.GYOSEI and all(map(_kanji, without_selectors(letter))):
        return True
    codec = _CODECS.get(target, "shift_jis_2004")
    if has_private(letter):
        return False
    try:
        return of_standard(_bytes(letter, codec).decode(codec)) == of_standard(letter)
    except UnicodeError:
        return False


def _kanji(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH"))


def _bytes(text: str, codec: str) -> bytes:
    return (of_windows(text) if codec == "cp932" else of_standard(text)).encode(codec)
