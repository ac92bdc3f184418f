"""The views of the steps and the right half, each made when it is first needed; the start page waits for none."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import Choice, CounterPage
from kiosk.ui.counter.start_scans import StartScans
from kiosk.ui.counter.start_view import StartView
from kiosk.ui.native import Splitter
from kiosk.ui.office.door import OfficeDoor
from kiosk.ui.tokens import TextSize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.model.base import Issue
    from kiosk.ui.counter.broken_view import BrokenView
    from kiosk.ui.counter.check_view import CheckView
    from kiosk.ui.counter.done_view import DoneView
    from kiosk.ui.counter.faulty_view import FaultyView
    from kiosk.ui.counter.interview_view import InterviewView
    from kiosk.ui.counter.plan_view import PlanView
    from kiosk.ui.counter.side import SidePane
    from kiosk.ui.counter.sign_view import SignView
    from kiosk.ui.counter.whose_view import WhoseView
    from kiosk.ui.host import Host
    from kiosk.ui.kit import Kit

_LEFT_SHARE = {TextSize.SMALL: 60, TextSize.NORMAL: 64, TextSize.LARGE: 68, TextSize.HUGE: 72}
View = TypeVar("View", bound=QWidget)


class StepViews(QMainWindow):
    """A window with one view a step at the left of a divider and the paper at its right.

    What the views want is passed on: `wanted` an action, `asking` the path that has the keyboard, `answered` that no
    question is left, `picked` a path pointed at, `uncovered` that what lay over the step is gone, `welcomed` who has
    come to a training (None: nobody any more); after a defect `resumed` that the visit goes on, `left` that it does
    not. `paged` is every page that is shown. Of who has no keyboard: `asked_boards` that a path is to be answered with
    keys on the glass, `asked_digits` that so many digits of a card are (what for, how many).
    """

    wanted = Signal(object)
    asking = Signal(str)
    answered = Signal()
    looked = Signal()
    picked = Signal(str)
    welcomed = Signal(object)
    paged = Signal(object)
    asked_boards = Signal(str)
    asked_digits = Signal(str, int)
    uncovered = Signal()
    resumed = Signal()
    left = Signal()

    def __init__(self, kit: Kit, host: Host, first: CounterPage) -> None:
        super().__init__()
        self.host = host
        self.kit, self.page, self.stack, self.splitter = kit, first, QStackedWidget(), Splitter(kit.look)
        self.has_boards = False
        self.office = OfficeDoor(kit, self.stack, decide=host.rounds.decide)
        host.rounds.unsent.connect(self.office.show_page)

    def _added(self, view: View) -> View:
        self.stack.addWidget(view)
        return view

    @cached_property
    def start(self) -> StartView:
        """What is the resident here for?"""
        view = self._added(StartView(self.kit))
        view.acted.connect(self.wanted)
        view.here.acted.connect(self.wanted)
        self.scans = StartScans(self.kit, view.scans, starting=lambda: self.page.step is Step.START)
        self.scans.acted.connect(self.wanted)
        return view

    @cached_property
    def faulty(self) -> FaultyView:
        """What is wrong with the forms, where no visit can begin."""
        from kiosk.ui.counter.faulty_view import FaultyView

        return self._added(FaultyView(self.kit))

    def refuse(self, issues: Sequence[Issue], *, again: Callable[[], None]) -> None:
        """Show why no visit can begin; `again` has the forms read once more."""
        if not self.made("faulty"):
            self.faulty.again.connect(again)
        self.stack.setCurrentWidget(self.faulty)
        self.faulty.present(issues)

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """The forms are there: what can be chosen is what they say."""
        self.start.offer(choices)
        if self.made("faulty") and self.stack.currentWidget() is self.faulty:
            self.stack.setCurrentWidget(self.start)
            self.start.go()

    @cached_property
    def interview(self) -> InterviewView:
        """The questions."""
        from kiosk.ui.counter.interview_view import InterviewView

        view = self._added(InterviewView(self.kit))
        view.acted.connect(self.wanted)
        view.asking.connect(self.asking)
        view.finished.connect(self.answered)
        view.touched.connect(self.asked_boards)
        view.boards.setVisible(self.has_boards)
        return view

    @cached_property
    def plan(self) -> PlanView:
        """The procedures."""
        from kiosk.ui.counter.plan_view import PlanView

        view = self._added(PlanView(self.kit))
        view.acted.connect(self.wanted)
        return view

    @cached_property
    def check(self) -> CheckView:
        """The answers."""
        from kiosk.ui.counter.check_view import CheckView

        view = self._added(CheckView(self.kit))
        view.acted.connect(self.wanted)
        view.asking.connect(self.asking)
        view.settled.connect(self.looked)
        return view

    @cached_property
    def sign(self) -> SignView:
        """The signatures."""
        from kiosk.ui.counter.sign_view import SignView

        view = self._added(SignView(self.kit))
        view.acted.connect(self.wanted)
        view.settled.connect(self.answered)
        return view

    @cached_property
    def done(self) -> DoneView:
        """The end."""
        from kiosk.ui.counter.done_view import DoneView

        view = self._added(DoneView(self.kit))
        view.acted.connect(self.wanted)
        return view

    @cached_property
    def broken(self) -> BrokenView:
        """The page about a defect; whoever opens a counter has it made before anything can go wrong."""
        from kiosk.ui.counter.broken_view import BrokenView

        view = self._added(BrokenView(self.kit))
        view.back.connect(self.resumed)
        view.ended.connect(self.left)
        return view

    @cached_property
    def whose(self) -> WhoseView:
        """The question whose a card or a paper is."""
        from kiosk.ui.counter.whose_view import WhoseView

        view = self._added(WhoseView(self.kit))
        view.acted.connect(self.wanted)
        view.ended.connect(self.left)
        return view

    def ask_whose(self, page: CounterPage) -> bool:
        """Whether it is asked whose a card or a paper is: that stands in place of the step until it is decided."""
        if page.proposal is not None:
            self.stack.setCurrentWidget(self.whose)
            self.whose.present(page.proposal)
        elif self.made("whose") and self.stack.currentWidget() is self.whose:
            self.whose.wipe()
            self.stack.setCurrentWidget(self.view(page.step))
            if not self.side.focus_drawer():
                self.uncovered.emit()
        return page.proposal is not None

    @cached_property
    def side(self) -> SidePane:
        """The right half."""
        from kiosk.ui.counter.side import SidePane

        side = SidePane(self.kit)
        side.acted.connect(self.wanted)
        side.picked.connect(self.picked)
        side.closed.connect(self.uncovered)
        side.asked_digits.connect(self.asked_digits)
        side.boards = self.has_boards
        side.welcomed.connect(self.welcomed)
        self.splitter.addWidget(side)  # first of all: a part that is shown without a window becomes one
        side.present(self.page)
        side.for_step(self.page.step)
        self.share()
        return side

    def light(self, path: str) -> None:
        """Let the boxes of a path light up on the paper."""
        self.side.paper.light(path)

    def turn_paper(self, by: int) -> None:
        """Turn the paper's pages."""
        if self.made("side"):
            self.side.paper.turn(by)

    def escape(self) -> None:
        """Leave the office's page, or close what lies over the paper."""
        if self.office.is_open:
            self.office.leave()
        elif self.made("side"):
            self.side.close_drawer()

    def share(self) -> None:
        """Give both halves their width."""
        width, left = max(self.width(), 800), _LEFT_SHARE[self.kit.look.size]
        self.splitter.setSizes([width * left // 100, width * (100 - left) // 100])

    def focus_first(self, step: Step, *, otherwise: QWidget) -> None:
        """Put the keyboard where a step begins."""
        if self.page.proposal is not None:
            self.whose.first().setFocus()
            return
        match step:
            case Step.START:
                self.start.go()
            case Step.INTERVIEW:
                self.interview.go_current()
            case Step.CHECK:
                self.check.begin()
            case Step.SIGN:
                (self.sign.first() or otherwise).setFocus()
            case Step.DONE:
                self.done.first.setFocus()
            case _:
                otherwise.setFocus()

    @property
    def stopped(self) -> bool:
        """Whether the page about a defect is open: nothing acts before somebody has chosen how to go on."""
        return self.made("broken") and self.stack.currentWidget() is self.broken

    def made(self, name: str) -> bool:
        """Whether a view exists already."""
        return name in self.__dict__

    def view(self, step: Step) -> StartView | InterviewView | PlanView | CheckView | SignView | DoneView:
        """The view of a step."""
        match step:
            case Step.START:
                return self.start
            case Step.INTERVIEW:
                return self.interview
            case Step.PLAN:
                return self.plan
            case Step.CHECK:
                return self.check
            case Step.SIGN:
                return self.sign
            case Step.DONE:
                return self.done

    def wipe(self) -> None:
        """The visit has ended: nothing of it stays in a view."""
        self.start.day.forget()
        if self.made("done"):
            self.done.wipe()
        if self.made("whose"):
            self.whose.wipe()
        for step in (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN):
            if self.made(step.value):
                self.view(step).present(CounterPage(step=Step.START))
        if self.made("side"):
            self.side.wipe()
