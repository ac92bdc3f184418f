"""続柄: the closed words, their chains, their codes and the order on the paper."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.message import Refused
from kiosk.model.relations import (
    ALONE,
    BASIC,
    CODES,
    INSTEAD,
    in_household_order,
    parse_relation,
    rank,
    relation_codes,
)
from kiosk.model.wareki import PartialDate, Precision
from tests.wording import say, told


@pytest.mark.parametrize(
    "relation", [*BASIC, *ALONE, "子の子", "妻の母", "子の夫", "子の妻", "父の兄の子", "子の子の子の子"]
)
def test_words_of_the_law_and_their_chains_are_taken_as_they_are(relation: str) -> None:
    assert parse_relation(relation) == relation


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("夫(未届)", "夫（未届）"), (" 妻（未届） ", "妻（未届）"), ("子（子の夫）", "子の夫"), ("子 の 子", "子の子")],
)
def test_brackets_and_spaces_take_the_spelling_of_the_register(typed: str, kept: str) -> None:
    assert parse_relation(typed) == kept


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("祖父", "父の父"),
        ("祖母", "母の母"),
        ("孫", "子の子"),
        ("曾孫", "子の子の子"),
        ("甥", "兄の子"),
        ("叔父", "父の弟"),
        ("長男", "子"),
        ("嫁", "子の妻"),
        ("義母", "妻の母"),
        ("内縁の妻", "妻（未届）"),
        ("友人", "同居人"),
        ("本人", "世帯主"),
    ],
)
def test_a_forbidden_word_is_answered_with_the_words_of_the_law(said: str, instead: str) -> None:
    issue = told(parse_relation(said))
    assert said in issue.message
    assert instead in issue.allowed


@pytest.mark.parametrize(
    "said", ["", "の", "子の", "の子", "子の子の子の子の子", "世帯主の子", "子の縁故者", "兄の孫", "子の長男", "隣の人"]
)
def test_a_chain_that_the_register_does_not_know_is_refused(said: str) -> None:
    assert isinstance(parse_relation(said), Refused)


def test_the_missing_word_inside_a_chain_is_named() -> None:
    issue = told(parse_relation("兄の孫"))
    assert "「孫」" in issue.message
    assert issue.allowed == "子の子"


def test_a_word_with_an_unambiguous_answer_leads_to_a_value() -> None:
    single = [answer for advice in map(say, INSTEAD.values()) if set((answer := advice).split("の")) <= set(BASIC)]
    assert len(single) > 10
    assert all(parse_relation(answer) == answer for answer in single)


@given(st.lists(st.sampled_from(BASIC), min_size=1, max_size=4))
def test_any_chain_up_to_four_is_a_value_and_no_forbidden_word_is(links: list[str]) -> None:
    chain = "の".join(links)
    assert parse_relation(chain) == chain
    assert not INSTEAD.keys() & {chain}


def test_codes_fill_four_slots_and_unknown_ones_are_not_invented() -> None:
    assert relation_codes("世帯主") == ("02", "", "", "")
    assert relation_codes("妻の母") == ("12", "52", "", "")
    assert relation_codes("父の兄の子の子") == ("51", "71", "20", "20")
    assert relation_codes("子の妻") is None
    assert relation_codes("兄の子の夫") is None
    assert relation_codes("祖父") is None


def test_the_codes_are_those_seen_in_resident_records() -> None:
    assert [CODES[word] for word in ("世帯主", "夫", "妻", "夫（未届）", "妻（未届）", "子", "父", "母")] == [
        *("02", "11", "12", "13", "14", "20", "51", "52")
    ]
    assert [CODES[word] for word in ("兄", "弟", "姉", "妹", "縁故者", "同居人")] == [
        "71",
        "74",
        "81",
        "84",
        "96",
        "99",
    ]


@dataclass(frozen=True)
class Member:
    """A line of a 世帯連記."""

    relation: str
    birth: PartialDate | None = None


def order(*members: Member) -> list[Member]:
    return in_household_order(members, relation=lambda one: one.relation, birth=lambda one: one.birth)


def test_a_large_household_is_listed_in_the_order_of_the_standard() -> None:
    right = [
        *("世帯主", "妻", "子", "子の妻", "父", "兄", "父の母", "妻の母", "縁故者", "同居人"),
    ]
    assert [one.relation for one in order(*(Member(relation) for relation in reversed(right)))] == right
    assert [rank(relation) for relation in right] == list(range(10))


def test_children_follow_their_birth_and_an_unknown_birth_comes_last() -> None:
    elder, younger = Member("子", PartialDate(iso="2015-04-01")), Member("子", PartialDate(iso="2018-01-01"))
    unknown = Member("子", PartialDate(precision=Precision.UNKNOWN, unknown_text="年月日不詳"))
    unsaid = Member("子")
    assert order(unknown, younger, unsaid, elder) == [elder, younger, unknown, unsaid]


def test_twins_stay_in_the_order_they_were_named() -> None:
    first, second = Member("子", PartialDate(iso="2018-01-01")), Member("子", PartialDate(iso="2018-01-01"))
    assert [id(one) for one in order(first, second)] == [id(first), id(second)]


def test_an_unknown_word_is_listed_last_and_not_lost() -> None:
    assert [one.relation for one in order(Member("孫"), Member("同居人"))] == ["同居人", "孫"]
