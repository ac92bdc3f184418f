"""`kiosk forms release|releases|rollback`: what is in force from which day on."""

import datetime as dt
from typing import Annotated, Any

import typer

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releases import Releases
from kiosk.bootstrap.releasing import Releasing
from kiosk.catalogue.releases import Release, begins, names, read_release
from kiosk.cli.drafts import From, Name, loaded, note, reason_of
from kiosk.cli.opened import By, Json, Reason, opened, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.model.base import Issue
from kiosk.model.staff import Right


def release(name: Name, *, day: From = None, by: By = "", json: Json = False) -> None:
    """Put an approved draft in force from a day on."""
    with opened() as program:
        who = staff(program, by, right=Right.DESIGN, json=json)
        releasing = Releasing(program)
        found = loaded(releasing, name, json=json)
        done = releasing.release(name, found, day=day or program.clock.today())
        _tell_released(program, who, "forms-release", done, json=json)


def releases(*, json: Json = False) -> None:
    """List the releases, the newest first, and which one is in force."""
    with opened() as program:
        root, used = program.place.forms, program.release
        found = {name: read_release(root, name) for name in reversed(names(root))}
        today = program.clock.today()
    read = {name: each for name, each in found.items() if isinstance(each, Release)}
    stands = {name: "使用中" if name == used else _when(name, today) for name in read}
    if json:
        document([{"name": name, "stands": stands[name], **_summary(each)} for name, each in read.items()])
    else:
        rows = [
            (name, stands[name], each.why, each.made_by, each.approved_by, str(len(each.accepted)), each.again)
            for name, each in read.items()
        ]
        table(f"公開 {len(rows)}件", ("公開", "状態", "理由", "作った職員", "承認", "認めた違い", "戻した先"), rows)
    wrong = [issue for each in found.values() if isinstance(each, tuple) for issue in each]
    if wrong:
        problems(wrong, as_json=False)


def _when(name: str, today: dt.date) -> str:
    day = begins(name)
    return "施行前" if day is not None and day > today else ""


def rollback(
    earlier: Annotated[str, typer.Argument(help="戻す先の公開（kiosk forms releases）", show_default=False)],
    *,
    reason: Reason,
    day: From = None,
    by: By = "",
    json: Json = False,
) -> None:
    """Put the files of an earlier release in force once more; they were approved then."""
    said = reason_of(reason, json=json)
    with opened() as program:
        who = staff(program, by, right=Right.APPROVE, json=json)
        done = Releases(program).take_back(earlier, day=day or program.clock.today(), why=said, by=who)
        _tell_released(program, who, "forms-rollback", done, json=json)


def _tell_released(program: Program, who: str, action: str, done: str | tuple[Issue, ...], *, json: bool) -> None:
    if isinstance(done, tuple):
        problems(done, as_json=json)
    note(program, who, action, done)
    text = f"公開しました: {done}。窓口は、その日からの次の起動で使います。"
    document({"release": done}) if json else say(text)


def _summary(found: Release) -> dict[str, Any]:
    return {key: value for key, value in found.model_dump(mode="json").items() if key != "files"}
