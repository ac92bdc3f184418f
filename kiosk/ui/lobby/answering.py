"""The board that answers a question, whoever asks it: a terminal, or a counter without a keyboard."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.lobby.actions import Onward, Say, SayValue
from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.address import Address
from kiosk.model.vocabulary import Type
from kiosk.ui.lobby.boards.address_entry import AddressEntry
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.choices import BigChoices, YesNo
from kiosk.ui.lobby.boards.date_pad import DatePad
from kiosk.ui.lobby.boards.digits import DigitsPad, NumberPad, PhonePad
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.kana_board import KanaBoard
from kiosk.ui.lobby.boards.key import GAP, Key, Tone
from kiosk.ui.lobby.boards.word_writer import WordWriter
from kiosk.ui.lobby.kit import BoardKit
from kiosk.ui.tokens import TOUCH
from kiosk.ui.widgets.panels import column

_PARTS = ("year", "month", "day")
_SEVERAL = frozenset({Type.CODES, Type.PERSONS})
Said = Say | SayValue | Onward


class Answering(QWidget):
    """The board that fits the question; what stands already stands on it.

    `done`: Enter was pressed on it. `none`: なし was, which is an answer. `absent`: a letter is not there.
    `reshaped`: another part of the board is seen.
    """

    done = Signal()
    none = Signal(object)
    absent = Signal()
    reshaped = Signal()

    def __init__(self, kit: BoardKit) -> None:
        super().__init__()
        self.kit = kit
        self.question: QuestionView | None = None
        self.board: Board | None = None
        self._touched = False
        self._value: Address | None = None
        self._place: QVBoxLayout = column(gap=kit.look.dp(GAP))
        self.setLayout(self._place)
        self.nothing = pressed_with(Key(kit, kit.words("lobby-none"), tone=Tone.ACT), self._none)
        self.nothing.setFixedHeight(kit.look.dp(TOUCH))
        self._place.addWidget(self.nothing)

    # ---- showing ---------------------------------------------------------------------------------------------------
    def ask(self, question: QuestionView) -> None:
        """Another question has another board; the same question again keeps what was typed."""
        if self.question is not None and self.question.path == question.path:
            self.question = question
            return
        self.clear()
        self.question = question
        self.board = self._made(question)
        self.board.done.connect(self.done)
        self.board.changed.connect(self._touch)
        self._place.insertWidget(0, self.board, 1)
        self.board.show()  # else it takes no room before the event loop comes round
        self.nothing.setVisible(question.none or (question.type in _SEVERAL and not question.some))
        self.updateGeometry()  # else a page that is not seen yet needs what it needed without the board

    # ---- boards ----------------------------------------------------------------------------------------------------
    def _made(self, question: QuestionView) -> Board:
        make = self._maker(question.type)
        board = make(question)
        begun = question.state in {QuestionState.ANSWERED, QuestionState.SAID, QuestionState.WRONG}
        if begun and not isinstance(board, BigChoices | AddressEntry) and question.text:
            board.set_text(question.text)
        return board

    def _maker(self, kind: Type) -> Callable[[QuestionView], Board]:
        match kind:
            case Type.BOOL:
                return self._yes_no
            case Type.CODE | Type.PERSON | Type.RELATION | Type.CODES | Type.PERSONS:
                return self._choices
            case Type.ADDRESS:
                return self._address
            case Type.DATE:
                return lambda view: DatePad(self.kit, parts=_PARTS[:2] if view.month else _PARTS)
            case Type.KANA:
                return lambda view: KanaBoard(self.kit, name=view.label)
            case Type.INT | Type.DIGITS | Type.PHONE:
                return self._digits
            case Type.NAME | Type.TEXT | Type.SIGNATURE:
                return self._words
            case _:
                assert_never(kind)

    def _yes_no(self, view: QuestionView) -> Board:
        return self._choosing(YesNo(self.kit, now=view.value if isinstance(view.value, bool) else None))

    def _choices(self, view: QuestionView) -> Board:
        several = view.type in _SEVERAL
        now = view.value if isinstance(view.value, tuple) else (str(view.value),) if view.value is not None else ()
        return self._choosing(BigChoices(self.kit, view.choices, several=several, now=now))

    def _choosing(self, board: BigChoices) -> Board:
        board.chosen.connect(lambda _code: self._touch())
        board.picked.connect(lambda _codes: self._touch())
        return board

    def _address(self, view: QuestionView) -> Board:
        entry = AddressEntry(self.kit, self.kit.readings, name=view.label)
        entry.begin(view.value if isinstance(view.value, Address) else None)
        entry.put.connect(self._put)
        entry.absent.connect(self.absent)
        entry.stepped.connect(self.reshaped)
        return entry

    def _digits(self, view: QuestionView) -> Board:
        if view.type is Type.PHONE:
            return PhonePad(self.kit, name=view.label)
        if view.type is Type.INT:
            return NumberPad(self.kit, name=view.label)
        return DigitsPad(self.kit, name=view.label, count=view.digits)

    def _words(self, view: QuestionView) -> Board:
        kinds = ("family", "given") if view.type is Type.NAME else ("place",)
        writer = WordWriter(self.kit, self.kit.readings, name=view.label, kinds=kinds)  # type: ignore[arg-type]
        writer.absent.connect(self.absent)
        return writer

    # ---- answering -------------------------------------------------------------------------------------------------
    def _touch(self, _text: str = "") -> None:
        self._touched = True

    def _put(self, address: Address) -> None:
        self._touched, self._value = True, address

    def said(self) -> Said | None:
        """What stands on the board; what stood there before is left as it is. None after a step inside an address."""
        board = self.board
        if isinstance(board, AddressEntry) and self._touched and board.forward():
            return None
        stands = self.question is not None and self.question.state in {QuestionState.ANSWERED, QuestionState.SAID}
        if stands and not self._touched:
            return Onward()
        if isinstance(board, AddressEntry):
            return SayValue(value=self._value) if self._value is not None else Say(text="")
        if isinstance(board, BigChoices):
            return self._chosen(board)
        if isinstance(board, WordWriter):
            return Say(text=board.text, reading=board.heard)
        return Say(text=board.text if board is not None else "")

    def _chosen(self, board: BigChoices) -> Said:
        """Codes are answers; nobody of several is an answer, too, once somebody has touched it."""
        if board.several:
            return SayValue(value=board.codes) if self._touched else Say(text="")
        code = next(iter(board.codes), "")
        if isinstance(board, YesNo):
            return SayValue(value=code == "true") if code else Say(text="")
        return Say(text=code)

    def _none(self) -> None:
        """なし is an answer: none of several, or an empty text."""
        several = self.question is not None and self.question.type in _SEVERAL
        self.none.emit(SayValue(value=() if several else ""))

    def back(self) -> bool:
        """A step inside an address."""
        return isinstance(self.board, AddressEntry) and self.board.back()

    # ---- around it -------------------------------------------------------------------------------------------------
    def first(self) -> QWidget | None:
        """Where the board begins."""
        return self.board.first() if self.board is not None else None

    def groups(self) -> list[list[QWidget]]:
        """The board's own."""
        nothing: list[list[QWidget]] = [[self.nothing]] if not self.nothing.isHidden() else []
        return [*self.board.groups(), *nothing] if self.board is not None else []

    def clear(self) -> None:
        """No question, no answer."""
        self._touched, self._value, self.question = False, None, None
        if self.board is not None:
            self.board.wipe()
            self._place.removeWidget(self.board)
            self.board.hide()
            self.board.setParent(None)
            self.board.deleteLater()
            self.board = None
