"""The drawing of a form: from sheet.toml, which people write, to template.toml and the SVG pages for the program.

`build` is a pure function: the same text gives the same bytes. `publish` writes the result beside sheet.toml.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.drawing.pen import Pen
from kiosk.catalogue.drawing.source import Cell, Office, OfficeItem, Row, Section, SheetSource
from kiosk.catalogue.drawing.table import LEFT, WIDTH, Table
from kiosk.catalogue.drawing.written import template_text
from kiosk.catalogue.intake import Untaken, take
from kiosk.catalogue.toml_files import build as fitted
from kiosk.catalogue.toml_files import parse_toml
from kiosk.model.base import Issue
from kiosk.model.template import Page, Rect, Repeat, Template

BODY, NEXT_BODY, FOOT = 41.0, 20.0, 274.5


@dataclass(frozen=True, kw_only=True)
class Published:
    """What a sheet becomes: the text of template.toml, and the text of every page by file name."""

    toml: str
    pages: dict[str, str]


def build(text: str | bytes) -> Published | tuple[Issue, ...]:
    """Draw a sheet.toml; the problems as Issues (all of them, in Japanese) when it cannot be drawn."""
    source = read_source(text.encode() if isinstance(text, str) else text)
    if isinstance(source, tuple):
        return source
    pens = tuple(Pen(title=source.title) for _ in range(_pages(source)))
    repeats = [repeat for page, pen in enumerate(pens, start=1) for repeat in _draw(pen, source, page=page)]
    _check_boxes(pens, source)
    issues = tuple(issue for pen in pens for issue in pen.issues)
    if issues:
        return issues
    svgs = {_background(page): pen.svg() for page, pen in enumerate(pens, start=1)}
    return Published(toml=template_text(_template(source, pens, repeats)), pages=svgs)


def read_source(content: bytes) -> SheetSource | tuple[Issue, ...]:
    """What a sheet.toml says, before anybody draws it."""
    written = parse_toml(content, where="sheet.toml")
    return (written,) if isinstance(written, Issue) else fitted(SheetSource, written, where="sheet.toml")


def publish(folder: Path, *, overwrite: bool = False) -> tuple[Issue, ...]:
    """Build folder/sheet.toml and write the result beside it.

    A published version is never edited: a result that differs is refused unless `overwrite` (while still drafting).
    """
    try:
        built = build(take(folder / "sheet.toml", inside=folder))
    except (Untaken, FileNotFoundError) as error:
        return (Issue(where=f"{folder}/sheet.toml", message=str(error)),)
    if not isinstance(built, Published):
        return built
    files = {"template.toml": built.toml, **built.pages}
    changed = [name for name, text in files.items() if _differs(folder / name, text)]
    if changed and not overwrite:
        message = "公開済みの様式は変更できません。新しい版のフォルダーを作ってください。"
        return tuple(Issue(where=str(folder / name), message=message) for name in changed)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        shutil.copymode(folder / "sheet.toml", folder / name)  # whoever may read the forms may read this one
    return ()


def _differs(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") != text


def _pages(source: SheetSource) -> int:
    return max((section.page for section in source.section), default=1)


def _background(page: int) -> str:
    return f"page-{page}.svg"


def _draw(pen: Pen, source: SheetSource, *, page: int) -> Iterator[Repeat]:
    """Draw the tables of one page; the repeats that stand on it."""
    top = _header(pen, source) if page == 1 else _continued(pen, source, page=page)
    sections = [section for section in source.section if section.page == page]
    y = top
    for section in sections:
        table = Table(pen=pen, boxes=source.box, section=section, page=page)
        y = table.draw(y + (section.gap if y > top else 0.0))
        repeat = table.repeat()
        if repeat:
            yield repeat
    limit = _office(pen, source) if page == (source.office.page or _pages(source)) else FOOT
    if y > limit:
        pen.complain("section", f"{page} 枚目の用紙の下に {y - limit:.1f} mm はみ出します。")
    law = f"根拠：{source.law}　　担当：{source.department}"
    pen.block(law, Rect(x=LEFT, y=FOOT + 0.6, w=WIDTH, h=3.0), where="law", sizes=(2.2, 2.1, 2.0, 1.9), align="left")


def _office(pen: Pen, source: SheetSource) -> float:
    """事務処理欄 at the foot of its page; the y above which the tables must end."""
    office = _office_section(source.office)
    top = FOOT - sum(row.height for row in office.row)
    Table(pen=pen, boxes=source.box, section=office).draw(top)
    return top - office.gap


def _header(pen: Pen, source: SheetSource) -> float:
    title = "　".join(source.title) if len(source.title) <= 7 else source.title
    pen.line(source.number, Rect(x=LEFT, y=12.2, w=60, h=4), size=2.6, face="mincho")
    pen.line(title, Rect(x=LEFT, y=15.5, w=WIDTH, h=8), size=5.64, align="center", face="mincho")
    pen.line(source.subtitle, Rect(x=LEFT, y=23.5, w=WIDTH, h=4.5), size=3.2, align="center", face="mincho")
    name = 4.2 if source.addressee.count("{") < 2 else 3.2  # two offices take as much room as two names
    pen.line(source.addressee, Rect(x=LEFT + 1, y=28.5, w=90, h=6), size=name, face="mincho")
    pen.line(source.lead, Rect(x=LEFT + 2, y=35.2, w=100, h=4.5), size=2.9, face="mincho")
    label = source.box[source.filed].label if source.filed in source.box else ""
    filed = Row(height=8.0, cells=(Cell(label=label, box=source.filed),))
    date = Section(row=(filed,), label_width=24.0)
    Table(pen=pen, boxes=source.box, section=date).lone(filed, Rect(x=LEFT + WIDTH - 76, y=30.5, w=76, h=8))
    return BODY


def _continued(pen: Pen, source: SheetSource, *, page: int) -> float:
    """The head of a further page: number and title in one line."""
    head = f"{source.number}　{source.title}（{page}枚目）"
    pen.line(head, Rect(x=LEFT, y=12.2, w=WIDTH, h=5), size=3.2, face="mincho")
    return NEXT_BODY


def _check_boxes(pens: Sequence[Pen], source: SheetSource) -> None:
    placed = [box.id for pen in pens for box in pen.boxes]
    for name in source.box:
        if placed.count(name) != 1:
            pens[0].complain(
                f"box.{name}", f"記入欄がけい線の中に {placed.count(name)} 回あります。1 回だけ置いてください。"
            )


def _template(source: SheetSource, pens: Sequence[Pen], repeats: Sequence[Repeat]) -> Template:
    order = list(source.box)
    boxes = [box for pen in pens for box in pen.boxes]
    return Template(
        **source.model_dump(
            include={
                "id",
                "version",
                "title",
                "addressee",
                "law",
                "department",
                "confidence",
                "valid_from",
                "valid_to",
                "copies",
                "sides",
                "roles",
                "essential",
                "barcode",
            }
        ),
        office_use=tuple(item.label for item in source.office.items),
        pages=tuple(Page(background=_background(page)) for page in range(1, len(pens) + 1)),
        repeats=tuple(repeats),
        boxes=tuple(sorted(boxes, key=lambda box: order.index(box.id))),
    )


# ---- the office's part -----------------------------------------------------------------------------------------------
_STAMP, _IDENTITY = 30.0, 7.5


def _office_section(office: Office) -> Section:
    """事務処理欄: the check of identity above a grid of items, and the place for the received stamp at the right."""
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
