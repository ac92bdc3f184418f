"""The libraries that work out bars and squares, without their writers of picture files.

Context: each loads what it would write pictures with as soon as it is imported: Pillow with its fonts, an XML document,
and through a helper for quotation marks a whole network client. A counter held 12 MB of that all day.
Decision: we draw the modules ourselves, so the writers' modules are taken by empty ones before the library looks for
them. Consequence: whoever wants pictures from these libraries in this process finds no writer.
"""

import sys
from types import ModuleType


def _unwritten(name: str, *classes: str) -> None:
    """An empty module of this name, with empty classes, unless the real one is there."""
    empty = ModuleType(name, "Left out by kiosk.render.symbols.")
    for each in classes:
        setattr(empty, each, type(each, (), {}))
    sys.modules.setdefault(name, empty)


_unwritten("barcode.writer", "BaseWriter", "SVGWriter")
_unwritten("segno.writers")

import barcode  # noqa: E402 - only now
import segno  # noqa: E402

__all__ = ["barcode", "segno"]
