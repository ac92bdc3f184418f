"""Making the file of readings from Mozc's dictionary, the Unihan database, the fonts and our own list of shapes."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.model.letters import graphemes
from kiosk.readings import font_shapes, unihan
from kiosk.readings.index import Columns, line
from kiosk.readings.mecab_dictionary import Token, tokens

PARTS = {1923: "family", 1922: "given", 1924: "place", 1925: "place", 1926: "place", 1927: "place"}
"""Mozc's numbers (id.def): 人名,姓; 人名,名; 地域,一般, with 府名, 県名 and 都名."""

WORDS = frozenset({1841, 1851})
"""名詞,サ変接続 and 名詞,一般: names of buildings and of invented people are made of them."""

_DEAREST_WORD, _NOT_IN_MOZC, _A_LEVEL = 7000, 20_000, 1_000
_KANJI = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_HAS_KANJI = re.compile(_KANJI)
_WORD = re.compile(f"(?:{_KANJI}|々){{2,4}}")
_ONE = re.compile(_KANJI)
_READING = re.compile("[ぁ-ゖー]+")
_COMPATIBLE = range(0xF900, 0xFB00)
_FIRST_LEVEL_ENDS = b"\x98\x9f"


@dataclass(frozen=True)
class Sources:
    """The contents of the files that everything is made from; `note` says which editions they are."""

    dictionary: bytes
    readings: str
    variants: str
    shapes: str
    fonts: tuple[bytes, ...]
    note: str


@dataclass
class _Costs:
    """The writings of one reading by kind, each with the least cost seen."""

    kinds: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, kind: str, text: str, cost: int) -> None:
        known = self.kinds[kind]
        known[text] = min(cost, known.get(text, cost))

    def columns(self) -> Columns:
        return {kind: tuple(sorted(known, key=lambda text: (known[text], text))) for kind, known in self.kinds.items()}


def make(sources: Sources) -> bytes:
    """The content of the file. ValueError when a source is not what it should be."""
    found: dict[str, _Costs] = defaultdict(_Costs)
    for token in tokens(sources.dictionary, WORDS.union(PARTS)):
        _take(found[token.reading], token)
    for kana, letter in unihan.readings(sources.readings):
        if level(letter) < 4:
            found[kana].add("letter", letter, _NOT_IN_MOZC + _A_LEVEL * level(letter) + len(kana))
    lines = {key: line(key, costs.columns()) for key, costs in found.items() if costs.kinds}
    lines |= {key: line(key, {"shape": tuple(others)}) for key, others in _shapes(sources).items()}
    notes = [f"# {each}".encode() for each in sources.note.splitlines()]
    return b"\n".join((*notes, *(lines[key] for key in sorted(lines, key=str.encode)))) + b"\n"


def _take(costs: _Costs, token: Token) -> None:
    if not _READING.fullmatch(token.reading) or not _HAS_KANJI.search(token.text) or " " in token.text:
        return
    if _ONE.fullmatch(token.text):
        costs.add("letter", token.text, token.cost)
    if token.part in PARTS:
        costs.add(PARTS[token.part], token.text, token.cost)
    elif token.cost < _DEAREST_WORD and _WORD.fullmatch(token.text):
        costs.add("word", token.text, token.cost)


def level(letter: str) -> int:
    """How usual a letter is: 1 and 2 are the levels of JIS X 0208, 3 is JIS X 0213 or of IBM (髙), 4 is in none."""
    try:
        code = letter.encode("shift_jis")
    except UnicodeEncodeError:
        return 3 if _encodable(letter) else 4
    return 1 if code < _FIRST_LEVEL_ENDS else 2


def _encodable(letter: str) -> bool:
    return any(letter.encode(code, "ignore") for code in ("euc_jis_2004", "cp932"))


def _shapes(sources: Sources) -> dict[str, list[str]]:
    """For each letter its other shapes: our own list, then older codes, selectors, letters that mean the same."""
    found: dict[str, list[str]] = {}
    for letter, other in _pairs(sources):
        known = found.setdefault(letter, [])
        if other != letter and other not in known and " " not in other:
            known.append(other)
    return {letter: others for letter, others in found.items() if others}


def _pairs(sources: Sources) -> Iterator[tuple[str, str]]:
    yield from _groups(sources.shapes.splitlines())
    for code in _COMPATIBLE:
        letter, plain = chr(code), unicodedata.normalize("NFC", chr(code))
        if plain != letter and _encodable(letter):
            yield from ((plain, letter), (letter, plain))
    for font in sources.fonts:
        yield from (pair for pair in font_shapes.shapes(font) if level(pair[0]) < 3)
    yield from ((a, b) for a, b in unihan.variants(sources.variants) if max(level(a), level(b)) < 4)


def _groups(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for each in lines:
        letters = [] if each.startswith("#") else each.split()
        if any(len(graphemes(letter)) != 1 for letter in letters):
            raise ValueError(f"not single letters: {each}")
        yield from ((one, other) for one in letters for other in letters if one != other)
