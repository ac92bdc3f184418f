"""受け取り側にあるもの: a line for the folder or the file that says it, and a list to choose either from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.panels import column, pressed


class ReceivedLine(QWidget):
    """`text` is the path; empty where only the hub is asked."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, words = kit, kit.words
        self.line = Line(kit, name=words("office-received"))
        self.file, self.folder = Button(kit, words("office-pick-file")), Button(kit, words("office-pick-folder"))
        name = GlyphLabel(kit, words("office-received"), level=Level.DENSE, bold=True)
        how = GlyphLabel(kit, words("office-received-how"), level=Level.DENSE, ink="quiet")
        gap = kit.look.dp(4)
        self.setLayout(column(name, how, self.line, flow(self.file, self.folder, gap=kit.look.dp(12)), gap=gap))
        pressed(self.file, lambda: self._choose(QFileDialog.FileMode.ExistingFile))
        pressed(self.folder, lambda: self._choose(QFileDialog.FileMode.Directory))

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.text().strip()

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        """The list stands beside the window and stops nothing."""
        dialog = QFileDialog(self, self._kit.words("office-received"))
        dialog.setFileMode(mode)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.line.setText)
        dialog.open()
