"""Applications that left, and what a receiver answers about them."""

import json
import uuid
from pathlib import Path
from typing import Any

from kiosk.bootstrap.program import Program
from kiosk.exchange.destinations.answers import SUFFIX
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Parcel, message_id

REASON = "部屋番号がありません"


def confirm(program: Program, *, destination: str = "1", revision: int = 1, case: uuid.UUID | None = None) -> Parcel:
    """An application is accepted, or its next revision."""
    own, now = case or program.clock.new_id(), program.clock.now()
    parcel = sample_parcel(sample_record(case=own), case=own, destination=destination).model_copy(
        update={"revision": revision, "message": message_id(own, destination, "P01", revision)}
    )
    event = AuditEvent(at=now, by="c1", action="confirm", case=str(own))
    program.store.outbox.accept(
        Confirmation(case=own, slip="260420-001", event="tennyu", at=now, parcels=(parcel,), audit=(event,))
    )
    return parcel


def answer(parcel: Parcel, result: str = "補正", **more: Any) -> dict[str, Any]:
    points = [{"item": "住所_方書", "taishoshabango": "p1", "reason": REASON}] if result == "補正" else []
    said = {"message": str(parcel.message), "result": result, "at": "2026-04-20T10:00:00+09:00", "points": points}
    return {**said, **more}


def put(returns: Path, content: dict[str, Any], name: str = "a") -> None:
    returns.mkdir(exist_ok=True)
    (returns / f"{name}{SUFFIX}").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
