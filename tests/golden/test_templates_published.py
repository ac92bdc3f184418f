"""The official forms: published as drawn, complete against the field lists, well ruled and readable."""

import json
import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kiosk.catalogue.drawing.lettering import width
from kiosk.catalogue.drawing.sheet import Published, build
from kiosk.catalogue.template_checks import facts_of, rows_of
from kiosk.model.template import Box, Kind, Rect, Template
from tests.forms import load_form
from tests.published_forms import (
    BESIDE,
    CAME,
    CAME_TOO,
    DRAWN,
    FIELDS,
    FORMS,
    INSTEAD,
    NOT_FREE_TEXT,
    ONE_PERSON,
    OWN_FACTS,
    OWN_GROUPS,
    PAGES,
    ROOT,
    SECOND_PAGES,
    VISITOR,
)


def folder(form: str) -> Path:
    return ROOT / "forms" / "templates" / form / "001"


@cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """The items and code lists of every vocabulary file."""
    merged: dict[str, dict[str, Any]] = {"item": {}, "codes": {}}
    for path in (ROOT / "forms" / "vocabulary.toml", *(ROOT / "forms" / "vocabulary").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for table in merged:
            merged[table] |= data.get(table, {})
    return merged


@cache
def template(form: str) -> Template:
    loaded = load_form(folder(form), facts=set(vocabulary()["item"]))
    assert isinstance(loaded, Template), loaded
    return loaded


def field_list(form: str) -> dict[str, Any]:
    if not FIELDS.exists():
        pytest.skip("the shared field lists are not beside this checkout")
    forms: list[dict[str, Any]] = json.loads(FIELDS.read_text(encoding="utf-8"))["forms"]
    return next(entry for entry in forms if entry["form_id"] == form)


def rendered(form: str, page: int) -> list[tuple[Rect, str]]:
    """Every printed text of a page with the rectangle of its ink."""
    root = etree.fromstring((folder(form) / f"page-{page}.svg").read_bytes())
    places = []
    for element in root.iter("{http://www.w3.org/2000/svg}text"):
        size, text = float(element.get("font-size")), element.text or ""
        left = float(element.get("x")) - width(text, size=size) * {"middle": 0.5, "end": 1.0}.get(
            element.get("text-anchor"), 0.0
        )
        places.append(
            (Rect(x=left, y=float(element.get("y")) - size * 0.82, w=width(text, size=size), h=size * 0.9), text)
        )
    return places


BINDING = 20.0  # mm at the left, where two holes are punched
SEPARATE_BUILDING = {"F01", "F17"}  # 方書 has a box of its own there; elsewhere the address is printed with it


def overlap(one: Rect, two: Rect) -> bool:
    across = min(one.x + one.w, two.x + two.w) - max(one.x, two.x)
    return across > 0.05 and min(one.y + one.h, two.y + two.h) - max(one.y, two.y) > 0.05


@pytest.mark.parametrize("form", DRAWN)
def test_the_published_files_are_what_the_sheet_draws(form: str) -> None:
    built = build((folder(form) / "sheet.toml").read_text(encoding="utf-8"))
    assert isinstance(built, Published), built
    assert (folder(form) / "template.toml").read_bytes() == built.toml.encode()
    assert len(built.pages) == (2 if form in SECOND_PAGES else 1)
    for name, svg in built.pages.items():
        assert (folder(form) / name).read_bytes() == svg.encode()


@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_the_list_has_exactly_one_box(form: str) -> None:
    fields = field_list(form)["fields"]
    boxes = {box.no: box for box in template(form).boxes if box.id not in BESIDE.get(form, ())}
    assert sorted(boxes) == [field["no"] for field in fields]
    assert len(template(form).boxes) == len(fields) + len(BESIDE.get(form, ()))
    for field in fields:
        assert boxes[field["no"]].required == field["required"]
        assert boxes[field["no"]].counts == field["counts_as_paper_box"]


@pytest.mark.parametrize("form", FORMS)
def test_every_box_is_bound_to_the_fact_of_its_field(form: str) -> None:
    boxes = {box.no: box for box in template(form).boxes if box.id not in BESIDE.get(form, ())}
    for field in field_list(form)["fields"]:
        box, key = boxes[field["no"]], field["key"].replace("{", "").replace("}", "")
        key = key.replace("person[C]", f"person[{field['repeat']}]") if field["repeat"] in {"SC", "PS"} else key
        for group in ("P", "C"):
            key = key.replace(f"person[{group}]", f"person[{OWN_GROUPS.get((form, group), group)}]")
        key = own_fact(form, VISITOR.get(key, key) if came(form, field) else key)
        if key.endswith(".my_number") or key in INSTEAD:
            assert (box.kind, box.fact) == (Kind.BLANK, "")
        elif key == "addr.new.text" and form not in SEPARATE_BUILDING:
            printed = {"person[A].address", "person[P].address", "addr.new.whole"}
            assert facts_of(box)[0] in printed, "the building belongs to the address"
        else:
            assert facts_of(box)[0] == key


def came(form: str, field: dict[str, Any]) -> bool:
    """Whether a field is about the person at the counter, for whomever they file."""
    return field["label_ja"].startswith(CAME) or (form, field["no"]) in CAME_TOO


def own_fact(form: str, key: str) -> str:
    """The fact that stands for a key of the field list on a form, where the list's own key would be ambiguous."""
    for listed, own in OWN_FACTS.get(form, {}).items():
        if key.startswith(listed):
            return own + key.removeprefix(listed)
    return key


@pytest.mark.parametrize("form", FORMS)
def test_members_and_copies_follow_the_field_list(form: str) -> None:
    loaded, copied = template(form), {"K", "AD"}
    boxes = {box.no: box for box in loaded.boxes}
    for field in field_list(form)["fields"]:
        group = OWN_GROUPS.get((form, field["repeat"]), field["repeat"])
        single = group == "1" or group in copied or form in ONE_PERSON
        assert boxes[field["no"]].repeat == ("" if single else group)
        assert loaded.copies == (group if group in copied else ONE_PERSON.get(form, "case"))


@pytest.mark.parametrize("form", DRAWN)
def test_every_printed_option_and_every_code_of_the_vocabulary_meet(form: str) -> None:
    unprinted = {"記載なし", "なし"}  # nothing is marked for these
    for box in template(form).boxes:
        if box.kind not in {Kind.CHOICE, Kind.TICK}:
            continue
        key = "person" + box.fact.partition("]")[2] if box.fact.startswith("person[") else box.fact
        item = vocabulary()["item"][key]
        codes = {"true", "false"} if item["type"] == "bool" else set(vocabulary()["codes"][item["codes"]])
        printed = [code for option in box.options for code in option.code.split("|")]
        assert len(printed) == len(set(printed))
        assert codes - unprinted <= set(printed), (form, box.id)


@pytest.mark.parametrize(("form", "page"), PAGES)
def test_printed_words_do_not_run_into_each_other(form: str, page: int) -> None:
    clashes = [(one, two) for (r1, one), (r2, two) in combinations(rendered(form, page), 2) if overlap(r1, r2)]
    assert clashes == []


@pytest.mark.parametrize(("form", "page"), PAGES)
def test_nothing_is_printed_where_a_value_will_stand(form: str, page: int) -> None:
    loaded, words = template(form), rendered(form, page)
    for box in (box for box in loaded.boxes if box.page == page):
        for rect in rows_of(loaded, box):
            shift = rect.y - box.rect.y
            parts = box.parts
            places = [] if box.kind in NOT_FREE_TEXT else [box.rect]
            places += [each for each in (parts.era, parts.year, parts.month, parts.day) if each] if parts else []
            hit = [text for ink, text in words for place in places if overlap(ink, place.shifted(shift))]
            assert hit == [], (form, box.id)


@pytest.mark.parametrize(("form", "page"), PAGES)
def test_the_print_is_large_enough_and_keeps_the_margins(form: str, page: int) -> None:
    for ink, text in rendered(form, page):
        assert ink.h / 0.9 >= 1.9, text
        assert ink.x >= BINDING
        assert ink.x + ink.w <= 200.01
        assert ink.y >= 12
        assert ink.y + ink.h <= 279, text


@pytest.mark.parametrize("form", DRAWN)
def test_marks_of_one_box_do_not_touch(form: str) -> None:
    for box in template(form).boxes:
        options = (*box.options, *(box.parts.eras if box.parts else ()))
        assert not any(overlap(one.rect, two.rect) for one, two in combinations(options, 2)), (form, box.id)


@pytest.mark.parametrize("form", DRAWN)
def test_values_have_room(form: str) -> None:
    for box in template(form).boxes:
        if box.kind is Kind.SIGNATURE:
            assert (box.rect.w >= 60, box.rect.h >= 10) == (True, True), box.id
        if box.kind in {Kind.TEXT, Kind.DATE}:
            assert box.rect.h >= least_height(box), (form, box.id)


def least_height(box: Box) -> float:
    """A line of the box's size must fit; names and addresses need two lines or a comfortable row."""
    return 4.0 if box.form == "kana" and box.size < 10 else box.size * 0.3528 * 1.15


@pytest.mark.parametrize("form", DRAWN)
def test_the_foot_is_kept_free_for_the_barcode(form: str) -> None:
    barcode = template(form).barcode
    assert (barcode.w >= 95, barcode.h >= 8, barcode.y >= 279) == (True, True, True)


def test_no_form_ever_asks_for_an_individual_number() -> None:
    for form in DRAWN:
        text = (folder(form) / "template.toml").read_text(encoding="utf-8")
        assert ".my_number" not in text


def test_forms_that_everybody_gets_have_one_sheet_per_person() -> None:
    assert {form: template(form).copies for form in FORMS if template(form).copies != "case"} == {
        "F06": "K",
        "F06b": "AD",
        **ONE_PERSON,
    }
