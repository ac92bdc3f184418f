"""The page that asks whose a card or a paper is, in place of the step: what differs, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Decide, Decision, End
from kiosk.flow.pages import Likened, ProposalView
from kiosk.model.source import Source
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.facts_list import FactsList
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed, scrolling

_MOODS = {
    "same": Mood.WARNING,
    "other": Mood.ERROR,
    "agent": Mood.WARNING,
    "earlier": Mood.WARNING,
    "came": Mood.INFO,
}


class WhoseView(QWidget):
    """`acted` carries a decision, `ended` that the visit is over. The keyboard begins at the way that takes nothing."""

    acted = Signal(object)
    ended = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: ProposalView | None = None
        gap = kit.look.dp(12)
        self.title = GlyphLabel(kit, level=Level.TITLE, bold=True)
        self.said = Message(kit)
        self.buttons: dict[Way, Button] = {}
        self._pairs, self._ways = QVBoxLayout(), FlowLayout(gap=gap)
        self._pairs.setSpacing(gap)
        self.reason = Line(kit, name=kit.words("whose-reason"))
        why = GlyphLabel(kit, kit.words("whose-reason"), level=Level.DENSE, bold=True)
        asked = self._asked = holder(column(why, self.reason, gap=kit.look.dp(4)))
        inside = column(self.title, self.said, holder(self._pairs), asked, gap=gap, margins=(0, 0, kit.look.dp(16), 0))
        inside.addStretch(1)
        self.setLayout(column(scrolling(kit, holder(inside)), holder(self._ways), gap=gap, margins=(0, 0, 0, gap)))

    def present(self, view: ProposalView) -> None:
        """Show what is asked; the same question again leaves everything where it is."""
        if view == self._shown:
            return
        self._shown = view
        self.reason.clear()
        words, source = self._kit.words, _KINDS.get(view.source, "card")
        self.title.set_text(words(f"whose-{view.ask}-title-{source}"))
        self.said.set(words(f"whose-{view.ask}-{source}"), mood=_MOODS[view.ask])
        empty(self._pairs)
        self._asked.setVisible(view.ask != "came")
        for pair in view.pairs if view.ask != "came" else ():
            self._pairs.addWidget(self._pair(pair, source))
        self._offer(view)
        self.first().setFocus(Qt.FocusReason.TabFocusReason)

    def _pair(self, pair: Likened, source: str) -> QWidget:
        words, panel = self._kit.words, Panel(self._kit)
        rows = [("whose-known", pair.known_name, pair.known_birth), (f"whose-read-{source}", *_read(pair))]
        facts = FactsList(self._kit)
        facts.show_rows([(words(key), self._who(name, born)) for key, name, born in rows if name or born])
        if pair.doubt:
            panel.column.addWidget(GlyphLabel(self._kit, words("whose-doubt", why=pair.doubt), bold=True))
        panel.column.addWidget(facts)
        return panel

    def _who(self, name: str, born: str) -> str:
        none = self._kit.words("whose-unknown")
        return self._kit.words("whose-who", name=name or none, birth=born or none)

    def _offer(self, view: ProposalView) -> None:
        empty(self._ways)
        found = [(Decision.BACK, "whose-back")] if view.ask == "came" else _ways(view)
        said = ((way, self._kit.words(key), way is found[-1][0] is not Decision.BACK) for way, key in found)
        ways = {way: self._button(way, text, last=last) for way, text, last in said}
        people = self._people(view) if view.ask == "came" else {}
        self.buttons = {**ways, **people}
        for way, button in self.buttons.items():
            (self._pairs if way in people else self._ways).addWidget(button)
            button.show()  # else it could not have the keyboard yet

    def _people(self, view: ProposalView) -> dict["Way", Button]:
        """Everybody who stands on the paper, numbered: one of them has come."""
        words, who = self._kit.words, self._who
        rows = enumerate(view.pairs)
        said = ((row, words("whose-came", n=row + 1, who=who(pair.read_name, pair.read_birth))) for row, pair in rows)
        return {row: self._button(row, text, last=False) for row, text in said}

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit chooses who has come."""
        button = self.buttons.get(int(event.text()) - 1) if event.text() in set("123456789") else None
        if button is not None:
            button.click()
        else:
            super().keyPressEvent(event)

    def _button(self, way: "Way", text: str, *, last: bool) -> Button:
        button = Button(self._kit, text, rank=Rank.PRIMARY if last else Rank.SECONDARY)
        match way:
            case Decision():
                pressed(button, lambda: self.acted.emit(Decide(decision=way, reason=self.reason.text().strip())))
            case int():
                pressed(button, lambda: self.acted.emit(Decide(decision=Decision.SAME, row=way)))
            case _:
                pressed(button, self.ended.emit)
        return button

    def first(self) -> QWidget:
        """Where the keyboard goes: Enter alone takes nothing."""
        return self.buttons[Decision.BACK]

    def wipe(self) -> None:
        """The visit has ended: no name stays."""
        self._shown, self.buttons = None, {}
        self.title.set_text("")
        self.reason.clear()
        self.said.set("")
        empty(self._pairs)
        empty(self._ways)


_KINDS = {Source.EXTRACT: "paper", Source.REGISTER: "register", Source.PREENTRY: "home"}


def _read(pair: Likened) -> tuple[str, str]:
    return pair.read_name, pair.read_birth


Way = Decision | type[End] | int
"""A way on; a number is the row of whoever has come."""


def _ways(view: ProposalView) -> list[tuple[Way, str]]:
    """The ways on and their words, the one that takes nothing first and the likeliest last."""
    if view.ask == "earlier":
        same, back = (Decision.SAME, "whose-earlier-same"), (Decision.BACK, "whose-earlier-back")
        return [back, same, (Decision.AGENT, "whose-agent")]
    several = "several" if len(view.pairs) > 1 else "one"
    found: list[tuple[Way, str]] = [(Decision.BACK, "whose-back")]
    if view.ask == "other":
        found.append((End, "whose-end"))
    if view.agent:
        found.append((Decision.AGENT, "whose-agent"))
    found.append((Decision.ANOTHER, _ANOTHER.get((view.ask, view.source), f"whose-another-{several}")))
    if view.ask == "same":
        found.append((Decision.SAME, f"whose-same-{several}"))
    return found


_ANOTHER = {
    ("other", Source.CARD): "whose-add",
    ("agent", Source.CARD): "whose-add-member",
    ("same", Source.CARD): "whose-another-card",
}
