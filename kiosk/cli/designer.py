"""`kiosk designer`: the window in which IT staff make and change forms, always in a draft."""

from typing import Annotated

import typer

from kiosk.bootstrap import start
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.cli.opened import By, opened, staff
from kiosk.cli.output import problems
from kiosk.model.base import Issue
from kiosk.model.staff import Right

_WHY = "様式設計の画面で始めた下書き"
Name = Annotated[str, typer.Argument(help="下書きの名前。省けば、ただ1つの下書きか、今日の日付の新しい下書き")]


def designer(name: Name = "", *, by: By = "") -> None:
    """Open the designer's window on a draft; where there is none yet, one is begun."""
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN)
        draft = _draft(program, name, who)
    raise typer.Exit(start.designer(draft, who))


def _draft(program: Program, name: str, by: str) -> str:
    releasing = Releasing(program)
    names = releasing.workshop.names()
    if not name and len(names) > 1:
        allowed = "、".join(names)
        problems([Issue(where="kiosk designer", message="下書きが2つ以上あります。", allowed=allowed)], as_json=False)
    if not name and not names:
        name = program.clock.today().isoformat()
        problems_of(releasing.begin(name, why=_WHY, by=by))
        return name
    chosen = name or names[0]
    found = releasing.workshop.load(chosen)
    if isinstance(found, tuple):
        problems_of(found)
    return chosen


def problems_of(issues: tuple[Issue, ...]) -> None:
    """End the command where there are any."""
    if issues:
        problems(issues, as_json=False)
