"""私の記録 on the last page: what is kept about the case is printed for whose it is, or erased as they ask."""

from PySide6.QtCore import Signal

from kiosk.flow.case_actions import Erase
from kiosk.ui.counter.print_told import PrintTold
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel, pressed
from kiosk.ui.widgets.reason_line import ReasonLine


class RecordPanel(Panel):
    """`acted` carries the Erase, once a reason is there; nothing is erased by one press."""

    acted = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        words, gap = kit.words, kit.look.dp(12)
        self.print, self.erase = Button(kit, words("own-record-print")), Button(kit, words("own-record-erase"))
        self.told = PrintTold(kit, "own-record")
        self.why = ReasonLine(kit, label=words("own-record-reason"), sure=words("own-record-sure"))
        explained = GlyphLabel(kit, words("own-record-explained"), level=Level.DENSE)
        self.column.addWidget(GlyphLabel(kit, words("own-record-title"), level=Level.HEAD, bold=True))
        for thing in (explained, flow(self.print, self.erase, gap=gap), self.told, self.why):
            self.column.addWidget(thing)
        pressed(self.print, lambda: self.told.print(kit.office.print_record))
        pressed(self.erase, self.why.ask)
        self.why.given.connect(lambda reason: self.acted.emit(Erase(reason=reason)))
        self.wipe()

    def wipe(self) -> None:
        """Nothing of what was typed or told stays."""
        self.told.wipe()
        self.why.wipe()
        self.why.hide()
