"""The top of the window: the five steps, the slip number, what waits to be sent, text size and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.language_choice import LanguageChoice
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, IconButton, Rank
from kiosk.ui.widgets.chip import Chip, ChipButton, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.icons import Icon, number_disc
from kiosk.ui.widgets.lettering import Lettering, letters
from kiosk.ui.widgets.panels import Ground, pressed

if TYPE_CHECKING:
    from kiosk.model.parcel import OutboxCount
    from kiosk.model.staff import Staff
    from kiosk.ui.ports import Delivered

_CENTRE = Qt.AlignmentFlag.AlignHCenter
STEPS = (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN, Step.DONE)
_WARN_AFTER_SECONDS = 3600
_SHORTEST = 6


class StepButton(Button):
    """One step: its number in a disc, its name; the present one is filled and bold."""

    def __init__(self, kit: Kit, number: int, step: Step) -> None:
        super().__init__(kit, kit.words(f"step-{step.value}"), rank=Rank.NAV, level=Level.CHROME)
        self._number, self.step, self._past, self._short = number, step, False, False
        self._stands: tuple[bool, bool] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setToolTip(self.text())

    @property
    def _named(self) -> bool:
        """Large texts and narrow windows leave room for the name of the present step only."""
        return (self._kit.look.roomy and not self._short) or self.isChecked()

    def shorten(self, *, on: bool) -> None:
        """Only the present step is named."""
        if on is not self._short:
            self._short = on
            self.updateGeometry()
            self.update()

    def _disc(self) -> int:
        return round(self._lettering.px * 1.75)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Disc and name."""
        name = int(self._bold_lettering().width(self.text())) + self._kit.look.dp(12) if self._named else 0
        width = max(self._disc() + self._kit.look.dp(12) + name + 2, self.floor)
        return QSize(width, max(self.floor, self._disc() + self._kit.look.dp(8)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Steps are never squeezed."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802, ARG002 - Qt's name
        """One line."""
        return self.sizeHint().height()

    def _bold_lettering(self) -> Lettering:
        return letters(self._kit, Level.CHROME, bold=True)

    def present(self, *, here: bool, past: bool) -> None:
        """Show where the visit stands."""
        if (here, past) == self._stands:
            return
        self._stands = (here, past)
        self.setChecked(here)
        key = "step-here" if here else "step-past" if past else "step-ahead"
        self.setAccessibleName(self._kit.words(key, n=self._number, name=self.text()))
        self._past = past
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Disc, number, name; a bar under the present step."""
        painter, look = QPainter(self), self._kit.look
        here = self.isChecked()
        if self.over or self.isDown():
            painter.fillRect(self.rect(), look.colour("selected"))
        size = self._disc()
        disc = QRectF(look.dp(6), (self.height() - size) / 2, size, size)
        number_disc(
            painter,
            disc,
            fill=look.colour("primary" if here else "page"),
            edge=look.colour("primary" if here or self._past else "border"),
        )
        ink = look.colour("on_primary" if here else "text")
        number = letters(self._kit, Level.CHROME, bold=True)
        spot = QRectF(disc.left() - 4, disc.center().y() - number.line / 2, disc.width() + 8, number.line)
        number.draw(painter, spot, str(self._number), colour=ink, align=_CENTRE)
        if not self._named:
            return
        words = self._bold_lettering() if here else self._lettering
        place = QRectF(disc.right() + look.dp(6), (self.height() - words.line) / 2, self.width(), words.line)
        words.draw(painter, place, self.text(), colour=look.colour("text"))
        if here:
            painter.setPen(QPen(look.colour("primary"), look.dp(3)))
            painter.drawLine(int(place.left()), self.height() - 2, self.width() - look.dp(8), self.height() - 2)


class Header(Ground):
    """`went(Step)`, `spoke(language)`, `asked_outbox()`, `resize_text()`, `recolour()`; `asked_hide()` the screen,
    `asked_lock()` the desk, `asked_opposite()` how the resident's screen is worked.
    """

    went = Signal(object)
    spoke = Signal(str)
    asked_outbox = Signal()
    asked_hide = Signal()
    asked_lock = Signal()
    asked_opposite = Signal()
    resize_text = Signal()
    recolour = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="page", edge="bottom")
        self._kit = kit
        self.steps = [StepButton(kit, number, step) for number, step in enumerate(STEPS, start=1)]
        for button in self.steps:
            pressed(button, lambda step=button.step: self.went.emit(step))  # type: ignore[misc]
        self.slip, self.outbox = Chip(kit, level=Level.CHROME), ChipButton(kit, level=Level.CHROME)
        self.size_button, self.theme_button = Button(kit, "", level=Level.CHROME), Button(kit, "", level=Level.CHROME)
        self._person: Staff | None = None
        self._sent: Delivered | None = None
        self._slip, self._short, self._fitted = "", 0, object()
        self.person, self.hide_button = (
            ChipButton(kit, level=Level.CHROME),
            IconButton(kit, kit.words("staff-hide"), Icon.HIDE),
        )
        self.opposite = IconButton(kit, kit.words("opposite-title"), Icon.SCREENS)
        self.opposite.setVisible(False)
        self.hide_button.setVisible(False)
        pressed(self.opposite, self.asked_opposite.emit)
        self.language = LanguageChoice(kit)
        self.language.textActivated.connect(self.spoke)
        pressed(self.outbox, self.asked_outbox.emit)
        pressed(self.person, self.asked_lock.emit)
        pressed(self.hide_button, self.asked_hide.emit)
        pressed(self.size_button, self.resize_text.emit)
        pressed(self.theme_button, self.recolour.emit)
        gap, side = kit.look.dp(12), kit.look.dp(16)
        self._left = flow(*self.steps, gap=kit.look.dp(4))
        settings = (self.language, self.opposite, self.size_button, self.theme_button, self.person, self.hide_button)
        self._right = flow(self.slip, self.outbox, *settings, gap=gap, align_right=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(side, kit.look.dp(8), side, kit.look.dp(8))
        line.setSpacing(gap)
        line.addWidget(self._left)
        line.addWidget(self._right, 1)
        self._label()

    # ---- one line, however narrow ----------------------------------------------------------------------------------
    def _fit(self) -> None:
        """Say as much as one line has room for; what is left out is said by the tool tip and to assistive tools."""
        look, hidden = self._kit.look, [thing.isHidden() for thing in (self.language, self.hide_button, *self.steps)]
        now = (self.width(), look.size, look.theme, self._slip, self._sent, self._person, self._present(), *hidden)
        if now == self._fitted:
            return
        self._fitted = now
        for self._short in range(_SHORTEST + 1):
            self._label()
            if self._wide() <= self.width():
                return

    def _present(self) -> tuple[Step | None, str]:
        at = next((button.step for button in self.steps if button.isChecked()), None)
        return at, self.language.currentText()

    def _wide(self) -> int:
        left = self._left.sizeHint().width() if not self.steps[0].isHidden() else 0
        return left + self._right.sizeHint().width() + self._kit.look.dp(16 * 2 + 12)

    def _label(self) -> None:
        words, look, short = self._kit.words, self._kit.look, self._short
        self._say_outbox()
        if self._person is not None:
            number, whole = self._person.number, self._person.name
            self.person.set(words("staff-at-desk", number=number, name="" if short else whole).strip(), tone=Tone.BLUE)
            self.person.setAccessibleName(words("staff-at-desk", number=number, name=whole))
        slip = self._slip if short > 1 or not self._slip else words("slip", number=self._slip)
        self.slip.set(slip.rpartition("-")[2] if short > _SHORTEST - 1 else slip, tone=Tone.NEUTRAL)
        whole = words("slip", number=self._slip) if self._slip else ""
        self.slip.setToolTip(whole)
        self.slip.setAccessibleName(whole)
        for button in self.steps:
            button.shorten(on=short > 3)
        self.language.shorten(on=short > 4)
        size, theme = words(f"size-{look.size.name.lower()}"), words(f"theme-{look.theme.value}")
        self.size_button.set_text(words("text-size-short") if short > 2 else words("text-size", size=size))
        self.theme_button.set_text(words("theme-short") if short > 2 else words("theme", name=theme))
        self.size_button.setAccessibleName(words("text-size", size=size))
        self.theme_button.setAccessibleName(words("theme", name=theme))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow size and theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange} and hasattr(self, "_right"):
            QTimer.singleShot(0, self, self._fit)  # the buttons hear of it after this

    def present(self, page: CounterPage) -> None:
        """Show the step and the slip number."""
        at = STEPS.index(page.step) if page.step in STEPS else -1
        for number, button in enumerate(self.steps):
            button.present(here=number == at, past=number < at)
            button.setVisible(at >= 0)
        spoken = Step.START is not page.step is not Step.DONE
        if spoken:
            self.language.show_language(page.language)
        self.language.setVisible(spoken)
        self._slip = page.slip
        self._fit()

    def show_person(self, person: Staff) -> None:
        """Show who is at the desk; pressing that locks it."""
        self._person = person
        self._fit()
        self.person.setToolTip(self._kit.words("staff-lock"))

    def offer_opposite(self) -> None:
        """There can be a screen for the resident."""
        self.opposite.setVisible(True)
        self._fit()

    def offer_hiding(self) -> None:
        """The screen can be hidden."""
        self.hide_button.setVisible(True)
        self._fit()

    def show_outbox(self, found: Delivered) -> None:
        """Show what waits, how long, and whether something needs a person."""
        self._sent = found
        self._fit()

    def _say_outbox(self) -> None:
        if self._sent is None:
            return
        words, count, found, short = self._kit.words, self._sent.count, self._sent, self._short
        if found.paused:
            full, brief, tone = words("outbox-paused", n=count.pending), "outbox-paused-short", Tone.YELLOW
        elif count.held:
            full, brief, tone = words("outbox-held", n=count.pending, held=count.held), "outbox-held-short", Tone.RED
        elif count.pending or count.relayed:
            old = count.oldest_seconds >= _WARN_AFTER_SECONDS
            key = "outbox-both" if count.pending and count.relayed else "outbox-waiting"
            key = key if count.pending else "outbox-relayed"
            full = words(key, n=count.pending, relayed=count.relayed, age=self._age(count))
            brief = "outbox-waiting-short" if count.pending else "outbox-relayed-short"
            tone = Tone.YELLOW if old else Tone.NEUTRAL
        else:
            full, brief, tone = words("outbox-empty"), "", Tone.NEUTRAL
        said = (
            words(brief, n=count.pending, held=count.held, relayed=count.relayed)
            if brief and short
            else ""
            if short
            else full
        )
        self.outbox.set(said, tone=tone)
        self.outbox.setAccessibleName(full)
        self.outbox.setToolTip(f"{full}　{words('outbox-elsewhere' if found.elsewhere else 'outbox-open')}")

    def _age(self, count: OutboxCount) -> str:
        minutes = count.oldest_seconds // 60
        if minutes < 60:
            return self._kit.words("age-minutes", n=minutes)
        return self._kit.words("age-hours", n=minutes // 60)
