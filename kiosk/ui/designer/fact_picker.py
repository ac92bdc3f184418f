"""事実を選ぶ: the list of everything that a box can show, found by words, with whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from kiosk.ui.designer.fields import Pick
from kiosk.ui.designer.rows import dress
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.template import Box, Template
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Fact

_PERSON = "person."
_WHOSE = re.compile(r"person\[(\w+)\]\.")
_SHOWN = 200


class FactPicker(QWidget):
    """`meant` carries the path of the fact that was picked (person[A].name.full, case.moved_on)."""

    meant = Signal(str)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(4)
        self._facts: tuple[Fact, ...] = ()
        self.whose = Pick(kit, words("designer-whose"))
        self.search, self.list = Line(kit, name=words("designer-search")), QListWidget()
        self.search.setPlaceholderText(words("designer-search"))
        self.search.setClearButtonEnabled(False)
        dress(self.list, kit, name=words("designer-fact"))
        self.list.setFrameShape(QFrame.Shape.Box)
        self.list.setMinimumHeight(kit.look.dp(200))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = GlyphLabel(kit, words("designer-fact"), level=Level.DENSE, bold=True)
        self.setLayout(column(head, self.whose, self.search, self.list, gap=gap))
        self.search.textChanged.connect(lambda _text: self._find())
        self.search.entered.connect(self._first)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._picked)
        self.list.itemClicked.connect(self._picked)
        self.whose.meant.connect(lambda _code: self._again())
        self._fact = ""

    def offer(self, facts: Sequence[Fact]) -> None:
        """What there is."""
        self._facts = tuple(facts)
        self._find()

    def present(self, template: Template, box: Box, groups: dict[str, str]) -> None:
        """Show whose facts a box can show, and which it shows."""
        own = {repeat.group for repeat in template.repeats if repeat.id == box.repeat}
        subject = {"P"} if template.copies != "case" else set()
        words = self._kit.words
        roles = [(code, words(f"designer-role-{code.lower()}")) for code in ("A", "H", "S")]
        members = [(code, groups.get(code, code)) for code in sorted(own | subject) if code not in {"A", "H", "S"}]
        if subject and "P" not in own:
            members = [(code, words("designer-role-subject") if code == "P" else name) for code, name in members]
        self.whose.offer([*members, *roles])
        found = _WHOSE.match(box.fact)
        self.whose.present(found[1] if found else (members or roles)[0][0])
        self._fact = box.fact

    def _find(self) -> None:
        asked = self.search.text().casefold().split()
        hits = [fact for fact in self._facts if all(word in f"{fact.label} {fact.key}".casefold() for word in asked)]
        self.list.clear()
        for fact in hits[:_SHOWN]:
            item = QListWidgetItem(f"{fact.label}\n{fact.key}")
            item.setData(Qt.ItemDataRole.UserRole, fact.key)
            self.list.addItem(item)

    def _first(self) -> None:
        """Enter in the search takes the first that was found."""
        if self.list.count() and self.search.text().strip():
            self._picked(self.list.item(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down goes from the search into what was found."""
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if watched is self.search and down and self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentRow(0)
            return True
        return False

    def _picked(self, item: QListWidgetItem) -> None:
        self.meant.emit(self._path(str(item.data(Qt.ItemDataRole.UserRole))))

    def _path(self, key: str) -> str:
        return f"person[{self.whose.code}].{key.removeprefix(_PERSON)}" if key.startswith(_PERSON) else key

    def _again(self) -> None:
        """The same fact of somebody else."""
        if _WHOSE.search(self._fact):
            self.meant.emit(_WHOSE.sub(f"person[{self.whose.code}].", self._fact))
