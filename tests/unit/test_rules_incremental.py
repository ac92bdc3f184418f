"""A keystroke works out only what depends on it: the result must be what working everything out again would give."""

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.flow.actions import Action, Answer, Clear, Hold
from kiosk.flow.case_actions import Later
from kiosk.flow.visit import Visit
from kiosk.rules.snapshot import Snapshot, take
from tests.likely import action, chosen, on_the_page, shown
from tests.short import examples
from tests.visits import Desk, told


def seen(snapshot: Snapshot) -> dict[str, Any]:
    """Everything that follows from a ledger, comparable."""
    return {
        "facts": {path: (fact.value, fact.source, fact.reason) for path, fact in snapshot.facts.by_path.items()},
        "plan": {outcome.procedure: outcome for outcome in snapshot.plan.outcomes},
        "forms": {
            (form.key, box.box, box.person, box.row, box.sheet): box for form in snapshot.forms for box in form.boxes
        },
        "order": [(form.key, form.sheets, len(form.boxes)) for form in snapshot.forms],
        "open": snapshot.interview.open,
        "needed_by": snapshot.interview.needed_by,
    }


def differences(visit: Visit) -> list[str]:
    snapshot = visit.snapshot
    assert snapshot is not None
    outside = visit.outside
    whole, quick = seen(take(snapshot.case, book=outside.book, planner=outside.planner)), seen(snapshot)
    found = [part for part in ("order", "open", "needed_by") if whole[part] != quick[part]]
    for part in ("facts", "plan", "forms"):
        keys = whole[part].keys() | quick[part].keys()
        found += [f"{part} {key}" for key in sorted(keys, key=str) if whole[part].get(key) != quick[part].get(key)]
    return found


def tries(count: int) -> settings:
    phases = tuple(phase for phase in Phase if phase is not Phase.shrink)  # a visit is slow to shrink
    return settings(max_examples=examples(count), deadline=None, suppress_health_check=list(HealthCheck), phases=phases)


@tries(20)
@given(st.lists(action, min_size=5, max_size=30))
def test_from_an_empty_desk_the_quick_way_and_the_whole_way_agree_after_every_action(actions: list[Action]) -> None:
    desk = Desk()
    for each in actions:
        desk.act(each)
        assert differences(desk.visit) == [], each


@tries(20)
@given(st.lists(action, min_size=1, max_size=10))
def test_from_a_complete_visit_the_quick_way_and_the_whole_way_agree_after_every_action(actions: list[Action]) -> None:
    desk = told("kazoku4")
    assert desk.open == ()
    for each in actions:
        desk.act(each)
        assert differences(desk.visit) == [], each


def test_an_answer_that_was_held_and_is_open_again_is_wanted_by_every_form_that_waits_for_it() -> None:
    desk = told("kazoku4")
    birth = "person[p2].birth.date"
    desk.act(Hold(path=birth))
    desk.act(Answer(path=birth, text="8.4"))
    assert differences(desk.visit) == []
    assert desk.visit.snapshot is not None
    assert "F05" in desk.visit.snapshot.interview.needed_by[birth]


def test_what_a_procedure_becomes_waits_for_an_answer_and_is_held_as_soon_as_that_is_held() -> None:
    desk = told("kazoku4")
    lost = "person[p3].insurance.lost_on"
    desk.act(Answer(path="person[p3].insurance.previous", text="国保組合"))
    for each in (Hold(path=lost), Clear(path=lost), Later(procedure="P10"), Hold(path=lost)):
        desk.act(each)
        assert differences(desk.visit) == [], each


def test_a_form_about_a_person_of_its_own_follows_when_that_is_somebody_else() -> None:
    desk = told("tenkyo_kosodate")
    for text in ("p2", "p1"):
        desk.act(Answer(path="jido.recipient", text=text))
        assert differences(desk.visit) == []
        paths = {path for box in desk.form("F29").boxes for path in box.paths}
        assert any(path.startswith(f"person[{text}].name.") for path in paths)
    desk.act(Hold(path="jido.recipient"))
    assert differences(desk.visit) == []


@tries(25)
@given(st.lists(shown | shown | shown | chosen, min_size=2, max_size=12))
def test_answers_changed_held_and_taken_back_on_the_page_leave_nothing_stale(steps: list[tuple[str, int, int]]) -> None:
    desk = told("kazoku4")
    for kind, where, what in steps:
        each = on_the_page(desk, kind, where, what)
        desk.act(each)
        assert differences(desk.visit) == [], each
