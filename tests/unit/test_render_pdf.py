"""The PDF writer: the same bytes every time, a sound file, and text that comes out as it went in."""

import io
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from kiosk.model.errors import Defect
from kiosk.render.drawlist import DrawList, Ellipse, Frame, Ink, Item, Rule, Text
from kiosk.render.fonts import FACES, FontLibrary
from kiosk.render.pdf import KEPT_BACKGROUNDS, PdfPage, PdfWriter
from kiosk.render.pdf_objects import Objects, joined, number, text_string
from kiosk.render.shaping import Shaper

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))
KATSU = "葛\U000e0100"
PROBES = f"𠮷野髙﨑{KATSU}葛城"
EMPTY = DrawList(width=210.0, height=297.0)


def text(words: str, *, y: float = 30.0, face: str = "mincho", stretch: float = 1.0, spacing: float = 0.0) -> Text:
    return Text(x=20.0, y=y, size_pt=14.0, face=face, text=words, stretch=stretch, spacing=spacing)


def sheet(*items: Item) -> DrawList:
    return DrawList(width=210.0, height=297.0, items=items)


def written(*items: Item, background: DrawList = EMPTY) -> bytes:
    return PdfWriter(SHAPER).write([PdfPage(background, sheet(*items))])


def extracted(data: bytes, *, page: int = 0) -> str:
    return str(pdfium.PdfDocument(data)[page].get_textpage().get_text_range()).replace("\r\n", "\n")


def picture(data: bytes, *, dpi: int = 100) -> Image.Image:
    image: Image.Image = pdfium.PdfDocument(data)[0].render(scale=dpi / 72).to_pil().convert("L")
    return image


def ink_at(image: Image.Image, x: float, y: float, w: float, h: float) -> int:
    """How many dark pixels lie in a rectangle given in mm."""
    k = image.width / 210.0
    right, bottom = min(image.width, round((x + w) * k)), min(image.height, round((y + h) * k))
    return sum(shade < 128 for shade in image.crop((round(x * k), round(y * k), right, bottom)).tobytes())


@pytest.mark.parametrize("face", FACES)
def test_name_kanji_come_out_exactly_as_they_went_in(face: str) -> None:
    assert extracted(written(text(PROBES, face=face))) == PROBES


def test_two_texts_for_the_same_glyph_stay_two_texts_in_both_kinds_of_fonts() -> None:
    same_in_noto, same_in_biz = "𠮷𠮷\U000e0100𠮷", "葛葛\U000e0101葛"
    assert extracted(written(text(same_in_noto + same_in_biz))) == same_in_noto + same_in_biz


def test_a_character_drawn_with_a_substitute_still_comes_out_as_written() -> None:
    assert extracted(written(text("葛\U000e01ef城"))) == "葛\U000e01ef城"


def test_runs_come_out_in_painting_order_background_first() -> None:
    data = written(text("架空太郎", y=40.0), text(KATSU, y=50.0), background=sheet(text("氏名", y=30.0)))
    assert extracted(data).split() == ["氏名", "架空太郎", KATSU]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed here")
def test_poppler_reads_the_same_characters() -> None:
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=written(text(PROBES)), capture_output=True, check=True)
    assert done.stdout.decode().strip() == PROBES


def test_the_variant_is_drawn_and_not_its_base() -> None:
    variant, base = (picture(written(text(each))).tobytes() for each in (KATSU, "葛"))
    assert variant != base


def test_the_same_pages_give_the_same_bytes_in_another_writer() -> None:
    background = sheet(text("氏名"), Rule(x1=0, y1=0, x2=10, y2=10, width=0.2))
    assert written(text(PROBES), background=background) == written(text(PROBES), background=background)


def test_a_warm_writer_gives_the_same_bytes_as_a_cold_one() -> None:
    writer, pages = PdfWriter(SHAPER), [PdfPage(sheet(text("氏名")), sheet(text(PROBES)))]
    assert writer.write(pages) == writer.write(pages)


def test_the_file_is_sound_and_its_fonts_are_embedded() -> None:
    data = written(text(PROBES), text("氏名", face="gothic"), Frame(x=1, y=1, w=2, h=2, width=0.2, fill=0.9))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        fonts = pdf.pages[0].Resources.Font
        descendants = [fonts[name].DescendantFonts[0] for name in fonts.keys()]  # noqa: SIM118  pikepdf is no dict
        kinds = {
            str(each.Subtype): "FontFile3" if "/FontFile3" in each.FontDescriptor else "FontFile2"
            for each in descendants
        }
        assert kinds == {"/CIDFontType0": "FontFile3", "/CIDFontType2": "FontFile2"}


def test_the_cross_reference_stream_points_at_the_objects() -> None:
    data = written(text("架空"))
    start = int(data.split(b"startxref\n")[1].split()[0])
    rows = list(struct.iter_unpack(">BIH", zlib.decompress(data[start:].split(b"stream\n", 1)[1])))
    inside = {number: row for number, row in enumerate(rows) if row[0] == 2}
    assert rows[0] == (0, 0, 65535)
    assert all(data[at:].startswith(b"%d 0 obj" % number) for number, (kind, at, _) in enumerate(rows) if kind == 1)
    (stream,) = {at for _, at, _ in inside.values()}
    packed = zlib.decompress(data[rows[stream][1] :].split(b"stream\n", 1)[1])
    assert list(map(int, packed.split(b"\n")[0].split()[::2])) == list(inside)


def test_neither_dates_nor_names_stand_in_the_files_properties() -> None:
    data = PdfWriter(SHAPER).write([PdfPage(EMPTY, sheet(text("架空太郎")))], title="住民異動届")
    assert b"Date" not in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo.Title) == "住民異動届"


def test_a_background_used_by_several_pages_is_stored_once() -> None:
    background = sheet(text("氏名住所生年月日"))
    pages = [PdfPage(background, sheet(text(each, y=60.0))) for each in "一二"]
    data = PdfWriter(SHAPER).write(pages)
    assert data.count(b"/Subtype/Form") == 1
    assert extracted(data, page=1) == "氏名住所生年月日\n二"


def test_many_backgrounds_do_not_pile_up() -> None:
    writer = PdfWriter(SHAPER)
    for width in range(100, 105 + KEPT_BACKGROUNDS):
        page = DrawList(width=float(width), height=297.0)
        writer.write([PdfPage(page, page)])
    assert len(writer._compiled) == KEPT_BACKGROUNDS


def test_a_document_without_pages_is_a_defect() -> None:
    with pytest.raises(Defect):
        PdfWriter(SHAPER).write([])


def test_the_page_has_the_papers_size() -> None:
    width, height = pdfium.PdfDocument(written(text("一")))[0].get_size()
    assert (width, height) == (pytest.approx(595.276, abs=0.01), pytest.approx(841.89, abs=0.01))


def test_shapes_stand_where_the_list_says() -> None:
    image = picture(
        written(
            Frame(x=20, y=20, w=30, h=10, width=0.5),
            Frame(x=60, y=20, w=10, h=10, fill=0.0),
            Rule(x1=100, y1=25, x2=140, y2=25, width=0.5, dash=(4.0, 4.0)),
            Ellipse(x=20, y=50, w=20, h=10, width=0.5),
            Ink(strokes=(((100.0, 50.0), (110.0, 60.0)), ((130.0, 55.0),)), width=1.0),
        )
    )
    assert ink_at(image, 19, 19, 32, 2) > 100
    assert ink_at(image, 22, 22, 26, 6) == 0
    assert ink_at(image, 61, 21, 8, 8) > 900
    assert ink_at(image, 100, 24, 4, 2) > 10
    assert ink_at(image, 105, 24, 2, 2) == 0
    assert ink_at(image, 28, 49, 4, 2) > 10
    assert ink_at(image, 28, 53, 4, 4) == 0
    assert ink_at(image, 104, 54, 2, 2) > 10
    assert ink_at(image, 129, 54, 2, 2) > 3


def test_a_text_stands_on_its_baseline_from_its_left_end() -> None:
    image = picture(written(Text(x=50, y=100, size_pt=72, face="gothic", text="国")), dpi=72)
    assert ink_at(image, 50, 77, 26, 26) > 500
    assert ink_at(image, 0, 0, 49, 297) == 0
    assert ink_at(image, 77, 0, 130, 297) == 0


def test_a_condensed_text_is_narrower_and_a_spaced_one_wider() -> None:
    def width(*, stretch: float = 1.0, spacing: float = 0.0) -> int:
        box = (
            picture(written(text("国国国", stretch=stretch, spacing=spacing)))
            .point(lambda shade: 255 - shade)
            .getbbox()
        )
        assert box is not None
        return box[2] - box[0]

    assert width(stretch=0.7) == pytest.approx(0.7 * width(), abs=3)
    assert width(spacing=5.0) == pytest.approx(width() + 2 * 5.0 * 100 / 25.4, abs=3)
    assert width(spacing=5.0, stretch=0.7) == pytest.approx(0.7 * width() + 2 * 5.0 * 100 / 25.4, abs=3)


def test_a_watermark_darkens_paper_and_leaves_black_black() -> None:
    mark = Text(x=20, y=100, size_pt=200, face="gothic", text="国", grey=0.8, multiply=True)
    black = sheet(Frame(x=20, y=60, w=70, h=45, fill=0.0))
    on_paper, on_black = picture(written(mark)), picture(written(mark, background=black))
    assert min(on_paper.tobytes()) == pytest.approx(204, abs=2)
    assert ink_at(on_black, 21, 61, 68, 43) == ink_at(picture(written(background=black)), 21, 61, 68, 43)


def test_every_kind_of_mark_can_be_empty() -> None:
    assert extracted(written(text(""), Ink(strokes=(), width=0.4), Frame(x=0, y=0, w=1, h=1))) == ""


@pytest.mark.parametrize(
    ("value", "written_as"), [(1.0, "1"), (-0.0001, "0"), (1.23456, "1.235"), (0.5, "0.5"), (100.0, "100")]
)
def test_numbers_are_short(value: float, written_as: str) -> None:
    assert number(value) == written_as


def test_text_strings_are_utf16_with_surrogates() -> None:
    assert text_string("𠮷") == b"<FEFFD842DFB7>"


def test_objects_of_another_group_get_new_numbers() -> None:
    first, second = Objects(), Objects()
    first.add(b"(a)")
    inner = second.add(b"(b)")
    second.add(b"[", inner, b"]")
    assert first.take(second) == 1
    assert joined(first.bodies[2]) == b"[2 0 R]"
