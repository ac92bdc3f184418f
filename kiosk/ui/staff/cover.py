"""What stands in the place of a closed desk: what is wrong with the place, one page at a time, the display settings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.flow.actions import Step
from kiosk.flow.pages import CounterPage
from kiosk.ui.staff.hidden import HiddenPage
from kiosk.ui.staff.page import Blank, FieldsPage
from kiosk.ui.widgets.look_buttons import LookButtons
from kiosk.ui.widgets.notice_area import NoticeArea
from kiosk.ui.widgets.panels import Ground, column, holder

if TYPE_CHECKING:
    from kiosk.ui.kit import Kit

NUMBER, PIN, NEW, AGAIN, NAME = "staff-number", "staff-pin", "staff-pin-new", "staff-pin-again", "staff-name"
_NUMBER, _PIN = Blank(NUMBER, most=10), Blank(PIN, secret=True, most=12)
_NEW, _AGAIN = Blank(NEW, secret=True, most=12), Blank(AGAIN, secret=True, most=12)

Page = TypeVar("Page", bound=QWidget)


class Cover(Ground):
    """The pages are made when they are first needed; nothing of the desk is known here.

    A page was filled: `signed` a number and a PIN (`changing`: to choose another PIN), `founded` the first
    administrator, `chosen` a PIN of one's own; `withdrew`: it was not; `returned`: the screen is to be shown again.
    """

    signed = Signal()
    changing = Signal()
    founded = Signal()
    chosen = Signal()
    withdrew = Signal()
    returned = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, role="page")
        self.stack, self.notices = QStackedWidget(), NoticeArea(kit)
        self.notices.present(CounterPage(step=Step.START))
        self.told = holder(column(self.notices, gap=0))
        self.look = LookButtons(kit)
        side, gap = kit.look.dp(40), kit.look.dp(12)
        margins = (side, kit.look.dp(24), side, kit.look.dp(16))
        self.setLayout(column(self.told, self.stack, self.look, gap=gap, margins=margins))

    def _added(self, page: Page) -> Page:
        self.stack.addWidget(page)
        return page

    @cached_property
    def sign_in(self) -> FieldsPage:
        """A number and a PIN."""
        page = FieldsPage(self._kit, (_NUMBER, _PIN), name="staff-in", back="staff-in-change")
        page.entered.connect(self.signed)
        page.left.connect(self.changing)
        return self._added(page)

    @cached_property
    def founding(self) -> FieldsPage:
        """The first administrator of a place."""
        page = FieldsPage(self._kit, (Blank(NAME, japanese=True), _NUMBER, _PIN, _AGAIN), name="staff-found")
        page.how.set_text(self._kit.words("staff-found-how"))
        page.entered.connect(self.founded)
        return self._added(page)

    @cached_property
    def renewing(self) -> FieldsPage:
        """A PIN of one's own."""
        page = FieldsPage(self._kit, (_NEW, _AGAIN), name="staff-renew", back="staff-renew-back")
        page.entered.connect(self.chosen)
        page.left.connect(self.withdrew)
        return self._added(page)

    @cached_property
    def hidden(self) -> HiddenPage:
        """Nothing."""
        page = HiddenPage(self._kit)
        page.left.connect(self.returned)
        return self._added(page)

    def show_page(self, page: QWidget) -> None:
        """Turn to a page; over a hidden screen nothing is told."""
        self.told.setHidden(isinstance(page, HiddenPage))
        self.stack.setCurrentWidget(page)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.currentWidget()

    def say(self, text: str) -> None:
        """Say on the page that is shown why it goes no further."""
        if isinstance(self.page, FieldsPage):
            self.page.say(text)

    def wipe(self) -> None:
        """Nothing that was typed stays on any page."""
        for name in ("sign_in", "founding", "renewing"):
            if name in self.__dict__:
                getattr(self, name).wipe()
