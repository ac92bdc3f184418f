"""The terminal's window: what is touched goes to the visit, what comes back is shown; nobody finds who was before."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QKeyEvent, QPixmapCache, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import End
from kiosk.flow.lobby.actions import AskNumber, Begin, BringHome, CallStaff, Return, Speak, TakeUp
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.ui.host import Host
from kiosk.ui.lobby.idle import IDLE_MS, IdleWatch
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.scans import LobbyScans
from kiosk.ui.lobby.service import Service
from kiosk.ui.lobby.settings_view import Comfort
from kiosk.ui.lobby.stage import LobbyStage
from kiosk.ui.troubles import Trouble
from kiosk.ui.widgets.lettering import forget
from kiosk.words import Words

_SCANNED = frozenset({Place.LANGUAGE, Place.PURPOSE, Place.NUMBER})


class LobbyWindow(LobbyStage):
    """`act(action)` and `present(page)` are all it does; `emptied` says that nobody's words are on it any more.

    While rules and forms are still being read (`ready` is False) the first page is there, and the last touch waits.
    """

    emptied = Signal()

    def __init__(
        self, kit: LobbyKit, host: Host, first: LobbyPage, *, words: Callable[[str], Words], idle_ms: int = IDLE_MS
    ) -> None:
        super().__init__(kit, first, words=words)
        self.host, self.ready, self._waiting = host, True, list[Any]()
        self.setWindowTitle(kit.words("lobby-window-title"))
        self.scans, self.idle = LobbyScans(kit), IdleWatch(self, idle_ms=idle_ms)
        self.service = Service(self, words=words)
        self._build()
        self._connect()
        self.present(first)

    def _wire(self) -> None:
        self.service.build(self.kit, self.title)
        self.tools.language.connect(self._open_languages)
        self.tools.settings.connect(self._open_settings)
        self.tools.aloud.connect(self.read_aloud)
        self.tools.hide_page.connect(self._hide)
        self.tools.ended.connect(self.end)
        self.way.back.connect(self._back)
        self.way.staff.connect(lambda: self.act(CallStaff()))
        self.way.unsure.connect(self._unsure)
        self.way.onward.connect(self._onward)
        self.lonely.pressed.connect(self._still_here)
        self.blank.pressed.connect(self._unhide)

    def _connect(self) -> None:
        self.wanted.connect(self.act)
        self.host.paged.connect(self.present)
        self.host.broken.connect(lambda _breakdown: self._broken())
        self.idle.lonely.connect(self._ask_whether_here)
        self.idle.counted.connect(lambda left: self.lonely.more.set_text(self.kit.words("lobby-idle-left", n=left)))
        self.idle.gone.connect(self.end)
        self.host.troubled.connect(self._troubled)
        self.service.asked.connect(self._cover)
        self.service.quitted.connect(self.close)
        self.scans.slip.connect(lambda case: self._begin_with(TakeUp(case=case)))
        self.scans.number.connect(lambda slip: self._begin_with(AskNumber(slip=slip)))
        self.scans.home.connect(lambda entry: self._begin_with(BringHome(entry=entry)))
        self.scans.told.connect(lambda message: self.say(self.kit.words.say(message)))
        self.scans.broke.connect(self._broken)

    # ---- one action, one page --------------------------------------------------------------------------------------
    def act(self, action: Any) -> None:
        """Let the visit do it; the answer comes back as a page. Whoever ends it here leaves nothing either."""
        if isinstance(action, End):
            self.end()
            return
        self.hush()
        if isinstance(action, Speak):
            self.speak(action.language)
        if not self.ready and not isinstance(action, Speak):
            self._waiting = [action]
            self.tell("lobby-preparing")
            return
        self.host.act(action)

    def begin(self) -> None:
        """Rules and forms are there: what was touched meanwhile is done now."""
        self.ready, waiting = True, self._waiting
        self._waiting = []
        self.present(self.page)
        for action in waiting:
            self.act(action)

    def present(self, page: LobbyPage) -> None:
        """Show a page; from now on somebody may leave something behind."""
        super().present(page)
        self.idle.watch(on=page.begun or page.place is not Place.LANGUAGE or self.altered)
        self._cover()

    # ---- the bars --------------------------------------------------------------------------------------------------
    def _back(self) -> None:
        if not self.shown.back():
            self.act(Return())
        else:
            self.scanner.restart()

    def _unsure(self) -> None:
        action = self.shown.unsure()
        if action is not None:
            self.act(action)

    def _onward(self) -> None:
        action = self.shown.onward()
        if action is not None:
            self.act(action)
        else:
            self.scanner.restart()

    # ---- in and out of service -------------------------------------------------------------------------------------
    def _troubled(self, troubles: tuple[Trouble, ...]) -> None:
        self.service.hear(troubles)
        self._cover()

    def _cover(self) -> None:
        """What stands over the page now; what is beneath can be reached by no key."""
        free = self.service.settle(begun=self.page.begun)
        self.body.setVisible(free)
        self.scanner.restart()
        if not free:
            self.scans.forget()
            self.idle.watch(on=bool(self.service.groups()))

    # ---- leaving ---------------------------------------------------------------------------------------------------
    def end(self) -> None:
        """Nothing of this resident stays: not on the glass, not in a widget, not in how it is shown."""
        self.hush()
        QGuiApplication.inputMethod().reset()
        _empty_system()
        self.lonely.hide()
        self.blank.hide()
        self.service.forget()
        self._close_over()
        self.host.act(End())
        self.scans.wipe()
        self.comfort, self._keyed = Comfort(), False
        self.scanner.set("")
        self.kit.look.reset()
        self.rebuild()
        forget(self.kit.look)
        self.present(self.page)
        self.emptied.emit()

    def _broken(self) -> None:
        """A fault of ours: the resident is led to a person, and everything is wiped."""
        self.end()
        self.tell("lobby-broken")

    def _ask_whether_here(self) -> None:
        self.lonely.cover()
        self.scanner.restart()

    def _still_here(self) -> None:
        self.lonely.hide()
        self.idle.more()
        self.arrive(self.shown, moved=True)

    def _hide(self) -> None:
        self.hush()
        self.blank.cover()

    def _unhide(self) -> None:
        self.blank.hide()
        self.arrive(self.shown, moved=True)

    # ---- switches, scanner, keyboard -------------------------------------------------------------------------------
    def groups(self) -> list[list[QWidget]]:
        """What can be touched now, row by row."""
        for cover in (self.lonely, self.blank):
            if cover.isVisible():
                return [[cover.key]]
        if self.service.covering:
            return self.service.groups()
        return super().groups()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A scanner types the code of a slip and Enter, wherever nobody is writing; Tab begins to use keys."""
        if self.service.covering:
            return
        if event.key() == Qt.Key.Key_Escape and self.shown.backward:
            self._back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._end_line()
        elif (board := self.shown.first()) is not None and event.text().isprintable() and event.text() and self._writes:
            self._keyed = True
            board.setFocus(Qt.FocusReason.TabFocusReason)
            QCoreApplication.sendEvent(board, event)
        else:
            self.scans.type(event.text())
            super().keyPressEvent(event)

    def _end_line(self) -> None:
        """What was scanned counts where a visit begins, and nowhere else."""
        if self.page.place in _SCANNED:
            self.scans.end()
        else:
            self.scans.forget()

    def _begin_with(self, action: TakeUp | AskNumber | BringHome) -> None:
        self.act(Begin())
        self.act(action)

    @property
    def _writes(self) -> bool:
        """Whether the page is one on which something is written."""
        return self.page.place in {Place.QUESTION, Place.PEOPLE}

    # ---- Qt --------------------------------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """From now on there is a window of the system."""
        super().showEvent(event)
        self.idle.listen(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The covers, too."""
        super().resizeEvent(event)
        self.service.resize()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Take no more work; on a locked terminal nothing closes the window but the staff."""
        if not self.service.may_close:
            event.ignore()
            return
        self.idle.stop()
        self.scanner.stop()
        self.hush()
        self.kit.jobs.close()
        self.host.close()
        super().closeEvent(event)


def _empty_system() -> None:
    """What Qt itself may hold: clipboard, the marked text of X, pictures."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
    QPixmapCache.clear()
