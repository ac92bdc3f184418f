"""受付案内票 on disk: a row is ticked off once, and what is still wanted after a correction stays ticked off."""

import datetime as dt
import uuid
from pathlib import Path

from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.kept import GuideRow
from kiosk.store import guides
from kiosk.store.guides import Guides
from kiosk.store.outbox import SqlOutbox
from tests.databases import opened
from tests.outboxes import confirmation, parcel

CLOCK = FixedClock(dt.datetime(2026, 4, 1, tzinfo=dt.UTC))
FIRST = (GuideRow("P01", "転入届", "市民課"), GuideRow("P10", "国民健康保険", "保険年金課"))


def test_a_row_is_ticked_off_once_and_stays_so_while_it_is_wanted(tmp_path: Path) -> None:
    database = opened(tmp_path)
    case = CLOCK.new_id()
    SqlOutbox(database).accept(confirmation(CLOCK, parcel(case, "P01")).model_copy(update={"guide": FIRST}))
    event = AuditEvent(at=CLOCK.now(), by="1001", action="tick", case=str(case))
    ticks = Guides(database)
    assert ticks.tick(case, "P10", on=True, desk="mado5", event=event)
    assert not ticks.tick(case, "P10", on=True, desk="mado1", event=event)  # the first one has done it
    assert not ticks.tick(case, "P99", on=True, desk="mado1", event=event)
    assert not ticks.tick(uuid.UUID(int=9), "P10", on=True, desk="mado1", event=event)
    wanted = (GuideRow("P20", "児童手当"), GuideRow("P10", "国民健康保険"))
    database.change(lambda sql: guides.put(sql, str(case), wanted))
    rows = database.look(lambda sql: guides.rows(sql, str(case)))
    assert [(row.procedure, row.at, row.staff, row.desk) for row in rows] == [
        ("P20", None, "", ""),
        ("P10", CLOCK.now(), "1001", "mado5"),
    ]
