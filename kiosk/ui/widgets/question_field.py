"""One question with its answer: what the clerk says, what was understood, where it came from, what is wrong."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.flow.actions import Action, Answer, Approve, Clear, Hold, Put
from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.model.fact import Source
from kiosk.model.vocabulary import Type
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.entries.address import AddressEntry
from kiosk.ui.widgets.entries.choice import ChoiceEntry
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.entries.line import LineEntry
from kiosk.ui.widgets.entries.listing import ListEntry
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.origin import source_key, state_chip
from kiosk.ui.widgets.panels import Panel, column, holder, pressed, row

SEGMENTS = 6
TAB = Qt.FocusReason.TabFocusReason
_PAPERS = {Source.CARD, Source.EXTRACT}


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
        case _:
            return LineEntry(kit, view)


class QuestionField(Panel):
    """Renders one QuestionView; only what changed is touched. `next` asks for the next open question."""

    acted = Signal(object)
    next = Signal(str)
    focused = Signal(str)

    def __init__(self, kit: Kit, view: QuestionView, *, who: str = "") -> None:
        super().__init__(kit, edge="page", pad=12)
        self.who = GlyphLabel(kit, who, level=Level.DENSE, ink="quiet")
        appear(self.who, on=bool(who))
        self._kit, self._view, self._revised = kit, view, False
        self._shown: QuestionView | None = None
        self.ask = GlyphLabel(kit, bold=True)
        self.chip = Chip(kit)
        self.why = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.issue = Message(kit)
        self.entry = entry_for(kit, view)
        self.echo = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.hold = Button(kit, kit.words("hold"), rank=Rank.QUIET, level=Level.DENSE)
        self.said = self._said_box()
        self._arrange()
        self._connect()
        self.present(view)

    def _said_box(self) -> QWidget:
        kit = self._kit
        self.value = GlyphLabel(kit)
        self.approve = Button(kit, kit.words("approve"), level=Level.DENSE)
        self.revise = Button(kit, kit.words("revise"), rank=Rank.QUIET, level=Level.DENSE)
        box = Panel(kit, ground="panel", edge="border", pad=8)
        box.column.addWidget(self.value)
        self._said_line = row(box, self.approve, self.revise, gap=kit.look.dp(12))
        self._said_line.setStretch(0, 1)
        self._turn_said()
        return holder(self._said_line)

    def _turn_said(self) -> None:
        small = self._kit.look.size is TextSize.SMALL
        self._said_line.setDirection(QBoxLayout.Direction.LeftToRight if small else QBoxLayout.Direction.TopToBottom)

    def _arrange(self) -> None:
        gap = self._kit.look.dp(12)
        head = QHBoxLayout()
        head.setSpacing(gap)
        head.addWidget(self.ask, 1)
        head.addWidget(self.chip)
        self.column.setSpacing(self._kit.look.dp(6))
        self.column.addWidget(self.who)
        self.column.addLayout(head)
        self.column.addWidget(self.why)
        self.column.addWidget(self.issue)
        self.column.addWidget(self.said)
        self._line: QHBoxLayout | QVBoxLayout | None = None
        self._answer = QWidget()
        self.column.addWidget(self._answer)
        self._place_hold()
        self.column.addWidget(self.echo)

    def _place_hold(self) -> None:
        """わからない beside a single line, below buttons, addresses and large text."""
        beside = isinstance(self.entry, LineEntry | ListEntry) and self._kit.look.size is TextSize.SMALL
        if isinstance(self.entry, ChoiceEntry):
            self.entry.add(self.hold)
        gap = self._kit.look.dp(12)
        old = self._answer
        self._answer = holder(row(gap=gap) if beside else column(gap=self._kit.look.dp(4)))
        layout = self._answer.layout()
        assert isinstance(layout, QHBoxLayout | QVBoxLayout)
        layout.addWidget(self.entry)
        if not isinstance(self.entry, ChoiceEntry):
            layout.addWidget(self.hold)
        if beside:
            layout.addStretch(1)
        self.column.replaceWidget(old, self._answer)
        old.deleteLater()
        self._beside = beside

    def _connect(self) -> None:
        self.entry.typing.connect(lambda text: self._act(Answer(path=self._view.path, text=text, typing=True)))
        self.entry.said.connect(lambda text: self._act(Answer(path=self._view.path, text=text)))
        self.entry.put.connect(lambda value: self._act(Put(path=self._view.path, value=value)))
        self.entry.entered.connect(lambda: self.next.emit(self._view.path))
        pressed(self.hold, self._hold)
        pressed(self.approve, lambda: self._act(Approve(paths=(self._view.path,))))
        pressed(self.revise, self._revise)

    @property
    def path(self) -> str:
        """The question's path."""
        return self._view.path

    def _act(self, action: Action) -> None:
        self.acted.emit(action)

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
        target: QWidget = self.approve if self._reading() and self.approve.isVisibleTo(self) else self.entry.first()
        if self._reading() and target is not self.approve:
            target = self.revise
        target.setFocus(TAB)

    def present(self, view: QuestionView) -> None:
        """Show the view if anything in it changed."""
        if view is self._shown or view == self._shown:
            return
        if view.source not in _PAPERS and view.state is not QuestionState.SAID:
            self._revised = False
        self._show(view)

    def _reading(self) -> bool:
        view = self._view
        paper = view.state is QuestionState.SAID or (view.state is QuestionState.ANSWERED and view.source in _PAPERS)
        return paper and not self._revised

    def _show(self, view: QuestionView) -> None:
        self._view = self._shown = view
        words, reading = self._kit.words, self._reading()
        self.ask.set_text(view.ask or view.label)
        self.why.set_text(view.why)
        self.why.setVisible(bool(view.why))
        text, tone = state_chip(self._kit, view.state, view.source)
        self.chip.set(text, tone=tone)
        self.entry.present(view)
        self._answer.setVisible(not reading)
        self.said.setVisible(reading)
        if reading:
            self._show_said(view)
        self._show_notes(view)
        self.hold.set_text(words("held-take-back") if view.state is QuestionState.HELD else words("hold"))
        self.hold.setAccessibleName(words("about", question=view.label, act=self.hold.text()))

    def _show_said(self, view: QuestionView) -> None:
        words = self._kit.words
        self.value.set_text(view.echo or view.text)
        waiting = view.state is QuestionState.SAID
        self.approve.setVisible(waiting)
        said = words("approve-source", source=words(source_key(view.source or Source.CARD)))
        self.approve.setAccessibleName(words("about", question=view.label, act=said))
        self.revise.setAccessibleName(words("about", question=view.label, act=self.revise.text()))

    def _show_notes(self, view: QuestionView) -> None:
        early = view.state is QuestionState.WRONG and self.entry.busy
        self.issue.set("" if early else view.issue)
        echo = "" if self._reading() or view.echo == self._written(view) else view.echo
        self.echo.set_text(self._kit.words("echo", value=echo) if echo else "")
        self.echo.setVisible(bool(echo))

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
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_beside"):
            self._turn_said()
            beside = isinstance(self.entry, LineEntry | ListEntry) and self._kit.look.size is TextSize.SMALL
            if beside is not self._beside:
                self._place_hold()
                self._answer.setVisible(not self._reading())
        super().changeEvent(event)
