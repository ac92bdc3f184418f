"""一式: every paper of the visit at once, small, each with its title and how far it is filled; one press opens it.

Each little picture is made when nothing else is to do, so that a packet of fourteen papers holds up no key.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from kiosk.model.filled import FilledForm
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import FlowLayout
from kiosk.ui.widgets.form_choice import total
from kiosk.ui.widgets.lettering import Lettering, letters
from kiosk.ui.widgets.panels import AIR, column, empty, holder, pressed, scrolling

_WIDE = 132  # dp of a picture
_ROOM = 8  # dp around it
_CLOSE = 1.3  # height of a line of letters


class Thumb(Button):
    """The first page of a paper; without its picture an empty leaf."""

    def __init__(self, kit: Kit, form: FilledForm, title: str, about: str) -> None:
        super().__init__(kit, "", rank=Rank.SECONDARY)
        self.form, self._title, self._about = form, title, about
        self.picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{title} {about}")

    def draw(self) -> None:
        """Make the picture: the print of its first page and what stands there now."""
        paper, look = self._kit.paper, self._kit.look
        sheet = next(iter(paper.sheets(self.form)), None)
        if sheet is None:
            return
        scale = look.dp(_WIDE) / sheet.width
        self.picture = QPixmap(paper.background(sheet, scale))
        with QPainter(self.picture) as painter:
            paper.paint(painter, sheet, scale, boxes=paper.boxes(sheet))
        self.update()

    def _fonts(self) -> tuple[Lettering, Lettering]:
        return letters(self._kit, Level.TINY, bold=True), letters(self._kit, Level.TINY)

    def _lines(self) -> Sequence[str]:
        return self._fonts()[0].lines(self._title, self._kit.look.dp(_WIDE))

    def _leaf(self) -> QRectF:
        look = self._kit.look
        return QRectF(look.dp(_ROOM), look.dp(_ROOM), look.dp(_WIDE), look.dp(_WIDE) * 297 / 210)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The page, its title and a line."""
        look, leaf = self._kit.look, self._leaf()
        words = (len(self._lines()) + 1) * round(self._fonts()[0].px * _CLOSE)
        wide = max(int(leaf.width()), int(self._fonts()[1].width(self._about)) + 4)
        return QSize(wide + 2 * look.dp(_ROOM), int(leaf.bottom()) + words + 2 * look.dp(_ROOM))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never squeezed."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It has one size."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Leaf, title, and how far it is."""
        painter, look, leaf = QPainter(self), self._kit.look, self._leaf()
        down = self.over or self.isDown()
        self._ground(painter, fill=look.colour("selected" if down else "page"), edge=look.colour("line"), thick=1)
        if self.picture is not None:
            painter.drawPixmap(leaf.topLeft(), self.picture)
        painter.setPen(look.colour("border"))
        painter.drawRect(leaf)
        bold, plain = self._fonts()
        step, y = round(bold.px * _CLOSE), leaf.bottom() + look.dp(_ROOM)
        for line in self._lines():
            bold.draw(painter, QRectF(leaf.left(), y, leaf.width() + 4, step), line, colour=look.colour("text"))
            y += step
        plain.draw(painter, QRectF(leaf.left(), y, leaf.width() + 40, step), self._about, colour=look.colour("quiet"))


class PacketShelf(QWidget):
    """`opened` carries the place of the paper that was pressed."""

    opened = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.thumbs = kit, list[Thumb]()
        self._flow = FlowLayout(gap=kit.look.dp(12))
        inside = column(holder(self._flow), gap=0, margins=AIR)
        inside.addStretch(1)
        self.area: QScrollArea = scrolling(kit, holder(inside))
        self.setLayout(column(self.area, gap=0))
        self._drawing = QTimer(self, interval=0)
        self._drawing.timeout.connect(self._draw_one)

    def present(self, forms: Sequence[FilledForm]) -> None:
        """Show these papers; one that says the same keeps its picture."""
        before = {id(thumb.form): thumb.picture for thumb in self.thumbs}
        empty(self._flow)
        self.thumbs = [self._thumb(at, form) for at, form in enumerate(forms)]
        for thumb in self.thumbs:
            thumb.picture = before.get(id(thumb.form))
            self._flow.addWidget(thumb)
        self._drawing.start()

    def _thumb(self, at: int, form: FilledForm) -> Thumb:
        about = self._kit.words("paper-count", filled=form.filled, total=total(form))
        made = Thumb(self._kit, form, self._kit.paper.title(form), about)
        pressed(made, lambda: self.opened.emit(at))
        return made

    def _draw_one(self) -> None:
        """One picture, and the next when the window has had its turn."""
        waiting = next((thumb for thumb in self.thumbs if thumb.picture is None), None)
        if waiting is None or not self.isVisible():
            self._drawing.stop()
        else:
            waiting.draw()

    def go(self, at: int) -> None:
        """Put the keyboard on the picture at a place."""
        if 0 <= at < len(self.thumbs):
            self.thumbs[at].show()  # its place comes later
            self.thumbs[at].setFocus(Qt.FocusReason.TabFocusReason)

    def wipe(self) -> None:
        """Nothing of a visit stays."""
        self.present(())
