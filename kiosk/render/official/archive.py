"""What of a page an archive refuses (PDF/A-2, ISO 19005-2 clause 6.2): looked for in everything the page uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_CMYK = re.compile(rb"(?<![\w/])[kK](?![\w])")
_ALONE = {"/Type3", "/Type0"}  # drawn in the file itself, or described by its descendant
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_MOST = 20_000

FONT, COLOUR, PACKING = "書体が埋め込まれていない文字がある", "CMYK の色がある", "古い圧縮（LZW）がある"


def faults(page: pikepdf.Page) -> tuple[str, ...]:
    """What an archive refuses of a page, each once, in Japanese; empty for a page that can stand in a PDF/A."""
    return tuple(dict.fromkeys(fault for each in reached(page.obj) for fault in _of(each)))


def reached(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every dictionary and stream that an object uses, each once; the tree of pages is not followed upwards."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting and len(seen) < _MOST:
        found = waiting.pop()
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        if isinstance(found, pikepdf.Array):
            waiting += (each for each in found if isinstance(each, pikepdf.Object))
        elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield found
            waiting += (each for key, each in found.items() if key != "/Parent" and isinstance(each, pikepdf.Object))


def _of(found: pikepdf.Object) -> Iterator[str]:
    if found.get("/Type") == "/Font" and found.get("/Subtype") not in _ALONE and not _embedded(found):
        yield FONT
    packing = found.get("/Filter", pikepdf.Array())
    if "/LZWDecode" in ([packing] if isinstance(packing, pikepdf.Name) else list(packing)):
        yield PACKING
    if any(str(value) == "/DeviceCMYK" for value in found.values() if isinstance(value, pikepdf.Name)):
        yield COLOUR
    if found.get("/Subtype") == "/Form" and isinstance(found, pikepdf.Stream) and _CMYK.search(found.read_bytes()):
        yield COLOUR


def _embedded(font: pikepdf.Object) -> bool:
    described = font.get("/FontDescriptor")
    return described is not None and any(name in described for name in _FILES)
