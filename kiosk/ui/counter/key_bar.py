"""The bottom of the window: the function keys as buttons, 戻る, and the one primary action at the right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.keys import FUNCTION_KEYS
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.lettering import Lettering, letters
from kiosk.ui.widgets.panels import Ground, pressed

_IN_FULL = {11: "hand-off"}  # what assistive tools say where the word on the key is short


_SHORT = {3: "key-f3-short", 5: "key-f5-short", 11: "key-f11-short"}
_TIGHTER = 3


class KeyButton(Button):
    """F-key above, word below; as narrow as its word. In a narrow window it is tightened: a shorter word, then smaller
    letters, so that all keys stay in one row.
    """

    def __init__(self, kit: Kit, number: int) -> None:
        super().__init__(kit, kit.words(f"key-f{number}"), rank=Rank.NAV, level=Level.CHROME)
        self._key, self._number, self._tight = f"F{number}", number, 0
        self.setCheckable(False)
        self.setAccessibleName(f"{self._key} {kit.words(_IN_FULL.get(number, f'key-f{number}'))}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _word(self, tight: int) -> str:
        return self._kit.words(_SHORT[self._number] if tight and self._number in _SHORT else f"key-f{self._number}")

    def _letters(self, tight: int) -> Lettering:
        return letters(self._kit, Level.TINY) if tight == _TIGHTER - 1 else self._lettering

    def width_at(self, tight: int) -> int:
        """How wide it is when it is so tight."""
        look = self._kit.look
        air = (8 if look.roomy else 3, 3, 1)[tight]
        return max(int(self._letters(tight).width(self._word(tight))) + 2 + 2 * look.dp(air), self.floor)

    def tighten(self, tight: int) -> None:
        """Take so much room and no more; assistive tools say the word in full."""
        if tight != self._tight:
            self._tight = tight
            self.setText(self._word(tight))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two short lines; large words stand closer."""
        look = self._kit.look
        return QSize(
            self.width_at(self._tight),
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
        word = self._letters(self._tight)
        upper, lower = round(key.px * 1.25), round(word.px * 1.25)
        top = (self.height() - upper - lower) / 2
        centre = Qt.AlignmentFlag.AlignHCenter
        first = QRectF(0, top + (upper - key.line) / 2, self.width(), key.line)
        second = QRectF(0, top + upper + (lower - word.line) / 2, self.width() + 2, word.line)
        key.draw(painter, first, self._key, colour=look.colour("primary"), align=centre)
        word.draw(painter, second, self.text(), colour=look.colour("text"), align=centre)


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
        self._row = flow(*self.keys, gap=kit.look.dp(10))
        line.addWidget(self._row, 1)
        line.addWidget(self.back_button)
        line.addWidget(self.primary)

    def present(self, page: CounterPage) -> None:
        """Name the primary action of the step."""
        self.primary.set_text(self._kit.words(f"onward-{page.step.value}"))
        asked = page.proposal is not None  # the page in its place has ways of its own
        self.primary.setVisible(page.step is not Step.START and not asked)
        self.back_button.setVisible(page.step in {Step.PLAN, Step.CHECK, Step.SIGN} and not asked)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_row"):
            QTimer.singleShot(0, self, self._fit)  # the buttons hear of it after this

    def _fit(self) -> None:
        """As much air as the row has room for."""
        look, row = self._kit.look, self._row.layout()
        others = [button.sizeHint().width() for button in (self.back_button, self.primary) if not button.isHidden()]
        room = self.width() - 2 * look.dp(16) - sum(others) - look.dp(12) * len(others)
        for tight, gap in enumerate(map(look.dp, (10, 2, 0))):
            wide = sum(key.width_at(tight) for key in self.keys) + gap * (len(self.keys) - 1)
            if wide <= room or tight == _TIGHTER - 1:
                for key in self.keys:
                    key.tighten(tight)
                if row is not None:
                    row.setSpacing(gap)
                return
