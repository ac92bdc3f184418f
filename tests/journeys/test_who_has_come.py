"""Who has come, in the words of the occasion: only who can file something there; what is wanted before who wants it."""

import pytest

from kiosk.flow.actions import Approve
from kiosk.flow.pages import QuestionState
from kiosk.rules.keys import ROLE
from tests.visits import Desk, book, moved

RELATIVE = "別世帯の親族"


def choices(event: str) -> dict[str, str]:
    return {choice.code: choice.label for choice in Desk(event=event).question(ROLE).choices}


def test_nobody_files_their_own_death() -> None:
    offered = choices("shibo")
    assert "本人" not in offered
    assert RELATIVE in offered
    assert not any(RELATIVE in choices(event) for event in book().events if event != "shibo")


@pytest.mark.parametrize("event", sorted(book().events))
def test_every_role_that_is_offered_can_file_something_of_the_occasion(event: str) -> None:
    procedures = (book().procedures[name] for name in book().events[event].procedures)
    versions = (each for procedure in procedures for version in procedure.versions for each in version.all)
    assert choices(event).keys() <= {filer.role for version in versions for filer in version.filers}


def test_a_role_is_called_what_it_is_on_that_occasion_and_stays_so_where_it_is_shown() -> None:
    assert choices("shussei")["本人"] == "父または母"
    assert choices("konin")["本人"] == "夫または妻になる方"
    assert choices("tennyu")["本人"] == "本人"
    desk = Desk(event="rikon").say({ROLE: "本人"})
    assert desk.question(ROLE).echo == "夫または妻"


def test_a_certificate_asks_what_before_who() -> None:
    desk = Desk(event="shomei")
    assert desk.open[:2] == ("case.requests", ROLE)
    assert desk.page.sections[0].questions[0].path == "case.requests"
    assert Desk(event="tennyu").page.sections[0].id != desk.page.sections[0].id


def test_a_relative_of_another_household_reports_the_death_and_needs_a_letter_for_the_household() -> None:
    desk = Desk(event="shibo").say({ROLE: RELATIVE, "death.filed": "いいえ", "household.current": "国民健康保険"})
    found = {outcome.procedure: outcome.filing for outcome in desk.now.plan.outcomes}
    death = found["P81"]
    assert death is not None
    assert death.may is True
    letter = Desk(event="shibo").say({ROLE: RELATIVE, "agent.poa": "なし", "household.current": "国民健康保険"})
    letter.say({"death.insurance": "国民健康保険", "death.dependents": "なし"})
    refused = letter.outcome("P11").filing
    assert refused is not None
    assert (refused.may, refused.papers) == (False, ("委任状",))


# ---- what anybody would assume ---------------------------------------------------------------------------------------
HEAD = "household.head"


def test_whoever_moves_alone_is_assumed_to_be_the_head_and_that_is_shown_to_be_confirmed() -> None:
    desk = moved().say({ROLE: "本人", "person[p1].name.full": "架空　太郎"})
    assert (desk.value(HEAD), HEAD in desk.open) == ("p1", False)
    assert (desk.question(HEAD).state, desk.question(HEAD).echo) == (QuestionState.SAID, "架空　太郎")
    assert desk.act(Approve(paths=(HEAD,))).question(HEAD).state is QuestionState.ANSWERED


def test_with_a_second_member_nobody_is_assumed_and_who_says_to_be_the_head_is_not_asked_to_confirm_it() -> None:
    desk = moved().say({ROLE: "本人"}).members(2)
    assert (desk.value(HEAD), HEAD in desk.open) == (None, True)
    desk.say({ROLE: "世帯主"})
    assert desk.value(HEAD) == "p1"
    assert HEAD not in {view.path for section in desk.page.sections for view in section.questions}


def test_the_same_as_above_is_the_value_of_the_nearest_member_above() -> None:
    desk = moved().members(3).say(phone="03-0000-0000").member("p3", phone="同上")
    assert desk.value("person[p3].phone") == desk.value("person[p1].phone") is not None
    assert desk.member("p2", phone="〃").value("person[p2].phone") == desk.value("person[p1].phone")


SAME = [
    "同上",
    "同 上",
    "〃",
    "々々",
    "同じ",
    "おなじ",
    "上に同じ",
    "同左",
    "ditto",
    "Ｄｉｔｔｏ",
    "同上です。",
    "（同上）",
    "　同上　",
    '"',
]


@pytest.mark.parametrize("words", SAME)
def test_the_same_is_refused_where_nothing_stands_above_and_for_what_is_ones_own(words: str) -> None:
    desk = moved().members(2).say(phone=words, name=words).member("p2", name=words)
    desk.say({"addr.old.text": words, "bank.branch": words})
    paths = ("person[p1].phone", "person[p1].name.full", "person[p2].name.full", "addr.old.text")
    for path in paths:
        assert (desk.value(path), "そのまま入れてください" in desk.question(path).issue) == (None, True), path
    assert desk.value("bank.branch") is None


@pytest.mark.parametrize("words", ["同前　太郎", "佐々木", "同道町一丁目", "上田　同", "Do Thi Lan", "同愛会"])
def test_a_name_that_only_looks_like_it_is_a_name(words: str) -> None:
    assert moved().say(name=words).value("person[p1].name.full") == words


def test_the_same_is_read_in_the_order_of_a_written_visit() -> None:
    desk = moved().members(2).say_all({"person[p1].phone": "03-0000-0000", "person[p2].phone": "同上"})
    assert desk.value("person[p2].phone") == "03-0000-0000"
