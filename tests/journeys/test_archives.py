"""Every paper of a visit is a PDF/A-2u that can be heard: tests.archive_rules says what is checked, and by what."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kiosk.render.drawlist import DrawList, Ellipse, Ink, Text
from kiosk.render.pdf import PdfPage
from tests.archive_rules import broken, spoken
from tests.golden.test_forms_golden import STAMP, TEMPLATES, filled, renderer

EMPTY = DrawList(width=210.0, height=297.0)
FOLDERS = pytest.mark.parametrize("folder", TEMPLATES, ids=lambda folder: f"{folder.parent.name}-{folder.name}")


def page(*items: Text | Ellipse | Ink) -> bytes:
    return renderer().document([PdfPage(EMPTY, DrawList(width=210.0, height=297.0, items=items))], title="見本 & <例>")


def words(data: bytes) -> str:
    return str(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())


@FOLDERS
def test_every_form_keeps_the_rules_of_an_archive(folder: Path) -> None:
    for form in filled(folder):
        assert broken(renderer().form_pdf(form, stamp=STAMP)) == []
        assert broken(renderer().blank_pdf(form)) == []


@FOLDERS
def test_every_circle_and_tick_of_a_form_is_a_text_and_is_heard_with_its_label(folder: Path) -> None:
    for form in filled(folder):
        data = renderer().form_pdf(form, stamp=STAMP)
        drawn = [page.content for page in renderer().page_lists(form, stamp=STAMP)]
        for number, content in enumerate(drawn):
            text = str(pypdfium2.PdfDocument(data)[number].get_textpage().get_text_range())
            heard = spoken(data)[number]
            marks = [item for item in content.items if isinstance(item, Ellipse | Ink) and item.word]
            assert text.count("☑ ") == len(marks)
            assert all(f"☑ {item.word}" in text for item in marks)
            assert all(kind != "Figure" or "：" in said for kind, said in heard)


def test_a_chosen_word_is_found_by_those_who_copy_search_or_listen() -> None:
    form = next(each for folder in TEMPLATES if folder.parent.name == "F01" for each in filled(folder))
    data = renderer().form_pdf(form, stamp=STAMP)
    assert "☑ 転入" in words(data)
    assert "☑ 男" in words(data)
    heard = [said for _, said in spoken(data)[0] if said]
    assert "性別：男" in heard
    assert "個人番号カードの有無：有" in heard
    assert "生年月日：昭和63年6月15日" in heard


def test_a_row_is_read_whole_before_the_next_one() -> None:
    form = next(each for folder in TEMPLATES if folder.parent.name == "F01" for each in filled(folder))
    heard = [said for _, said in spoken(renderer().form_pdf(form, stamp=STAMP))[0]]
    people = [said.partition("：")[2] for said in heard if said.startswith(("氏名：", "フリガナ："))]
    assert people[:4] == ["架空　太郎", "カクウ　タロウ", "架空　花子", "カクウ　ハナコ"]


@pytest.mark.parametrize("text", ["𠮷野 葛\U000e0100城", "か゚", "e\u0301", "각", "〓ሀ"])
def test_every_letter_of_an_archive_says_what_it_is(text: str) -> None:
    for face in ("mincho", "gothic", "pgothic-bold"):
        assert broken(page(Text(x=20, y=30, size_pt=12, face=face, text=text))) == []


def test_a_title_with_signs_of_xml_is_the_same_for_viewers_and_archives() -> None:
    assert broken(page(Text(x=20, y=30, size_pt=12, face="mincho", text="一"))) == []


def test_a_watermark_and_marks_without_words_keep_the_rules_too() -> None:
    mark = Text(x=20, y=100, size_pt=200, face="gothic", text="見本", grey=0.8, multiply=True)
    round_ = Ellipse(x=20, y=20, w=8, h=5, width=0.3)
    assert broken(page(mark, round_, Ink(strokes=(((1.0, 1.0), (2.0, 2.0)),), width=0.4))) == []


def test_the_rules_notice_a_file_that_is_no_archive() -> None:
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(page(Text(x=20, y=30, size_pt=12, face="mincho", text="一")))) as pdf:
        del pdf.Root.OutputIntents, pdf.Root.Metadata
        pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"1 0 0 rg 0 0 9 9 re f"))
        pdf.save(plain)
    said = " ".join(broken(plain.getvalue()))
    assert all(rule in said for rule in ("6.2.3", "6.2.4.3", "6.6.2.1", "14.8.2"))
