"""The right half: the living paper, or in its place the card drawer, the extract, the help."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.case_actions import Rewind
from kiosk.flow.pages import CounterPage
from kiosk.model.errors import Defect
from kiosk.ui.counter.drawers import Side
from kiosk.ui.counter.extract_panel import ExtractPanel
from kiosk.ui.counter.glyph_panel import GlyphPanel
from kiosk.ui.counter.help_panel import HelpPanel
from kiosk.ui.counter.opposite_panel import OppositePanel
from kiosk.ui.counter.purpose_panel import PurposePanel
from kiosk.ui.counter.register_panel import RegisterPanel
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.training.panel import TrainingPanel
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card_drawer import CardDrawer
from kiosk.ui.widgets.lettering import forget
from kiosk.ui.widgets.panels import Ground, column, holder, pressed
from kiosk.ui.widgets.paper_view import PaperView

Drawer = TypeVar("Drawer", bound=QWidget)


class SidePane(Ground):
    """`acted` from drawer and extract, `picked` from the paper, `closed` when the paper comes back; `welcomed` from a
    training: who has come. `asked_digits`: of a card, to be pressed on the glass (what for, how many), where there are
    `boards`.
    """

    acted = Signal(object)
    picked = Signal(str)
    closed = Signal()
    welcomed = Signal(object)
    asked_digits = Signal(str, int)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="panel")
        self._kit, self.showing, self._step = kit, Side.PAPER, Step.START
        self.boards = False
        self.stack, self._page = QStackedWidget(), CounterPage(step=Step.START)
        self.paper = self._added(PaperView(kit))
        self.close_button = Button(kit, kit.words("side-close"), level=Level.CHROME)
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self.close_button)
        self._bar = holder(bar)
        bar.setContentsMargins(0, 0, 0, 0)
        side = kit.look.dp(8)
        self.setLayout(
            column(self.stack, self._bar, gap=kit.look.dp(8), margins=(side, kit.look.dp(12), side, kit.look.dp(8)))
        )
        self.paper.picked.connect(self.picked)
        pressed(self.close_button, self.close_drawer)
        self._show(Side.PAPER)

    # ---- drawers, each made when it is first opened ---------------------------------------------------------------
    def _added(self, page: Drawer) -> Drawer:
        self.stack.addWidget(page)
        return page

    @cached_property
    def card(self) -> CardDrawer:
        """The card reader."""
        card = self._added(CardDrawer(self._kit))
        card.acted.connect(self.acted)
        card.by_hand.connect(self.close_drawer)
        card.asked_digits.connect(self.asked_digits)
        card.pad.setVisible(self.boards)
        card.present(self._page)
        return card

    @cached_property
    def extract(self) -> ExtractPanel:
        """The extracts that have arrived."""
        extract = self._added(ExtractPanel(self._kit))
        extract.acted.connect(self.acted)
        extract.register.connect(lambda: self.toggle(Side.REGISTER))
        return extract

    @cached_property
    def help(self) -> HelpPanel:
        """The keys."""
        panel = self._added(HelpPanel(self._kit))
        panel.rewound.connect(lambda onward: self.acted.emit(Rewind(onward=onward)))
        return panel

    @cached_property
    def purposes(self) -> PurposePanel:
        """What the visit is about."""
        purposes = self._added(PurposePanel(self._kit))
        purposes.acted.connect(self.acted)
        purposes.present(self._page)
        return purposes

    @cached_property
    def register(self) -> RegisterPanel:
        """Who stands in the city's own register."""
        register = self._added(RegisterPanel(self._kit))
        register.acted.connect(self.acted)
        register.over.connect(self.close_drawer)
        register.present(self._page)
        return register

    @cached_property
    def training(self) -> TrainingPanel:
        """Who comes to a training, and how their visit went."""
        if self._kit.trainer is None:
            raise Defect("visitors of a training where there is none")
        training = self._added(TrainingPanel(self._kit, self._kit.trainer))
        training.welcomed.connect(self.welcomed)
        training.welcomed.connect(self.close_drawer)
        training.present(self._page)
        return training

    @cached_property
    def opposite(self) -> OppositePanel:
        """The screen that is turned to the resident."""
        if self._kit.opposite is None:
            raise Defect("a screen for residents where there is none")
        return self._added(OppositePanel(self._kit, self._kit.opposite))

    @cached_property
    def glyphs(self) -> GlyphPanel:
        """The shapes of a letter."""
        return self._added(GlyphPanel(self._kit))

    @property
    def glyphs_made(self) -> bool:
        """Whether the shapes of a letter were shown before."""
        return self._made("glyphs")

    def show_beside(self, side: Side) -> None:
        """Show a drawer and leave the keyboard where it is."""
        if side is not self.showing:
            self._show(side)

    def _drawer(self, side: Side) -> QWidget:
        """Each is named as the side is."""
        drawer = getattr(self, side.value)
        assert isinstance(drawer, QWidget)
        return drawer

    def _made(self, name: str) -> bool:
        return name in self.__dict__

    def present(self, page: CounterPage) -> None:
        """The paper follows every page; the drawer needs only the household.

        Once it speaks for a purpose, the paper that was looked for has been found: its drawer is in the way.
        """
        found = page.step is Step.START and page.proposal is None and page.suggested != self._page.suggested
        self._page = page
        if found and page.suggested and self.showing is Side.EXTRACT:
            self.close_drawer()
        self.paper.present(page)
        if self._made("card"):
            self.card.present(page)
        if self._made("extract"):
            self.extract.present(page)
        if self._made("purposes"):
            self.purposes.present(page)
        if self._made("register"):
            self.register.present(page)
        if self._made("training"):
            self.training.present(page)

    def for_step(self, step: Step) -> None:
        """The start has no paper; every step but the interview begins with the paper, the last of a training with how
        it went.
        """
        self._step = step
        judged = step is Step.DONE and self._made("training") and self.training.here
        self._show(Side.TRAINING if judged else Side.PAPER)

    def toggle(self, side: Side) -> None:
        """Show it, or the paper again."""
        if side is self.showing:
            self.close_drawer()
            return
        if side is Side.EXTRACT:
            self.extract.refresh()
        if side is Side.REGISTER:
            self.register.refresh()
        self._show(side)
        self._first(side).setFocus(Qt.FocusReason.TabFocusReason)

    def _first(self, side: Side) -> QWidget:
        first = getattr(self._drawer(side), "first", None)
        return first() if callable(first) and side is not Side.PAPER else self.close_button

    def first(self) -> QWidget | None:
        """Where the keyboard goes in what is shown; the paper has its own keys and takes none."""
        return None if self.showing is Side.PAPER else self._first(self.showing)

    def focus_drawer(self) -> bool:
        """Give the keyboard back to an open card reader or list of papers; False where the paper is shown."""
        if self.showing in {Side.CARD, Side.EXTRACT}:
            self._first(self.showing).setFocus(Qt.FocusReason.TabFocusReason)
        return self.showing in {Side.CARD, Side.EXTRACT}

    def close_drawer(self) -> None:
        """The paper comes back."""
        if self.showing is not Side.PAPER:
            self._show(Side.PAPER)
            self.closed.emit()

    def _show(self, side: Side) -> None:
        if self.showing is Side.REGISTER and side is not Side.REGISTER:
            self.register.wipe()
            self.register.present(self._page)
        self.showing = side
        self.stack.setCurrentWidget(self._drawer(side))
        self._bar.setVisible(side not in {Side.PAPER, Side.CARD})
        self.setVisible(side is not Side.PAPER or self._step is not Step.START)

    def wipe(self) -> None:
        """The visit has ended: nothing of it stays here, nor in what was measured for it."""
        self._page = CounterPage(step=Step.START)
        self.paper.wipe()
        if self._made("card"):
            self.card.wipe()
        if self._made("extract"):
            self.extract.wipe()
        if self._made("purposes"):
            self.purposes.wipe()
        if self._made("register"):
            self.register.wipe()
        if self._made("training"):
            self.training.leave()
        if self._made("glyphs"):
            self.glyphs.wipe()
        self._show(Side.PAPER)
        forget(self._kit.look)
