"""An answer of the grid, changed in its place: the question lies over its cell until it is answered or left."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.actions import Action, Answer, Approve
from kiosk.flow.pages import QuestionState, QuestionView
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.entries.line import LineEntry
from kiosk.ui.widgets.panels import Panel, holder, pressed, scrolling
from kiosk.ui.widgets.question_field import QuestionField

_WIDE = 540


class CellEditor(Panel):
    """Lies over its `parent`. `acted` carries what was said, `entered` that Enter or a yes has ended it."""

    acted = Signal(object)
    entered = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, edge="primary", pad=4)
        self.setParent(parent)
        self._kit = kit
        self.field: QuestionField | None = None
        self.ditto = Button(kit, kit.words("check-ditto"), rank=Rank.QUIET, level=Level.DENSE)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self.ditto)
        self._place.addStretch(1)
        self.area = scrolling(kit, holder(self._place))
        self.column.addWidget(self.area)
        pressed(self.ditto, lambda: self._act(Answer(path=self.path, text=kit.words("ditto"))))
        self.hide()

    @property
    def path(self) -> str:
        """The question that is being changed; empty for none."""
        return self.field.path if self.field is not None else ""

    def open(self, view: QuestionView, *, who: str, ditto: bool, over: QRect) -> None:
        """Ask over a cell (`over`, in pixels of the parent); `ditto`: a member before has said it."""
        self.close_field()
        self.field = QuestionField(self._kit, view, who=who)
        self.field.acted.connect(self._act)
        self.field.next.connect(lambda _path: self.entered.emit())
        self._place.insertWidget(0, self.field)
        self.field.show()
        self.ditto.setVisible(ditto)
        self._lie(over)
        self.show()
        self.raise_()
        self.field.go()

    def type(self, letters: str) -> None:
        """What was typed on the cell begins the answer, in the place of the one before."""
        entry = self.field.entry if self.field is not None else None
        if letters and isinstance(entry, LineEntry) and entry.line.hasFocus():
            entry.line.selectAll()
            entry.line.insert(letters)
            entry.line.textEdited.emit(entry.line.text())

    def present(self, view: QuestionView | None) -> None:
        """Follow the page; a question that is asked no more is asked no more here."""
        if view is None:
            self.close_field()
        elif self.field is not None:
            self.field.present(view)

    @property
    def wrong(self) -> bool:
        """Whether what was said cannot be read."""
        return self.field is not None and self.field.state is QuestionState.WRONG

    def _act(self, action: Action) -> None:
        self.acted.emit(action)
        ends = isinstance(action, Approve) or (isinstance(action, Answer) and says_ditto(self._kit, action))
        if ends and self.field is not None:
            self.entered.emit()

    def _lie(self, over: QRect) -> None:
        """Over the cell, as wide as the answer needs, inside the parent."""
        room, field = self.parentWidget(), self.field
        if field is None or room is None:
            return
        look = self._kit.look
        width = min(max(over.width(), round(look.dp(_WIDE) * (1 if look.roomy else 1.6))), room.width())
        inner = width - look.dp(8) - look.dp(16)
        asked = field.heightForWidth(inner) if field.hasHeightForWidth() else field.sizeHint().height()
        extra = self.ditto.sizeHint().height() + look.dp(8) if not self.ditto.isHidden() else 0
        height = min(max(asked, field.sizeHint().height()) + extra + look.dp(16), room.height())
        size = QSize(width, height)
        left = max(min(over.left(), room.width() - width), 0)
        top = max(min(over.top(), room.height() - height), 0)
        self.setGeometry(QRect(left, top, size.width(), size.height()))

    def close_field(self) -> None:
        """Nothing of the question stays."""
        field, self.field = self.field, None
        self.hide()
        if field is not None:
            field.left()
            field.hide()
            self._place.removeWidget(field)
            field.deleteLater()


def says_ditto(kit: Kit, action: Answer) -> bool:
    """Whether it is what the button of this editor says."""
    return action.text == kit.words("ditto") and not action.typing
