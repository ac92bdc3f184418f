"""印刷の控え: a copy says which one it is and why, and what was replaced counts no more."""

import datetime as dt
import uuid
from pathlib import Path

from kiosk.model.audit import AuditEvent
from kiosk.model.printing import Again, Mark, PaperKind, mark_of
from kiosk.store.audit import AuditLog
from kiosk.store.prints import Prints
from tests.databases import opened

AT = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
CASE = uuid.UUID(int=7)
EVENT = AuditEvent(at=AT, by="1001", action="print", case=str(CASE))


def test_papers_in_somebodys_hands_are_printed_again_for_a_reason_and_say_so(tmp_path: Path) -> None:
    database = opened(tmp_path)
    prints = Prints(database)
    first = prints.begin(CASE, tuple(PaperKind), again=None, event=EVENT)
    assert first is not None
    assert mark_of(first, PaperKind.SLIP) == Mark(copy=1, number=1)
    assert prints.begin(CASE, (PaperKind.SLIP,), again=None, event=EVENT) is None
    second = prints.begin(CASE, (PaperKind.SLIP,), again=Again("紛失", void=True), event=EVENT)
    assert second is not None
    assert mark_of(second, PaperKind.SLIP) == Mark(copy=2, number=2, voided=(1,))
    assert [run.voided for run in prints.of(CASE)] == [((PaperKind.SLIP, 2),), ()]
    said = [event.detail for event in AuditLog(database).read(5)]
    assert said == ["slip=2 run=2 void=slip/1 reason=紛失", "packet=1 slip=1 guide=1 run=1"]


def test_what_did_not_come_out_is_no_copy(tmp_path: Path) -> None:
    prints = Prints(opened(tmp_path))
    prints.begin(CASE, (PaperKind.GUIDE,), again=None, event=EVENT)
    prints.failed(CASE, 1, event=EVENT.model_copy(update={"action": "print-failed"}))
    runs = prints.begin(CASE, (PaperKind.GUIDE,), again=None, event=EVENT)
    assert runs is not None
    assert mark_of(runs, PaperKind.GUIDE) == Mark(copy=1, number=2)


def test_a_later_revision_takes_the_place_of_what_was_printed_before_without_being_a_copy(tmp_path: Path) -> None:
    prints = Prints(opened(tmp_path))
    prints.begin(CASE, (PaperKind.SLIP,), again=None, event=EVENT)
    runs = prints.begin(CASE, (PaperKind.SLIP,), again=None, event=EVENT, revision=2)
    assert runs is not None
    assert mark_of(runs, PaperKind.SLIP) == Mark(revision=2, copy=1, number=2, voided=(1,))
