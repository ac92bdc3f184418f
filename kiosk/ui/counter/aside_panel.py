"""中断: where it is asked whether a visit is to be thrown away it can also wait, with a note for who goes on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.widgets.panels import Panel
from kiosk.ui.widgets.reason_line import ReasonLine

WIDTH = 420


class AsidePanel(Panel):
    """`chosen` carries the note, which may be empty. It lies over the lower right corner of `over`, a sibling: what is
    being asked stays where it is.
    """

    chosen = Signal(str)

    def __init__(self, kit: Kit, over: QWidget) -> None:
        super().__init__(kit, ground="warning_panel", edge="warning", pad=12)
        self._over = over
        self.note = ReasonLine(kit, label=kit.words("aside-note"), sure=kit.words("aside"), optional=True)
        self.column.addWidget(self.note)
        self.note.given.connect(self.chosen)
        self.hide()

    def ask(self, *, write: bool) -> None:
        """Show it; with `write` the keyboard goes where the note is written."""
        self.note.wipe()
        self._place()
        self.show()
        self.raise_()
        if write:
            self.note.ask()

    def _place(self) -> None:
        look, room = self._kit.look, self._over.geometry()
        width = min(round(look.dp(WIDTH) * (1 if look.roomy else 1.3)), room.width())
        layout = self.column
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(room.right() - width - look.dp(8), room.bottom() - height - look.dp(8), width, height)
