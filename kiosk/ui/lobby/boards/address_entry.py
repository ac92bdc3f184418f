"""An address step by step: postal code, place, number, building; or written by oneself from the beginning."""

import enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.address import Address, with_number
from kiosk.model.address_parts import revised
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.lot_board import LotBoard
from kiosk.ui.lobby.boards.postal_pad import PostalPad
from kiosk.ui.lobby.boards.tray import Slot, under
from kiosk.ui.lobby.boards.word_writer import WordWriter
from kiosk.ui.lobby.ports import Readings
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel


class Step(enum.Enum):
    """What is given now."""

    POSTAL = "postal"
    LOT = "lot"
    BUILDING = "building"
    SELF = "self"


_AFTER = {Step.POSTAL: None, Step.LOT: Step.BUILDING, Step.BUILDING: None, Step.SELF: None}
_BEFORE = {Step.POSTAL: None, Step.LOT: Step.POSTAL, Step.BUILDING: Step.LOT, Step.SELF: Step.POSTAL}


class AddressEntry(Board):
    """`put(Address)` after every change; `absent()` as of a name. 次へ and 戻る first ask `forward` and `back`.

    What is put has the parts of the postal list and what was added to them, or, written by oneself, the text alone:
    the visit finds the parts in it.
    """

    put = Signal(object)
    absent = Signal()
    stepped = Signal()

    def __init__(self, kit: Kit, readings: Readings, *, name: str = "") -> None:
        super().__init__(kit)
        self.address, self.step = Address(text=""), Step.POSTAL
        self._readings, self._name = readings, name
        self.so_far = GlyphLabel(kit, level=Level.DENSE)
        self.postal = PostalPad(kit, name=kit.words("board-address-postal", name=name))
        self.lot = LotBoard(kit, name=kit.words("board-address-lot", name=name))
        self.other_way = pressed_with(Key(kit, kit.words("board-write-myself"), tone=Tone.ACT), self._write)
        self._boards: dict[Step, Board] = {Step.POSTAL: self.postal, Step.LOT: self.lot}
        self._foot = KeyGrid(kit, ((self.other_way,),), most=(720, 80))
        slots = [Slot(board, 8) for board in self._boards.values()]
        self._tray = under(kit, Slot(self.so_far, 0), *slots, Slot(self._foot, 1, 56, 80))
        self.fill(self._tray)
        self.postal.chosen.connect(self._choose)
        self.lot.changed.connect(self._number)
        for board in self._boards.values():
            board.done.connect(self.done)
        self._show()

    def _board(self, step: Step) -> Board:
        """The board of a step; those to write on are made when they are reached: most people need one of them."""
        if step not in self._boards:
            board = self._writer(step)
            board.done.connect(self.done)
            board.absent.connect(self.absent)
            self._boards[step] = board
            self._tray.add(Slot(board, 8))
        return self._boards[step]

    def _writer(self, step: Step) -> WordWriter:
        name = self.kit.words("board-address-building", name=self._name) if step is Step.BUILDING else self._name
        writer = WordWriter(self.kit, self._readings, name=name, kinds=("place",))
        writer.set_text(self._written(step))
        writer.changed.connect(self._called if step is Step.BUILDING else self._said)
        return writer

    def _written(self, step: Step) -> str:
        return self.address.building if step is Step.BUILDING else ("" if self.address.town else self.address.text)

    # ---- going through it ------------------------------------------------------------------------------------------
    def begin(self, address: Address | None = None) -> None:
        """From the beginning, or with what is known already: then at its number."""
        self.address = address or Address(text="")
        self.postal.set_text("")
        self.lot.set_text(self.address.number)
        self._rewrite()
        self.go(Step.LOT if self.address.town else (Step.SELF if self.address.text else Step.POSTAL))

    def _rewrite(self) -> None:
        """What has been made to write on begins from the address."""
        for step, board in self._boards.items():
            if isinstance(board, WordWriter):
                board.set_text(self._written(step))

    def forward(self) -> bool:
        """Go to the next step; False when there is none, or nothing has been given here yet."""
        after = _AFTER[self.step]
        if after is None or (self.step is Step.LOT and not self.lot.text):
            return False
        self.go(after)
        return True

    def back(self) -> bool:
        """Go to the step before; False at the first."""
        before = _BEFORE[self.step]
        if before is not None:
            self.go(before)
        return before is not None

    def go(self, step: Step) -> None:
        """Show a step."""
        self.step = step
        self._show()
        self.stepped.emit()

    def _write(self) -> None:
        self.go(Step.SELF)

    def _show(self) -> None:
        shown = self._board(self.step)
        for board in self._boards.values():
            board.setVisible(board is shown)
        asking = self.step is not Step.POSTAL  # the pad of the postal code says itself what to do
        ask = self.kit.words(f"board-address-{self.step.value}-ask") if asking else ""
        self.so_far.set_text(f"{self.address.area}\n{ask}" if self.step is Step.LOT else ask)
        self.so_far.setVisible(asking)
        self._foot.setVisible(not asking)
        self.lay()
        self.updateGeometry()

    # ---- what is given ---------------------------------------------------------------------------------------------
    def _choose(self, area: Address) -> None:
        self.address = area.model_copy(update={"text": area.area})
        self.lot.set_text("")
        self._rewrite()
        self.put.emit(self.address)
        self.go(Step.LOT)

    def _number(self, number: str) -> None:
        self._give(with_number(self.address, number=number))

    def _give(self, address: Address) -> None:
        written = self._boards.get(Step.BUILDING)
        building = written.text if written is not None else self.address.building
        self.address = revised(address.model_copy(update={"building": ""}), building=building) if building else address
        self.put.emit(self.address)

    def _called(self, _building: str) -> None:
        self._give(with_number(self.address.model_copy(update={"building": ""}), number=self.address.number))

    def _said(self, text: str) -> None:
        self.address = Address(text=text)
        self.put.emit(self.address)

    @property
    def text(self) -> str:
        """The address as one text."""
        return self.address.text

    def type(self, letters: str) -> None:
        """A keyboard writes into the step."""
        self._board(self.step).type(letters)

    def delete(self) -> None:
        """Take back in the step."""
        self._board(self.step).delete()

    def wipe(self) -> None:
        """Nothing of the address."""
        self.address = Address(text="")
        for board in self._boards.values():
            board.wipe()
        super().wipe()
        self.step = Step.POSTAL
        self._show()

    def first(self) -> QWidget:
        """Where the step begins."""
        return self._board(self.step).first()

    def groups(self) -> list[list[QWidget]]:
        """The step's board, then the other way."""
        foot: list[list[QWidget]] = [[self.other_way]] if self.step is Step.POSTAL else []
        return [*self._board(self.step).groups(), *foot]
