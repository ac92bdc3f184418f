"""What stands on a printed page beside what it says: which copy it is, and a word across it."""

from collections.abc import Sequence

from kiosk.model.printing import Mark
from kiosk.render.drawlist import MM_PER_PT, DrawList, Text
from kiosk.render.margin import watermark
from kiosk.render.shaping import Shaper
from kiosk.words import Words

_LEFT, _EDGE, _SIZE, _FACE = 20.0, 12.0, 9.0, "pgothic"


def copy_words(mark: Mark, words: Words) -> str:
    """訂正（第2版）, 再印刷 2部目（印刷3）, 印刷1は無効: empty on the first print of what was accepted first."""
    parts = (
        mark.across or (words("copy-revised", n=mark.revision) if mark.revision > 1 else ""),
        words("copy-mark", copy=mark.copy, number=mark.number) if mark.copy > 1 else "",
        words("copy-void", numbers="・".join(map(str, mark.voided))) if mark.voided else "",
    )
    return "　".join(filter(None, parts))


def marked(pages: Sequence[DrawList], mark: Mark, *, words: Words, shaper: Shaper) -> tuple[DrawList, ...]:
    """Pages of ours with the mark: the copy at the left of the foot, the word under what they say."""
    said = copy_words(mark, words)
    return tuple(_marked(page, said, mark.across, shaper) for page in pages) if said or mark.across else tuple(pages)


def _marked(page: DrawList, said: str, across: str, shaper: Shaper) -> DrawList:
    under = (watermark(shaper, text=across, page=page),) if across else ()
    y = page.height - _EDGE + _SIZE * MM_PER_PT
    foot = (Text(x=_LEFT, y=y, size_pt=_SIZE, face=_FACE, text=said),) if said else ()
    return DrawList(width=page.width, height=page.height, items=(*under, *page.items, *foot), warnings=page.warnings)
