"""The drawing tool: what a sheet.toml says is ruled to the tenth of a millimetre, and mistakes are all told at once."""

import re
import tomllib
from pathlib import Path

import pytest

from kiosk.catalogue.drawing.sheet import Published, build, publish
from kiosk.model.template import Template
from tests.forms import load_form

HEAD = """
id = "F90"
version = "001"
number = "様式第90号"
title = "見本届"
addressee = "（あて先）架空市長"
law = "見本法第1条"
department = "市民課"
confidence = "sample"
valid_from = 2026-04-01
filed = "day"
essential = ["day"]

[box]
day = { no = 1, label = "届出年月日", kind = "date", fact = "case.filed_on", form = "wareki" }
"""
NAME = 'name = { no = 2, label = "氏名", fact = "person[A].name.full" }\n'
ROW = """
[[section]]
band = "届出人"
[[section.row]]
height = 10
cells = [{ label = "氏　名", box = "name" }]
"""


def drawn(sheet: str) -> tuple[Template, str]:
    built = build(sheet)
    assert isinstance(built, Published), built
    written = tomllib.loads(built.toml)
    fields = {"page": "pages", "repeat": "repeats", "box": "boxes"}
    template = Template.model_validate({fields.get(key, key): value for key, value in written.items()})
    return template, built.pages["page-1.svg"]


def told(sheet: str) -> str:
    built = build(sheet)
    assert isinstance(built, tuple)
    return "\n".join(map(str, built))


def one(definition: str, *, cell: str = "", height: float = 10) -> Template:
    row = f"\n[[section]]\n[[section.row]]\nheight = {height}\ncells = [{{ box = 'it'{cell} }}]\n"
    return drawn(f"{HEAD}it = {{ no = 2, label = '見本', {definition} }}\n{row}")[0]


def test_a_box_stands_right_of_its_label_inside_the_band() -> None:
    template, _ = drawn(HEAD + NAME + ROW)
    rect = template.boxes[1].rect
    assert (rect.x, rect.y, rect.w, rect.h) == (52.2, 41.3, 146.6, 9.4)


def test_the_letters_of_a_band_stay_inside_its_border_or_the_sheet_is_told() -> None:
    _, page = drawn(HEAD + NAME + ROW.replace("height = 10", "height = 7"))
    letters = re.findall(r'<text x="23.5" y="([0-9.]+)" font-size="([0-9.]+)"', page)[:3]
    assert all(float(y) - 0.88 * float(size) >= 41.0 for y, size in letters)
    assert all(float(y) + 0.12 * float(size) <= 48.0 for y, size in letters)
    assert "帯に入りません" in told(HEAD + NAME + ROW.replace('"届出人"', '"届出をされる代理の方"'))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert build(HEAD + NAME + ROW) == build(HEAD + NAME + ROW)


def test_what_is_drawn_can_be_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "F90" / "001"
    folder.mkdir(parents=True)
    (folder / "sheet.toml").write_text(HEAD + NAME + ROW, encoding="utf-8")
    assert publish(folder) == ()
    assert isinstance(load_form(folder), Template)


def test_a_published_version_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sheet.toml").write_text(HEAD + NAME + ROW, encoding="utf-8")
    assert publish(tmp_path) == ()
    assert publish(tmp_path) == ()
    (tmp_path / "sheet.toml").write_text(HEAD + NAME + ROW.replace("10", "12"), encoding="utf-8")
    before = (tmp_path / "template.toml").read_bytes()
    assert {Path(issue.where).name for issue in publish(tmp_path)} == {"template.toml", "page-1.svg"}
    assert (tmp_path / "template.toml").read_bytes() == before
    assert publish(tmp_path, overwrite=True) == ()
    assert (tmp_path / "template.toml").read_bytes() != before


def test_options_are_printed_in_order_and_keep_their_codes() -> None:
    options = one("kind = 'choice', fact = 'x.y', options = ['有=true', '無=false']").boxes[1].options
    assert [option.code for option in options] == ["true", "false"]
    assert options[0].rect.x + options[0].rect.w < options[1].rect.x


def test_an_empty_option_leaves_a_gap_in_the_columns() -> None:
    words = "'あ', '', 'い', 'う'"
    options = one(f"kind = 'tick', fact = 'x.y', options = [{words}]", cell=", width = 180").boxes[1].options
    assert [option.code for option in options] == ["あ", "い", "う"]
    assert options[1].rect.x - options[0].rect.x > options[2].rect.x - options[1].rect.x


def test_a_date_has_places_for_era_year_month_and_day_from_left_to_right() -> None:
    parts = one("kind = 'date', fact = 'x.y'").boxes[1].parts
    assert parts is not None
    assert parts.era is not None
    assert parts.era.x < parts.year.x < parts.month.x < parts.day.x
    assert parts.year.w >= 9


def test_eras_to_circle_have_their_full_names_as_codes_even_when_one_letter_is_printed() -> None:
    parts = one("kind = 'date', fact = 'x.y', eras = 'short'").boxes[1].parts
    assert parts is not None
    assert [era.code for era in parts.eras] == ["明治", "大正", "昭和", "平成", "令和", "西暦"]
    assert parts.era is None


def test_a_seal_has_a_square_of_the_wanted_size() -> None:
    rect = one("kind = 'blank', square = 30", height=40).boxes[1].rect
    assert (rect.w, rect.h) == (30, 30)


def test_a_number_comb_is_blank_and_says_when_it_is_filled_in() -> None:
    template, svg = drawn(f"{HEAD}name = {{ no = 2, label = '個人番号', kind = 'blank', cells = 12 }}\n{ROW}")
    assert template.boxes[1].fact == ""
    assert "（窓口で番号確認後に記入）" in svg


def test_a_member_table_records_its_boxes_once_and_prints_its_rows() -> None:
    name = NAME.replace("[A]", "[P]")
    repeat = ROW.replace('band = "届出人"', 'band = "異動者"\nrepeat = "P"\ntimes = 3')
    template, svg = drawn(HEAD + name + repeat)
    assert [(each.group, each.rows, each.dy) for each in template.repeats] == [("P", 3, 10)]
    assert [box.id for box in template.boxes if box.repeat == "P"] == ["name"]
    assert svg.count("氏　名") == 3


def test_coinciding_rules_are_drawn_once() -> None:
    _, svg = drawn(HEAD + NAME + ROW)
    lines = [text for text in svg.splitlines() if text.startswith("<line")]
    assert len(lines) == len(set(lines))


def test_signs_of_xml_in_a_label_are_written_as_text() -> None:
    _, svg = drawn(HEAD + NAME + ROW.replace("氏　名", "氏<名>&"))
    assert "氏&lt;名&gt;&amp;" in svg


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        (HEAD + NAME, "section: 必要な項目がありません"),
        (HEAD + NAME + ROW.replace('"name"', '"nane"'), "box.nane: この名前の記入欄は"),
        (HEAD + NAME + ROW.replace('"name"', '"nane"'), "box.name: 記入欄がけい線の中に 0 回"),
        (HEAD + NAME + ROW + ROW, "box.name: 記入欄がけい線の中に 2 回"),
        (HEAD + NAME + ROW.replace("height", "hight"), "section[0].row[0].hight: この名前の項目は"),
        (HEAD + NAME + ROW.replace("box =", "width = 20, box ="), "幅の合計が 20 mm"),
        (HEAD + NAME + ROW.replace("height = 10", "height = 300"), "はみ出します"),
        (HEAD + NAME + ROW.replace("氏　名", "長い見出し" * 30), "欄に入りません"),
        (HEAD + NAME + ROW.replace('box = "name"', 'rows = [{ height = 4, cells = [{ box = "name" }] }]'), "4 mm です"),
        ("filed =", "TOML として読めません"),
    ],
)
def test_mistakes_are_told_in_the_words_of_the_person_who_draws(sheet: str, message: str) -> None:
    assert message in told(sheet)


def test_too_many_options_and_too_narrow_a_date_are_told_together() -> None:
    boxes = "a = { no = 2, label = 'い', kind = 'choice', fact = 'x', options = ['長い選択肢', '別の選択肢'] }\n"
    boxes += "b = { no = 3, label = 'ろ', kind = 'date', fact = 'y', eras = 'long' }\n"
    cells = "cells = [{ width = 12, box = 'a' }, { width = 20, box = 'b' }, {}]"
    found = told(f"{HEAD}{boxes}[[section]]\n[[section.row]]\nheight = 5\n{cells}\n")
    assert "選択肢が欄に入りません" in found
    assert "日付の欄の幅" in found


def second_page(height: float = 10) -> str:
    row = ROW.replace("height = 10", f"height = {height}")
    first = "[[section]]\n[[section.row]]\nheight = 9\ncells = [{ text = '一枚目' }]\n"
    return HEAD + NAME + first + row.replace("[[section]]\n", "[[section]]\npage = 2\n", 1)


def test_a_section_of_the_second_page_is_drawn_there_and_its_box_knows_the_page() -> None:
    built = build(second_page())
    assert isinstance(built, Published), built
    template, first = drawn(second_page())
    assert [page.background for page in template.pages] == list(built.pages) == ["page-1.svg", "page-2.svg"]
    assert [box.page for box in template.boxes] == [1, 2]
    assert ("氏　名" in first, "氏　名" in built.pages["page-2.svg"]) == (False, True)


def test_the_office_use_area_stands_on_the_last_page_and_the_law_on_every_page() -> None:
    built = build(second_page())
    assert isinstance(built, Published), built
    assert ["本人確認" in svg for svg in built.pages.values()] == [False, True]
    assert ["根拠：" in svg for svg in built.pages.values()] == [True, True]


def test_a_second_page_that_is_too_long_is_told_with_its_number() -> None:
    assert "2 枚目の用紙の下に" in told(second_page(height=260))
