"""The recorder: each procedure's record holds what its own forms and its own rule used, and nothing of the others."""

import datetime as dt
import json
from typing import Any

from kiosk.exchange.records.recorder import Recorder
from kiosk.exchange.records.sample import AT, CASE, PERSONS, sample_facts
from kiosk.model.case import Case
from kiosk.model.fact import Ledger
from kiosk.model.filled import BoxState, FilledBox, FilledForm
from kiosk.model.plan import Need, Outcome, Plan
from kiosk.model.procedure import Procedure
from kiosk.model.vocabulary import Vocabulary
from kiosk.rules.book import RuleBook
from kiosk.rules.facts import Facts
from kiosk.rules.interview import Interview
from kiosk.rules.snapshot import Snapshot

TODAY = dt.date(2026, 4, 20)
ARRIVAL = Outcome(procedure="P01", need=Need.NEEDED, forms=("F01",), facts=("case.event_type",))
PHONE = Outcome(procedure="P10", need=Need.NEEDED, forms=("F02",))


def form(template: str, *paths: str) -> FilledForm:
    boxes = tuple(FilledBox(box=f"b{no}", no=no, state=BoxState.FILLED, paths=(path,)) for no, path in enumerate(paths))
    return FilledForm(template=template, version="001", digest="", boxes=boxes)


def snapshot() -> Snapshot:
    book = RuleBook(
        vocabulary=Vocabulary(items=(), codes={}, sections=()),
        procedures={
            "P01": Procedure(id="P01", name="転入届", business="001"),
            "P10": Procedure(id="P10", name="国民健康保険 資格取得"),
        },
        events={},
        templates={},
        groups={},
        city={},
    )
    facts = tuple(sample_facts().values())
    case = Case(
        id=CASE,
        slip="A-001",
        event="tennyu",
        today=TODAY,
        opened_at=AT,
        persons=PERSONS,
        ledger=Ledger(facts=facts),
        clerk="c01",
    )
    forms = (form("F01", "person[p1].name.full", "addr.new.text"), form("F02", "person[p2].phone", "person[p1].phone"))
    return Snapshot(Facts(case, book), Plan(on=TODAY), Plan(on=TODAY), forms, Interview((), {}))


def record(outcome: Outcome) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(Recorder("999997", "架空市").record(snapshot(), outcome, at=AT))
    return made


def test_the_envelope_names_the_town_the_procedure_and_the_clerk() -> None:
    common = record(ARRIVAL)["kyotsu"]
    assert (common["shikuchosonkodo"], common["tetsuzukimei"], common["gyomuid"]) == ("999997", "転入届", "001")
    assert (common["sosashaid"], common["sosanengappi"], common["sosajikoku"]) == ("c01", "2026-04-20", "10:02:03")


def test_a_record_holds_the_facts_of_its_own_forms_and_rule_only() -> None:
    assert set(record(ARRIVAL)["shussho"]) == {"person[p1].name.full", "addr.new.text", "case.event_type"}
    assert set(record(PHONE)["shussho"]) == {"person[p1].phone"}


def test_two_procedures_of_one_case_are_two_applications() -> None:
    assert record(ARRIVAL)["kyotsu"]["exportid"] != record(PHONE)["kyotsu"]["exportid"]


def test_the_same_confirmation_gives_the_same_bytes() -> None:
    recorder = Recorder("999997", "架空市")
    assert recorder.record(snapshot(), ARRIVAL, at=AT) == recorder.record(snapshot(), ARRIVAL, at=AT)
