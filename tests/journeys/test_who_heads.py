"""Whether a new head is to be named after a death: only where two of fifteen or over are left, as after a move."""

import pytest

from kiosk.model.plan import Need
from tests.invented import PLAIN, person, told
from tests.visits import Desk

WIDOW = person("仮想　葵", "H8.8.8", kana="カソウ　アオイ", phone="03-0000-0001")
DIED = {
    **PLAIN,
    "death.filed": "はい",
    "koseki.filed_at": "見本県架空市",
    "case.applicant_role": "世帯主",
    "death.at": "R8.4.12",
    "death.had": "世帯主だった",
    "death.person.name": "仮想　蓮",
}


def left(*others: dict[str, str], **said: str) -> Desk:
    return told("shibo", {**DIED, **said}, WIDOW, *others, today="2026-04-20")


@pytest.mark.parametrize(
    ("born", "need"),
    [
        ("H23.4.21", Need.NEEDED),  # fifteen since the end of the 20th
        ("H23.4.22", Need.NOT_NEEDED),
        ("R6.2.29", Need.NOT_NEEDED),
    ],
)
def test_a_parent_with_children_under_fifteen_is_the_head_without_a_filing(born: str, need: Need) -> None:
    others = (person("仮想　陸", born), person("仮想　海", "R7.1.1"))
    desk = left(*others)
    if need is Need.NOT_NEEDED:
        assert "death.remaining" in desk.open  # others may be left who have not come
        desk = desk.say({"death.remaining": "1"})
    assert desk.need("P04") is need
    assert desk.say({"death.remaining": "2"}).need("P04") is Need.NEEDED


def test_two_grown_up_people_are_counted_without_a_question() -> None:
    desk = left(person("仮想　翁", "S25.5.5"))
    assert ("death.remaining" in desk.open, desk.need("P04")) == (False, Need.NEEDED)
    assert desk.value("death.remaining") == 2
