"""An official paper becomes a form of this place: read within its limits, laid down whole, checked as it lies there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.catalogue.files import Files
from kiosk.catalogue.intake import PAPER_BYTES, Untaken, take
from kiosk.catalogue.layout import TEMPLATE_FILES
from kiosk.catalogue.templates import load_template
from kiosk.designing.importing.draft import Draft, draft
from kiosk.designing.importing.matching import Matcher
from kiosk.designing.importing.scan import installed_reader
from kiosk.designing.importing.writing import lay_down
from kiosk.designing.importing.writing import proof as drawn
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from kiosk.bootstrap.program import Program

MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Imported:
    """The form as it was laid down in `folder`; `issues` are what is still wrong with it there."""

    draft: Draft
    folder: Path
    issues: tuple[Issue, ...]


def import_paper(
    program: Program, file: Path, *, form: str, title: str, proof: Path | None = None
) -> Imported | tuple[Issue, ...]:
    """Make a form from a paper and lay it down below forms/templates; Issues, with nothing written, where it cannot."""
    templates = program.place.forms / "templates"
    if (templates / form).exists():
        taken = "、".join(sorted(each.name for each in templates.iterdir() if each.is_dir()))
        return (Issue(where="--id", message=f"様式 {form} はもうあります。", allowed=f"次のほかの番号: {taken}"),)
    made = read_paper(program, file, form=form, title=title, since=program.clock.today())
    if isinstance(made, Issue):
        return (made,)
    if not made.boxes:
        message = "記入する欄が見つかりません。"
        return (Issue(where=file.name, message=message, allowed="けい線で囲まれた欄か、入力欄のある紙"),)
    folder = templates / form / made.template.version
    try:
        lay_down(made, folder)
        if proof is not None:
            write_whole(proof, drawn(made, program.renderer.shaper))
    except OSError as error:
        return (Issue(where=str(folder), message=f"書けません（{disk_words(error)}）。"),)
    found = load_template(Files.read(templates, TEMPLATE_FILES), f"{form}/{made.template.version}")
    return Imported(made, folder, found if isinstance(found, tuple) else ())


def read_paper(program: Program, file: Path, *, form: str, title: str, since: dt.date) -> Draft | Issue:
    """What a paper becomes as a form that begins on a day, within the limits of size; or why it cannot be read."""
    book = program.book
    matcher = Matcher(book.vocabulary, book.templates, groups=book.groups)
    try:
        data = take(file, most=MOST_BYTES)
        made = draft(data, form=form, title=title, matcher=matcher, since=since, read=installed_reader())
    except FileNotFoundError:
        return Issue(where=file.name, message="ファイルがありません。")
    except (Untaken, Unreadable) as error:
        return Issue(where=file.name, message=error.message, allowed=error.allowed)
    large = next((name for name, content in made.papers.items() if len(content) > PAPER_BYTES), "")
    if large:
        message = f"紙のファイルが大きすぎます（{large}）。"
        return Issue(where=file.name, message=message, allowed=f"1つ {PAPER_BYTES // 1024 // 1024} MB まで")
    return made
