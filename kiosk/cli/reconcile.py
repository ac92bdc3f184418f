"""`kiosk reconcile`: what left on a day beside what the receiver has, and what it lacks sent once more."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.bootstrap.comparing import Comparison, compare
from kiosk.bootstrap.comparing import resend as send_again
from kiosk.cli.backup import there
from kiosk.cli.opened import By, Json, opened, refuse, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.exchange.receiver.holding import ALLOWED
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.staff import Right
from kiosk.store.reconciling import Left

Place = Annotated[str, typer.Argument(help="送付先の名前か番号", show_default=False)]
Received = Annotated[
    Path | None,
    typer.Option(
        "--received",
        help=f"受け取り側にあるもの: {ALLOWED}。中継を通る送付先では省ける",
        show_default=False,
    ),
]
Since = Annotated[str, typer.Option("--since", help="この日から（2026-04-20）。省けば今日", show_default=False)]
Until = Annotated[str, typer.Option("--until", help="この日まで。省けば --since の日", show_default=False)]
Resend = Annotated[
    str, typer.Option("--resend", help="受け取り側にないものを、この理由でもう一度送る", show_default=False)
]


def reconcile(
    destination: Place,
    *,
    received: Received = None,
    since: Since = "",
    until: Until = "",
    resend: Resend = "",
    by: By = "",
    json: Json = False,
) -> None:
    """Compare both sides, and the hub between them; exit code 1 when one has what another lacks, and it was not sent
    again.
    """
    said = _said(resend, json=json) if resend else ""
    messages = frozenset(there(received, json=json))
    with opened() as program:
        places = program.catalogue.city.destinations
        key = next((place.key for place in places if destination in {place.key, place.name}), "")
        if not key:
            allowed = "、".join(f"{place.number} {place.name}" for place in places)
            refuse(destination, "この名前の送付先はありません。", allowed, json=json)
        first = _day(since, program.clock.today(), json=json)
        last = _day(until, first, json=json)
        found = compare(program, key, first, last, received=messages if received is not None else None)
        if not found.known:
            refuse("--received", "受け取り側にあるものを指定してください。", ALLOWED, json=json)
        if said and found.lost:
            who = staff(program, by, right=Right.DECIDE, json=json)
            found = send_again(program, found, why=said, by=who)
    document(_told(found)) if json else _show(found)
    if found.wrong:
        raise typer.Exit(1)


def _show(found: Comparison) -> None:
    both, hub = found.both, found.hub
    lacking = {each.message for each in hub.lacking} if hub is not None else set()
    rows = [
        (
            each.slip,
            each.kind,
            str(each.message),
            "中継にもない" if each.message in lacking else "" if each.readable else "消去済み",
        )
        for each in found.lost
    ]
    counts = [f"送ったもの {len(both.left)}件"]
    counts += [f"中継まで {len(both.relayed)}件"] if hub is not None else []
    counts += [f"ないもの {len(rows)}件", f"覚えのないもの {len(found.unknown)}件"]
    table("　".join(counts), ("受付番号", "手続", "送付物の番号", ""), rows)
    for message in found.unknown:
        say(f"覚えのないもの: {message}")
    for other in hub.other if hub is not None else ():
        say(f"中継にある内容が違います: 受付番号 {other.slip}　{other.message}")
    if hub is not None and hub.away:
        say("中継を見られません。つながるようになってから、もう一度比べてください。")
    if found.again:
        say(f"もう一度送ります: {found.again}件")


def _told(found: Comparison) -> dict[str, Any]:
    missing, hub = [_line(each) for each in found.missing], found.hub
    told = {"left": len(found.both.left), "missing": missing, "unknown": list(found.unknown), "resent": found.again}
    if hub is None:
        return told
    there = {"relayed": len(found.both.relayed), "away": hub.away}
    lists = {"lacking": [_line(each) for each in hub.lacking], "other": [_line(each) for each in hub.other]}
    return {**told, "hub": {**there, **lists}}


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
