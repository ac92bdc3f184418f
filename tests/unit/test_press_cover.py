"""送付票: what is in a packet, by department, for any number of papers and people."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.press.cover import EDGE, LEFT, WIDTH, CoverContent, CoverPart, CoverRow, CoverWords, cover
from kiosk.render.drawlist import Bars, DrawList, Text
from kiosk.render.fonts import FontLibrary
from kiosk.render.pdf import PdfPage, PdfWriter
from kiosk.render.shaping import Shaper
from tests.archive_rules import broken

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))
WORDS = CoverWords(
    title="送付票",
    number="受付番号",
    stamp="受付印",
    receiver="受付者",
    taken="受領",
    copies="添える写し：",
    held="保留",
    continued="（つづき）",
    headings=("様式", "対象の方", "枚数"),
)
ROW = CoverRow(paper="F01　住民異動届", people="架空　太郎、架空　花子", sheets="2枚（うち続紙1）")
PART = CoverPart(place="市民課　（あて先）架空市長", rows=(ROW,), copies=("転出証明書", "在留カード"))
CONTENT = CoverContent(
    words=WORDS, municipality="見本県架空市", number="260420-001", head=("転入　令和8年4月20日",), parts=(PART,)
)
LONG = "ＭＡＲＩＡ　ＡＬＥＸＡＮＤＲＡ　ＣＯＮＣＥＰＣＩＯＮ　ＳＡＭＰＬＥ　ＧＡＲＣＩＡ"


def changed(**changes: object) -> tuple[DrawList, ...]:
    return cover(CONTENT.model_copy(update=changes), shaper=SHAPER)


def words(pages: Sequence[DrawList]) -> str:
    return "".join(item.text for page in pages for item in page.items if isinstance(item, Text))


def pdf(pages: Sequence[DrawList]) -> bytes:
    return PdfWriter(SHAPER).write([PdfPage(DrawList(width=210, height=297), page) for page in pages], title="送付票")


def test_it_says_what_is_in_the_packet_for_whom_and_in_how_many_sheets() -> None:
    said = words(changed(held=("国民年金　まだわかっていないこと：年金の種別",)))
    for each in (ROW.paper, ROW.people, ROW.sheets, PART.place, "□ 転出証明書", "受付印", "受領", "年金の種別", "1/1"):
        assert each in said


def test_every_page_can_be_told_by_a_machine() -> None:
    image = pypdfium2.PdfDocument(pdf(changed()))[0].render(scale=3).to_pil()
    assert {found.text for found in zxingcpp.read_barcodes(image)} == {"260420-001-C-1/1"}
    pages = pypdfium2.PdfDocument(pdf(changed(parts=(PART,) * 30)))
    read = [[found.text for found in zxingcpp.read_barcodes(page.render(scale=3).to_pil())] for page in pages]
    assert read == [[f"260420-001-C-{n}/{len(read)}"] for n in range(1, len(read) + 1)]


def test_it_keeps_the_rules_of_an_archive() -> None:
    assert broken(pdf(changed())) == []


@pytest.mark.parametrize(("departments", "rows"), [(40, 1), (1, 40), (12, 4)])
def test_forty_papers_fit_whole_between_the_margins_of_as_many_pages_as_it_takes(departments: int, rows: int) -> None:
    parts = tuple(PART.model_copy(update={"place": f"課{n}", "rows": (ROW,) * rows}) for n in range(departments))
    pages = changed(parts=parts)
    texts = [item for page in pages for item in page.items if isinstance(item, Text)]
    assert words(pages).count(ROW.paper) == departments * rows
    assert words(pages).count("受領") >= departments
    assert all(f"{n}/{len(pages)}" in words([page]) for n, page in enumerate(pages, start=1))
    assert all(LEFT <= text.x < WIDTH - EDGE and EDGE - 3 <= text.y <= 297 - EDGE for text in texts)


def test_a_department_that_goes_on_is_named_again_on_the_next_page() -> None:
    pages = changed(parts=(PART.model_copy(update={"rows": (ROW,) * 60, "copies": ()}),))
    assert len(pages) > 1
    assert all("市民課　（あて先）架空市長（つづき）" in words([page]) for page in pages[1:])
    assert all("対象の方" in words([page]) for page in pages)


def test_the_names_of_forty_people_go_on_beneath_each_other() -> None:
    people = "、".join(f"{LONG}{n}" for n in range(40))
    pages = changed(parts=(PART.model_copy(update={"rows": (ROW.model_copy(update={"people": people}),)}),))
    assert words(pages).count("GARCIA") + words(pages).count("ＧＡＲＣＩＡ") == 40
    texts = [item for page in pages for item in page.items if isinstance(item, Text)]
    assert max(text.y for text in texts) <= 297 - EDGE


def test_a_number_too_long_for_bars_is_reported() -> None:
    pages = changed(number="A-" + "0123X" * 9)
    assert {issue.where for issue in pages[0].warnings} == {"送付票"}
    assert not any(isinstance(item, Bars) for item in pages[0].items)
