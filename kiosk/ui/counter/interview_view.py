"""The interview: sections on the left, the questions of one of them beside, Enter goes to the next open question."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage, QuestionState, SectionView
from kiosk.ui.counter.household_panel import HouseholdPanel
from kiosk.ui.counter.section_button import SectionButton
from kiosk.ui.counter.section_panel import SectionPanel
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import IconButton
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.icons import Icon
from kiosk.ui.widgets.panels import column, holder, pressed, row, scrolling
from kiosk.ui.widgets.question_field import QuestionField

# what a card or paper says is approved in one go at the check, so Enter does not stop at it
OPEN = {QuestionState.OPEN, QuestionState.WRONG, QuestionState.CONFLICT}


class InterviewView(QWidget):
    """Renders the sections. `asking(path)` tells which question has the keyboard, `finished` that none is left,
    `touched(path)` that it is to be answered with keys on the glass.
    """

    acted = Signal(object)
    asking = Signal(str)
    finished = Signal()
    touched = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._page = kit, CounterPage(step=Step.INTERVIEW)
        self.panels: dict[str, SectionPanel | HouseholdPanel] = {}
        self.nav: dict[str, SectionButton] = {}
        self.section, self.path, self._going = "", "", False
        self.title = GlyphLabel(kit, level=Level.TITLE, bold=True)
        self.left = GlyphLabel(kit, level=Level.HEAD, bold=True, ink="primary")
        self.heading = GlyphLabel(kit, level=Level.HEAD, bold=True)
        self.boards = IconButton(kit, kit.words("boards"), Icon.KEYS)
        pressed(self.boards, lambda: self.touched.emit(self.path))
        self.stack = QStackedWidget()
        self._nav = QVBoxLayout()
        self._arrange()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus)

    def _arrange(self) -> None:
        kit = self._kit
        self._nav.setSpacing(kit.look.dp(10))
        self._nav.setContentsMargins(0, 0, 0, 0)
        self._nav.addStretch(1)
        self._side = scrolling(kit, holder(self._nav))
        self._top = row(self.heading, gap=kit.look.dp(12))
        body = row(self._side, holder(column(self._top, self.stack, gap=kit.look.dp(8))), gap=kit.look.dp(16))
        body.setStretch(1, 1)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.left, 0, Qt.AlignmentFlag.AlignBottom)
        head.addSpacing(kit.look.dp(12))
        head.addWidget(self.boards, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(head, body, gap=kit.look.dp(12)))
        self._widen()

    def _widen(self) -> None:
        look = self._kit.look
        self._side.setFixedWidth(round(look.px(Level.CHROME) * (10.5 if look.roomy else 7)) + look.dp(36))
        self.heading.setVisible(look.roomy)  # the list on the left says it too

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._widen()
        super().changeEvent(event)

    def present(self, page: CounterPage) -> None:
        """Show the page; only the open section's changed questions are touched."""
        old, self._page = self._page, page
        words = self._kit.words
        self.title.set_text(words("interview-title", event=words("purposes-between").join(page.purpose_names)))
        self.left.set_text(words("interview-left", n=page.left) if page.left else words("interview-none-left"))
        if [(s.id, s.label) for s in old.sections] != [(s.id, s.label) for s in page.sections]:
            self._renew(page)
        for section in page.sections:
            self._count(section)
        if self.section not in {section.id for section in page.sections}:
            self._open(self._first_section())
        else:
            self._present_open()

    def _first_section(self) -> str:
        for section in self._page.sections:
            if any(view.current for view in section.questions):
                return section.id
        return self._page.sections[0].id if self._page.sections else ""

    def _renew(self, page: CounterPage) -> None:
        wanted = {section.id: section for section in page.sections}
        for gone in [name for name in self.nav if name not in wanted]:
            self._forget(gone)
        for at, section in enumerate(page.sections):
            if section.id not in self.nav:
                self._learn(section)
            self.nav[section.id].rename(section.label)
            self._nav.insertWidget(at, self.nav[section.id])

    def _learn(self, section: SectionView) -> None:
        button = self.nav[section.id] = SectionButton(self._kit, section.label)
        pressed(button, lambda: self.open_section(section.id))
        panel: SectionPanel | HouseholdPanel = HouseholdPanel(self._kit) if section.grid else SectionPanel(self._kit)
        self.panels[section.id] = panel
        self.stack.addWidget(panel)
        if isinstance(panel, HouseholdPanel):
            self._top.addWidget(panel.tools, 1)
            panel.tools.hide()
        panel.acted.connect(self.acted)
        panel.next.connect(self.go_next)
        panel.focused.connect(self._ask)

    def _forget(self, section: str) -> None:
        panel = self.panels.pop(section)
        tools = [panel.tools] if isinstance(panel, HouseholdPanel) else []
        for widget in (self.nav.pop(section), panel, *tools):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    def _count(self, section: SectionView) -> None:
        left = sum(view.state in OPEN for view in section.questions)
        self.nav[section.id].show_left(left)

    def _open(self, section: str) -> None:
        self.section = section
        if section in self.panels:
            for name, button in self.nav.items():
                button.setChecked(name == section)
            self._show_tools()
            self._present_open()
            self.stack.setCurrentWidget(self.panels[section])

    def _show_tools(self) -> None:
        """People come and go in the first grid only."""
        grids = [section.id for section in self._page.sections if section.grid]
        for name, panel in self.panels.items():
            if isinstance(panel, HouseholdPanel):
                panel.tools.setVisible(name == self.section and name == grids[0])

    def _present_open(self) -> None:
        for section in self._page.sections:
            if section.id == self.section:
                self.heading.set_text(section.label)
                self.panels[section.id].present(section, self._page.persons)

    def open_section(self, section: str) -> None:
        """Turn to a section and to its first open question, else its first."""
        self._open(section)
        views = next((each.questions for each in self._page.sections if each.id == section), ())
        waiting = [view.path for view in views if view.state in OPEN] or [view.path for view in views]
        if waiting:
            self.go(waiting[0])

    def go(self, path: str) -> None:
        """Put the keyboard into a question, wherever it is; an unknown path is ignored."""
        for section in self._page.sections:
            if any(view.path == path for view in section.questions):
                self._going = True  # on the way Qt lends the keyboard to others: they are not being asked
                if section.id != self.section:
                    self._open(section.id)
                self.panels[section.id].go(path)
                self._going = False
                self._ask(path)

    def go_current(self) -> None:
        """Put the keyboard into the question the visit is at, or back into the one that had it."""
        views = [view for section in self._page.sections for view in section.questions]
        here = [view.path for view in views if view.current]
        if here or views:
            self.go(here[0] if here else views[0].path)

    def go_next(self, path: str) -> None:
        """Go to the next open question, from the end to the beginning; `finished` when none is left."""
        views = [view for section in self._page.sections for view in section.questions]
        paths = [view.path for view in views]
        at = paths.index(path) if path in paths else -1
        later = [view.path for view in (*views[at + 1 :], *views[: at + 1]) if view.state in OPEN and view.path != path]
        if later:
            self.go(later[0])
        else:
            self.finished.emit()

    def hold(self) -> None:
        """わからない for the question that has the keyboard."""
        field = self._field()
        if field is not None:
            field.hold.click()

    def _field(self) -> QuestionField | None:
        panel = self.panels.get(self.section)
        match panel:
            case HouseholdPanel():
                return panel.field
            case SectionPanel():
                return panel.fields.get(self.path)
            case _:
                return None

    def _focus(self, old: QWidget | None, now: QWidget | None) -> None:
        left, entered = _field_of(old), _field_of(now)
        if left is not None and left is not entered:
            left.left()
        if entered is not None and not self._going and self.isAncestorOf(entered):
            self._ask(entered.path)

    def _ask(self, path: str) -> None:
        self.path = path
        panel = self.panels.get(self.section)
        if isinstance(panel, SectionPanel):
            panel.light(path)
            QTimer.singleShot(0, panel, lambda: panel.reveal(path))
        self.asking.emit(path)


def _field_of(widget: QWidget | None) -> QuestionField | None:
    if widget is None or not isValid(widget):
        return None
    while widget is not None and not isinstance(widget, QuestionField):
        widget = widget.parentWidget()
    return widget
