"""One page of a paper, normalised: upright, cropped, its lower left corner at the origin, nothing in it that acts."""

from __future__ import annotations

import hashlib
import io
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.render.official.pictured import pictured
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    import pikepdf

PAPERS = (".pdf", ".png", ".tif", ".tiff")
"""What a background may be besides SVG, by the end of its name."""

MOST_LEAVES = 200
MOST_MM = 1000.0
_HEAD = 1024  # bytes before which a PDF begins (ISO 32000-1, annex H.3.4.1)
MM_PER_POINT = 25.4 / 72
_LEAST_MM = 10.0
BROKEN = (ValueError, TypeError, KeyError, AttributeError, RuntimeError, RecursionError, OverflowError)
"""What the libraries raise, beside their own errors, for a file that is not what it says."""

ONE = threading.Lock()
"""pdfium and the cache below serve one thread at a time."""


@dataclass(frozen=True)
class Leaf:
    """A normalised page: `pdf` is a file with this page alone, `width` and `height` are in millimetres.

    `faults` say in Japanese what of it an archive (PDF/A-2) refuses; `key` names exactly this page.
    """

    pdf: bytes = field(repr=False)
    width: float
    height: float
    faults: tuple[str, ...] = ()
    key: str = ""


_KNOWN: dict[tuple[str, int, float], Leaf] = {}
_KEPT = 64


def is_paper(name: str) -> bool:
    """Whether a file's name is that of a paper as it is, and not of a drawing."""
    return name.lower().endswith(PAPERS)


def read_leaf(data: bytes, *, number: int = 1, least: float = _LEAST_MM) -> Leaf:
    """Page `number` (1 first) of a PDF, a PNG or a TIFF, no side shorter than `least` mm. Raises Unreadable."""
    place = (hashlib.sha256(data).hexdigest(), number, least)
    with ONE:
        if place not in _KNOWN:
            if len(_KNOWN) >= _KEPT:
                del _KNOWN[next(iter(_KNOWN))]
            _KNOWN[place] = _normal(data, number, key=f"{place[0]}-{number}", least=least)
        return _KNOWN[place]


def count_leaves(data: bytes) -> int:
    """How many pages a paper has. Raises Unreadable."""
    with _opened(data) as pdf:
        return len(pdf.pages)


def as_pdf(data: bytes) -> bytes:
    """A paper as a PDF: without what a mailer put before it; a scan with its pictures on pages. Raises Unreadable."""
    begins = data.find(b"%PDF-", 0, _HEAD)
    return data[begins:] if begins >= 0 else pictured(data)


def _opened(data: bytes) -> pikepdf.Pdf:
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(as_pdf(data)))
    except pikepdf.PasswordError:
        raise Unreadable("開くのにパスワードがいる PDF です。", "パスワードのない PDF") from None
    except (pikepdf.PdfError, *BROKEN):
        raise Unreadable("PDF が壊れていて読めません。") from None
    pages = len(pdf.pages)
    if not 1 <= pages <= MOST_LEAVES:
        pdf.close()
        raise Unreadable(f"PDF のページ数（{pages}）が使える数ではありません。", f"1 から {MOST_LEAVES} ページまで")
    return pdf


def _normal(data: bytes, number: int, *, key: str, least: float) -> Leaf:
    import pikepdf

    with _opened(data) as pdf:
        if not 1 <= number <= len(pdf.pages):
            raise Unreadable(f"{number} ページ目がありません。", f"1 から {len(pdf.pages)} まで")
        if _is_dynamic(pdf):
            message = "内容がプログラム（XFA）で組み立てられる PDF で、そのままでは印刷できません。"
            raise Unreadable(message, "「PDF として印刷」で保存し直したもの")
        try:
            return _made(pdf, number, key=key, least=least)
        except (pikepdf.PdfError, *BROKEN):
            raise Unreadable(f"PDF の {number} ページ目が壊れていて読めません。") from None


def _is_dynamic(pdf: pikepdf.Pdf) -> bool:
    """Whether the pages are only a note that another program is needed (XFA, which no printer knows)."""
    form = pdf.Root.get("/AcroForm")
    return form is not None and "/XFA" in form and (len(form.get("/Fields", [])) == 0 or "/NeedsRendering" in pdf.Root)


def _made(pdf: pikepdf.Pdf, number: int, *, key: str, least: float) -> Leaf:
    """The page as a form object on a page of its own, moved to the origin."""
    import pikepdf

    from kiosk.render.official.archive import faults
    from kiosk.render.official.emptied import empty_fields
    from kiosk.render.official.hidden import unseen

    page = pdf.pages[number - 1]
    if lost := unseen(pdf, page):
        raise Unreadable(f"PDF の {number} ページ目に、{lost}。", "「PDF として印刷」で保存し直したもの")
    if "/Annots" in page:
        empty_fields(page)
        pdf.flatten_annotations("print")
    page.trimbox = _shown(page)  # what a viewer shows; the library takes the trim box
    shown = page.as_form_xobject()
    left, bottom, right, top = _corners(shown)
    width, height = (right - left) * MM_PER_POINT, (top - bottom) * MM_PER_POINT
    if not (least <= width <= MOST_MM and least <= height <= MOST_MM):
        message = f"PDF の {number} ページ目の大きさ（{width:.0f}×{height:.0f} ミリメートル）は使えません。"
        raise Unreadable(message, f"{least:g} から {MOST_MM:g} ミリメートルまで")
    with pikepdf.new() as alone:
        sheet = alone.add_blank_page(page_size=(right - left, top - bottom))
        sheet.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=alone.copy_foreign(shown)))
        sheet.contents_add(f"q 1 0 0 1 {-left:.4f} {-bottom:.4f} cm /P Do Q".encode())
        found = faults(sheet)
        written = io.BytesIO()
        alone.save(written, deterministic_id=True)
    return Leaf(written.getvalue(), width, height, found, key)


def _shown(page: pikepdf.Page) -> pikepdf.Array:
    """The crop box, as far as there is paper (section 14.11.2)."""
    import pikepdf

    paper, crop = (_upright(*box.as_list()) for box in (page.mediabox, page.cropbox))
    both = [pick(a, b) for pick, a, b in zip((max, max, min, min), paper, crop, strict=True)]
    return pikepdf.Array(both if both[0] < both[2] and both[1] < both[3] else paper)


def _upright(left: Any, bottom: Any, right: Any, top: Any) -> list[Any]:
    return [min(left, right), min(bottom, top), max(left, right), max(bottom, top)]


def _corners(shown: pikepdf.Object) -> tuple[float, float, float, float]:
    """Where a form object lies: the box around its BBox after its Matrix, in points."""
    x0, y0, x1, y1 = (float(each) for each in shown["/BBox"].as_list())
    a, b, c, d, e, f = (float(each) for each in shown.get("/Matrix", [1, 0, 0, 1, 0, 0]))
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
