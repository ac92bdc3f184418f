"""Keeps the resident's screen with the clerk's window: opens it, shows every page there, brings back what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.flow.actions import HandOver

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.ui.counter.opposite_panel import OppositePanel
    from kiosk.ui.kit import Kit
    from kiosk.ui.opposite import Opposite
    from kiosk.ui.resident.window import ResidentWindow


class OppositeScreen(QObject):
    """`acted` an action for the visit, `heard` words of the resident for the clerk."""

    acted = Signal(object)
    heard = Signal(str)

    def __init__(self, kit: Kit, opposite: Opposite, beside: QWidget) -> None:
        super().__init__(beside)
        self._kit, self._opposite, self._beside = kit, opposite, beside
        self._at, self._covered = "", False
        self.window: ResidentWindow | None = None
        self.panel: OppositePanel | None = None

    def join(self, panel: OppositePanel) -> None:
        """The drawer with which the clerk works it."""
        self.panel = panel
        panel.toggled.connect(self.toggle)
        panel.handed.connect(self.hand)
        panel.put.connect(self.put)
        self._tell_panel()

    def toggle(self) -> None:
        """Open it, or close it."""
        if self.window is not None:
            self.window.close()
            return
        from kiosk.ui.resident.window import ResidentWindow  # a counter without one never loads it

        self.window = ResidentWindow(self._kit, self._opposite)
        self.window.acted.connect(self.acted)
        self.window.told.connect(self._heard)
        self.window.closed.connect(self._gone)
        self.renew()
        self.window.place(self._beside)
        self._beside.activateWindow()

    def _gone(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        self._tell_panel()

    def ask(self, path: str) -> None:
        """The clerk is at another question."""
        self._at = path
        self.renew()

    def renew(self) -> None:
        """The visit stands otherwise."""
        if self.window is not None:
            page = self._opposite.page(self._at)
            self.window.present(page.covered if self._covered else page)
        self._tell_panel()

    def cover(self, *, drawn: bool) -> None:
        """The clerk has locked or hidden the desk, or is back: meanwhile nothing of a visit is shown."""
        self._covered = drawn
        self.renew()

    def hand(self) -> None:
        """The question goes over to the resident, or comes back; one with nothing to choose stays with the clerk."""
        if self.window is not None and self._at:
            self.acted.emit(HandOver(path=self._at, on=not self._handed))
            self._tell_panel("" if self._handed else self._kit.words("opposite-hand-not"))

    @property
    def _handed(self) -> bool:
        return self.window is not None and self.window.page.answering

    def put(self, phrase: str) -> None:
        """A phrase stands on it."""
        if self.window is None:
            self._tell_panel(self._kit.words("opposite-closed"))
        else:
            self.window.put(phrase)

    def _heard(self, key: str) -> None:
        said = self._opposite.sentences("ja")(f"resident-say-{key}")
        self.heard.emit(self._kit.words("opposite-heard", words=said))

    def _tell_panel(self, said: str = "") -> None:
        if self.panel is not None:
            self.panel.show_state(is_open=self.window is not None, handed=self._handed, said=said)

    def forget(self) -> None:
        """The visit is over, or the clerk has left the desk."""
        self._at = ""
        if self.window is not None:
            self.window.put("")
        self.renew()

    def close(self) -> None:
        """With the clerk's window."""
        if self.window is not None:
            self.window.close()
