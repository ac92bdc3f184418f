"""Fitting: natural, condensed, smaller, wrapped, and never cut."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.template import Rect
from kiosk.render.drawlist import MM_PER_PT, Text
from kiosk.render.fitting import ASCENT, STRETCH_FLOOR, FitProblem, Style, fit
from kiosk.render.fonts import FontLibrary
from kiosk.render.shaping import Shaper
from kiosk.render.wrapping import NOT_FIRST, NOT_LAST, wrap
from tests.short import examples

SHAPER = Shaper(FontLibrary(Path(__file__).resolve().parents[2] / "assets" / "fonts"))
EM = 10 * MM_PER_PT  # a 10 pt kanji in mm
STYLE = Style(face="mincho", size=10.0, floor=6.0, box="no1")


def box(ems: float, *, h: float = 4.0) -> Rect:
    """A rectangle that takes so many 10 pt kanji side by side."""
    return Rect(x=20.0, y=30.0, w=ems * EM, h=h)


def right_end(text: Text) -> float:
    return text.x + SHAPER.width(text.face, text=text.text, size_pt=text.size_pt) * text.stretch


def lines(text: str, ems: float) -> list[str]:
    return [line.text for line in wrap(SHAPER.shape("mincho", text=text), ems=ems)]


def test_a_text_with_room_keeps_its_natural_size() -> None:
    (text,) = fit(SHAPER, text="架空太郎", rect=box(6), style=STYLE).texts
    assert (text.size_pt, text.stretch, text.x, text.box) == (10.0, 1.0, 20.0, "no1")


def test_a_line_stands_in_the_vertical_middle() -> None:
    (text,) = fit(SHAPER, text="架空", rect=box(6, h=10.0), style=STYLE).texts
    assert text.y - ASCENT * EM - 30.0 == pytest.approx(40.0 - (text.y + (1 - ASCENT) * EM))


@pytest.mark.parametrize(("align", "left"), [("left", 0.0), ("center", 2.0), ("right", 4.0)])
def test_alignment_moves_the_line(align: str, left: float) -> None:
    style = Style(face="mincho", size=10.0, floor=6.0, align=align)
    (text,) = fit(SHAPER, text="架空", rect=box(6), style=style).texts
    assert text.x == pytest.approx(20.0 + left * EM)


def test_a_slightly_long_text_is_condensed_before_it_becomes_smaller() -> None:
    (text,) = fit(SHAPER, text="見本架空太郎一二三四", rect=box(8), style=STYLE).texts
    assert text.size_pt == 10.0
    assert text.stretch == pytest.approx(0.8)


def test_a_longer_text_becomes_smaller_down_to_the_floor() -> None:
    (text,) = fit(SHAPER, text="見本架空太郎一二三四", rect=box(5), style=STYLE).texts
    assert text.stretch == STRETCH_FLOOR
    assert 6.0 <= text.size_pt < 10.0
    assert right_end(text) == pytest.approx(20.0 + 5 * EM)


def test_a_text_below_the_floor_on_one_line_is_wrapped_where_there_is_height() -> None:
    fitted = fit(SHAPER, text="見本架空太郎一二三四五六七八九十", rect=box(5, h=9.0), style=STYLE)
    assert len(fitted.texts) == 2
    assert fitted.rest == ""
    assert all(text.size_pt >= 6.0 for text in fitted.texts)


def test_a_box_of_several_lines_wraps_before_it_condenses() -> None:
    style = Style(face="mincho", size=10.0, floor=6.0, lines=2)
    fitted = fit(SHAPER, text="見本架空太郎一二三四", rect=box(6, h=9.0), style=style)
    assert [(text.size_pt, text.stretch) for text in fitted.texts] == [(10.0, 1.0), (10.0, 1.0)]


def test_a_box_of_several_lines_rather_condenses_a_little_than_wrap_one_character() -> None:
    style = Style(face="mincho", size=10.0, floor=6.0, lines=2)
    (text,) = fit(SHAPER, text="見本架空太郎一", rect=box(6, h=9.0), style=style).texts
    assert text.stretch == pytest.approx(6 / 7)


def test_a_tall_box_takes_two_lines_rather_than_small_letters_and_never_tears_a_number() -> None:
    long = "寿限無五劫乃擦切　海砂利水魚水行末"
    low, tall = (fit(SHAPER, text=long, rect=box(8.5, h=high), style=STYLE).texts for high in (4.0, 9.0))
    assert (len(low), low[0].size_pt < 8.0) == (1, True)
    assert [text.text for text in tall] == ["寿限無五劫乃擦切　", "海砂利水魚水行末"]
    assert tall[0].size_pt > low[0].size_pt * 1.1
    (number,) = fit(SHAPER, text="03-0000-0000-0000-0000", rect=box(6.0, h=9.0), style=STYLE).texts
    assert number.text == "03-0000-0000-0000-0000"


def test_what_stands_in_a_box_is_broken_at_its_wide_spaces_where_that_costs_no_line_and_a_list_is_not() -> None:
    def broken(text: str, ems: float) -> list[str]:
        return [line.text for line in wrap(SHAPER.shape("mincho", text=text), ems=ems, at_spaces=True)]

    address, long = "見本県架空市本町1番1号　", "見本県営第二住宅第八棟一号室西"
    assert broken(f"{address}見本荘203", 14) == [address, "見本荘203"]
    assert broken(f"{address}{long}", 14) == [f"{address}見本", long[2:]]
    assert broken("架空　太郎、架空　春夏", 8) == lines("架空　太郎、架空　春夏", 8)
    assert lines("GUADALUPE MARIA", 4.5) == ["GUADALUPE", "MARIA"]


def test_line_breaks_in_the_text_are_kept() -> None:
    fitted = fit(SHAPER, text="見本県\n架空市", rect=box(9, h=9.0), style=STYLE)
    assert [text.text for text in fitted.texts] == ["見本県", "架空市"]


def test_a_low_box_makes_the_text_as_small_as_its_height() -> None:
    (text,) = fit(SHAPER, text="架空", rect=box(6, h=8 * MM_PER_PT), style=STYLE).texts
    assert text.size_pt == pytest.approx(8.0)


def test_what_does_not_fit_is_drawn_whole_inside_the_box_and_reported() -> None:
    rect, long = box(5, h=4.0), "見本架空太郎一二三四五六七八九十" * 3
    fitted = fit(SHAPER, text=long, rect=rect, style=STYLE)
    assert "".join(text.text for text in fitted.texts) == long
    assert long.endswith(fitted.rest)
    assert 0 < len(fitted.rest) < len(long)
    assert all(right_end(text) <= rect.x + rect.w + 0.01 for text in fitted.texts)
    assert all(rect.y <= text.y <= rect.y + rect.h for text in fitted.texts)


def test_a_problem_names_box_and_left_over_part_for_the_clerk() -> None:
    issue = FitProblem(box="no1", label="方書", rest="二〇三号").issue
    assert issue.where == "方書"
    assert "二〇三号" in issue.message


def test_an_empty_text_draws_nothing() -> None:
    assert fit(SHAPER, text="", rect=box(6), style=STYLE).texts == ()


def test_a_number_or_word_is_not_torn_apart() -> None:
    assert lines("電話は03-0000-0000です", 8) == ["電話は", "03-0000-0000です"]


def test_a_number_keeps_its_unit() -> None:
    assert lines("令和7年12月7日", 4.0) == ["令和7年", "12月7日"]


def test_a_number_longer_than_the_line_is_broken_all_the_same() -> None:
    assert lines("0123456789", 2.0) == ["0123", "4567", "89"]


def test_no_line_starts_with_a_closing_mark() -> None:
    assert lines("一二三四、五", 4) == ["一二三", "四、五"]


def test_no_line_ends_with_an_opening_mark() -> None:
    assert lines("一二三（四五）", 4) == ["一二三", "（四五）"]


def test_a_selector_never_leaves_its_base() -> None:
    assert lines("葛\U000e0100" * 5, 2) == ["葛\U000e0100" * 2, "葛\U000e0100" * 2, "葛\U000e0100"]


letters = st.text(alphabet="架空市一丁目２番ー、。（）葛辻\U000e0100𠮷12Ab-", max_size=60)


@settings(max_examples=examples(60), deadline=None)
@given(text=letters, ems=st.floats(0.5, 20.0))
def test_wrapping_loses_no_character(text: str, ems: float) -> None:
    broken = lines(text, ems)
    assert "".join(broken) == text
    allowed = max([ems, *(each.advance for each in SHAPER.shape("mincho", text=text))]) + 1e-6
    assert all(SHAPER.ems("mincho", text=line) <= allowed for line in broken)


@settings(max_examples=examples(60), deadline=None)
@given(text=letters, w=st.floats(2.0, 60.0), h=st.floats(1.0, 20.0), count=st.integers(1, 3))
def test_fitting_loses_no_character_and_only_reports_make_it_smaller_than_the_floor(
    text: str, w: float, h: float, count: int
) -> None:
    style = Style(face="mincho", size=10.0, floor=6.0, lines=count)
    fitted = fit(SHAPER, text=text, rect=Rect(x=0, y=0, w=w, h=h), style=style)
    assert "".join(each.text for each in fitted.texts) == text
    assert all(each.size_pt >= 6.0 - 1e-9 for each in fitted.texts) or fitted.rest
    if not fitted.rest:
        assert all(right_end(each) <= w + 0.01 for each in fitted.texts)


def test_the_two_sets_of_marks_do_not_overlap() -> None:
    assert not NOT_FIRST & NOT_LAST
