"""経過: what became of a parcel, line by line, behind a line that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.ui.office.times import said_at
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.fold import Fold, Folded
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, holder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.model.parcel import Passed
    from kiosk.ui.kit import Kit


class PassedFold(Folded):
    """Closed it says how many things there were; open when each was, what, and by whom."""

    def __init__(self, kit: Kit, passed: tuple[Passed, ...]) -> None:
        super().__init__(Fold(kit, kit.words("sending-passed", n=len(passed)), level=Level.DENSE))
        self._kit, self._passed = kit, passed

    def make_inside(self) -> QWidget:
        """See Folded."""
        lines = (GlyphLabel(self._kit, said(self._kit, each), level=Level.DENSE) for each in self._passed)
        look = self._kit.look
        return holder(column(*lines, gap=look.dp(4), margins=(look.dp(32), 0, 0, look.dp(8))))


def said(kit: Kit, passed: Passed) -> str:
    """One thing in words: when, what, by whom, and an attempt's code and detail."""
    words = kit.words
    parts = [said_at(kit, passed.at), words(f"sending-did-{passed.what}")]
    parts += [words("sending-did-by", who=passed.by)] if passed.by else []
    parts += [f"{passed.detail}（{passed.code}）" if passed.detail else passed.code] if passed.code else []
    return "　".join(parts)
