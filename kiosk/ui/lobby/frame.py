"""What every page of the terminal stands in: the two bars, the heading, and the room that is left between them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kiosk.ui.lobby.bars import ToolBar, WayBar
from kiosk.ui.lobby.boards.paged import Paged
from kiosk.ui.lobby.boards.tray import Tray
from kiosk.ui.lobby.idle import Cover
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.settings_view import Comfort
from kiosk.ui.theme import arrange
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, column, holder

_WORDS: tuple[tuple[Level, Level | None, Level], ...] = (
    (Level.TITLE, Level.DENSE, Level.BODY),
    (Level.HEAD, Level.DENSE, Level.BODY),
    (Level.DENSE, Level.DENSE, Level.DENSE),
    (Level.DENSE, Level.CHROME, Level.CHROME),
    (Level.CHROME, Level.CHROME, Level.CHROME),
    (Level.DENSE, None, Level.CHROME),
    (Level.CHROME, None, Level.CHROME),
)
"""How large heading, hint and notice may be, from the largest on; without the hint where nothing else helps."""


class Stack(QStackedWidget):
    """Pages in one place, of which only the one that is seen takes room."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the page that is seen needs."""
        view = self.currentWidget()
        return view.minimumSizeHint() if view is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what it is given."""
        return self.minimumSizeHint()


class LobbyFrame(QWidget):
    """Tools above, the way below, the page between; all of it is made anew in another language."""

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__()
        self.kit, self.comfort = kit, Comfort()
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.look.changing.connect(self._resized)

    def _wire(self) -> None:
        """Connect what was made anew."""

    def _build(self) -> None:
        """Everything in the language there is; made anew with another."""
        kit = self.kit
        self.tools, self.way = ToolBar(kit), WayBar(kit)
        self.title = GlyphLabel(kit, level=Level.TITLE, bold=True)
        self.hint = GlyphLabel(kit, level=Level.DENSE)
        self.notice = Panel(kit, ground="warning_panel", edge="warning", bar="warning", pad=10)
        self.notice_text = GlyphLabel(kit, ink="warning_ink")
        self.notice.column.addWidget(self.notice_text)
        self.stack = Stack()
        said = column(self.title, self.hint, self.notice, gap=kit.look.dp(8))
        said.insertStretch(0, 1)  # where there is more room than words, they stand together above the page
        self.head = holder(said)
        self.lonely = Cover(kit, self, title=kit.words("lobby-idle-title"), key=kit.words("lobby-idle-more"))
        self.blank = Cover(kit, self, title=kit.words("lobby-blank-title"), key=kit.words("lobby-blank-back"))
        side = kit.look.dp(24)
        self._whole = column(gap=kit.look.dp(14), margins=(side, kit.look.dp(12), side, kit.look.dp(12)))
        self.body = holder(self._whole)
        self.body.setParent(self)
        self.body.show()
        self._arrange()
        self._wire()

    def _arrange(self) -> None:
        """The bars above and below; for a low reach both below, and the page in the lower half."""
        low = self.comfort.low
        order = (self.head, self.stack, self.tools, self.way) if low else (self.tools, self.head, self.stack, self.way)
        for widget in order:
            self._whole.removeWidget(widget)
        for widget in order:
            self._whole.addWidget(widget, 1 if widget is self.stack else 0)
        self._fit()

    def _reach(self) -> None:
        """How high the page may stand: with a low reach the question has the upper half for itself."""
        margins, side = self._whole.contentsMargins(), self.kit.look.dp(12)
        touch = self.way.sizeHint().height() + self.tools.sizeHint().height() + 3 * self._whole.spacing() + side
        room = self.height() // 2 - touch
        tall = self.comfort.low and room >= self.kit.look.dp(280)
        self.stack.setMaximumHeight(max(room, self._least()) if tall else 16777215)
        self._whole.setContentsMargins(margins.left(), side, margins.right(), side)
        self._whole.setStretch(self._whole.indexOf(self.head), 1 if tall else 0)

    def _least(self) -> int:
        """What the page needs at least."""
        return max(self.stack.minimumSizeHint().height(), 0)

    def _fit(self) -> None:
        """What stands above the page as large as the page allows."""
        self._reach()
        taken = self.tools.sizeHint().height() + self.way.sizeHint().height() + 3 * self._whole.spacing()
        margins = self._whole.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        room = self.height() - taken - margins.top() - margins.bottom() - self._least()
        with self._still():
            for title, hint, notice in _WORDS:
                self.title.set_level(title)
                self.hint.set_level(hint or Level.CHROME)
                self.hint.setVisible(hint is not None and bool(self.hint.text))
                self.notice_text.set_level(notice)
                self.notice.updateGeometry()  # else it is as high as it was, until the event loop comes round
                if self.head.heightForWidth(wide) <= room:
                    break
        for part in (self.head, self.stack):
            part.updateGeometry()

    @contextmanager
    def _still(self) -> Iterator[None]:
        """What is only tried moves nothing: a page of answers that was made larger for a moment showed others then."""
        layouts = [self._whole, *filter(None, [self.head.layout()])]
        for layout in layouts:
            layout.setEnabled(False)
        yield
        for layout in layouts:
            layout.setEnabled(True)

    def _settle(self) -> None:
        """The page stands at once, and not one level after another."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and self.isVisible():
            arrange(app)

    # ---- what the frame says ---------------------------------------------------------------------------------------
    def _notice(self, text: str) -> None:
        self.notice_text.set_text(text)
        self.notice.setVisible(bool(text))

    def tell(self, key: str) -> None:
        """Something that the window itself says."""
        self.say(self.kit.words(key))

    def say(self, text: str) -> None:
        """As `tell`, in words."""
        self._notice(text)
        self.refit()

    def refit(self) -> None:
        """Share the glass anew; once more where a page tells what it needs only when it has been arranged."""
        for _ in range(2):
            least = self._least()
            self._fit()
            self._settle()
            if self._least() == least:
                break

    # ---- Qt --------------------------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The whole glass."""
        super().resizeEvent(event)
        self.body.setGeometry(self.rect())
        for cover in (self.lonely, self.blank):
            cover.setGeometry(self.rect())
        self._fit()

    def _resized(self) -> None:
        """Another text size has another share of the glass, once everybody has followed it."""
        if hasattr(self, "_whole"):
            self._fit()
            for tray in self.findChildren(Tray):
                tray.arrange()
            for pages in self.stack.findChildren(Paged):
                pages.lay()
