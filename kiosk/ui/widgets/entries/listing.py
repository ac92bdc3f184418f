"""Choosing one from a long list that opens downwards."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QStyledItemDelegate, QWidget

from kiosk.flow.pages import QuestionView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import CONTROL, RADIUS, Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.entries.entry import Entry
from kiosk.ui.widgets.panels import row


class Combo(QComboBox):
    """A combo box that a rolling wheel cannot change by accident."""

    def __init__(self, kit: Kit, *, name: str) -> None:
        super().__init__()
        self._kit = kit
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The box, and a sign that it opens downwards."""
        super().paintEvent(event)
        self._draw_sign(QPainter(self))

    def _draw_sign(self, painter: QPainter) -> None:
        look, side = self._kit.look, self._kit.look.dp(18)
        spot = QRectF(self.width() - side - look.dp(12), (self.height() - side) / 2, side, side)
        icons.draw(painter, icons.Icon.DOWN, spot, colour=look.colour("primary"))

    def draw_ground(self, painter: QPainter) -> None:
        """Ground, edge and sign, for boxes that draw their own words."""
        path, radius, look = QPainterPath(), self._kit.look.dp(RADIUS), self._kit.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(path, look.colour("page"))
        painter.setPen(QPen(look.colour("primary"), 1))
        painter.drawPath(path)
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
        self.combo.setLineEdit(line)
        self.line = line
        line.setAccessibleName(view.ask or view.label)
        line.textEdited.connect(self.said)

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

    def _chosen(self, at: int) -> None:
        code = self.combo.itemData(at)
        if code:
            self.said.emit(code)
