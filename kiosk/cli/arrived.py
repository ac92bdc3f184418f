"""`kiosk forms publish|arrived`: a release of forms reaches the machines of an office through the hub they share."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.arrivals import Arrival, Arrivals, Here
from kiosk.bootstrap.bundling import Installed
from kiosk.cli.drafts import From
from kiosk.cli.opened import By, Json, opened, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.designing.releasing.bundle import ENDING
from kiosk.model.audit import AuditEvent
from kiosk.model.base import Issue
from kiosk.model.staff import Right

File = Annotated[Path, typer.Argument(help=f"まとめたファイル（{ENDING}）", show_default=False)]
Install = Annotated[bool, typer.Option("--install", help="まだ入っていないものを、届いた順に入れる")]
_SAID = {Here.WAITS: "まだ入っていない", Here.INSTALLED: "入っている", Here.REFUSED: "入れられない"}


def publish(file: File, *, day: From = None, by: By = "", json: Json = False) -> None:
    """Put a release of this city into the hub, for every machine of the office."""
    with opened() as program:
        who = staff(program, by, right=Right.APPROVE, json=json)
        made = Arrivals(program).publish(file, day=day or program.clock.today())
        if isinstance(made, tuple):
            problems(made, as_json=json)
        program.store.audit.append(_event(program.clock.now(), who, "forms-publish", made[:16]))
    document({"digest": made}) if json else say(f"中継に置きました（{made[:16]}）。端末では kiosk forms arrived です。")


def arrived(*, install: Install = False, by: By = "", json: Json = False) -> None:
    """What lies in the hub, and how it stands here. Exit code 1 where one of them is not taken."""
    with opened() as program:
        who = staff(program, by, right=Right.APPROVE, json=json) if install else ""
        arrivals = Arrivals(program)
        found = arrivals.look()
        every = [each for each in found if isinstance(each, Arrival)]
        wrong = [each for each in found if isinstance(each, Issue)]
        waiting = [each for each in every if each.here is Here.WAITS and install]
        for each in waiting:
            done = arrivals.install(each)
            if isinstance(done, Installed):
                program.store.audit.append(_event(program.clock.now(), who, "forms-install", done.release))
            else:
                wrong += done
        if waiting:
            every = [each for each in arrivals.look() if isinstance(each, Arrival)]
    wrong += [issue for each in every for issue in each.wrong]
    if wrong:
        problems(wrong, as_json=json)
    _list(every, json=json)


def _list(every: list[Arrival], *, json: bool) -> None:
    if json:
        document(
            [
                {"digest": each.lying.digest, "name": each.name, "day": each.lying.day, "state": each.here.value}
                for each in every
            ]
        )
        return
    rows = [(each.name, f"{each.lying.day}", each.lying.machine, _SAID[each.here]) for each in every]
    table(f"中継にある公開 {len(rows)}件", ("公開", "施行日", "置いた端末", "この端末では"), rows)


def _event(at: dt.datetime, who: str, action: str, detail: str) -> AuditEvent:
    return AuditEvent(at=at, by=who, action=action, detail=detail)
