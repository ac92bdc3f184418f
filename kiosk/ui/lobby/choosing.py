"""Pages on which one thing is chosen: what brings somebody here, yes or no, how many, whose a card is."""

from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import Decide, Decision
from kiosk.flow.lobby.actions import AskAfter, Choose, Count, LobbyAction, Turn, Wonder
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.flow.pages import Choice, ProposalView
from kiosk.model.limits import MAX_PERSONS
from kiosk.ui.lobby.boards.choices import BigChoices, YesNo
from kiosk.ui.lobby.boards.digits import NumberPad
from kiosk.ui.lobby.boards.grid import pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.boards.picture_key import PictureKey
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.widgets.panels import column

_STAMP = "stamp"


class PurposeView(LobbyView):
    """What brings the resident here, with pictures; what was filed earlier; and the way for who does not know."""

    onward_key = ""
    unsure_key = "lobby-wonder"

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.keys = Paged(kit, tone=Tone.ACT, tall=88, probe=PictureKey(kit, "", _STAMP))
        self._events: tuple[Choice, ...] = ()
        self.setLayout(column(self.keys, gap=0))

    def present(self, page: LobbyPage) -> None:
        """One key an event; what it is called in the office stands behind it in brackets."""
        if page.events != self._events:
            self._events = page.events
            after = Choice(code="", label=self.kit.words("lobby-ask-after"), picture=_STAMP)
            ways = (*page.events, after)
            self.keys.offer([choice.label for choice in ways], lambda at: self._key(ways[at]))

    def _key(self, choice: Choice) -> Key:
        key = PictureKey(self.kit, choice.label, choice.picture)
        action = Choose(event=choice.code) if choice.code else AskAfter()
        return pressed_with(key, lambda: self.acted.emit(action))

    def unsure(self) -> LobbyAction:
        """The navigator."""
        return Wonder()

    def groups(self) -> list[list[QWidget]]:
        """Row by row."""
        return self.keys.groups()


_YES_NO = (("true", "board-yes"), ("false", "board-no"))


class NavigatorView(LobbyView):
    """A question of the navigator: yes, no, or a person."""

    onward_key = ""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.answer, self._asked = YesNo(kit), ""
        self._choices = tuple(Choice(code=code, label=kit.words(key)) for code, key in _YES_NO)
        self.answer.answered.connect(lambda yes: self.acted.emit(Turn(yes=yes)))
        self.setLayout(column(self.answer, gap=0))

    def present(self, page: LobbyPage) -> None:
        """Another question: nothing is chosen yet."""
        if page.asks != self._asked:
            self._asked = page.asks
            self.answer.offer(self._choices)

    def heading(self, page: LobbyPage) -> str:
        """The question itself."""
        return page.asks

    def groups(self) -> list[list[QWidget]]:
        """はい, いいえ."""
        return self.answer.groups()


class PeopleView(LobbyView):
    """How many people it is about."""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.pad = NumberPad(kit, least=1, most=MAX_PERSONS)
        self.setLayout(column(self.pad, gap=0))

    def present(self, page: LobbyPage) -> None:
        """As many as there are."""
        self.pad.set_text(str(page.people))

    def onward(self) -> LobbyAction:
        """So many."""
        return Count(people=int(self.pad.text or "1"))

    def groups(self) -> list[list[QWidget]]:
        """Fewer, more, digits."""
        return self.pad.groups()


class WhoseView(LobbyView):
    """Whether a card is of somebody who is known already."""

    onward_key = ""
    backward = False

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self.answers = BigChoices(kit, ())
        self.answers.chosen.connect(lambda code: self.acted.emit(Decide(decision=Decision(code))))
        self.setLayout(column(self.answers, gap=0))

    def present(self, page: LobbyPage) -> None:
        """The same person, another one, or not this card."""
        if page.proposal is not None:
            self.answers.offer(tuple(self._choices(page.proposal)))

    def _choices(self, proposal: ProposalView) -> list[Choice]:
        ways = []
        if proposal.ask in {"same", "earlier"}:
            ways.append((Decision.SAME, "lobby-whose-same"))
        if not proposal.full and proposal.ask != "earlier":
            ways.append((Decision.ANOTHER, "lobby-whose-another"))
        if proposal.agent or proposal.ask == "earlier":
            ways.append((Decision.AGENT, "lobby-whose-agent"))
        ways.append((Decision.BACK, "lobby-whose-back"))
        return [Choice(code=decision.value, label=self.kit.words(key)) for decision, key in ways]

    def hint(self, page: LobbyPage) -> str:
        """Both descriptions, side by side in words; of the card alone where it is nobody who is known."""
        if page.proposal is None or not page.proposal.pairs:
            return self.kit.words("lobby-whose-hint")
        pair = page.proposal.pairs[0]
        known = "　".join(part for part in (pair.known_name, pair.known_birth) if part)
        read = "　".join(part for part in (pair.read_name, pair.read_birth) if part)
        if not known:
            return self.kit.words("lobby-whose-read", read=read)
        return self.kit.words("lobby-whose-pair", known=known, read=read)

    def groups(self) -> list[list[QWidget]]:
        """The ways."""
        return self.answers.groups()

    def wipe(self) -> None:
        """No name."""
        self.answers.wipe()
