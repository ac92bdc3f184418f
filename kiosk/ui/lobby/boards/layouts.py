"""Where the letters stand on a board: 五十音 in columns, ABC, digits and signs in rows."""

import enum

Table = tuple[tuple[str, ...], ...]
"""Rows of letters; empty for no key."""

_COLUMNS = (
    *("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも"),
    *("や\0ゆ\0よ", "らりるれろ", "わをんー\u3000"),
)
_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}

SPACE = "\u3000"
VOICED, HALF_VOICED, SMALL = "゛", "゜", "小"
TURNS = ("゛", "゜", "小")
"""Keys that turn the last kana."""


class Sheet(enum.Enum):
    """The sides of the board."""

    KANA = "kana"
    KATAKANA = "katakana"
    LETTERS = "letters"
    DIGITS = "digits"
    SYMBOLS = "symbols"


def kana(*, from_right: bool, katakana: bool = False) -> Table:
    """Five rows of ten columns, あ at the right as on paper or at the left."""
    columns = [column.translate(_KATAKANA) if katakana else column for column in _COLUMNS]
    ordered = columns[::-1] if from_right else columns
    return tuple(tuple("" if column[at] == "\0" else column[at] for column in ordered) for at in range(5))


def latin(*, capital: bool) -> Table:
    """The alphabet in its order, nine in a row, then what stands in names and addresses."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if capital else "abcdefghijklmnopqrstuvwxyz"
    return (tuple(letters[:9]), tuple(letters[9:18]), (*letters[18:], "'"), (" ", "-", ".", ",", "&"))


DIGITS: Table = (tuple("12345"), tuple("67890"), tuple("-－ー・/"))
SYMBOLS: Table = (tuple("々ヶヵノ〆"), tuple("・、。「」"), tuple("（）－＆／"), tuple("①②③④⑤"))

_MARKS = str.maketrans("かきくけこさしすせそたちつてとはひふへほう", "がぎぐげござじずぜぞだぢづでどばびぶべぼゔ")
_UNMARKED = {marked: plain for plain, marked in _MARKS.items()}
_CIRCLES = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_UNCIRCLED = {marked: plain for plain, marked in _CIRCLES.items()}
_SMALLS = str.maketrans("あいうえおつやゆよわ", "ぁぃぅぇぉっゃゅょゎ")
_UNSMALL = {small: large for large, small in _SMALLS.items()}
_FOR = {VOICED: (_MARKS, _UNMARKED), HALF_VOICED: (_CIRCLES, _UNCIRCLED), SMALL: (_SMALLS, _UNSMALL)}


def turned(letter: str, turn: str) -> str:
    """A kana with ゛, with ゜ or small; one that already is loses it; any other letter stays as it is."""
    code = ord(letter)
    katakana = 0x30A1 <= code <= 0x30F6
    plain = code - 0x60 if katakana else code
    there, back = _FOR[turn]
    bare = _UNMARKED.get(plain, _UNCIRCLED.get(plain, plain)) if turn != SMALL else plain
    new = back.get(plain) or there.get(bare) or plain
    return chr(new + 0x60 if katakana else new)


LOT: tuple[str, ...] = ("丁目", "番地", "番", "号", "の", "-")
"""What stands between the digits of a 番地, as it is written on the form in every language."""
