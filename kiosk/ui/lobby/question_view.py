"""One question, with the board that answers it."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.lobby.actions import LobbyAction, Onward, PutOff, Say, SayValue
from kiosk.flow.lobby.pages import LobbyPage
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
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.tokens import TOUCH
from kiosk.ui.widgets.panels import column

_PARTS = ("year", "month", "day")
_SEVERAL = frozenset({Type.CODES, Type.PERSONS})


class AskView(LobbyView):
    """The board that fits the question; what stands already stands on it."""

    unsure_key = "lobby-put-off"

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self._question: QuestionView | None = None
        self.board: Board | None = None
        self._touched = False
        self._value: Address | None = None
        self._place: QVBoxLayout = column(gap=kit.look.dp(GAP))
        self.setLayout(self._place)
        self.nothing = pressed_with(Key(kit, kit.words("lobby-none"), tone=Tone.ACT), self._none)
        self.nothing.setFixedHeight(kit.look.dp(TOUCH))
        self._place.addWidget(self.nothing)

    # ---- showing ---------------------------------------------------------------------------------------------------
    def present(self, page: LobbyPage) -> None:
        """Another question has another board; the same question again keeps what was typed."""
        question = page.question
        if question is None or (self._question is not None and self._question.path == question.path):
            self._question = question
            return
        self._clear()
        self._question = question
        self.board = self._made(question)
        self.board.done.connect(self._done)
        self.board.changed.connect(self._touch)
        self._place.insertWidget(0, self.board, 1)
        self.board.show()  # else it takes no room before the event loop comes round
        self.nothing.setVisible(question.none or (question.type in _SEVERAL and not question.some))

    def heading(self, page: LobbyPage) -> str:
        """The question; of several people it names the one it is about."""
        question = page.question
        if question is None:
            return ""
        asked = question.ask or question.label
        return self.kit.words("lobby-about", person=page.about, question=asked) if page.about else asked

    def hint(self, page: LobbyPage) -> str:
        """What is wrong, what a card said, why it is asked, and how many questions are left."""
        question = page.question
        if question is None:
            return ""
        parts = [question.issue]
        if question.state is QuestionState.SAID:
            parts.append(self.kit.words("lobby-said-by-card", text=question.echo or question.text))
        elif question.state is QuestionState.ANSWERED and page.changing:
            parts.append(self.kit.words("lobby-said-before", text=question.echo or question.text))
        left = self.kit.words("lobby-left", n=page.left) if not page.changing else ""
        return "\n".join(part for part in (*parts, left) if part)

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
        entry.absent.connect(self._put_off)
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
        writer.absent.connect(self._put_off)
        return writer

    # ---- answering -------------------------------------------------------------------------------------------------
    def _touch(self, _text: str = "") -> None:
        self._touched = True

    def _put(self, address: Address) -> None:
        self._touched, self._value = True, address

    def _done(self) -> None:
        action = self.onward()
        if action is not None:
            self.acted.emit(action)

    def onward(self) -> LobbyAction | None:
        """What stands on the board; what stood there before is left as it is."""
        board = self.board
        if isinstance(board, AddressEntry) and self._touched and board.forward():
            return None
        stands = self._question is not None and self._question.state in {QuestionState.ANSWERED, QuestionState.SAID}
        if stands and not self._touched:
            return Onward()
        if isinstance(board, AddressEntry):
            return SayValue(value=self._value) if self._value is not None else Say(text="")
        if isinstance(board, BigChoices):
            return self._chosen(board)
        if isinstance(board, WordWriter):
            return Say(text=board.text, reading=board.heard)
        return Say(text=board.text if board is not None else "")

    def _chosen(self, board: BigChoices) -> LobbyAction:
        """Codes are answers; nobody of several is an answer, too, once somebody has touched it."""
        if board.several:
            return SayValue(value=board.codes) if self._touched else Say(text="")
        code = next(iter(board.codes), "")
        if isinstance(board, YesNo):
            return SayValue(value=code == "true") if code else Say(text="")
        return Say(text=code)

    def _put_off(self) -> None:
        """A letter that is not here is written at the counter."""
        self.acted.emit(PutOff())

    def _none(self) -> None:
        """なし is an answer: none of several, or an empty text."""
        several = self._question is not None and self._question.type in _SEVERAL
        self.acted.emit(SayValue(value=() if several else ""))

    def back(self) -> bool:
        """A step inside an address."""
        return isinstance(self.board, AddressEntry) and self.board.back()

    def unsure(self) -> LobbyAction:
        """わからない."""
        return PutOff()

    # ---- around it -------------------------------------------------------------------------------------------------
    def first(self) -> QWidget | None:
        """Where the board begins."""
        return self.board.first() if self.board is not None else None

    def groups(self) -> list[list[QWidget]]:
        """The board's own."""
        nothing: list[list[QWidget]] = [[self.nothing]] if not self.nothing.isHidden() else []
        return [*self.board.groups(), *nothing] if self.board is not None else []

    def _clear(self) -> None:
        self._touched, self._value = False, None
        if self.board is not None:
            self.board.wipe()
            self._place.removeWidget(self.board)
            self.board.hide()
            self.board.setParent(None)
            self.board.deleteLater()
            self.board = None

    def wipe(self) -> None:
        """No question, no answer."""
        self._clear()
        self._question = None
