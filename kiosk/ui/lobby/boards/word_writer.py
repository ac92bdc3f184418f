"""Writing a name or a place: the reading first, then its kanji; what needs none is written as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.letters import check_kana
from kiosk.model.names import kana_name
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
        self._heard: str | None = ""  # the reading of what is written; None where its letters were found in another way
        self._asked: tuple[str, str | None] = ("", "")  # what stood before the last reading, and how that is read
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
        self._text, self._heard = begun, None if begun else reading
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
            self._hear(self.board.text)
            self.choice.ask(self.board.text, self._kinds, begun=self.text)
            self.board.set_text("")
            self._show(reading=False)

    def _take(self) -> None:
        """Letters, digits or kana as they stand."""
        if self.board.text:
            self._hear(self.board.text)
            text = self.text + self.board.text
            self.board.set_text("")
            self.write(text)
            self._show(reading=True)

    def _chosen(self, text: str) -> None:
        if not text.startswith(self._asked[0]):
            self._heard = None
        self.write(text)

    # ---- its reading -----------------------------------------------------------------------------------------------
    @property
    def heard(self) -> str:
        """The kana of everything that is written; "" where it is not known, or its kanji are still being chosen."""
        known = self._heard if self.text and not self.choice.open else ""
        return known if known and not check_kana(kana_name(known)) else ""

    def _hear(self, reading: str) -> None:
        self._asked = (self.text, self._heard)
        if self._heard is not None:
            apart = self.text.endswith(SPACE) or reading[:1].isspace()
            self._heard = f"{self._heard}{SPACE if apart else ''}{reading.strip()}"

    def _read_again(self) -> None:
        """Another reading for what is not written yet, or a further word; kanji found under another one tell none."""
        if self.choice.open:
            before, heard = self._asked
            self._heard = heard if self.text == before else None
        self.board.set_text(self.choice.open.replace(SPACE, ""))
        self._show(reading=True)

    def type(self, letters: str) -> None:
        """A keyboard writes where the reading is, or after what was chosen."""
        if not self.reading:
            self._heard = None
        (self.board if self.reading else self.choice).type(letters)

    def delete(self) -> None:
        """Take back where one is."""
        (self.board if self.reading else self.choice).delete()

    def _take_back(self, much: str) -> None:
        """The last letter of what stands already, or all of it."""
        if self.text:
            self._heard = "" if much == ALL else None
            self.write("" if much == ALL else "".join(clusters(self.text)[:-1]))
            self._show(reading=True)

    def wipe(self) -> None:
        """Nothing of the name or its reading."""
        self._heard, self._asked = "", ("", "")
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
