"""Everything that is wrong, one line each; picking one leads to its box, or to its file and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kiosk.ui.designer.rows import dress
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.base import Issue
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet

_LINES, _FEW = 4, 2  # more are scrolled to: the page keeps its room
_ISSUE = Qt.ItemDataRole.UserRole
_FORM = re.compile(r"templates/([^/]+)/([^/]+)/template\.toml(?: box(?:\[(\d+)\]| (\w+)))?")


class ProblemList(QWidget):
    """`led` carries the Issue that was picked."""

    led = Signal(object)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        gap = kit.look.dp(4)
        self.title, self.list = GlyphLabel(kit, level=Level.DENSE, bold=True), QListWidget()
        dress(self.list, kit, name=kit.words("designer-problems-list"))
        self.setLayout(column(self.title, self.list, gap=gap, margins=(3 * gap, gap, 0, gap)))
        self.list.itemActivated.connect(self._lead)
        self.list.itemClicked.connect(self._lead)
        kit.look.changed.connect(self.fit)
        self.present(())

    def tell(self, sheet: Sheet | None, found: tuple[Issue, ...] | None) -> None:
        """What is wrong with the form as it stands now, then with every file as it was examined last (None: not yet).

        Of the form itself what was examined counts as long as nothing has been changed since it was saved.
        """
        here, own = (sheet.entry.file, sheet.issues) if sheet is not None else ("", ())
        examined = tuple(issue for issue in found or () if issue.where.partition(" ")[0] == here)
        told = {issue.message for issue in examined}
        if sheet is not None and sheet.saved and examined:
            own = (*examined, *(issue for issue in own if issue.message not in told))
        others = (issue for issue in found or () if issue.where.partition(" ")[0] != here)
        doubts = len(sheet.doubts) if sheet is not None else 0
        self.present((*own, *others), checked=found is not None, opened=sheet is not None, doubts=doubts)

    def present(self, issues: Sequence[Issue], *, checked: bool = False, opened: bool = False, doubts: int = 0) -> None:
        """Show these; `checked`: every file was examined, `opened`: a form lies here, of which so many boxes that were
        read off a paper (`doubts`) nobody has looked at.
        """
        words = self._kit.words
        none = words("designer-no-problems") if checked else words("designer-no-problems-here") if opened else ""
        none = words("designer-still-few", n=doubts) if doubts else none
        self.title.set_text(words("designer-problems", n=len(issues)) if issues else none)
        self.list.clear()
        for issue in issues:
            item = QListWidgetItem(str(issue))
            item.setData(_ISSUE, issue)
            item.setForeground(self._kit.look.colour("error_ink"))
            self.list.addItem(item)
        self.list.setVisible(bool(issues))
        self.fit()

    def fit(self) -> None:
        """As high as its first lines, also when the text becomes larger while the window is open."""
        look = self._kit.look
        lines = min(self.list.count(), _LINES if look.roomy else _FEW) * (look.line(Level.DENSE) + look.dp(10))
        self.setFixedHeight(self.title.sizeHint().height() + look.dp(16) + lines)

    def _lead(self, item: QListWidgetItem) -> None:
        self.led.emit(item.data(_ISSUE))


def place_of(issue: Issue) -> tuple[str, str, str] | None:
    """The form, the version and the box that an Issue is about: its id, its place in the file (0 first), or empty."""
    found = _FORM.match(issue.where)
    return None if found is None else (found[1], found[2], found[3] or found[4] or "")
