"""`kiosk packets list|clean`: the papers that a desk saved as files, and throwing them away."""

import datetime as dt
from typing import Annotated

import typer

from kiosk.bootstrap.saved_papers import SavedPacket, packets, throw_away
from kiosk.cli.opened import By, Json, local, opened, refuse, staff
from kiosk.cli.output import document, say, table
from kiosk.model.audit import AuditEvent

Slips = Annotated[list[str] | None, typer.Argument(help="受付番号。省けば --days より古いもの", show_default=False)]
Days = Annotated[int, typer.Option("--days", min=0, max=36500, help="この日数より前に保存したもの（0はすべて）")]
WEEK = 7


def list_packets(*, json: Json = False) -> None:
    """Every saved packet with its slip number, when it was saved and how large it is."""
    with opened() as program:
        found = packets(program.place.home)
    if json:
        document({"packets": [_row(packet) for packet in found]})
        return
    rows = [(each.slip, local(each.saved_at), f"{each.files}", f"{each.size // 1024} KB") for each in found]
    table("保存した一式", ("受付番号", "保存日時", "ファイル", "大きさ"), rows)
    say(f"{len(found)}件。消すには kiosk packets clean です。")


def clean(slips: Slips = None, *, days: Days = WEEK, by: By = "", json: Json = False) -> None:
    """Throw saved packets away: those named, or all that are older than some days. The audit record says how many."""
    with opened() as program:
        now, found = program.clock.now(), packets(program.place.home)
        unknown = set(slips or ()) - {packet.slip for packet in found}
        if unknown:
            refuse(
                "packets",
                "この番号の一式は保存されていません。何もしていません。",
                "kiosk packets list の番号",
                json=json,
            )
        limit = now - dt.timedelta(days=days)
        chosen = [each for each in found if (each.slip in slips if slips else each.saved_at <= limit)]
        who = staff(program, by, json=json) if chosen else ""
        count = throw_away(chosen)
        if count:
            event = AuditEvent(at=now, by=who, action="packets-clean", detail=f"packets={count}")
            program.store.audit.append(event)
    left = len(found) - count
    document({"cleaned": count, "left": left}) if json else say(f"消した一式: {count}件　残り: {left}件")


def _row(packet: SavedPacket) -> dict[str, object]:
    saved = packet.saved_at.isoformat(timespec="seconds")
    return {"slip": packet.slip, "saved_at": saved, "files": packet.files, "bytes": packet.size}
