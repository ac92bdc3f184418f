"""The living paper beside the interview: which form, zoom, and the page itself."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.clock import TOKYO
from kiosk.flow.pages import CounterPage, QuestionView
from kiosk.model.filled import BoxState, FilledForm
from kiosk.ui.kit import Kit
from kiosk.ui.native import bars
from kiosk.ui.ports import PlacedBox
from kiosk.ui.tokens import Level
from kiosk.ui.widgets import icons
from kiosk.ui.widgets.button import IconButton
from kiosk.ui.widgets.form_picker import FormPicker
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.origin import source_words
from kiosk.ui.widgets.packet_shelf import PacketShelf
from kiosk.ui.widgets.panels import column, pressed
from kiosk.ui.widgets.paper_canvas import PaperCanvas
from kiosk.ui.widgets.paper_warnings import PaperWarnings

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
        self._page = CounterPage(step=Step.START)
        self._zoom, self._lit, self._kept, self._late = 0.0, "", "", False
        self.canvas, self.area = PaperCanvas(kit), _Scroll()
        self.count = GlyphLabel(kit, level=Level.CHROME, ink="quiet")
        self.nothing = GlyphLabel(kit, kit.words("paper-none"), level=Level.DENSE, ink="quiet")
        self.canvas.explain = self.explain
        self.shelf, self._warnings = PacketShelf(kit), PaperWarnings(kit)
        self.zooms, self.every = self._make_zooms(), IconButton(kit, kit.words("paper-all"), icons.Icon.ALL)
        pressed(self.every, self.show_all)
        self.picker = FormPicker(kit, tools=(self.every, *self.zooms), remark=self.count)
        self._arrange()
        self.picker.turned.connect(lambda _at: self._turned())
        self.canvas.picked.connect(self._pick)
        self.area.resized.connect(self._fit)
        self.shelf.opened.connect(self._opened)
        self._refresh_nothing()

    def _arrange(self) -> None:
        gap = self._kit.look.dp(8)
        bars(self.area, look=self._kit.look)
        self.area.setWidget(self.canvas)
        self.area.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # a page as wide as its place would be too high for it without the bar, and not with it: it would swing
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayout(column(self.picker, self.nothing, self.area, self.shelf, gap=gap, margins=(gap, 0, 0, 0)))
        self.shelf.hide()

    def _make_zooms(self) -> list[IconButton]:
        kit = self._kit
        steps = (("zoom-out", icons.Icon.MINUS), ("zoom-in", icons.Icon.PLUS), ("zoom-fit", icons.Icon.FIT))
        zooms = [IconButton(kit, kit.words(key), icon) for key, icon in steps]
        for button, factor in zip(zooms, (1 / _STEP, _STEP, 0.0), strict=True):
            pressed(button, lambda factor=factor: self._step(factor))  # type: ignore[misc]
        return zooms

    def show_all(self) -> None:
        """Every paper at once, small; or the one on top again."""
        every = self.shelf.isHidden() and bool(self._forms)
        self.shelf.setVisible(every)
        self.area.setVisible(not every and bool(self._forms))
        if every:
            self.shelf.present(self._forms)
            self.shelf.go(self.picker.at)

    def _opened(self, at: int) -> None:
        self.show_all()
        self.picker.turn(at)
        self._turned()

    def _refresh_nothing(self) -> None:
        self.shelf.hide()
        for widget in (self.picker, self.area):
            widget.setVisible(bool(self._forms))
        self.nothing.setVisible(not self._forms)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What happened while something else lay here is shown now."""
        super().showEvent(event)
        if self._late:
            self.present(self._page)

    def present(self, page: CounterPage) -> None:
        """Show the page's forms; the paper only if the form on top is another or was filled anew."""
        self._page = page
        self.canvas.mark(self._kit.words("withdrawn-mark") if page.withdrawn is not None else "")
        self._warnings.present(page)
        self._note()
        self._late = not self.isVisible() and bool(page.forms)
        if self._late or page.forms == self._forms:
            return
        on_top, stays = self._on_top, self._kept
        at = next((at for at, form in enumerate(page.forms) if form.key == stays), 0)
        empty = not self._forms or not page.forms
        self._forms = page.forms
        self.picker.present(page.forms, at=at if page.forms else -1)
        if not self.shelf.isHidden():
            self.shelf.present(page.forms)
        if empty:
            self._refresh_nothing()
        if self._on_top is not on_top:
            self._show()

    @property
    def _on_top(self) -> FilledForm | None:
        return self._forms[self.picker.at] if 0 <= self.picker.at < len(self._forms) else None

    def _show(self) -> None:
        form, words = self._on_top, self._kit.words
        self.canvas.show_sheets(self._kit.paper.sheets(form) if form else ())
        missing = sum(box.counts and box.state is BoxState.MISSING for box in form.boxes) if form else 0
        self.count.set_text(words("paper-missing", n=missing) if missing else words("paper-full"))
        self._note()
        self._fit()

    def _note(self) -> None:
        """What changed since the resident looked, and what would not be printed or taken, beside its box."""
        form = self._on_top
        title = self._kit.paper.title(form) if form is not None and self._warnings else ""
        boxes = self.canvas.placed if title else ()
        warned = frozenset((box.box, box.row) for box in boxes if self._warnings.about(box, title))
        self.canvas.note(changed=self._warnings.changed, warned=warned)

    def _turned(self) -> None:
        """Another form begins at its top, and stays: until somebody turned, the first form lies on top."""
        self._kept = self._on_top.key if self._on_top else ""
        self._show()
        self.area.verticalScrollBar().setValue(0)

    def turn(self, by: int) -> None:
        """The form before or after, picked by hand."""
        self.picker.step(by)

    def wipe(self) -> None:
        """The visit has ended: the zoom, the forms and what was remembered of them go."""
        self._zoom, self._lit, self._kept = 0.0, "", ""
        self._page, self._late = CounterPage(step=Step.START), False
        self._forms = ()
        self.shelf.wipe()
        self._warnings.present(self._page)
        self.picker.present((), at=-1)
        self._show()
        self._refresh_nothing()
        self._kit.paper.forget()

    def _step(self, factor: float) -> None:
        self._zoom = self.canvas.scale * factor
        self._fit()

    def _fit(self) -> None:
        width = self.area.viewport().width() - 2
        fit = max(width / self.canvas.width_mm, 1.0)
        self.canvas.zoom(min(max(self._zoom, 1.0), 8.0) if self._zoom else fit)

    def light(self, path: str) -> None:
        """Light up the boxes of a question; turn to the first form that has one when the form on top has none."""
        if path != self._lit:
            self._lit = path
            self._turn_to(path)
        self.canvas.light(frozenset({path} if path else ()))
        rect = self.canvas.lit_rect()
        if rect is not None:
            self._reveal(rect)

    def _turn_to(self, path: str) -> None:
        about, form = self._kit.paper.about, self._on_top
        if form is None or not path or path in about(form):
            return
        place = next((at for at, each in enumerate(self._forms) if path in about(each)), None)
        if place is not None:
            self.picker.turn(place)
            self._turned()

    def _pick(self, box: PlacedBox) -> None:
        """A box was clicked: its question is the missing fact, else what fills it, else what that follows from."""
        paths = (*box.filled.needs, *box.filled.paths, *box.behind)
        self.picked.emit(next((path for path in paths if path in self._questions), paths[0]))

    @property
    def _questions(self) -> dict[str, QuestionView]:
        return {view.path: view for section in self._page.sections for view in section.questions}

    def _reveal(self, rect: QRectF) -> None:
        centre, margin = rect.center().toPoint(), self._kit.look.dp(120)
        self.area.ensureVisible(centre.x(), centre.y(), margin, margin)

    def explain(self, box: PlacedBox) -> str:
        """The hover text: label, value, source and time - or why it is empty."""
        words, filled, questions = self._kit.words, box.filled, self._questions
        lines = [box.label]
        match filled.state:
            case BoxState.FILLED:
                lines += [filled.text] if filled.text else []
                lines += [self._origin(box)] if filled.source else []
            case BoxState.MISSING | BoxState.HELD:
                names = [questions[path].label for path in filled.needs if path in questions]
                key = "box-held" if filled.state is BoxState.HELD else "box-missing"
                lines.append(words(key, what="、".join(names) or box.label))
            case BoxState.BLANK:
                lines.append(words("box-blank"))
            case BoxState.NOT_APPLICABLE:
                lines.append(words("box-not-applicable"))
        title = self._kit.paper.title(self._on_top) if self._on_top is not None else ""
        return "\n".join((*lines, *self._warnings.told(box, title)))

    def _origin(self, box: PlacedBox) -> str:
        words, source = self._kit.words, box.filled.source
        questions = self._questions
        views = [view for path in box.paths if (view := questions.get(path))]
        times = [view.at for view in views if view.at]
        days = [view.day for view in views if view.day and view.source is source]
        name = source_words(self._kit, source, max(days, default=None)) if source else ""
        if not times:
            return words("box-source", source=name)
        return words("box-source-time", source=name, time=f"{max(times).astimezone(TOKYO):%H:%M}")
