"""The end of a visit: slip number, printing and saving with an honest state, and the next visitor."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.actions import Correct
from kiosk.flow.pages import CounterPage
from kiosk.model.errors import SiteError
from kiosk.ui.counter.held_filings import HeldFilings
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.ports import PrintState
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, holder, pressed, scrolling
from kiosk.ui.widgets.reason_line import ReasonLine

_MOODS = {
    PrintState.QUEUED: Mood.INFO,
    PrintState.PRINTING: Mood.INFO,
    PrintState.DONE: Mood.SUCCESS,
    PrintState.FAILED: Mood.ERROR,
    PrintState.UNKNOWN: Mood.WARNING,
}
_ASK_AGAIN_MS = 2_000


class DoneView(QWidget):
    """Renders the last page of a visit."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, words = kit, kit.words
        self._errands = Errands(kit.jobs)
        self.state: PrintState | None = None
        self.title = GlyphLabel(kit, words("done-title"), level=Level.TITLE, bold=True)
        self.number = GlyphLabel(kit, level=Level.NUMBER, bold=True, wrap=False)
        self.event_name = GlyphLabel(kit, ink="quiet")
        self.sent = GlyphLabel(kit, bold=True)
        self.held = HeldFilings(kit)
        self.print_all, self.print_slip = Button(kit, words("print-packet")), Button(kit, words("print-slip"))
        self.print_guide = Button(kit, words("print-guide"))
        self.printed = Message(kit, level=Level.BODY)
        self.came_out, self.not_out = Button(kit, words("print-came-out")), Button(kit, words("print-not-out"))
        self.folder = Line(kit, name=words("save-folder"))
        self.save = Button(kit, words("save-packet"))
        self.saved = Message(kit, level=Level.BODY)
        self.correct = Button(kit, words("correct"))
        self.why = ReasonLine(kit, label=words("correct-reason"), sure=words("correct-sure"))
        self._arrange()
        self._connect()
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._ask_again)

    def _arrange(self) -> None:
        kit, gap = self._kit, self._kit.look.dp(12)
        slip, paper, disk, again = Panel(kit, ground="selected", edge="primary"), Panel(kit), Panel(kit), Panel(kit)
        slip.column.addWidget(GlyphLabel(kit, kit.words("done-slip"), bold=True))
        slip.column.addWidget(self.number)
        slip.column.addWidget(self.event_name)
        slip.column.addWidget(self.sent)
        self.asked = flow(self.came_out, self.not_out, gap=gap)
        paper.column.addWidget(GlyphLabel(kit, kit.words("print-title"), level=Level.HEAD, bold=True))
        for widget in (flow(self.print_all, self.print_slip, self.print_guide, gap=gap), self.printed, self.asked):
            paper.column.addWidget(widget)
        disk.column.addWidget(GlyphLabel(kit, kit.words("save-title"), level=Level.HEAD, bold=True))
        disk.column.addWidget(GlyphLabel(kit, kit.words("save-folder"), level=Level.DENSE, bold=True))
        for thing in (self.folder, flow(self.save, gap=gap), self.saved):
            disk.column.addWidget(thing)
        again.column.addWidget(GlyphLabel(kit, kit.words("correct-title"), level=Level.HEAD, bold=True))
        for thing in (flow(self.correct, gap=gap), self.why):
            again.column.addWidget(thing)
        inside = column(slip, self.held, paper, disk, again, gap=kit.look.dp(16), margins=(0, 0, kit.look.dp(16), 8))
        inside.addStretch(1)
        self.setLayout(column(self.title, scrolling(kit, holder(inside)), gap=kit.look.dp(12)))

    def _connect(self) -> None:
        pressed(self.print_all, self.print)
        pressed(self.print_slip, lambda: self._print(self._kit.office.print_slip))
        pressed(self.print_guide, lambda: self._print(self._kit.office.print_guide))
        pressed(self.came_out, lambda: self._tell(PrintState.DONE))
        pressed(self.not_out, lambda: self._tell(PrintState.FAILED))
        pressed(self.save, self._save)
        self.folder.entered.connect(self._save)
        pressed(self.correct, self.why.ask)
        self.why.given.connect(lambda reason: self.acted.emit(Correct(reason=reason)))

    def present(self, page: CounterPage) -> None:
        """Show the slip."""
        if page.slip != self.number.text:
            self._errands.drop()
            self._clear()
        self.number.set_text(page.slip)
        revised = self._kit.words("day-revised", n=page.revision) if page.revision > 1 else ""
        self.event_name.set_text("　".join(filter(None, (page.event_name, revised))))
        words, language = self._kit.words, page.language
        nothing = words("done-none-left" if page.held else "done-nothing")
        self.title.set_text(words("done-title-held" if page.held else "done-title"))
        self.sent.set_text(words("done-sent", n=page.sent) if page.sent else nothing)
        self.held.present(page.held)
        self.print_all.setHidden(not page.sent)  # there is no packet where nothing was accepted
        self.print_guide.set_text(words("print-guide-in", language=language) if language else words("print-guide"))

    def _clear(self) -> None:
        self.state = None
        self.printed.set("")
        self.saved.set("")
        self.why.wipe()
        self.why.hide()
        self.asked.hide()
        self.folder.setText(str(self._kit.office.packet_folder()))

    def wipe(self) -> None:
        """The visit has ended."""
        self._errands.drop()
        self.number.set_text("")
        self.event_name.set_text("")
        self.sent.set_text("")
        self.held.present(())
        self._clear()

    @property
    def first(self) -> Button:
        """What is printed first: every form, or where none left the slip that says what is missing."""
        return self.print_slip if self.print_all.isHidden() else self.print_all

    def print(self) -> None:
        """Print every form; where none left, the slip."""
        office = self._kit.office
        self._print(office.print_slip if self.print_all.isHidden() else office.print_packet)

    def _print(self, work: Callable[[], PrintState]) -> None:
        self._tell(PrintState.QUEUED)
        self._errands.run(work, done=self._tell, failed=self._failed)

    def _tell(self, state: PrintState) -> None:
        self.state = state
        self.printed.set(self._kit.words(f"print-{state.value}"), mood=_MOODS[state])
        self.asked.setVisible(state is PrintState.UNKNOWN)
        if state is PrintState.UNKNOWN:
            self.came_out.setFocus()
        if state in {PrintState.QUEUED, PrintState.PRINTING}:
            self._watch.start(_ASK_AGAIN_MS)

    def _ask_again(self) -> None:
        """A job that waits is asked about until it is known how it ended."""
        waiting = self.state in {PrintState.QUEUED, PrintState.PRINTING} and self.isVisible()
        if waiting and not self._kit.jobs.running:
            self._errands.run(self._kit.office.print_state, done=self._tell)

    def _failed(self, error: SiteError) -> None:
        self.state = PrintState.FAILED
        self.asked.hide()
        self.printed.set(self._site(error), mood=Mood.ERROR)

    def _site(self, error: SiteError) -> str:
        return self._kit.words("site-error", what=error.what, mend=error.mend, code=error.code)

    def _save(self) -> None:
        words, text = self._kit.words, self.folder.text().strip()
        if not text:
            self.saved.set(words("save-where"), mood=Mood.ERROR)
            self.folder.setFocus()
            return
        self.saved.set(words("save-busy"), mood=Mood.INFO)
        self._errands.run(
            lambda: self._kit.office.save_packet(Path(text)),
            done=lambda paths: self._saved(paths, text),
            failed=lambda error: self.saved.set(self._site(error), mood=Mood.ERROR),
        )

    def _saved(self, paths: Sequence[Path], folder: str) -> None:
        self.saved.set(self._kit.words("save-done", n=len(paths), folder=folder), mood=Mood.SUCCESS)
