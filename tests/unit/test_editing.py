"""A form that is changed step by step: what becomes of its boxes, of its file, and how a step is taken back."""

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.designing.editing.changing import changed
from kiosk.designing.editing.text import doubts, revised, settled
from kiosk.designing.editing.workbench import FILE
from kiosk.model.edits import (
    Add,
    Align,
    Alone,
    Axis,
    Become,
    Bring,
    Choices,
    Copy,
    Edge,
    InRows,
    Move,
    Remove,
    Resize,
    Spread,
)
from kiosk.model.template import Kind, Rect, Template
from tests.edited_forms import EVERY, REMARKED, after, box, edits, form
from tests.short import SHORT


# ---- boxes -----------------------------------------------------------------------------------------------------------
def test_a_moved_box_takes_its_choices_and_the_parts_of_its_date_along() -> None:
    before, now = form(), after(Move(("no1", "no4l"), 1.5, -0.25))
    assert box(now, "no1").rect == Rect(x=150.3, y=30.55, w=50.4, h=7.4)
    was, moved = box(before, "no1").parts, box(now, "no1").parts
    assert was is not None
    assert moved is not None
    assert (moved.day.x - was.day.x, moved.day.y - was.day.y) == pytest.approx((1.5, -0.25))
    assert [round(o.rect.x, 2) for o in box(now, "no4l").options] == [152.0, 169.7]
    assert box(now, "no2") == box(before, "no2")


def test_a_box_that_is_made_half_as_wide_keeps_what_is_in_it_in_proportion_and_none_becomes_nothing() -> None:
    rect = box(form(), "no4l").rect
    half = after(Resize("no4l", rect.model_copy(update={"w": rect.w / 2})))
    assert box(half, "no4l").options[1].rect.x == pytest.approx(149.8 + (168.2 - 149.8) / 2, abs=0.01)
    nothing = after(Resize("no2", Rect(x=10, y=10, w=-3, h=0)))
    assert box(nothing, "no2").rect == Rect(x=10, y=10, w=1, h=1)


@pytest.mark.parametrize(
    ("edge", "of"),
    [
        (Edge.LEFT, lambda r: r.x),
        (Edge.RIGHT, lambda r: r.x + r.w),
        (Edge.TOP, lambda r: r.y),
        (Edge.BOTTOM, lambda r: r.y + r.h),
        (Edge.WIDTH, lambda r: r.w),
        (Edge.HEIGHT, lambda r: r.h),
    ],
)
def test_boxes_are_brought_in_line_with_the_one_that_was_chosen_first(edge: Edge, of: Callable[[Rect], float]) -> None:
    now = after(Align(("no3", "no2", "no5"), edge))
    first = of(box(form(), "no3").rect)
    assert [of(box(now, name).rect) for name in ("no3", "no2", "no5")] == pytest.approx([first] * 3, abs=0.011)


def test_boxes_are_spread_between_the_two_outermost_which_stay() -> None:
    names = ("no10", "no2", "no6")
    now = after(Spread(names, Axis.DOWN))
    rects = sorted((box(now, name).rect for name in names), key=lambda rect: rect.y)
    gaps = [two.y - one.y - one.h for one, two in pairwise(rects)]
    assert gaps[0] == pytest.approx(gaps[1], abs=0.02)
    assert (rects[0], rects[-1]) == (box(form(), "no2").rect, box(form(), "no10").rect)
    assert after(Spread(("no2", "no10"), Axis.DOWN)) == form()  # between two there is nothing to spread


def test_a_copy_has_an_id_and_a_number_of_its_own_and_a_new_box_waits_for_the_pen() -> None:
    now = after(Copy(("no2", "no3"), 0, 20))
    new = now.boxes[-2:]
    assert len({each.id for each in now.boxes}) == len(now.boxes)
    assert [each.fact for each in new] == ["person[P].name.full", "person[P].kana"]
    assert new[0].no != new[1].no
    drawn = after(Add(2, Rect(x=20, y=20, w=40.123, h=8), Kind.BLANK)).boxes[-1]
    assert (drawn.page, drawn.rect.w, drawn.kind, drawn.fact) == (2, 40.12, Kind.BLANK, "")


def test_what_is_taken_away_is_missed_by_nothing_that_is_left() -> None:
    now = after(Remove(("no2",)))
    assert "no2" not in now.essential
    rows = after(InRows(("no2", "no3"), "C", 3, 12.5))
    assert [(r.group, r.rows, r.dy) for r in rows.repeats][-1] == ("C", 3, 12.5)
    assert box(rows, "no2").fact == "person[C].name.full"
    assert after(Remove(("no2", "no3")), rows).repeats == form().repeats
    assert after(Alone(("no2", "no3")), rows).repeats == form().repeats


def test_boxes_of_another_form_come_with_all_that_they_are_and_an_id_of_their_own() -> None:
    there = form().model_copy(update={"pages": form().pages[:1]})
    taken = box(form(), "no2").model_copy(update={"repeat": "x", "page": 2, "field": ("f1",)})
    picture = taken.model_copy(update={"kind": Kind.IMAGE})
    new = after(Bring((taken, picture)), there).boxes[len(there.boxes) :]
    assert [(each.id, each.page, each.repeat, each.field) for each in new] == [("no18", 1, "", ())]
    assert (new[0].label, new[0].fact, new[0].rect) == (taken.label, taken.fact, taken.rect)


def test_a_box_of_another_kind_has_what_that_needs_and_nothing_else() -> None:
    date = box(after(Become(("no2",), Kind.DATE)), "no2")
    assert date.parts is not None
    assert date.parts.day.x + date.parts.day.w <= date.rect.x + date.rect.w + 0.02
    comb = box(after(Become(("no1",), Kind.COMB)), "no1")
    assert (comb.cells, comb.parts, comb.options) == (8, None, ())
    pen = box(after(Become(("no4l",), Kind.BLANK)), "no4l")
    assert (pen.fact, pen.form, pen.options) == ("", "as_is", ())


def test_choices_from_a_code_list_stand_side_by_side_and_those_that_were_there_keep_their_place() -> None:
    was = {option.code: option for option in box(form(), "no4l").options}
    now = box(after(Choices("no4l", ("嫡出子", "嫡出でない子", "不明"))), "no4l")
    assert [option.code for option in now.options] == ["嫡出子", "嫡出でない子", "不明"]
    assert now.options[0] == was["嫡出子"]
    assert all(now.rect.x <= option.rect.x <= now.rect.x + now.rect.w for option in now.options)
    assert box(after(Choices("no2", ("甲", "乙"))), "no2").kind is Kind.CHOICE


# ---- the file --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("folder", EVERY[::9] if SHORT else EVERY, ids=lambda path: "-".join(path.parts[-2:]))
def test_whatever_is_done_to_a_form_its_file_says_it_and_nothing_else_in_it_changes(folder: Path) -> None:
    text, chance = (folder / FILE).read_text(encoding="utf-8"), random.Random(folder.as_posix()[-6:])
    for edit in edits(form(text), chance):
        now = changed(form(text), edit)
        written = revised(text, form(text), now)
        assert form(written) == now, edit
        assert untouched(text, form(text), now) <= set(pieces(written)), edit


def pieces(text: str) -> list[str]:
    """The tables of a file, in its order, without empty lines around them."""
    return [piece.strip() for piece in text.split("[[box]]")[1:]]


def untouched(text: str, before: Template, now: Template) -> set[str]:
    """What the file says of the boxes that are as they were; the last may have something new behind it."""
    kept = [each in now.boxes for each in before.boxes]
    return {piece for piece, stays in list(zip(pieces(text), kept, strict=True))[:-1] if stays}


def test_remarks_of_people_stay_wherever_they_stand_and_doubts_of_the_import_go_when_they_are_settled() -> None:
    template = form(REMARKED)
    assert doubts(REMARKED, template) == {"no2": "子の氏名　確かさ 0.80"}
    moved = revised(REMARKED, template, changed(template, Move(("no2",), 1, 0)))
    assert "# 下の欄は国の様式の(1)\n# 確かめる" in moved
    assert 'id = "no2"  # 子' in moved
    assert settled(REMARKED, template, ("no3",)) == REMARKED
    assert settled(REMARKED, template, ("no2",)) == REMARKED.replace("# 確かめる: 子の氏名　確かさ 0.80\n", "")
