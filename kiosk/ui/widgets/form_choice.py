"""The list of all forms that opens downwards; closed it shows the form on top and how far it is filled."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kiosk.model.filled import BoxState, FilledForm
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.entries.listing import Combo
from kiosk.ui.widgets.lettering import letters

_OPEN = {BoxState.FILLED, BoxState.MISSING, BoxState.HELD}
_WORDS = Level.TINY


def total(form: FilledForm) -> int:
    """How many boxes there are to fill."""
    return sum(box.counts and box.state in _OPEN for box in form.boxes)


class FormChoice(Combo):
    """The closed list shows the form on top: its title, which of how many it is, and how far it is filled."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, name=kit.words("paper-tabs"))
        self._kit = kit
        self.forms: tuple[FilledForm, ...] = ()
        self.titles: tuple[str, ...] = ()
        self._high: dict[object, int] = {}
        self._counted: dict[int, tuple[FilledForm, str, bool]] = {}
        self._rows = _Rows(self)
        self.setItemDelegate(self._rows)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumContentsLength(8)

    @property
    def kit(self) -> Kit:
        """The bundle of this desk."""
        return self._kit

    def title(self, at: int) -> str:
        """The title in the list."""
        return self.titles[at] if 0 <= at < len(self.titles) else ""

    def lines(self, at: int, room: int) -> Sequence[str]:
        """The title broken to a width; a name that does not fit beside it stands on a line of its own."""
        lettering, title = letters(self._kit, _WORDS, bold=True), self.title(at)
        if lettering.width(title) > room:
            title = title.replace("（", "\n（")
        return lettering.lines(title, room)

    def standing(self, at: int, room: int) -> tuple[list[str], bool]:
        """Which of how many it is and how far it is filled, on one line or on two, and whether it is whole.

        Measured as it will be when everything is filled, so that an answer moves nothing.
        """
        (text, whole), position = self.progress(at), self._kit.words("paper-position", n=at + 1, total=len(self.forms))
        boxes = total(self.forms[at])
        longest = f"{position}　{self._kit.words('paper-count', filled=boxes, total=boxes)}"
        sign = self._kit.look.px(_WORDS) + self._kit.look.dp(8)
        fits = letters(self._kit, _WORDS).width(longest) + sign <= room
        return [f"{position}　{text}"] if fits else [position, text], whole

    def progress(self, at: int) -> tuple[str, bool]:
        """How far a form is filled, in words, and whether it is whole; counted once for each state of the form."""
        form = self.forms[at]
        known = self._counted.get(at)
        if known is None or known[0] is not form:
            boxes, filled = total(form), form.filled
            self._counted[at] = known = (
                form,
                self._kit.words("paper-count", filled=filled, total=boxes),
                filled == boxes,
            )
        return known[1], known[2]

    def show_forms(self, forms: tuple[FilledForm, ...]) -> None:
        """Take another state of the forms; the list is built anew only when forms came, went or changed their names."""
        old = {id(form): title for form, title in zip(self.forms, self.titles, strict=True)}
        titles = tuple(old.get(id(form)) or self._kit.paper.title(form) for form in forms)
        self.forms = forms
        if titles != self.titles:
            self.titles, self._counted, self._high = titles, {}, {}
            self.clear()
            self.addItems(titles)
            self.updateGeometry()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Bring the words of the list up to date, then open it."""
        for at in range(len(self.forms)):
            text = f"{self.title(at)} {self.progress(at)[0]}"
            if self.itemText(at) != text:
                self.setItemText(at, text)
        super().showPopup()
        popup = self.view().window()
        popup.setFixedWidth(self.width())
        popup.move(self.mapToGlobal(QPoint(0, 0)).x(), popup.y())

    def _room(self, width: int) -> int:
        return width - self._kit.look.dp(16) - self._kit.look.dp(38)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Long titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the longest title needs, so that turning moves nothing; with large texts as high as this one."""
        look = self._kit.look
        places = range(len(self.titles)) if look.roomy else [self.currentIndex()]
        key = (width, look.px(_WORDS), tuple(places))
        if key not in self._high:
            room, known = self._room(width), range(len(self.forms))
            lines = [len(self.lines(at, room)) + len(self.standing(at, room)[0]) for at in places if at in known]
            self._high[key] = max(max(lines, default=2) * _step(self._kit) + look.dp(12), look.dp(CONTROL))
        return self._high[key]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Sixteen letters."""
        width = 16 * self._kit.look.px(_WORDS) + self._kit.look.dp(54)
        return QSize(width, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The hint was of the width before: a narrower place asks for more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Eight letters."""
        return QSize(8 * self._kit.look.px(_WORDS) + self._kit.look.dp(54), self._kit.look.dp(CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Ground, title, progress, and the sign that it opens."""
        painter = QPainter(self)
        self.draw_ground(painter)
        if 0 <= self.currentIndex() < len(self.forms):
            self._face(painter)

    def _face(self, painter: QPainter) -> None:
        look, at = self._kit.look, self.currentIndex()
        room, left = self._room(self.width()), look.dp(16)
        lines, (standing, whole) = self.lines(at, room), self.standing(at, room)
        high = (len(lines) + len(standing)) * _step(self._kit)
        place = QRectF(left, (self.height() - high) / 2, room, high)
        place.setTop(_draw_lines(painter, self._kit, place, lines, bold=True))
        place.setTop(_draw_lines(painter, self._kit, place, standing[:-1], bold=False, ink="quiet"))
        _draw_progress(painter, self._kit, place, standing[-1], whole=whole)


def _step(kit: Kit) -> int:
    return round(kit.look.px(_WORDS) * 1.4)


def _draw_lines(
    painter: QPainter, kit: Kit, place: QRectF, lines: Sequence[str], *, bold: bool, ink: str = "text"
) -> float:
    """Draw broken words closely; gives the y below them."""
    lettering, step, y = letters(kit, _WORDS, bold=bold), _step(kit), place.top()
    for line in lines:
        spot = QRectF(place.left(), y - (lettering.line - step) / 2, place.width() + 4, lettering.line)
        lettering.draw(painter, spot, line, colour=kit.look.colour(ink))
        y += step
    return y


def _draw_progress(
    painter: QPainter, kit: Kit, place: QRectF, text: str, *, whole: bool, ink: str = "quiet", sign: str = "success"
) -> None:
    _draw_lines(painter, kit, place, [text], bold=False, ink=ink)
    if whole:
        size = float(kit.look.px(_WORDS))
        x = place.left() + letters(kit, _WORDS).width(text) + kit.look.dp(8)
        spot = QRectF(x, place.top() + (_step(kit) - size) / 2, size, size)
        icons.draw(painter, icons.Icon.CHECK, spot, colour=kit.look.colour(sign))


class _Rows(QStyledItemDelegate):
    """The rows of the open list: title and progress, never shorter than a control is high."""

    def __init__(self, choice: FormChoice) -> None:
        super().__init__(choice)
        self._choice = choice

    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """As high as the wrapped title and a line."""
        kit = self._choice.kit
        width = self._choice.width() - kit.look.dp(24)
        lines = len(self._choice.lines(index.row(), self._inside(width)))
        return QSize(width, max((lines + 1) * _step(kit) + kit.look.dp(12), kit.look.dp(CONTROL)))

    def _inside(self, width: float) -> int:
        return int(width) - self._choice.kit.look.dp(32)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One form."""
        choice, kit, at = self._choice, self._choice.kit, index.row()
        if at >= len(choice.forms):
            return
        chosen, box = bool(option.state & QStyle.StateFlag.State_Selected), QRectF(option.rect)
        ink = "on_primary" if chosen else "text"
        painter.save()
        painter.fillRect(box, kit.look.colour("primary" if chosen else "page"))
        room = self._inside(box.width())
        inside = QRectF(box.left() + kit.look.dp(12), box.top() + kit.look.dp(6), room, box.height())
        inside.setTop(_draw_lines(painter, kit, inside, choice.lines(at, room), bold=True, ink=ink))
        text, whole = choice.progress(at)
        sign, quiet = ("on_primary", "on_primary") if chosen else ("success", "quiet")
        _draw_progress(painter, kit, inside, text, whole=whole, ink=quiet, sign=sign)
        painter.restore()
