"""In and out of service: when the page about a terminal that cannot be used is shown, and the staff's way behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.lobby.look import LobbyLook
from kiosk.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.ui.lobby.closed_view import ClosedView
    from kiosk.ui.lobby.kit import LobbyKit
    from kiosk.ui.lobby.ports import Care
    from kiosk.ui.lobby.staff_desk import StaffDesk
    from kiosk.ui.troubles import Trouble

TOUCHES, APART_MS = 5, 3_000
_STOPPING = frozenset({"catalogue", "store"})


class Service(QObject):
    """`asked`: staff want in, `again`: what could not be read is to be read once more, `quitted`: the window may close.

    Touching the title five times asks for the code; nothing shows that it does.
    """

    asked = Signal()
    again = Signal()
    quitted = Signal()

    def __init__(self, window: QWidget, *, words: Callable[[str], Words]) -> None:
        super().__init__(window)
        self._window, self._words = window, words
        self.care: Care | None = None
        self.closed: ClosedView | None = None
        self.staff: StaffDesk | None = None
        self._ours: LobbyKit | None = None
        self.troubles: frozenset[str] = frozenset()
        self.released, self._touches = False, 0
        self._apart = QTimer(self)
        self._apart.setSingleShot(True)
        self._apart.setInterval(APART_MS)
        self._apart.timeout.connect(self._forget_touches)

    def build(self, kit: LobbyKit, title: QWidget) -> None:
        """Watch the title."""
        self.care, self._ours = kit.care, self._ours or kit
        title.installEventFilter(self)

    def prepare(self) -> None:
        """Both covers are made once: they are the same in every language, and nobody's. At the latest when the first
        is shown; the first page need not wait for them.
        """
        if self.care is None or self._ours is None or self.closed is not None:
            return
        from kiosk.ui.lobby.closed_view import ClosedView
        from kiosk.ui.lobby.staff_desk import StaffDesk

        ours = replace(self._ours, look=LobbyLook(), words=self._words("ja"))
        self.closed = ClosedView(ours, self._window, care=self.care)
        self.closed.lines[0].installEventFilter(self)
        self.staff = StaffDesk(ours, self._window, self.care, stopped=lambda: self.stopped)
        self.staff.left.connect(self._leave)
        self.staff.turned.connect(self._turned)
        self.staff.quitted.connect(self._quit)
        self.resize()

    @property
    def widgets(self) -> list[QWidget]:
        """The covers there are."""
        return [each for each in (self.closed, self.staff) if each is not None]

    # ---- what stands over the page ---------------------------------------------------------------------------------
    def hear(self, troubles: Iterable[Trouble]) -> None:
        """What is wrong with the place now."""
        self.troubles = frozenset(each.kind for each in troubles) & _STOPPING

    @property
    def stopped(self) -> bool:
        """Whether residents cannot be served."""
        return bool(self.troubles) or (self.care is not None and self.care.closed)

    @property
    def covering(self) -> bool:
        """Whether the page beneath is out of reach."""
        return any(not each.isHidden() for each in self.widgets)

    def settle(self, *, begun: bool) -> bool:
        """Show what must be shown (nobody's visit is cut short); whether the page beneath is in reach."""
        closed = self.stopped and not begun
        if closed:
            self.prepare()
        if self.closed is not None:
            self.closed.setVisible(closed)
            self.resize()
        if self.staff is not None and not self.staff.isHidden():
            self.staff.raise_()
        return not self.covering

    def resize(self) -> None:
        """The whole glass."""
        for cover in self.widgets:
            cover.setGeometry(self._window.rect())
            if not cover.isHidden():
                cover.raise_()

    def groups(self) -> list[list[QWidget]]:
        """What can be touched on the covers."""
        return self.staff.groups() if self.staff is not None and not self.staff.isHidden() else []

    # ---- the staff -------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count the touches of the title; too long a time between two begins anew."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._touches += 1
            self._apart.start()
            if self._touches >= TOUCHES:
                self._forget_touches()
                self._ask()
        return super().eventFilter(watched, event)

    def _forget_touches(self) -> None:
        self._touches = 0
        self._apart.stop()

    def _ask(self) -> None:
        if self.care is not None and self.care.locked:
            self.prepare()
        if self.staff is not None and self.care is not None and self.care.locked:
            self.staff.ask()
            self.asked.emit()

    def forget(self) -> None:
        """Whoever was behind the page has gone."""
        self._forget_touches()
        if self.staff is not None:
            self.staff.forget()

    def _leave(self) -> None:
        self.forget()
        self.asked.emit()

    def _turned(self) -> None:
        if self.care is not None and not self.care.closed and "catalogue" in self.troubles:
            self.again.emit()

    def _quit(self) -> None:
        self.released = True
        self.quitted.emit()

    @property
    def may_close(self) -> bool:
        """Whether the window may go."""
        return self.released or self.care is None or not self.care.locked
