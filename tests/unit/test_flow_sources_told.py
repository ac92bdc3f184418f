"""What a second card, a register and a page at home say: by whom it is told, of whom, and what is known already."""

import pytest

from kiosk.flow.proposal import Paper
from kiosk.flow.sources import agent_facts, card_source, may_be_agent, paper_facts
from kiosk.model.case import Case
from kiosk.model.fact import Fact, Value
from kiosk.model.resident import CURRENT
from kiosk.model.source import Source
from tests.unit.test_flow_sources import AT, BORN, FACE, HANAKO, ICHIRO, PLACE, TARO, called, case, row
from tests.visits import book

NAME, SEX = "person[p1].name.full", "person[p1].sex"
PEOPLE = ("p2", "p1")  # the rows lie in another order than the members


def said_by_cards(**told: tuple[Source, str]) -> Case:
    """A case in which these cards have told p1's name."""
    facts = [Fact(path=NAME, value=name, source=source, by="c", at=AT) for source, name in told.values()]
    made = case("p1", said={SEX: "男"})
    return made.model_copy(update={"ledger": made.ledger.add(facts)})


def taken(paper: Paper, of: Case | None = None, places: tuple[str, ...] = PEOPLE) -> dict[str, Value]:
    return paper_facts(of or case("p1", "p2", said=called(p1=HANAKO)), paper, places, book().vocabulary)


# ---- which card said it ----------------------------------------------------------------------------------------------
def test_the_first_card_of_somebody_is_the_first_and_one_that_says_something_else_another() -> None:
    assert card_source(said_by_cards(), NAME, TARO) is Source.CARD
    once = said_by_cards(first=(Source.CARD, TARO))
    assert card_source(once, NAME, "架空　太一") is Source.SECOND_CARD
    assert card_source(once, SEX, "男") is Source.CARD  # a person said that, no card


def test_a_card_that_says_the_same_again_is_the_card_that_said_it() -> None:
    both = said_by_cards(first=(Source.CARD, TARO), second=(Source.SECOND_CARD, "架空　太一"))
    assert card_source(both, NAME, TARO) is Source.CARD
    assert card_source(both, NAME, "架空　太一") is Source.SECOND_CARD
    other = said_by_cards(second=(Source.SECOND_CARD, "架空　太一"))
    assert card_source(other, NAME, TARO) is Source.CARD  # what the first one said was taken back


# ---- who has come for somebody ---------------------------------------------------------------------------------------
def test_the_card_of_an_agent_is_about_nobody_of_the_household() -> None:
    face = FACE.model_copy(update={"name": f" {TARO} ", "address": f" {PLACE} "})
    assert agent_facts(face) == {"agent.name": TARO, "agent.birth_date": BORN[TARO], "agent.address": PLACE}


@pytest.mark.parametrize(("role", "may"), [("使者", True), ("法定代理人", True), ("世帯主", False), ("本人", False)])
def test_until_it_is_said_who_has_come_it_may_be_an_agent(role: str, may: bool) -> None:
    assert may_be_agent(case("p1"))
    assert may_be_agent(case("p1", said={"case.applicant_role": role})) is may


# ---- a paper ---------------------------------------------------------------------------------------------------------
def test_a_row_is_about_its_own_member_and_tells_of_the_case_for_the_applicant_alone() -> None:
    rows = (row(TARO, sex="男") | {"household.head": "p2"}, row(HANAKO) | {"case.moved_on": BORN[ICHIRO]})
    facts = taken(Paper(persons=rows, case={"case.event_type": "国内転入"}))
    assert facts["person[p2].name.full"] == TARO
    assert facts["person[p1].name.full"] == HANAKO
    assert (facts["case.event_type"], facts["case.moved_on"]) == ("国内転入", BORN[ICHIRO])
    assert "household.head" not in facts  # p2 is not the applicant


def test_what_a_paper_says_of_the_case_stands_before_what_a_row_says() -> None:
    rows = (row(TARO), row(HANAKO) | {"case.event_type": "転居"})
    assert taken(Paper(persons=rows, case={"case.event_type": "国内転入"}))["case.event_type"] == "国内転入"


def test_where_others_live_and_what_the_vocabulary_does_not_know_is_not_taken() -> None:
    rows = (row(TARO, address=PLACE), row(HANAKO, address=PLACE, shoe_size="27"))
    facts = taken(Paper(persons=rows, case={"addr.old.text": PLACE}))
    assert "person[p2].address" not in facts
    assert "person[p1].shoe_size" not in facts
    assert facts["addr.old.text"] == PLACE
    agent = case("p1", "p2", said=called(p1=HANAKO) | {"case.applicant_role": "使者"})
    assert "addr.old.text" not in taken(Paper(persons=rows, case={"addr.old.text": PLACE}), agent)


# ---- the register ----------------------------------------------------------------------------------------------------
def register(*rows: dict[str, Value]) -> Paper:
    return Paper(persons=rows, case={}, origin=Source.REGISTER)


def test_what_the_register_knows_that_people_have_is_told_once_and_of_some_things_by_whom() -> None:
    holds = {"household.card_holders": True}
    found = taken(
        register(row(TARO) | holds | {CURRENT: ("印鑑登録", "国保")}, row(HANAKO) | holds | {CURRENT: ("国保", "介護")})
    )
    assert found[CURRENT] == ("印鑑登録", "国保", "介護")
    assert found["household.card_holders"] == ("p2", "p1")
    one = taken(register(row(TARO) | holds, row(HANAKO) | {"household.card_holders": False}))
    assert one["household.card_holders"] == ("p2",)
    assert CURRENT not in one


def test_a_paper_that_is_no_register_and_one_without_the_applicant_tell_of_nobody_what_they_have() -> None:
    rows = (row(TARO) | {CURRENT: ("国保",)}, row(HANAKO))
    assert CURRENT not in taken(Paper(persons=rows, case={}))
    assert CURRENT not in taken(register(rows[0]), places=("p2",))


# ---- answers from home -----------------------------------------------------------------------------------------------
def home(*rows: dict[str, Value], **case_: Value) -> Paper:
    told = {key.replace("__", "."): value for key, value in case_.items()}
    return Paper(persons=rows, case=told, origin=Source.PREENTRY)


def test_whom_an_answer_from_home_names_is_who_they_are_here() -> None:
    paper = home(row(TARO), row(HANAKO), household__head="p1", household__movers=("p1", "p2", "p9"))
    facts = taken(paper)
    assert facts["household.head"] == "p2"
    assert facts["household.movers"] == ("p2", "p1", "p9")
    assert facts["person[p2].name.full"] == TARO


def test_an_answer_from_home_that_was_said_here_in_the_same_words_is_not_said_again() -> None:
    of = case("p1", "p2", said=called(p1=HANAKO) | {"case.event_type": "国内転入"})
    facts = taken(home(row(TARO), row(HANAKO), case__event_type="国内転入", household__head="p9"), of)
    assert "case.event_type" not in facts
    assert "person[p1].name.full" not in facts
    assert facts["household.head"] == "p9"  # whom nobody knows stays as it was said
    assert taken(home(row(TARO), row(HANAKO), case__event_type="国外転入"), of)["case.event_type"] == "国外転入"


def test_words_that_look_like_a_member_are_words_where_nobody_is_asked_for() -> None:
    facts = taken(home(row(TARO, phone="p1"), row(HANAKO)))
    assert facts["person[p2].phone"] == "p1"


def test_wishes_that_look_like_members_are_wishes() -> None:
    assert taken(home(row(TARO), row(HANAKO), case__requests=("p1",)))["case.requests"] == ("p1",)


@pytest.mark.parametrize("origin", [Source.EXTRACT, Source.PREENTRY])
def test_a_row_for_which_no_place_was_found_is_never_left_out_unseen(origin: Source) -> None:
    with pytest.raises(ValueError, match="longer"):
        taken(Paper(persons=(row(TARO), row(HANAKO)), case={}, origin=origin), places=("p2",))
