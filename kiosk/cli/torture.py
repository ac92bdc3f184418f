"""`kiosk forms torture`: which papers do not hold what the written visits say, with a picture of every such page."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.program import Edition, Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.bootstrap.tight import Report
from kiosk.cli.drafts import loaded
from kiosk.cli.opened import Json, opened
from kiosk.cli.output import document, problems, say, table
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

Out = Annotated[Path | None, typer.Option("--out", help="収まらない用紙の絵を書く PDF ファイル", show_default=False)]
Draft = Annotated[str, typer.Option("--draft", help="下書きの名前（省けば使用中の様式）", show_default=False)]


def torture(*, out: Out = None, draft: Draft = "", json: Json = False) -> None:
    """Play every written visit; exit code 1 where something does not stand on its paper as it was said."""
    with opened() as program:
        tried = _drafted(program, draft, json=json) if draft else program
        report = _played(tried, shown=not json)
        if out is not None and report.pages:
            try:
                write_whole(out, tried.renderer.document(report.pages, title="用紙に収まらないもの"))
            except OSError as error:
                problems([Issue(where=str(out), message=f"書けません（{disk_words(error)}）。")], as_json=json)
    if json:
        unread = [str(issue) for issue in report.unread]
        document({"played": report.played, "found": [asdict(each) for each in report.found], "unread": unread})
    else:
        _tell(report, out)
    raise typer.Exit(1 if report.found or report.unread else 0)


def _drafted(program: Program, name: str, *, json: bool) -> Program:
    """A draft must have nothing wrong with it: papers of half-read forms say nothing."""
    from kiosk.bootstrap.forms import read_forms
    from kiosk.catalogue.releases import catalogue_of
    from kiosk.designing.releasing.draft import whole

    releasing = Releasing(program)
    loaded(releasing, name, json=json)
    found = read_forms(catalogue_of(whole(releasing.workshop.forms(name))), cache=program.place.cache)
    if found.issues:
        problems(found.issues, as_json=json)
    return Edition(program, found)


def _played(program: Program, *, shown: bool) -> Report:
    from rich.progress import Progress

    from kiosk.bootstrap.tight import torture as played

    with Progress(disable=not shown, transient=True) as bar:
        task = bar.add_task("見本の住民", total=None)

        def advanced(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        return played(program, advanced=advanced)


def _tell(report: Report, out: Path | None) -> None:
    for issue in report.unread:
        say(f"誤り: {issue}")
    rows = [(each.persona, each.form, each.where, each.message) for each in report.found]
    title = f"見本の住民 {report.played}人、用紙に収まらないもの {len(rows)}件"
    table(title, ("見本", "様式", "欄", "印刷の注意"), rows) if rows else say(title)
    if out is not None:
        say(f"絵: {out}（{len(report.pages)}ページ）" if report.pages else "絵にするものはありません。")
