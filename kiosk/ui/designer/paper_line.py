"""Which paper or picture: a line for its file, and a button that opens a list of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.ui.designer.fields import Field
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import column, pressed

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit


class PaperLine(QWidget):
    """`chosen` carries the file that was picked from the list."""

    chosen = Signal(str)

    def __init__(self, kit: DesignKit, label: str, *, kinds: str = "designer-papers") -> None:
        super().__init__()
        self._kit, self._kinds = kit, kinds
        self.field, self.pick = Field(kit, label), Button(kit, kit.words("designer-pick-file"), level=Level.DENSE)
        gap = kit.look.dp(4)
        self.setLayout(column(self.field, flow(self.pick, gap=gap), gap=gap))
        pressed(self.pick, self._choose)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.field.line.text().strip()

    def _choose(self) -> None:
        """The list stands beside the window and stops nothing."""
        words = self._kit.words
        dialog = QFileDialog(self, words("designer-pick-file"), "", words(self._kinds))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        self.field.line.setText(name)
        self.chosen.emit(name)
