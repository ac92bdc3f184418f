"""補正・却下 on the last page of an accepted case: what receivers want of it, and what can be done about that."""

from PySide6.QtCore import Signal

from kiosk.flow.case_actions import CloseAnswers, Correct
from kiosk.flow.left import GateEntry
from kiosk.ui.counter.print_told import PrintTold
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, column, empty, holder, pressed
from kiosk.ui.widgets.reason_line import ReasonLine


class ReturnedPanel(Panel):
    """Hidden where nothing was sent back; `acted` carries the correction, or that nothing more is to be done."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, bar="error")
        self._kit, words, gap = kit, kit.words, kit.look.dp(12)
        self.entries: tuple[GateEntry, ...] = ()
        self.title = GlyphLabel(kit, level=Level.HEAD, bold=True)
        self._list = column(gap=kit.look.dp(4))
        self.correct = Button(kit, words("returned-correct"), rank=Rank.PRIMARY)
        self.close_it = Button(kit, words("returned-close"))
        self.letter, self.told = Button(kit, words("returned-letter")), PrintTold(kit, "returned-letter")
        self.why = ReasonLine(kit, label=words("returned-close-reason"), sure=words("returned-close-sure"))
        explained = GlyphLabel(kit, words("returned-explained"), level=Level.DENSE)
        keys = flow(self.correct, self.letter, self.close_it, gap=gap)
        for thing in (self.title, explained, keys, self.told, self.why, holder(self._list)):
            self.column.addWidget(thing)
        pressed(self.letter, lambda: self.told.print(kit.office.print_letter))
        pressed(self.correct, lambda: self.acted.emit(Correct(reason=words("returned-reason"))))
        pressed(self.close_it, self.why.ask)
        self.why.given.connect(lambda reason: self.acted.emit(CloseAnswers(reason=reason)))
        self.hide()

    def present(self, entries: tuple[GateEntry, ...]) -> None:
        """Show them; nothing of what was typed stays when they have changed."""
        self.setHidden(not entries)
        if entries == self.entries:
            return
        self.entries = entries
        self.wipe()
        words = self._kit.words
        self.title.set_text(words("returned-title", n=len(entries)))
        empty(self._list)
        for entry in entries:
            said = words("gate-entry", who=entry.who, what=entry.what) if entry.who else entry.what
            said = words("gate-why", what=said, why=entry.why) if entry.why else said
            self._list.addWidget(GlyphLabel(self._kit, words("list-item", what=said)))

    def wipe(self) -> None:
        """No reason is being given, nothing is told."""
        self.told.wipe()
        self.why.wipe()
        self.why.hide()
