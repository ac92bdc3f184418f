"""画像の欄: a seal stands on paper and glass with its ratio, says what it is, and hides nothing that is under it."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from PySide6.QtGui import QImage, QPainter

from kiosk.catalogue.pictures import pictured
from kiosk.designing.editing.changing import changed
from kiosk.model.base import Issue
from kiosk.model.edits import Become
from kiosk.model.filled import BoxState, FilledBox, FilledForm, Sheet
from kiosk.model.template import Box, Kind, Rect, Template
from kiosk.render.drawlist import Picture
from kiosk.render.official.leaf import read_leaf
from kiosk.render.packet import Renderer
from kiosk.render.painter import GlyphPainter
from tests.archive_rules import broken
from tests.forms import load_form
from tests.unit.test_render_layout import box as any_box
from tests.unit.test_render_layout import template
from tests.unit.test_templates_loading import FORM, SVG, publish

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
PLACE = Rect(x=150.0, y=40.0, w=30.0, h=20.0)
SEAL_BOX = """
[[box]]
id = "no9"
no = 9
label = "公印"
kind = "image"
picture = "seal.png"
alt = "市長印"
rect = { x = 120, y = 21, w = 20, h = 20 }
"""
DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30">
<ellipse cx="15" cy="15" rx="14" ry="14" stroke="black" stroke-width="2" fill="none"/></svg>"""


def seal() -> bytes:
    """A red seal without its size in mm, smaller than any paper."""
    picture = Image.new("RGBA", (80, 80), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((4, 4, 75, 75), outline=(200, 30, 30, 255), width=8)
    written = io.BytesIO()
    picture.save(written, "PNG", dpi=(300, 300))
    return written.getvalue()


FILES = {"seal.png": seal(), "sign.svg": DRAWN.encode(), "page-1.svg": SVG.encode(), "page-2.svg": SVG.encode()}
STAMP = Sheet(case_no="26000123", municipality="架空市")


def sealed(name: str = "seal.png") -> tuple[Renderer, FilledForm]:
    image = any_box(Kind.IMAGE, label="公印", picture=name, alt="市長印", rect=PLACE)
    text = any_box(id="no2", rect=Rect(x=158, y=46, w=20, h=8), size=14.0)
    made = template(image, text)
    boxes = tuple(
        FilledBox(box=each.id, no=1, state=BoxState.FILLED, text="" if each.given else "架空市") for each in made.boxes
    )
    form = FilledForm(template="F01", version="001", digest="", boxes=boxes)
    return Renderer(lambda _: made, page=lambda _, file: FILES.get(file, b""), fonts=FONTS), form


def darkest(paper: Image.Image, *mm: float) -> tuple[int, int, int]:
    """The lowest of each colour in a part of a page of 200 dpi."""
    left, top, right, bottom = (round(each / 25.4 * 200) for each in mm)
    red, green, blue = (int(low) for low, _ in paper.crop((left, top, right, bottom)).getextrema())  # type: ignore[misc]
    return red, green, blue


@pytest.mark.parametrize("name", ["seal.png", "sign.svg"])
def test_a_picture_keeps_its_ratio_in_the_middle_of_its_box(name: str) -> None:
    renderer, form = sealed(name)
    (drawn,) = (item for item in renderer.page(form, stamp=STAMP).items if isinstance(item, Picture))
    assert drawn.w == pytest.approx(20.0)
    assert drawn.h == pytest.approx(20.0)
    assert drawn.x == pytest.approx(155.0)


def test_the_seal_is_red_on_paper_and_the_text_under_it_can_still_be_read() -> None:
    renderer, form = sealed()
    data = renderer.form_pdf(form, stamp=STAMP)
    assert data == renderer.form_pdf(form, stamp=STAMP)
    page = pypdfium2.PdfDocument(data)[0]
    assert "架空市" in page.get_textpage().get_text_range()
    paper = page.render(scale=200 / 72).to_pil().convert("RGB")
    red, _, blue = darkest(paper, 156, 49, 158, 51)
    assert red > 150 > blue
    assert max(darkest(paper, 160, 46, 170, 54)) < 80


@pytest.mark.parametrize("name", ["seal.png", "sign.svg"])
def test_a_paper_with_a_seal_is_still_an_archives(name: str) -> None:
    renderer, form = sealed(name)
    assert broken(renderer.form_pdf(form, stamp=STAMP)) == []


def test_every_dot_of_a_seal_is_in_the_file_as_it_was_and_a_large_photograph_is_packed() -> None:
    with pikepdf.open(io.BytesIO(read_leaf(FILES["seal.png"], least=0.5).pdf)) as pdf:
        (image,) = (
            each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        )
        was = Image.open(io.BytesIO(FILES["seal.png"]))
        white = Image.new("RGB", was.size, "white")
        white.paste(was, mask=was.getchannel("A"))
        assert image.read_bytes() == white.tobytes()
    photo, written = Image.effect_noise((1400, 1000), 90.0).convert("RGB"), io.BytesIO()
    photo.save(written, "PNG", dpi=(300, 300))
    assert b"/DCTDecode" in read_leaf(written.getvalue()).pdf


def test_the_glass_shows_the_same_seal(qapp: object) -> None:
    renderer, form = sealed()
    scale = 4.0
    image = QImage(round(210 * scale), round(297 * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)  # what is printed lies in a picture of its own
    painter = QPainter(image)
    GlyphPainter(renderer.shaper).paint(painter, renderer.page(form, stamp=STAMP), scale=scale)
    painter.end()
    colour = image.pixelColor(round(156.9 * scale), round(50 * scale))
    assert colour.red() > 150 > colour.blue()
    inside = image.pixelColor(round(165 * scale), round(56 * scale))
    assert inside.alpha() < 5  # a scan of a seal is never quite white


def test_who_hears_the_paper_is_told_what_the_picture_shows_and_it_is_in_the_file_once() -> None:
    renderer, form = sealed()
    with pikepdf.open(io.BytesIO(renderer.packet_pdf([form, form], stamp=STAMP))) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        assert {str(each.Alt) for each in figures} == {"公印：市長印"}
        shown = {page.Resources.XObject[str(name)].objgen for page in pdf.pages for name in page.Resources.XObject}
        named = [name for page in pdf.pages for name in page.Resources.XObject if name != "/B"]
    assert len(named) == 2
    assert len(shown) == 2  # what is printed on both pages, and the seal


def test_a_form_whose_picture_is_missing_or_broken_is_still_shown_to_who_designs_it() -> None:
    for name in ("", "none.png", "page-1.svg"):
        renderer, form = sealed(name)
        renderer.form_pdf(form, stamp=STAMP)


# ---- the check -------------------------------------------------------------------------------------------------------
def loaded(
    root: Path, more: str = SEAL_BOX, *, seal_file: bytes | None = FILES["seal.png"]
) -> Template | tuple[Issue, ...]:
    folder = publish(root, FORM + more)
    if seal_file is not None:
        (folder / "seal.png").write_bytes(seal_file)
    return load_form(folder)


def test_a_picture_beside_the_template_is_part_of_what_is_sealed(tmp_path: Path) -> None:
    one, other = loaded(tmp_path / "a"), loaded(tmp_path / "b", seal_file=FILES["seal.png"] + b"\0")
    assert isinstance(one, Template)
    assert isinstance(other, Template)
    assert one.digest != other.digest


def test_a_picture_that_is_not_there_or_cannot_be_drawn_is_named_with_its_place(tmp_path: Path) -> None:
    for number, content in enumerate((None, b"no picture", FILES["seal.png"][:60])):
        issues = loaded(tmp_path / str(number), seal_file=content)
        assert isinstance(issues, tuple)
        (issue,) = issues
        assert "box[2].picture" in issue.where
        assert "seal.png" in issue.message
        assert issue.allowed


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": Kind.IMAGE, "picture": "seal.png"}, "alt"),
        ({"kind": Kind.IMAGE, "alt": "市長印"}, "picture"),
        ({"kind": Kind.IMAGE, "alt": "市長印", "picture": "seal.png", "fact": "case.id"}, "fact"),
        ({"kind": Kind.TEXT, "fact": "case.id", "picture": "seal.png"}, "picture"),
    ],
)
def test_the_check_says_what_a_picture_needs(given: dict[str, object], field: str) -> None:
    one = Box.model_validate({"id": "a", "no": 1, "label": "公印", "rect": PLACE, **given})
    (issue,) = pictured(one, place="box[0]")
    assert issue.where == f"box[0].{field}"
    assert issue.allowed


def test_a_box_that_is_no_picture_any_more_forgets_its_file() -> None:
    form = template(any_box(Kind.IMAGE, picture="seal.png", alt="市長印"))
    after = changed(form, Become(("no1",), Kind.TEXT)).boxes[0]
    assert (after.picture, after.alt) == ("", "")
