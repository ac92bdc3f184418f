"""`kiosk export`: a case's applications as files, for a medium that somebody carries; who and why is on record."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.bootstrap.sending import Sending
from kiosk.cli.opened import By, Case, Json, Reason, accepted, opened, refuse, staff
from kiosk.cli.output import document, problems, say
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.parcel import DeliveryFailed
from kiosk.model.staff import Right

Out = Annotated[Path, typer.Option("--out", help="書くフォルダー（上書きはしない）", show_default=False)]


def export(case: Case, *, out: Out, reason: Reason, by: By = "", json: Json = False) -> None:
    """Write the newest revision of every application of a case, as a folder destination gets it; nothing is settled."""
    said = checked(reason)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    with opened() as program:
        who = staff(program, by, right=Right.READ, json=json)
        found = accepted(program, case, json=json)
        parcels = [each.parcel for each in program.store.outbox.earlier(found)]
        if not parcels:
            refuse(case, "この案件には、ファイルにする申請がありません。", json=json)
        detail = f"medium parcels={len(parcels)} {said}"
        make(out, json=json)
        event = AuditEvent(at=program.clock.now(), by=who, action="export", case=str(found), detail=detail)
        program.store.audit.append(event)  # before anything is written: what takes no note gives nothing out
        place = FolderDestination("export", out, Formats(columns=Sending(program).columns))
        failed = [answer for answer in map(place.deliver, parcels) if isinstance(answer, DeliveryFailed)]
    if failed:
        refuse(str(out), f"{failed[0].detail}（{failed[0].code}）", json=json)
    done = {"parcels": len(parcels), "folder": str(out)}
    document(done) if json else say(f"書きました: {out}　申請 {len(parcels)}件。渡したあとは消してください。")


def make(out: Path, *, json: bool) -> None:
    """The folder, for this account alone."""
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        refuse(str(out), f"フォルダーを作れません（{disk_words(error)}）。", json=json)
