"""`kiosk failures …`: what waits for a person - held parcels, 補正, 却下 - and who sees to it until when."""

import datetime as dt
from typing import Annotated, Any

import typer

from kiosk.bootstrap.failures import Failure, failures, take_on, unowned
from kiosk.bootstrap.state_words import FAILING
from kiosk.cli.opened import By, Json, local, opened, refuse, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.model.base import Issue
from kiosk.model.wareki import to_wareki

Message = Annotated[str, typer.Argument(help="番号（一覧の先頭。はじめの8文字でよい）", show_default=False)]
Until = Annotated[str, typer.Option("--until", help="いつまでに片づけるか（2026-04-24）", show_default=False)]


def list_failures(*, json: Json = False) -> None:
    """List what waits for a person, the oldest first; numbers and who sees to it, never what is in it."""
    with opened() as program:
        found, today = failures(program), program.clock.today()
    if json:
        document([_data(each, today) for each in found])
        return
    heading = ("番号", "受付番号", "手続", "何が", "送付先", "いつから", "担当", "いつまで")
    table(f"片づけるもの {len(found)}件", heading, [row(each) for each in found])
    if alone := unowned(found):
        say(f"担当のいないもの: {len(alone)}件　引き受けるには kiosk failures own 番号")
    if late := sum(each.late(today) for each in found):
        say(f"期限を過ぎたもの: {late}件")


def own(message: Message, *, until: Until = "", by: By = "", json: Json = False) -> None:
    """Take one on, or over from a colleague, until a day."""
    with opened() as program:
        found = [each for each in failures(program) if message and str(each.message).startswith(message.lower())]
        if len(found) != 1:
            wrong = "この番号で始まるものが2つ以上あります。" if found else "この番号の、片づけるものはありません。"
            refuse(message, wrong, "番号は kiosk failures list", json=json)
        day = _day(until, today=program.clock.today(), json=json)
        take_on(program, found[0].message, by=staff(program, by, json=json), until=day)
        (taken,) = (each for each in failures(program) if each.message == found[0].message)
    if json:
        document(_data(taken, dt.date.min))
    elif taken.charge is not None:
        say(f"引き受けました: {taken.slip} {taken.procedure}　{to_wareki(taken.charge.until)}まで")


def row(each: Failure) -> tuple[str, ...]:
    """One of them in a table."""
    charge = each.charge
    who = (charge.staff, to_wareki(charge.until)) if charge is not None else ("", "")
    return str(each.message)[:8], each.slip, each.procedure, FAILING[each.sort], each.place, local(each.since), *who


def _day(text: str, *, today: dt.date, json: bool) -> dt.date | None:
    if not text:
        return None
    allowed = f"{today.isoformat()} からあとの日（2026-04-24 の形）"
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        problems([Issue(where=text, message="日付ではありません。", allowed=allowed)], as_json=json)
    if day < today:
        problems([Issue(where=text, message="過ぎた日です。", allowed=allowed)], as_json=json)
    return day


def _data(each: Failure, today: dt.date) -> dict[str, Any]:
    charge = each.charge
    return {
        "message": str(each.message),
        "slip": each.slip,
        "procedure": each.procedure,
        "sort": each.sort.value,
        "place": each.place,
        "since": local(each.since),
        "staff": charge.staff if charge else None,
        "until": charge.until.isoformat() if charge else None,
        "late": each.late(today),
    }
