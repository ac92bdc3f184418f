"""The end of a visit: slip number, printing and saving with an honest state, and the next visitor."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.flow.case_actions import Correct
from kiosk.flow.pages import CounterPage
from kiosk.model.bill import Bill
from kiosk.model.errors import SiteError
from kiosk.ui.counter.bill_panel import BillPanel
from kiosk.ui.counter.held import HeldFilings
from kiosk.ui.counter.print_panel import PrintPanel
from kiosk.ui.counter.record_panel import RecordPanel
from kiosk.ui.counter.returned_panel import ReturnedPanel
from kiosk.ui.counter.withdraw_panel import WithdrawPanel
from kiosk.ui.focus import scroll_to
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.printing import PrintState
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Panel, column, holder, pressed, scrolling
from kiosk.ui.widgets.reason_line import ReasonLine


class DoneView(QWidget):
    """Renders the last page of a visit."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, words = kit, kit.words
        self._errands = Errands(kit.jobs)
        self.title = GlyphLabel(kit, words("done-title"), level=Level.TITLE, bold=True)
        self.number = GlyphLabel(kit, level=Level.NUMBER, bold=True, wrap=False)
        self.event_name = GlyphLabel(kit, ink="quiet")
        self.sent = GlyphLabel(kit, bold=True)
        self.held, self.returned = HeldFilings(kit), ReturnedPanel(kit)
        self.paper, self.bill = PrintPanel(kit), BillPanel(kit)
        self.folder = Line(kit, name=words("save-folder"))
        self.save = Button(kit, words("save-packet"))
        self.saved = Message(kit, level=Level.BODY)
        self.correct = Button(kit, words("correct"))
        self.why = ReasonLine(kit, label=words("correct-reason"), sure=words("correct-sure"))
        self.withdraw, self.record = WithdrawPanel(kit), RecordPanel(kit)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        kit, gap = self._kit, self._kit.look.dp(12)
        slip, disk = Panel(kit, ground="selected", edge="primary"), Panel(kit)
        self.again = again = Panel(kit)
        slip.column.addWidget(GlyphLabel(kit, kit.words("done-slip"), bold=True))
        slip.column.addWidget(self.number)
        slip.column.addWidget(self.event_name)
        slip.column.addWidget(self.sent)
        disk.column.addWidget(GlyphLabel(kit, kit.words("save-title"), level=Level.HEAD, bold=True))
        disk.column.addWidget(GlyphLabel(kit, kit.words("save-folder"), level=Level.DENSE, bold=True))
        for thing in (self.folder, flow(self.save, gap=gap), self.saved):
            disk.column.addWidget(thing)
        again.column.addWidget(GlyphLabel(kit, kit.words("correct-title"), level=Level.HEAD, bold=True))
        for thing in (flow(self.correct, gap=gap), self.why):
            again.column.addWidget(thing)
        parts = (slip, self.returned, self.paper, self.bill, self.held, disk, again, self.withdraw, self.record)
        inside = column(*parts, gap=kit.look.dp(16), margins=(0, 0, kit.look.dp(16), 8))
        inside.addStretch(1)
        self.area = scrolling(kit, holder(inside))
        self.setLayout(column(self.title, self.area, gap=kit.look.dp(12)))

    def _connect(self) -> None:
        pressed(self.save, self._save)
        self.folder.entered.connect(self._save)
        pressed(self.correct, self.why.ask)
        self.why.given.connect(lambda reason: self.acted.emit(Correct(reason=reason)))
        self.withdraw.acted.connect(self.acted)
        self.returned.acted.connect(self.acted)
        self.record.acted.connect(self.acted)
        self.paper.said.connect(lambda: QTimer.singleShot(0, self, self._show_state))
        self.withdraw.acted.connect(lambda _: self.first.setFocus())

    def present(self, page: CounterPage) -> None:
        """Show the slip."""
        if page.slip != self.number.text:
            self._errands.drop()
            self._clear()
            self.paper.look()
        self.number.set_text(page.slip)
        words, taken_back = self._kit.words, page.withdrawn is not None
        revised = words("day-revised", n=page.revision) if page.revision > 1 and not taken_back else ""
        about = words("purposes-between").join(page.purpose_names)
        self.event_name.set_text("　".join(filter(None, (about, revised))))
        self.title.set_text(words(_title(page)))
        bill = self._kit.office.bill() if page.slip else Bill()
        money = map(words.say, bill.said) if bill.changed else ()
        self.sent.set_text("\n".join((*money, self._became(page))))
        self.held.present(() if taken_back else page.held)
        self.returned.present(page.returned)
        for part in (self.again, self.withdraw):
            part.setHidden(taken_back)
        self.bill.present(bill)
        self.paper.present(forms=page.sent > 0, language=page.language)

    def _show_state(self) -> None:
        """How a print stands is seen as soon as it is known, once it has its place."""
        if self.paper.told.isVisible():
            scroll_to(self.area, self.paper.told, air=self._kit.look.dp(24))

    def _became(self, page: CounterPage) -> str:
        """What became of the applications, in a sentence."""
        words = self._kit.words
        if page.withdrawn is not None:
            return words("done-withdrawn", reason=page.withdrawn)
        if page.sent:
            return words("done-sent", n=page.sent)
        return words("done-none-left" if page.held else "done-nothing")

    def _clear(self) -> None:
        self.paper.wipe()
        self.saved.set("")
        self.why.wipe()
        self.why.hide()
        self.withdraw.wipe()
        self.record.wipe()
        self.folder.setText(str(self._kit.office.packet_folder()))

    def wipe(self) -> None:
        """The visit has ended."""
        self._errands.drop()
        self.number.set_text("")
        self.event_name.set_text("")
        self.sent.set_text("")
        self.held.present(())
        self.returned.present(())
        self.bill.present(Bill())
        self._clear()

    @property
    def first(self) -> Button:
        """What is pressed first."""
        return self.paper.first if self.returned.isHidden() else self.returned.correct

    @property
    def state(self) -> PrintState | None:
        """What is known of the last print."""
        return self.paper.state

    def print(self) -> None:
        """Print every paper there is."""
        self.paper.print()

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


def _title(page: CounterPage) -> str:
    """Which words stand over the page."""
    if page.withdrawn is not None:
        return "done-title-withdrawn"
    return "done-title-held" if page.held else "done-title"
