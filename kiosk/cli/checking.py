"""`kiosk check`: everything that is wrong with the files of this place; imports what that needs, and nothing else."""

from typing import Annotated

import typer

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.verdict import verdict
from kiosk.cli.output import document, problems, say
from kiosk.flow.clock import SystemClock

_UNCONFIRMED = "kiosk rules unconfirmed"
Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]


def check(*, json: Json = False) -> None:
    """Check every file of the place, also while an older catalogue is in force; exit code 1 with every problem."""
    found = verdict(Place.standard())
    worth_a_look = [*found.idle(SystemClock().today()), *found.remarks]
    if json:
        remarks = [remark.model_dump() for remark in worth_a_look]
        issues = [issue.model_dump() for issue in found.issues]
        document({"counts": found.counts, "issues": issues, "remarks": remarks})
        raise typer.Exit(1 if found.issues else 0)
    say("　".join(f"{name} {count}" for name, count in found.counts.items()))
    for remark in worth_a_look:
        say(f"参考: {remark}")
    say(f"参考: 使う前に確かめることが {found.counts['unconfirmed']}件あります。一覧は {_UNCONFIRMED}")
    if found.issues:
        problems(found.issues, as_json=False)
    say("問題は見つかりませんでした。")
