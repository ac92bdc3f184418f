"""The grid of the household with its answer line, and the buttons that add or take out a person."""

from PySide6.QtCore import QEvent, QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.flow.actions import AddPerson, RemovePerson
from kiosk.flow.pages import PersonView, QuestionView, SectionView
from kiosk.ui.counter.household_grid import GridModel, GridTable
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entries.line import LineEntry
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import holder, pressed, scrolling
from kiosk.ui.widgets.question_field import QuestionField


class HouseholdPanel(QWidget):
    """Renders a grid section. The answer line follows the chosen cell; Enter in it goes to the next open question."""

    acted = Signal(object)
    next = Signal(str)
    focused = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self.path = kit, ""
        self.model = GridModel(kit)
        self.model.setParent(self)  # it goes with the panel; alone it would live on, and by its slots the panel
        self.table = GridTable(kit, self.model)
        self.field: QuestionField | None = None
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.editor = scrolling(kit, holder(self._place))
        self._place.addStretch(1)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build()
        self.model.modelReset.connect(self._reset)
        self.model.dataChanged.connect(lambda index, _last: self.table.resizeRowToContents(index.row()))

    def _build(self) -> None:
        kit = self._kit
        self.add = Button(kit, kit.words("person-add"), level=Level.CHROME)
        self.remove = Button(kit, kit.words("person-remove"), level=Level.CHROME)
        self.sure = Message(kit, mood=Mood.WARNING)
        self.yes, self.no = Button(kit, kit.words("person-remove-yes")), Button(kit, kit.words("cancel"))
        self.sure.add(flow(self.yes, self.no, gap=kit.look.dp(12)))
        pressed(self.add, lambda: self.acted.emit(AddPerson()))
        pressed(self.remove, self._ask_remove)
        pressed(self.yes, self._remove)
        pressed(self.no, lambda: self.sure.set(""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(kit.look.dp(8))
        self.tools = flow(self.add, self.remove, gap=kit.look.dp(12), align_right=True)
        layout.addWidget(self.sure)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.editor)
        self.table.chosen.connect(self._choose)
        self.table.wanted.connect(self._type)

    def _person(self) -> PersonView | None:
        at = self.table.currentIndex().column()
        return self.model.persons[at] if 0 <= at < len(self.model.persons) else None

    def _ask_remove(self) -> None:
        person, words = self._person(), self._kit.words
        if person is None or person.id == self.model.persons[0].id:
            self.sure.set(words("person-remove-which"))
            self.yes.hide()
        else:
            self.yes.show()
            self.sure.set(words("person-remove-sure", name=person.name or person.role))
        self.no.setFocus()

    def _remove(self) -> None:
        person = self._person()
        self.sure.set("")
        if person is not None:
            self.acted.emit(RemovePerson(person=person.id))

    def _reset(self) -> None:
        index = self.model.find(self.path)
        self.table.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        QTimer.singleShot(0, self, self.fit)

    def present(self, section: SectionView, persons: tuple[PersonView, ...]) -> None:
        """Show the section."""
        self.model.present(section, persons)
        index = self.model.find(self.path)
        if not index.isValid():
            index = self.table.currentIndex()
        self._edit(self.model.cell(index))

    def _edit(self, view: QuestionView | None) -> None:
        """Keep the field while it is about the same question; names and choices of another need another field."""
        if view is None:
            return
        if self.field is None or self.field.path != view.path:
            self._swap(view)
        elif self.field is not None:
            self.field.present(view)

    def _swap(self, view: QuestionView) -> None:
        if self.field is not None:
            self.field.hide()
            self._place.removeWidget(self.field)
            self.field.deleteLater()
        self.path = view.path
        self.field = QuestionField(self._kit, view, who=self._who(view))
        self.field.acted.connect(self.acted)
        self.field.next.connect(self.next)
        self._place.insertWidget(0, self.field)
        self.field.show()
        self._room()

    def _who(self, view: QuestionView) -> str:
        return next((person.name or person.role for person in self.model.persons if person.id == view.person), "")

    def _room(self) -> None:
        if self.field is None:
            return
        wanted = (
            self.field.heightForWidth(max(self.editor.viewport().width(), 200)) if self.field.hasHeightForWidth() else 0
        )
        wanted = max(wanted, self.field.sizeHint().height())
        share = 50 if self._kit.look.roomy else 42
        self.editor.setFixedHeight(min(wanted, max(self.height() * share // 100, 150)))

    def _choose(self, path: str) -> None:
        self.sure.set("")
        self._edit(self.model.cell(self.model.find(path)))
        self.focused.emit(path)

    def _type(self, letters: str) -> None:
        if self.field is None:
            return
        self.field.go()
        entry = self.field.entry
        if letters and isinstance(entry, LineEntry) and entry.line.hasFocus():
            entry.line.selectAll()
            entry.line.insert(letters)
            entry.line.textEdited.emit(entry.line.text())

    def go(self, path: str) -> None:
        """Choose a cell and put the keyboard into its answer."""
        index: QModelIndex = self.model.find(path)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self._edit(self.model.cell(index))
            if self.field is not None:
                self.field.go()

    def fit(self) -> None:
        """Fit the table and the answer line to the room there is."""
        self.table.fit()
        self._room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.fit)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The room changed."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)
