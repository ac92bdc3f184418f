"""The card drawer: a simulated reader, its practice cards, and reading a card for one member of the household."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kiosk.flow.actions import ReportCard, UseCard
from kiosk.flow.pages import CounterPage, PersonView
from kiosk.model.card import CardFace, CardGlance, CardOutcome, LastTry, Secret
from kiosk.model.errors import SiteError
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.ports import CardSample
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, IconButton, Rank, only
from kiosk.ui.widgets.card_words import message, secret_name
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import FlowLayout, flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.icons import Icon
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, Panel, column, empty, holder, indented, pressed, row, scrolling
from kiosk.ui.widgets.reader_picture import ReaderPicture, ReaderState

T = TypeVar("T")
_COUNTS = {Secret.PIN: 4, Secret.NUMBER_B: 14}


class CardDrawer(QWidget):
    """`acted` carries UseCard or ReportCard; `by_hand` closes the drawer: the visit goes on without a card, or with
    the last one. `asked_digits`: they are to be pressed on the glass (what for, how many).
    """

    acted = Signal(object)
    by_hand = Signal()
    asked_digits = Signal(str, int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._person, self._secret = kit, "", Secret.PIN
        self._persons: tuple[PersonView, ...] = ()
        self._by_agent, self._asked = False, False
        self._errands = Errands(kit.jobs)
        self.picture, self.said = ReaderPicture(kit), Message(kit, mood=Mood.INFO)
        self.glance = GlyphLabel(kit, level=Level.DENSE)
        self.people = FlowLayout(gap=kit.look.dp(12))
        self.samples = [self._sample(sample) for sample in kit.drawer.samples()]
        self._make_controls()
        self._arrange()
        self._stage(inserted=False)
        kit.jobs.slow.connect(self._slow)

    def _sample(self, sample: CardSample) -> Button:
        text = f"{sample.title}\n{sample.hint}" if sample.hint else sample.title
        button = Button(self._kit, text, rank=Rank.CHOICE, level=Level.DENSE)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        pressed(button, lambda: self._insert(sample, button))
        return button

    def _make_controls(self) -> None:
        kit, words = self._kit, self._kit.words
        self.secrets = {secret: Button(kit, secret_name(words, secret), rank=Rank.CHOICE) for secret in Secret}
        for secret, button in self.secrets.items():
            pressed(button, lambda secret=secret: self._use(secret))  # type: ignore[misc]
        self.digits = Line(kit, letters=10)
        self.digits.setEchoMode(QLineEdit.EchoMode.Password)
        self.digits.entered.connect(self._read)
        self.read_button = Button(kit, words("card-read-button"), rank=Rank.PRIMARY)
        self.spend, self.keep = Button(kit, words("card-spend")), Button(kit, words("card-keep"))
        self.remove, self.hand = Button(kit, words("card-remove")), Button(kit, words("card-by-hand"))
        self.pad = IconButton(kit, words("boards"), Icon.KEYS)
        pressed(self.pad, lambda: self.asked_digits.emit(self.secret_label.text, _COUNTS[self._secret]))
        self.pad.hide()
        pressed(self.read_button, self._read)
        pressed(self.spend, lambda: self._read(spend=True))
        pressed(self.keep, self._keep)
        pressed(self.remove, self._remove)
        pressed(self.hand, self.by_hand.emit)

    def _arrange(self) -> None:
        kit, gap = self._kit, self._kit.look.dp(12)
        words = kit.words
        title = GlyphLabel(kit, words("card-title"), level=Level.HEAD, bold=True)
        ribbon = Chip(kit, words("mock-ribbon"), tone=Tone.YELLOW, level=Level.DENSE)
        top = holder(row(self.picture, holder(column(self.glance, flow(self.remove, gap=gap), gap=gap)), gap=gap))
        self.last = flow(self.spend, self.keep, gap=gap)
        self.form = Panel(kit)
        self.secret_label = GlyphLabel(kit, level=Level.DENSE, bold=True)
        for widget in (
            self._label("card-for-whom"),
            holder(self.people),
            self._label("card-which-secret"),
            flow(*self.secrets.values(), gap=gap),
            self.secret_label,
            flow(self.digits, self.pad, self.read_button, gap=gap),
        ):
            self.form.column.addWidget(widget)
        self.drawer = holder(column(self._label("card-samples"), *self.samples, gap=kit.look.dp(10)))
        inside = column(top, self.said, self.last, self.form, self.drawer, gap=gap, margins=AIR)
        inside.addStretch(1)
        head, foot = indented(flow(title, ribbon, gap=gap)), indented(flow(self.hand, gap=gap))
        self.setLayout(column(head, scrolling(kit, holder(inside)), foot, gap=gap))

    def _label(self, key: str) -> GlyphLabel:
        return GlyphLabel(self._kit, self._kit.words(key), level=Level.DENSE, bold=True)

    def present(self, page: CounterPage) -> None:
        """Know the household; choose the first member without a card, nobody where all have one or an agent came."""
        if page.proposal is not None:
            self.said.set(self._kit.words("card-decide"), mood=Mood.INFO)
        elif self._asked:
            self.said.set("")
        self._asked = page.proposal is not None
        if (page.persons, page.by_agent) == (self._persons, self._by_agent):
            return
        self._persons, self._by_agent = page.persons, page.by_agent
        empty(self.people)
        waiting = [person.id for person in page.persons if not person.from_card and not page.by_agent]
        if self._person not in waiting:
            self._person = next(iter(waiting), "")
        whoever = PersonView(id="", name=self._kit.words("card-whoever"), role="")
        for person in (*page.persons, whoever):
            self.people.addWidget(self._who(person))

    def _who(self, person: PersonView) -> Button:
        words = self._kit.words
        name = person.name or person.role
        button = Button(self._kit, words("card-done-for", name=name) if person.from_card else name, rank=Rank.CHOICE)
        button.setChecked(person.id == self._person)
        pressed(button, lambda: self._choose(person.id, button))
        return button

    def _choose(self, person: str, button: Button) -> None:
        self._person = person
        items = (self.people.itemAt(at) for at in range(self.people.count()))
        widgets = (item.widget() for item in items if item is not None)
        only(button, [widget for widget in widgets if isinstance(widget, Button)])

    def _stage(self, *, inserted: bool) -> None:
        self.form.setVisible(inserted)
        self.drawer.setVisible(not inserted)
        self.remove.setVisible(inserted)
        self.last.hide()
        self.picture.show_state(ReaderState.CARD if inserted else ReaderState.EMPTY)
        if not inserted:
            self.glance.set_text(self._kit.words("reader-empty"))
            only(None, self.samples)
        self._use(self._secret)

    def _use(self, secret: Secret) -> None:
        self._secret = secret
        only(self.secrets[secret], list(self.secrets.values()))
        words = self._kit.words
        text = words(f"card-type-{secret.value.replace('_', '-')}")
        self.secret_label.set_text(text)
        self.digits.setAccessibleName(text)
        self.digits.clear()

    def _insert(self, sample: CardSample, button: Button) -> None:
        only(button, self.samples)
        self._busy()
        self._run(lambda: self._looked(sample.id), self._inserted)

    def _looked(self, card: str) -> CardGlance | CardOutcome:
        """Put a practice card in and look at it; on the device thread."""
        self._kit.drawer.insert(card)
        return self._kit.cards.glance()

    def _inserted(self, answer: CardGlance | CardOutcome) -> None:
        if not isinstance(answer, CardGlance):
            self._stage(inserted=True)
            self.form.hide()
            self.glance.set_text("")
            self._outcome(answer)
            return
        words = self._kit.words
        lines = [words("card-tries", pin=answer.pin_tries, number=answer.number_b_tries)]
        if answer.expires_on:
            lines.append(words("card-expires", day=answer.expires_on))
        self.glance.set_text("\n".join(lines))
        self._stage(inserted=True)
        self.said.set(words("card-expired") if answer.expired else "", mood=Mood.WARNING)
        self.digits.setFocus()

    def _read(self, *, spend: bool = False) -> None:
        if self._asked:
            self.said.set(self._kit.words("card-decide"), mood=Mood.WARNING)
            return
        secret, digits = self._secret, self.digits.text()
        self._busy()
        self._run(lambda: self._kit.cards.read(secret, digits, spend_last_try=spend), self._answered)

    def _answered(self, outcome: CardOutcome) -> None:
        self.picture.show_state(ReaderState.CARD)
        self._outcome(outcome)

    def _outcome(self, outcome: CardOutcome) -> None:
        text, mood = message(self._kit.words, outcome)
        self.said.set(text, mood=mood)
        self.last.setVisible(isinstance(outcome, LastTry))
        match outcome:
            case CardFace():
                self.digits.clear()
                self.form.hide()
                self.acted.emit(UseCard(person=self._person, face=outcome))
                self.remove.setFocus()
            case LastTry():
                self.keep.setFocus()
            case _:
                self.digits.selectAll()
                self.acted.emit(ReportCard(outcome=outcome))

    def take(self, digits: str) -> None:
        """Digits that were pressed on the glass."""
        self.digits.setText(digits)
        self._read()

    def _keep(self) -> None:
        self.last.hide()
        self.said.set(self._kit.words("card-kept"), mood=Mood.INFO)
        self._use(Secret.NUMBER_B if self._secret is Secret.PIN else Secret.PIN)
        self.digits.setFocus()

    def _remove(self) -> None:
        self.said.set("")
        self._stage(inserted=False)
        self._run(self._kit.cards.remove, lambda _nothing: None)
        if self._persons and not self._by_agent and all(person.from_card for person in self._persons):
            self.by_hand.emit()  # nobody is left whose card could be read
            return
        self.samples[0].setFocus() if self.samples else self.hand.setFocus()

    def _busy(self) -> None:
        self.last.hide()
        self.picture.show_state(ReaderState.BUSY)
        self.said.set(self._kit.words("card-busy"), mood=Mood.INFO)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._errands.run(work, done=done, failed=self._failed)

    def _failed(self, error: SiteError) -> None:
        self.picture.show_state(ReaderState.EMPTY)
        self.said.set(self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code), mood=Mood.ERROR)

    def _slow(self) -> None:
        if self.picture.state is ReaderState.BUSY:
            self.said.set(self._kit.words("card-slow"), mood=Mood.WARNING)

    def wipe(self) -> None:
        """The visit has ended: no digits, no person, no card stay."""
        self._errands.drop()
        self._person, self._persons, self._by_agent, self._asked = "", (), False, False
        empty(self.people)
        self.said.set("")
        self._stage(inserted=False)
        self._kit.jobs.run(self._kit.cards.remove, done=lambda _nothing: None)

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        if self.form.isVisibleTo(self):
            return self.digits
        return self.samples[0] if self.samples else self.hand
