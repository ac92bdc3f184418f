"""Writing a name or a place: the reading first, then its kanji; what needs none is written as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.writing import NameKind
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.kana_board import ALL, KanaBoard
from kiosk.ui.lobby.boards.kanji_choice import SPACE, KanjiChoice
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.tray import Slot, under
from kiosk.ui.lobby.ports import Readings
from kiosk.ui.widgets.lettering import clusters


class WordWriter(Board):
    """`begin(reading)` goes straight to the kanji where a reading is known. `absent()`: the letter is not there."""

    absent = Signal()

    def __init__(
        self, kit: Kit, readings: Readings, *, name: str = "", kinds: tuple[NameKind, ...] = ("family", "given")
    ) -> None:
        super().__init__(kit)
        self._kinds = kinds
        self.to_kanji = pressed_with(Key(kit, kit.words("board-to-kanji"), tone=Tone.ACT), self._choose)
        self.as_written = pressed_with(Key(kit, kit.words("board-as-written"), tone=Tone.ACT), self._take)
        self.board = KanaBoard(kit, name=name, acts=(self.to_kanji, self.as_written))
        self.choice = KanjiChoice(kit, readings, name=name)
        self.fill(under(kit, Slot(self.board), Slot(self.choice)))
        self.choice.reread.connect(self._read_again)
        self.choice.absent.connect(self.absent)
        self.choice.changed.connect(self._chosen)
        self.board.done.connect(self._choose)
        self.board.beyond.connect(self._take_back)
        self.choice.done.connect(self.done)
        self._show(reading=True)

    def begin(self, reading: str = "", *, begun: str = "") -> None:
        """A reading in kana that is known already, and what stands already."""
        self._text = begun
        if reading.strip():
            self.choice.ask(reading, self._kinds, begun=begun)
        self._show(reading=not reading.strip())

    def set_text(self, text: str) -> None:
        """Begin from a text."""
        self.begin(begun=text)

    @property
    def reading(self) -> bool:
        """Whether the reading is being written, and not its kanji."""
        return not self.board.isHidden()

    def _show(self, *, reading: bool) -> None:
        self.board.setVisible(reading)
        self.choice.setVisible(not reading)
        self.board.before = self.text
        self.board.show_text()
        self.lay()

    def _choose(self) -> None:
        if self.board.text.strip():
            self.choice.ask(self.board.text, self._kinds, begun=self.text)
            self.board.set_text("")
            self._show(reading=False)

    def _take(self) -> None:
        """Letters, digits or kana as they stand."""
        if self.board.text:
            text = self.text + self.board.text
            self.board.set_text("")
            self.write(text)
            self._show(reading=True)

    def _chosen(self, text: str) -> None:
        self.write(text)

    def _read_again(self) -> None:
        """Another reading for what is not written yet, or a further word."""
        self.board.set_text(self.choice.open.replace(SPACE, ""))
        self._show(reading=True)

    def type(self, letters: str) -> None:
        """A keyboard writes where the reading is, or after what was chosen."""
        (self.board if self.reading else self.choice).type(letters)

    def delete(self) -> None:
        """Take back where one is."""
        (self.board if self.reading else self.choice).delete()

    def _take_back(self, much: str) -> None:
        """The last letter of what stands already, or all of it."""
        if self.text:
            self.write("" if much == ALL else "".join(clusters(self.text)[:-1]))
            self._show(reading=True)

    def wipe(self) -> None:
        """Nothing of the name or its reading."""
        self.board.wipe()
        self.choice.wipe()
        super().wipe()
        self._show(reading=True)

    def first(self) -> QWidget:
        """Where writing goes on."""
        return self.board.first() if self.reading else self.choice.first()

    def groups(self) -> list[list[QWidget]]:
        """The board and what follows it, or the candidates."""
        return self.board.groups() if self.reading else self.choice.groups()
