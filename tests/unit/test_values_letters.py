"""Letters and names: what counts as one character, and that no name is ever changed."""

import pytest
import regex  # type: ignore[import-untyped, unused-ignore]  # ships no types
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.letters import (
    Trouble,
    check_kana,
    clip,
    graphemes,
    length,
    search_key,
    to_digits,
    to_hankaku,
    to_katakana,
    to_zenkaku,
    unusual,
    whole_kana,
    without_selectors,
)
from kiosk.model.names import (
    alpha_name,
    check_name,
    display_name,
    family_name,
    gif_name,
    given_name,
    is_latin,
    kana_name,
    split_name,
    standard_name,
    tidy_name,
)
from tests.wording import told

TSUJI = "辻\U000e0100"
GAIJI = "\U0010de92"


def test_a_base_and_its_selector_are_one_character() -> None:
    assert length(f"{TSUJI}本") == 2
    assert graphemes(f"{TSUJI}本") == [TSUJI, "本"]


def test_a_character_beyond_the_basic_plane_is_one_character() -> None:
    assert length("𠮷野") == 2
    assert length(f"{GAIJI}田") == 2


def test_usual_letters_are_told_apart_as_the_standard_does() -> None:
    ranges = ((0x20, 0x7E), (0x3000, 0x3029), (0x3030, 0x3098), (0x309B, 0x30FF), (0x4E00, 0x9FFF), (0xFF01, 0xFF5E))
    usual = "".join(chr(code) for first, last in ranges for code in range(first, last + 1))
    assert graphemes(usual) == list(usual) == regex.findall(r"\X", usual)
    for joining in ("\u3099", "\u309a", "\ufe00", "\U000e0100", "\u302a", "\uff9e", "\u200d", "\u0301"):
        assert graphemes(f"か{joining}き") == [f"か{joining}", "き"]


def test_clipping_never_cuts_the_selector_off() -> None:
    assert clip(f"{TSUJI}本花子", limit=1) == TSUJI
    assert clip("𠮷野", limit=5) == "𠮷野"


def test_a_name_of_compatibility_kanji_is_never_normalised() -> None:
    name = "神\uf919\u3000髙﨑"
    for change in (to_zenkaku, to_hankaku, whole_kana, to_digits, to_katakana, tidy_name, standard_name):
        assert "".join(change(name).split()) == "神\uf919髙﨑"


def test_half_width_kana_become_whole_with_their_marks() -> None:
    assert whole_kana("ｶﾞｯｺｳ") == "ガッコウ"
    assert whole_kana("か\u3099") == "が"
    assert to_katakana("はなこ") == "ハナコ"
    assert to_katakana("ゔぁいおりん") == "ヴァイオリン"


def test_digits_and_latin_letters_change_width_only_on_request() -> None:
    assert to_digits("１２番３号Ａ") == "12番3号Ａ"
    assert to_zenkaku("JOHN SMITH 1-2") == "ＪＯＨＮ\u3000ＳＭＩＴＨ\u3000１－２"
    assert to_hankaku("ＪＯＨＮ\u3000ＳＭＩＴＨ") == "JOHN SMITH"


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_latin_text_survives_the_way_to_full_width_and_back(text: str) -> None:
    assert to_hankaku(to_zenkaku(text)) == text


@pytest.mark.parametrize("kana", ["コウノ\u3000キョウコ", "ヴァイオレット", "ハーン", "ヂヅ", "ヵヶ", "ハナコ ミホン"])
def test_katakana_with_small_ones_and_the_long_mark_is_a_reading(kana: str) -> None:
    assert check_kana(kana) is None


@pytest.mark.parametrize(
    ("kana", "named"), [("ハナ・コ", "・"), ("ハナ3", "3"), ("はな", "はな"), ("ﾊﾅ", "ﾊﾅ"), ("ヽ", "ヽ")]
)
def test_what_is_no_reading_is_named(kana: str, named: str) -> None:
    issue = told(check_kana(kana))
    assert f"「{named}」" in issue.message


def test_an_empty_reading_is_asked_for_and_a_municipality_may_admit_more() -> None:
    assert check_kana(" ") is not None
    assert check_kana("ハナ・コ", extra="・") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ショウコ", "シヨウコ"),
        ("イッキ", "イツキ"),
        ("ハーン", "ハ－ン"),
        ("ハーン", "ハ‐ン"),
        ("ヴィオラ", "ビオラ"),
        ("ヴ", "ブ"),
        ("チヂミ", "チジミ"),
        ("はなこ", "ﾊﾅｺ"),
        ("コウノ\u3000ハナコ", "コウノハナコ"),
        (TSUJI, "辻"),
    ],
)
def test_searching_folds_what_people_write_in_two_ways(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


def test_searching_keeps_different_readings_apart() -> None:
    assert search_key("ハナコ") != search_key("バナコ")


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


def test_characters_another_system_cannot_show_are_reported_with_their_place() -> None:
    found = unusual(f"髙{TSUJI}田{GAIJI}\ue000𠮷﨑")
    assert [(one.index, one.trouble) for one in found] == [
        (0, Trouble.OUTSIDE_JIS),
        (1, Trouble.SELECTOR),
        (3, Trouble.PRIVATE_USE),
        (4, Trouble.PRIVATE_USE),
        (5, Trouble.OUTSIDE_JIS),
    ]
    assert found[1].code == "U+8FBB U+E0100"


def test_everyday_text_has_nothing_unusual() -> None:
    assert unusual("見本\u3000花子 ミホン 1-2-3 １－２ 邉 ① か\u309a") == ()


def test_control_characters_are_reported() -> None:
    assert [one.trouble for one in unusual("花\x00子")] == [Trouble.CONTROL]


def test_the_fallback_without_selectors_is_a_new_text() -> None:
    assert without_selectors(f"{TSUJI}本") == "辻本"


def test_a_name_splits_only_where_its_bearer_puts_one_space() -> None:
    assert split_name("見本\u3000花子") == ("見本", "花子")
    assert split_name("見本 花子") == ("見本", "花子")
    assert (family_name("見本\u3000花子"), given_name("見本\u3000花子")) == ("見本", "花子")


@pytest.mark.parametrize("name", ["見本花子", "SUKARNO", "ZHANG YU LIN", ""])
def test_a_single_name_and_a_middle_name_are_never_forced_apart(name: str) -> None:
    assert split_name(name) is None
    assert (family_name(name), given_name(name)) == ("", "")


def test_names_leave_with_the_separator_each_standard_wants() -> None:
    assert standard_name("ZHANG  YULIN") == "ＺＨＡＮＧ\u3000ＹＵＬＩＮ"
    assert gif_name("ＺＨＡＮＧ\u3000ＹＵＬＩＮ") == "ZHANG YULIN"
    assert gif_name(f"{TSUJI}本\u3000花子") == f"{TSUJI}本 花子"
    assert alpha_name("ｚhang  yulin") == "ZHANG YULIN"
    assert kana_name(" みほん  はなこ ") == "ミホン\u3000ハナコ"


def test_a_tidy_name_has_one_space_of_its_own_script() -> None:
    assert tidy_name("  見本   花子 ") == "見本\u3000花子"
    assert tidy_name("JOHN   SMITH") == "JOHN SMITH"
    assert is_latin("ＪＯＨＮ")
    assert not is_latin("JOHN スミス")
    assert not is_latin("-")


def test_former_family_name_and_alias_stand_beside_the_name() -> None:
    assert display_name("見本 花子", former="架空") == "見本\u3000花子（旧氏\u3000架空）"
    assert display_name("ZHANG YULIN", alias="青木 花子") == "ZHANG YULIN（通称\u3000青木\u3000花子）"
    assert display_name("見本 花子") == "見本\u3000花子"


def test_a_hundred_characters_fit_and_a_selector_does_not_count() -> None:
    assert check_name(TSUJI * 100) is None
    too_long = check_name(TSUJI * 101)
    assert too_long is not None
    assert "101文字" in told(too_long).message


@pytest.mark.parametrize("name", ["", "\u3000", "花\x07子"])
def test_an_empty_name_and_a_control_character_are_refused(name: str) -> None:
    assert check_name(name) is not None


@pytest.mark.parametrize("name", ["O'NEILL-SMITH, Jr.", "𠮷", GAIJI, "ñandú", "ア"])
def test_any_real_name_is_taken(name: str) -> None:
    assert check_name(name) is None
