"""What a written visit expects is written down anew as a careful person would: only what differs, and nothing else."""

import datetime as dt

import pytest

from kiosk.designing.releasing.expecting import expecting, in_vain
from kiosk.model.casefile import Expectation

WRITTEN = """title = "引っ越す人"  # 見本

[expect]  # 法 第22条
procedures = ["P01", "P02"]  # 順に
forms = ["F01"]
deadlines = { P01 = 2026-04-27, P02 = 2026-05-07 }
asked = { no_card = 22 }
"""
DAY, LATER = dt.date(2026, 4, 27), dt.date(2026, 5, 7)
WANTED = Expectation(
    procedures=("P01", "P02"), forms=("F01",), deadlines={"P01": DAY, "P02": LATER}, asked={"no_card": 22}
)


@pytest.mark.parametrize(
    ("came", "old", "new"),
    [
        ({}, "", ""),
        ({"procedures": ("P01", "P03")}, '["P01", "P02"]', '["P01", "P03"]'),
        ({"forms": ("F01", "F02")}, '["F01"]', '["F01", "F02"]'),
        ({"deadlines": {"P01": LATER, "P02": LATER}}, "P01 = 2026-04-27", "P01 = 2026-05-07"),
        ({"deadlines": {"P01": DAY}}, ", P02 = 2026-05-07 ", " "),
    ],
)
def test_only_what_came_otherwise_is_written(came: dict[str, object], old: str, new: str) -> None:
    got = WANTED.model_copy(update=came)
    assert expecting(WRITTEN, WANTED, got) == WRITTEN.replace(old, new, 1)
    assert len(list(in_vain(WANTED, got))) == len(came)


def test_what_is_expected_in_vain_is_said_with_what_came_instead() -> None:
    got = WANTED.model_copy(update={"forms": (), "deadlines": {"P01": DAY}})
    assert list(in_vain(WANTED, got)) == [
        "様式が見込み（expect.forms）と違います: F01 → なし",
        "期限が見込み（expect.deadlines）と違います: P02 2026-05-07 → なし",
    ]
