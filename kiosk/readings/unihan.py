"""Readings and shapes of single letters from the Unihan database, its Roman letters turned into kana."""

import re
from collections.abc import Iterator

_ROWS = {
    "": "あいうえお",
    "K": "かきくけこ",
    "G": "がぎぐげご",
    "S": "さしすせそ",
    "Z": "ざじずぜぞ",
    "T": "たちつてと",
    "D": "だぢづでど",
    "N": "なにぬねの",
    "H": "はひふへほ",
    "B": "ばびぶべぼ",
    "P": "ぱぴぷぺぽ",
    "M": "まみむめも",
    "R": "らりるれろ",
}
_SINGLE = {row + vowel: kana for row, kanas in _ROWS.items() for vowel, kana in zip("AIUEO", kanas, strict=True)}
_SINGLE |= {"SHI": "し", "CHI": "ち", "TSU": "つ", "FU": "ふ", "JI": "じ", "WA": "わ", "WO": "を"}
_SINGLE |= {"YA": "や", "YU": "ゆ", "YO": "よ"}
_BEFORE_Y = {"K": "き", "G": "ぎ", "SH": "し", "J": "じ", "CH": "ち", "N": "に", "H": "ひ", "B": "び", "P": "ぴ"}
_BEFORE_Y |= {"M": "み", "R": "り"}
_SMALL = {"A": "ゃ", "U": "ゅ", "O": "ょ"}
_SINGLE |= {f"{row}{y}{vowel}": kana + _SMALL[vowel] for row, kana in _BEFORE_Y.items() for vowel in "AUO" for y in "Y"}
_SINGLE |= {f"{row}{vowel}": _BEFORE_Y[row] + _SMALL[vowel] for row in ("SH", "J", "CH") for vowel in "AUO"}
_SYLLABLE = re.compile("|".join(sorted(_SINGLE, key=len, reverse=True)))
_DOUBLED = re.compile(r"([KSTP])\1|TCH")
_FIELD = re.compile(r"^U\+([0-9A-F]+)\t(k\w+)\t(.+)$", re.MULTILINE)
_OTHER = re.compile(r"U\+([0-9A-F]+)")
_SAME = {"kSemanticVariant", "kZVariant", "kTraditionalVariant", "kSimplifiedVariant"}


def to_hiragana(roman: str) -> str:
    """TSUTSUSHIMU in kana; empty when it cannot be read."""
    text, kana = roman, ""
    while text:
        found = _SYLLABLE.match(text)
        if found:
            kana, text = kana + _SINGLE[found[0]], text[found.end() :]
        elif text[0] == "N":
            kana, text = kana + "ん", text[1:]
        elif _DOUBLED.match(text):
            kana, text = kana + "っ", text[1:]
        else:
            return ""
    return kana


def readings(text: str) -> Iterator[tuple[str, str]]:
    """(reading in hiragana, letter) of a file Unihan_Readings.txt, 音 and 訓."""
    for code, name, value in _FIELD.findall(text):
        if name in {"kJapaneseOn", "kJapaneseKun"}:
            yield from ((kana, chr(int(code, 16))) for roman in value.split() if (kana := to_hiragana(roman)))


def variants(text: str) -> Iterator[tuple[str, str]]:
    """(letter, another letter of the same meaning) of a file Unihan_Variants.txt, in both directions."""
    for code, name, value in _FIELD.findall(text):
        if name in _SAME:
            for other in _OTHER.findall(value):
                yield chr(int(code, 16)), chr(int(other, 16))
                yield chr(int(other, 16)), chr(int(code, 16))
