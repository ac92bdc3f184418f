"""児童手当 where a move inside the city parts the recipient from a child: it goes on, with where the child lives."""

import pytest

from kiosk.model.plan import Need
from tests.invented import HERE, PLAIN, person, printed, told
from tests.visits import MOVERS, Desk

MUM = person("架空　花子", "H2.11.3", kana="カクウ　ハナコ", phone="03-0000-0001")
DAD = person("架空　太郎", "S63.6.15", kana="カクウ　タロウ", phone="03-0000-0000")
KID = person("架空　一郎", "H29.5.20")
MOVED = {
    **PLAIN,
    **HERE,
    "case.event_type": "転居",
    "case.applicant_role": "同一世帯員",
    "case.moved_on": "R8.4.12",
    "addr.old.text": "見本県架空市本町9番9号",
    "household.old.head_name": "架空　太郎",
    "household.current": "児童手当、子ども医療費助成",
    "household.card_holders": "なし",
    "jido.recipient": "p2",
}


def moved(movers: str, **said: str) -> Desk:
    return told("tenkyo", {**MOVED, MOVERS: movers, **said}, MUM, DAD, KID)


@pytest.mark.parametrize(
    ("movers", "head", "where"),
    [
        ("p1、p3", "p1", "見本県架空市緑ケ丘二丁目7番12号"),  # the child goes with the mother, the recipient stays
        ("p2", "p2", "見本県架空市本町9番9号"),  # the recipient goes alone
    ],
)
def test_who_is_parted_from_a_child_says_where_it_lives_and_brings_the_statement(
    movers: str, head: str, where: str
) -> None:
    stays = {f"person[{ref}].part": "残る" for ref in ("p1", "p2", "p3") if ref not in movers}
    desk = moved(movers, **{"household.head": head, **stays})
    outcome = desk.outcome("P20")
    assert (outcome.need, outcome.bring) == (Need.NEEDED, ("別居監護申立書",))
    assert printed(desk, "F29", "別居する児童の住所") == where
    assert desk.value("person[p3].lives_with_claimant") is False


@pytest.mark.parametrize(("movers", "recipient"), [("全員", "p2"), ("p1、p3", "p1")])
def test_who_moves_with_the_child_brings_nothing(movers: str, recipient: str) -> None:
    stays = {} if movers == "全員" else {"person[p2].part": "残る"}
    desk = moved(movers, **{"household.head": "p1", "jido.recipient": recipient, **stays})
    assert desk.outcome("P20").bring == ()
    assert printed(desk, "F29", "別居する児童の住所") == ""
