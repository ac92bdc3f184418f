"""Nobody touches the terminal: a page with a countdown, and then everything is wiped."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Ground, column, holder

IDLE_MS, COUNT = 45_000, 20
_TOUCHES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress, QEvent.Type.TouchBegin}


class IdleWatch(QObject):
    """`lonely` after 45 s without a touch, then once a second `counted(left)`, and `gone` when the count is over."""

    lonely = Signal()
    counted = Signal(int)
    gone = Signal()

    def __init__(self, window: QWidget, *, idle_ms: int = IDLE_MS, count: int = COUNT) -> None:
        super().__init__(window)
        self._window, self._count, self.left = window, count, 0
        self.on = False
        self._quiet, self._second = QTimer(self), QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(idle_ms)
        self._second.setInterval(1_000)
        self._quiet.timeout.connect(self._begin)
        self._second.timeout.connect(self.tick)

    def listen(self, glass: QWindow) -> None:
        """Every touch and key comes through the window of the system; a filter over all widgets would hear each of
        their own events, too, and takes a fifth of a visit's time.
        """
        glass.installEventFilter(self)

    def watch(self, *, on: bool) -> None:
        """Whether there is anything that somebody could leave behind."""
        self.on = on
        self._second.stop()
        if on:
            self._quiet.start()
        else:
            self._quiet.stop()

    def more(self) -> None:
        """Somebody is there."""
        self.watch(on=self.on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A touch anywhere begins the time anew, but for the page that asks: only its own key does there."""
        if self.on and event.type() in _TOUCHES and not self._second.isActive():
            self._quiet.start()
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self.left = self._count
        self._second.start()
        self.lonely.emit()
        self.counted.emit(self.left)

    def tick(self) -> None:
        """One second less."""
        self.left -= 1
        self.counted.emit(self.left)
        if self.left <= 0:
            self._second.stop()
            self.gone.emit()

    def stop(self) -> None:
        """The window closes."""
        self.watch(on=False)


class Cover(Ground):
    """Lies over everything and shows nothing of it: a sentence and one key."""

    pressed = Signal()

    def __init__(self, kit: LobbyKit, window: QWidget, *, title: str, key: str) -> None:
        super().__init__(kit, role="page")
        self.setParent(window)
        self.title = GlyphLabel(kit, title, level=Level.TITLE, bold=True)
        self.more = GlyphLabel(kit, level=Level.BODY)
        self.key = pressed_with(Key(kit, key, tone=Tone.ACT), self.pressed.emit)
        grid = KeyGrid(kit, ((self.key,),), most=(720, 160))
        grid.setFixedHeight(kit.look.dp(120))
        side = kit.look.dp(40)
        box = column(self.title, self.more, grid, gap=kit.look.dp(32), margins=(side, side, side, side))
        box.insertStretch(0, 1)
        box.addStretch(1)
        self.setLayout(column(holder(box), gap=0))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.key.setFocus(Qt.FocusReason.TabFocusReason)
