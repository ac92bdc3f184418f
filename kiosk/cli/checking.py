"""`kiosk check`: everything that is wrong with the files of this place; imports what that needs, and nothing else."""

from typing import Annotated

import typer

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.verdict import verdict
from kiosk.cli.output import document, problems, say
from kiosk.flow.clock import SystemClock
from kiosk.model.base import Issue

_UNCONFIRMED = "kiosk rules unconfirmed"
Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]


def check(*, json: Json = False) -> None:
    """Check every file of the place, also while an older catalogue is in force; exit code 1 with every problem."""
    place = Place.standard()
    found = verdict(place)
    named = any(" second_check" in issue.where for issue in found.issues)  # a wrong name has no staff to miss
    issues = (*found.issues, *(() if named else _seconds(place, found.second_check)))
    worth_a_look = [*found.idle(SystemClock().today()), *found.remarks]
    if json:
        remarks = [remark.model_dump() for remark in worth_a_look]
        told = [issue.model_dump() for issue in issues]
        document({"counts": found.counts, "issues": told, "remarks": remarks})
        raise typer.Exit(1 if issues else 0)
    say("　".join(f"{name} {count}" for name, count in found.counts.items()))
    for remark in worth_a_look:
        say(f"参考: {remark}")
    say(f"参考: 使う前に確かめることが {found.counts['unconfirmed']}件あります。一覧は {_UNCONFIRMED}")
    if issues:
        problems(issues, as_json=False)
    say("問題は見つかりませんでした。")


def _seconds(place: Place, second_check: tuple[str, ...]) -> tuple[Issue, ...]:
    """Whether there are people for the second look that the city wants; the store is opened for nothing else."""
    if not second_check:
        return ()
    from kiosk.bootstrap.second import too_few

    return tuple(too_few(place, second_check))
