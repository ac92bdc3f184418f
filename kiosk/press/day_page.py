"""日計簿 on paper: what a day came to by number, who looked at it, and where the audit record stood in the evening.

The page is kept outside the machine. Its square code holds the number and the seal of the day's last entry: a record
that is cut off or written anew later has another one, or none (`kiosk audit verify --known`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.model.template import Rect
from kiosk.press.guide_rows import Line, Say, Typesetter, placed
from kiosk.press.report import EDGE, HEIGHT, WIDTH, Row, report
from kiosk.render.barcode import qr_code
from kiosk.render.drawlist import DrawList, Frame, Item
from kiosk.render.shaping import Shaper

_CODE, _SEAL = 34.0, 24.0  # mm square for the code, and for a stamp
_FOOT = _CODE + 8.0
_WIDTHS = (30.0, 110.0)
_SIZE, _SMALL = 10.5, 9.0


@dataclass(frozen=True)
class DayWords:
    """Title, the line under it (city and day), what the head is called and what it is for, the two who stamp."""

    title: str
    about: str
    head: str
    note: str
    stamps: tuple[str, str]


def day_page(words: DayWords, rows: Sequence[Row], head: str, *, shaper: Shaper) -> tuple[DrawList, ...]:
    """The pages (A4): rows of what, of which kind and how many; on the last one the stamps and the `head`."""
    setter = Typesetter(shaper, "ja")
    *before, last = report(words.title, words.about, rows, shaper=shaper, widths=_WIDTHS, foot=_FOOT)
    return (*before, replace(last, items=(*last.items, *_foot(words, head, setter))))


def _foot(words: DayWords, head: str, setter: Typesetter) -> Iterator[Item]:
    top = HEIGHT - EDGE - _CODE
    for index, label in enumerate(words.stamps):
        x = WIDTH - EDGE - (len(words.stamps) - index) * _SEAL
        yield Frame(x=x, y=top, w=_SEAL, h=_SEAL, width=0.3)
        yield from placed([Line(label, "pgothic", _SMALL)], x=x + 1.2, y=top + 0.6)
    if not head:
        return
    yield from qr_code(head, rect=Rect(x=EDGE, y=top, w=_CODE, h=_CODE))
    left = EDGE + _CODE + 3.0
    width = WIDTH - EDGE - len(words.stamps) * _SEAL - left - 3.0
    number, _, seal = head.partition(":")
    lines = (
        *setter.lines(Say(ja=f"{words.head} {number}"), width=width, size=_SIZE, bold=True),
        *(Line(seal[start : start + 32], "gothic", _SMALL) for start in range(0, len(seal), 32)),
        *setter.lines(Say(ja=words.note), width=width, size=_SMALL),
    )
    yield from placed(lines, x=left, y=top)
