"""What is handed to a printer: one PDF, the paper it is for, and whether two of its pages share a sheet."""

from dataclasses import dataclass

from kiosk.render.pdf import PdfPage

Paper = tuple[float, float]
A4: Paper = (210.0, 297.0)
"""A paper: its sides in mm, the shorter one first."""


@dataclass(frozen=True)
class PrintJob:
    """One PDF for a printer: all of its pages are on one paper, and on both sides of it or on one."""

    content: bytes
    two_sided: bool = False
    paper: Paper = A4


@dataclass(frozen=True)
class Run:
    """Pages that are printed one after another in the same way."""

    pages: list[PdfPage]
    two_sided: bool = False
    paper: Paper = A4

    def takes(self, paper: Paper, *, two_sided: bool) -> bool:
        """Whether a one-sided page of a paper may follow."""
        return not two_sided and not self.two_sided and self.paper == paper


def paper_of(page: PdfPage) -> Paper:
    """The paper that a page is printed on, to the millimetre, however the page lies."""
    return sized(page.background.width, page.background.height)


def sized(width: float, height: float) -> Paper:
    """A paper of this width and height."""
    short, long = sorted((round(width), round(height)))
    return float(short), float(long)
