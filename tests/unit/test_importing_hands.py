"""Papers that other programs drew: of each, nineteen of twenty boxes are found and four of five named as they read."""

from functools import cache

import pytest

from kiosk.bench.importing import called_alike
from kiosk.designing.importing.draft import Draft, Named, draft
from tests import other_hands
from tests.hands import by_reportlab
from tests.hands.drawing import DRAWN, OFFICE, TYPST
from tests.hands.sheets import SHEETS
from tests.known_forms import TODAY, matcher
from tests.short import SHORT

REPORTLAB = {"care": "frames", "dog": "open", "nursery": "bars", "bank": "bars", "water": "open", "hall": "frames"}
PAGES = [
    *((f"typst-{sheet}", sheet) for sheet in TYPST),
    *((f"office-{sheet}", sheet) for sheet in OFFICE),
    *((f"reportlab-{sheet}", sheet) for sheet in REPORTLAB),
]
SCANS = [("typst-care", 0.7), *(() if SHORT else (("office-nursery", -0.9), ("reportlab-bank", 0.3)))]


@cache
def paper(page: str) -> bytes:
    hand, _, sheet = page.partition("-")
    if hand == "reportlab":
        return by_reportlab.draw(SHEETS[sheet], REPORTLAB[sheet])
    return (DRAWN / f"{page}.pdf").read_bytes()


def imported(data: bytes) -> Draft:
    return draft(data, form="F90", title="様式", matcher=matcher(), since=TODAY)


def at(made: Draft, x: float, y: float) -> Named | None:
    """What was found at a place; the rows of a table are one box."""
    rows = {each.id: each for each in made.template.repeats}
    shifts = {name: [each.dy * row for row in range(each.rows)] for name, each in rows.items()}
    here = [
        each for each in made.boxes if any(each.box.cell.holds(x, y - shift) for shift in shifts.get(each.table, [0.0]))
    ]
    return min(here, key=lambda each: each.box.cell.w * each.box.cell.h, default=None)


@pytest.mark.parametrize(("page", "sheet"), PAGES)
def test_whoever_drew_a_paper_its_boxes_are_found_and_named(page: str, sheet: str) -> None:
    made, wanted = imported(paper(page)), list(SHEETS[sheet].wanted())
    found = [(name, here) for name, x, y in wanted if (here := at(made, x, y)) is not None]
    assert len(found) >= 0.95 * len(wanted)
    other = [(name, here.name) for name, here in found if not called_alike(name, here.name)]
    assert len(found) - len(other) >= 0.8 * len(wanted), other
    assert len(made.boxes) <= 1.6 * len(wanted)  # and what is no box is seldom taken for one


@pytest.mark.parametrize(("page", "turn"), SCANS)
def test_of_a_copy_that_lay_askew_the_same_boxes_are_found(page: str, turn: float) -> None:
    made, wanted = imported(other_hands.copied(paper(page), turn)), list(SHEETS[page.partition("-")[2]].wanted())
    found = [name for name, x, y in wanted if at(made, x, y) is not None]
    assert len(found) >= 0.95 * len(wanted), {name for name, _, _ in wanted} - set(found)
