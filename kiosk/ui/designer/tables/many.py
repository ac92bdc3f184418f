"""One of many, and some of many in their order: what is chosen, and a search that opens below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from kiosk.ui.designer.finder import Finder
from kiosk.ui.designer.rows import dress
from kiosk.ui.designer.tables.control import Control
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import column, pressed

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.table_ports import Field

_ROW_LINES = 6


class PickControl(Control):
    """One of many: what is chosen, and a search that opens below."""

    def __init__(self, kit: DesignKit, field: Field) -> None:
        super().__init__()
        words, gap = kit.words, kit.look.dp(4)
        self._code, self._choices = "", dict[str, str]()
        self.shown = GlyphLabel(kit, level=Level.DENSE)
        self.change = Button(kit, words("table-pick"), level=Level.DENSE)
        self.none = Button(kit, words("table-pick-none"), level=Level.DENSE)
        self.finder = Finder(kit, name=field.label)
        self.setLayout(column(self.shown, flow(self.change, self.none, gap=gap), self.finder, gap=gap))
        self.finder.setVisible(False)
        self._kit = kit
        pressed(self.change, self._open)
        pressed(self.none, lambda: self._take(""))
        self.finder.meant.connect(self._take)

    def _open(self) -> None:
        self.finder.setVisible(not self.finder.isVisible())
        self.finder.search.setFocus(Qt.FocusReason.TabFocusReason)

    def present(self, field: Field) -> None:
        """The words of what is chosen."""
        self._choices, self._code = dict(field.choices), str(field.value)
        self.shown.set_text(self._choices.get(self._code, self._code) or self._kit.words("table-none"))
        self.none.setVisible(bool(self._code))
        self.finder.offer(field.choices)

    @property
    def value(self) -> str:
        """The code."""
        return self._code

    def _take(self, code: str) -> None:
        self._code = code
        self.shown.set_text(self._choices.get(code, code) or self._kit.words("table-none"))
        self.finder.setVisible(False)
        self.meant.emit(code)

    def first(self) -> QWidget:
        """The button that opens the search."""
        return self.change


class _Rows(QListWidget):
    """Del takes the chosen row away, Alt with the arrows moves it."""

    removed, moved = Signal(), Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys of the list."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class SeveralControl(Control):
    """Some of many, in their order."""

    def __init__(self, kit: DesignKit, field: Field) -> None:
        super().__init__()
        words, self._gap, self._kit = kit.words, kit.look.dp(4), kit
        self._codes, self._choices = list[str](), dict[str, str]()
        self.rows = _Rows()
        dress(self.rows, kit, name=field.label)
        self.rows.setFrameShape(QFrame.Shape.Box)
        self.rows.setWordWrap(True)
        self.finder = Finder(kit, name=field.label)
        names = ("remove", "up", "down", "more")
        self.acts = {name: Button(kit, words(f"table-several-{name}"), level=Level.DENSE) for name in names}
        self.setLayout(column(self.rows, flow(*self.acts.values(), gap=self._gap), self.finder, gap=self._gap))
        self.finder.setVisible(False)
        pressed(self.acts["more"], self._open)
        pressed(self.acts["remove"], self._remove)
        pressed(self.acts["up"], lambda: self._move(-1))
        pressed(self.acts["down"], lambda: self._move(1))
        self.rows.removed.connect(self._remove)
        self.rows.moved.connect(self._move)
        self.finder.meant.connect(self._more)

    def _open(self) -> None:
        self.finder.setVisible(not self.finder.isVisible())
        self.finder.search.setFocus(Qt.FocusReason.TabFocusReason)

    def present(self, field: Field) -> None:
        """The words of those that are chosen."""
        self._choices = dict(field.choices)
        self.finder.offer(field.choices)
        self._show([*field.value] if isinstance(field.value, tuple) else [])

    def _show(self, codes: list[str]) -> None:
        at = self.rows.currentRow()
        if codes != self._codes or self.rows.count() != len(codes):
            self._codes = codes
            self.rows.clear()
            for code in codes:
                self.rows.addItem(QListWidgetItem(self._choices.get(code, code)))
            self.rows.setCurrentRow(min(at, len(codes) - 1))
        look = self._kit.look
        lines = min(max(len(codes), 1), _ROW_LINES)
        self.rows.setFixedHeight(lines * (look.line(Level.DENSE) + look.dp(10)) + look.dp(8))
        for name in ("remove", "up", "down"):
            self.acts[name].setVisible(bool(codes))

    @property
    def value(self) -> tuple[str, ...]:
        """The codes."""
        return tuple(self._codes)

    def _say(self, codes: list[str], at: int) -> None:
        self._show(codes)
        self.rows.setCurrentRow(at)
        self.meant.emit(self.value)

    def _more(self, code: str) -> None:
        if code not in self._codes:
            self._say([*self._codes, code], len(self._codes))

    def _remove(self) -> None:
        at = self.rows.currentRow()
        if at >= 0:
            self._say(self._codes[:at] + self._codes[at + 1 :], min(at, len(self._codes) - 2))

    def _move(self, by: int) -> None:
        at, codes = self.rows.currentRow(), list(self._codes)
        if at >= 0 and 0 <= at + by < len(codes):
            codes[at], codes[at + by] = codes[at + by], codes[at]
            self._say(codes, at + by)

    def first(self) -> QWidget:
        """The button that opens the search, or the rows."""
        return self.rows if self._codes else self.acts["more"]
