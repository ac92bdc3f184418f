"""バーコードと QR コードの欄: what they say is read back from the page; what no reader could read is told."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtGui import QImage, QPainter, qAlpha, qGray

from kiosk.catalogue.codes import coded, encodable
from kiosk.designing.editing.changing import changed
from kiosk.model.base import Issue
from kiosk.model.edits import Add, Become, Resize
from kiosk.model.filled import BoxState, FilledBox, FilledForm, Sheet
from kiosk.model.template import Box, Kind, Rect, Template
from kiosk.model.vocabulary import Item, Type
from kiosk.render.barcode import qr_box
from kiosk.render.drawlist import Bars, DrawList, Squares
from kiosk.render.fonts import FontLibrary
from kiosk.render.layout import compose
from kiosk.render.painter import GlyphPainter
from kiosk.render.pdf import PdfPage, PdfWriter
from kiosk.render.preflight import preflight
from kiosk.render.shaping import Shaper
from tests.forms import load_form
from tests.unit.test_render_layout import template
from tests.unit.test_templates_loading import FORM, publish

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))
STAMP = Sheet(case_no="26000123", municipality="架空市")
WIDE, SQUARE = Rect(x=20.0, y=40.0, w=70.0, h=10.0), Rect(x=120.0, y=40.0, w=25.0, h=25.0)


def box(kind: Kind, **given: object) -> Box:
    rect = WIDE if kind is Kind.BARCODE else SQUARE
    return Box.model_validate({"id": kind.value, "no": 1, "label": "整理用", "kind": kind, "rect": rect, **given})


def form(*boxes: Box, text: str = "") -> FilledForm:
    filled = [FilledBox(box=each.id, no=1, state=BoxState.FILLED, text=each.fixed or text) for each in boxes]
    return FilledForm(template="F01", version="001", digest="", boxes=tuple(filled))


def drawn(*boxes: Box, text: str = "") -> DrawList:
    made = template(*boxes)
    filled = form(*boxes, text=text)
    return compose(made, form=filled, sheet=0, page=1, stamp=STAMP, shaper=SHAPER)


def printed(page: DrawList) -> pypdfium2.PdfDocument:
    data = PdfWriter(SHAPER).write([PdfPage(DrawList(width=page.width, height=page.height), page)])
    assert data == PdfWriter(SHAPER).write([PdfPage(DrawList(width=page.width, height=page.height), page)])
    return pypdfium2.PdfDocument(data)


def test_a_scanner_of_200_dpi_reads_both_codes_off_the_printed_page() -> None:
    page = drawn(box(Kind.BARCODE, fixed="JUMIN-{slip}"), box(Kind.QR, fixed="転入届の控え {slip}"))
    (sheet,) = printed(page)
    found = {each.text for each in zxingcpp.read_barcodes(sheet.render(scale=200 / 72).to_pil())}
    assert {"JUMIN-26000123", "転入届の控え 26000123"} <= found


def test_who_hears_or_searches_the_page_gets_what_the_codes_say() -> None:
    page = drawn(box(Kind.BARCODE, fixed="JUMIN-7"), box(Kind.QR, fixed="転入届"))
    assert [each.words for each in page.said if each.drawn] == ["整理用：JUMIN-7", "整理用：転入届"]
    text = printed(page)[0].get_textpage().get_text_range()
    assert "JUMIN-7" in text
    assert "転入届" in text


def test_the_code_on_the_glass_is_the_one_on_paper(qapp: object) -> None:
    page, scale = drawn(box(Kind.QR, fixed="転入届")), 200 / 25.4
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    GlyphPainter(SHAPER).paint(painter, page, scale=scale)
    painter.end()
    (code,) = (item for item in page.items if isinstance(item, Squares))
    for x, y, w, h in code.runs:
        pixel = image.pixel(round((x + w / 2) * scale), round((y + h / 2) * scale))
        assert qGray(pixel) < 60
        assert qAlpha(pixel) == 255


def test_a_quiet_zone_stays_white_inside_the_box() -> None:
    code = qr_box("転入届", rect=SQUARE)
    assert code is not None
    assert code.x - SQUARE.x >= 4 * code.module - 1e-6
    assert code.y - SQUARE.y >= 4 * code.module - 1e-6


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        (Kind.BARCODE, "A" * 60, "枠に入りきらない"),
        (Kind.BARCODE, "見本町", "バーコードにできない文字"),
        (Kind.QR, "見" * 200, "枠に入りきらない"),
        (Kind.QR, "A" * 5000, "枠に入りきらない"),
    ],
)
def test_what_no_code_can_say_is_told_before_printing_and_not_drawn(kind: Kind, text: str, told: str) -> None:
    one = box(kind, fact="case.note")
    (issue,) = preflight(template(one), form=form(one, text=text), shaper=SHAPER)
    assert told in str(issue)
    assert not [item for item in drawn(one, text=text).items if isinstance(item, Bars | Squares) and item.box]


@pytest.mark.parametrize(
    ("bad", "told", "allowed"),
    [
        (box(Kind.TEXT, fixed="A"), "バーコードと QR コードの欄だけ", "barcode"),
        (box(Kind.QR, fixed="A", fact="case.id"), "両方", "どちらか"),
        (box(Kind.BARCODE, fixed="転入"), "バーコードにできない文字", "qr"),
        (box(Kind.BARCODE, fixed="{case.id}"), "受付番号", "fact"),
        (box(Kind.BARCODE, fixed="A" * 60), "長く", "rect"),
        (box(Kind.BARCODE, fixed="KIOSK-{slip}"), "長く", "rect"),
        (box(Kind.QR, fixed="A", rect=Rect(x=0, y=0, w=9, h=9)), "小さすぎます", "9.6"),
        (box(Kind.BARCODE, fixed="A", rect=Rect(x=0, y=0, w=70, h=4)), "小さすぎます", "5"),
        (box(Kind.QR, fixed="123456789018"), "個人番号", "番号を含まない"),
        (box(Kind.QR, fixed="マイナンバー"), "個人番号", "番号を含まない"),
    ],
)
def test_the_check_says_what_a_code_may_be(bad: Box, told: str, allowed: str) -> None:
    (issue,) = coded(bad, place="template.toml box[0]")
    assert told in issue.message
    assert allowed in issue.allowed
    assert issue.where.startswith("template.toml box[0].")


def test_bars_say_no_name_and_squares_do() -> None:
    name = Item(key="person.name.full", type=Type.NAME, label="氏名")
    facts = {"person.name.full": name}
    (issue,) = encodable(box(Kind.BARCODE, fact="person[A].name.full"), facts=facts, place="x")
    assert "qr" in issue.allowed
    assert not [*encodable(box(Kind.QR, fact="person[A].name.full"), facts=facts, place="x")]


def test_a_square_code_stays_square_whichever_edge_is_pulled() -> None:
    form = changed(template(box(Kind.TEXT)), Add(1, Rect(x=10, y=10, w=40, h=20), Kind.QR))
    made = form.boxes[-1]
    assert made.rect == Rect(x=10, y=10, w=20, h=20)
    wider = changed(form, Resize(made.id, Rect(x=10, y=10, w=30, h=20))).boxes[-1]
    assert wider.rect == Rect(x=10, y=10, w=30, h=30)
    left = changed(form, Resize(made.id, Rect(x=5, y=10, w=25, h=20))).boxes[-1]
    assert (left.rect.x + left.rect.w, left.rect.w, left.rect.h) == (30, 25, 25)


def test_a_box_that_is_no_code_any_more_forgets_what_it_said() -> None:
    form = template(box(Kind.QR, fixed="A"))
    assert changed(form, Become(("qr",), Kind.TEXT)).boxes[0].fixed == ""
    assert changed(form, Become(("qr",), Kind.BARCODE)).boxes[0].fixed == "A"


def test_a_code_stands_in_a_margin_as_well_as_in_a_cell_but_on_no_printed_line(tmp_path: Path) -> None:
    def found(x: float, y: float) -> Template | tuple[Issue, ...]:
        said = 'id = "no9"\nno = 9\nlabel = "整理用"\nkind = "qr"\nfixed = "A"'
        place = f"rect = {{ x = {x}, y = {y}, w = 20, h = 20 }}"
        return load_form(publish(tmp_path / str(y), f"{FORM}\n[[box]]\n{said}\n{place}\n"))

    assert isinstance(found(150, 150), Template)
    issues = found(99.5, 62)
    assert isinstance(issues, tuple)
    assert [("box[2].rect" in issue.where, "台紙の線" in issue.message) for issue in issues] == [(True, True)]
