"""The renderer: a form or a packet as one file, the preview's lists, and everything to know before printing."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp

from kiosk.model.errors import SiteError
from kiosk.model.filled import BoxState, FilledBox, FilledForm, Sheet
from kiosk.model.template import Box, Page, Rect, Repeat, Template
from kiosk.render.packet import Renderer

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
STAMP = Sheet(case_no="26000123", municipality="見本県架空市")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">'
    '<text x="105" y="20" font-size="6" text-anchor="middle" textLength="60">住民異動届</text>'
    '<rect x="20" y="40" width="170" height="100" stroke="black" stroke-width="0.3" fill="none"/></svg>'
)
TEMPLATE = Template(
    id="F01",
    version="001",
    title="住民異動届",
    addressee="（あて先）架空市長",
    law="住民基本台帳法",
    department="市民課",
    confidence="",
    valid_from=dt.date(2026, 4, 1),
    pages=(Page(background="page-1.svg"), Page(background="page-2.svg")),
    repeats=(Repeat(id="P", group="P", rows=2, dy=10.0),),
    boxes=(
        Box(id="name", no=1, label="氏名", rect=Rect(x=22, y=42, w=60, h=8), repeat="P"),
        Box(id="date", no=2, label="届出日", rect=Rect(x=22, y=80, w=60, h=8), page=2),
    ),
    barcode=Rect(x=88, y=279, w=110, h=8),
)


def printing(first: str = SVG, second: str = SVG) -> Renderer:
    """A printing office with one form of these two pages."""
    pages = {"page-1.svg": first.encode(), "page-2.svg": second.encode()}
    return Renderer(lambda _form: TEMPLATE, page=lambda _template, name: pages[name], fonts=FONTS)


@pytest.fixture
def renderer() -> Renderer:
    return printing()


def box(text: str, *, name: str = "name", row: int = 0, sheet: int = 0) -> FilledBox:
    return FilledBox(box=name, no=1, state=BoxState.FILLED, text=text, row=row, sheet=sheet)


def form(*boxes: FilledBox, subject: str = "", sheets: int = 1) -> FilledForm:
    return FilledForm(template="F01", version="001", digest="", subject=subject, sheets=sheets, boxes=boxes)


def pages_of(data: bytes) -> list[str]:
    return [str(page.get_textpage().get_text_range()).replace("\r\n", "\n") for page in pdfium.PdfDocument(data)]


def barcodes(data: bytes) -> list[str]:
    pictures = [page.render(scale=200 / 72).to_pil() for page in pdfium.PdfDocument(data)]
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]


def test_every_page_of_every_sheet_is_printed_with_its_own_rows(renderer: Renderer) -> None:
    boxes = (box("架空太郎"), box("葛\U000e0100城", row=1), box("𠮷野", row=2, sheet=1), box("四月一日", name="date"))
    pages = pages_of(renderer.form_pdf(form(*boxes, sheets=2), stamp=STAMP))
    assert len(pages) == 4
    assert "架空太郎\n葛\U000e0100城" in pages[0]
    assert "四月一日" in pages[1]
    assert "𠮷野" in pages[2]
    assert [f"{number}/4ページ" in page for number, page in enumerate(pages, 1)] == [True] * 4


def test_the_barcode_of_every_page_can_be_read_at_200_dpi(renderer: Renderer) -> None:
    data = renderer.form_pdf(form(box("架空太郎"), subject="p2"), stamp=STAMP)
    assert barcodes(data) == ["26000123-F01-p2-001-1/2", "26000123-F01-p2-001-2/2"]


def test_a_packet_is_one_file_in_which_every_form_counts_its_own_pages(renderer: Renderer) -> None:
    forms = [form(box("架空太郎")), form(box("架空花子"), subject="p2")]
    pages = pages_of(renderer.packet_pdf(forms, stamp=STAMP))
    assert len(pages) == 4
    assert "架空花子" in pages[2]
    assert "1/2ページ" in pages[2]


def test_the_same_form_gives_the_same_bytes_on_another_day_and_machine(renderer: Renderer) -> None:
    other = printing()
    other.form_pdf(form(box("別の人")), stamp=STAMP)
    one = form(box("架空太郎"))
    assert renderer.form_pdf(one, stamp=STAMP) == other.form_pdf(one, stamp=STAMP)


def test_no_name_stands_outside_the_compressed_page(renderer: Renderer) -> None:
    data = renderer.form_pdf(form(box("架空太郎")), stamp=STAMP)
    for name in (
        "架空太郎".encode(),
        "架空太郎".encode("utf-16-be"),
        "架空太郎".encode("utf-16-be").hex().upper().encode(),
    ):
        assert name not in data


def test_the_preview_gets_the_same_list_that_is_printed(renderer: Renderer) -> None:
    one = form(box("架空太郎"), sheets=2)
    assert renderer.page(one, stamp=STAMP, sheet=1, page=2) == renderer.page_lists(one, stamp=STAMP)[3].content


def test_the_background_stays_the_same_object(renderer: Renderer) -> None:
    first = renderer.background(form())
    assert renderer.background(form(box("架空"))) is first
    assert printing(SVG.replace("住民異動届", "転出届")).background(form()) != first


def test_warnings_name_every_trouble_once() -> None:
    found = printing(second=SVG.replace("<rect", "<circle")).warnings(
        form(box("架空太郎" * 60), box("ሀ", row=1)), stamp=STAMP
    )
    assert sorted(issue.where for issue in found) == ["page-2.svg <circle>", "氏名", "氏名"]


def test_a_form_in_order_has_no_warnings(renderer: Renderer) -> None:
    assert renderer.warnings(form(box("𠮷野")), stamp=STAMP) == ()


def test_a_missing_background_stops_the_printing() -> None:
    with pytest.raises(SiteError, match="TEMPLATE-1"):
        printing(second="").form_pdf(form(box("架空太郎")), stamp=STAMP)


def test_one_printing_office_serves_several_threads_and_the_paper_is_the_same() -> None:
    forms = [
        form(box(name), box("令和8年4月20日", name="date")) for name in ("葛城花子", "𠮷野太郎", "髙橋一郎", "見本")
    ]
    expected = [printing().form_pdf(each, stamp=STAMP) for each in forms]
    shared = printing()
    with ThreadPoolExecutor(max_workers=4) as threads:
        written = threads.map(lambda each: shared.form_pdf(each, stamp=STAMP), forms * 4)
        assert list(written) == expected * 4
