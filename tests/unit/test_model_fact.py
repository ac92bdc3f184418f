"""The ledger of a case: nothing is overwritten, the view is folded, and sources that differ are told apart."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.address import Address
from kiosk.model.fact import Cleared, Fact, Held, Ledger, Value, comparable
from kiosk.model.source import SPOKEN, Source
from kiosk.model.wareki import PartialDate, Precision

AT = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
NAME = "person[p1].name.full"


def fact(
    value: Value, source: Source = Source.INTERVIEW, *, path: str = NAME, by: str = "counter", reason: str = ""
) -> Fact:
    return Fact(path=path, value=value, source=source, by=by, at=AT, reason=reason)


def ledger(*facts: Fact) -> Ledger:
    return Ledger().add(facts)


# ---- the view --------------------------------------------------------------------------------------------------------
def test_the_latest_word_of_a_source_counts_and_the_earlier_one_stays_on_record() -> None:
    told = ledger(fact("架空　太郎"), fact("架空　次郎"))
    assert told.value(NAME) == "架空　次郎"
    assert [entry.value for entry in told.facts] == ["架空　太郎", "架空　次郎"]


RANKED = [pair for pair in zip(list(Source)[:-1], list(Source)[1:], strict=True) if not set(pair) <= SPOKEN]


@pytest.mark.parametrize(("low", "high"), RANKED)
def test_the_higher_source_is_shown_whichever_came_first(low: Source, high: Source) -> None:
    assert ledger(fact("a", high), fact("b", low)).value(NAME) == "a"
    assert ledger(fact("b", low), fact("a", high)).value(NAME) == "a"


def test_nobody_has_said_anything_about_an_unknown_path() -> None:
    assert Ledger().value(NAME) is None
    assert Ledger().current == {}


def test_an_answer_taken_back_shows_what_the_other_source_said() -> None:
    told = ledger(fact("架空　太郎", Source.CARD), fact("架空　次郎"), fact(Cleared()))
    assert told.value(NAME) == "架空　太郎"
    assert told.conflicts == ()
    assert len(told.facts) == 3


def test_an_answer_taken_back_leaves_nothing_when_nobody_else_spoke() -> None:
    assert ledger(fact("架空　太郎"), fact(Cleared())).current == {}


def test_clearing_one_source_does_not_clear_another() -> None:
    assert ledger(fact("架空　太郎", Source.EXTRACT), fact(Cleared())).value(NAME) == "架空　太郎"


@pytest.mark.parametrize(("first", "then"), [(Source.RESIDENT, Source.INTERVIEW), (Source.INTERVIEW, Source.RESIDENT)])
def test_what_people_say_alone_and_to_a_clerk_is_one_voice(first: Source, then: Source) -> None:
    told = ledger(fact("架空　太郎", first), fact("架空　次郎", then))
    assert (told.value(NAME), told.conflicts) == ("架空　次郎", ())
    assert ledger(fact("架空　太郎", first), fact(Cleared(), then)).current == {}


# ---- typing ----------------------------------------------------------------------------------------------------------
def test_words_that_are_still_being_typed_are_one_entry() -> None:
    told = Ledger().say(fact("架")).say(fact("架空")).say(fact("架空　太郎"))
    assert [entry.value for entry in told.facts] == ["架空　太郎"]


@pytest.mark.parametrize(
    "between",
    [fact("男", path="person[p1].sex"), fact("架空　花子", by="another"), fact("架空　花子", Source.RESIDENT)],
)
def test_after_anything_else_the_earlier_words_stay(between: Fact) -> None:
    told = Ledger().say(fact("架空　太郎")).say(between).say(fact("架空　次郎"))
    assert [entry.value for entry in told.facts] == ["架空　太郎", between.value, "架空　次郎"]


def test_a_decision_with_a_reason_is_never_typed_over() -> None:
    decided = ledger(fact("架空　太郎", Source.CARD), fact("架空　次郎")).add([fact("架空　次郎", reason="戸籍で確認")])
    again = decided.say(fact("架空　次郎"))
    assert [entry.reason for entry in again.facts][-2:] == ["戸籍で確認", ""]
    assert again.conflicts == ()


def test_a_ledger_that_is_added_to_stays_as_it_was() -> None:
    first = ledger(fact("架空　太郎"))
    first.say(fact("架空　次郎"))
    first.add([fact("女", path="person[p1].sex")])
    assert first.value(NAME) == "架空　太郎"
    assert len(first.facts) == 1


# ---- conflicts -------------------------------------------------------------------------------------------------------
def test_two_sources_that_differ_are_a_conflict_that_names_both() -> None:
    (conflict,) = ledger(fact("架空　太郎", Source.CARD), fact("架空　次郎")).conflicts
    assert conflict.path == NAME
    assert {entry.source for entry in conflict.facts} == {Source.CARD, Source.INTERVIEW}


def test_a_reason_settles_a_conflict_for_the_source_that_is_right() -> None:
    told = ledger(
        fact("架空　太郎", Source.CARD), fact("架空　次郎"), fact("架空　太郎", Source.CARD, reason="カードで確認")
    )
    assert told.conflicts == ()
    assert told.value(NAME) == "架空　太郎"


def test_a_source_that_speaks_again_after_the_decision_reopens_it() -> None:
    told = ledger(
        fact("架空　太郎", Source.CARD), fact("架空　太郎", Source.CARD, reason="カードで確認"), fact("架空　三郎")
    )
    assert [conflict.path for conflict in told.conflicts] == [NAME]


def test_who_does_not_know_contradicts_nobody() -> None:
    assert ledger(fact("架空　太郎", Source.CARD), fact(Held())).conflicts == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("架空　太郎", "架空 太郎"),
        ("架空　太郎", "架空太郎"),
        (Address(text="見本県仮想市本町３丁目４番５号"), Address(text="見本県仮想市本町三丁目4-5", postal="0000011")),
        (PartialDate(iso="1988-06-15"), PartialDate(iso="1988-06-15", era_text="昭和63年6月15日")),
        (True, True),
        (("p1", "p2"), ("p1", "p2")),
    ],
)
def test_the_same_thing_in_another_spelling_is_no_conflict(one: Value, other: Value) -> None:
    assert comparable(one) == comparable(other)
    assert ledger(fact(one, Source.CARD), fact(other)).conflicts == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙﨑", "高崎"),
        ("葛", "葛\U000e0100"),
        ("神", "\ufa19"),
        (Address(text="見本県仮想市本町三丁目4番5号"), Address(text="見本県仮想市本町三丁目4番15号")),
        (PartialDate(iso="1988-06-15"), PartialDate(iso="1988-06-16")),
        (
            PartialDate(iso="1950", precision=Precision.YEAR, unknown_text="昭和25年月日不詳"),
            PartialDate(iso="1950", precision=Precision.ABOUT, unknown_text="昭和25年頃"),
        ),
        (True, False),
        ("1", 1),
    ],
)
def test_letters_numbers_and_days_that_differ_are_a_conflict(one: Value, other: Value) -> None:
    assert len(ledger(fact(one, Source.CARD), fact(other)).conflicts) == 1


# ---- whatever is said ------------------------------------------------------------------------------------------------
entries = st.builds(
    fact,
    st.one_of(st.sampled_from(("a", "b")), st.just(Held()), st.just(Cleared())),
    st.sampled_from(Source),
    path=st.sampled_from((NAME, "person[p1].sex")),
    reason=st.sampled_from(("", "", "確認")),
)


@given(st.lists(entries, max_size=12))
def test_whatever_is_said_the_view_shows_the_last_word_of_its_source(said: list[Fact]) -> None:
    told = ledger(*said)
    for path, shown in told.current.items():
        last = [entry for entry in said if (entry.path, entry.source) == (path, shown.source)][-1]
        assert shown == last
        assert not isinstance(shown.value, Cleared)


@given(st.lists(entries, max_size=12))
def test_whatever_is_said_one_at_a_time_and_all_at_once_are_the_same(said: list[Fact]) -> None:
    step = Ledger()
    for entry in said:
        step = step.add([entry])
    assert step == ledger(*said)
    assert step.current == ledger(*said).current


said = st.builds(
    fact,
    st.sampled_from(("架空　太郎", "架空　次郎", Held(), Cleared())),
    st.sampled_from((Source.CARD, Source.INTERVIEW, Source.RESIDENT)),
    path=st.sampled_from((NAME, "case.kind")),
    by=st.sampled_from(("counter", "card")),
    reason=st.sampled_from(("", "", "本人に確認")),
)


@given(st.lists(st.tuples(st.booleans(), said), max_size=12))
def test_views_folded_on_with_every_word_are_those_folded_from_the_beginning(words: list[tuple[bool, Fact]]) -> None:
    told = Ledger()
    for typed, each in words:
        told = told.say(each) if typed else told.add((each,))
        again = Ledger(facts=told.facts)
        assert told.current == again.current
        assert told.conflicts == again.conflicts
        assert told == again
