"""What stands around the steps: header, notices, what is asked when a visit is left, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.aside_panel import AsidePanel
from kiosk.ui.counter.drawers import Side
from kiosk.ui.counter.glyph_change import GlyphChange
from kiosk.ui.counter.header import Header
from kiosk.ui.counter.household_strip import HouseholdStrip
from kiosk.ui.counter.key_bar import KeyBar
from kiosk.ui.counter.leaving import Leaving
from kiosk.ui.counter.opposite_screen import OppositeScreen
from kiosk.ui.counter.step_views import StepViews
from kiosk.ui.counter.touching import Touching
from kiosk.ui.counter.zones import Zone, go_round
from kiosk.ui.host import Host
from kiosk.ui.kit import Kit
from kiosk.ui.opposite import Opposite
from kiosk.ui.training.band import TrainingBand
from kiosk.ui.training.mark import TrainingMark
from kiosk.ui.widgets.notice_area import NoticeArea
from kiosk.ui.widgets.panels import holder

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.lobby.kit import BoardKit


class Chrome(StepViews):
    """The parts of the window that every step has."""

    def __init__(self, kit: Kit, host: Host, first: CounterPage) -> None:
        super().__init__(kit, host, first)
        self.header, self.keys, self.notices = Header(kit), KeyBar(kit), NoticeArea(kit)
        self.strip = HouseholdStrip(kit)
        self.opposite: OppositeScreen | None = None
        self.touching: Touching | None = None
        self.glyphs = GlyphChange(kit.office.glyphs)
        self.band = TrainingBand(kit, kit.trainer) if kit.trainer is not None else None
        self.leaving = Leaving(self.keys.leave, AsidePanel(kit, self.splitter))
        self.looked.connect(self._to_primary)
        self.office.sought.connect(self._seek)
        self._arrange()
        self.asking.connect(self._shaped)
        acts = {
            "Ctrl+F": self._search,
            "Ctrl+S": self._toggle_office,
            "Shift+F6": self._all_papers,
            "Ctrl+G": self._shape,
        }
        for keys, act in (acts | {"Shift+F3": self._register, "Shift+F5": self._purposes}).items():
            QShortcut(QKeySequence(keys), self, act)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        side, top = self.kit.look.dp(16), self.kit.look.dp(12)
        left.setContentsMargins(side, top, side, 0)
        left.addWidget(self.stack)
        self.splitter.addWidget(holder(left))
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        above = (self.band,) if self.band is not None else ()
        for widget in (*above, self.header, self.strip, self.notices, self.splitter, self.keys):
            whole.addWidget(widget, 1 if widget is self.splitter else 0)
        self.setCentralWidget(holder(whole))
        if self.band is not None:
            self._begin_training(self.band)
        if self.kit.opposite is not None:
            self._begin_opposite(self.kit.opposite)
        self.leaving.panel.setParent(self.centralWidget())
        self.share()

    def _begin_training(self, band: TrainingBand) -> None:
        """The word lies over everything, and the visitor answers to the question that has the keyboard."""
        self.mark = TrainingMark(self.kit, self)
        self.asking.connect(band.ask)
        self.welcomed.connect(band.welcome)
        self.paged.connect(band.present)
        band.opened.connect(self.open_training)
        QShortcut(QKeySequence("Shift+F1"), self, self.open_training)

    def _begin_opposite(self, opposite: Opposite) -> None:
        """The screen that is turned to the resident follows every page and every question of this one."""
        self.opposite = screen = OppositeScreen(self.kit, opposite, self)
        self.asking.connect(screen.ask)
        self.paged.connect(lambda _: screen.renew())
        screen.acted.connect(self.wanted)
        self.welcomed.connect(lambda here: screen.forget() if here is None else None)
        screen.heard.connect(self.tell)
        self.header.offer_opposite()
        self.header.asked_opposite.connect(self.open_opposite)
        for keys, act in (("Shift+F2", self.open_opposite), ("Shift+F4", screen.hand)):
            QShortcut(QKeySequence(keys), self, act)

    def offer_boards(self, make: Callable[[], BoardKit]) -> None:
        """Whoever has no keyboard answers with keys on the glass; `make` gives what they need."""
        self.has_boards, self.touching = True, Touching(self, make, below=self.strip)
        self.welcomed.connect(lambda here: None if here else self._untouch())

    def _untouch(self) -> None:
        if self.touching is not None:
            self.touching.forget()

    def cover_opposite(self, drawn: bool) -> None:  # noqa: FBT001 - a signal's
        """While the desk is locked or hidden, so is what the resident sees of it."""
        if self.opposite is not None:
            self.opposite.cover(drawn=drawn)

    def open_opposite(self) -> None:
        """Open how the resident's screen is worked, or close it."""
        if self.opposite is not None and not self.stopped:
            self.office.leave()
            if self.opposite.panel is None:
                self.opposite.join(self.side.opposite)
            self.side.toggle(Side.OPPOSITE)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The resident's screen goes with it."""
        if self.opposite is not None:
            self.opposite.close()
        super().closeEvent(event)

    def open_training(self) -> None:
        """Open who comes and how it went, or close it."""
        if self.band is not None and not self.stopped:
            self.office.leave()
            self.side.toggle(Side.TRAINING)

    def _works(self) -> bool:
        """Whether the keyboard is where a visit is worked on, and in sight: not with what only stands around it."""
        focus = self.focusWidget()
        if focus is None or not focus.isVisible():
            return False
        places = (self.stack, self.keys.primary, self.keys.back_button, self.leaving.panel)
        beside = (self.side,) if self.made("side") else ()
        return any(focus is place or place.isAncestorOf(focus) for place in (*places, *beside))

    def _zone(self, step: int) -> None:
        """The keyboard goes to the next part of the window."""
        work = Zone(self.stack, lambda: self.stack.currentWidget() and self._work())
        side = [Zone(self.side, self.side.first)] if self.made("side") else []
        keys = Zone(self.keys, lambda: self.keys.primary if self.keys.primary.isVisible() else self.keys.keys[0])
        go_round((Zone(self.strip, self.strip.first), work, *side, keys), step=step)

    def _work(self) -> QWidget | None:
        """Where a step begins; what takes the keyboard there takes it itself."""
        self.focus_first(self.page.step, otherwise=self.keys.primary)
        return QApplication.focusWidget()

    def _purposes(self) -> None:
        """Open what the visit is about, or close it."""
        if self.page.step not in {Step.START, Step.DONE} and not self.stopped:
            self.side.toggle(Side.PURPOSES)

    def _register(self) -> None:
        """Look into the city's own register, or leave that."""
        if self.page.step is not Step.DONE and not self.stopped:
            self.office.leave()
            self.side.toggle(Side.REGISTER)

    def _all_papers(self) -> None:
        """Every paper of the visit at once, or the one on top again."""
        if self.made("side") and self.side.showing is Side.PAPER:
            self.side.paper.show_all()

    def _shape(self) -> None:
        """Another shape of the letter before the cursor, with all there are beside the page."""
        if self.stopped or self.office.is_open or not self.made("side"):
            return
        if not self.glyphs.letter():
            self._say("glyph-where")
            return
        if not self.side.glyphs_made:
            self.side.glyphs.chosen.connect(self._put_shape)
        opened = self.side.showing is Side.GLYPHS and self.glyphs.letter() in {each.text for each in self.glyphs.known}
        letter = self.glyphs.onward() if opened else self.glyphs.letter()
        self.side.show_beside(Side.GLYPHS)
        self.side.glyphs.present(self.glyphs.look(), letter)

    def _shaped(self) -> None:
        """Another question: nothing of the letter stays in sight."""
        self.glyphs.forget()
        if self.made("side") and self.side.showing is Side.GLYPHS:
            self.side.show_beside(Side.PAPER)

    def _put_shape(self, text: str) -> None:
        self.glyphs.put(text)
        self.side.glyphs.present(self.glyphs.look(), self.glyphs.letter())

    def _search(self) -> None:
        """The search stands on the first page."""
        if self.page.step is Step.START and not self.office.is_open and not self.stopped:
            self.start.day.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_primary(self) -> None:
        """Nothing is left here: Enter goes on."""
        self.keys.primary.setFocus(Qt.FocusReason.TabFocusReason)

    def _seek(self, slip: str) -> None:
        """Open an accepted visit whose answers keep an application from leaving; one visit at a time."""
        self.office.leave()
        if self.page.step is Step.START:
            self.scans.seek(slip)
        else:
            self._say("sending-open-later", slip=slip)

    def _toggle_office(self) -> None:
        if self.stopped:
            self._say("broken-first")
        else:
            self.office.toggle()

    def tell(self, text: str) -> None:
        """Say something that somebody outside the visit has to say."""
        self.notices.say(text)
        self._unsay()

    def _say(self, key: str, **values: str) -> None:
        self.notices.say(self.kit.words(key, **values))
        self._unsay()

    def _unsay(self) -> None:
        """Nothing of the window itself is said any more, but what waits to be said."""
        self.leaving.forget()
        self.notices.present(self.page)
