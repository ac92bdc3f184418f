"""An address stays whole: its text and its parts together when one part is retyped, chosen or placed by a person."""

import re
from collections.abc import Callable, Iterator

from kiosk.model.address import Address
from kiosk.model.address_text import AddressText, folded, in_figures
from kiosk.model.letters import DASHES

PARTS = ("prefecture", "city", "town", "number", "building")
"""The parts that people see, in the order in which they stand in the text."""

PLACES = ("town", "number", "building")
"""Where a person may put what a split left over."""

_COUNTY = re.compile(r".+?郡(?=.{2})")
_POSTAL = re.compile(rf"^〒?[0-9]{{3}}[{DASHES}]?[0-9]{{4}}")
_LEAD = re.compile(rf"{_POSTAL.pattern}(?![0-9])[ ]*")
_NOTHING = re.compile(r"[\s,、・\-]+")
_LOT_INSIDE = re.compile("[0-9]+番(?:地|[0-9])|[0-9]+-[0-9]+")
_ABROAD = re.compile("[ァ-ヴー・]{2,}|[^市区町村郡]{1,8}国|台[湾北]|[韓中]国|香港|[a-z]", re.IGNORECASE)
_IN_JAPAN = re.compile("丁目|番地|大字|[市区町村].*(?:番|号|[0-9]-[0-9])|[0-9]番[0-9]|[都府県市区町村]$")
_SAYS_ONE = re.compile(
    "東京都|北海道|京都府|大阪府|[^市区町村]{2,3}県"
)  # of a place on no list nothing else can be known
_LOT = re.compile("[0-9〇一二三四五六七八九十百]+(?:番地|番(?![館丁町通組区])|号(?![室棟館地線通]))")


def revised(address: Address, **parts: str) -> Address:
    """The address with some parts in other words; everything else stays in the text as it was declared.

    A part that was not there before comes after the part before it, a building after a wide space. `postal` and
    `lg_code` may be given as well.
    """
    said = "".join(folded(words) for words in parts.values())
    if address.left_over and folded(address.left_over) in said:  # it was retyped where it belongs
        bare = address.text.replace(address.left_over, "", 1).strip()
        return revised(address.model_copy(update={"text": bare, "left_over": ""}), **parts)
    if parts.get("postal", address.postal) != address.postal and (lead := _lead(address.text)):
        address = address.model_copy(update={"text": address.text[lead:]})  # the text began with another one
    words = {part: parts.get(part, getattr(address, part)) for part in PARTS}
    made = address.model_copy(update=parts)
    spans = dict(_spans(address))
    if any(getattr(address, part) and part not in spans for part in PARTS[2:]):
        return made.model_copy(update={"text": joined(words)})
    done = _lead(address.text)
    text = address.text[:done]
    for part in PARTS:
        start, end = spans.get(part, (done, done))
        apart = part == "building" and start == end and words[part] and (text or done)
        text += address.text[done:start] + ("\u3000" if apart else "")
        same = words[part] == getattr(address, part)
        text += address.text[start:end] if same else words[part]
        done = end
    return made.model_copy(update={"text": (text + address.text[done:]).strip()})


def _lead(text: str) -> int:
    """Where a postal code that a text begins with ends, the blanks after it included."""
    found = _LEAD.match(folded(text))
    return AddressText(text).span(0, found.end())[1] if found else 0


def joined(words: dict[str, str]) -> str:
    """The text that the parts make up; a building stands apart."""
    place = "".join(words[part] for part in PARTS[:4])
    return "\u3000".join(filter(None, (place, words["building"])))


def placed(address: Address, part: str) -> Address:
    """What the split left over belongs to a part: to the end of it, the text stays."""
    found = getattr(address, part)
    gap = "\u3000" if part == "building" and found else ""
    return address.model_copy(update={part: f"{found}{gap}{address.left_over}", "left_over": ""})


def completed(said: Address, found: Address) -> Address:
    """What was said in words with the parts that were found; of what was said in parts only city and code are added."""
    if said == Address(text=said.text):
        return found
    city = {folded(found.city), folded(_COUNTY.sub("", found.city))}
    if folded(said.city) not in city or (said.prefecture and folded(said.prefecture) != folded(found.prefecture)):
        return said
    learnt = {"lg_code": found.lg_code or said.lg_code, "prefecture": said.prefecture or found.prefecture}
    return said.model_copy(update=learnt)


def regained(text: str, address: Address) -> Address | None:
    """The parts of a text that an address begins, and after it the building that was said beside it; else None."""
    rest = text.removeprefix(address.text)
    if rest == text or (rest and not rest[0].isspace()):
        return address if text == address.text else None
    building = "\u3000".join(filter(None, (address.building, rest.strip())))
    return address.model_copy(update={"text": text, "building": building})


def lacks_lot(address: Address) -> bool:
    """Whether a Japanese address ends before its 番地; 番地なし and 番地不詳 are one, abroad and unknown have none."""
    somewhere = bool(address.city or address.prefecture) and not address.unknown
    return somewhere and not address.number and not address.left_over


def lacks_prefecture(address: Address) -> bool:
    """Whether a Japanese address does not say in which prefecture: 府中市 lies in two, 仮想市 is on no list."""
    if address.prefecture or address.unknown:
        return False
    text = folded(address.text)
    nowhere = _IN_JAPAN.search(text) is not None and not _ABROAD.match(text) and not _SAYS_ONE.match(text)
    return bool(address.city) or nowhere


def unplaced(address: Address) -> str:
    """What of the text stands in no part, in the letters of comparing.

    Of a foreign address only the text is known, and nothing is unplaced. A lot that such a text names all the same
    is: 番地号 may not leave empty when somebody has said it.
    """
    if not any(getattr(address, part) for part in PARTS[1:]):
        lot = _LOT.search(folded(address.text))
        return address.text if lot else ""
    if not address.number and _LOT_INSIDE.search(folded(address.building)):
        return _bare(address.building)  # 東池袋サンシャイン６０１番６号: no rule can say where the lot begins
    found = _unplaced(address, _bare)
    return found if found and _unplaced(address, lambda text: in_figures(_bare(text))) else ""


def _unplaced(address: Address, letters: Callable[[str], str]) -> str:
    rest = letters(_POSTAL.sub("", folded(address.text)))
    open_, done = "", 0
    for part in PARTS:
        for words in map(letters, _spellings(part, getattr(address, part))):
            at = rest.find(words, done)
            if at >= 0:
                open_, done = open_ + rest[done:at], at + len(words)
                break
    return open_ + rest[done:]


def _bare(text: str) -> str:
    """The letters by which a text and its parts are compared, without what stands between parts."""
    return _NOTHING.sub("", folded(text))


def _spans(address: Address) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where the parts stand in the text, one after the other; what is not there is left out."""
    whole = AddressText(address.text)
    done = 0
    for part in PARTS:
        for word in _spellings(part, getattr(address, part)):
            at = whole.folded.find(word, done)
            if at >= 0:
                done = at + len(word)
                yield part, whole.span(at, done)
                break


def _spellings(part: str, words: str) -> Iterator[str]:
    """A part as it may stand in the text: a town of a county also without its county."""
    if words:
        yield folded(words)
    if part == "city" and (county := _COUNTY.match(words)):
        yield folded(words[county.end() :])
