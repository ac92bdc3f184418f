"""Dates on paper: the calendar and the words that a box prints, by the form, by what the date is and by whose it is."""

import pytest

from kiosk.model.filled import FilledBox
from kiosk.render.drawlist import Ellipse, Frame, Text
from kiosk.render.fonts import FontLibrary
from kiosk.render.layout import filled_boxes
from kiosk.render.preflight import preflight
from kiosk.render.shaping import Shaper
from tests.visits import FORMS, Desk, book, told

SHAPER = Shaper(FontLibrary(FORMS.parent / "assets" / "fonts"))
BIRTH = "person[p1].birth.date"


def box(desk: Desk, form: str, fact: str) -> FilledBox:
    return desk.boxes(form, fact)[0]


def drawn(desk: Desk, form: str, *, box: str) -> tuple[list[str], list[Ellipse]]:
    """The words and the circles of one box of a form's first page."""
    filled = desk.form(form)
    template = book().templates[(filled.template, filled.version)]
    items = filled_boxes(template, form=filled, sheet=0, page=1, shaper=SHAPER).items
    mine = [item for item in items if getattr(item, "box", "") == box]
    return [each.text for each in mine if isinstance(each, Text)], [e for e in mine if isinstance(e, Ellipse)]


def test_the_end_of_a_stay_and_the_birth_of_a_foreigner_are_printed_in_the_western_calendar() -> None:
    desk = told("gaikoku")
    assert box(desk, "F01", "person[p1].foreign.expiry").parts == ("西暦", "2027", "3", "31")
    assert box(desk, "F01", BIRTH).parts == ("西暦", "2001", "8", "9")
    words, circles = drawn(desk, "F01", box=box(desk, "F01", BIRTH).box)
    assert (words, len(circles)) == (["2001", "8", "9"], 1)


@pytest.mark.parametrize("birth", ["H13.8.9", "2001/8/9", "平成13年8月9日"])
def test_a_foreigners_birth_is_western_however_it_was_said(birth: str) -> None:
    desk = told("gaikoku").say({BIRTH: birth})
    assert box(desk, "F01", BIRTH).parts == ("西暦", "2001", "8", "9")
    assert box(desk, "F02", BIRTH).parts == ("西暦", "2001", "8", "9")


def test_who_turns_out_to_be_no_foreigner_is_printed_with_the_era_at_once() -> None:
    desk = told("gaikoku").say({"household.foreigners": "なし"})
    assert box(desk, "F01", BIRTH).parts == ("平成", "13", "8", "9")
    desk.say({"household.foreigners": "p1"})
    assert box(desk, "F01", BIRTH).parts == ("西暦", "2001", "8", "9")


def test_other_dates_of_a_foreigner_keep_the_era() -> None:
    desk = told("gaikoku")
    assert box(desk, "F01", "case.moved_on").parts == ("令和", "8", "6", "10")


@pytest.mark.parametrize(
    "words", ["昭和25年月日不詳", "昭和25年頃", "年月日不詳", "昭和25年5月1日頃", "昭和25年5月日不詳", "5月1日頃"]
)
def test_the_words_of_the_register_stand_across_the_places_of_a_date(words: str) -> None:
    desk = told("fusho").say({BIRTH: words})
    birth = box(desk, "F01", BIRTH)
    assert (birth.text, birth.parts) == (words, None)
    said, circles = drawn(desk, "F01", box=birth.box)
    assert said == [words]
    assert len(circles) == words.startswith("昭和")
    assert not [issue for issue in told_before_printing(desk, "F01") if "生年月日" in issue]


def test_printed_signs_do_not_show_through_the_words() -> None:
    desk = told("fusho")
    filled = desk.form("F01")
    template = book().templates[(filled.template, filled.version)]
    items = filled_boxes(template, form=filled, sheet=0, page=1, shaper=SHAPER).items
    parts = next(each.parts for each in template.boxes if each.fact == "person[P].birth.date")
    covered = [item for item in items if isinstance(item, Frame) and item.fill == 1.0]
    assert parts is not None
    assert any(frame.x <= parts.year.x and parts.day.x + parts.day.w <= frame.x + frame.w for frame in covered)


def told_before_printing(desk: Desk, form: str) -> list[str]:
    filled = desk.form(form)
    template = book().templates[(filled.template, filled.version)]
    return [str(issue) for issue in preflight(template, form=filled, shaper=SHAPER)]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("平成28年4月", "平成28年4月から　令和8年1月まで"),
        ("H28.4.10", "平成28年4月から　令和8年1月まで"),
        ("平成28年4月日不詳", "平成28年4月から　令和8年1月まで"),
        ("平成28年頃", "平成28年頃から　令和8年1月まで"),
    ],
)
def test_where_a_form_wants_the_month_the_month_is_printed(said: str, printed: str) -> None:
    desk = told("rikon_zen").say({"divorce.cohabit": said})
    assert box(desk, "F22", "divorce.cohabit").text == printed


def test_a_year_alone_does_not_answer_for_the_month() -> None:
    desk = told("rikon_zen").say({"divorce.cohabit": "平成28年"})
    assert "月まで入れて" in desk.question("divorce.cohabit").issue


@pytest.mark.parametrize(
    ("register", "shown"),
    [("大韓民国", "1990年11月3日"), ("見本県架空市本町1番", "平成2年11月3日"), ("不明", "平成2年11月3日")],
)
def test_the_birth_of_a_foreign_national_who_died_is_printed_in_western_years(register: str, shown: str) -> None:
    desk = Desk(event="shibo").say({"death.filed": "いいえ", "death.person.name": "SAMPLE JOHN"})
    desk.say({"death.person.birth": "1990-11-03", "death.person.honseki": "見本県架空市本町1番"})
    desk.say({"death.person.honseki": register})
    assert next(box.text for box in desk.form("F20").boxes if box.no == 4) == shown
