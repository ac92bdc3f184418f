"""What of a page a viewer shows otherwise than it stands in the page itself: layers that are off, notes without a look.

Layers are ISO 32000-1 section 8.11; how an annotation looks is its /AP (section 12.5.5), and a program may make it up
where there is none. Neither can be taken over, so such a page is told of instead of being printed otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from kiosk.render.official.archive import reached

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNPRINTED, _HIDDEN, _PRINT = {"/Popup", "/Link", "/Text", "/Sound", "/Movie", "/FileAttachment"}, 2, 4


def unseen(pdf: pikepdf.Pdf, page: pikepdf.Page) -> str:
    """In Japanese what of a page would not be printed as it is seen; empty for a page that is sound."""
    off = set(_off(pdf))
    if off and any(found.objgen in off for found in reached(page.obj) if found.is_indirect):
        return "表示しない設定のレイヤーがあり、そのままでは印刷できません"
    if any(map(_bare, page.obj.get("/Annots", []))):
        return "形が保存されていない注釈か入力欄の文字があり、そのままでは印刷できません"
    return ""


def _off(pdf: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    """The layers that are not shown."""
    layers = pdf.Root.get("/OCProperties", pikepdf.Dictionary())
    usual = layers.get("/D", pikepdf.Dictionary())
    if usual.get("/BaseState") == "/OFF":
        shown = {each.objgen for each in usual.get("/ON", [])}
        yield from (each.objgen for each in layers.get("/OCGs", []) if each.objgen not in shown)
    yield from (each.objgen for each in usual.get("/OFF", []))


def _bare(note: pikepdf.Object) -> bool:
    """Whether an annotation is to be printed and does not say how it looks; a field without a value looks like none."""
    flags = int(note.get("/F", 0))
    if "/AP" in note or flags & _HIDDEN or not flags & _PRINT or note.get("/Subtype") in _UNPRINTED:
        return False
    if note.get("/Subtype") != "/Widget":
        return True
    above = note.get("/Parent", pikepdf.Dictionary())
    kind, value = (note.get(key, above.get(key)) for key in ("/FT", "/V"))
    return kind != "/Btn" and value is not None and bool(str(value))
