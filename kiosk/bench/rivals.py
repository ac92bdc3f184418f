"""Which rivals are installed: each warmed up, or None."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from kiosk.bench.rival import Document, Rival


def reportlab_rival(documents: Sequence[Document], fonts: Path) -> Rival | None:
    """reportlab, or None when it is not installed."""
    if find_spec("reportlab") is None:
        return None
    from kiosk.bench.rival_reportlab import rival

    return rival(documents, fonts)


def typst_rival(documents: Sequence[Document], fonts: Path, folder: Path) -> Rival | None:
    """typst, or None when it is not installed; its prepared backgrounds go to `folder`."""
    if find_spec("typst") is None:
        return None
    from kiosk.bench.rival_typst import rival

    return rival(documents, fonts, folder)
