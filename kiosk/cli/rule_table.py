"""`kiosk rules table --out FILE` and `--in FILE`: the rules of procedures as a table of conditions and outcomes."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.rule_table import RuleTable
from kiosk.cli.opened import Json
from kiosk.cli.output import document, problems, say, say_error
from kiosk.designing.releasing.draft import Workshop
from kiosk.model.base import Issue

Out = Annotated[Path | None, typer.Option("--out", help="書き出すファイル（.csv か .xlsx）", show_default=False)]
In = Annotated[Path | None, typer.Option("--in", help="直した表のファイル", show_default=False)]
Only = Annotated[list[str] | None, typer.Argument(help="手続の番号（例: P20。省けばすべて）", show_default=False)]


def table(
    only: Only = None,
    *,
    out: Out = None,
    in_: In = None,
    draft: Annotated[str, typer.Option("--draft", help="下書きの名前", show_default=False)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="何が変わるかだけを出す")] = False,
    json: Json = False,
) -> None:
    """Write the table, or take one; exit code 1 when a row was not taken: then nothing is changed."""
    if (out is None) == (in_ is None):
        problems([Issue(where="--out --in", message="どちらか一方を書きます。", allowed="--out FILE")], as_json=json)
    rules = _rules(draft, json=json)
    if out is not None:
        made = rules.export(out, only=frozenset(only or ()))
        if isinstance(made, tuple):
            problems(made, as_json=json)
        if json:
            document({"file": str(out), "rows": len(made.rows)})
        else:
            say(f"{out} に書きました。{len(made.rows)}行")
    elif in_ is not None:
        _take(rules, in_, dry=dry_run, json=json)


def _take(rules: RuleTable, file: Path, *, dry: bool, json: bool) -> None:
    taken = rules.take(file, dry=dry)
    if isinstance(taken, tuple):
        problems(taken, as_json=json)
    if json:
        issues = [issue.model_dump() for issue in taken.issues]
        document({"taken": taken.count, "files": sorted(taken.files), "issues": issues})
    else:
        for name in sorted(taken.files):
            say(f"変わる　{name}")
        for issue in taken.issues:
            say_error(str(issue))
        nothing = dry or bool(taken.issues)
        end = "何も変えていません。" if nothing else "kiosk check をしてください。" if taken.files else ""
        say(f"変わるところ {taken.count}、読めないところ {len(taken.issues)}。{end}")
    raise typer.Exit(1 if taken.issues else 0)


def _rules(draft: str, *, json: bool) -> RuleTable:
    place = Place.standard()
    workshop = Workshop(place.workshop)
    if draft and draft not in workshop.names():
        allowed = "、".join(workshop.names()) or "kiosk forms draft で作る"
        problems([Issue(where=draft, message="この名前の下書きはありません。", allowed=allowed)], as_json=json)
    return RuleTable(workshop.forms(draft) if draft else place.forms, place.cache)
