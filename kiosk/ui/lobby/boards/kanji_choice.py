"""Choosing the kanji of a reading: a word at once, then its rest, or letter by letter; what is not there is said."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.model.writing import NameKind, Offer
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.boards.strip import TextStrip
from kiosk.ui.lobby.boards.tray import Slot, beside, down_for, under
from kiosk.ui.lobby.ports import Readings
from kiosk.ui.widgets.lettering import clusters

_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_HIRAGANA = {code + 0x60: code for code in range(0x3041, 0x3097)}
SPACE = "\u3000"


class KanjiChoice(Board):
    """`ask(reading, kinds)` begins; the text grows part by part. `absent()`: the right letter is not among them.

    A reading of two words (氏 and 名) is asked for one after the other, each in its kind; the last kind serves all
    further words. `reread()`: somebody wants to look for it under another reading.
    """

    absent = Signal()
    reread = Signal()

    def __init__(self, kit: Kit, readings: Readings, *, name: str = "") -> None:
        super().__init__(kit)
        self._readings = readings
        self._parts: list[tuple[str, str, str]] = []  # what was chosen, and the rest of the reading before and after
        self._words: list[str] = []
        self._kinds: tuple[NameKind, ...] = ("family", "given")
        self._letters, self._shapes = False, False
        self.strip = TextStrip(kit, name=name)
        self.taking_back = pressed_with(self._act("board-take-back"), self.delete)
        self.offers = Paged(kit)
        self.singly = pressed_with(self._act("board-letter-by-letter"), self._by_letter)
        self.shaping = pressed_with(self._act("board-other-shapes"), self._other_shapes)
        self.hiragana = pressed_with(self._act("board-in-hiragana"), partial(self._as_read, _HIRAGANA))
        self.katakana = pressed_with(self._act("board-in-katakana"), partial(self._as_read, _KATAKANA))
        self.rereading = pressed_with(self._act("board-other-reading"), self.reread.emit)
        self.missing = pressed_with(self._act("board-not-here"), self.absent.emit)
        head = beside(kit, Slot(self.strip, 6), Slot(self.taking_back, 1, 120, 220))
        first, second = (self.singly, self.shaping, self.hiragana), (self.katakana, self.rereading, self.missing)
        self._in_a_row, self._in_two = ((*first, *second),), (first, second)
        self._acts = KeyGrid(kit, self._in_a_row, most=(400, 88))
        self.fill(under(kit, Slot(head, 1, 56, 88), Slot(self.offers, 6), Slot(self._acts, 1, 64, 186)))

    def _act(self, key: str) -> Key:
        return Key(self.kit, self.kit.words(key), tone=Tone.ACT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What acts stands in two rows where there is height for it."""
        self._acts.set_rows(self._in_two if down_for(self.size()) else self._in_a_row)
        super().resizeEvent(event)

    def ask(self, reading: str, kinds: tuple[NameKind, ...] = ("family", "given"), *, begun: str = "") -> None:
        """Begin with a reading in kana; `begun` is what stands already."""
        self._words, self._kinds, self._parts = reading.split(), kinds, []
        self._text, self._letters, self._shapes = begun, False, False
        self._ask()

    @property
    def open(self) -> str:
        """The kana of which nothing has been chosen yet."""
        return SPACE.join(self._words)

    # ---- what is offered -------------------------------------------------------------------------------------------
    def _kind(self) -> NameKind:
        """The kind of the word that is being written: the first of what there was, the last for all later ones."""
        return self._kinds[min(self.text.count(SPACE), len(self._kinds) - 1)]

    def _found(self) -> Sequence[Offer]:
        if self._shapes:
            return [Offer(shape, 0) for shape in self._readings.shapes(clusters(self.text)[-1])]
        if not self._words:
            return ()
        reading = self._words[0]
        return self._readings.letters(reading) if self._letters else self._readings.offers(reading, kind=self._kind())

    def _ask(self) -> None:
        found = self._found()
        self.offers.offer([offer.text for offer in found], lambda at: self._key(found[at]))
        for key in (self.singly, self.hiragana, self.katakana):
            key.setVisible(bool(self._words))
        self.singly.set_text(self.kit.words("board-whole-words" if self._letters else "board-letter-by-letter"))
        self.show_text()

    def _key(self, offer: Offer) -> Key:
        rest = self._words[0][offer.covers :] if self._words and offer.covers else ""
        name = self.kit.words("board-offer-rest", text=offer.text, rest=rest) if rest else offer.text
        key = pressed_with(Key(self.kit, offer.text, name=name), partial(self._choose, offer))
        key.enters, key.grows = True, self._letters or self._shapes  # beside words a letter is no larger than they
        return key

    # ---- what is chosen --------------------------------------------------------------------------------------------
    def _choose(self, offer: Offer) -> None:
        if self._shapes:
            self._shapes = False
            self._commit("".join(clusters(self.text)[:-1]) + offer.text, self.open)
            return
        rest = SPACE.join([self._words[0][offer.covers :], *self._words[1:]])
        new_word = not self._words[0][offer.covers :] and len(self._words) > 1
        self._commit(self.text + offer.text + (SPACE if new_word else ""), rest)

    def _as_read(self, letters: dict[int, int]) -> None:
        """The word as it is read, in hiragana or in katakana."""
        more = SPACE if len(self._words) > 1 else ""
        self._commit(self.text + self._words[0].translate(letters) + more, SPACE.join(self._words[1:]))

    def _commit(self, text: str, rest: str) -> None:
        self._parts.append((self.text, self.open, text))
        self._words = rest.split()
        self._text = text
        self._ask()
        self.changed.emit(self.text)

    def delete(self) -> None:
        """Take back what was chosen last, its reading is open again."""
        if self._shapes:
            self._shapes = False
            self._ask()
        elif self._parts:
            text, rest, _ = self._parts.pop()
            self._words, self._text = rest.split(), text
            self._ask()
            self.changed.emit(text)
        else:
            super().delete()
            self._ask()

    def _by_letter(self) -> None:
        self._letters, self._shapes = not self._letters, False
        self._ask()

    def _other_shapes(self) -> None:
        """Other shapes of the letter that was chosen last."""
        if self.text.strip() and not self.text.endswith(SPACE):
            self._shapes = True
            self._ask()

    def show_text(self) -> None:
        """What is chosen, and what is still to be written."""
        self.strip.show_text(self.text, rest=self.open)

    def wipe(self) -> None:
        """Nothing of the reading, of what was chosen or of what was offered."""
        self._parts, self._words, self._letters, self._shapes = [], [], False, False
        super().wipe()
        self._ask()

    def type(self, letters: str) -> None:
        """Letters of a keyboard or its input method stand as they are."""
        self._commit(self.text + letters, self.open)

    def first(self) -> QWidget:
        """The first candidate."""
        return next(iter(self.offers.on_page), self.strip)

    def groups(self) -> list[list[QWidget]]:
        """Taking back, the candidates, what else can be done."""
        return [[self.taking_back], *self.offers.groups(), *self._acts.groups()]
