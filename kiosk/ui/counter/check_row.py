"""One answer at the check: its label, what it says, where that comes from, and 変更 beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.flow.pages import Row
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level, TextSize
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.origin import state_chip


class RowView(QWidget):
    """Label, value, source and 変更 of one row."""

    def __init__(self, kit: Kit, row: Row, *, about: str) -> None:
        super().__init__()
        self._kit, self.row = kit, row
        self.label = GlyphLabel(kit, row.label, level=Level.DENSE, ink="quiet", bold=True)
        self.value = GlyphLabel(kit)
        self.chip, self.changed = Chip(kit), Chip(kit)
        self.change = Button(kit, kit.words("change"), rank=Rank.QUIET)
        self.change.setAccessibleName(kit.words("change-what", label=row.label, person=about))
        self._arrange()
        self.present(row)

    def _arrange(self) -> None:
        gap = self._kit.look.dp(12)
        words = QVBoxLayout() if self._kit.look.size in {TextSize.LARGE, TextSize.HUGE} else QHBoxLayout()
        words.setSpacing(gap)
        beside = Qt.AlignmentFlag.AlignVCenter if isinstance(words, QHBoxLayout) else Qt.AlignmentFlag(0)
        words.addWidget(self.label, 0, beside)
        words.addWidget(self.value, 1, beside)
        chips = flow(self.changed, self.chip, gap=self._kit.look.dp(4))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(gap)
        line.addLayout(words, 1)
        if isinstance(words, QHBoxLayout):
            self.label.setFixedWidth(8 * self._kit.look.px(Level.DENSE) + 2)
        if self._kit.look.size is TextSize.SMALL:
            chips.setFixedWidth(self._chip_width())
            line.addWidget(chips, 0, beside)
        else:
            words.addWidget(chips)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)

    def _chip_width(self) -> int:
        """One width for all rows, so that the chips stand in a column: the longest source that can be waiting."""
        words = self._kit.words
        longest = Chip(self._kit, words("state-said", source=words("source-extract")))
        return longest.sizeHint().width()

    def present(self, row: Row) -> None:
        """Show the row."""
        self.row = row
        self.value.set_text(row.text or self._kit.words("check-empty"), ink="text" if row.text else "quiet")
        text, tone = state_chip(self._kit, row.state, row.source)
        self.chip.set(text, tone=tone)
        self.changed.set(self._kit.words("check-changed") if row.changed else "", tone=Tone.YELLOW)
