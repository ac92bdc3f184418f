"""The city's own paper under a form, as it is: whatever wrote it, however it lies, on the glass and in the packet."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.render.background import inlaid, problems
from kiosk.render.drawlist import DrawList
from kiosk.render.official.leaf import count_leaves, read_leaf
from kiosk.render.official.printed import read_printed
from kiosk.render.official.unreadable import Unreadable
from kiosk.render.painter import GlyphPainter
from kiosk.render.pdf import PdfPage, PdfWriter
from tests import archive_rules, other_hands

HANDS: dict[str, Callable[[], bytes]] = {
    "plain": other_hands.plain,
    "turned": other_hands.turned,
    "cropped": other_hands.cropped,
    "owner-locked": other_hands.owner_locked,
    "old": other_hands.old,
    "unembedded": other_hands.unembedded,
}


def larger_crop(pdf: pikepdf.Pdf) -> None:
    width, height = (float(each) for each in pdf.pages[0].mediabox[2:])
    pdf.pages[0].cropbox = pikepdf.Array([-50, -50, width + 50, height + 50])


def user_unit(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    width, height = (float(each) for each in page.mediabox[2:])
    page.contents_add(b"q 0.5 0 0 0.5 0 0 cm", prepend=True)
    page.contents_add(b"Q")
    page.mediabox = pikepdf.Array([0, 0, width / 2, height / 2])
    page.obj.UserUnit = 2


ODD = {"crop box beyond the paper": larger_crop, "user unit": user_unit}

SCANS: dict[str, Callable[[], bytes]] = {
    "png": other_hands.scanned,
    "tiff": lambda: other_hands.scanned("TIFF", mode="1"),
    "colour": lambda: other_hands.scanned(mode="RGB"),
    "transparent": lambda: other_hands.scanned(mode="RGBA"),
    "nobody said how large": lambda: other_hands.scanned(dpi=None),
    "sixteen bits": other_hands.deep,
    "fax": other_hands.fax,
    "lies on its side": other_hands.on_its_side,
}


def packet(data: bytes, *, name: str = "paper.pdf", leaf: int = 1) -> bytes:
    page = inlaid(data, name=name, leaf=leaf)
    assert page.issues == ()
    blank = DrawList(width=page.page.width, height=page.page.height)
    return PdfWriter(other_hands.shaper()).write([PdfPage(page.page, blank)], title="様式")


@pytest.mark.parametrize("hand", HANDS)
def test_a_pdf_stands_in_the_packet_as_everybody_sees_it(hand: str) -> None:
    data = HANDS[hand]()
    assert other_hands.unlike(other_hands.picture(data), other_hands.picture(packet(data))) < 0.002
    leaf = read_leaf(data)
    assert (round(leaf.width), round(leaf.height)) == (210, 297)


@pytest.mark.parametrize("hand", SCANS)
def test_a_scan_stands_in_the_packet_as_large_as_the_paper_was(hand: str) -> None:
    data = SCANS[hand]()
    shown = other_hands.picture(packet(data, name="scan.png"))
    assert other_hands.unlike(other_hands.picture(other_hands.plain()), shown) < 0.04
    leaf = read_leaf(data)
    assert (round(leaf.width), round(leaf.height)) == (210, 297)


@pytest.mark.parametrize("hand", [*HANDS, "png"])
def test_the_same_paper_gives_the_same_bytes_and_a_file_without_mistakes(hand: str) -> None:
    data = {**HANDS, **SCANS}[hand]()
    name = "scan.png" if hand == "png" else "paper.pdf"
    first = packet(data, name=name)
    assert first == packet(data, name=name)
    with pikepdf.open(io.BytesIO(first)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_packet_with_a_sound_paper_is_an_archive_s_and_one_that_an_archive_refuses_says_nothing_of_it() -> None:
    assert archive_rules.broken(packet(other_hands.plain())) == []
    assert read_leaf(other_hands.unembedded()).faults == ("CMYK の色がある", "書体が埋め込まれていない文字がある")
    refused = packet(other_hands.unembedded())
    with pikepdf.open(io.BytesIO(refused)) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == ""
    with pikepdf.open(io.BytesIO(packet(other_hands.plain()))) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "2U"


@pytest.mark.parametrize("hand", ["plain", "turned", "cropped"])
def test_the_glass_shows_the_paper(hand: str, qtbot: QtBot) -> None:
    data = HANDS[hand]()
    image = QImage(1050, 1485, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    GlyphPainter(other_hands.shaper()).paint(painter, inlaid(data, name="paper.pdf", leaf=1).page, scale=5.0)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    seen = Image.frombytes("L", (1050, 1485), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())
    assert other_hands.unlike(seen, other_hands.picture(data)) < 0.02


def test_a_paper_of_several_pages_is_used_page_by_page() -> None:
    data = other_hands.plain(copies=3)
    assert count_leaves(data) == 3
    assert read_leaf(data, number=3).key.endswith("-3")
    (issue,) = problems(data, name="paper.pdf", leaf=4)
    assert (issue.message, issue.allowed) == ("4 ページ目がありません。", "1 から 3 まで")


@pytest.mark.parametrize("odd", ODD)
def test_a_page_is_as_large_as_the_paper_that_everybody_sees(odd: str) -> None:
    data = other_hands.changed(ODD[odd])
    assert other_hands.unlike(other_hands.picture(other_hands.plain()), other_hands.picture(packet(data))) < 0.002
    assert problems(data, name="paper.pdf", size=(210.0, 297.0)) == ()


def test_a_scan_of_several_pages_is_used_page_by_page() -> None:
    assert count_leaves(other_hands.stacked(3)) == 3
    assert problems(other_hands.stacked(3), name="scan.tif", leaf=3, size=(210.0, 297.0)) == ()


def test_a_pdf_may_begin_after_what_a_mailer_wrote() -> None:
    assert read_leaf(b"\nReceived: by fax\n" + other_hands.plain()).width == pytest.approx(210.0, abs=0.1)


@pytest.mark.parametrize("change", [other_hands.layered, other_hands.bare_note, other_hands.bare_field])
def test_what_would_be_printed_otherwise_than_seen_is_told(change: Callable[[pikepdf.Pdf], None]) -> None:
    (issue,) = problems(other_hands.changed(change), name="paper.pdf")
    assert "そのままでは印刷できません" in issue.message
    assert "PDF として印刷" in issue.allowed


def test_a_page_of_another_size_is_told_with_what_to_write() -> None:
    (issue,) = problems(other_hands.plain(), name="paper.pdf", size=(257.0, 364.0))
    assert issue.allowed == "width = 210.0　height = 297.0"
    assert problems(other_hands.plain(), name="paper.pdf", size=(210.0, 297.0)) == ()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (other_hands.locked(), "パスワード"),
        (other_hands.dynamic(), "XFA"),
        (other_hands.plain()[:400], "壊れて"),
        (b"%PDF-1.7\n%%EOF", "壊れて"),
        (b"", "PDF でも画像でもありません"),
        (b"GIF89a" + bytes(40), "PDF でも画像でもありません"),
        (other_hands.scanned()[:300], "壊れて"),
        (other_hands.scanned("TIFF", mode="F"), "32ビット"),
    ],
    ids=["locked", "xfa", "cut", "empty", "nothing", "gif", "cut scan", "float"],
)
def test_what_cannot_be_used_is_refused_with_the_reason(data: bytes, told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        read_leaf(data)
    assert [told in issue.message for issue in problems(data, name="paper.pdf")] == [True]


def test_nothing_that_acts_comes_along() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.Root.OpenAction = script
        pdf.pages[0].obj.AA = pikepdf.Dictionary(O=script)

    written = packet(other_hands.changed(change))
    with pikepdf.open(io.BytesIO(written)) as pdf:
        assert not any(b"JavaScript" in each.unparse() for each in pdf.objects if each is not None)


@pytest.mark.parametrize("hand", ["plain", "turned", "cropped", "old"])
def test_rules_and_letters_are_found_where_they_are_seen(hand: str) -> None:
    found, expected = (read_printed(read_leaf(each())) for each in (HANDS[hand], other_hands.plain))
    assert not found.pictured

    def rounded(printed: object) -> set[tuple[float, ...]]:
        return {tuple(round(each, 1) + 0.0 for each in (line.x1, line.y1, line.x2, line.y2)) for line in printed.lines}  # type: ignore[attr-defined]

    assert len(rounded(found) ^ rounded(expected)) <= len(rounded(expected)) // 20
    assert "".join(letter.text for letter in found.letters).startswith("様式第３号国民年金")


def test_a_scan_says_that_it_is_a_picture() -> None:
    printed = read_printed(read_leaf(other_hands.scanned()))
    assert (printed.pictured, printed.lines, printed.letters) == (True, (), ())
