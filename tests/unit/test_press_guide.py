"""受付案内票 as a sheet: the tour on paper, in seven languages, each with its own letters and dates."""

import datetime as dt

import pytest

from kiosk.model.errors import SiteError
from kiosk.model.languages import LANGUAGES
from kiosk.model.plan import Deadline
from kiosk.press.guide_rows import FACES, Say, Typesetter
from kiosk.press.guide_sheet import EDGE, GuideContent, GuideRow, GuideStop, guide
from kiosk.render.drawlist import Bars, Frame
from kiosk.rules.before import circles
from tests.guides import CITY, SHAPER, WORDS, texts, tongue, words
from tests.visits import book, catalogue

ROW = GuideRow(
    code="A-0123-P01",
    name=Say(ja="転入届", other="Moving-in notification"),
    lines=(Say(ja="いつまで：令和8年4月26日まで", other="Deadline: by 26 April 2026"),),
)
STOP = GuideStop(place=Say(ja="① 市民課　1階", other="① Residents"), minutes=Say(ja="目安 20分"), rows=(ROW,))
CONTENT = GuideContent(
    title=Say(ja="受付案内票", other="Guide to your counters"),
    municipality="架空市",
    date=Say(ja="令和8年4月20日", other="20 April 2026"),
    number="A-0123",
    number_label=Say(ja="受付番号", other="Your number"),
    intro=(Say(ja="①から順に窓口をまわってください。"),),
    stops=(STOP,),
    notes=(Say(ja="お尋ねください。"),),
    release="様式の公開 2026-12-01",
    language="en",
)


def test_the_sheet_says_number_counter_procedure_and_deadline_each_with_its_second_line() -> None:
    said = words(guide(CONTENT, shaper=SHAPER)).split("\n")
    for ja, other in (("受付案内票", "Guide to your counters"), ("転入届", "Moving-in notification")):
        assert said.index(other) == said.index(ja) + 1
    assert {"A-0123", "① 市民課　1階", "Deadline: by 26 April 2026", "・お尋ねください。", "1/1ページ"} <= set(said)


def test_every_row_has_a_box_to_tick_and_bars_with_their_twin() -> None:
    (page,) = guide(CONTENT.model_copy(update={"stops": (STOP, STOP)}), shaper=SHAPER)
    assert sum(isinstance(item, Bars) for item in page.items) == 3
    assert sum(isinstance(item, Frame) and item.w == item.h for item in page.items) == 2
    assert sum(item.text == "A-0123-P01" for item in texts((page,))) == 2


def test_a_long_tour_goes_on_to_more_sheets_and_repeats_the_counter() -> None:
    long = STOP.model_copy(update={"rows": (ROW,) * 30})
    pages = guide(CONTENT.model_copy(update={"stops": (long,)}), shaper=SHAPER)
    assert len(pages) == 3
    for index, page in enumerate(pages, start=1):
        said = words((page,))
        assert "① 市民課　1階" in said
        assert f"{index}/3ページ" in said
        assert "A-0123" in said
    assert words(pages).count("転入届") == 30
    assert "受付案内票（つづき）" in words(pages[1:])


def test_everything_stays_inside_the_margins_and_no_line_runs_into_the_bars() -> None:
    wide = ROW.model_copy(update={"lines": (Say(ja="とても長い持ち物の名前" * 20, other="a very long paper " * 40),)})
    pages = guide(CONTENT.model_copy(update={"stops": (STOP.model_copy(update={"rows": (wide,) * 5}),)}), shaper=SHAPER)
    bars = min(item.x for page in pages for item in page.items if isinstance(item, Bars))
    for item in texts(pages):
        right = item.x + SHAPER.width(item.face, text=item.text, size_pt=item.size_pt)
        assert item.x >= EDGE
        assert right <= 210.0 - EDGE + 0.01
        assert item.y <= 297.0 - EDGE
        assert right <= bars or not item.text.startswith(("とても", "a very"))


def test_a_procedure_is_never_divided_between_two_sheets() -> None:
    tall = ROW.model_copy(update={"lines": (Say(ja="持ち物：" + "本人確認書類、" * 40),)})
    pages = guide(CONTENT.model_copy(update={"stops": (STOP.model_copy(update={"rows": (tall,) * 9}),)}), shaper=SHAPER)
    assert len(pages) > 1
    for page in pages:
        said = words((page,)).replace("\n", "")
        assert said.count("本人確認書類") == 40 * said.count("転入届")


def test_letters_that_are_no_barcode_and_characters_without_a_glyph_are_told() -> None:
    odd = CONTENT.model_copy(update={"number": "見本-001", "municipality": "ሀ市"})
    told = [str(issue) for page in guide(odd, shaper=SHAPER) for issue in page.warnings]
    assert len(told) == 2
    assert "見本-001" in told[0]
    assert "ሀ" in told[1]


def test_a_language_with_spaces_is_broken_only_there() -> None:
    vietnamese = "Giấy tờ cần mang: giấy chứng nhận chuyển đi; giấy tờ tùy thân có ảnh"
    lines = Typesetter(SHAPER, "vi").lines(Say(ja="", other=vietnamese), width=30.0, size=10.0)
    assert len(lines) > 2
    assert " ".join(line.text for line in lines) == vietnamese
    assert all(Typesetter(SHAPER, "vi").width(line) <= 30.0 for line in lines)


def test_a_word_longer_than_the_line_is_broken_rather_than_lost() -> None:
    lines = Typesetter(SHAPER, "en").lines(Say(ja="", other="a " + "w" * 60 + " b"), width=30.0, size=10.0)
    assert "".join(line.text for line in lines).replace(" ", "") == "a" + "w" * 60 + "b"
    assert all(Typesetter(SHAPER, "en").width(line) <= 30.01 for line in lines)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES.values())))
def test_every_language_has_every_word(language: str) -> None:
    assert tongue(language).words.keys == tongue("ja").words.keys


@pytest.mark.parametrize("language", sorted(set(LANGUAGES.values()) - {"ja"}))
def test_every_translation_can_be_printed(language: str) -> None:
    labels = [each.labels for each in book().procedures.values() if each.labels]
    labels += [place.labels for place in CITY.plan.departments.values() if place.labels]
    said = [*catalogue().labels(language).text.values(), *(each[language] for each in labels)]
    said.append(WORDS.texts[f"{language}.ftl"].decode().partition("\n")[2])
    face = FACES.get(language, "pgothic")
    assert all(said)
    assert not SHAPER.substitutes(face, text="".join(said).replace("\n", ""))


def test_korean_simplified_chinese_and_vietnamese_are_each_drawn_with_one_font() -> None:
    for face, text, font in (
        ("hangul", "접수번호뷁", "NotoSansKR-Hangul"),
        ("hans", "请带户口证书转国", "NotoSansSC-GB2312"),
        ("latin", "Tiếng Việt ắộữĐ ção", "NotoSansJP-Regular"),
    ):
        assert {glyph.font.name for each in SHAPER.shape(face, text=text) for glyph in each.glyphs} == {font}


def test_a_korean_name_on_a_japanese_form_is_drawn_too() -> None:
    assert not SHAPER.substitutes("mincho", text="홍길동")


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("ja", "令和8年4月5日"),
        ("ja-easy", "2026年4月5日"),
        ("en", "5 April 2026"),
        ("zh", "2026年4月5日"),
        ("ko", "2026년 4월 5일"),
        ("vi", "ngày 5 tháng 4 năm 2026"),
        ("pt", "5 de abril de 2026"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(language: str, date: str) -> None:
    assert tongue(language).date(dt.date(2026, 4, 5)) == date


def test_a_passed_deadline_is_told_in_neutral_words() -> None:
    late = Deadline(due=dt.date(2026, 4, 5), late=True)
    said = tongue("ja").deadline(late)
    assert said == "令和8年4月5日まで。期限を過ぎています。窓口でご相談ください。"
    assert tongue("en").deadline(late) == (
        "by 5 April 2026. This date has passed. Please talk to the staff at the counter."
    )
    assert tongue("ja").deadline(Deadline(note="すみやかに")) == "すみやかに"


def test_what_nobody_has_translated_stays_japanese() -> None:
    assert tongue("en").phrase("まだ訳のない書類") == "まだ訳のない書類"
    assert tongue("en").named("新しい手続", {"ko": "새"}) == "新しい手続"


def test_a_language_without_words_is_told_with_what_to_do() -> None:
    with pytest.raises(SiteError, match="WORDS-1"):
        WORDS.tongue("tlh")


def test_every_procedure_a_resident_can_need_has_a_place_and_a_name_in_every_language() -> None:
    plan = CITY.plan
    assert not circles(book().procedures)
    for procedure in book().procedures.values():
        assert procedure.staff_only or procedure.department in plan.departments, procedure.id
        assert procedure.staff_only or set(LANGUAGES.values()) - {"ja"} <= set(procedure.labels), procedure.id


def test_every_answer_of_the_vocabulary_has_its_words() -> None:
    assert tuple(LANGUAGES) == book().vocabulary.codes["language"]
