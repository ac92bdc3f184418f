"""A form out of an official paper: its cells, what is written in them, whose box it is, and the template of it."""

from functools import cache
from pathlib import Path

import pytest

from kiosk.bench.importing import called_alike
from kiosk.catalogue.files import Files
from kiosk.catalogue.layout import TEMPLATE_FILES
from kiosk.catalogue.templates import load_template
from kiosk.designing.importing.draft import Draft, draft
from kiosk.designing.importing.matching import Matcher
from kiosk.designing.importing.naming import named
from kiosk.designing.importing.proposing import propose
from kiosk.designing.importing.scan import read_tsv
from kiosk.designing.importing.sheet import Proposed
from kiosk.designing.importing.writing import lay_down, proof
from kiosk.model.filled import BoxState, FilledBox, FilledForm, Sheet
from kiosk.model.template import Box, Kind, Template
from kiosk.render.drawlist import Rule, Text
from kiosk.render.official.leaf import read_leaf
from kiosk.render.official.printed import read_printed
from kiosk.render.official.unreadable import Unreadable
from kiosk.render.packet import Renderer
from tests import other_hands
from tests.known_forms import TODAY, matcher
from tests.short import SHORT
from tests.visits import book

FONTS = other_hands.ROOT / "assets" / "fonts"
FORMS = ("F03", "F04", "F13", "F24", *(() if SHORT else ("F01", "F05", "F09", "F15", "F21", "F30", "F37", "F44")))
STAMP = Sheet(case_no="26000123", municipality="見本県架空市")


@cache
def imported(form: str) -> Draft:
    """A form of the sample town, imported by who knows only its other forms."""
    return draft(other_hands.plain(form), form="F90", title="取り込んだ様式", matcher=matcher(form), since=TODAY)


def pairs(form: str) -> list[tuple[Box, tuple[Proposed, str] | None]]:
    """Every box of the form's first page as its own template has it, with what was found there."""
    template = book().templates[form, "001"]
    sheet = tuple(named(propose(read_printed(read_leaf(other_hands.plain(form))), known=matcher(form).words)))
    found = []
    for box in (box for box in template.boxes if box.page == 1):
        x, y = box.rect.x + box.rect.w / 2, box.rect.y + box.rect.h / 2
        here = [each for each in sheet if each[0].cell.holds(x, y)]
        found.append((box, min(here, key=lambda each: each[0].cell.w * each[0].cell.h, default=None)))
    return found


@pytest.mark.parametrize("form", FORMS)
def test_nineteen_of_twenty_boxes_of_each_form_are_found_and_four_of_five_named_as_people_call_them(form: str) -> None:
    every = pairs(form)
    found = [(box, here) for box, here in every if here is not None]
    assert len(found) >= 0.95 * len(every)
    right = [box for box, (_, name) in found if called_alike(box.label, name)]
    assert len(right) >= 0.8 * len(every)


def test_how_a_box_is_filled_is_read_from_what_is_printed_in_it() -> None:
    kinds = {box.label: here[0].kind for box, here in pairs("F04") if here is not None}
    assert kinds["請求者 生年月日"] is Kind.DATE
    assert kinds["請求者 性別"] is Kind.CHOICE
    assert kinds["請求者 個人番号"] is Kind.COMB
    assert kinds["請求者 住所"] is Kind.TEXT


def test_what_a_label_asks_for_is_bound_when_that_is_sure_and_left_to_the_pen_when_not() -> None:
    boxes = {box.label: box for box in imported("F04").template.boxes}
    assert boxes["請求者 生年月日"].fact == "person[A].birth.date"
    assert boxes["配偶者 生年月日"].fact == "person[S].birth.date"
    assert [option.code for option in boxes["請求者 性別"].options] == ["男", "女"]
    assert (boxes["請求者署名"].kind, boxes["請求者署名"].fact) == (Kind.BLANK, "")
    assert next(each.box.kind for each in imported("F04").boxes if each.name == "請求者署名") is Kind.SIGNATURE
    assert (boxes["事務処理欄 手当月額"].kind, boxes["事務処理欄 手当月額"].fact) == (Kind.BLANK, "")


def test_a_number_that_is_kept_out_of_here_stays_blank() -> None:
    boxes = [box for box in imported("F04").template.boxes if "個人番号" in box.label]
    assert boxes
    assert {(box.kind, box.fact) for box in boxes} == {(Kind.BLANK, "")}


def test_the_places_of_a_date_are_those_before_its_signs_and_its_eras() -> None:
    own = book().templates["F04", "001"]
    wanted = next(box for box in own.boxes if box.label == "請求者 生年月日").parts
    found = next(box for box in imported("F04").template.boxes if box.label == "請求者 生年月日").parts
    assert wanted is not None
    assert found is not None
    assert [era.code for era in found.eras] == [era.code for era in wanted.eras]
    for one, other in ((found.year, wanted.year), (found.month, wanted.month), (found.day, wanted.day)):
        assert abs((one.x + one.w / 2) - (other.x + other.w / 2)) < 2.5


def test_rows_for_several_people_are_one_repeated_box() -> None:
    template = imported("F04").template
    (rows,) = template.repeats
    (wanted,) = book().templates["F04", "001"].repeats
    assert (rows.rows, rows.group) == (wanted.rows, "C")
    assert abs(rows.dy - wanted.dy) < 0.1
    inside = {box.label for box in template.boxes if box.repeat == rows.id}
    assert {"児童 フリガナ", "児童 氏名", "児童 生年月日", "児童 続柄"} <= inside
    assert not any(box.fact.startswith("person[C]") for box in template.boxes if not box.repeat)


@pytest.mark.parametrize("form", FORMS)
def test_an_imported_form_has_nothing_wrong_as_it_lies_there(form: str, tmp_path: Path) -> None:
    lay_down(imported(form), tmp_path / "F90" / "001")
    facts = frozenset(item.key for item in book().vocabulary.items)
    loaded = load_template(Files.read(tmp_path, TEMPLATE_FILES), "F90/001", facts=facts)
    assert isinstance(loaded, Template), loaded
    assert len(loaded.boxes) == len(imported(form).boxes)
    text = (tmp_path / "F90" / "001" / "template.toml").read_text(encoding="utf-8")
    assert text.count("# 確かめる: ") == len(loaded.boxes)


def test_rows_are_for_a_group_that_the_city_has() -> None:
    vocabulary, templates = book().vocabulary, book().templates
    for groups, group in ((("C", "P"), "C"), (("P", "O"), "P"), (("X", "O"), "O"), ((), "C")):
        assert Matcher(vocabulary, templates, groups=groups).group("C") == group


def test_an_imported_form_is_filled_on_the_paper_itself() -> None:
    made = imported("F03")
    renderer = Renderer(lambda _: made.template, page=lambda _, name: made.papers[name], fonts=FONTS)
    box = next(box for box in made.template.boxes if box.fact and box.kind is Kind.TEXT)
    filled = FilledForm(
        template="F90",
        version="001",
        digest="",
        subject="",
        sheets=1,
        boxes=(FilledBox(box=box.id, no=box.no, state=BoxState.FILLED, text="見本花子"),),
    )
    (page,) = renderer.page_lists(filled, stamp=STAMP)
    assert page.background.under is not None
    written = next(item for item in page.content.items if isinstance(item, Text) and item.text == "見本花子")
    assert box.rect.x <= written.x <= box.rect.x + box.rect.w
    assert renderer.warnings(filled, stamp=STAMP) == ()


def test_it_is_laid_down_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("kiosk.designing.importing.writing.write_whole", full)
        with pytest.raises(OSError, match="No space"):
            lay_down(imported("F03"), tmp_path / "F90" / "001")
    assert [each for each in tmp_path.rglob("*") if each.is_file() or each.name.startswith(".")] == []
    lay_down(imported("F03"), tmp_path / "F90" / "001")
    with pytest.raises(FileExistsError):
        lay_down(imported("F04"), tmp_path / "F90" / "001")


def test_the_sheet_for_comparing_shows_every_box_with_its_number() -> None:
    made = imported("F03")
    shown = other_hands.picture(proof(made, other_hands.shaper()))
    assert other_hands.unlike(other_hands.picture(other_hands.plain("F03")), shown) > 0.005


@pytest.mark.parametrize("turn", [-1.6, 0.0, 0.7])
def test_a_scan_is_made_straight_and_its_cells_are_those_of_the_paper(turn: float) -> None:
    made = draft(other_hands.askew(turn, form="F24"), form="F90", title="写し", matcher=matcher(), since=TODAY)
    assert abs(made.turned + turn) < 0.1
    (page,) = made.template.pages
    assert page.background == "page-1.png"
    places = [box.rect for box in made.template.boxes]
    wanted = [box.rect for box in book().templates["F24", "001"].boxes if box.kind is Kind.TEXT and not box.repeat]
    near = [rect for rect in wanted if any(abs(each.x - rect.x) < 2 and abs(each.y - rect.y) < 2 for each in places)]
    assert len(near) >= 0.8 * len(wanted)
    assert {box.fact for box in made.template.boxes} == {""}  # nobody has read its letters


def test_letters_that_a_program_reads_from_a_scan_name_its_boxes() -> None:
    head = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"
    row = "5\t1\t1\t1\t1\t1\t200\t100\t40\t20\t91.5\t氏名\n5\t1\t1\t1\t1\t2\t300\t100\t40\t20\t12.0\tざつ\n"
    letters = tuple(read_tsv(head + row))
    assert [letter.text for letter in letters] == ["氏", "名"]
    assert [round(letter.x) for letter in letters] == [25, 28]


def labels(data: bytes) -> list[tuple[str, Kind]]:
    made = draft(data, form="F90", title="様式", matcher=matcher(), since=TODAY)
    return [(each.name, each.box.kind) for each in made.boxes]


def test_words_at_the_left_edge_of_a_cell_are_a_label_where_the_next_cell_is_empty() -> None:
    data = other_hands.ruled(
        (
            20,
            40,
            (((30, "氏名"), (60, ""), (30, "性別"), (50, "男・女")), ((30, "住所"), (60, ""), (30, "電話"), (50, ""))),
        ),
        (20, 80, (((170, "備考"),),)),
    )
    text = Kind.TEXT
    found = [("氏名", text), ("性別", Kind.CHOICE), ("住所", text), ("電話", text), ("備考", text)]
    assert labels(data) == found


def test_in_a_table_row_and_column_name_a_box_together() -> None:
    rows = (
        ((50, "区分"), (60, "変更前"), (60, "変更後")),
        ((50, "氏名"), (60, ""), (60, "")),
        ((50, "住所"), (60, ""), (60, "")),
    )
    named_so = ["氏名（変更前）", "氏名（変更後）", "住所（変更前）", "住所（変更後）"]
    assert [name for name, _ in labels(other_hands.ruled((20, 40, rows)))] == named_so


def test_a_table_without_sides_is_one_and_a_line_after_a_word_is_to_be_written_on() -> None:
    rows = tuple(((50.0, label), (110.0, "")) for label in ("使用目的", "使用場所", "使用人数"))
    word = Text(x=30, y=120, size_pt=10, face="gothic", text="使用者氏名")
    line = Rule(x1=60, y1=121, x2=120, y2=121, width=0.2)
    found = labels(other_hands.ruled((20, 40, rows), sides=False, words=[word, line]))
    assert [name for name, _ in found] == ["使用目的", "使用場所", "使用人数", "使用者氏名"]


@pytest.mark.parametrize("hand", ["turned", "cropped", "owner_locked", "old"])
def test_whatever_wrote_the_paper_the_boxes_are_the_same(hand: str) -> None:
    made = draft(getattr(other_hands, hand)(), form="F90", title="様式", matcher=matcher("F03"), since=TODAY)
    assert [box.label for box in made.template.boxes] == [box.label for box in imported("F03").template.boxes]


def test_what_cannot_be_used_is_refused_with_the_reason() -> None:
    with pytest.raises(Unreadable, match="パスワード"):
        draft(other_hands.locked(), form="F90", title="様式", matcher=matcher(), since=TODAY)
    with pytest.raises(Unreadable, match="ページが多すぎます"):
        draft(other_hands.plain(copies=11), form="F90", title="様式", matcher=matcher(), since=TODAY)
