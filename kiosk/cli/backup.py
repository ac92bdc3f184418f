"""`kiosk backup|restore` and `kiosk store take-over`: one encrypted file of a place, and how a place begins from it."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.backups import back_up, drill
from kiosk.bootstrap.backups import restore as begin
from kiosk.cli.opened import By, Json, Reason, account, opened, staff
from kiosk.cli.output import document, problems, say
from kiosk.exchange.receiver.holding import ALLOWED, held
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.staff import Right

File = Annotated[Path, typer.Argument(help="控えのファイル", show_default=False)]
Received = Annotated[
    Path | None,
    typer.Option("--received", help=f"受け取り側にあるもの: {ALLOWED}", show_default=False),
]
_NEXT = "kiosk hold list で見て、受け取り側にないものは再送、あるものは見送りにしてください。"


def backup(
    file: File,
    *,
    drill_only: Annotated[bool, typer.Option("--drill", help="新しく作らず、この控えから戻せるかを試す")] = False,
    by: By = "",
    json: Json = False,
) -> None:
    """Write the backup and try it at once; exit code 1 when a place could not begin from it."""
    with opened() as program:
        if not drill_only:
            event = AuditEvent(at=program.clock.now(), by=staff(program, by, json=json), action="backup")
            back_up(program, file, event=event)
        found = drill(file, program.place.home / "drill.new", key=program.key)
    told = {"file": str(file), "bytes": file.stat().st_size, "cases": found.cases, "audit_head": found.head}
    told |= {"parcels": found.parcels, "unreadable": found.unreadable, "good": found.good}
    if json:
        document(told)
    else:
        said = "この控えから戻せます。" if found.good else "この控えからは戻せません。別の控えを作ってください。"
        say(f"控え {file}　案件 {found.cases}件　送付物 {found.parcels}件　監査記録 {found.entries}件　{said}")
        say(f"監査記録の最後の番号と封: {found.head}")
        say("鍵（root.key と audit.key、または資格情報）は入っていません。別に、金庫などで保管してください。")
    if not found.good:
        raise typer.Exit(1)


def restore(file: File, *, reason: Reason, received: Received = None, by: By = "", json: Json = False) -> None:
    """Begin this place from a backup; refused where there is a store. What waited then is held, not sent again."""
    said, names = _reason(reason, json=json), there(received, json=json)
    with opened() as program:
        event = AuditEvent(at=program.clock.now(), by=by.strip() or account(), action="restore", detail=said)
        settled, held = begin(file, program.place.home, key=program.restore_key, event=event, received=names)
    _tell("控えから戻しました。", settled, held, json=json)


def take_over(*, reason: Reason, received: Received = None, by: By = "", json: Json = False) -> None:
    """Say that this store goes on, and the other one of its name does not; what waits is held, not sent again."""
    said, names = _reason(reason, json=json), there(received, json=json)
    with opened() as program:
        who = staff(program, by, right=Right.DECIDE, json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="store-take-over", detail=said)
        settled, held = program.store.fencing.take_over(names, event=event)
    _tell("この保存ファイルで続けます。", settled, held, json=json)


def there(place: Path | None, *, json: bool) -> tuple[str, ...]:
    """The messages that the receiver has; ends the command where they cannot be read."""
    found = held(place) if place is not None else ()
    if isinstance(found, Issue):
        problems([found], as_json=json)
    return found


def _tell(done: str, settled: int, held: int, *, json: bool) -> None:
    if json:
        document({"received": settled, "held": held})
        return
    say(f"{done} すでに届いていたもの {settled}件を受領にし、送っていたかもしれないもの {held}件を保留にしました。")
    if held:
        say(_NEXT)


def _reason(text: str, *, json: bool) -> str:
    said = checked(text)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    return said
