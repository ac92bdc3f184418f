"""An answer without a keyboard: the boards of the terminal over the page, one question after another."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import Action, Answer, Hold, Put
from kiosk.flow.lobby.actions import Onward, Say, SayValue
from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.answering import Answering, Said
from kiosk.ui.lobby.boards.digits import SecretPad
from kiosk.ui.lobby.kit import BoardKit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import Panel, pressed


class BoardPage(Panel):
    """Lies over its `parent`. `acted` carries what was said, `next` the path from which the next question is wanted,
    `over` that the keyboard is used again, `secret` the digits of a card.
    """

    acted = Signal(object)
    next = Signal(str)
    over = Signal()
    secret = Signal(str)

    def __init__(self, kit: Kit, boards: BoardKit, parent: QWidget | None) -> None:
        super().__init__(kit, pad=8)
        self.setParent(parent)
        self._kit, words = kit, kit.words
        self.title, self.who = GlyphLabel(kit, bold=True), GlyphLabel(kit, level=Level.DENSE)
        self.issue, self.answering = Message(kit), Answering(boards)
        self.pin = SecretPad(boards, name=words("board-pin"), count=4)
        self.onward = Button(kit, words("board-onward"), rank=Rank.PRIMARY, level=Level.CHROME)
        self.hold, self.close_button = self._small("hold"), self._small("board-over")
        self.none = self._small("none-of-them")
        acts = (self.close_button, self.hold, self.none, self.onward)
        self._acts = flow(*acts, gap=kit.look.dp(12), align_right=True)
        for widget in (self.who, self.title, self.issue, self.answering, self.pin, self._acts):
            self.column.addWidget(widget, 1 if widget in {self.answering, self.pin} else 0)
        self._connect()
        self.hide()

    def _small(self, key: str) -> Button:
        return Button(self._kit, self._kit.words(key), level=Level.CHROME)

    def _connect(self) -> None:
        pressed(self.onward, self._onward)
        pressed(self.hold, self._hold)
        pressed(self.none, self.answering.nothing.click)
        pressed(self.close_button, self.over.emit)
        self.answering.done.connect(self._onward)
        self.answering.none.connect(self._say)
        self.answering.absent.connect(self._hold)
        self.pin.done.connect(self._onward)

    @property
    def question(self) -> QuestionView | None:
        """The question on the board."""
        return self.answering.question

    def lie(self, room: QRect) -> None:
        """Over this part of the parent."""
        self.setGeometry(room)

    def ask(self, view: QuestionView, *, who: str) -> None:
        """Show the board of a question."""
        self._show(pin=False)
        self.title.set_text(view.ask or view.label)
        self._named(who)
        self.answering.ask(view)
        self.none.setVisible(not self.answering.nothing.isHidden())
        self.answering.nothing.hide()  # it stands with the ways on: the board needs its room
        self.issue.set(view.issue if view.state is QuestionState.WRONG else "")
        first = self.answering.first()
        if first is not None:
            first.setFocus()

    def ask_secret(self, *, name: str, count: int) -> None:
        """Show the pad for the digits of a card."""
        self._show(pin=True)
        self.title.set_text(name)
        self._named("")
        self.issue.set("")
        self.pin.limit(count)
        self.pin.clear()
        self.pin.first().setFocus()

    def _show(self, *, pin: bool) -> None:
        self.answering.setVisible(not pin)
        self.pin.setVisible(pin)
        for button in (self.hold, self.none):
            button.setVisible(not pin)
        self.show()
        self.raise_()

    def _named(self, who: str) -> None:
        self.who.set_text(who)
        self.who.setVisible(bool(who))

    def renew(self, view: QuestionView | None) -> None:
        """What the visit made of it."""
        if view is None:
            self.answering.clear()  # it is asked no more
            return
        if self.question is None or view.path != self.question.path:
            return
        self.answering.ask(view)
        self.issue.set(view.issue if view.state is QuestionState.WRONG else "")

    def _onward(self) -> None:
        if self.pin.isVisible():
            digits = self.pin.text
            self.wipe()
            self.secret.emit(digits)
            return
        said = self.answering.said()
        if said is not None:
            self._say(said)

    def _say(self, said: Said) -> None:
        """Say it, and go on from an answer; with none, or one that cannot be read, stay."""
        view = self.question
        if view is None:
            return
        match said:
            case Say(text=""):
                self.issue.set(self._kit.words("answer-none"))
                return
            case Say():
                self._act(Answer(path=view.path, text=said.text))
            case SayValue():
                self._act(Put(path=view.path, value=said.value))
            case Onward():
                pass
        now = self.question
        if now is None or now.state not in {QuestionState.OPEN, QuestionState.WRONG}:
            self.next.emit(view.path)

    def _act(self, action: Action) -> None:
        self.acted.emit(action)

    def _hold(self) -> None:
        if self.question is not None:
            path = self.question.path
            self._act(Hold(path=path))
            self.next.emit(path)

    def wipe(self) -> None:
        """Nothing of it stays."""
        self.answering.clear()
        self.pin.wipe()
        for label in (self.title, self.who):
            label.set_text("")
        self.issue.set("")
        self.hide()
