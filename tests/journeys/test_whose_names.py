"""Who shares a name is told apart, and the letters and spaces of a register are kept."""

import pytest

from kiosk.flow.actions import RemovePerson
from kiosk.model.address import Address
from kiosk.model.wareki import PartialDate
from tests.sources import HANAKO, NAME, PLACE, TARO, face, members, paper, row, use
from tests.visits import MOVE, Desk, told


# ---- names -----------------------------------------------------------------------------------------------------------
def test_who_shares_a_name_is_shown_with_the_birth_wherever_a_person_is_chosen() -> None:
    desk = Desk().say(MOVE).act(use(TARO)).members(3)
    desk.member("p2", name="架空太郎", birth="S33.6.15").member("p3", name="架空　花子")
    names = [person.name for person in desk.page.persons]
    assert names == ["架空　太郎（昭和63年6月15日生）", "架空太郎（昭和33年6月15日生）", "架空　花子"]
    assert [choice.label for choice in desk.question("household.card_holders").choices] == names
    assert {f"氏名（{names[1]}）"} <= {desk.visit.outside.wording.about("person[p2].name.full", names[1])}
    assert desk.say({"household.card_holders": names[1]}).value("household.card_holders") == ("p2",)
    desk.say({"household.card_holders": "架空太郎"})
    assert desk.value("household.card_holders") is None


def test_somebody_new_with_the_name_of_a_member_is_told_for_it_may_be_a_typing_mistake() -> None:
    desk = Desk().act(use(TARO)).members(2).member("p2", name="架空花子", birth="H2.11.4")
    desk.act(paper(row(TARO), row(HANAKO)))
    assert members(desk) == {"p1": "架空　太郎", "p2": "架空花子", "p3": "架空　花子"}
    assert desk.codes == {"extract-taken", "namesake"}
    assert desk.act(RemovePerson(person="p3")).codes == set()


def test_who_shares_a_name_and_has_no_birth_yet_is_counted() -> None:
    desk = Desk().members(2).say(name="架空　太郎").member("p2", name="架空　太郎", birth="S33.6.15")
    assert [person.name for person in desk.page.persons] == [
        "架空　太郎（1人目・生年月日未確認）",
        "架空　太郎（昭和33年6月15日生）",
    ]


def test_the_space_of_a_register_is_taken_and_never_lost() -> None:
    typed = Desk().say(name="架空花子", birth="H2.11.3", kana="カクウハナコ")
    typed.act(paper(row(HANAKO, kana="カクウ　ハナコ")))
    assert (typed.value(NAME), typed.value("person[p1].kana")) == ("架空　花子", "カクウ　ハナコ")
    assert typed.page.conflicts == ()
    spaced = Desk().say(name="架空　花子", birth="H2.11.3").act(paper(row(face("架空花子", "1990-11-03"))))
    assert spaced.value(NAME) == "架空　花子"
    card = Desk().act(use(HANAKO), paper(row(face("架空花子", "1990-11-03"))))
    assert card.value(NAME) == "架空　花子"


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2060"])
def test_signs_without_width_make_nobody_another_person(sign: str) -> None:
    desk = Desk().say(name=f"架空{sign}　花子", birth="H2.11.3").act(use(face(f"架空　花{sign}子", "1990-11-03")))
    assert (members(desk), desk.page.proposal) == ({"p1": "架空　花子"}, None)


@pytest.mark.parametrize("name", ["架空　花子　　", "　架空　　花子", "架空　花子 \u3000"])
def test_the_blanks_with_which_a_card_fills_its_field_are_no_part_of_a_name(name: str) -> None:
    padded = face(name, "1990-11-03").model_copy(update={"address": f"{PLACE}　　"})
    desk = Desk().act(use(padded))
    assert members(desk) == {"p1": "架空　花子"}
    assert texts(desk, "addr.old.text") == [PLACE]
    assert members(Desk().say(name=name)) == {"p1": "架空　花子"}


def texts(desk: Desk, path: str) -> list[str]:
    return [fact.value.text for fact in desk.now.case.ledger.told(path) if isinstance(fact.value, Address)]


def test_the_demonstration_family_is_asked_nothing_about_who_is_who() -> None:
    assert told("kazoku4").page.proposal is None


def test_the_address_of_the_first_of_january_is_nobody_elses() -> None:
    """Who came to the old home after that day lived somewhere else then, which has to be asked."""
    since = {"person.old_since": PartialDate(iso="2026-02-01")}
    rows = (row(TARO, addr_jan1=PLACE), row(HANAKO) | since)
    desk = Desk().say(MOVE).act(use(TARO), paper(*rows, addr__old__text=Address(text=PLACE)))
    later = Desk().say(MOVE).act(use(TARO), paper(row(TARO) | since, row(HANAKO), addr__old__text=Address(text=PLACE)))
    addresses = [desk.value(f"person[{ref}].addr_jan1") for ref in ("p1", "p2")]
    assert addresses == [PLACE, None]
    assert later.value("person[p1].addr_jan1") is None


def test_a_card_all_in_kana_takes_the_place_that_is_read_so_and_no_other() -> None:
    desk = Desk().act(use(TARO)).members(4).member("p2", kana="カクウ　ジロウ").member("p4", kana="カクウ　ハナ")
    desk.act(use(face("カクウ　ハナ", "1995-07-07"), person=""))
    assert members(desk)["p4"] == "カクウ　ハナ"
    assert {desk.value(f"person[{person}].name.full") for person in ("p2", "p3")} == {None}


def test_a_card_all_in_kana_of_another_reading_does_not_fill_the_place_that_was_chosen() -> None:
    desk = Desk().act(use(TARO)).members(2).member("p2", kana="カクウ　ジロウ")
    desk.act(use(face("カクウ　ハナ", "1995-07-07"), person="p2"))
    assert desk.value("person[p2].name.full") is None
    assert desk.page.proposal is not None
