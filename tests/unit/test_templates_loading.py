"""Reading published forms: right ones load, wrong ones are told with file and place and never raise."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.files import Files
from kiosk.catalogue.layout import TEMPLATE_FILES
from kiosk.catalogue.templates import load_templates
from kiosk.model.base import Issue
from kiosk.model.template import Template
from tests import other_hands
from tests.forms import load_form
from tests.rules_book import rule_book

FORM = """
id = "F90"
version = "001"
title = "見本届"
addressee = "（あて先）架空市長"
law = "見本"
department = "市民課"
confidence = "sample"
valid_from = 2026-04-01
essential = ["no1"]

[[page]]
background = "page-1.svg"

[[repeat]]
id = "P"
group = "P"
rows = 2
dy = 20.0

[[box]]
id = "no1"
no = 1
label = "届出人"
fact = "person[A].name.full"
rect = { x = 21, y = 21, w = 78, h = 8 }

[[box]]
id = "no2"
no = 2
label = "氏名"
fact = "person[P].name.full"
repeat = "P"
rect = { x = 21, y = 41, w = 78, h = 8 }
"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297">
<rect x="20" y="20" width="80" height="10" stroke="black" stroke-width="0.2" fill="none"/>
<rect x="20" y="40" width="80" height="10" stroke="black" stroke-width="0.2" fill="none"/>
<rect x="20" y="60" width="80" height="10" stroke="black" stroke-width="0.2" fill="none"/>
</svg>
"""


def publish(root: Path, toml: str = FORM, svg: str = SVG, *, name: str = "F90", version: str = "001") -> Path:
    folder = root / name / version
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(toml, encoding="utf-8")
    (folder / "page-1.svg").write_text(svg, encoding="utf-8")
    return folder


def problems(loaded: Template | tuple[Issue, ...]) -> tuple[Issue, ...]:
    assert isinstance(loaded, tuple)
    return loaded


def test_a_form_of_another_editor_loads_with_its_digest(tmp_path: Path) -> None:
    template = load_form(publish(tmp_path))
    assert isinstance(template, Template)
    assert [box.id for box in template.boxes] == ["no1", "no2"]
    assert len(template.digest) == 64


def test_the_digest_changes_with_the_background_and_with_the_boxes(tmp_path: Path) -> None:
    variants = [(FORM, SVG), (FORM, SVG.replace("0.2", "0.3")), (FORM.replace("届出人", "届出者"), SVG)]
    loaded = [load_form(publish(tmp_path / str(index), *pair)) for index, pair in enumerate(variants)]
    assert len({template.digest for template in loaded if isinstance(template, Template)}) == 3


@pytest.mark.parametrize(
    ("old", "new", "where", "message"),
    [
        ('id = "no2"', 'id = "no1"', "box[1].id", "2 回"),
        ("x = 21, y = 21, w = 78", "x = 150, y = 21, w = 78", "box[0].rect", "用紙の外"),
        ("x = 21, y = 21, w = 78", "x = 10, y = 21, w = 78", "box[0].rect", "一つの枠"),
        ("x = 21, y = 21, w = 78", "x = 110, y = 21, w = 50", "box[0].rect", "一つの枠"),
        ("y = 21, w = 78, h = 8", "y = 21, w = 78, h = 25", "box[1].rect", "重なって"),
        ("rows = 2", "rows = 1000000000", "repeat[0].rows", "1 から 60"),
        ("dy = 20.0", "dy = 5.0", "repeat[0].dy", "行の間隔"),
        ("dy = 20.0", "dy = nan", "repeat[0].dy", "数で"),
        ("x = 21, y = 21", "x = nan, y = 21", "box[0].rect.x", "数で"),
        ("dy = 20.0", "dy = 15.0", "box[1].rect", "一つの枠"),
        ("person[A].name.full", "person[A].my_number", "box[0].fact", "個人番号"),
        ("person[A].name.full", "{person[A].kana}・{person[A].my_number}", "box[0].fact", "個人番号"),
        ("person[A].name.full", "person[P].name.full", "box[0].fact", "person[P]"),
        ("person[P].name.full", "person[SC].name.full", "box[1].fact", "person[SC]"),
        ('fact = "person[A].name.full"', "", "box[0].fact", "決められていません"),
        ('repeat = "P"', 'repeat = "Q"', "box[1].repeat", "「Q」"),
        ("no = 1", 'no = "一"', "box[0].no", "整数"),
        ("no = 1", 'no = 1\ncolour = "red"', "box[0].colour", "ありません"),
        ("rect = { x = 21, y = 21, w = 78, h = 8 }", "", "box[0].rect", "必要な項目"),
        ("rect = { x = 21, y = 21, w = 78, h = 8 }", "rect = { x = 21, y = 21, w = 78 }", "box[0].rect.h", "必要な"),
        ('label = "届出人"', 'label = "届出人"\nkind = "stamp"', "box[0].kind", "使えない"),
        ('id = "F90"', 'id = "F91"', "id", "フォルダー"),
        ('version = "001"', 'version = "1"', "version", "フォルダー"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, where: str, message: str) -> None:
    found = problems(load_form(publish(tmp_path, FORM.replace(old, new, 1))))
    assert any(issue.where == f"F90/001/template.toml {where}" and message in issue.message for issue in found), found


def test_a_box_that_says_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = problems(load_form(publish(tmp_path, FORM.replace("no = 1\n", "no = 1\npage = 2\n"))))
    assert [issue.where for issue in found] == ["F90/001/template.toml box[0].page"]


def test_two_pages_may_share_one_background(tmp_path: Path) -> None:
    page = '[[page]]\nbackground = "page-1.svg"\n'
    twice = FORM.replace(page, page + page).replace("no = 2\n", "no = 2\npage = 2\n")
    assert isinstance(load_form(publish(tmp_path, twice)), Template)


def test_a_form_of_one_page_has_no_other_side_to_print_on(tmp_path: Path) -> None:
    (found,) = problems(load_form(publish(tmp_path, FORM.replace("title =", 'sides = "two"\ntitle =', 1))))
    assert (found.where.endswith("sides"), "両面" in found.message, "one" in found.allowed) == (True, True, True)


@pytest.mark.parametrize("said", ['"both"', "2", "true"])
def test_what_is_no_way_to_print_is_told(tmp_path: Path, said: str) -> None:
    (found,) = problems(load_form(publish(tmp_path, FORM.replace("title =", f"sides = {said}\ntitle =", 1))))
    assert "sides" in found.where


def test_a_choice_must_stand_inside_its_box(tmp_path: Path) -> None:
    option = 'kind = "choice"\noptions = [{ code = "男", rect = { x = 90, y = 22, w = 15, h = 5 } }]\nrect'
    found = problems(load_form(publish(tmp_path, FORM.replace("rect", option, 1))))
    assert "欄の外" in found[0].message


def test_only_facts_of_the_vocabulary_may_be_bound(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    assert isinstance(load_form(folder, facts={"person.name.full"}), Template)
    assert all("語彙" in issue.message for issue in problems(load_form(folder, facts={"case.filed_on"})))


@pytest.mark.parametrize("text", ["id = ", "\x00", "id = 1", ""])
def test_a_file_that_is_no_form_is_told_and_does_not_raise(tmp_path: Path, text: str) -> None:
    assert problems(load_form(publish(tmp_path, text)))


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    (folder / "template.toml").write_bytes(FORM.encode("cp932"))
    assert "UTF-8" in problems(load_form(folder))[0].message


def test_a_missing_background_is_named(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    (folder / "page-1.svg").unlink()
    assert "page-1.svg" in problems(load_form(folder))[0].message


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    assert "template.toml" in problems(load_form(tmp_path / "F90" / "001"))[0].where


@pytest.mark.parametrize("name", ["city.docx", "city.gif", "../page-1.svg", "page-1.SVG"])
def test_a_background_that_cannot_be_drawn_is_named_with_what_is_there(tmp_path: Path, name: str) -> None:
    folder = publish(tmp_path, FORM.replace('background = "page-1.svg"', f'background = "{name}"'))
    (folder / "city.docx").write_bytes(b"PK")
    (issue,) = problems(load_form(folder))
    assert issue.where == "F90/001/template.toml page[0].background"
    assert "page-1.svg" in issue.allowed


def test_the_city_s_own_paper_is_a_background_as_it_is(tmp_path: Path) -> None:
    folder = publish(tmp_path, FORM.replace('background = "page-1.svg"', 'background = "city.pdf"'))
    (folder / "page-1.svg").unlink()
    (folder / "city.pdf").write_bytes(other_hands.cropped())
    found = load_form(folder)
    assert isinstance(found, Template)
    (folder / "city.pdf").write_bytes(other_hands.plain())
    again = load_form(folder)
    assert isinstance(again, Template)
    assert again.digest != found.digest


@pytest.mark.parametrize(
    ("data", "told"),
    [(other_hands.locked(), "パスワード"), (b"%PDF-1.7", "壊れて"), (b"", "PDF でも画像でもありません")],
)
def test_a_paper_that_cannot_be_used_is_told_with_its_name(tmp_path: Path, data: bytes, told: str) -> None:
    folder = publish(tmp_path, FORM.replace('background = "page-1.svg"', 'background = "city.pdf"'))
    (folder / "page-1.svg").unlink()
    (folder / "city.pdf").write_bytes(data)
    (issue,) = problems(load_form(folder))
    assert issue.where == "F90/001/city.pdf"
    assert told in issue.message


def test_a_background_of_another_size_than_its_page_is_told(tmp_path: Path) -> None:
    points = SVG.replace('viewBox="0 0 210 297"', 'viewBox="0 0 595 842"')
    assert points != SVG
    found = problems(load_form(publish(tmp_path, svg=points)))
    assert any("595×842" in issue.message and issue.where == "F90/001/page-1.svg <svg>" for issue in found)


def test_a_background_that_is_no_xml_is_told(tmp_path: Path) -> None:
    found = problems(load_form(publish(tmp_path, svg="<svg")))
    assert found[0].where == "F90/001/page-1.svg"


def test_one_wrong_form_leaves_the_others_usable(tmp_path: Path) -> None:
    publish(tmp_path)
    publish(tmp_path, "id =", name="F91")
    templates, issues = load_templates(Files.read(tmp_path, TEMPLATE_FILES))
    assert set(templates) == {("F90", "001")}
    assert [issue.where for issue in issues] == ["F91/001/template.toml"]


def test_the_version_in_force_on_a_day_is_found(tmp_path: Path) -> None:
    publish(tmp_path, FORM.replace("2026-04-01", "2026-04-01\nvalid_to = 2027-09-30"))
    second = FORM.replace('"001"', '"002"').replace("2026-04-01", "2027-04-01")
    publish(tmp_path, second, version="002")
    templates, issues = load_templates(Files.read(tmp_path, TEMPLATE_FILES))
    assert not issues

    book = rule_book(templates=tuple(templates.values()))

    def version(on: date) -> str | None:
        template = book.template("F90", on)
        return template.version if template else None

    assert version(date(2026, 3, 31)) is None
    assert version(date(2027, 3, 31)) == "001"
    assert version(date(2027, 4, 1)) == "002"
    assert book.template("F91", date(2027, 4, 1)) is None


@pytest.mark.parametrize(
    ("essential", "wrong"),
    [
        ("", "欠かせない欄"),
        ('essential = ["no3"]', "no3"),
        ('essential = ["no1", "no4"]', "no4"),  # stays blank: nobody fills it here
    ],
)
def test_a_form_names_boxes_without_which_it_must_not_leave(tmp_path: Path, essential: str, wrong: str) -> None:
    blank = '\n[[box]]\nid = "no4"\nno = 4\nlabel = "印影"\nkind = "blank"\ncounts = false\n'
    blank += "rect = { x = 21, y = 21, w = 8, h = 8 }\n"
    form = FORM.replace('essential = ["no1"]', essential) + blank
    loaded = load_form(publish(tmp_path, form))
    assert isinstance(loaded, tuple)
    assert any("essential" in issue.where and wrong in f"{issue.message}{issue.where}" for issue in loaded)


def test_a_page_of_the_city_s_paper_that_would_not_be_printed_is_told(tmp_path: Path) -> None:
    folder = publish(tmp_path, FORM.replace('background = "page-1.svg"', 'background = "city.pdf"'))
    (folder / "page-1.svg").unlink()
    (folder / "city.pdf").write_bytes(other_hands.plain(copies=3))
    (issue,) = problems(load_form(folder))
    assert issue.message == "city.pdf の 2、3 ページ目が、どのページの台紙にもなっていません。"
