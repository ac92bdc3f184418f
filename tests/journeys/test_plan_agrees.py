"""Plan, JSON and guide say the same of every invented resident: which procedures, for whom, by which day."""

import datetime as dt

import pytest

from kiosk.cli.plan_document import plan_document
from kiosk.flow.views import Viewer
from kiosk.model.wareki import to_wareki
from kiosk.press.guide import write_guide
from kiosk.press.guide_words import GuideWords
from tests.played import NAMES, visit
from tests.visits import ROOT, catalogue

WORDS = GuideWords.read(ROOT / "assets" / "words" / "guide", catalogue().labels)


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_its_json_and_the_guide_agree(name: str) -> None:
    desk, _ = visit(name)
    plan = desk.now.plan
    listed = {entry["id"]: entry for entry in plan_document(Viewer(desk.now, desk.visit.outside.wording))["procedures"]}
    guide = write_guide(desk.now, WORDS, city=catalogue().city)
    rows = {row.code.rpartition("-")[2]: row for stop in guide.stops for row in stop.rows}
    shown = {each.procedure for each in (*plan.needed, *plan.held)}
    assert rows.keys() == shown
    for outcome in plan.outcomes:
        entry = listed[outcome.procedure]
        assert (entry["need"], tuple(entry["persons"])) == (outcome.need.value, outcome.persons)
        due = entry["deadline"]["due"] if entry["deadline"] else None
        assert due == (outcome.deadline.due.isoformat() if outcome.deadline and outcome.deadline.due else None)
        if due and outcome.procedure in rows:
            said = "".join(line.ja for line in rows[outcome.procedure].lines)
            assert to_wareki(dt.date.fromisoformat(due)) in said
