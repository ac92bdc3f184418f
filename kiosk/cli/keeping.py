"""`kiosk shred|day` and `kiosk drafts|audit …`: what is kept, for how long, and what was done."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.waiting import waiting
from kiosk.cli.later import SORTS
from kiosk.cli.opened import By, Case, Json, Reason, case_id, local, opened, refuse, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.flow.day import DayList
from kiosk.flow.jobs import ListDay
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.parcel import State
from kiosk.model.staff import Right

Day = Annotated[str, typer.Argument(help="日（2026-04-20）。省けば今日", show_default=False)]
_STATES = {
    State.READY: "送付待ち",
    State.LEASED: "送付中",
    State.HELD: "保留",
    State.DELIVERED: "送付済み（受領なし）",
    State.ACKNOWLEDGED: "受領",
    State.SKIPPED: "見送り",
}
_ACTIONS = {
    "confirm": "確認",
    "correct": "訂正",
    "hold": "保留",
    "hold-release": "再送",
    "hold-reissue": "作り直して再送",
    "hold-skip": "見送り",
    "hold-read": "保留の内容を見た",
    "destination-pause": "送付を止めた",
    "destination-resume": "送付を再開した",
    "shred": "消去",
    "later-done": "後日の対応を済みにした",
    "draft-drop": "下書きを消した",
    "draft-expired": "受け取りのない下書きが期限で消えた",
    "case-search": "控えを探した",
    "accept-loss": "失われた記録を認めた",
    "packets-clean": "保存した一式を消した",
    "preentry-key": "家で使うページの鍵を作った",
    "paper": "白紙の用紙",
    "sign-in": "職員が入った",
    "sign-in-wrong": "入れなかった",
    "lock": "画面をロックした",
    "take-over": "手続を引き継いだ",
    "staff-add": "職員を加えた",
    "staff-role": "職員の役割を変えた",
    "staff-reset": "暗証番号を出し直した",
    "staff-pin": "暗証番号を変えた",
    "staff-card": "職員証を登録した・外した",
    "staff-remove": "職員を外した",
    "case-open": "案件を開いた",
    "print": "印刷した",
    "tick": "受付案内票に済の印をつけた",
    "untick": "受付案内票の済の印を消した",
    "guide-gone": "済んだ手続が、訂正か取下げで受付から外れた",
    "withdraw": "案件を取り下げた",
    "print-failed": "印刷できなかった",
    "export": "ファイルに保存した",
    "register-import": "住民記録を取り込んだ",
    "register-forget": "住民記録を消した",
    "register-search": "住民記録を探した",
    "register-take": "住民記録の世帯を見た",
    "forms-draft": "様式の下書きを作った",
    "forms-accept": "下書きで変わる結果を認めた",
    "forms-approve": "下書きを承認した",
    "forms-release": "様式を公開した",
    "forms-rollback": "前の様式に戻した",
    "forms-drop": "様式の下書きを消した",
    "tampered": "保存された内容が変わっていた",
}


def shred(case: Case, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Make a confirmed case unreadable for good; refused while a parcel of it has not left."""
    said = _reason(reason, json=json)
    with opened() as program:
        who = staff(program, by, right=Right.SHRED, json=json)
        found = case_id(case) or program.store.holding.case_of(case)
        if found is None or not program.store.outbox.knows(found):
            refuse(case, "この番号の、確認済みの案件はありません。", "受付番号（260420-001）か案件の番号", json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="shred", detail=said)
        done = found is not None and program.store.holding.shred(found, event=event)
    if not done:
        mend = "kiosk hold list --all で見て、送るか見送ってから"
        refuse(case, "送付していないものがあるか、すでに消去されています。何もしていません。", mend, json=json)
    document({"shredded": str(found)}) if json else say(f"消去しました: {case}。鍵を捨てたため、だれにも読めません。")


def day(date: Day = "", *, json: Json = False) -> None:
    """日計簿: how many cases were confirmed, what became of their parcels, and what staff did on a day."""
    with opened() as program:
        on = _day(date, program, json=json)
        book = program.store.audit.day_book(on)
        events = {event.id: event.name for event in program.book.whole.events.values()}
        names = {place.key: place.name for place in program.catalogue.city.destinations}
    parcels = [(names.get(place, place), state, count) for (place, state), count in book.parcels.items()]
    if json:
        places = [{"destination": place, "state": state, "count": count} for place, state, count in parcels]
        later = {sort.value: count for sort, count in book.later.items()}
        done = {"cases": book.cases, "parcels": places, "later": later, "actions": book.actions}
        document({"day": on.isoformat(), **done})
        return
    rows = [("案件", _about(events, event), str(count)) for event, count in book.cases.items()]
    rows += [("送付物", f"{place} {_STATES[State(state)]}", str(count)) for place, state, count in parcels]
    rows += [("後日の対応", SORTS[sort], str(count)) for sort, count in book.later.items()]
    rows += [("操作", _ACTIONS.get(action, action), str(count)) for action, count in book.actions.items()]
    table(f"日計簿 {on.isoformat()}", ("", "内訳", "件数"), rows or [("", "記録はありません", "0")])


def list_drafts(*, json: Json = False) -> None:
    """List parked visits by number and occasion, never a name; those of a terminal with the last day that they wait."""
    with opened() as program:
        parked = StoreDoing(program).do(ListDay())
        saved = {line.case: line.saved_at for line in program.store.drafts.list()}
        events = {event.id: event.name for event in program.book.whole.events.values()}
        until = {each.case: each.until.isoformat() for each in waiting(program)}
    visits = parked.visits if isinstance(parked, DayList) else ()
    readable = {visit.case: (visit.slip, _about(events, visit.event)) for visit in visits}
    rows = [
        (str(case), *readable.get(case, ("", "読めません")), local(at), until.get(case, ""))
        for case, at in saved.items()
    ]
    if json:
        keys = ("case", "slip", "event", "saved_at", "until")
        document([dict(zip(keys, row, strict=True)) for row in rows])
        return
    table(f"下書き {len(rows)}件", ("案件の番号", "受付番号", "手続のきっかけ", "いつ", "記載台から: この日まで"), rows)


def drop(case: Case, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Forget a parked visit for good."""
    said = _reason(reason, json=json)
    with opened() as program:
        found = case_id(case) or _draft(program, case)
        who = staff(program, by, json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="draft-drop", case=str(found), detail=said)
        if found is None or not program.store.drafts.drop(found, event=event):
            refuse(case, "この番号の下書きはありません。", "番号は kiosk drafts list", json=json)
    document({"dropped": str(found)}) if json else say(f"下書きを消しました: {case}")


def list_audit(
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100_000, help="新しいほうから何件")] = 50,
    json: Json = False,
) -> None:
    """List the newest entries of the audit record; they hold no personal data."""
    with opened() as program:
        entries = program.store.audit.read(limit)
    if json:
        document([entry.model_dump(mode="json") for entry in entries])
        return
    rows = [
        (local(entry.at), entry.by, _ACTIONS.get(entry.action, entry.action), entry.case, entry.detail)
        for entry in entries
    ]
    table(f"監査記録 {len(rows)}件", ("いつ", "だれ", "何", "案件", "内容"), rows)


def verify(*, json: Json = False) -> None:
    """Look at the whole chain of the audit record; exit code 1 when an entry was changed or is missing."""
    with opened() as program:
        broken = program.store.audit.verify_chain()
    data: dict[str, Any] = {"audit_chain": "ok" if broken is None else "broken"}
    if broken is not None:
        data |= {"number": broken.number, "flaw": broken.flaw.value}
    if json:
        document(data)
    elif broken is None:
        say("監査記録の鎖はつながっています。")
    else:
        say(f"監査記録の鎖が {broken.number} 番で切れています（{broken.flaw.value}）。")
    if broken is not None:
        raise typer.Exit(1)


def _reason(text: str, *, json: bool) -> str:
    said = checked(text)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    return said


def _day(text: str, program: Program, *, json: bool) -> dt.date:
    if not text:
        return program.clock.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        problems([Issue(where=text, message="日付ではありません。", allowed="2026-04-20 の形")], as_json=json)


def _about(events: Mapping[str, str], purposes: str) -> str:
    """The names of the purposes of a visit, divided by spaces as they are kept."""
    return "・".join(events.get(code, code) for code in purposes.split())


def _draft(program: Program, slip: str) -> uuid.UUID | None:
    parked = StoreDoing(program).do(ListDay())
    visits = parked.visits if isinstance(parked, DayList) else ()
    return next((visit.case for visit in visits if visit.slip == slip), None)
