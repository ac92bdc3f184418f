"""The terminal's window: one page at a time, full screen, the same two bars on every page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QKeyEvent, QPixmapCache, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import End
from kiosk.flow.lobby.actions import Begin, BringHome, CallStaff, Return, Speak, TakeUp
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.ui.focus import FocusGuide
from kiosk.ui.host import Host
from kiosk.ui.lobby.frame import LobbyFrame
from kiosk.ui.lobby.idle import IdleWatch
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.scanning import Scanner
from kiosk.ui.lobby.scans import LobbyScans
from kiosk.ui.lobby.service import Service
from kiosk.ui.lobby.settings_view import Comfort, SettingsView
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.lobby.views import made
from kiosk.ui.troubles import Trouble
from kiosk.ui.widgets.lettering import forget
from kiosk.words import Words

_SCANNED = frozenset({Place.LANGUAGE, Place.PURPOSE})
_NO_STAFF = frozenset({Place.LANGUAGE, Place.STAFF, Place.KEEPING, Place.SLIP, Place.WHOSE})


class LobbyWindow(LobbyFrame):
    """`act(action)` and `present(page)` are all it does; `words` gives the words of a language.

    While rules and forms are still being read (`ready` is False) the first page is there, and the last touch waits.
    """

    def __init__(
        self, kit: LobbyKit, host: Host, first: LobbyPage, *, words: Callable[[str], Words], idle_ms: int = 45_000
    ) -> None:
        super().__init__(kit)
        self.host, self.page, self._words = host, first, words
        self.ready, self._waiting = True, list[Any]()
        self._settings: LobbyView | None = None
        self._views: dict[Place, LobbyView] = {}
        self.scans = LobbyScans(kit)
        self.setWindowTitle(kit.words("lobby-window-title"))
        self.focus_guide = FocusGuide(self, look=kit.look)
        self._keyed = False  # somebody uses keys or switches: only then is the ring a help
        self.idle = IdleWatch(self, idle_ms=idle_ms)
        self.scanner = Scanner(self, self.groups)
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
        self.host.paged.connect(self.present)
        self.host.broken.connect(lambda _breakdown: self._broken())
        self.idle.lonely.connect(self._ask_whether_here)
        self.idle.counted.connect(lambda left: self.lonely.more.set_text(self.kit.words("lobby-idle-left", n=left)))
        self.idle.gone.connect(self.end)
        self.host.troubled.connect(self._troubled)
        self.service.asked.connect(self._cover)
        self.service.quitted.connect(self.close)
        self.scans.slip.connect(lambda case: self._begin_with(TakeUp(case=case)))
        self.scans.home.connect(lambda entry: self._begin_with(BringHome(entry=entry)))
        self.scans.told.connect(lambda message: self._notice(self.kit.words.say(message)))
        self.scans.broke.connect(self._broken)

    # ---- one action, one page --------------------------------------------------------------------------------------
    def act(self, action: Any) -> None:
        """Let the visit do it; the answer comes back as a page."""
        self._hush()
        if isinstance(action, Speak):
            self._speak(action.language)
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
        """Show a page; one of another place begins at its first target."""
        moved = page.place is not self.page.place or _path(page) != _path(self.page)
        self.page = page
        if page.language != self.kit.words.language:
            self._speak(page.language)
        view = self.view(page.place)
        view.present(page)
        self._show(view)
        self._fit()
        self._settle()
        self.idle.watch(on=page.begun or page.place is not Place.LANGUAGE or self._changed)
        if moved or self._settings is None:
            self._arrive(view, moved=moved)
        self._cover()

    def _show(self, view: LobbyView) -> None:
        """Heading, hint, notices and the two bars for a view."""
        page, words = self.page, self.kit.words
        self.stack.setCurrentWidget(view)
        self.title.set_text(view.heading(page))
        hint = view.hint(page)
        self.hint.set_text(hint)
        self.hint.setVisible(bool(hint))
        self._notice("\n".join(self.kit.words.say(notice.message) for notice in page.notices))
        self.way.show_keys(
            back=view.backward,
            staff=page.place not in _NO_STAFF and view is not self._settings,
            unsure=words(view.unsure_key) if view.unsure_key else "",
            onward=words(view.onward_key) if view.onward_key else "",
        )
        voice = self.kit.voice
        self.tools.show_keys(
            aloud=voice is not None and voice.speaks(page.language), begun=page.begun and page.place is not Place.SLIP
        )

    def _arrive(self, view: LobbyView, *, moved: bool) -> None:
        if moved and (self._keyed or self.scanner.mode):
            first = view.first()
            (first or self.way.onward_key).setFocus(Qt.FocusReason.TabFocusReason)
        elif moved:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scanner.restart()
        if self.comfort.aloud and moved:
            self.read_aloud()

    def view(self, place: Place) -> LobbyView:
        """The page of a place, made when it is first reached in this language."""
        if place not in self._views:
            view = self._views[place] = made(place, self.kit)
            view.acted.connect(self.act)
            view.told.connect(self.tell)
            self.stack.addWidget(view)
        return self._views[place]

    # ---- the bars --------------------------------------------------------------------------------------------------
    @property
    def shown(self) -> LobbyView:
        """The page that is touched now."""
        return self._settings or self.view(self.page.place)

    def _back(self) -> None:
        if not self.shown.back():
            self.act(Return())
        else:
            self.scanner.restart()

    def _unsure(self) -> None:
        action = getattr(self.shown, "unsure", None)
        if action is not None:
            self.act(action())

    def _onward(self) -> None:
        action = self.shown.onward()
        if action is not None:
            self.act(action)
        else:
            self.scanner.restart()

    def _open_languages(self) -> None:
        """The first page's own keys, over the page; what was said stays."""
        from kiosk.ui.lobby.tongues import TonguesView

        view = TonguesView(self.kit)
        view.chosen.connect(self._chose)
        self._over(view)

    def _chose(self, language: str) -> None:
        self._close_over()
        self.act(Speak(language=language))

    def _open_settings(self) -> None:
        view = SettingsView(self.kit, self.comfort)
        view.changed.connect(self._comfortable)
        view.closed.connect(self._close_over)
        self._over(view)

    def _over(self, view: LobbyView) -> None:
        """A page that is not of the way, over the one that is."""
        self._close_over()
        self._settings = view
        self.stack.addWidget(view)
        self._show(view)
        self._fit()
        self._settle()
        self._arrive(view, moved=True)

    def _close_over(self) -> None:
        view, self._settings = self._settings, None
        if view is not None:
            self.stack.removeWidget(view)
            view.deleteLater()
            self.present(self.page)

    def _comfortable(self) -> None:
        """Something was set: seen at once."""
        self._arrange()
        self._settle()
        voice = self.kit.voice
        if voice is not None:
            voice.set(speed=self.comfort.speed, volume=self.comfort.volume)
        if self.scanner.mode != self.comfort.switches:
            self.scanner.set(self.comfort.switches)
        if self.comfort.aloud:
            self.read_aloud()

    @property
    def _changed(self) -> bool:
        return self.comfort != Comfort() or self.kit.look.altered

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

    # ---- reading aloud ---------------------------------------------------------------------------------------------
    def read_aloud(self) -> None:
        """Heading, hint and every choice of the page, in its language."""
        voice = self.kit.voice
        if voice is not None and voice.speaks(self.page.language):
            parts = (self.title.text, self.hint.text, self.notice_text.text, *self.shown.spoken())
            voice.say("\n".join(part for part in parts if part), language=self.page.language)

    def _hush(self) -> None:
        if self.kit.voice is not None:
            self.kit.voice.hush()

    # ---- language --------------------------------------------------------------------------------------------------
    def _speak(self, language: str) -> None:
        """Everything is made anew in the words and letters of a language; the visit keeps its answers."""
        if language == self.kit.words.language:
            return
        self.kit.look.speak(language)
        self.kit = replace(self.kit, words=self._words(language))
        self._throw_away()
        self._build()
        self.body.setGeometry(self.rect())
        self.kit.look.apply()

    def _throw_away(self) -> None:
        self._settings = None
        for view in self._views.values():
            view.wipe()
        self._views = {}
        for widget in (self.body, self.lonely, self.blank, *self.service.widgets):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

    # ---- leaving ---------------------------------------------------------------------------------------------------
    def end(self) -> None:
        """Nothing of this resident stays: not on the glass, not in a widget, not in how it is shown."""
        self._hush()
        QGuiApplication.inputMethod().reset()
        _empty_system()
        self.lonely.hide()
        self.blank.hide()
        self.service.forget()
        self._close_over()
        for view in self._views.values():
            view.wipe()
        self.host.act(End())
        self.scans.wipe()
        self.comfort, self._keyed = Comfort(), False
        self.scanner.set("")
        self.kit.look.reset()
        self._throw_away()
        self.kit = replace(self.kit, words=self._words(self.kit.look.language))
        self._build()
        self.body.setGeometry(self.rect())
        self.kit.look.apply()
        forget(self.kit.look)
        self.present(self.page)

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
        self._arrive(self.shown, moved=True)

    def _hide(self) -> None:
        self._hush()
        self.blank.cover()

    def _unhide(self) -> None:
        self.blank.hide()
        self._arrive(self.shown, moved=True)

    # ---- switches, scanner, keyboard -------------------------------------------------------------------------------
    def groups(self) -> list[list[QWidget]]:
        """What can be touched now, row by row."""
        for cover in (self.lonely, self.blank):
            if cover.isVisible():
                return [[cover.key]]
        if self.service.covering:
            return self.service.groups()
        return [*self.shown.groups(), *self.way.groups(), *self.tools.groups()]

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

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002, FBT001 - Qt's names
        """Tab walks the targets in reading order."""
        self._keyed = True
        return super().focusNextPrevChild(next)

    def _end_line(self) -> None:
        """What was scanned counts where a visit begins, and nowhere else."""
        if self.page.place in _SCANNED:
            self.scans.end()
        else:
            self.scans.forget()

    def _begin_with(self, action: TakeUp | BringHome) -> None:
        self.act(Begin())
        self.act(action)

    @property
    def _writes(self) -> bool:
        """Whether the page is one on which something is written."""
        return self.page.place in {Place.QUESTION, Place.PEOPLE}

    # ---- Qt --------------------------------------------------------------------------------------------------------
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
        self._hush()
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


def _path(page: LobbyPage) -> str:
    return page.question.path if page.question is not None else page.asks
