"""Other ways to make the same PDF, each as good as it gets: what a rival is, and which ones are installed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from kiosk.render.drawlist import DrawList
from kiosk.render.pdf import PdfPage

Document = Sequence[PdfPage]
Draw = Callable[[int], bytes]


@dataclass(frozen=True)
class Rival:
    """A warmed-up rival: `ways` draw the document of a number (its place in the list) and return the PDF.

    "everything" draws background and content, "on a finished background" draws the content on a prepared PDF.
    """

    name: str
    ways: dict[str, Draw]


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


def blank(document: Document) -> list[PdfPage]:
    """The document's background alone."""
    return [
        PdfPage(page.background, DrawList(width=page.content.width, height=page.content.height)) for page in document
    ]
