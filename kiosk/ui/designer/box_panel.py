"""欄: what one box is - its name, kind, fact, place, letters -, and what it says for the person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.model.edits import Become, Choices, Edit, Essential, Put, Resize
from kiosk.model.path import key_of
from kiosk.model.template import CODES, Kind
from kiosk.ui.designer.fact_picker import FactPicker
from kiosk.ui.designer.fields import Field, Number, Pick
from kiosk.ui.designer.paper_line import PaperLine
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import Rule, column, pressed, row

if TYPE_CHECKING:
    from kiosk.model.template import Box, Rect
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Fact, Sheet

KINDS = (
    Kind.TEXT,
    Kind.COMB,
    Kind.CHOICE,
    Kind.TICK,
    Kind.DATE,
    Kind.SIGNATURE,
    Kind.BARCODE,
    Kind.QR,
    Kind.IMAGE,
    Kind.BLANK,
)
_FORMS = ("as_is", "wareki", "seireki", "kana", "zenkaku", "yes_no", "label", "count")
_REQUIRED = ("required", "conditional", "optional")
_ALIGN = ("left", "center", "right")
_FACES = ("mincho", "gothic", "pgothic", "pgothic-bold")
_LETTERS = (("size", 4, 40), ("floor", 3, 40), ("lines", 1, 60), ("cells", 0, 60))
_WHOLE = frozenset({"lines", "cells"})
_PLACE = (("x", 0, 1000), ("y", 0, 1000), ("w", 1, 1000), ("h", 1, 1000))


class BoxPanel(QWidget):
    """`edited` carries an edit, `settled` the ids of boxes that were looked at: this one. `pictured` carries the box, a
    file or the name of one, and whether it is to be fetched from elsewhere.
    """

    edited = Signal(object)
    pictured = Signal(str, str, bool)
    settled = Signal(tuple)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self._box: Box | None = None
        self._codes: dict[str, tuple[str, ...]] = {}
        self._groups: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self.wrong, self.doubt = Message(kit), Message(kit, mood=Mood.WARNING)
        self.right = Button(kit, words("designer-settle"), level=Level.DENSE)
        self.label, self.fact = Field(kit, words("designer-label")), Field(kit, words("designer-path"))
        self.fixed = Field(kit, words("designer-fixed"))
        self.own = Field(kit, words("designer-own"))
        self.picture = PaperLine(kit, words("designer-picture"), kinds="designer-pictures")
        self.alt = Field(kit, words("designer-alt"))
        self.kind = Pick(kit, words("designer-kind"), _named(kit, "kind", (kind.value for kind in KINDS)))
        self.form = Pick(kit, words("designer-form"), _named(kit, "form", _FORMS))
        self.required = Pick(kit, words("designer-required"), _named(kit, "required", _REQUIRED))
        self.align = Pick(kit, words("designer-align"), _named(kit, "align", _ALIGN))
        self.face = Pick(kit, words("designer-face"), _named(kit, "face", _FACES))
        self.essential = Button(kit, words("designer-essential"), rank=Rank.CHOICE, level=Level.DENSE)
        self.essential.several = True
        self.choices = Button(kit, words("designer-choices"), level=Level.DENSE)
        self.picker, self.place, self.letters = FactPicker(kit), self._numbers(_PLACE), self._numbers(_LETTERS)
        self.says = GlyphLabel(kit, level=Level.DENSE)
        self.doubt.add(self.right)
        self._arrange(gap)
        self._connect()

    def _numbers(self, those: tuple[tuple[str, float, float], ...]) -> dict[str, Number]:
        kit = self._kit
        return {
            name: Number(kit, kit.words(f"designer-{name}"), least=low, most=high, whole=name in _WHOLE)
            for name, low, high in those
        }

    def _arrange(self, gap: int) -> None:
        words, kit = self._kit.words, self._kit
        saying = GlyphLabel(kit, words("designer-says"), level=Level.DENSE, bold=True)
        self.setLayout(
            column(
                *(
                    self.wrong,
                    self.doubt,
                    self.label,
                    self.kind,
                    self.fixed,
                    self.picture,
                    self.alt,
                    self.fact,
                    self.picker,
                    self.choices,
                ),
                *(Rule(kit), saying, self.says, Rule(kit)),
                *(row(self.form, self.required, gap=gap), self.essential),
                *(row(*list(self.place.values())[:2], gap=gap), row(*list(self.place.values())[2:], gap=gap)),
                self.own,
                *(row(self.align, self.face, gap=gap), flow(*self.letters.values(), gap=gap)),
                gap=gap,
            )
        )

    def _connect(self) -> None:
        self.label.said.connect(lambda text: self._put(label=text) if text else self.label.refuse(self._empty))
        self.fact.said.connect(self._bind)
        self.fixed.said.connect(lambda text: self._put(fixed=text, **({"fact": ""} if text else {})))
        self.picker.meant.connect(self._bind)
        self.own.said.connect(lambda text: self._put(field=tuple(filter(None, re.split(r"[,、\s]+", text)))))
        self.picture.field.said.connect(lambda name: self._picture(name, found=False))
        self.picture.chosen.connect(lambda file: self._picture(file, found=True))
        self.alt.said.connect(lambda text: self._put(alt=text))
        self.kind.meant.connect(lambda code: self._do(lambda box: Become((box.id,), Kind(code))))
        for name in ("form", "required", "align", "face"):
            getattr(self, name).meant.connect(lambda code, name=name: self._put(**{name: code}))
        for name, number in self.letters.items():
            kind = int if name in _WHOLE else float
            number.meant.connect(lambda value, name=name, kind=kind: self._put(**{name: kind(value)}))
        for name, number in self.place.items():
            number.meant.connect(lambda value, name=name: self._lay(name, value))
        pressed(self.essential, lambda: self._do(lambda box: Essential((box.id,), self.essential.isChecked())))
        pressed(self.choices, lambda: self._do(lambda box: Choices(box.id, self._codes.get(key_of(box.fact), ()))))
        pressed(self.right, lambda: self.settled.emit((self._box.id,)) if self._box else None)

    @property
    def _empty(self) -> str:
        return self._kit.words("designer-empty")

    def offer(self, facts: tuple[Fact, ...], groups: dict[str, str]) -> None:
        """The facts with their code lists, and how groups of members are called."""
        self._codes, self._groups = {fact.key: fact.codes for fact in facts}, groups
        self._labels = {fact.key: fact.label for fact in facts}
        self.picker.offer(facts)

    # ---- showing -----------------------------------------------------------------------------------------------------
    def present(self, sheet: Sheet, box: Box, says: tuple[str, ...]) -> None:
        """Show a box; `says` is what it says for the person, and from which answers."""
        self._box, words = box, self._kit.words
        self.wrong.set("\n".join(sheet.problems.get(box.id, ())))
        doubt, fact = sheet.doubts.get(box.id, ""), self._labels.get(key_of(box.fact), "")
        self.doubt.set("\n".join(filter(None, (doubt, words("designer-doubted", fact=fact) if doubt and fact else ""))))
        self.label.present(box.label)
        self.fact.present(box.fact)
        self.fixed.present(box.fixed)
        self.fixed.setVisible(box.kind in CODES)
        self.own.present("、".join(box.field))
        self.own.setVisible(sheet.template.fields == "kept")
        self._show_picture(box)
        self.kind.present(box.kind.value)
        for name in ("form", "required", "align", "face"):
            getattr(self, name).present(getattr(box, name))
        for name, number in self.letters.items():
            number.show_number(getattr(box, name))
        for name, number in self.place.items():
            number.show_number(getattr(box.rect, name))
        self.letters["cells"].setVisible(box.kind is Kind.COMB)
        self.letters["lines"].setVisible(box.kind is Kind.TEXT)
        self.essential.setChecked(box.id in sheet.template.essential)
        self.picker.present(sheet.template, box, self._groups)
        self.choices.setVisible(bool(self._codes.get(key_of(box.fact))))
        self.says.set_text("\n".join(says) or words("designer-says-nothing"), ink="text" if says else "quiet")
        self.setEnabled(sheet.entry.open)

    def _show_picture(self, box: Box) -> None:
        """A picture is a file with words for it, and no fact."""
        shown = box.kind is Kind.IMAGE
        self.picture.field.present(box.picture)
        self.alt.present(box.alt)
        for field in (self.picture, self.alt):
            field.setVisible(shown)
        self.fact.setVisible(not shown)
        self.picker.setVisible(not shown)

    # ---- changing ----------------------------------------------------------------------------------------------------
    def _do(self, edit: Any) -> None:
        if self._box is not None:
            self.edited.emit(edit(self._box))

    def _put(self, **changes: Any) -> None:
        def edit(box: Box) -> Edit:
            return Put(box.model_copy(update=changes))

        self._do(edit)

    def _picture(self, name: str, *, found: bool) -> None:
        if self._box is not None:
            self.pictured.emit(self._box.id, name, found)

    def _bind(self, path: str) -> None:
        """A box that was left to the pen is written from now on."""
        box = self._box
        if box is None:
            return
        kind = Kind.TEXT if box.kind is Kind.BLANK and path else box.kind
        self._put(fact=path, kind=kind, **({"fixed": ""} if path else {}))

    def _lay(self, side: str, value: float) -> None:
        def edit(box: Box) -> Edit:
            rect: Rect = box.rect.model_copy(update={side: value})
            return Resize(box.id, rect)

        self._do(edit)


def _named(kit: DesignKit, what: str, codes: Any) -> list[tuple[str, str]]:
    """Codes with their words."""
    return [(code, kit.words(f"designer-{what}-{code.replace('_', '-')}")) for code in codes]
