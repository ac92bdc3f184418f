"""`kiosk later …`: what visits left to be done another day - filings that are held, notices to post."""

import uuid
from typing import Annotated, Any

import typer

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.state_words import LATER
from kiosk.cli.opened import By, Case, Json, Reason, case_id, local, opened, refuse, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.path import key_of, person_of
from kiosk.model.wareki import to_wareki
from kiosk.store.follow_ups import FollowUpLine

Procedure = Annotated[str, typer.Argument(help="手続の番号（P01）", show_default=False)]


def list_later(*, json: Json = False) -> None:
    """List what is still to be done, the most urgent first; numbers and what is missing, never a name or a value."""
    with opened() as program:
        lines, today = program.store.later.list(), program.clock.today()
        rows = [_row(program, line) for line in lines]
    if json:
        document(rows)
        return
    heading = ("受付番号", "手続", "何を", "いつまで", "わかっていないこと", "受付")
    cells = [
        (row["slip"], row["name"], row["sort_label"], row["until_label"], "　".join(row["lacks"]), row["made_at"])
        for row in rows
    ]
    table(f"後日の対応 {len(rows)}件", heading, cells)
    late = sum(1 for line in lines if line.due.until is not None and line.due.until < today)
    if late:
        say(f"期限を過ぎたもの: {late}件")


def _row(program: Program, line: FollowUpLine) -> dict[str, Any]:
    procedure = program.book.whole.procedures.get(line.due.procedure)
    until = line.due.until
    return {
        "slip": line.slip,
        "case": str(line.case),
        "procedure": line.due.procedure,
        "name": procedure.name if procedure else line.due.procedure,
        "sort": line.due.sort.value,
        "sort_label": LATER[line.due.sort],
        "until": until.isoformat() if until else None,
        "until_label": to_wareki(until) if until else "",
        "lacks": [_asked(program, path) for path in line.due.lacks],
        "made_at": local(line.made_at),
    }


def _asked(program: Program, path: str) -> str:
    """A question in its own words; members are counted."""
    item, person = program.book.whole.vocabulary.by_key.get(key_of(path)), person_of(path).removeprefix("p")
    asked = (item.ask or item.label) if item else path
    return f"{person}人目：{asked}" if person else asked


def done(case: Case, procedure: Procedure, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Say that it was done, or is not needed any more, for a reason that is kept."""
    said = checked(reason)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    with opened() as program:
        found = case_id(case) or _case(program, case)
        detail = f"{procedure} {said}"
        who = staff(program, by, json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="later-done", case=str(found or ""), detail=detail)
        if found is None or not program.store.later.done(found, procedure, event=event):
            refuse(f"{case} {procedure}", "残っている対応はありません。", "番号は kiosk later list", json=json)
    document({"done": procedure, "case": str(found)}) if json else say(f"済みにしました: {case} {procedure}")


def _case(program: Program, slip: str) -> uuid.UUID | None:
    return next((line.case for line in program.store.later.list() if line.slip == slip), None)
