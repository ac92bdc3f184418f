"""The boxes of the statutory papers stand in the order of the statute's form, each on its page."""

import pytest

from kiosk.model.template import Template
from tests.visits import book

ASIDE = {
    "F19": {2: "よみかたの段が氏名の上にあり、続き柄が同じ段にある"},
    "F20": {15: "火葬場は「その他」の欄に書き、届出人の前にある"},
    "F21": {},
    "F22": {12: "申立て中の子の欄は、父母双方が親権を行う子の欄と同じ段にある"},
    "F16": {4: "フリガナの段が氏名の上にある"},
    "F07": {3: "フリガナの段が氏名の上にある", 7: "印影の枠は左にある", 11: "登録番号は保証人の氏名と同じ段にある"},
}
"""Of each paper the fields of the list that stand elsewhere than in its order, and why."""
LISTED = {"F19": 17, "F20": 16, "F21": 17, "F22": 21, "F16": 17, "F07": 13}
"""How many fields a paper's list has; what is numbered behind them is the city's own."""


def newest(form: str) -> Template:
    return book().templates[max(key for key in book().templates if key[0] == form)]


def order(form: str) -> list[int]:
    """The numbers of the listed fields as they are read: page by page, downwards, from the left."""
    first: dict[int, tuple[int, float, float]] = {}
    for box in newest(form).boxes:
        place = (box.page, round(box.rect.y, 1), round(box.rect.x, 1))
        first[box.no] = min(first.get(box.no, place), place)
    return [no for no in sorted(first, key=lambda no: first[no]) if no <= LISTED[form]]


def in_order(found: list[int], *, without: set[int]) -> bool:
    kept = [no for no in found if no not in without]
    return kept == sorted(kept)


@pytest.mark.parametrize("form", ASIDE)
def test_the_fields_are_read_in_the_order_of_the_statute(form: str) -> None:
    found = order(form)
    assert sorted(found) == list(range(1, LISTED[form] + 1))
    assert in_order(found, without=set(ASIDE[form]))
    assert not any(in_order(found, without=set(ASIDE[form]) - {no}) for no in ASIDE[form])  # each is needed


@pytest.mark.parametrize(("form", "pages"), [("F19", 2), ("F20", 2), ("F21", 1), ("F22", 1), ("F16", 1), ("F07", 1)])
def test_what_a_doctor_writes_is_a_page_of_its_own_and_nothing_else_is(form: str, pages: int) -> None:
    template = newest(form)
    assert len(template.pages) == pages
    assert {box.page for box in template.boxes} == {1}
