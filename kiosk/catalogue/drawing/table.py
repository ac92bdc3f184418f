"""How sections, rows and cells are ruled from top to bottom, and how member tables repeat their block."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.catalogue.drawing import boxes, lettering, options
from kiosk.catalogue.drawing.pen import LABEL_SIZES, Pen, inset, rounded
from kiosk.catalogue.drawing.source import BoxSource, Cell, Row, Section
from kiosk.model.template import Rect, Repeat

LEFT, WIDTH, BAND = 20.0, 180.0, 7.0
_CAPTION = 2.2


@dataclass(kw_only=True)
class Table:
    """One section while it is being drawn: the pen, the boxes of the form and which row of a repeat it is."""

    pen: Pen
    boxes: dict[str, BoxSource]
    section: Section
    page: int = 1
    member: int = 0
    number: Rect | None = None

    def draw(self, top: float) -> float:
        """Draw the section with its upper edge at `top`; the y below the section and its notes."""
        section, band = self.section, BAND if self.section.band else 0.0
        block = sum(row.height for row in section.row)
        height = sum(row.height for row in section.header) + block * section.times
        whole = Rect(x=LEFT, y=top, w=WIDTH, h=height)
        inner = Rect(x=LEFT + band, y=top, w=WIDTH - band, h=height)
        if band:
            self._band(Rect(x=LEFT, y=top, w=band, h=height))
        y = self._stack(section.header, inner, top=top)
        for self.member in range(section.times):
            self.pen.recording = self.member == 0
            if self.member:
                self.pen.rule(inner.x, y, inner.x + inner.w, y, style="strong")
            y = self._stack(section.row, inner, top=y)
        self.pen.recording = True
        if height:
            self.pen.border(whole)
        return self._notes(y)

    def lone(self, row: Row, rect: Rect) -> None:
        """Draw one row by itself, such as the date at the top right."""
        self._row(row, rect)

    def repeat(self) -> Repeat | None:
        """The repeat that the section stands for, or None."""
        if not self.section.repeat:
            return None
        dy = round(sum(row.height for row in self.section.row), 2)
        return Repeat(
            id=self.section.repeat, group=self.section.repeat, rows=self.section.times, dy=dy, number=self.number
        )

    def _band(self, rect: Rect) -> None:
        self.pen.grey(rect)
        self.pen.frame(rect)
        self.pen.stacked(self.section.band, rect)

    def _stack(self, rows: Sequence[Row], area: Rect, *, top: float) -> float:
        for row in rows:
            self._row(row, Rect(x=area.x, y=top, w=area.w, h=row.height))
            top += row.height
        return top

    def _row(self, row: Row, area: Rect) -> None:
        fixed = sum(cell.width or 0.0 for cell in row.cells)
        free = [cell for cell in row.cells if cell.width is None]
        if fixed > area.w + 0.01 or (not free and fixed < area.w - 0.01):
            wrong = f"行の欄の幅の合計が {fixed:g} mm です。{area.w:g} mm にしてください。"
            self.pen.complain(f"section {self.section.band or self.section.repeat}", wrong)
        x = area.x
        for cell in row.cells:
            width = cell.width if cell.width is not None else (area.w - fixed) / len(free)
            self._cell(cell, Rect(x=x, y=area.y, w=width, h=area.h))
            x += width
        if row.dash:
            self.pen.rule(area.x, area.y + area.h, area.x + area.w, area.y + area.h, style="dash")

    def _cell(self, cell: Cell, rect: Rect) -> None:
        self.pen.frame(rect)
        if cell.label:
            rect = self._label(cell, rect)
        if cell.head:
            self.pen.grey(rect)
        if cell.rows:
            self._nested(cell, rect)
            return
        if cell.caption:
            rect = self._caption(cell.caption, rect)
        self._content(cell, self._sides(cell, rect))

    def _nested(self, cell: Cell, rect: Rect) -> None:
        height = sum(row.height for row in cell.rows)
        if abs(height - rect.h) > 0.01:
            wrong = f"重ねた行の高さの合計が {height:g} mm です。{rect.h:g} mm にしてください。"
            self.pen.complain(f"section {self.section.band}", wrong)
        self._stack(cell.rows, rect, top=rect.y)

    def _label(self, cell: Cell, rect: Rect) -> Rect:
        width = cell.label_width or self.section.label_width
        label = Rect(x=rect.x, y=rect.y, w=width, h=rect.h)
        self.pen.grey(label)
        self.pen.frame(label)
        self.pen.block(cell.label, inset(label, 0.8, 0.3), where="label", sizes=LABEL_SIZES)
        return Rect(x=rect.x + width, y=rect.y, w=rect.w - width, h=rect.h)

    def _caption(self, caption: str, rect: Rect) -> Rect:
        self.pen.line(caption, Rect(x=rect.x + 0.8, y=rect.y + 0.55, w=rect.w, h=_CAPTION), size=_CAPTION)
        if lettering.width(caption, size=_CAPTION) > rect.w - 1.0:
            self.pen.complain("caption", f"「{caption}」が欄の幅より長くなっています。")
        return Rect(x=rect.x, y=rect.y + 2.7, w=rect.w, h=rect.h - 2.7)

    def _sides(self, cell: Cell, rect: Rect) -> Rect:
        """Print what stands before, after and below the value; what is left for the value."""
        if cell.note:
            self.pen.line(cell.note, Rect(x=rect.x + 1, y=rect.y + rect.h - 2.9, w=rect.w - 2, h=2.6), size=2.1)
            rect = Rect(x=rect.x, y=rect.y, w=rect.w, h=rect.h - 2.8)
        before = lettering.width(cell.before, size=cell.size) + 1.2 if cell.before else 0.0
        after = lettering.width(cell.after, size=cell.size) + 1.2 if cell.after else 0.0
        inner = inset(rect, 1.0, 0.0)
        if cell.before:
            self.pen.line(cell.before, inner, size=cell.size)
        if cell.after:
            self.pen.line(cell.after, inner, size=cell.size, align="right")
        return Rect(x=rect.x + before, y=rect.y, w=rect.w - before - after, h=rect.h)

    def _content(self, cell: Cell, area: Rect) -> None:
        if cell.box:
            self._box(cell.box, area)
        elif cell.ticks:
            options.flow(self.pen, cell.ticks, area=area, where="ticks", square=True)
        elif cell.number:
            self._number(area)
        elif cell.text:
            sizes = tuple(size for size in (cell.size, *LABEL_SIZES) if size <= cell.size)
            align = "center" if cell.head else cell.align
            self.pen.block(cell.text, inset(area, 1.0, 0.3), where="text", sizes=sizes, align=align)

    def _number(self, area: Rect) -> None:
        """The rows of a repeat are numbered by the program, since a continuation sheet goes on counting."""
        if not self.section.repeat:
            self.pen.line(str(self.member + 1), area, size=3.2, align="center")
        elif self.pen.recording:
            self.number = rounded(area)

    def _box(self, name: str, area: Rect) -> None:
        source = self.boxes.get(name)
        if source is None:
            self.pen.complain(f"box.{name}", "この名前の記入欄は [box] にありません。")
            return
        boxes.draw(self.pen, name, source, area=area, page=self.page, repeat=self.section.repeat)

    def _notes(self, y: float) -> float:
        size = self.section.note_size
        for note in self.section.notes:
            for index, line in enumerate(lettering.wrap(note, size=size, limit=WIDTH - 5)):
                indent = 1.0 if index == 0 else 1.0 + size * 1.5
                place = Rect(x=LEFT + indent, y=y + 0.5, w=WIDTH, h=size * 1.4)
                self.pen.line(line, place, size=size, face="mincho")
                y += size * 1.4
        return y + (0.6 if self.section.notes else 0.0)
