"""Which page stands in the frame and how: in the resident's language, at its first target, read aloud, or covered by
one that is not of the way.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.lobby.actions import Speak
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.ui.focus import FocusGuide
from kiosk.ui.lobby.frame import LobbyFrame
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.language_view import LanguageView
from kiosk.ui.lobby.scanning import Scanner
from kiosk.ui.lobby.settings_view import Comfort, SettingsView
from kiosk.ui.lobby.view import LobbyView
from kiosk.words import Words

_TOLD_AGAIN = 3
_NO_STAFF = frozenset({Place.LANGUAGE, Place.STAFF, Place.KEEPING, Place.SLIP, Place.WHOSE})


class LobbyStage(LobbyFrame):
    """`wanted` carries what the resident does on a page; `words` gives the words of a language."""

    wanted = Signal(object)

    def __init__(self, kit: LobbyKit, first: LobbyPage, *, words: Callable[[str], Words]) -> None:
        super().__init__(kit)
        self.page, self._words = first, words
        self._over: LobbyView | None = None
        self._views: dict[Place, LobbyView] = {}
        self.focus_guide = FocusGuide(self, look=kit.look)
        self._keyed = False  # somebody uses keys or switches: only then is the ring a help
        self.scanner = Scanner(self, self.groups)
        self._telling = self._stale = False

    # ---- the page of the way -----------------------------------------------------------------------------------------
    def present(self, page: LobbyPage) -> None:
        """Show a page; one of another place begins at its first target."""
        moved = page.place is not self.page.place or _path(page) != _path(self.page)
        self.page = page
        if page.language != self.kit.words.language:
            self.speak(page.language)
        view = self.view(page.place)
        view.present(page)
        self._set(view)
        if moved or self._over is None:
            self.arrive(view, moved=moved)

    def _set(self, view: LobbyView) -> None:
        """Heading, hint, notices and the two bars for a view, as large as there is room."""
        page = self.page
        self.stack.setCurrentWidget(view)
        self._notice("\n".join(self.kit.words.say(notice.message) for notice in page.notices))
        self._tell_way(view)
        voice = self.kit.voice
        self.tools.show_keys(
            aloud=voice is not None and voice.speaks(page.language), begun=page.begun and page.place is not Place.SLIP
        )
        self.refit()

    def _tell_way(self, view: LobbyView) -> None:
        """Heading, hint and the ways on."""
        page, words = self.page, self.kit.words
        self.title.set_text(view.heading(page))
        self.hint.set_text(view.hint(page))  # it is seen where it has room: see the frame
        self.way.show_keys(
            back=view.backward,
            staff=page.place not in _NO_STAFF and view is not self._over,
            unsure=words(view.unsure_key) if view.unsure_key else "",
            onward=words(view.onward_key) if view.onward_key else "",
        )

    def arrive(self, view: LobbyView, *, moved: bool) -> None:
        """Switches begin at the first target, and so does the keyboard of who uses one."""
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
            view = self._views[place] = _made(place, self.kit)
            view.acted.connect(self.wanted)
            view.told.connect(self.tell)
            view.reshaped.connect(self._reshaped)
            view.turned.connect(self._turned)
            self.stack.addWidget(view)
        return self._views[place]

    def _reshaped(self) -> None:
        """Another part of the page has another heading and way on, and takes another room: what is shaped anew by that
        is told once more, and not for ever, since a longer heading may leave room for another number of pages.
        """
        self._stale = True
        there = self._over or self._views.get(self.page.place)  # none is made for it: pages may just be wiped
        if self._telling or there is None or self.stack.currentWidget() is not there:
            return
        self._telling = True
        for _ in range(_TOLD_AGAIN):
            if self._stale:
                self._stale = False
                self._tell_way(self.shown)
                self.refit()
        self._telling = False

    def _turned(self) -> None:
        """Another page of what is shown is read as one."""
        self._reshaped()
        self.arrive(self.shown, moved=True)

    @property
    def shown(self) -> LobbyView:
        """The page that is touched now."""
        return self._over or self.view(self.page.place)

    def groups(self) -> list[list[QWidget]]:
        """What can be touched now, row by row."""
        return [*self.shown.groups(), *self.way.groups(), *self.tools.groups()]

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002, FBT001 - Qt's names
        """Tab walks the targets in reading order."""
        self._keyed = True
        return super().focusNextPrevChild(next)

    # ---- pages over the way ----------------------------------------------------------------------------------------
    def _open_languages(self) -> None:
        """The first page's own keys, over the page; what was said stays."""
        from kiosk.ui.lobby.tongues import TonguesView

        view = TonguesView(self.kit)
        view.chosen.connect(self._chose)
        self._cover_way(view)

    def _chose(self, language: str) -> None:
        self._close_over()
        self.wanted.emit(Speak(language=language))

    def _open_settings(self) -> None:
        view = SettingsView(self.kit, self.comfort)
        view.changed.connect(self._comfortable)
        view.closed.connect(self._close_over)
        self._cover_way(view)

    def _cover_way(self, view: LobbyView) -> None:
        """A page that is not of the way, over the one that is."""
        self._close_over()
        self._over = view
        self.stack.addWidget(view)
        self._set(view)
        self.arrive(view, moved=True)

    def _close_over(self) -> None:
        view, self._over = self._over, None
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
    def altered(self) -> bool:
        """Whether it is shown as the next resident must not find it."""
        return self.comfort != Comfort() or self.kit.look.altered

    # ---- reading aloud ---------------------------------------------------------------------------------------------
    def read_aloud(self) -> None:
        """Heading, hint, every choice of the page and the ways on, in its language."""
        voice = self.kit.voice
        if voice is not None and voice.speaks(self.page.language):
            ways = (key.accessibleName() for row in self.way.groups() for key in row)
            parts = (self.title.text, self.hint.text, self.notice_text.text, *self.shown.spoken(), *ways)
            voice.say("\n".join(part for part in parts if part), language=self.page.language)

    def hush(self) -> None:
        """Be quiet."""
        if self.kit.voice is not None:
            self.kit.voice.hush()

    # ---- language --------------------------------------------------------------------------------------------------
    def speak(self, language: str) -> None:
        """Everything is made anew in the words and letters of a language; the visit keeps its answers."""
        if language != self.kit.words.language:
            self.kit.look.speak(language)
            self.rebuild()

    def rebuild(self) -> None:
        """Pages, bars and covers in the language and the look there are now."""
        self._over = None
        self.wipe_pages()
        self._views = {}
        for widget in self.whole():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self.kit = replace(self.kit, words=self._words(self.kit.look.language))
        self._build()
        self.body.setGeometry(self.rect())
        self.kit.look.apply()

    def whole(self) -> list[QWidget]:
        """Everything that is made anew with another language."""
        return [self.body, self.lonely, self.blank]

    def wipe_pages(self) -> None:
        """No page keeps anything of the visit."""
        for view in tuple(self._views.values()):
            view.wipe()


def _made(place: Place, kit: LobbyKit) -> LobbyView:
    """A fresh page; the first one waits for none of the others, which are loaded while nobody is there yet."""
    if place is Place.LANGUAGE:
        return LanguageView(kit)
    from kiosk.ui.lobby.views import made

    return made(place, kit)


def _path(page: LobbyPage) -> str:
    return page.question.path if page.question is not None else page.asks
