"""The page of the staff behind the terminal: the code, and then a look at everything, closing, opening, leaving."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.jobs import Errands
from kiosk.ui.lobby.boards.digits import SecretPad
from kiosk.ui.lobby.boards.grid import KeyGrid, pressed_with
from kiosk.ui.lobby.boards.key import Key, Tone
from kiosk.ui.lobby.boards.tray import Slot, under
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.ports import Care, CareReport, CodeTried
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Ground, column, holder, scrolling

T = TypeVar("T")
MOST = 12  # digits


class StaffDesk(Ground):
    """Lies over everything, always in Japanese. `left`: back to the terminal, `turned`: closed or opened, `quitted`.

    `stopped` says whether residents cannot be served now; then it opens only when everything that they need is right.
    """

    left = Signal()
    turned = Signal()
    quitted = Signal()

    def __init__(self, kit: LobbyKit, window: QWidget, care: Care, *, stopped: Callable[[], bool]) -> None:
        super().__init__(kit, role="page")
        self.setParent(window)
        self._care, self._stopped, self._errands = care, stopped, Errands(kit.jobs)
        self.title = GlyphLabel(kit, care.words("care-title"), level=Level.TITLE, bold=True)
        self.said = GlyphLabel(kit, level=Level.DENSE)
        self.pad = SecretPad(kit, name=care.words("care-code"), count=MOST)
        self.report = GlyphLabel(kit, level=Level.DENSE)
        self.enter, self.leave = self._key("care-enter", self._try), self._key("care-leave", self.left.emit)
        self.test = self._key("care-test", lambda: self._look(care.readiness))
        self.day = self._key("care-day", lambda: self._look(care.closing))
        self.service = self._key("care-close", self._turn_service)
        self.quit = self._key("care-quit", self.quitted.emit)
        self.door = KeyGrid(kit, ((self.enter, self.leave),), most=(480, 88))
        self.desk = KeyGrid(kit, ((self.test, self.day), (self.service, self.quit)), most=(640, 88))
        self.back = KeyGrid(kit, ((self._key("care-leave", self.left.emit),),), most=(640, 88))
        self.sheet = scrolling(kit, holder(column(self.report, gap=0)))
        slots = (Slot(self.title, 0), Slot(self.said, 0), Slot(self.pad, 6), Slot(self.sheet, 6))
        keys = (Slot(self.door, 0, 72), Slot(self.desk, 0, 154), Slot(self.back, 0, 72))
        self.tray = under(kit, *slots, *keys)
        side = kit.look.dp(24)
        self.setLayout(column(self.tray, gap=0, margins=(side, side, side, side)))
        self.pad.done.connect(self._try)
        self.hide()

    def _key(self, word: str, act: Callable[[], object]) -> Key:
        return pressed_with(Key(self._kit, self._care.words(word), tone=Tone.ACT), act)

    # ---- coming and going ------------------------------------------------------------------------------------------
    def ask(self) -> None:
        """Ask for the code."""
        self._stage(inside=False, say=self._care.words("care-code-ask"))
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.pad.first().setFocus()

    def forget(self) -> None:
        """Nobody of the staff is here any more."""
        self._errands.drop()
        self.pad.wipe()
        self.report.set_text("")
        self.hide()

    def _stage(self, *, inside: bool, say: str) -> None:
        self.pad.wipe()
        self.said.set_text(say)
        for widget, shown in ((self.pad, not inside), (self.door, not inside), (self.sheet, inside)):
            widget.setVisible(shown)
        for widget in (self.desk, self.back):
            widget.setVisible(inside)
        self.service.set_text(self._care.words("care-open" if self._stopped() else "care-close"))
        self.tray.arrange()

    # ---- the code --------------------------------------------------------------------------------------------------
    def _try(self) -> None:
        code = self.pad.text
        self.pad.wipe()
        if code:
            self._run(lambda: self._care.try_code(code), self._tried)

    def _tried(self, tried: CodeTried) -> None:
        if tried.opened:
            self._stage(inside=True, say="")
            self._look(self._care.readiness)
        else:
            self.said.set_text(self._care.words("care-code-wait", seconds=tried.wait))
            self.tray.arrange()

    # ---- what staff do ---------------------------------------------------------------------------------------------
    def _look(self, work: Callable[[], CareReport]) -> None:
        self._say("care-looking")
        self._run(work, self._show)

    def _show(self, report: CareReport) -> None:
        lines = (f"{each.grade.mark} {each.name}：{each.text}" for each in report.findings)
        self.report.set_text("\n".join((f"{report.title}　{report.at}", *lines)))
        self._say("care-written" if report.file else "care-unwritten", file=str(report.file))

    def _turn_service(self) -> None:
        if self._stopped():
            self._say("care-looking")
            self._run(self._care.readiness, self._open)
        else:
            self._run(lambda: self._care.close(closed=True), lambda _done: self._turned("care-closed-now"))

    def _open(self, report: CareReport) -> None:
        self._show(report)
        if report.usable:
            self._run(lambda: self._care.close(closed=False), lambda _done: self._turned("care-open-now"))
        else:
            self._say("care-unusable")

    def _turned(self, word: str) -> None:
        self.turned.emit()
        self._stage(inside=True, say=self._care.words(word))

    def _say(self, word: str, **values: str) -> None:
        self.said.set_text(self._care.words(word, **values))
        self.tray.arrange()

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._errands.run(work, done=done, failed=lambda error: self._say("care-failed", code=error.code))

    def groups(self) -> list[list[QWidget]]:
        """What can be touched now."""
        parts = ((self.pad, self.pad.groups()), *((grid, grid.groups()) for grid in (self.door, self.desk, self.back)))
        return [row for widget, rows in parts if not widget.isHidden() for row in rows]
