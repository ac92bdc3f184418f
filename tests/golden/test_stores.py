"""A store of every version of the tables since 13, as it lay on a disk: each later program opens it and loses nothing.

`KIOSK_GOLDEN=write` makes the one of this version where there is none; one that is there is never made anew.
"""

import datetime as dt
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.bench.handwritten import sample
from kiosk.flow.clock import FixedClock
from kiosk.model.answer import Answer
from kiosk.model.audit import AuditEvent
from kiosk.model.follow_up import FollowUp, Sort
from kiosk.model.kept import Face, KeptCase
from kiosk.model.parcel import DeliveryFailed, Failure, Receipt
from kiosk.model.verdict import Verdict
from kiosk.store.answers import Answers
from kiosk.store.audit import AuditLog
from kiosk.store.copying import readable
from kiosk.store.database import NAME, Database
from kiosk.store.drafts import Drafts
from kiosk.store.follow_ups import FollowUps
from kiosk.store.holding import Holding
from kiosk.store.kept import KeptCases
from kiosk.store.mark_file import NAME as MARK
from kiosk.store.migrations import LATEST
from kiosk.store.outbox import SqlOutbox
from kiosk.store.tickets import Tickets
from kiosk.store.vault import RootKey

GOLDEN = Path(__file__).parent / "stores"
KEY = RootKey(b"g" * 32, audit=b"a" * 32)
NOON = dt.datetime(2026, 11, 27, 3, 0, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=30)
EVENT = AuditEvent(at=NOON, by="c1", action="golden")
VERSIONS = sorted(int(path.name) for path in GOLDEN.glob("[0-9]*"))


def opened(folder: Path) -> Database:
    return Database.open(folder / "data", key=KEY, mark=folder / MARK, reserve_bytes=4096)


def lived_in(folder: Path) -> None:
    """A morning: a slip, a draft, three visits - one delivered and answered, one held, one that waits."""
    database, clock = opened(folder), FixedClock(NOON)
    outbox = SqlOutbox(database)
    Tickets(database).next(NOON.date(), now=NOON)
    Drafts(database).save(clock.new_id(), b"a visit that stopped", now=NOON)
    made = sample(3, clock=clock, parcels=2, record_bytes=200)
    kept = KeptCase(content=b"{}", face=Face(name="架空　太郎", birth=""), words=frozenset({"name 架空"}), staff="c1")
    for number, confirmation in enumerate(made):
        later = (FollowUp(procedure="P01", sort=Sort.NOTICE),) if number == 2 else ()
        outbox.accept(confirmation.model_copy(update={"kept": kept, "later": later}))
    lease = outbox.claim("d0", now=NOON, lease=LEASE)
    assert lease is not None
    outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=NOON)
    answer = Answer(message=lease.parcel.message, result=Verdict.TO_CORRECT, at=NOON, reason="部屋番号")
    Answers(database).take(answer, "digest", destination="d0", event=EVENT)
    lease = outbox.claim("d0", now=NOON, lease=LEASE)
    assert lease is not None
    refused = DeliveryFailed(failure=Failure.REFUSED, code="D12", detail="桁数")
    outbox.fail(lease, refused, now=NOON, retry_at=NOON)
    database.close()


def told(folder: Path) -> dict[str, Any]:
    """What a program finds in a store, through its own doors."""
    database = opened(folder)
    outbox, (parcels, unreadable) = SqlOutbox(database), readable(database)
    named = KeptCases(database).find((frozenset({"name 架空"}),), event=EVENT)
    asked = next(line for line in outbox.lines() if line.state.value == "acknowledged")
    found = {
        "audit_whole": AuditLog(database).verify_chain() is None,
        "parcels": parcels,
        "unreadable": unreadable,
        "states": sorted(line.state.value for line in outbox.lines()),
        "held": [line.detail for line in Holding(database).unsent() if line.state.value == "held"],
        "drafts": len(Drafts(database).list()),
        "later": len(FollowUps(database).list()),
        "found": [line.face.name for line in named if line.face],
        "answers": [each.reason for each in Answers(database).of_case(asked.case, event=EVENT)],
        "next_slip": Tickets(database).next(NOON.date(), now=NOON),
    }
    database.close()
    return found


def test_there_is_a_store_of_the_version_that_this_program_writes(tmp_path: Path) -> None:
    if os.environ.get("KIOSK_GOLDEN") == "write" and LATEST not in VERSIONS:
        lived_in(tmp_path)
        place = GOLDEN / str(LATEST)
        place.mkdir(parents=True)
        for file in (tmp_path / "data" / NAME, tmp_path / MARK):
            shutil.copy(file, place / file.name)
        (place / "told.json").write_text(
            json.dumps(told(tmp_path), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    assert (GOLDEN / str(LATEST) / NAME).is_file()


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_written_then_is_found_now(tmp_path: Path, version: int) -> None:
    place = GOLDEN / str(version)
    (tmp_path / "data").mkdir()
    shutil.copy(place / NAME, tmp_path / "data" / NAME)
    shutil.copy(place / MARK, tmp_path / MARK)
    assert told(tmp_path) == json.loads((place / "told.json").read_text(encoding="utf-8"))
