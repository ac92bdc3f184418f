"""異体字: the shapes of the letter before the cursor, each with who can write it; the keyboard stays in the line."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.model.glyph import Glyph, Reach
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import AIR, column, empty, holder, indented, pressed, scrolling


def _kind(glyph: Glyph) -> tuple[int, bool]:
    """Those that everybody can write first."""
    return list(Reach).index(glyph.reach), not glyph.printed


class GlyphPanel(QWidget):
    """`chosen` carries the shape that was pressed. Nothing here takes the keyboard away from the name."""

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, gap = kit, kit.look.dp(8)
        self.rows: dict[str, Button] = {}
        self.said = Message(kit, mood=Mood.INFO)
        self._list = QVBoxLayout()
        self._list.setSpacing(gap)
        how = GlyphLabel(kit, kit.words("glyph-how"), level=Level.DENSE, ink="quiet")
        inside = column(how, self.said, holder(self._list), gap=gap, margins=AIR)
        inside.addStretch(1)
        title = GlyphLabel(kit, kit.words("glyph-title"), level=Level.HEAD, bold=True)
        self.setLayout(column(indented(title), scrolling(kit, holder(inside)), gap=gap))

    def present(self, glyphs: Sequence[Glyph], at: str) -> None:
        """Show the shapes, the one that stands in the name ticked; without another one, say so."""
        alone = len(glyphs) < 2
        self.said.set(self._kit.words("glyph-none", letter=at) if alone else "")
        if set(self.rows) != {each.text for each in glyphs}:
            self.wipe()
            self.said.set(self._kit.words("glyph-none", letter=at) if alone else "")
            for _, group in groupby(sorted(() if alone else glyphs, key=_kind), key=_kind):
                self._group(list(group))
        for text, row in self.rows.items():
            row.setChecked(text == at)

    def _group(self, glyphs: Sequence[Glyph]) -> None:
        """Who can write them in words, then the letters, large."""
        words, first = self._kit.words, glyphs[0]
        said = [words(f"glyph-reach-{first.reach.value}"), *([] if first.printed else [words("glyph-unprinted")])]
        self._list.addWidget(GlyphLabel(self._kit, "　".join(said), level=Level.DENSE, ink="quiet"))
        keys = [self._key(glyph, said) for glyph in glyphs]
        self._list.addWidget(flow(*keys, gap=self._kit.look.dp(8)))

    def _key(self, glyph: Glyph, said: Sequence[str]) -> Button:
        made = self.rows[glyph.text] = Button(self._kit, glyph.text, rank=Rank.CHOICE, level=Level.TITLE)
        made.setAccessibleName(" ".join((glyph.text, *said)))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pressed(made, partial(self.chosen.emit, glyph.text))
        return made

    def wipe(self) -> None:
        """No letter of a name stays."""
        empty(self._list)
        self.rows = {}
        self.said.set("")
