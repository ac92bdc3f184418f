"""The way from the counter to the office's page and back; the page is made when somebody first opens it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from kiosk.ui.kit import Kit
    from kiosk.ui.office.ports import Sending, SendingPage
    from kiosk.ui.office.sending_view import SendingView


class OfficeDoor(QObject):
    """`closed`: the page was left, the step of the visit is to be shown again. `sought`: a visit by its number is."""

    closed = Signal()
    sought = Signal(str)

    def __init__(
        self, kit: Kit, stack: QStackedWidget, *, decide: Callable[[Callable[[Sending], SendingPage]], None]
    ) -> None:
        super().__init__(stack)
        self._kit, self._stack, self._decide = kit, stack, decide
        self.is_open = False

    @cached_property
    def view(self) -> SendingView:
        """The page."""
        from kiosk.ui.office.sending_view import SendingView

        view = SendingView(self._kit)
        self._stack.addWidget(view)
        view.wanted.connect(self._decide)
        view.left.connect(self.leave)
        view.opened.connect(self.sought)
        return view

    def toggle(self) -> None:
        """Open the page, or leave it."""
        if self.is_open:
            self.leave()
            return
        self.is_open = True
        self._stack.setCurrentWidget(self.view)
        self.view.begin()

    def leave(self) -> bool:
        """Back to the visit; False, and nothing is done, when the page is not open."""
        was, self.is_open = self.is_open, False
        if was:
            self.closed.emit()
        return was

    def show_page(self, page: SendingPage) -> None:
        """Show what the host was told."""
        if self.is_open:
            self.view.present(page)
