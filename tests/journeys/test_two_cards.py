"""Two cards of one person: the second replaces nothing in silence, and a person says which of them is right."""

import pytest

from kiosk.flow.actions import (
    Resolve,
)
from kiosk.model.source import Source
from tests.sources import (
    HANAKO,
    TARO,
    use,
)
from tests.visits import Desk

SEX = "person[p1].sex"


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ({"sex": "2"}, {SEX}),
        ({"sex": "9"}, {SEX}),
        ({"address": "見本県別見市栄町１丁目２番３号"}, {"addr.old.text"}),
        ({"expires_on": "2027-03-31", "expired": True}, {"person[p1].card.expires_on", "person[p1].card.expired"}),
    ],
)
def test_a_second_card_of_the_same_person_replaces_nothing_in_silence(other: dict[str, str], differs: set[str]) -> None:
    first = TARO.model_copy(update={"expires_on": "2030-03-31"})
    desk = Desk().act(use(first))
    before = {path: desk.value(path) for path in differs}
    desk.act(use(first.model_copy(update=other)))
    assert {conflict.path for conflict in desk.page.conflicts} == differs
    assert {path: desk.value(path) for path in differs} == before
    assert {saying[0] for conflict in desk.page.conflicts for saying in conflict.sayings} == {
        Source.CARD,
        Source.SECOND_CARD,
    }


def test_which_of_two_cards_is_right_is_settled_with_a_reason_and_asked_again_of_the_next_one() -> None:
    woman = TARO.model_copy(update={"sex": "2"})
    desk = Desk().act(use(TARO), use(woman), Resolve(path=SEX, source=Source.SECOND_CARD, reason="券面で確かめた"))
    assert (desk.value(SEX), desk.page.conflicts) == ("女", ())
    assert desk.act(use(woman)).page.conflicts == ()
    assert [conflict.path for conflict in desk.act(use(TARO)).page.conflicts] == [SEX]


def test_the_same_card_may_be_read_as_often_as_one_likes() -> None:
    desk = Desk().act(use(TARO), use(TARO), use(TARO))
    assert desk.page.conflicts == ()
    assert desk.value(SEX) == "男"


def test_a_second_card_of_the_agent_is_a_difference_too() -> None:
    desk = Desk().say({"case.applicant_role": "任意代理人", "agent.name": "架空　花子", "agent.birth_date": "H2.11.3"})
    desk.act(use(HANAKO, ""), use(HANAKO.model_copy(update={"address": "見本県別見市栄町１丁目２番３号"}), ""))
    assert [conflict.path for conflict in desk.page.conflicts] == ["agent.address"]


def test_nothing_of_two_cards_stays_where_they_were_the_agents() -> None:
    desk = Desk().act(use(TARO), use(TARO.model_copy(update={"sex": "2"})))
    desk.say({"case.applicant_role": "任意代理人"})
    assert desk.value("addr.old.text") is None
    assert not any("栄町" in repr(fact.value) for fact in desk.now.facts.by_path.values())


def test_what_else_a_card_said_goes_with_its_name_and_its_birth_once_both_are_another_person_s() -> None:
    birth, name = "person[p1].birth.date", "person[p1].name.full"
    desk = Desk().act(use(TARO)).say({name: "見本　勉", birth: "S40.1.1"})
    desk.act(Resolve(path=name, source=Source.INTERVIEW, reason="別の方のカード"))
    assert desk.value(SEX) == "男"  # it may be misspelt, and still be this person's
    desk.act(Resolve(path=birth, source=Source.INTERVIEW, reason="別の方のカード"))
    assert (desk.value(name), desk.page.conflicts) == ("見本　勉", ())
    left = {path for path, fact in desk.now.facts.by_path.items() if fact.source is Source.CARD}
    assert left == set()
    assert desk.act(use(TARO)).value(name) == "見本　勉"
