"""One question, with the board that answers it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.lobby.actions import LobbyAction, PutOff
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.flow.pages import QuestionState
from kiosk.model.source import Source
from kiosk.ui.lobby.answering import Answering
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.key import Key
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.widgets.panels import column

_SAID: dict[Source | None, str] = {
    Source.CARD: "lobby-said-by-card",
    Source.SECOND_CARD: "lobby-said-by-card",
    Source.PREENTRY: "lobby-said-at-home",
}


class AskView(LobbyView):
    """The board that fits the question; what stands already stands on it."""

    unsure_key = "lobby-put-off"

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self._answering = Answering(kit)
        self._answering.done.connect(self._done)
        self._answering.none.connect(self.acted)
        self._answering.absent.connect(lambda: self.acted.emit(PutOff()))  # it is written at the counter
        self._answering.reshaped.connect(self.reshaped)
        place: QVBoxLayout = column(self._answering, gap=0)
        self.setLayout(place)

    @property
    def board(self) -> Board | None:
        """The board that is shown."""
        return self._answering.board

    @property
    def nothing(self) -> Key:
        """The key for なし."""
        return self._answering.nothing

    # ---- showing ---------------------------------------------------------------------------------------------------
    def present(self, page: LobbyPage) -> None:
        """Another question has another board; the same question again keeps what was typed."""
        if page.question is not None:
            self._answering.ask(page.question)

    def heading(self, page: LobbyPage) -> str:
        """The question; of several people it names the one it is about."""
        question = page.question
        if question is None:
            return ""
        asked = question.ask or question.label
        return self.kit.words("lobby-about", person=page.about, question=asked) if page.about else asked

    def hint(self, page: LobbyPage) -> str:
        """What is wrong, what a card or the page at home said, why it is asked, and how many questions are left."""
        question = page.question
        if question is None:
            return ""
        parts = [question.issue]
        if question.state is QuestionState.SAID:
            said = _SAID.get(question.source, "lobby-said-before")
            parts.append(self.kit.words(said, text=question.echo or question.text))
        elif question.state is QuestionState.ANSWERED and page.changing:
            parts.append(self.kit.words("lobby-said-before", text=question.echo or question.text))
        left = self.kit.words("lobby-left", n=page.left) if not page.changing else ""
        return "\n".join(part for part in (*parts, left) if part)

    # ---- answering -------------------------------------------------------------------------------------------------
    def _done(self) -> None:
        action = self.onward()
        if action is not None:
            self.acted.emit(action)

    def onward(self) -> LobbyAction | None:
        """What stands on the board; what stood there before is left as it is."""
        return self._answering.said()

    def back(self) -> bool:
        """A step inside an address."""
        return self._answering.back()

    def unsure(self) -> LobbyAction:
        """わからない."""
        return PutOff()

    # ---- around it -------------------------------------------------------------------------------------------------
    def first(self) -> QWidget | None:
        """Where the board begins."""
        return self._answering.first()

    def groups(self) -> list[list[QWidget]]:
        """The board's own."""
        return self._answering.groups()

    def wipe(self) -> None:
        """No question, no answer."""
        self._answering.clear()
