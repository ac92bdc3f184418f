"""The tree of everything under forms/, each branch and leaf with its count of problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from kiosk.ui.designer.ports import Entry, Group
from kiosk.ui.designer.rows import dress
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.ui.designer.kit import DesignKit

_ENTRY = Qt.ItemDataRole.UserRole


class TreePanel(QWidget):
    """`picked` carries the Entry that was picked."""

    picked = Signal(object)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, look = kit.words, kit.look
        self.search, self.tree = Line(kit, name=words("designer-find-file")), QTreeWidget()
        self.search.setPlaceholderText(words("designer-find-file"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        dress(self.tree, kit, name=words("designer-tree"))
        self.setLayout(column(self.search, self.tree, gap=look.dp(4), margins=(look.dp(8), look.dp(8), 0, 0)))
        self.search.textChanged.connect(self._find)
        self.tree.itemActivated.connect(self._take)
        self.tree.itemClicked.connect(self._take)

    def present(self, entries: tuple[Entry, ...], *, at: Entry | None = None) -> None:
        """Show these files; what was open in the tree stays open, and `at` is marked."""
        opened = {item.data(0, _ENTRY) for item in self._branches() if item.isExpanded()} or {Group.FORMS}
        self.tree.clear()
        for group in Group:
            inside = [entry for entry in entries if entry.group is group]
            branch = QTreeWidgetItem([self._named(self._kit.words(f"designer-group-{group.value}"), inside)])
            branch.setData(0, _ENTRY, group)
            for entry in inside:
                branch.addChild(self._leaf(entry, several=sum(each.form == entry.form for each in inside) > 1))
            self.tree.addTopLevelItem(branch)
            branch.setExpanded(group in opened)
        self._find(self.search.text())
        if at is not None:
            self.show_place(at.form, at.version)

    def _named(self, words: str, inside: list[Entry]) -> str:
        problems = sum(entry.problems for entry in inside)
        return self._kit.words("designer-count", name=words, n=problems) if problems else words

    def _leaf(self, entry: Entry, *, several: bool) -> QTreeWidgetItem:
        """The version stands in front of the name, which may be too long, and only where there are several."""
        words = self._kit.words
        number = f"{entry.form}（{entry.version}）" if several else entry.form
        name = f"{number} {entry.title}" if entry.form else entry.title
        if entry.form and entry.open:
            name = words("designer-draft", name=name)
        text = words("designer-count", name=name, n=entry.problems) if entry.problems else name
        leaf = QTreeWidgetItem([text])
        leaf.setData(0, _ENTRY, entry)
        leaf.setToolTip(0, f"{name}\n{entry.file}")
        if entry.problems:
            leaf.setForeground(0, self._kit.look.colour("error"))
        return leaf

    def show_place(self, form: str, version: str) -> None:
        """Mark the version that lies on the workbench."""
        for branch in self._branches():
            for leaf in _leaves(branch):
                entry = leaf.data(0, _ENTRY)
                if isinstance(entry, Entry) and (entry.form, entry.version) == (form, version):
                    self.tree.setCurrentItem(leaf)
                    return

    def _branches(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.tree.topLevelItemCount()):
            found = self.tree.topLevelItem(at)
            if found is not None:
                yield found

    def _find(self, text: str) -> None:
        asked = text.casefold().split()
        for branch in self._branches():
            shown = 0
            for leaf in _leaves(branch):
                hit = all(word in leaf.text(0).casefold() for word in asked)
                leaf.setHidden(not hit)
                shown += hit
            branch.setHidden(bool(asked) and not shown)
            if asked and shown:
                branch.setExpanded(True)

    def _take(self, item: QTreeWidgetItem) -> None:
        entry = item.data(0, _ENTRY)
        if isinstance(entry, Entry):
            self.picked.emit(entry)


def _leaves(branch: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for at in range(branch.childCount()):
        found = branch.child(at)
        if found is not None:
            yield found
