"""様式そのもの: what the form is called, to whom it goes, by which law; its next version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.edits import Tell
from kiosk.ui.designer.fields import Field, Pick, read_day
from kiosk.ui.designer.paper_line import PaperLine
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Rule, column, pressed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.model.template import Fields
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet

_FIELDS, _CASE = ("flat", "kept"), "case"
_TOLD = ("title", "addressee", "law", "department")


class FormPanel(QWidget):
    """`edited` carries an edit, `versioned` the first day of a new version, and the file of its paper where
    it is another one.
    """

    edited = Signal(object)
    versioned = Signal(object, str)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit, self._copies = kit, _CASE
        words, gap = kit.words, kit.look.dp(8)
        self.told = {name: Field(kit, words(f"designer-{name}")) for name in _TOLD}
        self.copies = Pick(kit, words("designer-copies"))
        named = [(code, words(f"designer-fields-{code}")) for code in _FIELDS]
        self.fields = Pick(kit, words("designer-fields"), named)
        self.sealed, self.still = Message(kit, mood=Mood.INFO), Message(kit, mood=Mood.WARNING)
        self.first = Field(kit, words("designer-first"), letters=10)
        self.days = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.since = Field(kit, words("designer-since"), letters=10)
        self.begin = Button(kit, words("designer-new-version"), level=Level.DENSE)
        self.paper = PaperLine(kit, words("designer-new-paper"))
        self.revise = Button(kit, words("designer-revise"), level=Level.DENSE)
        hint = GlyphLabel(kit, words("designer-hint"), level=Level.DENSE, ink="quiet")
        parts = (
            self.sealed,
            self.still,
            *self.told.values(),
            self.first,
            self.days,
            self.copies,
            self.fields,
            Rule(kit),
            self.since,
            flow(self.begin, gap=gap),
        )
        again = (self.paper, flow(self.revise, gap=gap))
        self.setLayout(column(*parts, *again, Rule(kit), hint, gap=gap))
        for field in (*self.told.values(), self.first):
            field.said.connect(lambda _text: self._tell())
        for pick in (self.fields, self.copies):
            pick.meant.connect(lambda _code: self._tell())
        pressed(self.begin, lambda: self._begin(""))
        pressed(self.revise, self._revise)

    def offer(self, groups: Sequence[tuple[str, str]]) -> None:
        """The groups whose members can get a sheet each, with their words."""
        one = (_CASE, self._kit.words("designer-copies-case"))
        self.copies.offer([one, *((name, f"{name}　{told}".strip()) for name, told in groups)])

    def present(self, sheet: Sheet) -> None:
        """Show the form's particulars."""
        words, template = self._kit.words, sheet.template
        why = words("designer-reads" if sheet.reads else "designer-sealed")
        self.sealed.set("" if sheet.entry.open else why)
        left = [words("designer-still-doubts", n=len(sheet.doubts))] if sheet.doubts else []
        left += [words(f"designer-still-{each}", form=template.id) for each in sheet.lacks]
        self.still.set("\n".join(left))
        for act in (self.begin, self.revise):
            act.setVisible(not sheet.reads)
        for name, field in self.told.items():
            field.present(getattr(template, name))
            field.setEnabled(sheet.entry.open)
        self.fields.present(template.fields)
        self._copies = template.copies  # stays, too, where its group is none of those that are known here
        self.copies.present(template.copies)
        self.copies.setEnabled(sheet.entry.open)
        self.fields.setEnabled(sheet.entry.open)
        last = template.valid_to
        self.first.present(template.valid_from.isoformat())
        self.first.setEnabled(sheet.entry.open)
        self.days.set_text(words("designer-last", last=last.isoformat()) if last else "")
        self.days.setVisible(last is not None)

    def _tell(self) -> None:
        day = read_day(self.first.line.text())
        if day is None:
            self.first.refuse(self._kit.words("designer-day"))
            return
        said = {name: field.line.text().strip() for name, field in self.told.items()}
        fields: Fields = "kept" if self.fields.code == "kept" else "flat"
        self.edited.emit(Tell(**said, valid_from=day, fields=fields, copies=self.copies.code or self._copies))

    def _begin(self, file: str) -> None:
        day = read_day(self.since.line.text())
        if day is None:
            self.since.refuse(self._kit.words("designer-day"))
        else:
            self.since.present(self.since.line.text())
            self.versioned.emit(day, file)

    def _revise(self) -> None:
        if self.paper.text:
            self._begin(self.paper.text)
        else:
            self.paper.field.refuse(self._kit.words("designer-empty"))
