"""Choosing one from a long list that opens downwards."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
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


class _Rows(QStyledItemDelegate):
    """The rows of an open list, never lower than a control."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

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
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data() or ""))
        painter.restore()


class Combo(QComboBox):
    """A combo box that a rolling wheel cannot change by accident."""

    def __init__(self, kit: Kit, *, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.setAccessibleName(name)
        self.setItemDelegate(_Rows(kit, self))
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
    def __init__(self, kit: Kit, *, name: str, entry: Entry) -> None:
        super().__init__(kit, name=name)
        self._entry = entry

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on; the list opens with Space or Alt+Down."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._entry.entered.emit()
            return
        super().keyPressEvent(event)


class ListEntry(Entry):
    """A list of choices with an empty first row; a `free` one can also be typed into (続柄: 子の妻)."""

    def __init__(self, kit: Kit, view: QuestionView, *, free: bool = False) -> None:
        super().__init__(kit)
        self.combo = _EnterCombo(kit, name=view.ask or view.label, entry=self)
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
