"""The end: the number, its code, where to go, how long, what to bring - on the glass as on the paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import End
from kiosk.flow.lobby.pages import LobbyPage
from kiosk.flow.lobby.slip_code import code_of
from kiosk.ui.jobs import Errands
from kiosk.ui.lobby.kit import LobbyKit
from kiosk.ui.lobby.turning import Turning
from kiosk.ui.lobby.view import LobbyView
from kiosk.ui.printing import PrintState
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.code_picture import CodePicture
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, holder, row

ASK_MS = 1_500


class SlipView(LobbyView):
    """Prints the slip as it appears; whatever the printer does, the number on the glass is enough."""

    onward_key = "lobby-finish"
    backward = False

    def __init__(self, kit: LobbyKit) -> None:
        super().__init__(kit)
        self._errands, self._printed = Errands(kit.jobs), ""
        self.number = GlyphLabel(kit, level=Level.NUMBER, bold=True, wrap=False)
        self.printing = GlyphLabel(kit, level=Level.DENSE)
        self.way = GlyphLabel(kit, level=Level.DENSE, bold=True)
        self.bring = GlyphLabel(kit, level=Level.DENSE)
        self.code = CodePicture(kit.look, name=kit.words("lobby-code-name"))
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.timeout.connect(self._look)
        said = column(self.printing, self.way, self.bring, gap=kit.look.dp(12))
        said.addStretch(1)
        self.turning = Turning(kit, holder(said))
        top = row(self.number, self.code, gap=kit.look.dp(24))
        top.insertStretch(1, 1)
        top.setAlignment(self.code, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(holder(top), self.turning, gap=kit.look.dp(12)))

    def present(self, page: LobbyPage) -> None:
        """Number and code; the printer begins once."""
        words, way = self.kit.words, self.kit.lobby.way()
        self.number.set_text(page.slip)
        self.code.show_rows(self.kit.lobby.modules(code_of(page.case)) if page.case is not None else ())
        place = words("lobby-go-to", place=way.place) if way.place else words("lobby-go-staff")
        minutes = words("lobby-minutes", n=way.minutes) if way.minutes else ""
        signing = words("lobby-sign-counter") if page.sign_later else ""
        self.way.set_text("\n".join(part for part in (place, minutes, signing) if part))
        papers = dict.fromkeys(paper for outcome in page.outcomes for paper in outcome.bring)
        self.bring.set_text(words("lobby-bring", what=self.kit.words("list-between").join(papers)) if papers else "")
        self.turning.share()
        if self._printed != page.slip:
            self._printed = page.slip
            self._print()

    # ---- the printer -----------------------------------------------------------------------------------------------
    def _print(self) -> None:
        self.printing.set_text(self.kit.words("lobby-printing"))
        self._run(self.kit.lobby.print_slip)

    def _look(self) -> None:
        self._run(self.kit.lobby.print_state)

    def _run(self, work: Callable[[], PrintState]) -> None:
        self._errands.run(
            work,
            done=self._told,
            failed=lambda _error: self._told(PrintState.FAILED),
            broke=lambda _error: self._told(PrintState.UNKNOWN),
        )

    def _told(self, state: PrintState) -> None:
        self.printing.set_text(self.kit.words(f"lobby-print-{state.value}"))
        self.turning.share()
        if state in {PrintState.QUEUED, PrintState.PRINTING}:
            self._ask.start(ASK_MS)

    # ---- the page --------------------------------------------------------------------------------------------------
    def onward(self) -> None:
        """The visit at this terminal is over."""
        self.acted.emit(End())

    def spoken(self) -> tuple[str, ...]:
        """The number digit by digit, and where to go."""
        return (" ".join(self.number.text), self.printing.text, self.way.text, self.bring.text)

    def groups(self) -> list[list[QWidget]]:
        """What turns a long page."""
        return self.turning.groups()

    def wipe(self) -> None:
        """No number, no code."""
        self._errands.drop()
        self._printed = ""
        self._ask.stop()
        self.code.show_rows(())
        for label in (self.number, self.printing, self.way, self.bring):
            label.set_text("")


class KeepingView(LobbyView):
    """For the moment in which it is kept."""

    onward_key = ""
    backward = False

    def groups(self) -> list[list[QWidget]]:
        """Nothing to touch."""
        return []
