"""A form's next version on the paper that a ministry sent: laid down beside the old one, with a picture of both."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.importing import read_paper
from kiosk.catalogue.files import Files
from kiosk.catalogue.layout import TEMPLATE_FILES
from kiosk.catalogue.templates import load_template
from kiosk.designing.editing.versions import next_version
from kiosk.designing.importing.draft import Draft, draft
from kiosk.designing.importing.matching import Matcher
from kiosk.designing.importing.revising import Change, Revised, revised
from kiosk.designing.importing.writing import lay_down
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.filled import FilledForm
from kiosk.model.template import Rect, Template
from kiosk.render.official.leaf import read_leaf
from kiosk.render.official.seen import see

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from PIL import Image

    from kiosk.bootstrap.program import Program

_SCALE = 6.0  # pixels a millimetre
_COLOURS = {Change.MOVED: (0, 70, 200), Change.ADDED: (200, 0, 0), Change.LOST: (200, 0, 0), Change.SAME: (0, 140, 60)}
_WIDTHS = {Change.MOVED: 5, Change.ADDED: 7, Change.LOST: 3, Change.SAME: 2}


@dataclass(frozen=True)
class NextVersion:
    """The new version as it was laid down in `folder`; `issues` are what is still wrong with it there."""

    revised: Revised
    before: Template
    folder: Path
    issues: tuple[Issue, ...]


def revise(
    program: Program,
    form: str,
    file: Path,
    *,
    since: dt.date,
    root: Path,
    taken: Collection[str] = (),
    picture: Path | None = None,
) -> NextVersion | tuple[Issue, ...]:
    """Lay the next version of a form down below `root` (forms/, or a draft's); Issues, with nothing written, if not.

    `taken` are numbers that the form had in a release: they are never given again.
    """
    before = newest(program, form)
    if before is None:
        forms = "、".join(sorted({name for name, _ in program.book.whole.templates}))
        return (Issue(where=form, message="この番号の様式はありません。", allowed=forms),)
    if since <= before.valid_from:
        message = f"いまの版（{before.version}）の始まりより後の日がいります。"
        return (Issue(where="--from", message=message, allowed=f"{before.valid_from} より後"),)
    came = read_paper(program, file, form=form, title=before.title, since=since)
    if isinstance(came, Issue):
        return (came,)
    version = next_version(root / "templates" / form, (before.version, *taken))
    made = revised(before, _was(program, before), came, version=version)
    folder = root / "templates" / form / version
    try:
        lay_down(made.draft, folder)
        if picture is not None:
            write_whole(picture, compared(program, before, made))
    except OSError as error:
        return (Issue(where=str(folder), message=f"書けません（{disk_words(error)}）。"),)
    found = load_template(Files.read(root / "templates", TEMPLATE_FILES), f"{form}/{version}")
    return NextVersion(made, before, folder, found if isinstance(found, tuple) else ())


def newest(program: Program, form: str) -> Template | None:
    """The latest version of a form."""
    versions = [each for (name, _), each in program.book.whole.templates.items() if name == form]
    return max(versions, key=lambda each: (each.valid_from, each.version), default=None)


def _was(program: Program, before: Template) -> Draft:
    """The paper of the version before, read like a new one."""
    book = program.book
    matcher = Matcher(book.vocabulary, book.templates, groups=book.groups)
    paper = _blank(program, before)
    return draft(paper, form=before.id, title=before.title, matcher=matcher, since=before.valid_from)


def _blank(program: Program, before: Template) -> bytes:
    """The printed part of a version alone, without the margin that a sheet of a case has."""
    bare = FilledForm(template=before.id, version=before.version, digest=before.digest)
    return program.renderer.blank_pdf(bare)


# ---- the picture -----------------------------------------------------------------------------------------------------
def compared(program: Program, before: Template, made: Revised) -> bytes:
    """A PDF with both papers on each other: what only the old one prints is red, what only the new one does is blue.

    Frames are the boxes: green where they were, blue moved, thick red new, thin red (at the old place) gone.
    """
    pages = list(_pages(program, before, made))
    written = io.BytesIO()
    pages[0].save(written, format="PDF", save_all=True, append_images=pages[1:], resolution=_SCALE * 25.4)
    return written.getvalue()


def _pages(program: Program, before: Template, made: Revised) -> Iterator[Image.Image]:
    old = _blank(program, before)
    template = made.draft.template
    for number in range(1, max(len(before.pages), len(template.pages)) + 1):
        new = template.pages[number - 1] if number <= len(template.pages) else None
        first = _seen(old, number) if number <= len(before.pages) else None
        second = _seen(made.draft.papers[new.background], new.leaf) if new is not None else None
        yield _marked(_laid(first, second), made, number)


def _seen(pdf: bytes, number: int) -> Image.Image:
    """A page in shades of grey."""
    from PIL import Image

    found = see(read_leaf(pdf, number=number), scale=_SCALE)
    size = found.width, found.height
    return Image.frombuffer("RGB", size, found.data, "raw", "BGRX", found.stride, 1).convert("L")


def _laid(old: Image.Image | None, new: Image.Image | None) -> Image.Image:
    """One page on the other; a page that only one of them has is all of its colour."""
    from PIL import Image

    size = next(page.size for page in (new, old) if page is not None)
    first, second = (
        Image.new("L", size, 255) if page is None else page if page.size == size else page.resize(size)
        for page in (old, new)
    )
    return Image.merge("RGB", (second, _middle(first, second), first))


def _middle(first: Image.Image, second: Image.Image) -> Image.Image:
    from PIL import ImageChops

    return ImageChops.darker(first, second)


def _marked(page: Image.Image, made: Revised, number: int) -> Image.Image:
    from PIL import ImageDraw

    pen = ImageDraw.Draw(page)
    for step in made.steps:
        box = step.after or step.before
        if box is not None and box.page == number:
            pen.rectangle(_pixels(box.rect), outline=_COLOURS[step.change], width=_WIDTHS[step.change])
            if step.change is not Change.SAME:
                x, y, _, _ = _pixels(box.rect)
                pen.text((x + 6, y + 4), str(box.no), fill=_COLOURS[step.change], font_size=26)
    return page


def _pixels(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x * _SCALE, rect.y * _SCALE, (rect.x + rect.w) * _SCALE, (rect.y + rect.h) * _SCALE
