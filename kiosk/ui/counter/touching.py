"""Mouse or touch alone: while it is on, every question that is asked has its board over the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from kiosk.flow.actions import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kiosk.flow.pages import QuestionView
    from kiosk.ui.counter.board_page import BoardPage
    from kiosk.ui.counter.step_views import StepViews
    from kiosk.ui.lobby.kit import BoardKit


class Touching(QObject):
    """`on` from a press until another, or the end of the visit; nothing of what was said stays then.

    The board lies over all that stands `below` the header: that widget and what comes after it.
    """

    def __init__(self, window: StepViews, make: Callable[[], BoardKit], *, below: QWidget) -> None:
        super().__init__(window)
        self._window, self._make, self._strip, self.on = window, make, below, False
        self.page: BoardPage | None = None
        window.splitter.installEventFilter(self)
        window.asking.connect(self._ask)
        window.paged.connect(self._renew)
        window.answered.connect(self._cover)
        window.asked_boards.connect(self._toggle)
        window.asked_digits.connect(self._digits)

    def _made(self) -> BoardPage:
        """The page, made when it is first wanted."""
        from kiosk.ui.counter.board_page import BoardPage

        if self.page is None:
            self.page = page = BoardPage(self._window.kit, self._make(), self._window.centralWidget())
            page.acted.connect(self._window.wanted)
            page.next.connect(self._window.interview.go_next)
            page.over.connect(self._over)
            page.secret.connect(self._window.side.card.take)
        self._lie(self.page)
        return self.page

    def _lie(self, page: BoardPage) -> None:
        """Below the header, over all the rest: with the largest text a board needs every bit of it."""
        whole = page.parentWidget()
        if whole is not None:
            page.lie(whole.rect().adjusted(0, self._strip.geometry().top(), 0, 0))

    def _toggle(self, path: str) -> None:
        self.on = True
        self._ask(path)

    def _over(self) -> None:
        """The keyboard is used again."""
        self.on = False
        path = self.page.question.path if self.page is not None and self.page.question is not None else ""
        self._cover()
        if path and self._window.page.step is Step.INTERVIEW:
            self._window.interview.go(path)

    def _ask(self, path: str) -> None:
        view = self._view(path)
        if self.on and view is not None and self._window.page.step is Step.INTERVIEW:
            who = next((each.name or each.role for each in self._window.page.persons if each.id == view.person), "")
            self._made().ask(view, who=who)

    def _renew(self) -> None:
        """The board follows the visit; it goes with the questions."""
        if self.page is None or not self.page.isVisible():
            return
        question = self.page.question
        if question is not None and self._window.page.step is Step.INTERVIEW:
            self.page.renew(self._view(question.path))
        elif question is not None:
            self._cover()

    def _digits(self, name: str, count: int) -> None:
        self._made().ask_secret(name=name, count=count)

    def _cover(self) -> None:
        if self.page is not None:
            self.page.wipe()

    def forget(self) -> None:
        """The visit has ended."""
        self.on = False
        self._cover()

    def _view(self, path: str) -> QuestionView | None:
        views = (view for section in self._window.page.sections for view in section.questions)
        return next((view for view in views if view.path == path), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The board has the room of what it lies over."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.page is not None:
            QTimer.singleShot(0, self.page, partial(self._lie, self.page))  # when all the parts have their places
        return super().eventFilter(watched, event)
