"""How a text is made to fit its box: natural size, condensed, on more lines, smaller; what still does not fit is told.

Nothing is ever cut. A text that does not fit at the box's smallest size is drawn smaller than allowed, whole, and comes
back as `rest`, so that the preflight can name it before anything is printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.model.base import Frozen, Issue
from kiosk.model.template import Rect
from kiosk.render.drawlist import MM_PER_PT, PT_PER_MM, Text
from kiosk.render.shaping import Cluster, Shaper
from kiosk.render.wrapping import Line, line_of, may_break, wrap

STRETCH_FLOOR = 0.70
STRETCH_BEFORE_WRAP = 0.85  # a box of several lines condenses a single line so far, rather than wrap one character
LEADING = 1.15
LARGER = 1.1  # a one-line box takes several lines where its letters get so much larger by it
ASCENT = 0.88  # of the em box of every Japanese font: the baseline is 0.12 em above its foot
SMALLEST_PT = 1.0
_STEP_PT = 0.5
_SLACK = 1e-6


class FitProblem(Frozen):
    """A text that does not fit its box: the box, its label, and the part that is left over at the smallest size."""

    box: str
    label: str
    rest: str

    @property
    def issue(self) -> Issue:
        """The same for a clerk."""
        return Issue(
            where=self.label,
            message=f"枠に入りきらないため、規定より小さい文字で印字します。入らない部分: {self.rest}",
            allowed="短く書き直すか、余白または別紙に記入してください",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a box wants its text: face, natural and smallest size in points, alignment and printed lines."""

    face: str
    size: float
    floor: float
    align: str = "left"
    lines: int = 1
    box: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The placed lines, and the part that needed a size below the floor (empty when all is well)."""

    texts: tuple[Text, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class _Setting:
    size: float
    stretch: float
    lines: list[Line]


def fit(shaper: Shaper, *, text: str, rect: Rect, style: Style) -> Fitted:
    """Place a text in a rectangle, centred vertically; hard line breaks in the text are kept."""
    paragraphs = [shaper.shape(style.face, text=each) for each in text.split("\n")]
    for setting in _settings(paragraphs, rect, style):
        return Fitted(_place(setting, rect, style))
    rest = _rest(paragraphs, rect, style)
    return Fitted(_place(_whatever(paragraphs, rect, style), rect, style), rest)


def _capacity(height: float, size: float) -> int:
    """How many lines of a size fit a height (mm)."""
    em = size * MM_PER_PT
    return max(0, int((height - em) / (em * LEADING) + _SLACK) + 1) if height + _SLACK >= em else 0


def _settings(paragraphs: Sequence[Sequence[Cluster]], rect: Rect, style: Style) -> Iterator[_Setting]:
    """Every acceptable setting, best first."""
    top = max(style.floor, min(style.size, rect.h * PT_PER_MM))
    if len(paragraphs) == 1:
        yield from _on_one_line(line_of(paragraphs[0]), rect, style, top)
    if style.lines > 1 or len(paragraphs) > 1:
        for stretch in (1.0, 0.9, 0.8, STRETCH_FLOOR):
            yield from _wrapped(paragraphs, rect, top, stretch, max(style.lines, len(paragraphs)))
    alone = _shrunk(line_of(paragraphs[0]), rect, style, top) if len(paragraphs) == 1 else None
    size = top
    while size > style.floor:
        if alone is not None and size < alone.size * LARGER:
            yield alone
        yield from _wrapped(paragraphs, rect, size, STRETCH_FLOOR, _capacity(rect.h, size), whole=style.lines == 1)
        size -= _STEP_PT
    if alone is not None:
        yield alone
    yield from _wrapped(paragraphs, rect, style.floor, STRETCH_FLOOR, _capacity(rect.h, style.floor))


def _on_one_line(line: Line, rect: Rect, style: Style, top: float) -> Iterator[_Setting]:
    """Natural, then condensed."""
    if rect.h * PT_PER_MM + _SLACK < top:
        return
    stretch = rect.w / (line.ems * top * MM_PER_PT) if line.ems else 1.0
    if stretch >= 1.0 - _SLACK:
        yield _Setting(top, 1.0, [line])
    elif style.lines > 1 and stretch < STRETCH_BEFORE_WRAP:
        return
    elif stretch >= STRETCH_FLOOR:
        yield _Setting(top, stretch, [line])


def _shrunk(line: Line, rect: Rect, style: Style, top: float) -> _Setting | None:
    """The one line of a one-line box, condensed and made smaller; None below its smallest size."""
    if style.lines > 1 or not line.ems or rect.h * PT_PER_MM + _SLACK < style.floor:
        return None
    size = min(top, rect.w / (line.ems * MM_PER_PT * STRETCH_FLOOR))
    return _Setting(size, STRETCH_FLOOR, [line]) if size >= style.floor else None


def _wrapped(
    paragraphs: Sequence[Sequence[Cluster]], rect: Rect, size: float, stretch: float, limit: int, *, whole: bool = False
) -> Iterator[_Setting]:
    """On several lines; `whole` where no number and no word may be broken for it."""
    lines = _lines(paragraphs, rect, size, stretch)
    fits = max(line.ems for line in lines) * size * MM_PER_PT * stretch <= rect.w + _SLACK
    if whole and not all(may_break(one.text[-1:], two.text[:1]) for one, two in pairwise(lines)):
        return
    if fits and len(lines) <= min(limit, _capacity(rect.h, size)):
        yield _Setting(size, stretch, lines)


def _lines(paragraphs: Sequence[Sequence[Cluster]], rect: Rect, size: float, stretch: float) -> list[Line]:
    ems = rect.w / (size * MM_PER_PT * stretch)
    return [line for each in paragraphs for line in wrap(each, ems=ems, at_spaces=True)]


def _rest(paragraphs: Sequence[Sequence[Cluster]], rect: Rect, style: Style) -> str:
    lines = _lines(paragraphs, rect, style.floor, STRETCH_FLOOR)
    return "".join(line.text for line in lines[_capacity(rect.h, style.floor) :]) or lines[-1].text


def _whatever(paragraphs: Sequence[Sequence[Cluster]], rect: Rect, style: Style) -> _Setting:
    """The largest size below the floor that still shows everything inside the box."""
    size = style.floor
    while size > SMALLEST_PT:
        size *= 0.92
        for setting in _wrapped(paragraphs, rect, size, STRETCH_FLOOR, _capacity(rect.h, size)):
            return setting
    return _Setting(size, STRETCH_FLOOR, _lines(paragraphs, rect, size, STRETCH_FLOOR))


def _place(setting: _Setting, rect: Rect, style: Style) -> tuple[Text, ...]:
    em = setting.size * MM_PER_PT
    pitch = em * LEADING
    first = rect.y + (rect.h - em - pitch * (len(setting.lines) - 1)) / 2 + em * ASCENT
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[style.align]
    return tuple(
        Text(
            x=rect.x + (rect.w - line.ems * em * setting.stretch) * share,
            y=first + index * pitch,
            size_pt=setting.size,
            face=style.face,
            text=line.text,
            stretch=setting.stretch,
            box=style.box,
        )
        for index, line in enumerate(setting.lines)
        if line.text
    )
