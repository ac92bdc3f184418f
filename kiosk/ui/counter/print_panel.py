"""印刷 on the last page: one key for all papers, how it truly stands, a reason before anything is printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from kiosk.model.printing import Again, PaperKind
from kiosk.ui.counter.print_again import PrintAgain
from kiosk.ui.counter.print_lines import print_lines
from kiosk.ui.jobs import Errands
from kiosk.ui.printing import Printed, PrintState
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, pressed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.model.errors import SiteError
    from kiosk.model.printing import PrintRun
    from kiosk.ui.kit import Kit

_MOODS = {
    PrintState.QUEUED: Mood.INFO,
    PrintState.PRINTING: Mood.INFO,
    PrintState.DONE: Mood.SUCCESS,
    PrintState.FAILED: Mood.ERROR,
    PrintState.UNKNOWN: Mood.WARNING,
}
_ASK_AGAIN_MS = 2_000
_EVERY: tuple[PaperKind, ...] = (PaperKind.FORMS, PaperKind.SLIP, PaperKind.GUIDE)


class PrintPanel(Panel):
    """`state` is what is known of the last print, never DONE on a guess; `said`: something new is known, to be seen."""

    said = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        words, gap = kit.words, kit.look.dp(12)
        self._errands, self._wanted = Errands(kit.jobs), _EVERY
        self.state: PrintState | None = None
        self.all, self.forms = Button(kit, words("print-all")), Button(kit, words("print-packet"))
        self.slip, self.guide = Button(kit, words("print-slip")), Button(kit, words("print-guide"))
        self.told = Message(kit, level=Level.BODY)
        self.came_out, self.not_out = Button(kit, words("print-came-out")), Button(kit, words("print-not-out"))
        self.asked = flow(self.came_out, self.not_out, gap=gap)
        self.again = PrintAgain(kit)
        self.runs = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        title = GlyphLabel(kit, words("print-title"), level=Level.HEAD, bold=True)
        keys = flow(self.all, self.forms, self.slip, self.guide, gap=gap)
        for thing in (title, keys, self.told, self.asked, self.again, self.runs):
            self.column.addWidget(thing)
        self._connect()
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._ask_again)

    def _connect(self) -> None:
        pressed(self.all, self.print)
        for button, paper in (
            (self.forms, PaperKind.FORMS),
            (self.slip, PaperKind.SLIP),
            (self.guide, PaperKind.GUIDE),
        ):
            pressed(button, lambda paper=paper: self._print((paper,)))  # type: ignore[misc]
        pressed(self.came_out, lambda: self._tell(PrintState.DONE))
        pressed(self.not_out, self._not_out)
        pressed(self.again.back, self._put_away)
        self.again.given.connect(lambda again: self._print(self._wanted, again))

    def present(self, *, forms: bool, language: str) -> None:
        """Which papers there are: forms only where something was accepted."""
        self.all.setHidden(not forms)
        self.forms.setHidden(not forms)
        words = self._kit.words
        self.guide.set_text(words("print-guide-in", language=language) if language else words("print-guide"))

    def look(self) -> None:
        """See what was printed of this case before."""
        self._run(self._kit.office.prints)

    def wipe(self) -> None:
        """Nothing of a visit stays."""
        self._errands.drop()
        self.state, self._wanted = None, _EVERY
        self.told.set("")
        self.asked.hide()
        self.again.wipe()
        self._list(())

    @property
    def first(self) -> Button:
        """What is pressed first; where no form left the slip, which says what is missing."""
        return self.slip if self.all.isHidden() else self.all

    def print(self) -> None:
        """Print everything there is."""
        self._print(_EVERY[1:] if self.all.isHidden() else _EVERY)

    # ---- how it stands ---------------------------------------------------------------------------------------------
    def _print(self, papers: tuple[PaperKind, ...], again: Again | None = None) -> None:
        self._wanted = papers
        self._put_away()
        self._tell(PrintState.QUEUED)
        self._run(lambda: self._kit.office.print_papers(papers, again))

    def _put_away(self) -> None:
        """Nobody is asked why any more; the keyboard does not go where that was."""
        if self.again.isVisible():
            self.first.setFocus()
        self.again.wipe()

    def _run(self, work: Callable[[], Printed]) -> None:
        self._errands.run(work, done=self._hear, failed=self._failed)

    def _hear(self, printed: Printed) -> None:
        self._list(printed.runs)
        if printed.state is not None:
            self._tell(printed.state)
        elif self.state is PrintState.QUEUED:
            self.state = None
            self.told.set("")
            self.again.ask()

    def _list(self, runs: Sequence[PrintRun]) -> None:
        self.runs.set_text(print_lines(self._kit, runs))
        appear(self.runs, on=bool(runs))

    def _tell(self, state: PrintState) -> None:
        self.state = state
        self.told.set(self._kit.words(f"print-{state.value}"), mood=_MOODS[state])
        self.asked.setVisible(state is PrintState.UNKNOWN)
        self.said.emit()
        if state is PrintState.UNKNOWN:
            self.came_out.setFocus()
        if state in {PrintState.QUEUED, PrintState.PRINTING}:
            self._watch.start(_ASK_AGAIN_MS)

    def _not_out(self) -> None:
        """Somebody looked: the next print is no copy of this one."""
        self._tell(PrintState.FAILED)
        self._run(self._kit.office.not_printed)

    def _ask_again(self) -> None:
        """A job that waits is asked about until it is known how it ended."""
        waiting = self.state in {PrintState.QUEUED, PrintState.PRINTING} and self.isVisible()
        if waiting and not self._kit.jobs.running:
            self._errands.run(self._kit.office.print_state, done=self._asked, failed=self._failed)

    def _asked(self, state: PrintState) -> None:
        if state is PrintState.FAILED:
            self._not_out()
        else:
            self._tell(state)

    def _failed(self, error: SiteError) -> None:
        self.state = PrintState.FAILED
        self.asked.hide()
        words = self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code)
        self.told.set(words, mood=Mood.ERROR)
        self.said.emit()
