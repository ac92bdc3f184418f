"""個人番号 in free text: refused in every script and grouping, and not seen where other numbers stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.message import Label
from kiosk.model.numbers import holds_my_number, refuse_my_number
from tests.wording import told

SAMPLE = "123456789018"  # the fixed published sample, not a generated number
DIGEST = "0a" * 32
REMARK = Label("remark")


@pytest.mark.parametrize(
    "text",
    [
        f"番号は{SAMPLE}です",
        "1234 5678 9018",
        "1234-5678-9018",
        "１２３４　５６７８　９０１８",
        "１２３４－５６７８－９０１８",
        "1234・5678・9018",
        "1 2 3 4 5 6 7 8 9 0 1 8",
        "1234\u200b56789018",
        "メモ\n1234 5678 9018\n以上",
        "1234 - 5678 - 9018",
        "1234/5678/9018",
        "12,34,56,78,90,18",
        "1234年5678月9018",
        "1234と5678と9018",
        "1234番号5678番号9018",
        "一二三四五六七八九〇一八",
        "一二三四 五六七八 九○一八",
        "壱弐参四五六七八九零壱八",
        "12三四５６⑦⑧٩०𝟏❽",
        "①②③④⑤⑥⑦⑧⑨⓪①⑧",
        "①②③④⑤⑥⑦⑧⑨⓪⑱",
        "㈠㈡㈢㈣㈤㈥㈦㈧㈨〇㈠㈧",
        "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣1️⃣8️⃣",
        "١٢٣٤٥٦٧٨٩٠١٨",
        "१२३४-५६७८-९०१८",
        "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟖",
        "¹²³⁴⁵⁶⁷⁸⁹⁰¹⁸",
        "1234\u2066567890\u206918",
        "電話03-0000-0000、番号は1234と5678と9018",
        "2026年4月20日 1234-5678-9018",
        "１２３４ と ５６７８ と ９０１８",
        "1234番号次は5678番号次は9018",
        "3人のうちはじめの人の番号は1234-5678-9018",
        "1234-5678 2026年4月20日 9018",
        f"1234（{DIGEST}）5678-9018",
    ],
)
def test_a_my_number_in_free_text_is_refused_without_repeating_it(text: str) -> None:
    issue = told(refuse_my_number(text, where=REMARK))
    assert "1234" not in str(issue)
    assert "9018" not in str(issue)


@pytest.mark.parametrize(
    "text",
    [
        *("123456789012", "1234567890180", "0123456789018", "12345678901", "090-1234-5678", ""),
        *("2026-04-20 1030", "電話 03-0000-0000", "4月20日", "2026年12月20日10時37分", "2026/12/20 10:37"),
        *("03-0000-0000（内線17）", "(03)0000-0000 17", "+81 90-1234-5641", "+123456789018", "090-0000-0000 7"),
        *(
            "1234そのあと電話で5678そのあと電話で9018",
            "1234番号と次は5678番号と次は9018",
            "1234567890",
            "十二億三千四百五十六万",
            "½½½½½½½½½½½½",
            "あ" * 12,
        ),
    ],
)
def test_other_digits_in_free_text_are_left_alone(text: str) -> None:
    assert refuse_my_number(text, where=REMARK) is None


@given(st.text(max_size=60))
def test_only_text_with_twelve_digits_can_hold_a_my_number(text: str) -> None:
    if holds_my_number(text):
        worths = [0 if char in "○◯" else unicodedata.numeric(char, -1) for char in text]
        assert sum(len(str(int(worth))) for worth in worths if worth >= 0) >= 12


@pytest.mark.parametrize(
    "text", ["2026年12月20日10時3{}分", "03-0000-0000（内線1{}）", "+81 90-1234-564{}", "090-0000-0000 {}"]
)
def test_neither_a_day_nor_a_telephone_number_becomes_a_my_number_with_the_digits_beside_it(text: str) -> None:
    assert not [found for last in range(10) if holds_my_number(found := text.format(last))]


@pytest.mark.parametrize("text", ["十回目 123456789{}", "千円 1234567{}"])
def test_a_number_in_words_is_no_row_of_digits(text: str) -> None:
    assert not [found for last in range(10) if holds_my_number(found := text.format(last))]


DIGITS = st.sampled_from(
    ["0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "٠١٢٣٤٥٦٧٨٩", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡", "⓪①②③④⑤⑥⑦⑧⑨"]
)
GAPS = st.sampled_from(["", "", "", " ", "\u3000", "-", "ー", "・", "と", "の", "\n", "\u200b", "番と", "、次"])


@given(st.lists(st.tuples(DIGITS, GAPS), min_size=12, max_size=12))
def test_no_script_and_no_gap_hides_a_my_number(spelling: list[tuple[str, str]]) -> None:
    text = "".join(script[int(digit)] + gap for digit, (script, gap) in zip(SAMPLE, spelling, strict=True))
    assert holds_my_number(f"メモ: {text}")
