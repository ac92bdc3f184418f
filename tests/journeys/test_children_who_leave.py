"""A child moves out of the city and the recipient of the allowance stays, or the other way round."""

import datetime as dt

import pytest

from kiosk.flow.unconfirmed import unconfirmed
from tests.visits import MOVERS, Desk

NAMES = {
    "person[p1].name.full": "架空　渡",
    "person[p1].birth.date": "S60.2.2",
    "person[p1].phone": "03-0000-0000",
    "person[p2].name.full": "架空　架",
    "person[p2].birth.date": "S61.3.3",
    "person[p3].name.full": "架空　橋",
    "person[p3].birth.date": "H22.9.4",
    "person[p4].name.full": "架空　船",
    "person[p4].birth.date": "R5.5.5",
    "person[p2].relation_new": "妻",
    "person[p3].relation_new": "子",
    "person[p4].relation_new": "子",
    "person[p1].relation_new": "世帯主",
}
ABROAD = {"case.event_type": "国外転出", "addr.new.text": "アメリカ合衆国"}


def leaving(*movers: str, recipient: str = "p1", **said: str) -> Desk:
    """Father (the recipient), mother and two children, of whom some move out."""
    desk = Desk(today=dt.date(2026, 4, 20), event="tenshutsu").members(4)
    stays = {f"person[{ref}].part": "残る" for ref in ("p1", "p2", "p3", "p4") if ref not in movers}
    words = {
        "case.event_type": "国内転出",
        "case.applicant_role": "世帯主",
        "case.moved_on": "R8.5.10",
        "addr.new.text": "別見本県仮想市本町三丁目4番5号",
        "addr.new.katagaki": "なし",
        "addr.old.text": "見本県架空市本町1番2号",
        "household.old.head_name": "架空　渡",
        "household.current": "児童手当、子ども医療費助成",
        "household.head": movers[0],
        MOVERS: "、".join(movers),
        "jido.recipient": recipient,
    }
    return desk.say_all({**NAMES, **words, **stays, **{key.replace("__", "."): text for key, text in said.items()}})


def shown(desk: Desk, form: str, box: str) -> str:
    return next("、".join(each.marks) or each.text for each in desk.form(form).boxes if each.box == box)


def children(desk: Desk, form: str) -> list[str]:
    return [each.text for each in desk.form(form).boxes if each.box == ("no15" if form == "F29" else "no12")]


def paper(desk: Desk) -> tuple[str, ...]:
    return desk.outcome("P20").forms


def test_what_becomes_of_the_allowance_is_asked_and_nothing_else_of_it() -> None:
    desk = leaving("p3")
    assert paper(desk) == ()
    assert [path for path in desk.open if path.startswith("jido.")] == ["jido.still_raised"]


def test_a_child_that_is_still_raised_is_told_to_live_apart() -> None:
    desk = leaving("p3", jido__still_raised="はい")
    assert paper(desk) == ("F29",)
    assert children(desk, "F29") == ["架空　橋"]
    assert desk.value("person[p3].lives_with_claimant") is False
    assert (shown(desk, "F29", "no4"), shown(desk, "F29", "no23")) == (
        "見本県架空市本町1番2号",
        "別見本県仮想市本町三丁目4番5号",
    )
    assert "別居監護申立書" in desk.outcome("P20").bring
    assert "海外留学に関する申立書・在学証明書" not in desk.outcome("P20").bring


@pytest.mark.parametrize(
    ("movers", "kind", "listed"),
    [
        (("p3",), "額改定(減額)", ["架空　橋"]),
        (("p3", "p4"), "受給事由消滅", ["架空　橋", "架空　船"]),
        (("p2", "p3", "p4"), "受給事由消滅", ["架空　橋", "架空　船"]),
    ],
)
def test_a_child_that_is_raised_no_more_lessens_or_ends_the_allowance(
    movers: tuple[str, ...], kind: str, listed: list[str]
) -> None:
    desk = leaving(*movers, jido__still_raised="いいえ")
    assert (paper(desk), shown(desk, "F28", "no7"), children(desk, "F28")) == (("F28",), kind, listed)
    assert shown(desk, "F28", "no9") == "離婚などで養育しなくなった"
    assert shown(desk, "F28", "no10") == ""  # the recipient moves nowhere
    assert shown(desk, "F28", "no4") == "見本県架空市本町1番2号"


def test_abroad_only_a_child_who_studies_is_still_counted() -> None:
    studying = leaving("p3", jido__still_raised="はい").say(ABROAD)
    assert "海外留学に関する申立書・在学証明書" in studying.outcome("P20").bring
    desk = leaving("p3", jido__still_raised="いいえ").say(ABROAD)
    assert (shown(desk, "F28", "no9"), shown(desk, "F30", "no9")) == ("国外への転出", "国外への転出")


@pytest.mark.parametrize("movers", [("p1",), ("p1", "p3"), ("p1", "p4")])
def test_a_recipient_who_leaves_children_behind_ends_it_for_all_of_them(movers: tuple[str, ...]) -> None:
    desk = leaving(*movers)
    assert (paper(desk), shown(desk, "F28", "no7"), shown(desk, "F28", "no9")) == (
        ("F28",),
        "受給事由消滅",
        "市外への転出",
    )
    assert children(desk, "F28") == ["架空　橋", "架空　船"]
    assert shown(desk, "F28", "no10") == "別見本県仮想市本町三丁目4番5号"


def test_who_alone_is_grown_up_is_only_assumed_to_be_the_recipient() -> None:
    desk = (
        Desk(event="tenshutsu").members(2).say({"person[p1].birth.date": "S61.3.3", "person[p2].birth.date": "R5.5.5"})
    )
    desk.say(
        {"case.event_type": "国内転出", MOVERS: "全員", "household.current": "児童手当", "case.moved_on": "R8.5.10"}
    )
    desk.say({"household.current": "児童手当", "case.moved_on": "R8.5.10"})
    assert desk.value("jido.recipient") == "p1"
    assert "jido.recipient" in unconfirmed(desk.visit.state, desk.now)


def test_a_claimant_who_lives_in_another_city_claims_there() -> None:
    desk = Desk().members(3).say({"case.event_type": "国内転入", "case.moved_on": "R8.4.12", MOVERS: "p1、p3"})
    desk.say({"person[p1].birth.date": "S60.2.2", "person[p2].birth.date": "S61.3.3", "jido.claimant": "p2"})
    desk.say({"person[p3].birth.date": "R5.5.5", "person[p2].part": "別に暮らす", "person[p2].occupation": "会社員"})
    assert desk.need("P20").value == "not_needed"
    assert "この市の住民にならず" in desk.outcome("P20").reason
    assert desk.say({"jido.claimant": "p1", "person[p1].occupation": "会社員"}).need("P20").value == "needed"
