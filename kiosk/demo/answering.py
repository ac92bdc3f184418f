"""How a resident's finger answers on each board of the terminal: which keys it touches, one after the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.demo.finger import Finger, named
from kiosk.model.letters import to_digits
from kiosk.ui.lobby.boards import layouts
from kiosk.ui.lobby.boards.address_entry import AddressEntry, Step
from kiosk.ui.lobby.boards.choices import BigChoices
from kiosk.ui.lobby.boards.date_pad import DatePad
from kiosk.ui.lobby.boards.digits import DigitsPad, NumberPad
from kiosk.ui.lobby.boards.kana_board import KanaBoard
from kiosk.ui.lobby.boards.word_writer import WordWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.ui.lobby.boards.grid import KeyGrid
    from kiosk.ui.lobby.boards.kanji_choice import KanjiChoice

_DATE = re.compile(r"(明治|大正|昭和|平成|令和)(\d+|元)年(\d+)月(?:(\d+)日)?.*")
_LOT = re.compile(r"\d+|丁目|番地|番|号|の|-")
_HIRAGANA = {code + 0x60: code for code in range(0x3041, 0x3097)}


def choose(finger: Finger, board: BigChoices, labels: Sequence[str]) -> None:
    """Touch each of these."""
    for label in labels:
        finger.offered(board.pages, label)


def write_date(finger: Finger, board: DatePad, wareki: str) -> None:
    """The era, then the digits of every box."""
    found = _DATE.match(wareki)
    if found is None:
        return
    era, *numbers = found.groups()
    finger.press(board.eras[era])
    for part, digits in zip(board.boxes, numbers, strict=False):
        if not board.boxes[part].isChecked():
            finger.press(board.boxes[part])
        if digits == board.first_year.text():
            finger.press(board.first_year)
        else:
            write(finger, board.pad, digits)


def write_digits(finger: Finger, board: DigitsPad | NumberPad, digits: str) -> None:
    """Digit by digit, over what stood there."""
    if board.text and isinstance(board, DigitsPad):
        finger.press(board.clearing)
    if digits != board.text:
        write(finger, board.pad, digits)


def write(finger: Finger, keys: KeyGrid, text: str) -> None:
    """Each sign that has a key of its own."""
    for sign in text:
        key = named(keys.keys, sign)
        if key is not None:
            finger.press(key)


def write_kana(finger: Finger, board: KanaBoard, kana: str) -> None:
    """Kana by kana, with the keys that turn them; a space between the words."""
    for letter in kana.translate(_HIRAGANA):
        for sign in _signs(layouts.SPACE if letter.isspace() else letter):
            key = named(board.grid.keys, board.kit.words("board-space") if sign.isspace() else sign)
            if key is not None:
                finger.press(key)


def _signs(letter: str) -> Iterator[str]:
    """The keys of a kana: か and ゛ for が."""
    kana = {sign for row in layouts.kana(from_right=True) for sign in row}
    if letter in kana:
        yield letter
        return
    found = next(((sign, turn) for sign in kana if sign for turn in layouts.TURNS if _turns(sign, turn, letter)), ())
    yield from found


def _turns(sign: str, turn: str, letter: str) -> bool:
    return not sign.isspace() and layouts.turned(sign, turn) == letter


def write_words(finger: Finger, board: WordWriter, text: str, *, reading: str) -> None:
    """The reading, then its kanji until the text stands; where they are not offered, the kana stand as they are."""
    write_kana(finger, board.board, reading)
    if text.translate(_HIRAGANA) == reading.translate(_HIRAGANA):
        finger.press(board.as_written)
        return
    finger.press(board.to_kanji)
    while board.choice.open and _part(finger, board.choice, text):
        pass


def _part(finger: Finger, choice: KanjiChoice, text: str) -> bool:
    """The longest candidate with which the text goes on; else letter by letter; False where there is none."""
    for _ in range(2):
        for _ in range(choice.offers.pages):
            rest = text[len(choice.text) :]
            fit = [key for key in choice.offers.on_page if rest.startswith(key.text())]
            if fit:
                finger.press(max(fit, key=lambda key: len(key.text())))
                return True
            if choice.offers.pages > 1:
                finger.press(choice.offers.after)
        finger.press(choice.singly)
    return False


def write_address(finger: Finger, board: AddressEntry, *, postal: str, town: str, lot: str) -> None:
    """The postal code, its town and the number; the page asks for the building then."""
    if board.step is Step.POSTAL:
        write_digits(finger, board.postal, postal)
        shown = [key for key in board.postal.towns.on_page if key.text().endswith(town)]
        finger.press(shown[0] if shown else board.postal.towns.on_page[0])
    for sign in _LOT.findall(to_digits(lot)):
        key = named(board.lot.words.keys, sign)
        if key is not None:
            finger.press(key)
        else:
            write(finger, board.lot.pad, sign)
