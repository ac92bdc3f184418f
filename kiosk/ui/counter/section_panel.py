"""The questions of one section, one under the other."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.flow.pages import PersonView, SectionView
from kiosk.ui.focus import scroll_to
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.panels import holder, scrolling
from kiosk.ui.widgets.question_field import QuestionField

_SETTLED_MS = 50  # by then the layout has settled


class SectionPanel(QWidget):
    """Renders a section that is not a grid; fields come and go with their questions, the others stay untouched."""

    acted = Signal(object)
    next = Signal(str)
    focused = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.fields = kit, dict[str, QuestionField]()
        self._list = QVBoxLayout()
        self._list.setSpacing(kit.look.dp(12))
        self._list.setContentsMargins(0, 0, kit.look.dp(12), kit.look.dp(12))
        self._list.addStretch(1)
        self.area = scrolling(kit, holder(self._list))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def present(self, section: SectionView, persons: tuple[PersonView, ...]) -> None:
        """Show the questions in their order."""
        names = {person.id: person.name or person.role for person in persons}
        for path in [path for path in self.fields if path not in {view.path for view in section.questions}]:
            self._drop(path)
        for at, view in enumerate(section.questions):
            field = self.fields.get(view.path)
            if field is None:
                self._add(at, QuestionField(self._kit, view, who=names.get(view.person, "")))
                continue
            field.present(view)
            if self._list.indexOf(field) != at:
                self._list.insertWidget(at, field)

    def _add(self, at: int, field: QuestionField) -> None:
        self.fields[field.path] = field
        field.acted.connect(self.acted)
        field.next.connect(self.next)
        self._list.insertWidget(at, field)
        field.show()

    def _drop(self, path: str) -> None:
        field = self.fields.pop(path)
        field.hide()
        self._list.removeWidget(field)
        field.deleteLater()

    def light(self, path: str) -> None:
        """Light up the question that has the keyboard."""
        for each, field in self.fields.items():
            field.light(on=each == path)

    def go(self, path: str) -> None:
        """Put the keyboard into a question and show all of it."""
        field = self.fields.get(path)
        if field is not None:
            field.go()
            self.reveal(path, whole=True)
            QTimer.singleShot(_SETTLED_MS, field, lambda: self._again(field))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A notice above takes room or gives it back: the question that has the keyboard stays in sight."""
        super().resizeEvent(event)
        for field in self.fields.values():
            if field.isAncestorOf(QApplication.focusWidget() or self):
                QTimer.singleShot(0, field, lambda field=field: self._again(field))

    def _again(self, field: QuestionField) -> None:
        """Once more when the layout has settled, unless the keyboard has gone on."""
        focus = QApplication.focusWidget()
        if focus is not None and field.isAncestorOf(focus):
            self.reveal(field.path, whole=True)

    def reveal(self, path: str, *, whole: bool = False) -> None:
        """Scroll so that the question shows; with `whole` also so that the page begins with a whole question."""
        field = self.fields.get(path)
        if field is None:
            return
        bar, high, air = self.area.verticalScrollBar(), self.area.viewport().height(), self._kit.look.dp(24)
        top, bottom = field.y(), field.y() + field.height() + air
        tops = sorted(each.y() for each in self.fields.values())
        if top < bar.value() or bottom > bar.value() + high or (whole and bar.value() not in tops):
            starts = [y for y in tops if bottom - high <= y <= top]
            bar.setValue(starts[0] if starts else top)
        focus = field.focusWidget()
        if focus is not None and focus.isVisible():
            scroll_to(self.area, focus, air=self._kit.look.dp(12))
