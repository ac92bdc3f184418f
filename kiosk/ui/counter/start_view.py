"""The desk at home: at the left what the next resident is here for, at the right the day and the search."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from kiosk.flow.actions import StartVisit
from kiosk.flow.pages import Choice, CounterPage
from kiosk.model.scans import GUIDE, HOME, SLIP
from kiosk.ui.counter.day_panel import DayPanel
from kiosk.ui.counter.people_here import PeopleHere
from kiosk.ui.counter.register_bar import RegisterBar
from kiosk.ui.counter.scanned import ScanCatcher
from kiosk.ui.focus import scroll_to
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.lettering import Lettering, letters
from kiosk.ui.widgets.panels import column, holder, pressed, scrolling

COLUMNS = 2
BESIDE = 900
"""From this width on, in dp, the day stands beside the events."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS}


class EventButton(Button):
    """A big button: its digit, the event, and in other words what that means."""

    def __init__(self, kit: Kit, choice: Choice, *, digit: str, group: "StartView") -> None:
        super().__init__(kit, choice.label, level=Level.HEAD)
        self.digit, self._group = digit, group
        self._title, _, plain = choice.label.partition("（")
        self._meaning = self._plain = plain.removesuffix("）")
        self._label, self.suggested = f"{digit} {choice.label}" if digit else choice.label, False
        self.setAccessibleName(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def suggest(self, *, on: bool) -> None:
        """Mark it as what those who are here are likely here for, and say why."""
        why = self._kit.words("start-suggested") if on else ""
        self.suggested, self._plain = on, why or self._meaning
        self.setAccessibleName(f"{self._label} {why}".strip())
        self.updateGeometry()
        self.update()

    @property
    def floor(self) -> int:
        """Higher than any other control."""
        return self._kit.look.dp(80)

    def _fonts(self) -> tuple[Lettering, Lettering, Lettering]:
        kit = self._kit
        return letters(kit, Level.HEAD, bold=True), letters(kit, Level.DENSE), letters(kit, Level.CHROME)

    def _room(self, width: int) -> int:
        look = self._kit.look
        return width - look.dp(16) - self._key_width() - look.dp(12)

    def _key_width(self) -> int:
        return self._kit.look.dp(20) + self._kit.look.px(Level.CHROME)

    def _parts(self, width: int) -> list[tuple[Lettering, str]]:
        title, plain, _ = self._fonts()
        room = self._room(width)
        lines = [(title, line) for line in title.lines(self._title, room)]
        return lines + [(plain, line) for line in plain.lines(self._plain, room) if self._plain]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ten letters wide."""
        width = 10 * self._kit.look.px(Level.HEAD)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Six letters."""
        return QSize(6 * self._kit.look.px(Level.HEAD), self.floor)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Title and plain words under one another."""
        return max(sum(font.line for font, _ in self._parts(width)) + self._kit.look.dp(16), self.floor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask the group first."""
        if not self._group.key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Ground, digit, words."""
        painter, look = QPainter(self), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink, _ = self._colours()
        self._ground(painter, fill=fill, edge=edge, thick=1)
        number = self._fonts()[2]
        place = QRectF(look.dp(16), (self.height() - number.line) / 2, self._key_width(), number.line)
        number.draw(painter, place, self.digit, colour=look.colour("quiet"))
        lines = self._parts(self.width())
        y = (self.height() - sum(font.line for font, _ in lines)) / 2
        for font, line in lines:
            colour = ink if font is lines[0][0] else look.colour("quiet")
            spot = QRectF(look.dp(16) + self._key_width(), y, self._room(self.width()) + 4, font.line)
            font.draw(painter, spot, line, colour=colour)
            y += font.line


class StartView(QWidget):
    """Big buttons for the life events; digits choose, arrows walk the grid. `resumed` carries an Unpark."""

    acted = Signal(object)
    resumed = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.scans = kit, ScanCatcher(HOME, SLIP, GUIDE)
        self.title = GlyphLabel(kit, kit.words("start-title"), level=Level.TITLE, bold=True)
        self.how = GlyphLabel(kit, kit.words("start-how"), level=Level.DENSE, ink="quiet")
        self.events: list[EventButton] = []
        self._choices: tuple[Choice, ...] = ()
        self._grid, gap = QGridLayout(), kit.look.dp(16)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(kit.look.dp(10))
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)
        self.offer(kit.events)
        self.day = DayPanel(kit, first=self.scans.take)
        self.day.resumed.connect(self.resumed)
        self.day.showed.connect(lambda: QTimer.singleShot(0, self, self._show_answer))
        self.here, self._suggested, self.register = PeopleHere(kit), "", RegisterBar(kit)
        head = holder(column(self.title, self.how, gap=0))
        new = column(head, self.here, holder(self._grid), self.register, gap=gap)
        new.addStretch(1)
        day = column(self.day, gap=0)
        day.addStretch(1)
        self._inside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inside.addWidget(holder(new), 3)
        self._inside.addWidget(holder(day), 2)
        self._air()
        self.area = scrolling(kit, holder(self._inside))
        self.setLayout(column(self.area, gap=0))

    def _show_answer(self) -> None:
        """What a scan or a search has come to is seen at once, however small the page is; where it begins above all."""
        first, last = self.day.answer
        for part in (last, first):
            scroll_to(self.area, part, air=self._kit.look.dp(8))

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """The life events that can be chosen; buttons are made anew only for others than are there."""
        if choices == self._choices:
            return
        for button in self.events:
            self._grid.removeWidget(button)
            button.deleteLater()
        digits = [*"1234567890"] + [""] * len(choices)
        self.events = [
            EventButton(self._kit, choice, digit=digit, group=self)
            for choice, digit in zip(choices, digits, strict=False)
        ]
        self._choices = choices
        for at, (button, choice) in enumerate(zip(self.events, choices, strict=True)):
            pressed(button, lambda code=choice.code: self.acted.emit(StartVisit(event=code)))  # type: ignore[misc]
            self._grid.addWidget(button, at // COLUMNS, at % COLUMNS)

    def _air(self) -> None:
        """Side by side with air while the text leaves room for it, else under one another."""
        wide, look = self._kit.look.roomy and self.width() >= self._kit.look.dp(BESIDE), self._kit.look
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        side, top = look.dp(24 if wide else 16), look.dp(12 if wide else 8)
        self._inside.setDirection(way)
        self._inside.setSpacing(look.dp(24))
        self._inside.setContentsMargins(side, top, side, look.dp(16))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width."""
        super().resizeEvent(event)
        self._air()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_inside"):
            self._air()

    def key(self, button: EventButton, event: QKeyEvent) -> bool:
        """Digits choose an event, arrows walk the grid; False when the key is not for the group."""
        if self.scans.take(event):
            return True
        by_digit = {each.digit: each for each in self.events if each.digit}
        if event.text() in by_digit:
            by_digit[event.text()].click()
            return True
        at = self.events.index(button) + _STEPS.get(Qt.Key(event.key()), 0)
        if Qt.Key(event.key()) in _STEPS and 0 <= at < len(self.events):
            self.events[at].setFocus(Qt.FocusReason.TabFocusReason)
        return Qt.Key(event.key()) in _STEPS

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A scanner types while another control than an event has the keyboard."""
        if not self.scans.take(event):
            super().keyPressEvent(event)

    def present(self, page: CounterPage) -> None:
        """Of a visit only who was read before its purpose; the purpose that this speaks for has the keyboard."""
        self.here.present(page)
        self.day.turn_to(page)
        here = self._kit.words("start-here", n=len(page.tiles)) if page.tiles else self._kit.words("start-how")
        self.how.set_text(here)
        if page.suggested != self._suggested:
            self._suggested = page.suggested
            for button, choice in zip(self.events, self._choices, strict=True):
                button.suggest(on=choice.code == page.suggested)
            self.go()

    def choose(self, person: str) -> None:
        """A tile was pressed: say who has come, or take somebody out."""
        self.here.choose(person)
        if target := self.here.first():
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def go(self) -> None:
        """Put the keyboard on the first event."""
        marked = [button for button in self.events if button.suggested] or self.events
        if marked:
            marked[0].setFocus(Qt.FocusReason.TabFocusReason)
