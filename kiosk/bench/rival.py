"""Other ways to make the same PDF, each as good as it gets: what a rival is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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


def blank(document: Document) -> list[PdfPage]:
    """The document's background alone."""
    return [
        PdfPage(page.background, DrawList(width=page.content.width, height=page.content.height)) for page in document
    ]
