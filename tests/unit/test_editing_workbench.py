"""The workbench on which a form is edited: every step is taken back, and nothing of anybody else is overwritten."""

import datetime as dt
import random
import shutil
from pathlib import Path

import pytest

from kiosk.designing.editing.changing import changed
from kiosk.designing.editing.versions import new_version
from kiosk.designing.editing.whose import of_others
from kiosk.designing.editing.workbench import FILE, Workbench
from kiosk.model.edits import (
    Add,
    Essential,
    Move,
    Put,
    Remove,
    Tell,
)
from kiosk.model.template import Rect, Template
from tests.edited_forms import BIRTH, REMARKED, TEMPLATES, box, edits, form
from tests.forms import load_form


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates" / "F19" / "001"
    shutil.copytree(TEMPLATES / "F19" / "001", made)
    (made / FILE).write_text(REMARKED, encoding="utf-8")
    return made


def bench(folder: Path) -> Workbench:
    made = Workbench.open(folder)
    assert isinstance(made, Workbench), made
    return made


def test_every_step_is_taken_back_to_the_last_letter_of_the_file_and_done_again(folder: Path) -> None:
    made, chance = bench(folder), random.Random(7)
    for edit in edits(made.now.template, chance):
        made.do(edit)
    made.settle(("no3", "no2"))
    last = made.now
    while made.undo():
        pass
    assert (made.now.text, made.saved) == (REMARKED, True)
    while made.redo():
        pass
    assert made.now == last
    assert not made.saved
    made.undo()
    made.do(Move(("no1",), 1, 1))
    assert not made.steps.redoable  # another way was taken


def test_an_edit_of_nothing_leaves_nothing_to_take_back_and_saying_what_a_box_is_settles_it(folder: Path) -> None:
    made = bench(folder)
    for edit in (Move(("gone",), 5, 5), Move(("no2",), 0, 0), Remove(()), Essential(("no2",), on=True)):
        assert made.do(edit) == ()
    assert not made.steps.undoable
    assert made.do(Add(1, Rect(x=1, y=1, w=5, h=5))) == ("no18",)
    made.do(Put(box(made.now.template, "no2").model_copy(update={"fact": "person[A].name.full"})))
    assert made.doubts == {}


def test_saving_never_overwrites_what_somebody_else_has_written_meanwhile(folder: Path) -> None:
    made = bench(folder)
    made.do(Move(("no2",), 1, 0))
    assert made.save() == ()
    assert (folder / FILE).read_text(encoding="utf-8") == made.now.text
    made.do(Move(("no2",), 1, 0))
    (folder / FILE).write_text(REMARKED, encoding="utf-8")
    (issue,) = made.save()
    assert "ほかで変更" in issue.message
    assert (folder / FILE).read_text(encoding="utf-8") == REMARKED


def test_a_form_that_becomes_one_of_each_members_shows_that_member_where_it_is_headed_so() -> None:
    labels = ("被保険者 氏名", "届出人 氏名", "被保険者 続柄")
    facts = ("person[A].name.full", "person[A].name.full", "case.kind")
    first = form().boxes[0]
    boxes = [
        first.model_copy(update={"id": f"b{at}", "label": label, "fact": fact})
        for at, (label, fact) in enumerate(zip(labels, facts, strict=True))
    ]
    before = form().model_copy(update={"boxes": tuple(boxes), "copies": "case"})
    assert [box.label for box in of_others(before)] == ["被保険者 氏名"]
    told = Tell("名前", "長", "法", "課", dt.date(2028, 4, 1), copies="P")
    after = changed(before, told)
    assert [box.fact for box in after.boxes] == ["person[P].name.full", *facts[1:]]
    assert (after.copies, of_others(after)) == ("P", ())
    back = changed(after, Tell("名前", "長", "法", "課", dt.date(2028, 4, 1)))
    assert [box.fact for box in back.boxes] == [*facts]


@pytest.mark.parametrize("content", [b"id = 3", b"\xff\xfe", b"[[box]]\nid = ", b""])
def test_a_file_that_is_no_form_is_not_opened_and_says_why(folder: Path, content: bytes) -> None:
    (folder / FILE).write_bytes(content)
    found = Workbench.open(folder)
    assert isinstance(found, tuple)
    assert found[0].where.startswith("templates/F19/001/template.toml")


def test_the_next_version_is_a_right_form_with_its_paper_and_its_own_first_day(folder: Path) -> None:
    (folder / FILE).write_text(BIRTH, encoding="utf-8")
    made = new_version(folder, since=dt.date(2027, 4, 1))
    assert isinstance(made, Path)
    assert sorted(path.name for path in made.iterdir()) == ["page-1.svg", "page-2.svg", FILE]
    loaded = load_form(made)
    assert isinstance(loaded, Template), loaded
    assert (loaded.version, loaded.valid_from, len(loaded.boxes)) == ("002", dt.date(2027, 4, 1), len(form().boxes))
    assert (folder / FILE).read_text(encoding="utf-8") == BIRTH
    early = new_version(folder, since=dt.date(2026, 4, 1))
    assert not isinstance(early, Path)
    assert early[0].where == "施行日"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["001", "002"]
