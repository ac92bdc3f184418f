"""受付票: number, procedures, deadlines, counters and what to bring, on A4 or A5."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.press.slip import EDGE, SlipBill, SlipContent, SlipLine, SlipWords, slip
from kiosk.render.drawlist import Bars, DrawList, Text
from kiosk.render.fonts import FontLibrary
from kiosk.render.pdf import PdfPage, PdfWriter
from kiosk.render.shaping import Shaper

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))
LINE = SlipLine(procedure="転入届", deadline="令和7年12月7日", counter="1階 市民課", bring=("転出証明書", "印鑑"))
WORDS = SlipWords(title="受付票", number="受付番号", headings=("手続", "いつまでに", "窓口", "持ち物"), between="、")
CONTENT = SlipContent(words=WORDS, municipality="見本県架空市", number="A-0123", date="令和7年11月23日", lines=(LINE,))


def words(pages: Sequence[DrawList]) -> str:
    return "\n".join(item.text for page in pages for item in page.items if isinstance(item, Text))


def test_a_slip_says_number_date_procedure_deadline_counter_and_what_to_bring() -> None:
    said = words(slip(CONTENT, shaper=SHAPER))
    for each in (
        "受付票",
        "見本県架空市",
        "令和7年11月23日",
        "転入届",
        "令和7年12月7日",
        "1階 市民課",
        "転出証明書、印鑑",
    ):
        assert each in said


def test_the_number_is_there_large_for_people_and_as_bars_with_its_twin() -> None:
    (page,) = slip(CONTENT, shaper=SHAPER)
    numbers = [item for item in page.items if isinstance(item, Text) and item.text == "A-0123"]
    assert len(numbers) == 2
    assert max(item.size_pt for item in numbers) > 30
    assert sum(isinstance(item, Bars) for item in page.items) == 1


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 210.0, 297.0), ("A5", 148.0, 210.0)])
def test_everything_stays_on_the_paper_even_with_many_procedures(paper: str, width: float, height: float) -> None:
    many = CONTENT.model_copy(update={"paper": paper, "lines": (LINE,) * 16, "notes": ("番号でお呼びします。",) * 3})
    pages = slip(many, shaper=SHAPER)
    assert {(page.width, page.height) for page in pages} == {(width, height)}
    placed = [item for page in pages for item in page.items if isinstance(item, Text)]
    assert all(item.x >= EDGE and item.y <= height - EDGE for item in placed)
    assert words(pages).count("転入届") == 16


def test_twenty_rows_are_readable_for_old_eyes_and_go_on_to_a_second_page() -> None:
    day = "令和8年5月7日まで（令和8年5月5日は閉庁日のため）"
    line = LINE.model_copy(update={"deadline": day, "bring": ("資格確認書",) * 6})
    pages = slip(CONTENT.model_copy(update={"lines": (line,) * 20}), shaper=SHAPER)
    texts = [item for page in pages for item in page.items if isinstance(item, Text)]
    assert len(pages) == 2
    assert min(item.size_pt for item in texts) >= 10
    assert min(item.stretch for item in texts) == 1.0
    assert words(pages).replace("\n", "").count("閉庁日のため") == 20
    assert words(pages[1:]).count("いつまでに") == 1
    assert "1/2" in words(pages[:1])
    assert "A-0123" in words(pages[1:])


def test_a_number_too_long_for_bars_is_reported() -> None:
    (page,) = slip(CONTENT.model_copy(update={"number": "A-" + "0123X" * 8, "paper": "A5"}), shaper=SHAPER)
    assert [issue.where for issue in page.warnings] == ["受付票"]


def test_a_long_text_takes_the_lines_that_it_needs() -> None:
    long = LINE.model_copy(update={"procedure": "とても長い手続の名前" * 40})
    pages = slip(CONTENT.model_copy(update={"lines": (long,)}), shaper=SHAPER)
    assert words(pages).replace("\n", "").count("とても長い手続の名前") == 40
    assert pages[0].warnings == ()


def test_a_slip_without_procedures_is_still_a_slip() -> None:
    assert "A-0123" in words(slip(CONTENT.model_copy(update={"lines": ()}), shaper=SHAPER))


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_the_slips_barcode_can_be_read(paper: str) -> None:
    (page,) = slip(CONTENT.model_copy(update={"paper": paper}), shaper=SHAPER)
    printed = PdfWriter(SHAPER).write([PdfPage(DrawList(width=page.width, height=page.height), page)], title="受付票")
    picture = pypdfium2.PdfDocument(printed)[0].render(scale=200 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["A-0123"]


@pytest.mark.parametrize("code", ["A-0123-900", "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456"])
def test_the_total_stands_below_the_procedures_and_both_codes_of_it_can_be_read(code: str) -> None:
    bill = SlipBill(title="手数料", rows=(("住民票の写し 1通", "300円 × 3 ＝ 900円"),), total="合計 900円", code=code)
    (page,) = slip(CONTENT.model_copy(update={"bill": bill}), shaper=SHAPER)
    assert "合計 900円" in words((page,))
    pdf = PdfWriter(SHAPER).write([PdfPage(DrawList(width=page.width, height=page.height), page)], title="受付票")
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil()
    assert sorted(found.text for found in zxingcpp.read_barcodes(picture)) == sorted(["A-0123", code, code])


def test_what_is_given_back_stands_there_without_anything_for_the_till() -> None:
    before = ("前にお知らせした合計 1,200円　今回の合計 0円",)
    bill = SlipBill(title="手数料", rows=(), before=before, total="お返しする額 1,200円", code="")
    (page,) = slip(CONTENT.model_copy(update={"bill": bill}), shaper=SHAPER)
    assert all(said in words((page,)) for said in (*before, bill.total))
    assert sum(isinstance(item, Bars) for item in page.items) == 1  # of the number alone


def test_a_slip_of_several_pages_names_the_release_of_the_forms_on_each() -> None:
    many = CONTENT.model_copy(update={"lines": (LINE,) * 40, "release": "様式の公開 2026-12-01-2"})
    pages = slip(many, shaper=SHAPER)
    assert len(pages) > 1
    assert all("様式の公開 2026-12-01-2" in words([page]) for page in pages)
    assert "様式の公開" not in words(slip(CONTENT, shaper=SHAPER))
