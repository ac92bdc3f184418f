"""The bottom of the window: the function keys as buttons, 戻る, and the one primary action at the right."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.keys import FUNCTION_KEYS
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.lettering import letters
from kiosk.ui.widgets.panels import Ground, pressed

_IN_FULL = {11: "hand-off"}  # what assistive tools say where the word on the key is short


class KeyButton(Button):
    """F-key above, word below; as narrow as its word."""

    def __init__(self, kit: Kit, number: int) -> None:
        super().__init__(kit, kit.words(f"key-f{number}"), rank=Rank.NAV, level=Level.CHROME)
        self._key = f"F{number}"
        self.setCheckable(False)
        self.setAccessibleName(f"{self._key} {kit.words(_IN_FULL.get(number, f'key-f{number}'))}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two short lines; large words stand closer, so that all keys stay in one row."""
        look = self._kit.look
        width = int(self._lettering.width(self.text())) + 2 + 2 * look.dp(8 if look.roomy else 3)
        return QSize(
            max(width, self.floor),
            max(look.dp(48), round(self._lettering.px * 1.25 + look.px(Level.TINY) * 1.25) + look.dp(8)),
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Not squeezed."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802, ARG002 - Qt's name
        """Always two lines."""
        return self.sizeHint().height()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click is one press: out of habit nobody holds two questions or leaves a visit."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing that was done on a key reaches what lies under it."""
        super().mouseReleaseEvent(event)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Key and word."""
        painter, look = QPainter(self), self._kit.look
        if self.over or self.isDown():
            painter.fillRect(self.rect(), look.colour("selected"))
        key = letters(self._kit, Level.TINY, bold=True)
        upper, lower = round(key.px * 1.25), round(self._lettering.px * 1.25)
        top = (self.height() - upper - lower) / 2
        centre = Qt.AlignmentFlag.AlignHCenter
        first = QRectF(0, top + (upper - key.line) / 2, self.width(), key.line)
        second = QRectF(0, top + upper + (lower - self._lettering.line) / 2, self.width() + 2, self._lettering.line)
        key.draw(painter, first, self._key, colour=look.colour("primary"), align=centre)
        self._lettering.draw(painter, second, self.text(), colour=look.colour("text"), align=centre)


class KeyBar(Ground):
    """`key(int)` a function key, `back()`, `onward()` the primary action."""

    key = Signal(int)
    back = Signal()
    onward = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="page", edge="top")
        self._kit, words = kit, kit.words
        self.keys = [KeyButton(kit, number) for number in FUNCTION_KEYS]
        for number, button in zip(FUNCTION_KEYS, self.keys, strict=True):
            pressed(button, lambda number=number: self.key.emit(number))  # type: ignore[misc]
        self.leave = self.keys[-1]
        self.back_button = Button(kit, words("back"), level=Level.CHROME)
        self.primary = Button(kit, words("onward-interview"), rank=Rank.PRIMARY, level=Level.CHROME)
        pressed(self.back_button, self.back.emit)
        pressed(self.primary, self.onward.emit)
        side, gap = kit.look.dp(16), kit.look.dp(12)
        line = QHBoxLayout(self)
        line.setContentsMargins(side, kit.look.dp(8), side, kit.look.dp(8))
        line.setSpacing(gap)
        line.addWidget(flow(*self.keys, gap=kit.look.dp(10)), 1)
        line.addWidget(self.back_button)
        line.addWidget(self.primary)

    def present(self, page: CounterPage) -> None:
        """Name the primary action of the step."""
        self.primary.set_text(self._kit.words(f"onward-{page.step.value}"))
        self.primary.setVisible(page.step is not Step.START)
        self.back_button.setVisible(page.step in {Step.PLAN, Step.CHECK, Step.SIGN})
