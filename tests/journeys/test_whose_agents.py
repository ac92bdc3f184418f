"""Somebody else came for the applicant: in whatever order card and role are said, no card is anybody else's."""

import pytest

from kiosk.flow.actions import Answer, Decide, Decision, SayAll
from kiosk.model.source import Source
from tests.sources import AGENT, ANOTHER, BACK, HANAKO, ICHIRO, PLACE, SAME, TARO, asked, members, unchanged, use
from tests.visits import Desk

ROLE, AGENT_NAME = "case.applicant_role", "agent.name"
ROLES = ["法定代理人", "任意代理人", "使者"]


def role(said: str) -> Answer:
    return Answer(path=ROLE, text=said)


@pytest.mark.parametrize("said", ROLES)
def test_an_agents_card_is_the_agents(said: str) -> None:
    desk = Desk().act(role(said))
    unchanged(desk, use(HANAKO, ""))
    assert (asked(desk).ask, asked(desk).agent) == ("agent", True)
    desk.act(AGENT)
    assert (desk.value(AGENT_NAME), members(desk)) == ("架空　花子", {"p1": None})
    desk.act(use(HANAKO, ""))
    assert (desk.page.proposal, members(desk)) == (None, {"p1": None})
    desk.act(use(TARO), use(ICHIRO))
    assert (asked(desk).ask, members(desk)) == ("agent", {"p1": "架空　太郎"})
    assert members(desk.act(ANOTHER)) == {"p1": "架空　太郎", "p2": "架空　一郎"}
    assert desk.value("addr.old.text") is None


@pytest.mark.parametrize("said", ["本人", "世帯主", "同一世帯員"])
def test_where_no_agent_came_no_card_is_an_agents(said: str) -> None:
    desk = unchanged(Desk().act(role(said), use(TARO), use(HANAKO)), AGENT)
    assert (asked(desk).agent, desk.value(AGENT_NAME)) == (False, None)


# ---- the card first --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("said", ROLES)
@pytest.mark.parametrize("chosen", ["p1", ""])
def test_a_card_read_before_the_role_is_asked_about_and_can_be_the_agents(said: str, chosen: str) -> None:
    desk = Desk().act(use(HANAKO, chosen), role(said))
    view = asked(desk)
    assert (view.ask, view.source, view.pairs[0].known_name) == ("earlier", Source.CARD, "架空　花子")
    assert members(desk.act(AGENT)) == {"p1": None}
    assert [desk.value(path) for path in (AGENT_NAME, "agent.birth_date", "agent.address")] == [
        HANAKO.name,
        HANAKO.birth,
        PLACE,
    ]
    left = {"person[p1].sex", "person[p1].has_mynumber_card", "person[p1].card.expired", "addr.old.text"}
    assert not left & desk.now.case.ledger.current.keys()
    assert members(desk.act(use(TARO, ""), ANOTHER)) == {"p1": "架空　太郎"}


def test_it_can_be_the_members_own_and_is_not_asked_again() -> None:
    desk = Desk().act(use(TARO), role("任意代理人"), SAME)
    assert (desk.page.proposal, members(desk)) == (None, {"p1": "架空　太郎"})
    assert desk.act(role("法定代理人")).page.proposal is None
    assert desk.value("addr.old.text") is None


def test_going_back_asks_who_has_come_once_more() -> None:
    desk = Desk().act(use(TARO), role("任意代理人"), BACK)
    assert (desk.page.proposal, desk.value(ROLE)) == (None, None)
    assert ROLE in desk.open
    assert desk.act(role("本人")).page.proposal is None
    assert asked(desk.act(role("使者"))).ask == "earlier"


def test_two_cards_and_then_the_role_are_asked_about_one_after_another() -> None:
    desk = Desk().act(use(TARO), use(HANAKO), ANOTHER, role("任意代理人"))
    assert asked(desk).pairs[0].person == "p1"
    desk.act(SAME)
    assert asked(desk).pairs[0].person == "p2"
    desk.act(AGENT)
    assert (desk.value(AGENT_NAME), members(desk)) == ("架空　花子", {"p1": "架空　太郎", "p2": None})


def test_the_agent_who_put_a_card_on_first_makes_room_for_the_applicant() -> None:
    desk = Desk().act(use(HANAKO), use(TARO), ANOTHER, role("任意代理人"), AGENT)
    assert (desk.value(AGENT_NAME), members(desk)) == ("架空　花子", {"p2": "架空　太郎"})
    assert desk.now.facts.person("case.applicant") == "p2"


def test_while_nobody_has_said_who_came_another_card_may_be_an_agents() -> None:
    desk = Desk().act(use(TARO), use(HANAKO))
    assert (asked(desk).ask, asked(desk).agent) == ("other", True)
    desk.act(AGENT)
    assert (desk.value(AGENT_NAME), members(desk)) == ("架空　花子", {"p1": "架空　太郎"})
    assert desk.act(role("任意代理人")).page.proposal is None


def test_whoever_is_named_as_the_agent_and_has_a_members_place_is_asked_about() -> None:
    desk = Desk().act(use(TARO), use(HANAKO), ANOTHER, Answer(path=AGENT_NAME, text="架空　花子"))
    desk.act(Answer(path="agent.birth_date", text="H2.11.3"), role("任意代理人"))
    assert asked(desk).pairs[0].person == "p2"


def test_a_change_of_mind_back_to_the_applicant_leaves_nothing_of_the_agent_on_any_paper() -> None:
    desk = Desk().act(use(HANAKO), role("任意代理人"), AGENT, role("本人"), use(HANAKO))
    assert members(desk) == {"p1": "架空　花子"}
    assert "agent.name" not in desk.now.used()


def test_what_somebody_typed_of_the_member_stays_when_the_card_was_the_agents() -> None:
    desk = Desk().act(use(HANAKO)).say(phone="03-0000-0000").act(role("任意代理人"), AGENT)
    assert desk.value("person[p1].phone") == "03-0000-0000"


def test_a_written_visit_says_whose_a_card_is_where_it_reads_it() -> None:
    desk = Desk().act(use(TARO), SayAll(said=(role("任意代理人"),)))
    assert (desk.page.proposal, members(desk)) == (None, {"p1": "架空　太郎"})


# ---- the reason ------------------------------------------------------------------------------------------------------
def because(decision: Decision, why: str = "顔写真で確認") -> Decide:
    return Decide(decision=decision, reason=why)


def test_the_reason_of_any_decision_stays_with_the_name_and_is_shown_at_the_check() -> None:
    added = Desk().act(use(TARO), use(HANAKO), because(Decision.ANOTHER))
    assert added.now.facts.by_path["person[p2].name.full"].reason == "顔写真で確認"
    agents = Desk().act(use(HANAKO), role("任意代理人"), because(Decision.AGENT))
    assert agents.now.facts.by_path[AGENT_NAME].reason == "顔写真で確認"
    second = Desk().act(role("使者"), use(HANAKO, ""), because(Decision.AGENT))
    assert second.now.facts.by_path[AGENT_NAME].reason == "顔写真で確認"


def test_a_my_number_in_a_reason_is_not_kept() -> None:
    desk = Desk().act(use(TARO), use(HANAKO), because(Decision.ANOTHER, "個人番号 1234 5678 9018"))
    assert desk.now.facts.by_path["person[p2].name.full"].reason == ""
