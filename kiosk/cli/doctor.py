"""`kiosk doctor`: whatever is wrong or will be, in one list: the definitions, the store, the record, the receivers."""

from typing import Annotated

import typer

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.verdict import verdict
from kiosk.cli.office import standing
from kiosk.cli.opened import opened
from kiosk.cli.output import document, say

Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]


def doctor(*, json: Json = False) -> None:
    """Look at everything, the whole file and the whole chain too; exit code 1 when the list has an entry."""
    issues = verdict(Place.standard()).issues
    with opened() as program:
        report, _ = standing(program, full=True)
    well = not issues and not report["warnings"]
    if json:
        document({**report, "issues": [issue.model_dump() for issue in issues], "well": well})
    else:
        for line in (*map(str, issues), *report["warnings"]):
            say(f"直すこと: {line}")
        if well:
            say("直すことはありません。")
    if not well:
        raise typer.Exit(1)
