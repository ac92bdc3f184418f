"""What every form prints for its own sample, line by line: a change in a form, a rule or the drawing shows here.

forms/templates/<id>/<version>/sample.toml is a case file, expected.json the draw list of its pages in millimetres.
After a change that is meant, KIOSK_GOLDEN=write writes the expected.json files anew; then look at the difference.
"""

import json
import os
import re
from functools import lru_cache
from pathlib import Path

import pytest

from kiosk.catalogue.case_file import load_case_file
from kiosk.model.casefile import CaseFile
from kiosk.model.fact import Fact
from kiosk.model.filled import BoxState, FilledForm, Sheet
from kiosk.model.plan import Need, Outcome, Plan
from kiosk.model.source import Source
from kiosk.model.template import Kind, Template
from kiosk.render.drawlist import Bars, Ellipse, Frame, Ink, Item, Picture, Rule, Squares, Text
from kiosk.render.packet import Renderer
from kiosk.rules.facts import Facts
from kiosk.rules.fill import fill
from tests.visits import FORMS, ROOT, STROKES, Desk, book, catalogue

TEMPLATES = sorted((path.parent for path in FORMS.glob("templates/*/*/template.toml")), key=str)
BINDING = 19.7  # mm: 20 less half of the thickest line
STAMP = Sheet(case_no="260420-001", municipality="架空市")
each = pytest.mark.parametrize("folder", TEMPLATES, ids=lambda folder: f"{folder.parent.name}-{folder.name}")


def template(folder: Path) -> Template:
    return book().templates[folder.parent.name, folder.name]


@lru_cache(maxsize=64)
def filled(folder: Path) -> tuple[FilledForm, ...]:
    """The form as its sample fills it, signed, whether or not a rule would ask for it."""
    written = load_case_file(folder / "sample.toml", book())
    assert isinstance(written, CaseFile), written
    desk = Desk(today=written.today, event=written.event).members(len(written.persons)).say(written.answers)
    assert desk.visit.state.typed == {}
    form = template(folder)
    case = desk.now.case.model_copy(update={"templates": {form.id: form.version}})
    plan = Plan(on=case.today, outcomes=(Outcome(procedure="", need=Need.NEEDED, forms=(form.id,)),))
    unsigned = fill(Facts(case, book()), plan)
    drawn = {box.id for box in form.boxes if box.kind is Kind.SIGNATURE}
    paths = {path for copy in unsigned for box in copy.boxes if box.box in drawn for path in box.paths}
    signed = [
        Fact(path=path, value=STROKES, source=Source.RESIDENT, by="sample", at=case.opened_at) for path in sorted(paths)
    ]
    return fill(Facts(case.model_copy(update={"ledger": case.ledger.add(signed)}), book()), plan)


@lru_cache(maxsize=1)
def renderer() -> Renderer:
    return Renderer(
        lambda form: book().templates[form.template, form.version],
        page=catalogue().background,
        fonts=ROOT / "assets" / "fonts",
    )


def dumped(folder: Path) -> str:
    """Every page of every copy as JSON, one drawn thing a line."""
    pages = [page.content.json() for form in filled(folder) for page in renderer().page_lists(form, stamp=STAMP)]
    joined = ",\n".join(page.rstrip() for page in pages)
    return f"[\n{joined}\n]\n"


@each
def test_the_sample_prints_exactly_what_is_expected(folder: Path) -> None:
    expected, drawn = folder / "expected.json", dumped(folder)
    if os.environ.get("KIOSK_GOLDEN") == "write":
        expected.write_text(drawn, encoding="utf-8")
    assert drawn.splitlines() == expected.read_text(encoding="utf-8").splitlines()


@each
def test_the_sample_fills_every_required_box(folder: Path) -> None:
    form = template(folder)
    required = {box.id for box in form.boxes if box.required == "required" and box.kind is not Kind.BLANK and box.fact}
    shown = {box.box for copy in filled(folder) for box in copy.boxes if box.state is BoxState.FILLED}
    assert required <= shown


@each
def test_nothing_in_the_sample_needs_a_smaller_letter_than_allowed(folder: Path) -> None:
    found = [str(issue) for form in filled(folder) for issue in renderer().warnings(form, stamp=STAMP)]
    assert found == []


@each
def test_everything_on_a_sheet_stands_right_of_the_binding_margin(folder: Path) -> None:
    for form in filled(folder):
        for page in renderer().page_lists(form, stamp=STAMP):
            assert min(left(item) for part in (page.background, page.content) for item in part.items) >= BINDING


def left(item: Item) -> float:
    """Where a drawn thing begins, its line included."""
    match item:
        case Rule():
            return min(item.x1, item.x2) - item.width / 2
        case Ink():
            return min(x for stroke in item.strokes for x, _ in stroke) - item.width / 2
        case Frame() | Ellipse():
            return item.x - item.width / 2
        case Text() | Bars() | Squares() | Picture():
            return item.x


@each
def test_the_expected_file_is_json_and_holds_no_number_of_a_person(folder: Path) -> None:
    pages = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    texts = [item.get("text", "") for page in pages for item in page["items"]]
    assert texts
    assert not any(re.search(r"[0-9]{12}", text) for text in texts)
