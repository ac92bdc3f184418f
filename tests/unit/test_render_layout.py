"""Layout: every kind of box at its place, repeated rows below each other, and the foot of the page."""

import datetime as dt
from pathlib import Path

import pytest

from kiosk.model.fact import Signature
from kiosk.model.filled import BoxState, FilledBox, FilledForm, Sheet
from kiosk.model.template import Box, DateParts, Kind, Option, Page, Rect, Repeat, Template
from kiosk.render.drawlist import Bars, DrawList, Ellipse, Frame, Ink, Text
from kiosk.render.fonts import FontLibrary
from kiosk.render.layout import compose, filled_boxes
from kiosk.render.preflight import fit_problems, preflight
from kiosk.render.shaping import Shaper

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))
RECT = Rect(x=20.0, y=40.0, w=60.0, h=8.0)
ERAS = tuple(
    Option(code=era, rect=Rect(x=20.0 + 8 * i, y=40.0, w=7.0, h=4.0)) for i, era in enumerate(("昭和", "平成"))
)
YMD = {"year": Rect(x=40, y=40, w=9, h=8), "month": Rect(x=52, y=40, w=7, h=8), "day": Rect(x=62, y=40, w=7, h=8)}


def template(*boxes: Box, repeats: tuple[Repeat, ...] = (), barcode: Rect | None = None) -> Template:
    return Template(
        id="F01",
        version="001",
        title="住民異動届",
        addressee="（あて先）架空市長",
        law="住民基本台帳法",
        department="市民課",
        confidence="",
        valid_from=dt.date(2026, 4, 1),
        pages=(Page(background="page-1.svg"), Page(background="page-2.svg")),
        repeats=repeats,
        boxes=boxes,
        barcode=barcode or Rect(x=88, y=279, w=110, h=8),
    )


def box(kind: Kind = Kind.TEXT, **given: object) -> Box:
    return Box.model_validate({"id": "no1", "no": 1, "label": "氏名", "kind": kind, "rect": RECT, **given})


def filled(**given: object) -> FilledBox:
    return FilledBox.model_validate({"box": "no1", "no": 1, "state": BoxState.FILLED, **given})


def form(*boxes: FilledBox, sheets: int = 1) -> FilledForm:
    return FilledForm(template="F01", version="001", digest="", boxes=boxes, sheets=sheets)


def drawn(
    one: Box, what: FilledBox, *, repeats: tuple[Repeat, ...] = (), sheet: int = 0, page: int = 1
) -> list[object]:
    return list(
        filled_boxes(template(one, repeats=repeats), form=form(what), sheet=sheet, page=page, shaper=SHAPER).items
    )


def texts(items: list[object]) -> list[str]:
    return [item.text for item in items if isinstance(item, Text)]


def issues(one: Box, what: FilledBox) -> list[str]:
    return [str(issue) for issue in preflight(template(one), form=form(what), shaper=SHAPER)]


def whole_page(stamp: Sheet, *, barcode: Rect | None = None) -> DrawList:
    return compose(
        template(box(), barcode=barcode),
        form=form(filled(text="架空太郎")),
        sheet=0,
        page=1,
        stamp=stamp,
        shaper=SHAPER,
    )


STAMP = Sheet(case_no="26000123", municipality="見本県架空市")


def test_a_text_stands_in_its_rectangle() -> None:
    (text,) = drawn(box(size=12.0), filled(text="葛\U000e0100城"))
    assert isinstance(text, Text)
    assert (text.x, text.size_pt, text.face, text.box) == (20.0, 12.0, "mincho", "no1")
    assert 40.0 < text.y < 48.0


@pytest.mark.parametrize("state", [state for state in BoxState if state is not BoxState.FILLED])
def test_a_box_that_is_not_filled_stays_empty(state: BoxState) -> None:
    assert drawn(box(), filled(text="架空", state=state)) == []


def test_a_box_that_stays_blank_on_purpose_is_never_printed() -> None:
    assert drawn(box(Kind.BLANK), filled(text="架空")) == []


def test_a_comb_takes_one_character_a_cell_selectors_included() -> None:
    items = drawn(box(Kind.COMB, cells=6), filled(text="葛\U000e0100城"))
    assert texts(items) == ["葛\U000e0100", "城"]
    centres = [item.x + 10.5 * 25.4 / 72 / 2 for item in items if isinstance(item, Text)]
    assert centres == pytest.approx([25.0, 35.0])


def test_a_comb_aligned_to_the_right_fills_its_last_cells() -> None:
    items = drawn(box(Kind.COMB, cells=6, align="right"), filled(text="12"))
    assert [60.0 < item.x < 70.0 for item in items if isinstance(item, Text)] == [True, False]


def test_a_comb_with_too_few_cells_shows_everything_and_reports_the_rest() -> None:
    one, what = box(Kind.COMB, cells=3), filled(text="1234567")
    assert "".join(texts(drawn(one, what))) == "1234567"
    (problem,) = fit_problems(template(one), form=form(what), shaper=SHAPER)
    assert (problem.box, problem.label, problem.rest) == ("no1", "氏名", "4567")


def test_the_chosen_option_is_circled_and_no_other() -> None:
    (circle,) = drawn(box(Kind.CHOICE, options=ERAS), filled(marks=("平成",)))
    assert circle == Ellipse(x=28.0, y=40.0, w=7.0, h=4.0, width=0.35, box="no1", word="平成")


def test_a_mark_says_the_printed_word_and_not_the_code_behind_it() -> None:
    option = Option(code="true", rect=RECT, word="有")
    (circle,) = drawn(box(Kind.CHOICE, options=(option,)), filled(marks=("true",)))
    (tick,) = drawn(box(Kind.TICK, label="同意"), filled(marks=("true",)))
    assert isinstance(circle, Ellipse)
    assert isinstance(tick, Ink)
    assert (circle.word, tick.word) == ("有", "同意")


def test_what_is_drawn_without_letters_says_what_it_means() -> None:
    one = template(box(Kind.CHOICE, label="性別", options=(Option(code="1", rect=RECT, word="男"),)))
    marks = filled_boxes(one, form=form(filled(marks=("1",))), sheet=0, page=1, shaper=SHAPER)
    assert [(each.words, each.drawn) for each in marks.said] == [("性別：男", True)]


def test_one_printed_word_may_stand_for_several_codes() -> None:
    option = Option(code="国内転入|国外転入等", rect=RECT)
    for mark in ("国外転入等", "国内転入|国外転入等"):
        assert len(drawn(box(Kind.CHOICE, options=(option,)), filled(marks=(mark,)))) == 1
        assert issues(box(Kind.CHOICE, options=(option,)), filled(marks=(mark,))) == []


def test_an_answer_without_a_printed_option_is_reported() -> None:
    (issue,) = issues(box(Kind.CHOICE, options=ERAS), filled(marks=("明治",)))
    assert "選択肢" in issue


def test_a_tick_is_drawn_as_ink_inside_its_square() -> None:
    (tick,) = drawn(box(Kind.TICK, options=ERAS), filled(marks=("昭和",)))
    assert isinstance(tick, Ink)
    assert all(20.0 <= x <= 27.0 and 40.0 <= y <= 44.0 for x, y in tick.strokes[0])


def test_a_tick_box_without_options_is_its_own_square() -> None:
    assert len(drawn(box(Kind.TICK), filled(marks=("yes",)))) == 1


def test_a_date_circles_its_era_and_prints_the_numbers() -> None:
    parts = DateParts(eras=ERAS, **YMD)
    items = drawn(box(Kind.DATE, parts=parts), filled(parts=("昭和", "55", "1", "7")))
    assert [item.x for item in items if isinstance(item, Ellipse)] == [20.0]
    assert texts(items) == ["55", "1", "7"]


def test_a_date_prints_its_era_where_there_is_a_place_for_it() -> None:
    parts = DateParts(era=Rect(x=20, y=40, w=12, h=8), **YMD)
    assert texts(drawn(box(Kind.DATE, parts=parts), filled(parts=("令和", "元", "5", "1")))) == ["令和", "元", "5", "1"]


def test_an_era_that_is_not_printed_on_the_form_is_written_before_the_year() -> None:
    parts = DateParts(eras=ERAS, **YMD)
    assert texts(drawn(box(Kind.DATE, parts=parts), filled(parts=("大正", "15", "1", "7"))))[0] == "大正15"


def test_a_form_that_takes_western_years_gets_no_era() -> None:
    parts = DateParts(**YMD)
    assert texts(drawn(box(Kind.DATE, parts=parts), filled(parts=("西暦", "2030", "4", "1")))) == ["2030", "4", "1"]


def test_a_date_that_is_only_words_is_printed_across_the_box() -> None:
    parts = DateParts(eras=ERAS, **YMD)
    assert texts(drawn(box(Kind.DATE, parts=parts), filled(text="昭和55年頃"))) == ["昭和55年頃"]


def test_a_signature_is_scaled_into_the_middle_of_its_box() -> None:
    signature = Signature(strokes=(((0.0, 0.0), (40.0, 40.0)), ((20.0, 20.0),)), width=40.0, height=40.0)
    (ink,) = drawn(box(Kind.SIGNATURE), filled(signature=signature))
    assert isinstance(ink, Ink)
    assert ink.strokes == (((46.0, 40.0), (54.0, 48.0)), ((50.0, 44.0),))


def test_a_missing_signature_leaves_the_box_empty() -> None:
    assert drawn(box(Kind.SIGNATURE), filled()) == []


@pytest.mark.parametrize("row", [2, 6])
def test_rows_repeat_downwards_and_start_again_on_the_next_sheet(row: int) -> None:
    repeats = (Repeat(id="P", group="P", rows=4, dy=30.0),)
    (first,) = drawn(box(), filled(text="架空"))
    (third,) = drawn(box(repeat="P"), filled(text="架空", row=row), repeats=repeats)
    assert isinstance(first, Text)
    assert isinstance(third, Text)
    assert third.y - first.y == pytest.approx(60.0)


def test_options_and_date_places_move_with_their_row() -> None:
    repeats = (Repeat(id="P", group="P", rows=4, dy=30.0),)
    one = box(Kind.DATE, repeat="P", parts=DateParts(eras=ERAS, **YMD))
    items = drawn(one, filled(parts=("昭和", "55", "1", "7"), row=1), repeats=repeats)
    assert all(item.y >= 70.0 for item in items if isinstance(item, Ellipse | Text))


def test_only_the_boxes_of_the_page_and_sheet_are_drawn() -> None:
    assert drawn(box(page=2), filled(text="架空"), page=1) == []
    assert len(drawn(box(page=2), filled(text="架空"), page=2)) == 1
    assert drawn(box(), filled(text="架空", sheet=1), sheet=0) == []
    assert len(drawn(box(), filled(text="架空", sheet=1), sheet=1)) == 1


def test_a_filled_box_that_the_template_does_not_have_is_reported() -> None:
    assert "様式にない" in issues(box(), filled(box="no99", text="架空"))[0]


def test_the_preflight_names_what_does_not_fit_on_any_page() -> None:
    one = box(page=2, rect=Rect(x=20, y=40, w=10, h=4))
    found = preflight(template(one), form=form(filled(text="架空太郎" * 20)), shaper=SHAPER)
    assert [issue.where for issue in found] == ["氏名"]


def test_the_preflight_names_characters_drawn_with_a_substitute() -> None:
    (issue,) = issues(box(), filled(text="葛\U000e01ef城"))
    assert "「葛\U000e01ef」" in issue
    assert "「葛」で印字" in issue


def test_the_preflight_is_silent_about_a_form_in_order() -> None:
    assert issues(box(), filled(text="𠮷野髙﨑葛\U000e0100")) == []


def test_the_foot_says_in_letters_what_the_barcode_says_and_counts_the_pages() -> None:
    page = whole_page(STAMP)
    assert sum(isinstance(item, Bars) for item in page.items) == 1
    assert texts(list(page.items))[1:] == ["26000123-F01-001-1/2", "見本県架空市　1/2ページ"]
    assert page.warnings == ()


def test_a_narrow_place_for_the_barcode_drops_the_version_before_it_gives_up() -> None:
    page = whole_page(STAMP, barcode=Rect(x=110, y=281, w=70, h=7))
    assert "26000123-F01-1/2" in texts(list(page.items))


def test_a_barcode_without_room_is_reported_and_its_words_stay() -> None:
    page = whole_page(STAMP, barcode=Rect(x=110, y=281, w=30, h=7))
    assert not any(isinstance(item, Bars) for item in page.items)
    assert "26000123-F01-001-1/2" in texts(list(page.items))
    assert "バーコード" in page.warnings[0].message


def test_a_watermark_lies_under_everything_and_covers_nothing() -> None:
    mark = whole_page(STAMP.model_copy(update={"watermark": "見本"})).items[0]
    assert isinstance(mark, Text)
    assert (mark.text, mark.multiply) == ("見本", True)
    assert mark.grey > 0.8


def test_words_of_a_register_stand_in_the_place_of_the_printed_signs_or_are_told() -> None:
    one = box(Kind.DATE, parts=DateParts(eras=ERAS, **YMD))
    items = drawn(one, filled(text="昭和25年頃"))
    (frame,) = [item for item in items if isinstance(item, Frame)]
    assert (frame.x, frame.fill, texts(items)) == (40.0, 1.0, ["昭和25年頃"])
    assert frame.h <= 4.0
    assert sum(isinstance(item, Ellipse) for item in drawn(one, filled(text="昭和25年頃"))) == 1
    assert issues(one, filled(text="昭和25年頃")) == []
    assert issues(one, filled(text="昭和25年5月1日頃から" * 12)) != []
