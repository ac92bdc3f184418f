"""事実を選ぶ: the list of everything that a box can show, found by words, with whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.fields import Pick
from kiosk.ui.designer.finder import Finder
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.template import Box, Template
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Fact

_PERSON = "person."
_WHOSE = re.compile(r"person\[(\w+)\]\.")


class FactPicker(QWidget):
    """`meant` carries the path of the fact that was picked (person[A].name.full, case.moved_on)."""

    meant = Signal(str)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(4)
        self.whose = Pick(kit, words("designer-whose"))
        self.finder = Finder(kit, name=words("designer-fact"))
        self.search, self.list = self.finder.search, self.finder.list
        self.search.setPlaceholderText(words("designer-search"))
        self.search.setClearButtonEnabled(False)
        head = GlyphLabel(kit, words("designer-fact"), level=Level.DENSE, bold=True)
        self.setLayout(column(head, self.whose, self.finder, gap=gap))
        self.finder.meant.connect(lambda key: self.meant.emit(self._path(key)))
        self.whose.meant.connect(lambda _code: self._again())
        self._fact = ""

    def offer(self, facts: Sequence[Fact]) -> None:
        """What there is."""
        self.finder.offer([(fact.key, f"{fact.label}\n{fact.key}") for fact in facts])

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

    def _path(self, key: str) -> str:
        return f"person[{self.whose.code}].{key.removeprefix(_PERSON)}" if key.startswith(_PERSON) else key

    def _again(self) -> None:
        """The same fact of somebody else."""
        if _WHOSE.search(self._fact):
            self.meant.emit(_WHOSE.sub(f"person[{self.whose.code}].", self._fact))
