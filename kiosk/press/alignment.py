"""位置合わせの紙: a sheet with crosses at known places; what a ruler says of them goes into device.toml."""

from collections.abc import Iterator

from kiosk.render.drawlist import DrawList, Frame, Item, Rule, Text

WIDTH, HEIGHT = 210.0, 297.0
AT = 20.0
"""How far the crosses lie from the edges of the paper, in mm."""
_ARM, _THIN = 10.0, 0.1


def alignment(words: tuple[str, ...]) -> DrawList:
    """The sheet: a cross 20 mm from each corner, scales in mm from the upper left one, and what to do (`words`)."""
    return DrawList(width=WIDTH, height=HEIGHT, items=(*_crosses(), *_scales(), *_told(words)))


def _crosses() -> Iterator[Item]:
    for x in (AT, WIDTH - AT):
        for y in (AT, HEIGHT - AT):
            yield Rule(x1=x - _ARM, y1=y, x2=x + _ARM, y2=y, width=_THIN)
            yield Rule(x1=x, y1=y - _ARM, x2=x, y2=y + _ARM, width=_THIN)
    yield Frame(x=AT, y=AT, w=WIDTH - 2 * AT, h=HEIGHT - 2 * AT, width=_THIN)


def _scales() -> Iterator[Item]:
    """From the cross at the upper left, one stroke a millimetre, longer ones at five and ten."""
    for mm in range(101):
        length = 5.0 if mm % 10 == 0 else 3.5 if mm % 5 == 0 else 2.0
        yield Rule(x1=AT + mm, y1=AT, x2=AT + mm, y2=AT + length, width=_THIN)
        yield Rule(x1=AT, y1=AT + mm, x2=AT + length, y2=AT + mm, width=_THIN)
        if mm % 10 == 0 and mm:
            yield Text(x=AT + mm - 1.5, y=AT + 8.5, size_pt=7, face="gothic", text=str(mm))
            yield Text(x=AT + 6.0, y=AT + mm + 1.0, size_pt=7, face="gothic", text=str(mm))


def _told(words: tuple[str, ...]) -> Iterator[Item]:
    for line, text in enumerate(words):
        yield Text(x=32.0, y=140.0 + line * 8, size_pt=10, face="pgothic", text=text)
