"""`kiosk purge` and `kiosk rotate-key`: what is kept no longer than it may be, and a new key for what remains."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli.opened import By, Json, local, opened, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.durable import write_whole
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.case import CaseState
from kiosk.model.disk import disk_words
from kiosk.model.errors import SiteError
from kiosk.model.staff import Right
from kiosk.store.retention import Erased, Over

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program

Days = Annotated[int, typer.Option("--days", help="確認からこの日数を過ぎた案件", min=0, max=36_500)]
Withdrawn = Annotated[
    int | None,
    typer.Option("--withdrawn-days", help="取り下げた案件の日数。省けば --days と同じ", show_default=False, min=0),
]
Reason = Annotated[
    str, typer.Option("--reason", help="理由（監査記録に残る）。省けば一覧だけを出し、何も消さない", show_default=False)
]
Proof = Annotated[Path | None, typer.Option("--proof", help="消去の証明を書くファイル（JSON）", show_default=False)]
_STATES = {CaseState.CONFIRMED: "確認済み", CaseState.WITHDRAWN: "取下げ"}


def purge(
    *,
    days: Days,
    withdrawn_days: Withdrawn = None,
    reason: Reason = "",
    proof: Proof = None,
    by: By = "",
    json: Json = False,
) -> None:
    """Erase the cases whose time is over; without a reason they are only listed. Exit code 1 when something is left."""
    said = _said(reason, json=json) if reason else ""
    with opened() as program:
        now = program.clock.now()
        of_withdrawn = days if withdrawn_days is None else withdrawn_days
        before = {
            CaseState.CONFIRMED: now - dt.timedelta(days=days),
            CaseState.WITHDRAWN: now - dt.timedelta(days=of_withdrawn),
        }
        over = program.store.retention.over(before)
        if not said:
            _list(over, json=json)
            return
        who = staff(program, by, right=Right.SHRED, json=json)
        erased = program.store.retention.erase(over, event=AuditEvent(at=now, by=who, action="shred", detail=said))
        hub = _erased_in_hub(program)
    told = _proof(erased, now, who, said) | hub
    if proof is not None:
        _write(proof, told)
    if json:
        document(told)
    else:
        say(f"消去しました: {len(erased.cases)}件。残っているもの {erased.left}件　監査記録 {erased.head}")
        for each in hub.values():
            later = f"つながったら消去するもの {each['left']}件　{each['code']}"
            say(f"中継でも消去しました: {each['erased']}件。{later}")
    if erased.left:
        raise typer.Exit(1)


def _erased_in_hub(program: "Program") -> dict[str, dict[str, Any]]:
    """How much of it was erased in the hub that the office shares, and how much will be when that is reached."""
    sharing, shared = program.sharing, program.store.shared
    if sharing.hub is None:
        return {}
    sharing.lists, waiting = False, len(shared.gone())
    sharing.once()
    left = len(shared.gone())
    return {"hub": {"erased": waiting - left, "left": left, "code": sharing.trouble.code if sharing.trouble else ""}}


def rotate_key(*, by: By = "", json: Json = False) -> None:
    """Wrap every key anew and throw away the key that wrapped them; old copies of the file open nothing any more."""
    with opened() as program:
        who = staff(program, by, right=Right.MANAGE, json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="rotate-key")
        before, after = program.store.retention.rotate(event=event)
    done = {"before": before, "after": after}
    document(done) if json else say(f"鍵を替えました（{before} → {after}）。前の鍵は捨てました。")


def _list(over: tuple[Over, ...], *, json: bool) -> None:
    if json:
        document([_line(each) for each in over])
        return
    rows = [(each.slip, _STATES[each.state], local(each.confirmed_at)) for each in over]
    table(f"保存期間を過ぎた案件 {len(rows)}件（何も消していません）", ("受付番号", "状態", "確認"), rows)


def _line(over: Over) -> dict[str, str]:
    return {
        "case": str(over.case),
        "slip": over.slip,
        "state": over.state.value,
        "confirmed_at": over.confirmed_at.isoformat(),
    }


def _proof(erased: Erased, now: dt.datetime, by: str, reason: str) -> dict[str, Any]:
    """What is handed to whoever must see that it was done: numbers, never what was in a case."""
    before, after = erased.generations
    return {
        "erased": [_line(each) for each in erased.cases],
        "left": erased.left,
        "key_generation": {"before": before, "after": after},
        "at": now.isoformat(),
        "by": by,
        "reason": reason,
        "audit_head": erased.head,
    }


def _write(file: Path, told: dict[str, Any]) -> None:
    import json as json_

    try:
        write_whole(file, json_.dumps(told, ensure_ascii=False, indent=2).encode())
    except OSError as error:
        what = f"ファイル {file.name} に書き込めません（{disk_words(error)}）。消去は済んでいます。"
        raise SiteError("F01", what=what, mend="空き容量と書き込みの権限を確かめてください。") from error


def _said(text: str, *, json: bool) -> str:
    said = checked(text)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    return said
