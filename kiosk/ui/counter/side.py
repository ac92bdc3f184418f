"""The right half: the living paper, or in its place the card drawer, the extract, the help."""

import enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.extract_panel import ExtractPanel
from kiosk.ui.counter.help_panel import HelpPanel
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card_drawer import CardDrawer
from kiosk.ui.widgets.lettering import forget
from kiosk.ui.widgets.panels import Ground, column, holder, pressed
from kiosk.ui.widgets.paper_view import PaperView


class Side(enum.Enum):
    """What can stand in the right half."""

    PAPER = "paper"
    CARD = "card"
    EXTRACT = "extract"
    HELP = "help"


class SidePane(Ground):
    """`acted` from drawer and extract, `picked` from the paper, `closed` when the paper comes back."""

    acted = Signal(object)
    picked = Signal(str)
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="panel")
        self._kit, self.showing, self._step = kit, Side.PAPER, Step.START
        self.paper, self.card = PaperView(kit), CardDrawer(kit)
        self.extract, self.help = ExtractPanel(kit), HelpPanel(kit)
        self.stack = QStackedWidget()
        self._pages = {Side.PAPER: self.paper, Side.CARD: self.card, Side.EXTRACT: self.extract, Side.HELP: self.help}
        for page in self._pages.values():
            self.stack.addWidget(page)
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
        self.card.acted.connect(self.acted)
        self.extract.acted.connect(self.acted)
        self.card.by_hand.connect(self.close_drawer)
        self.paper.picked.connect(self.picked)
        pressed(self.close_button, self.close_drawer)
        self._show(Side.PAPER)

    def present(self, page: CounterPage) -> None:
        """The paper follows every page; the drawer needs only the household."""
        self.paper.present(page)
        self.card.present(page)

    def for_step(self, step: Step) -> None:
        """The start has no paper; every step but the interview begins with the paper."""
        self._step = step
        self._show(Side.PAPER)

    def toggle(self, side: Side) -> None:
        """Show it, or the paper again."""
        if side is self.showing:
            self.close_drawer()
            return
        self._show(side)
        if side is Side.EXTRACT:
            self.extract.refresh()
        target: QWidget = {Side.CARD: self.card.first, Side.EXTRACT: self.extract.first}.get(
            side, lambda: self.close_button
        )()
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def close_drawer(self) -> None:
        """The paper comes back."""
        if self.showing is not Side.PAPER:
            self._show(Side.PAPER)
            self.closed.emit()

    def _show(self, side: Side) -> None:
        self.showing = side
        self.stack.setCurrentWidget(self._pages[side])
        self._bar.setVisible(side in {Side.EXTRACT, Side.HELP})
        self.setVisible(side is not Side.PAPER or self._step is not Step.START)

    def wipe(self) -> None:
        """The visit has ended: nothing of it stays here, nor in what was measured for it."""
        self.paper.wipe()
        self.card.wipe()
        self.extract.wipe()
        self._show(Side.PAPER)
        forget()
