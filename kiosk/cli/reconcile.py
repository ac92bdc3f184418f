"""`kiosk reconcile`: what left on a day beside what the receiver has, and what it lacks sent once more."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli.backup import there
from kiosk.cli.opened import By, Json, opened, refuse, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.staff import Right
from kiosk.store.reconciling import Left, Reconciled

Place = Annotated[str, typer.Argument(help="送付先の名前か番号", show_default=False)]
Received = Annotated[
    Path, typer.Option("--received", help="受け取り側にあるもの: .done のあるフォルダーか、番号が1行ずつのファイル")
]
Since = Annotated[str, typer.Option("--since", help="この日から（2026-04-20）。省けば今日", show_default=False)]
Until = Annotated[str, typer.Option("--until", help="この日まで。省けば --since の日", show_default=False)]
Resend = Annotated[
    str, typer.Option("--resend", help="受け取り側にないものを、この理由でもう一度送る", show_default=False)
]


def reconcile(
    destination: Place,
    *,
    received: Received,
    since: Since = "",
    until: Until = "",
    resend: Resend = "",
    by: By = "",
    json: Json = False,
) -> None:
    """Compare both sides; exit code 1 when one has what the other has not, and it was not sent again."""
    said = _said(resend, json=json) if resend else ""
    messages = frozenset(there(received, json=json))
    with opened() as program:
        places = program.catalogue.city.destinations
        key = next((place.key for place in places if destination in {place.key, place.name}), "")
        if not key:
            allowed = "、".join(f"{place.number} {place.name}" for place in places)
            refuse(destination, "この名前の送付先はありません。", allowed, json=json)
        first = _day(since, program.clock.today(), json=json)
        found = program.store.reconciling.compare(key, first, _day(until, first, json=json), messages)
        again = 0
        if said and found.missing:
            who = staff(program, by, right=Right.DECIDE, json=json)
            event = AuditEvent(at=program.clock.now(), by=who, action="resend", detail=f"to={key} {said}")
            again = program.store.reconciling.resend([each.message for each in found.missing], event=event)
    document(_told(found, again)) if json else _show(found, again)
    if found.unknown or len(found.missing) > again:
        raise typer.Exit(1)


def _show(found: Reconciled, again: int) -> None:
    rows = [(each.slip, each.kind, str(each.message), "" if each.readable else "消去済み") for each in found.missing]
    title = f"送ったもの {len(found.left)}件　受け取り側にないもの {len(rows)}件　覚えのないもの {len(found.unknown)}件"
    table(title, ("受付番号", "手続", "送付物の番号", ""), rows)
    for message in found.unknown:
        say(f"覚えのないもの: {message}")
    if again:
        say(f"もう一度送ります: {again}件")


def _told(found: Reconciled, again: int) -> dict[str, Any]:
    missing = [_line(each) for each in found.missing]
    return {"left": len(found.left), "missing": missing, "unknown": list(found.unknown), "resent": again}


def _line(left: Left) -> dict[str, Any]:
    return {"message": str(left.message), "slip": left.slip, "kind": left.kind, "readable": left.readable}


def _day(text: str, other: dt.date, *, json: bool) -> dt.date:
    try:
        return dt.date.fromisoformat(text) if text else other
    except ValueError:
        problems([Issue(where=text, message="日付ではありません。", allowed="2026-04-20 の形")], as_json=json)


def _said(text: str, *, json: bool) -> str:
    said = checked(text)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    return said
