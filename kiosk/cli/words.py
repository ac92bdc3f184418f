"""`kiosk words export|import FILE`: every word that a resident sees with its translations, as CSV or XLSX."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.translating import Translating
from kiosk.cli.opened import Json
from kiosk.cli.output import document, problems, say, say_error
from kiosk.designing.releasing.draft import Workshop
from kiosk.designing.translating.table import MISSING, STALE, STANDS
from kiosk.model.base import Issue

File = Annotated[Path, typer.Argument(help="表のファイル（.csv か .xlsx）", show_default=False)]
Draft = Annotated[str, typer.Option("--draft", help="下書きの名前（省けば forms/ そのもの）", show_default=False)]


def export(file: File, *, draft: Draft = "", json: Json = False) -> None:
    """Write the matrix; what is missing and what is stale stands in a column of its own."""
    made = _translating(draft, json=json).export(file)
    if isinstance(made, Issue):
        problems([made], as_json=json)
    counts = {words: sum(words in row[STANDS] for row in made.rows) for words in (MISSING, STALE)}
    if json:
        document({"file": str(file), "rows": len(made.rows), "missing": counts[MISSING], "stale": counts[STALE]})
    else:
        say(f"{file} に書きました。{len(made.rows)}行、{MISSING} {counts[MISSING]}行、{STALE} {counts[STALE]}行")


def import_(
    file: File,
    *,
    draft: Draft = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="何が変わるかだけを出す")] = False,
    json: Json = False,
) -> None:
    """Take the translations of a matrix; exit code 1 when a row was not taken."""
    taken = _translating(draft, json=json).take(file, dry=dry_run)
    if isinstance(taken, Issue):
        problems([taken], as_json=json)
    changed = sorted((*taken.forms, *(f"words/{name}" for name in taken.words)))
    if json:
        issues = [issue.model_dump() for issue in taken.issues]
        document({"taken": taken.count, "files": changed, "issues": issues})
    else:
        for name in changed:
            say(f"変わる　{name}")
        for issue in taken.issues:
            say_error(str(issue))
        end = "何も変えていません（--dry-run）。" if dry_run else "kiosk check をしてください。" if changed else ""
        say(f"取り込んだ訳 {taken.count}、取り込まなかった行 {len(taken.issues)}。{end}")
    raise typer.Exit(1 if taken.issues else 0)


def _translating(draft: str, *, json: bool) -> Translating:
    place = Place.standard()
    workshop = Workshop(place.workshop)
    if draft and draft not in workshop.names():
        allowed = "、".join(workshop.names()) or "kiosk forms draft で作る"
        problems([Issue(where=draft, message="この名前の下書きはありません。", allowed=allowed)], as_json=json)
    return Translating(workshop.forms(draft) if draft else place.forms, place.assets / "words")
