"""任意: what nobody has to do is shown as such with its papers, and taken only where somebody wants it."""

import datetime as dt

import pytest

from kiosk.model.plan import Need
from kiosk.model.procedure import Variant, Version
from tests.visits import Desk, book, told


@pytest.mark.parametrize(
    ("persona", "procedure"),
    [
        ("kazoku4", "P31"),
        ("tenkyo_kosodate", "P31"),
        ("konin", "P31"),
        ("gaikoku", "P33"),
        ("shussei_kokuho", "P30"),
        ("kokugai_tenshutsu", "P12"),
    ],
)
def test_what_nobody_has_to_do_is_optional(persona: str, procedure: str) -> None:
    assert told(persona).need(procedure) is Need.OPTIONAL


@pytest.mark.parametrize(
    ("today", "moved_on", "offered"), [("2026-07-01", "R8.6.28", True), ("2026-06-13", "R8.6.1", False)]
)
def test_the_card_of_both_kinds_is_offered_with_a_move_inside_the_city_too(
    today: str, moved_on: str, *, offered: bool
) -> None:
    desk = Desk(event="tenkyo", today=dt.date.fromisoformat(today)).say({"household.foreigners": "p1"})
    desk.say({"case.event_type": "転居", "case.applicant_role": "本人", "case.moved_on": moved_on})
    desk.say({"person[p1].foreign.category": "中長期在留者"}, name="SAMPLE ANNA", birth="H2.2.2")
    found = {outcome.procedure: outcome.need for outcome in desk.now.plan.outcomes}
    assert (found.get("P33") is Need.OPTIONAL) is offered


def test_the_same_procedure_is_needed_where_the_law_wants_it() -> None:
    assert told("kazoku4").need("P30") is Need.NEEDED
    assert told("taishoku").need("P12") is Need.NEEDED


def seal(desk: Desk) -> tuple[Need, bool, tuple[str, ...], bool]:
    found = desk.outcome("P35")
    return found.need, found.wished, found.forms, bool(found.bring)


def test_a_seal_is_offered_to_who_moves_in_with_its_papers_and_filled_in_only_when_it_is_wanted() -> None:
    desk = told("tanshin")
    assert seal(desk) == (Need.OPTIONAL, False, (), True)
    assert "P35" not in {outcome.procedure for outcome in desk.now.plan.needed}
    assert [outcome.procedure for outcome in desk.now.plan.offered] == ["P35"]
    assert seal(desk.say({"case.requests": "印鑑登録"})) == (Need.OPTIONAL, True, ("F07",), True)


def test_nobody_under_fifteen_is_offered_a_seal() -> None:
    assert told("tanshin").say({"person[p1].birth.date": "H24.2.3"}).need("P35") is Need.NOT_NEEDED


def test_what_nobody_wants_is_neither_asked_about_nor_held() -> None:
    desk = told("tanshin").hold("household.circumstances")
    assert desk.need("P35") is Need.NOT_NEEDED
    assert desk.say({"case.requests": "印鑑登録"}).need("P35") is Need.HELD


def test_a_variant_says_for_itself_whether_anybody_has_to() -> None:
    def version(*, optional: bool, own: bool | None) -> Version:
        variant = Variant(when="true", optional=own)
        return Version.model_validate(
            {"valid_from": "2026-04-01", "when": "true", "reason": "a", "reason_not": "b"}
            | {"optional": optional, "variants": (variant,)}
        ).turned[0]

    assert version(optional=True, own=None).optional
    assert not version(optional=True, own=False).optional
    assert version(optional=False, own=True).optional


def test_no_optional_thing_has_a_day_by_which_it_must_be_done() -> None:
    for procedure in book().procedures.values():
        for version in procedure.versions:
            rules = [each.deadline for each in version.all if each.optional and each.deadline]
            assert all(rule.count == 0 for rule in rules), procedure.id
