"""ふりがな: readings in brackets behind their kanji, and the phrases of a text that is written with spaces."""

import re
from typing import NamedTuple

_KANJI = "\u3005\u3400-\u9fff\uf900-\ufaff"
_READ = re.compile(rf"([{_KANJI}0-9０-９ヶヵ]*[{_KANJI}])（([\u3041-\u309fー ]+)）")
_SPACE = re.compile(r"[ \u3000]+")


class Unit(NamedTuple):
    """Letters that stand together, and the reading above them, if they have one."""

    base: str
    reading: str = ""


Phrase = tuple[Unit, ...]


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of one line; a line is only broken between them."""
    held, units = "", list[Unit]()
    for at, part in enumerate(_READ.split(text)):
        match at % 3:
            case 0:
                units += [Unit(piece) for piece in _pieces(part)]
            case 1:
                held = part
            case _:
                units.append(Unit(held, part.replace(" ", "")))
    found, now = list[Phrase](), list[Unit]()
    for unit in units:
        if unit.base == " ":
            found.append(tuple(now))
            now = []
        else:
            now.append(unit)
    return tuple(phrase for phrase in (*found, tuple(now)) if phrase)


def _pieces(text: str) -> list[str]:
    """Words between spaces, with a single space where there were any."""
    cut = _SPACE.split(text)
    return [piece for at, word in enumerate(cut) for piece in ((" ",) if at else ()) + ((word,) if word else ())]


def plain(text: str) -> str:
    """The text without readings and without the spaces between phrases, as it is read aloud and named."""
    return "".join(unit.base for phrase in phrases(text) for unit in phrase)
