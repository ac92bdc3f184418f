"""A document moved on its paper, for a printer that feeds its sheets a little aside; files on the disk stay true."""

from __future__ import annotations

import io
import warnings

_PT_PER_MM = 72 / 25.4


def shifted(pdf: bytes, dx: float, dy: float) -> bytes:
    """Every page moved to the right and down, in mm. What leaves the sheet is not printed."""
    if not dx and not dy:
        return pdf
    import pikepdf

    before = f"q 1 0 0 1 {dx * _PT_PER_MM:.4f} {-dy * _PT_PER_MM:.4f} cm\n".encode()
    out = io.BytesIO()
    with warnings.catch_warnings(), pikepdf.open(io.BytesIO(pdf)) as document:
        warnings.simplefilter("ignore")
        for page in document.pages:
            page.contents_add(pikepdf.Stream(document, before), prepend=True)
            page.contents_add(pikepdf.Stream(document, b"\nQ"), prepend=False)
        document.save(out, static_id=True)
    return out.getvalue()
