"""The pen that rules a sheet: it collects grey areas, rules, squares and printed text, and writes them as an SVG page.

The SVG uses only what every renderer of the program reads: rect, line, text, title, in millimetres, no transforms.
"""

import html
from dataclasses import dataclass, field

from kiosk.catalogue.drawing import lettering
from kiosk.model.base import Issue
from kiosk.model.template import Box, Rect

THIN, STRONG, THICK = 0.2, 0.35, 0.5
GREY = "#f0f0f0"
MIDDLE = 0.38  # the middle of a kanji above the baseline, in em
BORDER, SMALLEST_BAND = 0.35, 1.3  # what a band leaves to the thick border, and its smallest letter
LABEL_SIZES = (2.9, 2.75, 2.6, 2.45, 2.3, 2.2, 2.1)

Span = tuple[float, float]
_Along = dict[tuple[str, float], list[Span]]  # direction and position → the stretches that are ruled


@dataclass(frozen=True, kw_only=True)
class Printed:
    """One line of printed text: where it is anchored, its baseline, its size in millimetres."""

    x: float
    y: float
    text: str
    size: float
    face: str = "gothic"
    anchor: str = "start"


@dataclass
class Pen:
    """Everything drawn so far on one page, the boxes placed on it, and what could not be drawn."""

    title: str
    boxes: list[Box] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    recording: bool = True
    _grey: list[Rect] = field(default_factory=list)
    _borders: list[Rect] = field(default_factory=list)
    _squares: list[Rect] = field(default_factory=list)
    _texts: list[Printed] = field(default_factory=list)
    _rules: dict[str, _Along] = field(default_factory=lambda: {"border": {}, "strong": {}, "dash": {}, "thin": {}})

    def complain(self, where: str, message: str) -> None:
        """Remember what is wrong with the sheet; drawing goes on, so that all problems are told at once."""
        self.issues.append(Issue(where=f"sheet.toml {where}", message=message))

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, style: str = "thin") -> None:
        """A horizontal or vertical rule; where rules coincide: border before strong before dash before thin."""
        if abs(y1 - y2) < 0.005:
            key, span = ("h", round(y1, 2)), (round(x1, 2), round(x2, 2))
        else:
            key, span = ("v", round(x1, 2)), (round(y1, 2), round(y2, 2))
        self._rules[style].setdefault(key, []).append(span)

    def frame(self, rect: Rect, *, style: str = "thin") -> None:
        """Four rules around a rectangle."""
        right, bottom = rect.x + rect.w, rect.y + rect.h
        self.rule(rect.x, rect.y, right, rect.y, style=style)
        self.rule(rect.x, bottom, right, bottom, style=style)
        self.rule(rect.x, rect.y, rect.x, bottom, style=style)
        self.rule(right, rect.y, right, bottom, style=style)

    def border(self, rect: Rect) -> None:
        """The thick border around a table."""
        self._borders.append(rect)
        self.frame(rect, style="border")

    def grey(self, rect: Rect) -> None:
        """The light background of a label."""
        self._grey.append(rect)

    def square(self, rect: Rect) -> None:
        """A small printed rectangle: a square to tick, a cell of a comb, the place of a seal."""
        self._squares.append(rect)

    def print(self, printed: Printed) -> None:
        """Print one line of text."""
        self._texts.append(printed)

    def line(self, text: str, rect: Rect, *, size: float, align: str = "left", face: str = "gothic") -> None:
        """Print one line in the vertical middle of a rectangle."""
        x, anchor = _anchor(rect, align)
        self.print(Printed(x=x, y=rect.y + rect.h / 2 + size * MIDDLE, text=text, size=size, face=face, anchor=anchor))

    def block(self, text: str, rect: Rect, *, where: str, sizes: tuple[float, ...], align: str = "center") -> None:
        """Print text in a rectangle, broken and made smaller as needed; complain when it does not fit."""
        fitted = lettering.fit(text, w=rect.w, h=rect.h, sizes=sizes)
        if fitted is None:
            self.complain(where, f"「{text}」が欄に入りません。幅か高さを広げてください。")
            return
        pitch = fitted.size * lettering.LEADING
        top = rect.y + (rect.h - pitch * len(fitted.lines)) / 2
        for index, line in enumerate(fitted.lines):
            self.line(line, Rect(x=rect.x, y=top + index * pitch, w=rect.w, h=pitch), size=fitted.size, align=align)

    def stacked(self, text: str, rect: Rect) -> None:
        """Print a band label downwards, one sign below the other."""
        pitch = min(4.4, (rect.h - 2 * BORDER) / max(len(text), 1))
        size = min(3.0, pitch)
        if size < SMALLEST_BAND:
            self.complain("section", f"「{text}」が帯に入りません。高さを広げてください。")
        top = rect.y + (rect.h - pitch * len(text)) / 2
        for index, sign in enumerate(text):
            self.line(sign, Rect(x=rect.x, y=top + index * pitch, w=rect.w, h=pitch), size=size, align="center")

    def place(self, box: Box) -> None:
        """Record a box; the later rows of a member table draw the same cells without recording them again."""
        if self.recording:
            self.boxes.append(box)

    def svg(self) -> str:
        """The page as SVG text, the same bytes for the same sheet."""
        head = '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">'
        body = [*map(_grey_svg, self._grey), *self._rules_svg()]
        body += [_outline_svg(rect, THICK) for rect in self._borders]
        body += [_outline_svg(rect, THIN) for rect in self._squares]
        body += map(_text_svg, self._texts)
        return "\n".join([head, f"<title>{html.escape(self.title)}</title>", *body, "</svg>", ""])

    def _rules_svg(self) -> list[str]:
        taken: _Along = {}
        lines = []
        for style, along in self._rules.items():
            for key in sorted(along):
                spans = _minus(_union(along[key]), taken.get(key, []))
                taken.setdefault(key, []).extend(spans)
                lines += [_line_svg(style, key, span) for span in spans if style != "border"]
        return lines


def inset(rect: Rect, dx: float, dy: float) -> Rect:
    """A rectangle made smaller on all four sides."""
    return Rect(x=rect.x + dx, y=rect.y + dy, w=rect.w - 2 * dx, h=rect.h - 2 * dy)


def rounded(rect: Rect) -> Rect:
    """Two decimals: a hundredth of a millimetre is far below what a printer can do."""
    return Rect(x=round(rect.x, 2), y=round(rect.y, 2), w=round(rect.w, 2), h=round(rect.h, 2))


def number(value: float) -> str:
    """A length as it is written: two decimals at most, no superfluous noughts."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")


def _anchor(rect: Rect, align: str) -> tuple[float, str]:
    match align:
        case "center":
            return rect.x + rect.w / 2, "middle"
        case "right":
            return rect.x + rect.w, "end"
        case _:
            return rect.x, "start"


def _union(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 0.005:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _minus(spans: list[Span], taken: list[Span]) -> list[Span]:
    for low, high in taken:
        spans = [
            piece
            for start, end in spans
            for piece in ((start, min(end, low)), (max(start, high), end))
            if piece[1] - piece[0] > 0.005
        ]
    return spans


def _line_svg(style: str, key: tuple[str, float], span: Span) -> str:
    direction, at = key
    ends = (span[0], at, span[1], at) if direction == "h" else (at, span[0], at, span[1])
    x1, y1, x2, y2 = map(number, ends)
    weight = STRONG if style == "strong" else THIN
    dash = ' stroke-dasharray="0.8 0.6"' if style == "dash" else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#000000" stroke-width="{weight}"{dash}/>'


def _sides(rect: Rect) -> str:
    x, y, w, h = map(number, (rect.x, rect.y, rect.w, rect.h))
    return f'x="{x}" y="{y}" width="{w}" height="{h}"'


def _grey_svg(rect: Rect) -> str:
    return f'<rect {_sides(rect)} stroke="none" fill="{GREY}"/>'


def _outline_svg(rect: Rect, weight: float) -> str:
    return f'<rect {_sides(rect)} stroke="#000000" stroke-width="{weight}" fill="none"/>'


def _text_svg(printed: Printed) -> str:
    at = f'x="{number(printed.x)}" y="{number(printed.y)}" font-size="{number(printed.size)}"'
    anchor = "" if printed.anchor == "start" else f' text-anchor="{printed.anchor}"'
    return f'<text {at} font-family="{printed.face}"{anchor}>{html.escape(printed.text, quote=False)}</text>'
