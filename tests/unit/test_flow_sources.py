"""Cards and papers: whose facts they give, which they never give, and which answers no longer stand after them."""

import datetime as dt
import uuid
from collections.abc import Mapping

import pytest

from kiosk.flow.actions import UseCard, UseExtract
from kiosk.flow.bringing import use_source
from kiosk.flow.matching import new_person
from kiosk.flow.pages import Notice
from kiosk.flow.sources import asked_again, tells_where, withdrawn
from kiosk.flow.state import VisitState
from kiosk.flow.turn import Turn
from kiosk.model.address import Address
from kiosk.model.card import CardFace
from kiosk.model.case import Case
from kiosk.model.fact import Cleared, Fact, Ledger, Value
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from kiosk.rules.snapshot import take
from tests.visits import Desk, book

AT = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
PLACE = "見本県仮想市本町３丁目４番５号"
TARO, HANAKO, ICHIRO = "架空　太郎", "架空　花子", "架空　一郎"
BORN = {
    TARO: PartialDate(iso="1988-06-15"),
    HANAKO: PartialDate(iso="1990-11-03"),
    ICHIRO: PartialDate(iso="2019-05-01"),
}
FACE = CardFace(name=TARO, address=PLACE, birth=BORN[TARO], sex="1", expires_on="2033-06-15")
AGENTS = ("法定代理人", "任意代理人", "使者")


def case(*persons: str, said: Mapping[str, Value] | None = None, source: Source = Source.INTERVIEW) -> Case:
    """A case of these members with what was said in this way."""
    facts = (Fact(path=path, value=value, source=source, by="c", at=AT) for path, value in (said or {}).items())
    return Case(
        id=uuid.UUID(int=1),
        event="tennyu",
        today=dt.date(2026, 4, 20),
        opened_at=AT,
        persons=persons or ("p1",),
        ledger=Ledger(facts=tuple(facts)),
    )


def called(**names: str) -> dict[str, Value]:
    """What has been said of members who told their name and birth."""
    said: dict[str, Value] = {}
    for person, name in names.items():
        said |= {f"person[{person}].name.full": name, f"person[{person}].birth.date": BORN[name]}
    return said


def row(name: str, **more: Value) -> dict[str, Value]:
    return {
        "person.name.full": name,
        "person.birth.date": BORN[name],
        **{f"person.{key}": of for key, of in more.items()},
    }


def brought(of: Case, action: UseCard | UseExtract) -> tuple[Turn, dict[str, Value]]:
    """The turn that takes a source, and the facts that it took."""
    outside = Desk().visit.outside
    turn = Turn(outside, VisitState(case=of), take(of, book=outside.book, planner=outside.planner))
    use_source(turn, action)
    said = turn.case.ledger.facts[len(of.ledger.facts) :]
    return turn, {fact.path: fact.value for fact in said if not isinstance(fact.value, Cleared)}


Found = tuple[Case, dict[str, Value], tuple[Notice, ...]]


def found(turn: Turn, facts: dict[str, Value]) -> Found:
    assert turn.state.proposal is None
    return turn.case, facts, tuple(notice for notice in turn.notices if notice.kind != "success")


def card(of: Case, person: str = "p1", face: CardFace = FACE) -> Found:
    return found(*brought(of, UseCard(person=person, face=face)))


def extract(of: Case, *rows: Mapping[str, Value], **more: Value) -> Found:
    whole = {key.replace("__", "."): value for key, value in more.items()}
    return found(*brought(of, UseExtract(persons=rows, case=whole)))


def told(notices: tuple[Notice, ...]) -> list[tuple[str, str]]:
    return [(notice.kind, notice.code) for notice in notices]


# ---- cards -----------------------------------------------------------------------------------------------------------
def test_a_card_gives_the_basic_four_of_the_person_who_came_and_how_long_it_holds() -> None:
    after, facts, notices = card(case())
    assert facts == {
        "person[p1].name.full": TARO,
        "person[p1].birth.date": BORN[TARO],
        "person[p1].sex": "男",
        "person[p1].has_mynumber_card": True,
        "person[p1].card.expired": False,
        "person[p1].card.expires_on": PartialDate(iso="2033-06-15"),
        "addr.old.text": Address(text=PLACE),
    }
    assert (after.persons, notices) == (("p1",), ())


@pytest.mark.parametrize(("printed", "sex"), [("1", "男"), ("2", "女"), ("3", "記載なし"), ("9", "記載なし")])
def test_a_card_that_names_no_sex_says_that_none_is_recorded(printed: str, sex: str) -> None:
    face = CardFace.model_validate(FACE.model_dump() | {"sex": printed})
    assert card(case(), face=face)[1]["person[p1].sex"] == sex


def test_a_card_without_an_expiry_gives_none() -> None:
    assert "person[p1].card.expires_on" not in card(case(), face=FACE.model_copy(update={"expires_on": ""}))[1]


def test_a_card_that_ran_out_or_has_doubtful_letters_is_for_the_clerk_to_look_at() -> None:
    face = FACE.model_copy(update={"expired": True, "doubtful": ("髙",)})
    _, facts, notices = card(case(), face=face)
    assert told(notices) == [("warning", "card-expired"), ("warning", "card-doubtful")]
    assert facts["person[p1].card.expired"] is True


def test_the_card_of_somebody_new_makes_them_a_member_and_gives_no_address() -> None:
    after, facts, _ = card(case("p1"), "p2")
    assert after.persons == ("p1", "p2")
    assert facts["person[p2].name.full"] == TARO
    assert "addr.old.text" not in facts


@pytest.mark.parametrize("role", AGENTS)
def test_with_an_agent_at_the_counter_no_card_gives_an_address(role: str) -> None:
    said = called(p1=TARO)
    assert "addr.old.text" not in card(case(said=said | {"case.applicant_role": role}))[1]
    assert "addr.old.text" in card(case(said=said | {"case.applicant_role": "世帯主"}))[1]


# ---- an agent --------------------------------------------------------------------------------------------------------
def test_what_tells_where_somebody_lives_or_is_registered() -> None:
    places = ("addr.new.text", "addr.old.postal", "person[p2].address", "person[p2].addr_jan1", "koseki.honseki")
    assert all(tells_where(path) for path in places)
    assert not any(tells_where(path) for path in ("person[p1].name.full", "case.addr", "koseki.head_name"))


def test_an_agent_who_is_named_later_takes_away_the_addresses_that_cards_and_papers_gave() -> None:
    came: dict[str, Value] = {"case.applicant_role": "使者", "addr.new.text": Address(text=PLACE)}
    read = case(
        said={"koseki.honseki": PLACE, "addr.old.text": Address(text=PLACE), **called(p1=TARO)}, source=Source.CARD
    )
    agent = read.model_copy(update={"ledger": read.ledger.add(case(said=came).ledger.facts)})
    assert withdrawn(agent) == (("addr.old.text", Source.CARD), ("koseki.honseki", Source.CARD))
    assert withdrawn(read) == ()
    paper = case(said={"addr.old.text": Address(text=PLACE)}, source=Source.EXTRACT)
    both = agent.model_copy(update={"ledger": agent.ledger.add(paper.ledger.facts)})
    assert withdrawn(both) == (
        ("addr.old.text", Source.CARD),
        ("addr.old.text", Source.EXTRACT),
        ("koseki.honseki", Source.CARD),
    )


# ---- papers ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("missing", ["name.full", "birth.date"])
def test_an_extract_waits_until_the_applicant_has_a_name_and_a_birth(missing: str) -> None:
    said = called(p1=TARO)
    del said[f"person[p1].{missing}"]
    before = case(said=said)
    after, facts, notices = extract(before, row(TARO))
    assert (after.ledger, facts, told(notices)) == (before.ledger, {}, [("info", "extract-applicant-first")])


def test_an_extract_on_which_the_applicant_does_not_stand_is_not_used() -> None:
    before = case(said=called(p1=TARO))
    after, facts, notices = extract(before, row(HANAKO), koseki__head_name=HANAKO)
    assert (after.ledger, facts, told(notices)) == (before.ledger, {}, [("info", "extract-unused")])


def test_a_namesake_with_another_birth_is_somebody_else() -> None:
    before = case(said=called(p1=TARO))
    assert told(extract(before, row(TARO) | {"person.birth.date": BORN[HANAKO]})[2]) == [("info", "extract-unused")]
    assert told(extract(before, {"person.name.full": TARO})[2]) == [("info", "extract-unused")]


def test_the_rows_of_an_extract_find_their_members_then_free_places_then_new_ones() -> None:
    before = case("p1", "p2", "p3", said=called(p1=TARO, p3=HANAKO))
    rows = (row(HANAKO, kana="ハナコ"), row("架空　太郎", kana="タロウ"), row(ICHIRO, kana="イチロウ"))
    twin = {"person.name.full": "架空　二郎", "person.kana": "ジロウ"}
    third = {"person.name.full": "架空　三郎", "person.kana": "サブロウ"}
    after, facts, notices = extract(before, *rows, twin, third, koseki__head_name=TARO)
    readings = {path: value for path, value in facts.items() if path.endswith(".kana")}
    assert readings == {
        "person[p3].kana": "ハナコ",
        "person[p1].kana": "タロウ",
        "person[p2].kana": "イチロウ",
        "person[p4].kana": "ジロウ",
        "person[p5].kana": "サブロウ",
    }
    assert after.persons == ("p1", "p2", "p3", "p4", "p5")
    assert (facts["koseki.head_name"], notices) == (TARO, ())


def test_a_member_who_is_called_otherwise_keeps_their_place() -> None:
    after, facts, _ = extract(case("p1", "p2", said=called(p1=TARO, p2=HANAKO)), row(TARO), row(ICHIRO))
    assert after.persons == ("p1", "p2", "p3")
    assert facts["person[p3].name.full"] == ICHIRO
    assert "person[p2].name.full" not in facts


def test_two_rows_that_are_alike_never_become_one_member() -> None:
    after, facts, _ = extract(case(said=called(p1=TARO)), row(TARO, kana="イチ"), row(TARO, kana="ニ"))
    assert after.persons == ("p1", "p2")
    assert (facts["person[p1].kana"], facts["person[p2].kana"]) == ("イチ", "ニ")


def test_a_space_in_a_name_does_not_make_somebody_else_of_them() -> None:
    said = called(p1=TARO) | {"person[p1].name.full": "架空太郎"}
    assert extract(case(said=said), row(TARO))[2] == ()


def test_an_extract_gives_the_applicants_places_and_nobody_elses() -> None:
    before = case("p1", "p2", said=called(p1=TARO, p2=HANAKO))
    rows = (row(TARO, addr_jan1=Address(text=PLACE)), row(HANAKO, addr_jan1=Address(text=PLACE)))
    _, facts, _ = extract(before, *rows, koseki__honseki=PLACE, addr__old__text=Address(text=PLACE))
    assert {path for path in facts if tells_where(path)} == {"person[p1].addr_jan1", "koseki.honseki", "addr.old.text"}


def test_for_an_agent_an_extract_gives_no_place_at_all() -> None:
    before = case(said=called(p1=TARO) | {"case.applicant_role": "任意代理人"})
    _, facts, _ = extract(before, row(TARO, addr_jan1=Address(text=PLACE), kana="タロウ"), koseki__honseki=PLACE)
    assert not any(tells_where(path) for path in facts)
    assert facts["person[p1].kana"] == "タロウ"


@pytest.mark.parametrize("day", ["2026-02-30", "2025-02-29", "2026-04-31"])
def test_a_day_outside_the_calendar_is_taken_of_a_birth_alone_and_told_of_everything_else(day: str) -> None:
    never = PartialDate(iso=day)
    _, facts, notices = extract(case(said=called(p1=TARO)), row(TARO), case__tenshutsu_planned_on=never)
    assert "case.tenshutsu_planned_on" not in facts
    assert told(notices) == [("warning", "not-taken")]
    born = PartialDate(iso="1955-02-29")
    _, facts, notices = extract(case(said=called(p1=TARO)), row(TARO), row(HANAKO) | {"person.birth.date": born})
    assert (facts["person[p2].birth.date"], notices) == (born, ())


def test_what_the_vocabulary_does_not_know_is_not_taken_of_an_extract() -> None:
    _, facts, _ = extract(case(said=called(p1=TARO)), row(TARO, shoe="26"), nobody__knows="x")
    assert set(facts) == {"person[p1].name.full", "person[p1].birth.date"}


# ---- members ---------------------------------------------------------------------------------------------------------
def test_answers_about_who_in_the_household_are_asked_again_when_somebody_joins() -> None:
    said: dict[str, Value] = {
        "nobody.knows": "x",
        "household.card_holders": ("p1",),
        "case.requests": ("なし",),
        "household.foreigners": (),
    }
    before = case("p1", said=said)
    joined = before.model_copy(update={"persons": ("p1", "p2")})
    again = (("household.card_holders", Source.INTERVIEW), ("household.foreigners", Source.INTERVIEW))
    assert asked_again(before, joined, book().vocabulary) == again
    assert asked_again(before, before, book().vocabulary) == ()
    assert asked_again(joined, before, book().vocabulary) == ()


def test_a_new_member_gets_an_id_that_nobody_has_is_about_to_have_or_had() -> None:
    assert new_person(case("p1", "p2")) == "p3"
    assert new_person(case("p1"), ["p7"]) == "p8"
    assert new_person(case("p1", said={"person[p10].kana": "モト", "case.requests": ()})) == "p11"
