"""A Japanese address in the parts that forms and records need."""

import re
import unicodedata
from typing import Literal

from kiosk.model.address_text import folded, unknown_place
from kiosk.model.base import Frozen
from kiosk.model.letters import DASHES, WAVES, to_hankaku


class Address(Frozen):
    """町字/番地/方書 parts plus the text as declared, which they make up together.

    `postal` is seven digits without a hyphen (GIF DS-443) or empty; `lg_code` the six-digit 団体コード or empty;
    `left_over` is what of the text stands in no part and waits for a person to place it; a foreign or imported address
    may have only `text`.
    """

    kind: Literal["address"] = "address"
    text: str
    postal: str = ""
    lg_code: str = ""
    prefecture: str = ""
    city: str = ""
    town: str = ""
    number: str = ""
    building: str = ""
    left_over: str = ""

    @property
    def unknown(self) -> bool:
        """Whether nobody knows where (不明, 不詳, 住所不定): the text is the register's word for it."""
        return not (self.prefecture or self.city or self.town) and unknown_place(self.text)

    @property
    def area(self) -> str:
        """Prefecture, city and town joined: what a postal code stands for."""
        return self.prefecture + self.city + self.town


def composed(
    *, prefecture: str, city: str, town: str, number: str = "", postal: str = "", lg_code: str = ""
) -> Address:
    """An address whose text is its parts in order."""
    text = prefecture + city + town + number
    return Address(
        text=text, postal=postal, lg_code=lg_code, prefecture=prefecture, city=city, town=town, number=number
    )


def with_number(area: Address, *, number: str) -> Address:
    """A candidate of a postal code completed by the 番地 as the resident says it."""
    return area.model_copy(update={"number": number, "text": area.area + number})


_CHOME = {kanji: str(count) for count, kanji in enumerate("一二三四五六七八九", start=1)}
_UNITS = re.compile(r"(?<!無)(丁目|番地の|番地|番|号の|号|の)(?=\d|$)")
_DASHES = re.compile(rf"(?<=\d) ?[{DASHES}{WAVES}] ?(?=\d)")


def short_number(number: str) -> str:
    """丁目以下 in half-width digits and hyphens (GIF): １丁目２番３号 → 1-2-3, 二丁目1番 → 2-1; other wording stays."""
    text = _DASHES.sub("-", to_hankaku(number)).strip()
    text = re.sub(r"([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=丁目)", _count, text)
    return _UNITS.sub("-", text).rstrip("-")


def same_place(text: str) -> str:
    """A key for comparing two spellings of one address: 本町３丁目４番５号 and 本町三丁目4-5 agree; never printed."""
    plain = unicodedata.normalize("NFKC", folded(text))  # for comparing alone: the text keeps its letters
    short = re.sub(r"\s|号(?!室|棟)", "", short_number(folded(plain)))
    return short.replace("番地", "-").replace("番", "-").rstrip("-")


def _count(found: re.Match[str]) -> str:
    tens, ten, ones = found.groups()
    if not ten:
        return "".join(_CHOME[kanji] for kanji in tens + ones)
    return str(10 * int(_CHOME.get(tens, "1")) + int(_CHOME.get(ones, "0")))
