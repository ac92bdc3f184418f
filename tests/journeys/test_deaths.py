"""おくやみ by law: what the family of an employee, of a foreign national, has to file, and until when."""

import datetime as dt
from collections.abc import Mapping

import pytest

from kiosk.model.plan import Need
from tests.visits import Desk

WIFE = {"name.full": "架空　岬", "birth.date": "S43.3.3", "pension.kind": "第3号", "insurance.previous": "協会けんぽ"}
DIED = {
    "death.filed": "いいえ",
    "case.applicant_role": "同一世帯員",
    "death.known_on": "R8.5.1",
    "death.at": "R8.5.1",
    "death.person.name": "架空　巌",
    "death.person.birth": "S40.10.10",
    "death.had": "世帯主だった",
    "death.insurance": "勤務先の健康保険など",
    "death.dependents": "p1",
    "death.pension": "厚生年金・共済の被保険者か受給者",
    "death.applicant_relation": "妻",
    "household.foreigners": "なし",
    "household.current": "なし",
    "case.requests": "なし",
}


def told(*others: Mapping[str, str], **said: str) -> Desk:
    """The widow and who else is left report it; keywords are paths with __ for the dot."""
    people = (WIFE, *others)
    desk = Desk(event="shibo", today=dt.date(2026, 5, 7)).members(len(people))
    facts = {f"person[p{n}].{key}": text for n, each in enumerate(people, 1) for key, text in each.items()}
    changed = {path.replace("__", "."): text for path, text in said.items()}
    return desk.say_all({**DIED, "death.remaining": str(len(people)), **facts, **changed})


def due(desk: Desk, procedure: str) -> dt.date | None:
    deadline = desk.outcome(procedure).deadline
    return None if deadline is None else deadline.due


@pytest.mark.parametrize(
    ("said", "insured", "pension"),
    [
        ({}, Need.NEEDED, Need.NEEDED),
        ({"person[p1].birth__date": "S39.3.3"}, Need.NEEDED, Need.NOT_NEEDED),  # 62: no pension of category 3 any more
        ({"death__insurance": "任意継続"}, Need.NEEDED, Need.NOT_NEEDED),
        ({"death__insurance": "国保組合", "person[p1].pension__kind": "国民年金第1号"}, Need.NEEDED, Need.NOT_NEEDED),
        ({"death__dependents": "なし"}, Need.NOT_NEEDED, Need.NOT_NEEDED),
        ({"person[p1].birth__date": "S26.5.2"}, Need.NOT_NEEDED, Need.NOT_NEEDED),  # 75 on the day after
        ({"person[p1].birth__date": "S26.5.3"}, Need.NEEDED, Need.NOT_NEEDED),
    ],
)
def test_what_the_widow_joins_is_decided_by_how_she_was_insured(
    said: dict[str, str], insured: Need, pension: Need
) -> None:
    desk = told(**said)
    assert (desk.need("P10"), desk.need("P12")) == (insured, pension)
    assert due(desk, "P10") == (dt.date(2026, 5, 18) if insured is Need.NEEDED else None)


def test_who_has_another_head_files_from_the_death_and_who_joins_from_the_day_after() -> None:
    """Her sister is insured with the city already; its fourteen days end on the Friday, hers on the Monday."""
    sister = {"name.full": "架空　渚", "birth.date": "S30.3.3", "relation_new": "姉"}
    desk = told(sister, household__current="国民健康保険", household__nhi_members="p2")
    assert (due(desk, "P11"), due(desk, "P10")) == (dt.date(2026, 5, 15), dt.date(2026, 5, 18))
    assert desk.outcome("P10").persons == ("p1",)


@pytest.mark.parametrize(("honseki", "said"), [("大韓民国", True), ("見本県架空市本町1番", False), ("不明", False)])
def test_the_residence_card_of_a_foreign_national_who_died_goes_back(honseki: str, *, said: bool) -> None:
    bring = " ".join(told(death__person__honseki=honseki).outcome("P85").bring)
    assert ("在留カード" in bring) is said
