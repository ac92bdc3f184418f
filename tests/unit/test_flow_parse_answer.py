"""What people type at the counter: each kind of answer is read in its spellings, or refused with what is allowed."""

import datetime as dt

import pytest

from kiosk.flow.parse_answer import Reader
from kiosk.model.address import Address
from kiosk.model.fact import Value
from kiosk.model.life_event import LifeEvent
from kiosk.model.message import Label, Refused
from kiosk.model.vocabulary import Item, Type, Vocabulary
from kiosk.model.wareki import PartialDate
from tests.wording import told

TODAY = dt.date(2026, 4, 20)
MEMBERS = {"p1": "架空　太郎", "p2": "架空　花子", "p3": "Maria Silva"}
VOCABULARY = Vocabulary(
    items=(), sections=(), codes={"sex": ("男", "女"), "move": ("国内転入", "国外転入"), "papers": ("免許証", "保険証")}
)
NAME = Item(key="person.name.full", type=Type.NAME, label="氏名")
KANA = Item(key="person.kana", type=Type.KANA, label="フリガナ")
BIRTH = Item(key="person.birth.date", type=Type.DATE, label="生年月日", not_future=True, off_calendar=True)
MOVED = Item(key="case.moved_on", type=Type.DATE, label="異動年月日", not_future=True)
STARTS = Item(key="person.school.start_on", type=Type.DATE, label="転入学希望日", near=True)
BEGAN = Item(key="case.moved_on", type=Type.DATE, label="異動年月日", not_future=True, near=True)
SEX = Item(key="person.sex", type=Type.CODE, label="性別", codes="sex")
MOVE = Item(key="case.event_type", type=Type.CODE, label="異動事由", codes="move")
PAPERS = Item(key="case.id_papers", type=Type.CODES, label="本人確認書類", codes="papers")
LOCAL = Item(key="case.local", type=Type.CODES, label="市独自", codes="not_kept_here")
INSURED = Item(key="person.insured", type=Type.BOOL, label="国保")
DOGS = Item(key="household.dogs", type=Type.INT, label="犬の数")
PHONE = Item(key="person.phone", type=Type.PHONE, label="電話番号")
OLD = Item(key="addr.old.text", type=Type.ADDRESS, label="これまでの住所")
POSTAL = Item(key="addr.old.postal", type=Type.DIGITS, label="郵便番号", digits=7)
HEAD = Item(key="household.head", type=Type.PERSON, label="世帯主")
HOLDERS = Item(key="household.card_holders", type=Type.PERSONS, label="カードのある人")
RELATION = Item(key="person.relation_new", type=Type.RELATION, label="続柄")
WORK = Item(key="person.occupation", type=Type.TEXT, label="職業")
FLAT = Item(key="addr.new.katagaki", type=Type.TEXT, label="方書", none=True)
SIGNED = Item(key="person.signature", type=Type.SIGNATURE, label="署名")
MY_NUMBER = "123456789018"


def read(item: Item, words: str, **event: object) -> Value | Refused:
    reader = Reader(VOCABULARY, TODAY, MEMBERS, LifeEvent.model_validate({"id": "tennyu", "name": "転入", **event}))
    return reader.read(item, words)


def refusal(item: Item, words: str, **event: object) -> tuple[str, str]:
    """What somebody is told: what is wrong and what is allowed, both by their code, and always about this answer."""
    found = read(item, words, **event)
    assert isinstance(found, Refused), found
    assert found.where == Label(item.key)
    assert found.allowed is None or told(found).allowed
    return found.message.code, found.allowed.code if found.allowed else ""


@pytest.mark.parametrize(
    ("item", "words", "value"),
    [
        (WORK, "  会社員　", "会社員"),
        (WORK, "なし", "なし"),
        (FLAT, "見本荘２０３", "見本荘２０３"),
        (NAME, "葛\U000e0100城　太郎", "葛\U000e0100城　太郎"),
        (KANA, "かくう たろう", "カクウ　タロウ"),
        (BIRTH, "S63.6.15", PartialDate(iso="1988-06-15", era_text="昭和63年6月15日")),
        (SEX, "女", "女"),
        (DOGS, "２", 2),
        (DOGS, "0", 0),
        (PHONE, "０９０ー１２３４ー５６７８", "090-1234-5678"),
        (OLD, "見本県仮想市本町３丁目", Address(text="見本県仮想市本町３丁目")),
        (POSTAL, "１００－００１３", "1000013"),
        (RELATION, "子の妻", "子の妻"),
    ],
)
def test_an_answer_is_kept_as_it_was_meant(item: Item, words: str, value: Value) -> None:
    assert read(item, words) == value


@pytest.mark.parametrize("words", ["", "　", "なし", "いない", "該当なし"])
def test_where_there_may_be_nothing_an_empty_field_says_so(words: str) -> None:
    assert read(FLAT, words) == ""
    assert read(PAPERS, words) == ()
    assert read(HOLDERS, words) == ()


@pytest.mark.parametrize(
    ("words", "papers"),
    [
        ("免許証", ("免許証",)),
        ("保険証、免許証", ("保険証", "免許証")),
        ("免許証,保険証", ("免許証", "保険証")),
        ("免許証， 保険証", ("免許証", "保険証")),
        ("、免許証、、免許証", ("免許証",)),
    ],
)
def test_several_choices_are_told_apart_by_any_comma_and_each_counts_once(words: str, papers: tuple[str, ...]) -> None:
    assert read(PAPERS, words) == papers


@pytest.mark.parametrize("words", ["はい", "有", "いる", "TRUE", "Y", "1"])
def test_every_way_to_say_yes_is_yes(words: str) -> None:
    assert read(INSURED, words) is True


@pytest.mark.parametrize("words", ["いいえ", "無", "なし", "False", "N", "0"])
def test_every_way_to_say_no_is_no(words: str) -> None:
    assert read(INSURED, words) is False


@pytest.mark.parametrize("words", ["p2", "架空　花子", "架空花子", " 架空 花子 "])
def test_a_member_is_meant_by_name_with_or_without_a_space(words: str) -> None:
    assert read(HEAD, words) == "p2"
    assert read(HOLDERS, words) == ("p2",)


def test_a_latin_name_is_found_without_its_space_too() -> None:
    assert read(HEAD, "MariaSilva") == read(HEAD, "Maria Silva") == "p3"


def test_several_members_are_named_in_one_answer() -> None:
    assert read(HOLDERS, "架空太郎、p3") == ("p1", "p3")
    assert read(HOLDERS, "全員") == ("p1", "p2", "p3")


@pytest.mark.parametrize(
    ("item", "words", "wrong", "allowed"),
    [
        (WORK, " ", "answer-empty", "answer-may-be-held"),
        (NAME, "", "name-missing", ""),
        (KANA, "", "answer-empty", "answer-may-be-held"),
        (KANA, "kana", "reading-letters", "reading-allowed"),
        (BIRTH, "いつか", "date-unreadable", "date-spellings"),
        (SEX, "おとこ", "answer-not-listed", "answer-listed"),
        (PAPERS, "免許証、名刺", "answer-not-listed", "answer-listed"),
        (INSURED, "たぶん", "answer-no-yes-no", "answer-yes-or-no"),
        (DOGS, "-1", "answer-no-number", "answer-whole-number"),
        (DOGS, "1.5", "answer-no-number", "answer-whole-number"),
        (DOGS, "二匹", "answer-no-number", "answer-whole-number"),
        (DOGS, "٣", "answer-no-number", "answer-whole-number"),
        (PHONE, "12", "phone-unreadable", "phone-shapes"),
        (OLD, "", "answer-empty", "answer-may-be-held"),
        (POSTAL, "123", "digits-wrong-count", "digits-now"),
        (HEAD, "となりの人", "answer-not-listed", "answer-member"),
        (HEAD, "", "answer-not-listed", "answer-member"),
        (HOLDERS, "架空太郎、となりの人", "answer-not-listed", "answer-members"),
        (RELATION, "孫", "relation-not-used", "relation-write"),
        (SIGNED, "架空", "answer-signature", ""),
    ],
)
def test_what_cannot_be_read_is_told_with_what_is_allowed(item: Item, words: str, wrong: str, allowed: str) -> None:
    assert refusal(item, words) == (wrong, allowed)


def test_words_outside_a_list_are_answered_with_the_list_in_any_language_and_never_repeated() -> None:
    found = read(SEX, "花子")
    assert isinstance(found, Refused)
    assert found.allowed is not None
    assert dict(found.allowed.values)["options"] == (Label("person.sex", "男"), Label("person.sex", "女"))
    assert "花子" not in repr(found)


def test_a_life_event_offers_only_the_choices_that_fit_it() -> None:
    narrowed = {"case.event_type": ("国外転入",)}
    assert read(MOVE, "国内転入") == "国内転入"
    assert read(MOVE, "国外転入", codes=narrowed) == "国外転入"
    assert refusal(MOVE, "国内転入", codes=narrowed) == ("answer-not-listed", "answer-listed")


def test_a_list_that_the_town_does_not_keep_takes_only_none_of_them() -> None:
    assert read(LOCAL, "なし") == ()
    assert isinstance(read(LOCAL, "何か"), Refused)


def test_a_day_that_has_passed_or_is_today_is_taken_and_tomorrow_is_not() -> None:
    assert not isinstance(read(MOVED, "R8.4.19"), Refused)
    assert not isinstance(read(MOVED, "R8.4.20"), Refused)
    assert refusal(MOVED, "R8.4.21") == ("answer-future", "answer-today-or-before")


def test_a_day_that_may_lie_ahead_is_taken_by_its_item_or_by_its_life_event() -> None:
    planned = MOVED.model_copy(update={"not_future": False})
    assert not isinstance(read(planned, "R8.4.21"), Refused)
    assert not isinstance(read(MOVED, "R8.4.21", future=("case.moved_on",)), Refused)
    assert isinstance(read(MOVED, "R8.4.21", future=("case.planned_move_out",)), Refused)


def test_a_day_of_which_only_the_year_is_known_is_not_taken_for_the_future() -> None:
    assert not isinstance(read(BIRTH, "昭和20年月日不詳"), Refused)


def test_only_a_register_may_hold_a_day_outside_the_calendar() -> None:
    assert not isinstance(read(BIRTH, "H30.2.29"), Refused)
    assert refusal(MOVED, "H30.2.29") == ("date-off-calendar", "answer-on-calendar")


@pytest.mark.parametrize("item", [WORK, NAME, OLD])
def test_an_individual_number_is_refused_in_whatever_is_kept_as_written(item: Item) -> None:
    assert refusal(item, f"見本 {MY_NUMBER}") == ("my-number-seen", "my-number-not-here")
    assert MY_NUMBER not in repr(read(item, MY_NUMBER))


def test_a_telephone_number_abroad_is_one_even_when_its_digits_would_fit_an_individual_number() -> None:
    assert read(PHONE, f"+{MY_NUMBER}") == f"+{MY_NUMBER}"


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\u2800", "\u2028", "\ufffc"])
@pytest.mark.parametrize("item", [WORK, FLAT, NAME, OLD, PHONE])
def test_a_sign_that_nobody_sees_is_refused_at_the_field(item: Item, sign: str) -> None:
    assert refusal(item, f"架空{sign}一郎")[0] == "answer-unseen"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u061c"])
@pytest.mark.parametrize("item", [WORK, FLAT, NAME, OLD, PHONE])
def test_a_sign_that_turns_the_writing_round_is_refused_by_its_name(item: Item, sign: str) -> None:
    assert refusal(item, f"架空{sign}一郎")[0] == "answer-direction"


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u200d", "\u2060", "\u034f", "\u3164", "\U000e0041"])
@pytest.mark.parametrize("item", [WORK, FLAT, NAME])
def test_a_sign_without_width_is_dropped_at_the_field(item: Item, sign: str) -> None:
    assert read(item, f"{sign}架空{sign}一郎{sign}") == "架空一郎"


def test_an_individual_number_is_seen_through_signs_without_width() -> None:
    assert refusal(WORK, "\u200b".join(MY_NUMBER)) == ("my-number-seen", "my-number-not-here")


def test_a_sign_of_an_ideograph_s_variant_and_a_line_break_are_no_hidden_signs() -> None:
    assert read(NAME, "葛\U000e0100城　一郎") == "葛\U000e0100城　一郎"
    assert read(WORK, "会社員\n夜勤") == "会社員\n夜勤"


@pytest.mark.parametrize("words", ["1000013", "〒100-0013", "１－２－３", "---", "?"])
def test_figures_alone_are_no_address(words: str) -> None:
    assert refusal(OLD, words) == ("answer-no-address", "answer-whole-address")


@pytest.mark.parametrize(
    ("item", "words", "day"),
    [
        (BEGAN, "12", "2026-04-12"),
        (BEGAN, "20日", "2026-04-20"),
        (BEGAN, "25", "2026-03-25"),
        (STARTS, "25", "2026-04-25"),
        (STARTS, "4", "2026-05-04"),
        (BEGAN, "4.12", "2026-04-12"),
        (BEGAN, "４／１２", "2026-04-12"),
        (BEGAN, "0412", "2026-04-12"),
        (BEGAN, "12月28日", "2025-12-28"),
        (STARTS, "1/8", "2026-01-08"),
        (BEGAN, "R8.4.12", "2026-04-12"),
    ],
)
def test_of_a_day_that_is_near_the_visit_the_year_and_even_the_month_may_be_left_out(
    item: Item, words: str, day: str
) -> None:
    found = read(item, words)
    assert isinstance(found, PartialDate), found
    assert found.iso == day


@pytest.mark.parametrize(("item", "words"), [(BIRTH, "4.12"), (MOVED, "12"), (BEGAN, "13.12"), (BEGAN, "32")])
def test_any_other_day_is_said_whole(item: Item, words: str) -> None:
    assert isinstance(read(item, words), Refused)


def test_nought_is_the_key_for_nothing_where_nothing_is_an_answer() -> None:
    assert (read(FLAT, "0"), read(WORK, "0")) == ("", "0")
