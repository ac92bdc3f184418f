"""The painter: the same list on the glass looks like the PDF on paper, and selectors are not dropped."""

import os
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtGui import QColor, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication

from kiosk.render.drawlist import Bars, DrawList, Ellipse, Frame, Ink, Item, Rule, Text
from kiosk.render.fonts import FACES, FontLibrary
from kiosk.render.painter import GlyphPainter
from kiosk.render.pdf import PdfPage, PdfWriter
from kiosk.render.shaping import Shaper

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))
KATSU = "葛\U000e0100"
PX = 4.0  # pixels a millimetre


@pytest.fixture
def glyphs(qapp: QApplication) -> GlyphPainter:
    return GlyphPainter(SHAPER)


def text(words: str, *, y: float = 20.0, face: str = "mincho", size_pt: float = 24.0) -> Text:
    return Text(x=10.0, y=y, size_pt=size_pt, face=face, text=words)


def sheet(*items: Item) -> DrawList:
    return DrawList(width=100.0, height=60.0, items=items)


def painted(glyphs: GlyphPainter, *items: Item, px: float = PX) -> Image.Image:
    image = QImage(round(100 * px), round(60 * px), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    glyphs.paint(painter, sheet(*items), scale=px)
    painter.end()
    return Image.frombytes(
        "L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine()
    )


def printed(*items: Item, px: float = PX) -> Image.Image:
    data = PdfWriter(SHAPER).write([PdfPage(sheet(), sheet(*items))])
    page: Image.Image = pdfium.PdfDocument(data)[0].render(scale=px * 25.4 / 72).to_pil().convert("L")
    return page.resize((round(100 * px), round(60 * px)))


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference after a blur that forgives anti-aliasing, relative to the ink on the first picture."""
    blurred = [each.filter(ImageFilter.GaussianBlur(2)) for each in (one, other)]
    apart = sum(ImageChops.difference(*blurred).tobytes())
    return apart / sum(255 - shade for shade in blurred[0].tobytes())


def test_paper_and_glass_show_the_same_page(glyphs: GlyphPainter) -> None:
    items: tuple[Item, ...] = (
        text(f"𠮷野髙﨑{KATSU}", y=15.0),
        replace(text("見本県架空市", y=25.0, face="gothic", size_pt=12.0), stretch=0.7),
        replace(text("氏名", y=35.0, face="pgothic-bold", size_pt=14.0), spacing=8.0),
        Frame(x=5, y=5, w=90, h=50, width=0.5),
        Frame(x=60, y=20, w=10, h=10, fill=0.8),
        Rule(x1=5, y1=40, x2=95, y2=40, width=0.4, dash=(2.0, 1.0)),
        Ellipse(x=60, y=42, w=12, h=8, width=0.4),
        Bars(x=10, y=44, h=8, module=0.5, widths=(2, 1, 1, 2, 3, 1, 2)),
        Ink(strokes=(((75.0, 45.0), (80.0, 52.0), (90.0, 43.0)), ((85.0, 50.0),)), width=0.6),
    )
    assert difference(printed(*items), painted(glyphs, *items)) < 0.12


def test_a_shifted_page_would_be_noticed(glyphs: GlyphPainter) -> None:
    moved = Text(x=11.0, y=20.0, size_pt=24.0, face="mincho", text="架空太郎")
    assert difference(printed(text("架空太郎")), painted(glyphs, moved)) > 0.3


@pytest.mark.parametrize("face", FACES)
def test_a_selector_is_not_dropped_on_the_glass(glyphs: GlyphPainter, face: str) -> None:
    variant, base = painted(glyphs, text(KATSU, face=face)), painted(glyphs, text("葛", face=face))
    assert variant.tobytes() != base.tobytes()


@pytest.mark.parametrize("face", FACES)
def test_qt_and_harfbuzz_number_the_glyphs_of_a_file_alike(glyphs: GlyphPainter, face: str) -> None:
    for font in list(SHAPER.library.chain(face))[:2]:
        raw: QRawFont = glyphs._raw_font(font)
        expected = [font.font.get_nominal_glyph(ord(char)) for char in "永A髙あ"]
        assert list(raw.glyphIndexesForString("永A髙あ")) == expected


@pytest.mark.parametrize("size_pt", [6.0, 40.0, 140.0])
def test_text_is_drawn_at_every_size(glyphs: GlyphPainter, size_pt: float) -> None:
    item = text("国", y=52.0, size_pt=size_pt)
    assert difference(printed(item), painted(glyphs, item)) < 0.15


def test_a_zoomed_page_shows_text_too(glyphs: GlyphPainter) -> None:
    assert min(painted(glyphs, text("国"), px=12.0).tobytes()) < 64


def test_a_watermark_leaves_black_black(glyphs: GlyphPainter) -> None:
    black = Frame(x=5, y=5, w=90, h=50, fill=0.0)
    mark = replace(text("国", y=50.0, size_pt=120.0), grey=0.8, multiply=True)
    assert painted(glyphs, black, mark).tobytes() == painted(glyphs, black).tobytes()
    assert min(painted(glyphs, mark).tobytes()) == pytest.approx(204, abs=2)


def test_the_painters_own_settings_are_given_back(glyphs: GlyphPainter) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(QColor("red"))
    glyphs.paint(painter, sheet(text("国"), Frame(x=0, y=0, w=1, h=1, fill=0.5)), scale=1.0)
    glyphs.draw_text(painter, 0.0, 5.0, "国", "gothic", 8.0, QColor("blue"))
    assert painter.pen().color() == QColor("red")
    assert painter.transform().isIdentity()
    painter.end()


def test_a_name_on_the_screen_is_as_wide_as_it_says_and_has_its_colour(glyphs: GlyphPainter) -> None:
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    glyphs.draw_text(painter, 10.0, 40.0, KATSU + "城", "pgothic", 30.0, QColor("#0017c1"))
    painter.end()
    assert glyphs.text_width_px(KATSU + "城", "pgothic", 30.0) == pytest.approx(60.0)
    inked = [x for x in range(200) for y in range(60) if image.pixelColor(x, y) == QColor("#0017c1")]
    assert min(inked) >= 10
    assert max(inked) <= 70
