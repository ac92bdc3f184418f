"""Label and value pairs in two aligned columns; one under the other when the text is large."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel


class FactsList(QWidget):
    """Rows of (label, value)."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._grid = kit, QGridLayout(self)
        self._pairs: list[tuple[GlyphLabel, GlyphLabel]] = []
        self._beside = self._wide()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(kit.look.dp(16))
        self._grid.setVerticalSpacing(kit.look.dp(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _wide(self) -> bool:
        return self._kit.look.roomy

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Fill once."""
        for label, text in rows:
            name = GlyphLabel(self._kit, label, level=Level.DENSE, bold=True, ink="quiet")
            self._pairs.append((name, GlyphLabel(self._kit, text, level=Level.DENSE)))
        self._place()

    def _place(self) -> None:
        self._beside = self._wide()
        for at, (name, value) in enumerate(self._pairs):
            self._grid.addWidget(name, at if self._beside else 2 * at, 0, Qt.AlignmentFlag(0))
            self._grid.addWidget(value, at if self._beside else 2 * at + 1, 1 if self._beside else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 4 if self._beside else 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange and self._pairs and self._wide() != self._beside:
            for pair in self._pairs:
                for label in pair:
                    self._grid.removeWidget(label)
            self._place()
        super().changeEvent(event)
