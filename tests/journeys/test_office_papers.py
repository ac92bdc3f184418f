"""What an office looks at before it takes a paper: rows that go on from sheet to sheet, each sheet with its number."""

import re
from collections.abc import Iterator

import pypdfium2
import pytest

from kiosk.model.filled import FilledForm
from kiosk.render.drawlist import Text
from tests.golden.test_forms_golden import STAMP, renderer
from tests.played import NAMES, visit
from tests.visits import TODAY, book

MANY = ("hachinin", *(name for name in NAMES if name.startswith("futago")))


def texts(form: FilledForm, *, sheet: int, page: int) -> list[Text]:
    items = renderer().page(form, stamp=STAMP, sheet=sheet, page=page).items
    return [item for item in items if isinstance(item, Text)]


def numbers(form: FilledForm, *, sheet: int, page: int) -> Iterator[list[int]]:
    """What stands in the places of the row numbers of each repeat of a page."""
    template = book().templates[form.template, form.version]
    for repeat in template.repeats:
        if repeat.number is None or {box.page for box in template.boxes if box.repeat == repeat.id} != {page}:
            continue
        place = repeat.number
        found = [text for text in texts(form, sheet=sheet, page=page) if place.x <= text.x <= place.x + place.w]
        yield [int(text.text) for text in found if text.y >= place.y and text.text.isdecimal()]


def test_the_rows_of_eight_people_are_counted_on_over_the_sheets() -> None:
    desk, _ = visit("hachinin")
    (rows,) = zip(*(numbers(desk.form("F01"), sheet=sheet, page=1) for sheet in (0, 1)), strict=True)
    assert rows == ([1, 2, 3, 4], [5, 6, 7, 8])
    (more,) = zip(*(numbers(desk.form("F02"), sheet=sheet, page=1) for sheet in (0, 1)), strict=True)
    assert more == ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])


def test_every_sheet_of_several_says_which_it_is_and_a_single_one_says_nothing() -> None:
    desk, _ = visit("hachinin")
    for form in desk.now.forms:
        for sheet in range(form.sheets):
            for page in range(1, len(book().templates[form.template, form.version].pages) + 1):
                words = "".join(text.text for text in texts(form, sheet=sheet, page=page))
                said = re.findall(r"続紙 \d/\d|\d/\d（続紙あり）", words)
                first = f"1/{form.sheets}（続紙あり）" if form.sheets > 1 else ""
                assert said == [word for word in (f"続紙 {sheet + 1}/{form.sheets}" if sheet else first,) if word]


def test_a_blank_paper_for_the_pen_numbers_its_rows() -> None:
    template = book().template("F01", TODAY)
    assert template is not None
    bare = FilledForm(template=template.id, version=template.version, digest=template.digest)
    page = pypdfium2.PdfDocument(renderer().blank_pdf(bare))[0].get_textpage()
    assert "1234" in page.get_text_bounded().replace("\r\n", "")


@pytest.mark.parametrize("name", MANY)
def test_no_number_of_a_row_is_part_of_a_printed_page(name: str) -> None:
    desk, _ = visit(name)
    for form in desk.now.forms:
        template = book().templates[form.template, form.version]
        for repeat in (each for each in template.repeats if each.number is not None):
            assert repeat.number is not None
            for page in range(1, len(template.pages) + 1):
                printed = [item for item in renderer().background(form, page=page).items if isinstance(item, Text)]
                column = [item.text for item in printed if abs(item.x - repeat.number.x) < repeat.number.w]
                assert not any(text.isdecimal() for text in column)
