"""One person in several spellings, and two people who look alike: what is sure, and what only a person can tell."""

import pytest

from kiosk.model.doubt import Doubt
from kiosk.model.likeness import Described, Likeness, compare
from kiosk.model.variants import plain_letters
from kiosk.model.wareki import PartialDate, Precision

BORN = PartialDate(iso="1980-01-07")
OTHER_DAY = PartialDate(iso="1980-01-08")
ABOUT = PartialDate(iso="1950", era_text="昭和25年", precision=Precision.ABOUT, unknown_text="昭和25年頃")
ABOUT_IN_WORDS = PartialDate(precision=Precision.UNKNOWN, unknown_text="昭和２５年頃")
VS = "\U000e0100"


def both_ways(one: Described, other: Described) -> tuple[Likeness, Doubt | None]:
    there, back = compare(one, other), compare(other, one)
    assert there == back
    return there.likeness, there.doubt


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        ("高橋　花子", "髙橋　花子", Doubt.LETTERS),
        ("架空　恵", "架空　惠", Doubt.LETTERS),
        ("葛城　太郎", f"葛{VS}城　太郎", Doubt.LETTERS),
        ("山﨑　花子", "山崎　花子", Doubt.LETTERS),
        ("渡邉 太郎", "渡辺太郎", Doubt.LETTERS),
        ("𠮷田　一", "吉田　一", Doubt.LETTERS),
        ("SAMPLE ANNA", "ＳＡＭＰＬＥ　ＡＮＮＡ", Doubt.WIDTH),
        ("Sample Anna", "SAMPLE ANNA", Doubt.WIDTH),
        ("ミホン　ハナ", "ﾐﾎﾝ ﾊﾅ", Doubt.WIDTH),
        ("ANNA SAMPLE", "SAMPLE ANNA", Doubt.ORDER),
        ("SAMPLE ANNA MARIA", "SAMPLE ANNA", Doubt.ORDER),
        *(("SAMPLE, ANNA", "ANNA SAMPLE", Doubt.ORDER), ("Anna Sämple", "SAMPLE ANNA MARIA", Doubt.ORDER)),
        *(("MIN-HO SAMPLE", "SAMPLE MINHO", Doubt.ORDER), ("Jörg Müller", "JOERG MUELLER", Doubt.LETTERS)),
        *(("架空　二郎", "架空　ニ郎", Doubt.LETTERS), ("架空　夕子", "架空　タ子", Doubt.LETTERS)),
        *(("架空　はなゑ", "架空　はなえ", Doubt.LETTERS), ("架空　ヰネ", "架空　いね", Doubt.READING)),
        ("SAMPLE ANNA（見本　安奈）", "見本安奈", Doubt.ALIAS),
        ("SAMPLE ANNA", "見本　安奈", Doubt.SCRIPT),
        ("見本　花子", "架空　花子", Doubt.FAMILY_NAME),
        *(("架空　太〓", "架空　太郎", Doubt.LETTERS), ("〓橋　花子", "髙橋　花子", Doubt.LETTERS)),
        *(("Müller Anna", "MULLER ANNA", Doubt.LETTERS), ("ĐỖ THỊ LAN", "DO THI LAN", Doubt.LETTERS)),
        *(
            ("O'NEIL ANNA-MARIA", "ONEIL ANNA MARIA", Doubt.LETTERS),
            ("マリア・サンプル", "マリアサンプル", Doubt.LETTERS),
        ),
        *(("架空［見本］花子", "架空　花子", Doubt.ALIAS), ("架空　花子（旧氏　見本）", "架空花子", Doubt.ALIAS)),
        *(("かくう　はなこ", "架空　花子", Doubt.SCRIPT), ("ｶｸｳ ﾊﾅｺ", "架空　花子", Doubt.SCRIPT)),
        ("花子", "架空　花子", Doubt.NAME_MISSING),
    ],
)
def test_another_spelling_of_one_born_on_the_same_day_is_for_a_person_to_decide(
    one: str, other: str, doubt: Doubt
) -> None:
    assert both_ways(Described(one, BORN), Described(other, BORN)) == (Likeness.UNSURE, doubt)


@pytest.mark.parametrize("name", ["架空　花子", "架空花子", "架空 花子", f"葛{VS}城　太郎", "SAMPLE ANNA"])
def test_the_same_letters_and_the_same_day_are_the_same_person_however_they_are_spaced(name: str) -> None:
    spaced = Described("\u3000".join(name.split()), PartialDate(iso="1980-01-07", era_text="昭和55年1月7日"))
    assert both_ways(Described(name, BORN), spaced) == (Likeness.SAME, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Described("架空　一郎", BORN), Described("架空　二郎", BORN)),
        (Described("架空　太郎", BORN), Described("架空　太郎", OTHER_DAY)),
        (Described("架空　太郎", BORN), Described("見本　花子", BORN)),
        (Described("架空　太郎"), Described("見本　花子", BORN)),
        (Described("高橋　花子", BORN), Described("髙橋　花子", OTHER_DAY)),
        (Described("", BORN), Described("架空　太郎", OTHER_DAY)),
        (Described("架空　太郎", ABOUT), Described("架空　太郎", PartialDate(iso="1960-05-05"))),
        (Described("SAMPLE ANNA"), Described("見本　安奈")),
    ],
)
def test_who_is_born_on_another_day_or_called_otherwise_is_another_person(one: Described, other: Described) -> None:
    assert both_ways(one, other) == (Likeness.OTHER, None)


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        (Described("架空　花子"), Described("架空花子", BORN), Doubt.BIRTH_MISSING),
        (Described("高橋　花子"), Described("髙橋　花子", BORN), Doubt.LETTERS),
        (Described("", BORN), Described("架空　花子", BORN), Doubt.NAME_MISSING),
        (Described("架空　花子"), Described("", BORN), Doubt.NAME_MISSING),
        (Described("架空　花子", ABOUT), Described("架空　花子", ABOUT_IN_WORDS), Doubt.BIRTH_SPELLING),
        (Described("架空　花子", ABOUT), Described("架空　花子", PartialDate(iso="1951-02-03")), Doubt.BIRTH_SPELLING),
        (
            Described("架空　花子", PartialDate(iso="1980", precision=Precision.YEAR, unknown_text="昭和55年月日不詳")),
            Described("架空　花子", BORN),
            Doubt.BIRTH_SPELLING,
        ),
        (Described("架空　花子", BORN, "カクウハナコ"), Described("架空　華子", BORN, "カクウ ハナコ"), Doubt.READING),
        (Described("カクウハナコ", BORN), Described("架空　花子", BORN, "カクウ　ハナコ"), Doubt.READING),
        (Described("架空　花子", BORN), Described("見本　はな", BORN, others=("架空花子",)), Doubt.ALIAS),
    ],
)
def test_what_is_missing_or_told_in_words_is_for_a_person_to_decide(
    one: Described, other: Described, doubt: Doubt
) -> None:
    assert both_ways(one, other) == (Likeness.UNSURE, doubt)


def test_a_given_name_alone_may_be_who_has_it_whatever_is_known_of_the_birth() -> None:
    assert both_ways(Described("花子"), Described("架空　花子", BORN)) == (Likeness.UNSURE, Doubt.NAME_MISSING)
    assert both_ways(Described("花"), Described("架空　花子", BORN)) == (Likeness.OTHER, None)


def test_another_reading_makes_another_person_also_where_no_name_is_known() -> None:
    hanako = Described("架空　花子", BORN, "カクウ　ハナコ")
    assert both_ways(Described(kana="カクウ　イチロウ"), hanako) == (Likeness.OTHER, None)
    assert both_ways(Described(kana="ｶｸｳ ﾊﾅｺ"), hanako) == (Likeness.OPEN, None)


@pytest.mark.parametrize(
    ("one", "other"), [("〓　〓", "架空　花子"), ("架空　花〓", "架空　一郎"), ("架空　はな", "架空　花子")]
)
def test_letters_that_are_not_shown_make_nobody_of_everybody(one: str, other: str) -> None:
    assert both_ways(Described(one, BORN), Described(other, BORN)) == (Likeness.OTHER, None)


@pytest.mark.parametrize(
    ("hardly", "known", "doubt"),
    [
        (Described(kana="カクウ　ハナコ"), Described("架空　花子", BORN), Doubt.NAME_MISSING),
        (Described(kana="ｸﾞｴﾝ ﾗﾝ"), Described("NGUYEN THI LAN", BORN), Doubt.NAME_MISSING),
        (Described(kana="カクウ"), Described("", BORN), Doubt.NAME_MISSING),
        (Described(others=("見本安奈",)), Described("SAMPLE ANNA（見本　安奈）", BORN), Doubt.ALIAS),
        (Described(others=("SAMPLE ANNA",)), Described("Anna Sample", BORN), Doubt.ALIAS),
        (Described(others=("見本安奈",)), Described("架空　花子", BORN), Doubt.NAME_MISSING),
    ],
)
def test_who_is_known_by_a_reading_or_another_name_alone_may_be_anybody_who_is_not_read_otherwise(
    hardly: Described, known: Described, doubt: Doubt
) -> None:
    assert both_ways(hardly, known) == (Likeness.UNSURE, doubt)


def test_of_whom_nothing_at_all_is_known_is_nobody_yet() -> None:
    assert both_ways(Described(), Described("架空　花子", BORN)) == (Likeness.OPEN, None)


def test_a_letter_without_a_family_stays_as_it_is() -> None:
    assert plain_letters("架空太郎") == "架空太郎"
    assert plain_letters("大郎") != plain_letters("太郎")


@pytest.mark.parametrize(
    ("place", "card", "likeness"),
    [
        (Described("", None, "カクウ　ハナ"), Described("カクウ　イチロウ", BORN), Likeness.OTHER),
        (Described("", None, "カクウ　ハナ"), Described("ｶｸｳ ﾊﾅ", BORN), Likeness.OPEN),
        (Described("", None, "カクウ　ハナ"), Described("架空　一郎", BORN), Likeness.UNSURE),
        (Described("", BORN, "カクウ　ハナ"), Described("カクウ　イチロウ", BORN), Likeness.OTHER),
        (Described("架空　花", BORN, "カクウ　ハナ"), Described("カクウ　イチロウ", BORN), Likeness.OTHER),
        (Described("架空　花", BORN, "カクウ　ハナ"), Described("カクウ　ハナ", BORN), Likeness.UNSURE),
        (Described("架空　花", BORN), Described("カクウ　ハナ", BORN), Likeness.UNSURE),
        (Described("架空　花", BORN, "カクウ　ハナ"), Described("SAMPLE HANA", BORN), Likeness.UNSURE),
        (Described("見本　花", BORN, "ミホン　ハナ"), Described("架空　花", BORN, "カクウ　ハナ"), Likeness.UNSURE),
    ],
)
def test_a_name_all_in_kana_says_its_reading_and_is_compared_with_the_one_that_was_said(
    place: Described, card: Described, likeness: Likeness
) -> None:
    assert both_ways(place, card)[0] is likeness
