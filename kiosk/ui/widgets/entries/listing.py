"""Choosing one from a long list that opens downwards."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kiosk.flow.pages import QuestionView
from kiosk.ui.kit import Kit
from kiosk.ui.native import bars, frame, unfilled
from kiosk.ui.tokens import CONTROL, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.panels import row

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE, _LEFT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft


class _Rows(QStyledItemDelegate):
    """The rows of an open list, never lower than a control; `numbered` ones can be chosen by their number."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self.numbered = kit, False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """The words with a little air."""
        hint, look = super().sizeHint(option, index), self._kit.look
        return QSize(hint.width() + 2 * look.dp(8), max(hint.height(), look.dp(CONTROL), look.line(Level.BODY)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        look, chosen = self._kit.look, bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, look.colour("primary" if chosen else "page"))
        painter.setPen(look.colour("on_primary" if chosen else "text"))
        painter.setFont(look.font(Level.BODY))
        room = option.rect.adjusted(look.dp(8) + 3, 0, -look.dp(8), 0)
        number, across = index.row() if self.numbered else 0, 2 * look.px(Level.BODY)
        painter.drawText(
            room.adjusted(across if self.numbered else 0, 0, 0, 0), _MIDDLE | _LEFT, str(index.data() or "")
        )
        if number:
            painter.setFont(look.font(Level.CHROME))
            painter.drawText(room, _MIDDLE | _LEFT, str(number))
        painter.restore()


class Combo(QComboBox):
    """A combo box that a rolling wheel cannot change by accident."""

    def __init__(self, kit: Kit, *, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.setAccessibleName(name)
        self.rows = _Rows(kit, self)
        self.setItemDelegate(self.rows)
        self.setMaxVisibleItems(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a control."""
        look = self._kit.look
        return QSize(max(super().sizeHint().width(), look.dp(200)), max(look.dp(CONTROL), look.line(Level.BODY)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Six letters."""
        return QSize(8 * self._kit.look.px(Level.BODY), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The box with the chosen words, and a sign that it opens downwards."""
        painter, look = QPainter(self), self._kit.look
        frame(painter, self, look=look, edge="border")
        if not self.isEditable():
            painter.setPen(look.colour("text"))
            room = self.rect().adjusted(look.dp(8) + 4, 0, -look.dp(CONTROL), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.currentText())
        self._draw_sign(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What is typed stands where the chosen words stand."""
        super().resizeEvent(event)
        line = self.lineEdit()
        if line is not None:
            side = self._kit.look.dp(8) + 1
            line.setGeometry(self.rect().adjusted(side, 2, -self._kit.look.dp(CONTROL), -2))

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """The rows are as large as the text and as high as a control."""
        bars(self.view(), look=self._kit.look)
        super().showPopup()

    def _draw_sign(self, painter: QPainter) -> None:
        look, side = self._kit.look, self._kit.look.dp(18)
        spot = QRectF(self.width() - side - look.dp(12), (self.height() - side) / 2, side, side)
        icons.draw(painter, icons.Icon.DOWN, spot, colour=look.colour("primary"))

    def draw_ground(self, painter: QPainter) -> None:
        """Ground, edge and sign, for boxes that draw their own words."""
        frame(painter, self, look=self._kit.look, edge="primary")
        self._draw_sign(painter)


class _EnterCombo(Combo):
    def __init__(self, kit: Kit, *, name: str, entry: Entry, numbered: bool) -> None:
        super().__init__(kit, name=name)
        self._entry, self._typed = entry, 0
        self.rows.numbered = numbered

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on; the list opens with Space or Alt+Down; digits are the number of a row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._entry.entered.emit()
        elif self.rows.numbered and event.text().isdecimal():
            self._by_number(int(event.text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A number begins anew."""
        self._typed = 0
        super().focusInEvent(event)

    def _by_number(self, digit: int) -> None:
        """A second digit goes on from the first; a row that no further digit can lead away from is the answer."""
        longer, rows = self._typed * 10 + digit, self.count()
        self._typed = longer if 0 < longer < rows else digit if 0 < digit < rows else 0
        if self._typed:
            self.setCurrentIndex(self._typed)
            self.activated.emit(self._typed)
            if self._typed * 10 >= rows:
                self._typed = 0
                self._entry.entered.emit()


class ListEntry(Entry):
    """A list of choices with an empty first row; a `free` one can also be typed into (続柄: 子の妻)."""

    def __init__(self, kit: Kit, view: QuestionView, *, free: bool = False) -> None:
        super().__init__(kit)
        self.combo = _EnterCombo(kit, name=view.ask or view.label, entry=self, numbered=not free)
        self._choices: tuple[tuple[str, str], ...] | None = None
        self.line: QLineEdit | None = None
        self.setLayout(row(self.combo, gap=0))
        self.combo.activated.connect(self._chosen)
        if free:
            self._make_free(view)

    def _make_free(self, view: QuestionView) -> None:
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setCompleter(None)  # type: ignore[arg-type]  # the stub forgets None
        line = QLineEdit()
        unfilled(line)
        self.combo.setLineEdit(line)
        self.line = line
        line.setAccessibleName(view.ask or view.label)
        line.textEdited.connect(self.typing)
        line.editingFinished.connect(self._end)

    def first(self) -> QWidget:
        """The box."""
        return self.combo

    @property
    def busy(self) -> bool:
        """Somebody is typing."""
        return self.line is not None and self.line.hasFocus() and self.line.isModified()

    def present(self, view: QuestionView) -> None:
        """Show the chosen row, or the words typed."""
        choices = tuple((choice.code, choice.label) for choice in view.choices)
        if choices != self._choices:
            self._refill(choices)
        if self.busy:
            return
        wanted = {str(view.value)} if view.value is not None else {view.text}
        rows = [at for at, (code, label) in enumerate(choices, start=1) if wanted & {code, label}]
        self.combo.setCurrentIndex(rows[0] if rows else 0)
        if self.combo.isEditable():
            self.combo.setEditText(view.text)

    def _refill(self, choices: tuple[tuple[str, str], ...]) -> None:
        self._choices = choices
        self.combo.clear()
        self.combo.addItem(self.kit.words("choose"), "")
        for code, label in choices:
            self.combo.addItem(label, code)

    def _end(self) -> None:
        """Typing has ended: the words stand as they are."""
        if self.line is not None and self.line.isModified():
            self.line.setModified(False)
            self.said.emit(self.line.text())

    def _chosen(self, at: int) -> None:
        code = self.combo.itemData(at)
        if code:
            self.said.emit(code)
