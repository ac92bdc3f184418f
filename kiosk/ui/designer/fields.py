"""Small parts of the designer's panels: a labelled line, a number in millimetres, a choice of few words."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.said_dates import parse_date
from kiosk.model.wareki import PartialDate, calendar_day
from kiosk.ui.designer.area import Area
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.entries.listing import Combo
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.line import Line
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.ui.designer.kit import DesignKit


def read_day(text: str) -> dt.date | None:
    """A day as people write it: 2027-04-01, 2027/4/1, 令和9年4月1日, R9.4.1, in any width."""
    said = unicodedata.normalize("NFKC", text).strip()
    found = parse_date(said, today=dt.date(2000, 1, 1)) if re.search("[0-9]", said) else None
    return calendar_day(found) if isinstance(found, PartialDate) else None


class Field(QWidget):
    """A label over one line. `said` carries the text once it was changed and Enter was pressed or the line left."""

    said = Signal(str)

    def __init__(self, kit: DesignKit, label: str, *, letters: int = 0) -> None:
        super().__init__()
        self._shown = ""
        self.line, self.wrong = Line(kit, name=label, letters=letters), Message(kit)
        self.setLayout(column(GlyphLabel(kit, label, level=Level.DENSE), self.line, self.wrong, gap=kit.look.dp(4)))
        self.line.entered.connect(self._tell)
        self.line.left.connect(self._tell)

    def present(self, text: str) -> None:
        """Show a text; what is being typed is left alone while it says the same."""
        self.wrong.set("")
        self.line.mark(wrong=False)
        if text != self._shown or not self.line.hasFocus():
            self._shown = text
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def refuse(self, why: str) -> None:
        """What was typed cannot be taken; it stays, and is marked."""
        self.line.mark(wrong=True)
        self.wrong.set(why)

    def _tell(self) -> None:
        text = self.line.text().strip()
        if text != self._shown:
            self._shown = text
            self.said.emit(text)


class Number(Field):
    """A field for a number between two ends; `meant` carries it."""

    meant = Signal(float)

    def __init__(self, kit: DesignKit, label: str, *, least: float, most: float, whole: bool = False) -> None:
        super().__init__(kit, label, letters=5)
        self._kit, self._least, self._most, self._whole = kit, least, most, whole
        self.said.connect(self._read)

    def show_number(self, value: float) -> None:
        """Show a number without zeros that say nothing."""
        self.present(f"{value:.2f}".rstrip("0").rstrip("."))

    @property
    def number(self) -> float | None:
        """What stands there; None, and it is said beside the line, where it is no number or too small or large."""
        try:
            value = float(unicodedata.normalize("NFKC", self.line.text()))
        except ValueError:
            value = float("nan")
        if self._least <= value <= self._most and (not self._whole or value == int(value)):
            return value
        self.refuse(self._kit.words("designer-number", least=f"{self._least:g}", most=f"{self._most:g}"))
        return None

    def _read(self, _text: str) -> None:
        value = self.number
        if value is not None:
            self.meant.emit(value)


class Pick(QWidget):
    """A label over a choice of few words; `meant` carries the code that was picked by hand."""

    meant = Signal(str)

    def __init__(self, kit: DesignKit, label: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.combo = Combo(kit, name=label)
        self.setLayout(column(GlyphLabel(kit, label, level=Level.DENSE), self.combo, gap=kit.look.dp(4)))
        self.offer(choices)
        self.combo.activated.connect(lambda _at: self.meant.emit(self.code))

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Other choices: code and words."""
        choices = tuple(choices)
        if choices == tuple((self.combo.itemData(at), self.combo.itemText(at)) for at in range(self.combo.count())):
            return
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for code, words in choices:
                self.combo.addItem(words, code)

    @property
    def code(self) -> str:
        """What is picked; empty for nothing."""
        found = self.combo.currentData()
        return found if isinstance(found, str) else ""

    def present(self, code: str) -> None:
        """Show what is picked."""
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findData(code))
        self.combo.update()


def finish_typing(window: QWidget) -> None:
    """What stands half typed in a line counts, as if the line had been left."""
    line = window.focusWidget()
    if isinstance(line, Line | Area):
        line.left.emit()
