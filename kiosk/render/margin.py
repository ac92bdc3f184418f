"""What the foot of every printed page says: a barcode of case, form and page, the same in letters, and page n of N."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.model.base import Issue
from kiosk.model.filled import FilledForm, Sheet
from kiosk.model.template import Rect, Template
from kiosk.render.barcode import code128
from kiosk.render.drawlist import MM_PER_PT, PT_PER_MM, Bars, DrawList, Item, Text
from kiosk.render.shaping import Shaper

FACE = "gothic"
SIZE_PT = 6.5
WATERMARK_GREY = 0.86


def contents(form: FilledForm, *, case_no: str, page: str) -> tuple[str, ...]:
    """What the barcode may say, the fullest first: case-form-version-page; a narrow place drops the version."""
    return (f"{case_no}-{form.key}-{form.version}-{page}", f"{case_no}-{form.key}-{page}")


def foot(
    shaper: Shaper, *, template: Template, form: FilledForm, stamp: Sheet, count: tuple[int, int]
) -> tuple[tuple[Item, ...], tuple[Issue, ...]]:
    """The margin's items; an issue when no barcode with bars of 0.33 mm fits its place. `count` is page n of N."""
    page = f"{count[0]}/{count[1]}"
    told = contents(form, case_no=stamp.case_no, page=page)
    content, bars = _barcode(told, template.barcode)
    right = "　".join(filter(None, (stamp.copy_words, stamp.municipality, f"{page}ページ")))
    words = _words(shaper, left=content, right=right, rect=template.barcode)
    if bars is None:
        issue = Issue(where=template.id, message="余白の場所が狭く、読み取れる大きさのバーコードが入りません")
        return tuple(words), (issue,)
    return (bars, *words), ()


def _barcode(told: tuple[str, ...], rect: Rect) -> tuple[str, Bars | None]:
    for content in told:
        try:
            bars = code128(content, rect=rect)
        except ValueError:
            continue
        if bars is not None:
            return content, bars
    return told[0], None


def _words(shaper: Shaper, *, left: str, right: str, rect: Rect) -> Iterator[Text]:
    """The barcode in letters at its left end, municipality and page at its right end, condensed to the width."""
    em = SIZE_PT * MM_PER_PT
    y = rect.y + rect.h + em
    ends = [shaper.width(FACE, text=text, size_pt=SIZE_PT) for text in (left, right)]
    stretch = min(1.0, rect.w / (sum(ends) + 2.0))
    yield Text(x=rect.x, y=y, size_pt=SIZE_PT, face=FACE, text=left, stretch=stretch)
    x = rect.x + rect.w - ends[1] * stretch
    yield Text(x=x, y=y, size_pt=SIZE_PT, face=FACE, text=right, stretch=stretch)


def crossed(shaper: Shaper, *, text: str, page: DrawList) -> DrawList:
    """A page with the word across its upper and its lower half, so that half a page says it and the middle is free."""
    words = [watermark(shaper, text=text, page=page, at=at) for at in (0.22, 0.78)]
    return replace(page, items=(*page.items, *words))


def watermark(shaper: Shaper, *, text: str, page: DrawList, at: float = 0.5) -> Text:
    """A large pale word across the page that darkens what is under it by a trace and hides nothing; `at` is how far
    down, of the page's height.
    """
    ems = max(shaper.ems(FACE, text=text), 1.0)
    size = min(page.width * 0.8 / ems, page.height * 0.25)
    return Text(
        x=(page.width - shaper.ems(FACE, text=text) * size) / 2,
        y=page.height * at + size * 0.38,
        size_pt=size * PT_PER_MM,
        face=FACE,
        text=text,
        grey=WATERMARK_GREY,
        multiply=True,
    )
