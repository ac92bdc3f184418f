"""One question with its answer: what the clerk says, what was understood, where it came from, what is wrong."""

from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.flow.actions import Action, Answer, Approve, Clear, Hold, Put
from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.source import READ
from kiosk.model.vocabulary import Type
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.entries.address import AddressEntry
from kiosk.ui.widgets.entries.building import BuildingEntry
from kiosk.ui.widgets.entries.choice import ChoiceEntry
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.entries.known import KnownEntry
from kiosk.ui.widgets.entries.line import LineEntry
from kiosk.ui.widgets.entries.listing import ListEntry
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.origin import state_chip
from kiosk.ui.widgets.panels import Panel, holder, pressed, row
from kiosk.ui.widgets.said_box import SaidBox

SEGMENTS = 6
TAB = Qt.FocusReason.TabFocusReason
_ORDER = ("who", "ask", "why", "issue", "said", "answer", "echo")
_ALWAYS = {"ask", "answer"}
Part = TypeVar("Part", bound=QWidget)


def entry_for(kit: Kit, view: QuestionView) -> Entry:
    """The way to give a value of this type: buttons up to six choices, a list beyond."""
    match view.type:
        case Type.ADDRESS:
            return AddressEntry(kit, view)
        case Type.BOOL | Type.CODES | Type.PERSON | Type.PERSONS:
            return ChoiceEntry(kit, view)
        case Type.RELATION if view.choices:
            return ListEntry(kit, view, free=True)
        case Type.CODE if len(view.choices) > SEGMENTS:
            return ListEntry(kit, view)
        case Type.CODE:
            return ChoiceEntry(kit, view)
        case Type.TEXT if view.building:
            return BuildingEntry(kit, view)
        case Type.TEXT if kit.office.listed(view.path):
            return KnownEntry(kit, view)
        case _:
            return LineEntry(kit, view)


class QuestionField(Panel):
    """Renders one QuestionView; only what changed is touched. `next` asks for the next open question.

    What few questions need (whose it is, why it is asked, what is wrong, what a card says, how it was understood) is
    made when it is first to be seen: a section opens with a third of the parts, and a text size has fewer to reach.
    """

    acted = Signal(object)
    next = Signal(str)
    focused = Signal(str)

    def __init__(self, kit: Kit, view: QuestionView, *, who: str = "") -> None:
        super().__init__(kit, edge="page", pad=12)
        self._kit, self._view, self._revised = kit, view, False
        self._shown: QuestionView | None = None
        self.ask, self.chip = GlyphLabel(kit, bold=True), Chip(kit)
        self.entry = entry_for(kit, view)
        self.hold = Button(kit, kit.words("hold"), rank=Rank.QUIET, level=Level.DENSE)
        self._arrange()
        self._connect()
        self._tell("who", who)
        self.present(view)

    def _arrange(self) -> None:
        self.column.setSpacing(self._kit.look.dp(6))
        head = row(self.ask, self.chip, gap=self._kit.look.dp(12))
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self._line = row(self.entry, gap=0)
        if isinstance(self.entry, ChoiceEntry):
            self.entry.add(self.hold)
        else:
            self._line.addWidget(self.hold, alignment=Qt.AlignmentFlag.AlignTop)  # where names stand below the line
            self._line.addStretch(1)
        self._answer = holder(self._line)
        self.column.addWidget(self._answer)
        self._turn()

    def _turn(self) -> None:
        """わからない beside a single line, below addresses and large text."""
        small, dp = self._kit.look.size is TextSize.SMALL, self._kit.look.dp
        beside = small and isinstance(self.entry, LineEntry | ListEntry)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(dp(12) if beside else dp(4))

    # ---- what is made when it is first to be seen ------------------------------------------------------------------
    def _placed(self, part: Part, *, name: str) -> Part:
        """Put a part where it belongs among those that are there."""
        part.hide()
        before = _ORDER[: _ORDER.index(name)]
        self.column.insertWidget(sum(each in _ALWAYS or self._made(each) for each in before), part)
        return part

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    def _quiet(self, name: str) -> GlyphLabel:
        return self._placed(GlyphLabel(self._kit, level=Level.DENSE, ink="quiet"), name=name)

    @cached_property
    def who(self) -> GlyphLabel:
        """Whose question it is."""
        return self._quiet("who")

    @cached_property
    def why(self) -> GlyphLabel:
        """Why it is asked."""
        return self._quiet("why")

    @cached_property
    def issue(self) -> Message:
        """What is wrong with the answer."""
        return self._placed(Message(self._kit), name="issue")

    @cached_property
    def said(self) -> SaidBox:
        """What a card or a paper says."""
        said = self._placed(SaidBox(self._kit), name="said")
        pressed(said.approve, lambda: self._act(Approve(paths=(self._view.path,))))
        pressed(said.revise, self._revise)
        for before, after in pairwise((self.hold, said.approve, said.revise)):
            QWidget.setTabOrder(before, after)
        return said

    @cached_property
    def echo(self) -> GlyphLabel:
        """How the answer was understood."""
        return self._quiet("echo")

    def _tell(self, name: Literal["who", "why", "echo"], text: str) -> None:
        """Say something in a quiet line, or nothing."""
        if text or self._made(name):
            label = getattr(self, name)
            label.set_text(text)
            label.setVisible(bool(text))

    def _connect(self) -> None:
        self.entry.typing.connect(lambda text: self._act(Answer(path=self._view.path, text=text, typing=True)))
        self.entry.said.connect(lambda text: self._act(Answer(path=self._view.path, text=text)))
        self.entry.put.connect(lambda value: self._act(Put(path=self._view.path, value=value)))
        self.entry.entered.connect(self._entered)
        self.entry.unknown.connect(self._unknown)
        pressed(self.hold, self._hold)

    @property
    def path(self) -> str:
        """The question's path."""
        return self._view.path

    @property
    def state(self) -> QuestionState:
        """How the question stands."""
        return self._view.state

    def _act(self, action: Action) -> None:
        self.acted.emit(action)

    def _entered(self) -> None:
        """Enter goes on from an answer; with none, or one that cannot be read, it stays, and says so."""
        match self._view.state:
            case QuestionState.OPEN:
                self.issue.set(self._kit.words("answer-none"))
            case QuestionState.WRONG:
                self._show_notes(self._view)
            case _:
                self.next.emit(self._view.path)

    def _unknown(self) -> None:
        if self._view.state is QuestionState.HELD:
            self.next.emit(self._view.path)
        else:
            self._hold()

    def _hold(self) -> None:
        held = self._view.state is QuestionState.HELD
        self._act(Clear(path=self._view.path) if held else Hold(path=self._view.path))
        if not held:
            self.next.emit(self._view.path)

    def _revise(self) -> None:
        self._revised = True
        self._show(self._view)
        self.entry.first().setFocus(TAB)

    def go(self) -> None:
        """Put the keyboard where the answer is given."""
        (self.said.first() if self._reading() else self.entry.first()).setFocus(TAB)

    def present(self, view: QuestionView) -> None:
        """Show the view if anything in it changed."""
        if view is self._shown or view == self._shown:
            return
        if view.source not in READ and view.state is not QuestionState.SAID:
            self._revised = False
        self._show(view)

    def _reading(self) -> bool:
        view = self._view
        paper = view.state is QuestionState.SAID or (view.state is QuestionState.ANSWERED and view.source in READ)
        return paper and not self._revised

    def _show(self, view: QuestionView) -> None:
        self._view = self._shown = view
        words, reading = self._kit.words, self._reading()
        self.ask.set_text(view.ask or view.label)
        self._tell("why", view.why)
        text, tone = state_chip(self._kit, view.state, view.source, view.day)
        self.chip.set(text, tone=tone)
        self.entry.present(view)
        self._answer.setVisible(not reading)
        if reading or self._made("said"):
            self.said.setVisible(reading)
        if reading:
            self.said.present(view)
        self._show_notes(view)
        self.hold.set_text(words("held-take-back") if view.state is QuestionState.HELD else words("hold"))
        self.hold.setAccessibleName(words("about", question=view.label, act=self.hold.text()))

    def _show_notes(self, view: QuestionView) -> None:
        early = view.state is QuestionState.WRONG and self.entry.busy
        issue = "" if early else view.issue
        if issue or self._made("issue"):
            self.issue.set(issue)
        echo = "" if self._reading() or view.echo == self._written(view) else view.echo
        self._tell("echo", self._kit.words("echo", value=echo) if echo else "")

    def _written(self, view: QuestionView) -> str:
        """The answer as it stands in the field: while it has the keyboard the very words that were typed."""
        return self.entry.line.text() if isinstance(self.entry, LineEntry) else view.text

    def left(self) -> None:
        """The keyboard has gone elsewhere: say now what is wrong."""
        self._show_notes(self._view)

    def light(self, *, on: bool) -> None:
        """Show that this is the question being asked."""
        self.tint(ground="selected" if on else "page", edge="primary" if on else "page", bar="primary" if on else "")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_line"):
            self._turn()
        super().changeEvent(event)
