"""The living paper beside the interview: a tab for each form, zoom, and the page itself."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.flow.clock import TOKYO
from kiosk.flow.pages import CounterPage, QuestionView
from kiosk.model.filled import BoxState, FilledBox, FilledForm
from kiosk.ui.kit import Kit
from kiosk.ui.ports import PlacedBox
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.chip import source_key
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.form_tabs import FormTabs
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, pressed
from kiosk.ui.widgets.paper_canvas import PaperCanvas

_STEP = 1.2


class _Scroll(QScrollArea):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the view, which fits the page to the width."""
        super().resizeEvent(event)
        self.resized.emit()


class PaperView(QWidget):
    """Renders the forms of a page; `picked` carries the path of a clicked box."""

    picked = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._forms: tuple[FilledForm, ...] = ()
        self._questions: dict[str, QuestionView] = {}
        self._zoom, self._lit, self._current = 0.0, "", ""
        self.tabs, self.canvas, self.area = FormTabs(kit), PaperCanvas(kit), _Scroll()
        self.count = GlyphLabel(kit, level=Level.CHROME, ink="quiet")
        self.nothing = GlyphLabel(kit, kit.words("paper-none"), level=Level.DENSE, ink="quiet")
        self.canvas.explain = self.explain
        self._arrange()
        self.tabs.currentChanged.connect(lambda _at: self._show())
        self.canvas.picked.connect(self.picked)
        self.area.resized.connect(self._fit)
        self._refresh_nothing()

    def _arrange(self) -> None:
        kit, gap = self._kit, self._kit.look.dp(8)
        self.area.setWidget(self.canvas)
        self.area.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steps = ((kit.words("zoom-out"), 1 / _STEP), (kit.words("zoom-in"), _STEP), (kit.words("zoom-fit"), 0.0))
        self.zooms = [Button(kit, text, level=Level.CHROME) for text, _ in steps]
        for button, (_, factor) in zip(self.zooms, steps, strict=True):
            pressed(button, lambda factor=factor: self._step(factor))  # type: ignore[misc]
        self._bar = flow(*self.zooms, self.count, gap=gap)
        self.setLayout(column(self.tabs, self._bar, self.nothing, self.area, gap=gap, margins=(gap, 0, 0, 0)))

    def _refresh_nothing(self) -> None:
        for widget in (self.tabs, self._bar, self.area):
            widget.setVisible(bool(self._forms))
        self.nothing.setVisible(not self._forms)

    def present(self, page: CounterPage) -> None:
        """Show the page's forms; only tabs whose counts changed and the form on top are touched."""
        self._questions = {view.path: view for section in page.sections for view in section.questions}
        old, self._forms = self._forms, page.forms
        if [form.key for form in old] != [form.key for form in page.forms]:
            self._retab()
        for at, form in enumerate(page.forms):
            if at >= len(old) or form is not old[at]:
                self._label(at, form)
        if old != page.forms:
            self._refresh_nothing()
            self._show()

    def _retab(self) -> None:
        quiet = QSignalBlocker(self.tabs)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for form in self._forms:
            self.tabs.addTab(self._kit.paper.title(form))
        keys = [form.key for form in self._forms]
        self.tabs.setCurrentIndex(keys.index(self._current) if self._current in keys else 0)
        quiet.unblock()

    def _label(self, at: int, form: FilledForm) -> None:
        count = self._kit.words("paper-count", filled=form.filled, total=_total(form))
        self.tabs.label(at, title=self._kit.paper.title(form), count=count)

    def _show(self) -> None:
        at = self.tabs.currentIndex()
        form = self._forms[at] if 0 <= at < len(self._forms) else None
        self._current = form.key if form else ""
        self.canvas.show_sheets(self._kit.paper.sheets(form) if form else ())
        missing = sum(box.counts and box.state is BoxState.MISSING for box in form.boxes) if form else 0
        self.count.set_text(self._kit.words("paper-missing", n=missing) if missing else self._kit.words("paper-full"))
        self._fit()

    def _step(self, factor: float) -> None:
        self._zoom = self.canvas.scale * factor
        self._fit()

    def _fit(self) -> None:
        width = self.area.viewport().width() - 2
        fit = max(width / self.canvas.width_mm, 1.0)
        self.canvas.zoom(min(max(self._zoom, 1.0), 8.0) if self._zoom else fit)

    def light(self, path: str) -> None:
        """Light up the boxes of a question; turn to a form that has one when this one has none."""
        self._lit = path
        at = self.tabs.currentIndex()
        places = [index for index, form in enumerate(self._forms) if any(_about(box, path) for box in form.boxes)]
        if places and at not in places:
            self.tabs.setCurrentIndex(places[0])
        self.canvas.light(frozenset({path} if path else ()))
        rect = self.canvas.lit_rect()
        if rect is not None:
            self._reveal(rect)

    def _reveal(self, rect: QRectF) -> None:
        centre, margin = rect.center().toPoint(), self._kit.look.dp(120)
        self.area.ensureVisible(centre.x(), centre.y(), margin, margin)

    def explain(self, box: PlacedBox) -> str:
        """The hover text: label, value, source and time - or why it is empty."""
        words, filled = self._kit.words, box.filled
        lines = [box.label]
        match filled.state:
            case BoxState.FILLED:
                lines += [filled.text] if filled.text else []
                lines += [self._origin(box)] if filled.source else []
            case BoxState.MISSING | BoxState.HELD:
                names = [self._questions[path].label for path in filled.needs if path in self._questions]
                key = "box-held" if filled.state is BoxState.HELD else "box-missing"
                lines.append(words(key, what="、".join(names) or box.label))
            case BoxState.BLANK:
                lines.append(words("box-blank"))
            case BoxState.NOT_APPLICABLE:
                lines.append(words("box-not-applicable"))
        return "\n".join(lines)

    def _origin(self, box: PlacedBox) -> str:
        words, source = self._kit.words, box.filled.source
        times = [view.at for path in box.paths if (view := self._questions.get(path)) and view.at]
        name = words(source_key(source)) if source else ""
        if not times:
            return words("box-source", source=name)
        return words("box-source-time", source=name, time=f"{max(times).astimezone(TOKYO):%H:%M}")


def _total(form: FilledForm) -> int:
    open_states = {BoxState.FILLED, BoxState.MISSING, BoxState.HELD}
    return sum(box.counts and box.state in open_states for box in form.boxes)


def _about(box: FilledBox, path: str) -> bool:
    return path in box.paths or path in box.needs
