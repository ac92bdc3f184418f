"""続柄 and other coded words of a register: today's word is taken, the old one kept; what nobody knows is asked."""

import pytest

from kiosk.model.relations import registered_relation
from tests.unit.test_exchange_extract import HANA, TARO, read


@pytest.mark.parametrize(
    ("said", "today"),
    [
        ("長男", "子"),
        ("長女", "子"),
        ("二男", "子"),
        ("次女", "子"),
        ("十一男", "子"),
        ("養女", "子"),
        ("妻の長男", "妻の子"),
        ("長男の妻", "子の妻"),
        ("二男の長女", "子の子"),
        ("孫", "子の子"),
        ("孫の妻", "子の子の妻"),
        ("曽孫", "子の子の子"),
        ("母の養子", "母の子"),
        ("養父", "父"),
        ("継母", "父の妻"),
        ("夫(未届)", "夫（未届）"),
        ("妻（未届け）", "妻（未届）"),
        ("未届の妻", "妻（未届）"),
        ("内縁の夫", "夫（未届）"),
        ("妻（未届）の子", "妻（未届）の子"),
        ("本人", "世帯主"),
        ("世帯主の弟", "弟"),
        ("縁故者", "縁故者"),
        ("同居人", "同居人"),
        ("同居者", "同居人"),
        ("子の妻の母", "子の妻の母"),
        *(
            (word, None)
            for word in ("祖父", "おば", "いとこ", "義母", "配偶者", "兄弟", "筆頭者", "親戚", "？", "妻の", "男")
        ),
    ],
)
def test_a_registers_own_word_for_a_relation_is_todays_or_may_mean_several(said: str, today: str | None) -> None:
    assert registered_relation(said) == today


def test_an_old_word_is_taken_as_todays_and_kept_beside_it() -> None:
    found = read(TARO, HANA | {"続柄表記": "長女", "続柄コード1": "20"})
    hanako = found.persons[0]
    assert (hanako["person.relation_old"], hanako["person.relation_old_written"]) == ("子", "長女")
    assert found.reworded == ("3行目 続柄表記 長女→子",)
    assert "person.relation_old_written" not in found.persons[1]


@pytest.mark.parametrize(("said", "code"), [("祖父", ""), ("", "77"), ("いとこ", "88")])
def test_a_relation_that_nobody_knows_is_asked_and_refuses_no_paper(said: str, code: str) -> None:
    found = read(TARO, HANA | {"続柄表記": said, "続柄コード1": code})
    assert "person.relation_old" not in found.persons[0]
    assert found.passed == ("3行目 続柄表記（住民票の続柄として知られていない言葉）",)


def test_the_codes_say_a_relation_that_the_word_does_not() -> None:
    found = read(TARO | {"続柄コード2": ""}, HANA | {"続柄表記": "祖母", "続柄コード1": "52", "続柄コード2": "52"})
    assert (found.persons[0]["person.relation_old"], found.passed) == ("母の母", ())


@pytest.mark.parametrize(
    ("column", "said", "why"),
    [
        ("性別", "Ｆ", "読み取り表にない言葉"),
        ("住民種別", "特別永住", "読み取り表にない言葉"),
        ("年金資格種別", "任意", "読み取り表にない言葉"),
        ("国保資格有無", "退職", "読み取り表にない言葉"),
        ("在留期間の満了の日", "永住", "日付として読めません"),
        ("転出予定年月日", "未定", "日付として読めません"),
    ],
)
def test_a_word_that_no_list_has_is_named_and_asked_and_refuses_no_paper(column: str, said: str, why: str) -> None:
    assert read(TARO | {column: said}).passed == (f"2行目 {column}（{why}）",)


@pytest.mark.parametrize(
    ("column", "said"), [("性別", "0"), ("国保資格有無", "無"), ("国保資格有無", "×"), ("年金資格種別", "99")]
)
def test_a_code_that_says_that_nothing_is_the_case_is_no_fault(column: str, said: str) -> None:
    assert read(TARO | {column: said}).passed == ()


@pytest.mark.parametrize("word", ["祖母", "おば", "いとこ", "義母", "曾祖父"])
def test_a_word_for_who_is_further_away_and_the_code_of_somebody_near_contradict_one_another(word: str) -> None:
    found = read(TARO | {"続柄コード2": ""}, HANA | {"続柄表記": word, "続柄コード1": "12", "続柄コード2": ""})
    assert "person.relation_old" not in found.persons[0]
    assert found.passed == ("3行目 続柄表記（住民票の続柄として知られていない言葉）",)
    spouse = read(TARO, HANA | {"続柄表記": "配偶者", "続柄コード1": "12", "続柄コード2": ""})
    assert spouse.persons[0]["person.relation_old"] == "妻"
