"""What stands in the fields of a paper beforehand is an answer, and no print of it: ticked squares, usual texts.

How a field looks stays (its frame, its ground): the text in it is what stands between /Tx BMC and EMC (ISO 32000-1
section 12.7.3.3), and a square is ticked by its state (section 12.7.4.2).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRITTEN = {"/Tx", "/Ch"}


def empty_fields(page: pikepdf.Page) -> None:
    """The fields of a page as nobody has filled them in yet."""
    for note in page.obj["/Annots"]:
        kind = str(note.get("/FT", note.get("/Parent", pikepdf.Dictionary()).get("/FT", "")))
        if "/AS" in note and kind == "/Btn":
            note["/AS"] = pikepdf.Name.Off
        look = note.get("/AP", pikepdf.Dictionary()).get("/N")
        if kind in _WRITTEN and isinstance(look, pikepdf.Stream):
            with suppress(pikepdf.PdfError):
                look.write(pikepdf.unparse_content_stream(list(_without_text(look))))


def _without_text(look: pikepdf.Stream) -> Iterator[Any]:
    """The drawing of a field without the text in it."""
    deep, within = 0, 0
    for instruction in pikepdf.parse_content_stream(look):
        name = str(instruction.operator)
        if name in {"BMC", "BDC"}:
            deep += 1
            within = within or (deep if str(instruction.operands[0]) == "/Tx" else 0)
        if not within:
            yield instruction
        if name == "EMC":
            within = 0 if within == deep else within
            deep -= 1
