"""Several people and several sources: members come and go, cards and papers differ, a person decides."""

import re

from kiosk.flow.actions import (
    AddPerson,
    Confirm,
    RemovePerson,
    Resolve,
    UseCard,
    UseExtract,
)
from kiosk.model.card import CardFace
from kiosk.model.fact import Value
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from tests.visits import MOVERS, Desk, moved, persona, told

OLD = "見本県仮想市本町３丁目４番５号　見本荘２０３"
TARO = CardFace(name="架空　太郎", address=OLD, birth=PartialDate(iso="1988-06-15"), sex="1")
HANAKO = CardFace(name="架空　花子", address=OLD, birth=PartialDate(iso="1990-11-03"), sex="2")
BIRTH = "person[p1].birth.date"


def family(*, signed: bool = True) -> Desk:
    """The demo family, every question answered in words."""
    return told("kazoku4", signed=signed)


# ---- conflicts -------------------------------------------------------------------------------------------------------
def conflicting() -> Desk:
    return moved().act(UseCard(person="p1", face=TARO)).say({BIRTH: "S63.6.16"})


def test_two_sources_that_differ_are_shown_side_by_side() -> None:
    (conflict,) = conflicting().page.conflicts
    assert conflict.path == BIRTH
    assert dict(conflict.sayings) == {
        Source.CARD: "昭和63年6月15日（1988年）",
        Source.INTERVIEW: "昭和63年6月16日（1988年）",
    }


def test_whose_card_was_read_is_known_though_somebody_else_says_the_same() -> None:
    desk = moved()
    assert not desk.page.persons[0].from_card
    desk.act(UseCard(person="p1", face=TARO)).say({BIRTH: "S63.6.15"})
    assert desk.now.facts.by_path[BIRTH].source is Source.INTERVIEW
    assert desk.page.persons[0].from_card


def test_a_conflict_is_settled_only_with_a_reason() -> None:
    desk = conflicting().act(Resolve(path=BIRTH, source=Source.CARD, reason=" "))
    assert desk.codes == {"conflict-needs-reason"}
    assert desk.page.conflicts
    desk.act(Resolve(path=BIRTH, source=Source.CARD, reason="カードで確認"))
    assert desk.page.conflicts == ()
    assert desk.now.facts.by_path[BIRTH].reason == "カードで確認"
    assert desk.value(BIRTH) == PartialDate(iso="1988-06-15")


def test_a_conflict_stands_in_the_way_of_the_confirmation() -> None:
    desk = family().act(UseCard(person="p1", face=TARO.model_copy(update={"sex": "2"}))).act(Confirm())
    assert "conflicts-open" in desk.codes
    assert desk.register.taken == []


def test_the_same_address_in_another_spelling_is_no_conflict() -> None:
    desk = moved().act(UseCard(person="p1", face=TARO)).say({"addr.old.text": "見本県仮想市本町三丁目4-5 見本荘203"})
    assert desk.page.conflicts == ()


def test_a_settled_conflict_stays_settled_when_the_same_words_are_typed_again() -> None:
    desk = conflicting().act(Resolve(path=BIRTH, source=Source.INTERVIEW, reason="戸籍で確認")).say({BIRTH: "S63.6.16"})
    assert desk.page.conflicts == ()
    assert desk.value(BIRTH) == PartialDate(iso="1988-06-16", era_text="昭和63年6月16日")


# ---- people ----------------------------------------------------------------------------------------------------------
def test_a_member_who_is_removed_takes_everything_about_them_along() -> None:
    desk = family().act(RemovePerson(person="p2"))
    assert [person.id for person in desk.page.persons] == ["p1", "p3", "p4"]
    assert not any(re.match(r"person\[p2\]", path) for path in desk.now.facts.by_path)
    assert "架空　花子" not in repr(desk.now.forms)
    assert desk.value("household.card_holders") == ("p1", "p3", "p4")


def test_a_removed_head_of_the_household_is_asked_for_again() -> None:
    desk = family().say({"case.applicant_role": "同一世帯員", "household.head": "p2"})
    assert desk.value("household.new.head_name") == "架空　花子"
    desk.act(RemovePerson(person="p2"))
    assert desk.value("household.new.head_name") is None
    assert "household.head" in desk.open


def test_a_new_member_does_not_inherit_what_was_said_about_a_removed_one() -> None:
    desk = family().act(RemovePerson(person="p4"), AddPerson())
    (new,) = {person.id for person in desk.page.persons} - {"p1", "p2", "p3"}
    assert new == "p5"
    assert f"person[{new}].name.full" in desk.open


def test_who_something_is_true_of_is_asked_again_when_a_member_joins() -> None:
    desk = family().act(AddPerson())
    assert {MOVERS, "person[p5].name.full"} <= set(desk.open)
    desk.say({MOVERS: "全員"})
    assert {"household.foreigners", "household.card_holders", "household.employer_insured"} <= set(desk.open)


def test_the_person_who_came_cannot_be_removed() -> None:
    assert [person.id for person in family().act(RemovePerson(person="p1")).page.persons] == ["p1", "p2", "p3", "p4"]


def test_unread_words_about_a_removed_member_do_not_block() -> None:
    desk = family(signed=False).members(5).member("p5", birth="x").act(RemovePerson(person="p5"))
    assert desk.visit.state.typed == {}
    assert desk.say(persona("kazoku4").answers).sign().page.can_confirm


def test_members_who_come_at_once_are_the_same_as_one_after_another() -> None:
    one_by_one, together = Desk().act(*[AddPerson()] * 3), Desk().act(AddPerson(people=3))
    assert [person.id for person in together.page.persons] == ["p1", "p2", "p3", "p4"]
    assert together.page.persons == one_by_one.page.persons
    assert len(Desk().act(AddPerson(people=30)).page.persons) == 20
    assert len(Desk().act(AddPerson(people=-1)).page.persons) == 1


def test_at_most_twenty_people_fit_into_a_visit() -> None:
    desk = Desk().act(*[AddPerson()] * 30)
    assert len(desk.page.persons) == 20


# ---- extract ---------------------------------------------------------------------------------------------------------
def test_rows_of_an_extract_find_the_members_that_cards_named() -> None:
    rows: tuple[dict[str, Value], ...] = (
        {"person.name.full": "架空　花子", "person.birth.date": HANAKO.birth, "person.kana": "カクウ　ハナコ"},
        {"person.name.full": "架空　太郎", "person.birth.date": TARO.birth, "person.kana": "カクウ　タロウ"},
        {"person.name.full": "架空　一郎", "person.kana": "カクウ　イチロウ"},
    )
    desk = moved().members(2).act(UseCard(person="p1", face=TARO), UseCard(person="p2", face=HANAKO))
    desk.act(UseExtract(persons=rows, case={"koseki.head_name": "架空　太郎", "unknown.key": "x"}))
    assert [desk.value(f"person[{ref}].kana") for ref in ("p1", "p2", "p3")] == [
        "カクウ　タロウ",
        "カクウ　ハナコ",
        "カクウ　イチロウ",
    ]
    assert desk.page.conflicts == ()
    assert "unknown.key" not in desk.now.facts.by_path
