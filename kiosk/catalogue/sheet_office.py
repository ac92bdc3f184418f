"""事務処理欄: the part of the sheet that the office fills in, put together as an ordinary table."""

from collections.abc import Iterator

from kiosk.catalogue.sheet_source import Cell, Office, OfficeItem, Row, Section

_STAMP, _IDENTITY = 30.0, 7.5


def section(office: Office) -> Section:
    """The table: the check of identity above a grid of items, and the place for the received stamp at the right."""
    rows = [Row(height=_IDENTITY, cells=(Cell(label="本人確認", label_width=18.0, ticks=office.identity),))]
    rows += [Row(height=office.height, cells=tuple(map(_cell, line))) for line in _lines(office)]
    height = sum(row.height for row in rows)
    stamp = Cell(width=_STAMP, caption=office.stamp)
    return Section(band="事務処理欄", row=(Row(height=height, cells=(Cell(rows=tuple(rows)), stamp)),))


def _lines(office: Office) -> Iterator[tuple[OfficeItem, ...]]:
    line: list[OfficeItem] = []
    for item in office.items:
        if sum(other.span for other in line) + item.span > office.columns:
            yield tuple(line)
            line = []
        line.append(item)
    if line:
        yield tuple(line)


def _cell(item: OfficeItem) -> Cell:
    return Cell(caption=item.label, ticks=item.ticks)
