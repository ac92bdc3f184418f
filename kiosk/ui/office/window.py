"""The office's own window (`kiosk office`): what has not left, both sides of a destination, the end of a day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.focus import FocusGuide
from kiosk.ui.office.book_ports import ComparePage
from kiosk.ui.office.compare_view import CompareView
from kiosk.ui.office.day_view import DayView
from kiosk.ui.office.header import OfficeHeader, OfficePage
from kiosk.ui.office.sending_view import SendingView
from kiosk.ui.widgets.notice_area import NoticeArea
from kiosk.ui.widgets.panels import column, holder

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.model.errors import SiteError
    from kiosk.ui.kit import Kit
    from kiosk.ui.office.book_ports import Books, DayPage
    from kiosk.ui.ports import Delivered
    from kiosk.ui.troubles import Breakdown

_KEYS = {OfficePage.SENDING: "F5", OfficePage.COMPARE: "F6", OfficePage.DAY: "F7"}
_NOBODY = CounterPage(step=Step.START)


class OfficeWindow(QMainWindow):
    """One page at a time; none knows a store or a thread.

    `decided` carries what to ask of Sending, `asked` what to ask of Books (`answered` and `failed` hear of it),
    `closed` that the window takes no more work; `uncovered`: the desk has been opened again.
    """

    decided = Signal(object)
    asked = Signal(object)
    closed = Signal()
    uncovered = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit, self._asking = kit, OfficePage.DAY
        self._counted: tuple[int, ...] = ()
        self.page = OfficePage.SENDING
        self.header, self.notices, self.stack = OfficeHeader(kit), NoticeArea(kit), QStackedWidget()
        side = kit.look.dp(16)
        inside = holder(column(self.stack, gap=0, margins=(side, kit.look.dp(12), side, 0)))
        whole = column(self.header, self.notices, inside, gap=0)
        whole.setStretchFactor(inside, 1)
        self.setCentralWidget(holder(whole))
        self.setWindowTitle(kit.words("office-window"))
        self.notices.present(_NOBODY)
        self.focus_guide = FocusGuide(self, look=kit.look)
        self._connect()
        self._turn(OfficePage.SENDING)

    def _connect(self) -> None:
        self.header.went.connect(self.go)
        self.uncovered.connect(lambda: self.go(self.page))
        for page, key in _KEYS.items():
            QShortcut(QKeySequence(key), self, lambda page=page: self.go(page))
        for key, step in (("Ctrl++", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.kit.look.resize(step=step))

    @cached_property
    def sending(self) -> SendingView:
        """送付の管理."""
        view = SendingView(self.kit, closes=False)
        self.stack.addWidget(view)
        view.wanted.connect(self.decided)
        return view

    @cached_property
    def comparing(self) -> CompareView:
        """突合."""
        view = CompareView(self.kit)
        self.stack.addWidget(view)
        view.wanted.connect(self._ask)
        return view

    @cached_property
    def day(self) -> DayView:
        """1日の締め."""
        view = DayView(self.kit)
        self.stack.addWidget(view)
        view.wanted.connect(self._ask)
        return view

    def view(self, page: OfficePage) -> SendingView | CompareView | DayView:
        """The view of a page."""
        match page:
            case OfficePage.SENDING:
                return self.sending
            case OfficePage.COMPARE:
                return self.comparing
            case OfficePage.DAY:
                return self.day

    def go(self, page: OfficePage) -> None:
        """Show a page as it stands now."""
        self._turn(page)
        self.view(page).begin()

    def _turn(self, page: OfficePage) -> None:
        self.page = page
        self.stack.setCurrentWidget(self.view(page))
        self.header.show_page(page)

    def count(self, found: Delivered) -> None:
        """A round of the courier is over: where something has left or come, the list is looked at again."""
        now = (found.count.pending, found.count.held, found.count.relayed)
        if self.page is OfficePage.SENDING and self._counted not in {(), now}:
            self.sending.renew()
        self._counted = now

    # ---- what is asked -----------------------------------------------------------------------------------------------
    def _ask(self, work: Callable[[Books], ComparePage | DayPage]) -> None:
        self._asking = self.page
        self.asked.emit(work)

    def answered(self, page: ComparePage | DayPage) -> None:
        """Show what was asked for."""
        if isinstance(page, ComparePage):
            self.comparing.present(page)
        else:
            self.day.present(page)

    def failed(self, error: SiteError) -> None:
        """It could not be done: told where it was asked for."""
        said = self.kit.words("site-error", what=error.what, mend=error.mend, code=error.code)
        (self.comparing if self._asking is OfficePage.COMPARE else self.day).refuse(said)

    def stumbled(self, broken: Breakdown) -> None:
        """A defect of ours: it is told, and the desk goes on."""
        self.tell(self.kit.words("office-defect", code=broken.reference))

    def tell(self, text: str) -> None:
        """Say something above the page."""
        self.notices.say(text)
        self.notices.present(_NOBODY)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Take no more work."""
        self.kit.jobs.close()
        self.closed.emit()
        super().closeEvent(event)
