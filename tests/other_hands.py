"""Papers as cities have them: a page of the sample town's own form in other hands: turned, cropped, locked, scanned."""

import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image, ImageFilter

from kiosk.render.background import Backgrounds
from kiosk.render.drawlist import DrawList, Item, Rule, Text
from kiosk.render.fonts import FontLibrary
from kiosk.render.pdf import PdfPage, PdfWriter
from kiosk.render.shaping import Shaper

ROOT = Path(__file__).resolve().parents[1]


@cache
def shaper() -> Shaper:
    return Shaper(FontLibrary(ROOT / "assets" / "fonts"))


@cache
def drawn(form: str = "F03", page: int = 1) -> DrawList:
    """The printed part of a form of the sample town."""
    data = (ROOT / "forms" / "templates" / form / "001" / f"page-{page}.svg").read_bytes()
    return Backgrounds(shaper()).load(f"page-{page}.svg", data).page


@cache
def plain(form: str = "F03", *, copies: int = 1) -> bytes:
    """The same page as a PDF."""
    page = drawn(form)
    blank = DrawList(width=page.width, height=page.height)
    return PdfWriter(shaper()).write([PdfPage(page, blank)] * copies, title="用紙")


def changed(change: Callable[[pikepdf.Pdf], None], **save: object) -> bytes:
    """The PDF after a change."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain())) as pdf:
        change(pdf)
        pdf.save(written, **save)  # type: ignore[arg-type]
    return written.getvalue()


def _turned(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    width, height = (float(each) for each in page.mediabox[2:])
    page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)  # lies on its side …
    page.contents_add(b"Q")
    page.mediabox = pikepdf.Array([0, 0, height, width])
    page.rotate(90, relative=False)  # … and is turned for whoever looks


def _cropped(pdf: pikepdf.Pdf) -> None:
    """As printers' shops send it: bleed around the page, and the origin somewhere else."""
    page = pdf.pages[0]
    width, height = (float(each) for each in page.mediabox[2:])
    page.contents_add(b"q 1 0 0 1 130 90 cm", prepend=True)
    page.contents_add(b"Q")
    page.mediabox = pikepdf.Array([100, 60, width + 160, height + 120])
    page.cropbox = pikepdf.Array([130, 90, width + 130, height + 90])


def turned() -> bytes:
    """Lies on its side with a /Rotate of 90 degrees."""
    return changed(_turned)


def cropped() -> bytes:
    """Has a bleed around its crop box."""
    return changed(_cropped)


def owner_locked() -> bytes:
    """May be opened by everybody and changed by nobody."""
    return changed(lambda _: None, encryption=pikepdf.Encryption(owner="city", user="", R=6))


def locked() -> bytes:
    """Opens with a password."""
    return changed(lambda _: None, encryption=pikepdf.Encryption(owner="city", user="secret", R=6))


def old() -> bytes:
    """Without object streams, as of 2001."""
    return changed(lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable, force_version="1.3")


def unembedded() -> bytes:
    """Letters in a font that is not in the file."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page = pdf.pages[0]
        page.resources.Font = pikepdf.Dictionary(H=font)
        page.contents_add(b"BT /H 12 Tf 60 20 Td (Form 3) Tj ET 0 0 0 1 k")

    return changed(change)


def dynamic() -> bytes:
    """A form that only another program can show (XFA)."""

    def change(pdf: pikepdf.Pdf) -> None:
        form = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=pdf.make_stream(b"<xdp/>"))
        pdf.Root.AcroForm = pdf.make_indirect(form)

    return changed(change)


def scanned(ending: str = "PNG", *, dpi: int | None = 200, mode: str = "L") -> bytes:
    """As it comes from a scanner."""
    pdf = pypdfium2.PdfDocument(plain())
    picture = pdf[0].render(scale=(dpi or 200) / 72).to_pil().convert(mode)
    pdf.close()
    written = io.BytesIO()
    given = {"dpi": (dpi, dpi)} if dpi else {}
    picture.save(written, ending, **given)
    return written.getvalue()


def _scan(dpi: float, *, down: float = 0.0) -> Image.Image:
    pdf = pypdfium2.PdfDocument(plain())
    picture: Image.Image = pdf[0].render(scale=dpi / 72).to_pil().convert("L")
    pdf.close()
    return picture.resize((picture.width, round(picture.height * down / dpi))) if down else picture


def _saved(picture: Image.Image, **given: Any) -> bytes:
    written = io.BytesIO()
    picture.save(written, "TIFF", **given)
    return written.getvalue()


def deep() -> bytes:
    """A scan of 65,536 greys."""
    grey = _scan(100)
    return _saved(
        Image.frombytes("I;16", grey.size, bytes(each for v in grey.tobytes() for each in (v, v))), dpi=(100, 100)
    )


def fax() -> bytes:
    """Half as many lines down as dots across."""
    return _saved(_scan(204, down=98).convert("1"), dpi=(204, 98), compression="group3")


def on_its_side() -> bytes:
    """A scan that says how to turn it."""
    return _saved(_scan(200).transpose(Image.Transpose.ROTATE_90), dpi=(200, 200), tiffinfo={274: 6})


@cache
def stacked(pages: int) -> bytes:
    """A scan of several pages."""
    return _saved(_scan(50), dpi=(50, 50), save_all=True, append_images=[_scan(50)] * (pages - 1))


def layered(pdf: pikepdf.Pdf) -> None:
    """With a layer that is not shown."""
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("見本")))
    usual = pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
    pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=usual)
    pdf.pages[0].resources.Properties = pikepdf.Dictionary(L=layer)
    pdf.pages[0].contents_add(b"/OC /L BDC 100 100 300 300 re f EMC")


def bare_note(pdf: pikepdf.Pdf) -> None:
    """With a frame somebody drew as a note, without its look."""
    square = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[9, 9, 99, 99], F=4)
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(square)])


def bare_field(pdf: pikepdf.Pdf) -> None:
    """With a field in which something stands that no program has drawn."""
    field = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[9, 9, 99, 99], F=4)
    field.FT, field.T, field.V = pikepdf.Name.Tx, pikepdf.String("あて先"), pikepdf.String("市長")
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(field)])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[0].obj.Annots)


Row = tuple[tuple[float, str], ...]


def ruled(*tables: tuple[float, float, tuple[Row, ...]], sides: bool = True, words: Sequence[Item] = ()) -> bytes:
    """A word processor's tables: each from `left`, `top`, rows of (width, text), 9 mm high, words at the left edge."""
    items: list[Item] = list(words)
    for left, top, rows in tables:
        wide = sum(width for width, _ in rows[0])
        for number, row in enumerate(rows):
            x, y = left, top + 9 * number
            for index, (width, text) in enumerate(row):
                items.append(Text(x=x + 1.5, y=y + 5.8, size_pt=9.5, face="gothic", text=text))
                if sides or index:
                    items.append(Rule(x1=x, y1=y, x2=x, y2=y + 9, width=0.2))
                x += width
            items.append(Rule(x1=left, y1=y, x2=left + wide, y2=y, width=0.2))
            if sides:
                items.append(Rule(x1=x, y1=y, x2=x, y2=y + 9, width=0.2))
        items.append(Rule(x1=left, y1=top + 9 * len(rows), x2=left + wide, y2=top + 9 * len(rows), width=0.2))
    page = DrawList(width=210.0, height=297.0, items=tuple(items))
    return PdfWriter(shaper()).write([PdfPage(page, DrawList(width=210.0, height=297.0))], title="用紙")


def askew(turn: float, *, form: str = "F03") -> bytes:
    """A scan that lay askew, by so many degrees, with the grain of a scanner."""
    return copied(plain(form), turn)


def copied(paper: bytes, turn: float) -> bytes:
    """A page as a copier sees it: lying askew by so many degrees, grainy and not sharp."""
    pdf = pypdfium2.PdfDocument(paper)
    seen: Image.Image = pdf[0].render(scale=200 / 72).to_pil()
    pdf.close()
    turned = seen.convert("L").rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    grain = Image.frombytes("L", turned.size, bytes(range(200, 256)) * (turned.width * turned.height // 56 + 1))
    written = io.BytesIO()
    Image.blend(turned, grain.resize(turned.size), 0.1).filter(ImageFilter.GaussianBlur(0.7)).save(
        written, "PNG", dpi=(200, 200)
    )
    return written.getvalue()


def picture(pdf: bytes, *, page: int = 0, scale: float = 2.0) -> Image.Image:
    """A page as everybody sees it."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        seen: Image.Image = opened[page].render(scale=scale).to_pil()
        return seen.convert("L")
    finally:
        opened.close()


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How much of two pictures differs: 0 for the same, 1 for black and white; of the size of the first."""
    same = other.resize(one.size) if other.size != one.size else other
    pairs = zip(one.tobytes(), same.tobytes(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / 255 / (one.width * one.height)
