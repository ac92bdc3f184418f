"""The living paper of a counter and its letters: draw lists of the press, painted by Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.ui.ports import PaperSheet, PlacedBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from kiosk.bootstrap.late import Seat
    from kiosk.bootstrap.program import Program
    from kiosk.flow.visit import Visit
    from kiosk.model.filled import FilledBox, FilledForm
    from kiosk.model.template import Box, Rect, Template
    from kiosk.render.painter import GlyphPainter
    from kiosk.ui.ports import Face

_FACES = {"gothic": "pgothic", "gothic-bold": "pgothic-bold", "mincho": "mincho"}


@dataclass(frozen=True)
class CounterPaper:
    """The Paper port: draw lists of the printing office, painted by QPainter."""

    program: Program
    glyphs: CounterGlyphs
    desk: Seat
    _placed: dict[str, dict[int, PlacedBox]] = field(default_factory=dict)
    _about: dict[str, tuple[FilledForm, frozenset[str]]] = field(default_factory=dict)

    @property
    def visit(self) -> Visit:
        """The visit whose papers these are."""
        return self.desk.visit

    def title(self, form: FilledForm) -> str:
        """The form's short title, with the member's name when everybody has a copy."""
        from kiosk.flow.views import Viewer

        title = self.desk.edition.template(form).title
        snapshot = self.visit.snapshot
        if not form.subject or snapshot is None:
            return title
        return f"{title}（{Viewer(snapshot, self.desk.edition.wording).names[form.subject]}）"

    def sheets(self, form: FilledForm) -> Sequence[PaperSheet]:
        """Every page of every sheet."""
        template = self.desk.edition.template(form)
        return [
            PaperSheet(
                form=form.key,
                look=f"{template.digest}/{number}",
                page=sheet * len(template.pages) + number,
                width=page.width,
                height=page.height,
                content=(form, sheet, number),
            )
            for sheet in range(form.sheets)
            for number, page in enumerate(template.pages, start=1)
        ]

    def background(self, sheet: PaperSheet, px_per_mm: float) -> QPixmap:
        """The printed part as a picture."""
        form, _, number = _content(sheet)
        picture = QPixmap(round(sheet.width * px_per_mm), round(sheet.height * px_per_mm))
        picture.fill(Qt.GlobalColor.white)
        page = self.desk.edition.renderer.background(form, page=number)
        with QPainter(picture) as painter:
            self.glyphs.painter.paint(painter, page, scale=px_per_mm)
        return picture

    def paint(self, painter: QPainter, sheet: PaperSheet, px_per_mm: float, *, boxes: Sequence[PlacedBox]) -> None:
        """What this visit adds, of the boxes asked for."""
        form, index, number = _content(sheet)
        slip = self.visit.snapshot.case.slip if self.visit.snapshot else ""
        some = form.model_copy(update={"boxes": tuple(placed.filled for placed in boxes)})
        press = self.desk.edition.press
        page = press.renderer.page(some, stamp=press.stamp(slip), sheet=index, page=number)
        self.glyphs.painter.paint(painter, page, scale=px_per_mm)

    def boxes(self, sheet: PaperSheet) -> Sequence[PlacedBox]:
        """Where the boxes of a sheet stand; worked out anew only for those that were filled anew."""
        form, index, number = _content(sheet)
        key = f"{form.key}/{sheet.page}"
        before, now = self._placed.get(key, {}), dict[int, PlacedBox]()
        template = self.desk.edition.template(form)
        boxes = {box.id: box for box in template.boxes}
        for at, filled in enumerate(form.boxes):
            if filled.sheet == index and boxes[filled.box].page == number:
                old = before.get(at)
                now[at] = old if _still(old, filled) else self._place(template, boxes[filled.box], filled)
        self._placed[key] = now
        return list(now.values())

    def _place(self, template: Template, box: Box, filled: FilledBox) -> PlacedBox:
        from kiosk.render.layout import row_offset

        down = row_offset(template, box=box, filled=filled)
        return PlacedBox(
            box=filled.box,
            row=filled.row,
            label=box.label,
            rect=box.rect.shifted(down),
            filled=filled,
            behind=self._behind(filled),
            ink=_reach(box).shifted(down),
        )

    def _behind(self, filled: FilledBox) -> tuple[str, ...]:
        """The questions behind a box's derived values, so that pointing at it leads somewhere."""
        from kiosk.rules.provenance import origins

        if self.visit.snapshot is None:
            return ()
        facts = self.visit.snapshot.facts
        found = (origin for path in filled.paths for origin in origins(facts, path))
        return tuple(dict.fromkeys(path for path in found if path not in filled.paths))

    def about(self, form: FilledForm) -> frozenset[str]:
        """Every path of a form's boxes, traced."""
        facts = self._about.get(form.key)
        if facts is None or facts[0] is not form:
            own = {path for box in form.boxes for path in (*box.paths, *box.needs)}
            behind = (path for box in form.boxes for path in self._behind(box))
            self._about[form.key] = facts = (form, frozenset({*own, *behind}))
        return facts[1]

    def forget(self) -> None:
        """The visit has ended."""
        self._placed.clear()
        self._about.clear()


def _still(old: PlacedBox | None, filled: FilledBox) -> TypeGuard[PlacedBox]:
    return old is not None and (old.filled is filled or old.filled == filled)


def _reach(box: Box) -> Rect:
    """The rectangle around a box and everything that can be circled or written for it, in millimetres."""
    from kiosk.model.template import Rect

    parts = box.parts
    dates = [parts.year, parts.month, parts.day, *(each.rect for each in parts.eras)] if parts else []
    rects = [box.rect, *(each.rect for each in box.options), *dates]
    left, top = min(each.x for each in rects), min(each.y for each in rects)
    right, bottom = max(each.x + each.w for each in rects), max(each.y + each.h for each in rects)
    return Rect(x=left, y=top, w=right - left, h=bottom - top)


def _content(sheet: PaperSheet) -> tuple[FilledForm, int, int]:
    content = sheet.content
    if not isinstance(content, tuple):
        raise TypeError("a sheet of another Paper")
    form, index, number = content
    return form, index, number


@dataclass(frozen=True)
class CounterGlyphs:
    """The Glyphs port: names drawn with their variation selectors."""

    program: Program

    @cached_property
    def painter(self) -> GlyphPainter:
        """What draws, also the papers; its fonts are opened with the first name or the first paper."""
        from kiosk.render.painter import GlyphPainter

        return GlyphPainter(self.program.renderer.shaper)

    def text_width(self, text: str, face: Face, px: float) -> float:
        """See Glyphs."""
        return self.painter.text_width_px(text, _FACES[face], px)

    def draw(
        self, painter: QPainter, x: float, baseline: float, *, text: str, face: Face, px: float, colour: QColor
    ) -> None:
        """See Glyphs."""
        self.painter.draw_text(painter, x, baseline, text, _FACES[face], px, colour)
