"""別の職員の確認: a visit leaves once somebody else of the staff has looked, where a city wants it; it is on record."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.second import second, too_few
from kiosk.flow.actions import Confirm, Step
from kiosk.flow.clock import FixedClock
from kiosk.model.audit import AuditEvent
from kiosk.model.message import Message
from kiosk.model.staff import FOUNDER, Role, Staff
from tests.visits import Desk, place_at, told

AT = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
PIN = "4711"


def watched(*procedures: str) -> Desk:
    """The demo family, signed, in a city that wants a second look at some procedures."""
    desk = told("kazoku4")
    outside = replace(desk.visit.outside, second_check=frozenset(procedures), clerk=lambda: "1001")
    desk.visit.outside = outside
    desk.page = desk.visit.page()
    return desk


def test_a_visit_waits_for_somebody_else_and_says_who_has_looked() -> None:
    desk = watched("P01", "P99")
    assert desk.page.second == ("転入届",)
    for nobody in ("", "1001"):
        assert "second-needed" in desk.act(Confirm(checked_by=nobody)).codes
    assert desk.register.taken == []
    assert desk.act(Confirm(checked_by="1002")).page.step is Step.DONE
    assert [(taken.case.clerk, taken.case.checked_by) for taken in desk.register.taken] == [("1001", "1002")]


def test_nobody_is_asked_where_the_city_wants_none_or_nothing_of_it_leaves() -> None:
    for desk in (watched(), watched("P99")):
        assert desk.page.second == ()
        assert desk.act(Confirm()).page.step is Step.DONE


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(place_at(tmp_path), FixedClock(AT))


def enrolled(program: Program, **staff: Role) -> Program:
    """Somebody founds the place; then the others."""
    roles = {"1001": FOUNDER, **{number.removeprefix("n"): frozenset({role}) for number, role in staff.items()}}
    for number, its in roles.items():
        person = Staff(number=number, name="見本", roles=its)
        program.store.staff.add(person, PIN, event=AuditEvent(at=AT, by="1001", action="staff-add"))
    program.at_desk.person = program.store.staff.find("1001")
    return program


def test_another_person_with_a_role_for_it_and_the_right_pin_has_looked(program: Program) -> None:
    enrolled(program, n1002=Role.CLERK, n1003=Role.AUDITOR)
    assert second(program, "1002", PIN) == "1002"
    said = [second(program, number, pin) for number, pin in (("1001", PIN), ("1003", PIN), ("1002", "0000"))]
    codes = [each.code for each in said if isinstance(each, Message)]
    assert codes == ["second-self", "staff-may-not-check", "second-wait"]
    assert second(Program(place_at(program.place.home / "other"), FixedClock(AT)), "1", PIN) != "1"


def test_a_place_without_two_people_for_it_is_told_what_to_do(program: Program) -> None:
    place = program.place
    assert list(too_few(place, ())) == []
    (nobody,) = too_few(place, ("P01",))
    assert ("P01" in nobody.message, "kiosk staff add" in nobody.allowed) == (True, True)
    enrolled(program, n1003=Role.AUDITOR).close()
    assert len(list(too_few(place, ("P01",)))) == 1
    enrolled(Program(place, FixedClock(AT)), n1002=Role.CLERK).close()
    assert list(too_few(place, ("P01",))) == []


def test_the_record_says_who_has_looked(program: Program) -> None:
    desk = watched("P01")
    desk.act(Confirm(checked_by="1002"))
    (taken,) = desk.register.taken
    record = json.loads(program.recorder.record(taken, taken.sent[0], at=AT))
    assert (record["kyotsu"]["sosashaid"], record["kyotsu"]["kakuninshaid"]) == ("1001", "1002")
