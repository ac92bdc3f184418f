"""`kiosk shred` and `kiosk drafts …`: what is kept, and for how long."""

import uuid

from kiosk.bootstrap.day_book import about
from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.waiting import waiting
from kiosk.cli.opened import By, Case, Json, Reason, accepted, case_id, local, opened, refuse, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.flow.day import DayList
from kiosk.flow.jobs import ListDay
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.staff import Right


def shred(case: Case, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Make a confirmed case unreadable for good; refused while a parcel or an answer of it waits."""
    said = _reason(reason, json=json)
    with opened() as program:
        who = staff(program, by, right=Right.SHRED, json=json)
        found = accepted(program, case, json=json)
        if any(line.case == found for line in program.store.answers.waiting()):
            mend = "窓口で補正するか、kiosk answers close で対応を終えてから"
            refuse(case, "補正か却下の回答への対応が終わっていません。何もしていません。", mend, json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="shred", detail=said)
        done = program.store.holding.shred(found, event=event)
    if not done:
        mend = "kiosk hold list --all で見て、送るか見送ってから"
        refuse(case, "送付していないものがあります。何もしていません。", mend, json=json)
    document({"shredded": str(found)}) if json else say(f"消去しました: {case}。鍵を捨てたため、だれにも読めません。")


def list_drafts(*, json: Json = False) -> None:
    """List parked visits by number and occasion, never a name; those of a terminal with the last day that they wait."""
    with opened() as program:
        parked = StoreDoing(program).do(ListDay())
        saved = {line.case: line.saved_at for line in program.store.drafts.list()}
        events = {event.id: event.name for event in program.book.whole.events.values()}
        until = {each.case: each.until.isoformat() for each in waiting(program)}
    visits = parked.visits if isinstance(parked, DayList) else ()
    readable = {visit.case: (visit.slip, about(events, visit.event)) for visit in visits}
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


def _reason(text: str, *, json: bool) -> str:
    said = checked(text)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    return said


def _draft(program: Program, slip: str) -> uuid.UUID | None:
    parked = StoreDoing(program).do(ListDay())
    visits = parked.visits if isinstance(parked, DayList) else ()
    return next((visit.case for visit in visits if visit.slip == slip), None)
