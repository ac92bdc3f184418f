"""A card or a paper may be about somebody else: who it is comes first, and nothing is taken before that is known."""

import pytest

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Decide,
    Decision,
    End,
    GoTo,
    HandOff,
    RemovePerson,
    StartVisit,
    Step,
)
from kiosk.flow.state import VisitState
from kiosk.model.card import CardFace
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate, Precision
from tests.sources import (
    ANOTHER,
    BACK,
    BIRTH,
    HANAKO,
    ICHIRO,
    JIRO,
    NAME,
    PLACE,
    SAME,
    TARO,
    asked,
    face,
    members,
    paper,
    row,
    unchanged,
    use,
)
from tests.visits import Desk, resumed


# ---- another person's card -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "other",
    [
        HANAKO,
        face("架空　次郎", "1988-06-15"),
        face("架空　太郎", "1958-06-15"),
        face("見本　太郎", "1988-06-16"),
    ],
)
@pytest.mark.parametrize("first", [use(TARO), Answer(path=NAME, text="架空　太郎")])
def test_a_card_of_somebody_else_stops_the_visit_until_a_person_says_how_it_goes_on(
    other: CardFace, first: Action
) -> None:
    desk = Desk().act(first, Answer(path=BIRTH, text="S63.6.15"))
    unchanged(desk, use(other))
    view = asked(desk)
    assert (view.ask, view.source, view.pairs[0].read_name) == ("other", Source.CARD, other.name)
    assert PLACE not in repr(view)
    unchanged(desk, BACK)
    assert (desk.page.proposal, desk.codes) == (None, {"nothing-taken"})


def test_each_card_becomes_a_person_and_never_another() -> None:
    desk = Desk().act(use(TARO), use(HANAKO))
    assert members(desk) == {"p1": "架空　太郎"}
    desk.act(ANOTHER, use(ICHIRO, ""), ANOTHER, use(JIRO, "p3"), ANOTHER)
    assert members(desk) == {"p1": "架空　太郎", "p2": "架空　花子", "p3": "架空　一郎", "p4": "架空　二郎"}
    assert desk.page.conflicts == ()
    assert desk.value("person[p2].sex") == "女"


def test_a_new_member_takes_a_free_place_first() -> None:
    desk = Desk().members(3).act(use(TARO), use(HANAKO), ANOTHER)
    assert members(desk) == {"p1": "架空　太郎", "p2": "架空　花子", "p3": None}


def test_a_new_member_takes_no_place_of_which_another_reading_was_said() -> None:
    desk = Desk().members(3).act(use(TARO)).member("p2", kana="カクウ　イチロウ")
    assert members(desk.act(use(HANAKO), ANOTHER)) == {"p1": "架空　太郎", "p2": None, "p3": "架空　花子"}
    assert members(desk.act(use(ICHIRO, "p2"), SAME))["p2"] == "架空　一郎"
    early = Desk().members(2).member("p1", kana="カクウ　ハナコ").act(use(TARO, ""), ANOTHER)
    assert members(early) == {"p1": None, "p2": "架空　太郎"}


@pytest.mark.parametrize("of", [HANAKO, face("SAMPLE HANA", "1990-11-03")], ids=["kanji", "latin"])
@pytest.mark.parametrize("chosen", ["", "p2", "p3"])
def test_a_card_is_asked_about_once_where_a_place_is_known_by_its_reading_alone(of: CardFace, chosen: str) -> None:
    desk = Desk().act(use(TARO)).members(3).member("p2", kana="ｶｸｳ ﾊﾅ")
    unchanged(desk, use(of, chosen))
    (pair,) = asked(desk).pairs
    assert (asked(desk).ask, pair.person, pair.known_name, pair.read_name) == ("same", "p2", "カクウ　ハナ", of.name)
    assert members(desk.act(SAME)) == {"p1": "架空　太郎", "p2": of.name, "p3": None}
    assert desk.now.case.ledger.current["person[p2].name.full"].reason


def test_who_it_is_not_is_not_asked_again_and_the_next_reading_is() -> None:
    desk = Desk().act(use(TARO)).members(4).member("p2", kana="カクウ　イチロウ").member("p3", kana="カクウ　ハナコ")
    desk.act(use(HANAKO, "p2"), ANOTHER)
    assert [pair.person for pair in asked(desk).pairs] == ["p3"]
    assert members(resumed(desk).act(SAME))["p3"] == "架空　花子"
    assert members(desk.act(ANOTHER)) == {"p1": "架空　太郎", "p2": None, "p3": None, "p4": "架空　花子"}


def test_a_place_known_by_an_alias_alone_is_asked_about_too() -> None:
    desk = Desk().act(use(TARO)).members(3).say({"person[p2].alias_name": "見本　安奈"})
    unchanged(desk, use(face("SAMPLE ANNA（見本　安奈）", "1991-02-03"), "p3"))
    assert [(pair.person, pair.known_name) for pair in asked(desk).pairs] == [("p2", "見本　安奈")]


def test_a_card_finds_its_member_whoever_was_chosen() -> None:
    desk = Desk().members(2).act(use(TARO), use(HANAKO, "p2"))
    for chosen in ("p1", "p2", ""):
        desk.act(use(HANAKO, chosen), use(TARO, chosen))
    assert members(desk) == {"p1": "架空　太郎", "p2": "架空　花子"}
    assert desk.codes == {"card-matched"}
    assert desk.page.conflicts == ()


def test_a_card_of_nobody_in_particular_takes_the_free_place() -> None:
    assert members(Desk().act(use(TARO, ""))) == {"p1": "架空　太郎"}


def test_nothing_else_is_done_while_it_is_asked_whose_a_card_is() -> None:
    desk = Desk().act(use(TARO), use(HANAKO))
    others = (Answer(path=NAME, text="見本"), AddPerson(), RemovePerson(person="p1"), GoTo(step=Step.PLAN), use(HANAKO))
    for action in others:
        unchanged(desk, action)
        assert (desk.codes, asked(desk).ask) == ({"decide-first"}, "other")
    desk.act(HandOff())
    assert desk.now.facts.held("case.applicant_role")
    desk.act(End())
    assert (desk.page.step, desk.page.proposal) == (Step.START, None)


def test_a_new_visit_knows_nothing_of_a_card_that_waited() -> None:
    desk = Desk().act(use(TARO), use(HANAKO), StartVisit(event="tennyu"))
    assert "架空" not in repr(desk.visit.state)


def test_a_visit_is_parked_and_taken_up_with_what_waits() -> None:
    desk = Desk().act(use(TARO), use(HANAKO))
    again = VisitState.model_validate_json(desk.visit.state.model_dump_json())
    assert again == desk.visit.state
    desk.visit.state = again
    assert members(desk.act(ANOTHER)) == {"p1": "架空　太郎", "p2": "架空　花子"}


# ---- perhaps the same person -----------------------------------------------------------------------------------------
SPELLED = [
    ("高橋　花子", "髙橋　花子"),
    ("葛城　花子", "葛\U000e0100城　花子"),
    ("架空　恵", "架空　惠"),
    ("SAMPLE ANNA", "ＳＡＭＰＬＥ　ＡＮＮＡ"),
    ("渡辺　花子", "渡邉　花子"),
    ("ANNA SAMPLE", "SAMPLE ANNA"),
]


@pytest.mark.parametrize(("known", "read"), SPELLED)
def test_a_card_in_another_spelling_is_proposed_once_and_its_letters_are_kept(known: str, read: str) -> None:
    desk = Desk().say(name=known, birth="H2.11.3")
    card = use(face(read, "1990-11-03", sex="2"))
    unchanged(desk, card)
    assert [(pair.known_name, pair.read_name) for pair in asked(desk).pairs] == [(known, read)]
    assert "H2" not in asked(desk).pairs[0].doubt
    desk.act(SAME)
    assert members(desk) == {"p1": read}
    assert desk.now.facts.by_path[NAME].reason.startswith("同じ方と確認（")
    assert (desk.page.conflicts, desk.page.proposal) == ((), None)
    assert desk.act(card).page.proposal is None
    assert members(desk) == {"p1": read}


@pytest.mark.parametrize(("known", "read"), SPELLED)
def test_a_paper_in_another_spelling_is_proposed_once_and_its_letters_are_kept(known: str, read: str) -> None:
    desk = Desk().act(use(face(known, "1990-11-03", sex="2")))
    unchanged(desk, paper(row(face(read, "1990-11-03"), kana="カナ　ヨミ"), row(ICHIRO)))
    desk.act(SAME)
    assert members(desk) == {"p1": read, "p2": "架空　一郎"}
    assert desk.now.facts.by_path[NAME].source is Source.EXTRACT
    assert desk.now.facts.by_path[NAME].reason
    assert (desk.value("person[p1].kana"), desk.page.conflicts) == ("カナ　ヨミ", ())


def test_the_letters_of_the_register_stay_when_a_card_comes_later() -> None:
    desk = Desk().say(name="髙橋　花子", birth="H2.11.3").act(paper(row(face("髙橋　花子", "1990-11-03"))))
    desk.act(use(face("高橋　花子", "1990-11-03")), SAME)
    assert members(desk) == {"p1": "髙橋　花子"}
    assert desk.page.conflicts == ()


@pytest.mark.parametrize(("known", "read"), SPELLED)
def test_who_is_declined_is_another_person_and_the_reason_stays(known: str, read: str) -> None:
    desk = Desk().say(name=known, birth="H2.11.3").act(use(face(read, "1990-11-03")), ANOTHER)
    assert members(desk) == {"p1": known, "p2": read}
    assert desk.now.facts.by_path["person[p2].name.full"].reason.startswith("別の方と確認（")


def test_a_reason_that_is_given_is_kept() -> None:
    desk = Desk().say(name="高橋　花子", birth="H2.11.3").act(use(face("髙橋　花子", "1990-11-03")))
    desk.act(Decide(decision=Decision.SAME, reason="券面の写真で確認"))
    assert desk.now.facts.by_path[NAME].reason == "券面の写真で確認"


ABOUT = PartialDate(precision=Precision.UNKNOWN, unknown_text="昭和２５年頃")


def test_a_birth_in_words_is_the_same_in_either_width_when_a_person_says_so() -> None:
    desk = Desk().say(name="架空　ウメ", birth="昭和25年頃")
    unchanged(desk, paper(row(TARO) | {"person.name.full": "架空　ウメ", "person.birth.date": ABOUT}))
    desk.act(SAME)
    assert desk.value(BIRTH) == ABOUT
    assert desk.page.conflicts == ()


def test_who_is_known_by_name_alone_is_proposed_to_be_who_stands_on_the_paper() -> None:
    desk = Desk().act(use(TARO)).members(2).member("p2", name="架空花子", phone="03-0000-0000")
    unchanged(desk, paper(row(TARO), row(HANAKO, kana="カクウ　ハナコ")))
    (pair,) = asked(desk).pairs
    assert (pair.person, pair.known_birth, pair.read_birth) == ("p2", "", "平成2年11月3日")
    desk.act(SAME)
    assert members(desk) == {"p1": "架空　太郎", "p2": "架空　花子"}
    assert desk.value("person[p2].birth.date") == HANAKO.birth


def test_several_who_are_unsure_are_decided_together_or_one_by_one() -> None:
    rows = (row(TARO), row(face("架空　惠", "1990-11-03")), row(face("架空　龍", "2017-05-20")))

    def family() -> Desk:
        desk = Desk().act(use(TARO)).members(3)
        desk.member("p2", name="架空　恵", birth="H2.11.3").member("p3", name="架空　竜", birth="H29.5.20")
        desk.act(paper(*rows))
        assert len(asked(desk).pairs) == 2
        return desk

    together = family().act(SAME)
    assert members(together) == {"p1": "架空　太郎", "p2": "架空　惠", "p3": "架空　龍"}
    single = unchanged(family(), ANOTHER)
    assert [pair.person for pair in asked(single).pairs] == ["p2"]
    unchanged(single, SAME)
    assert [pair.person for pair in asked(single).pairs] == ["p3"]
    single.act(ANOTHER)
    assert members(single) == {"p1": "架空　太郎", "p2": "架空　惠", "p3": "架空　竜", "p4": "架空　龍"}


def test_who_is_left_on_either_side_with_one_family_name_and_one_birthday_may_be_miswritten() -> None:
    miswritten = face("架空　華子", "1990-11-03")
    for name in ("架空　花子", "架空花子"):
        desk = Desk().act(use(TARO)).members(2).member("p2", name=name, birth="H2.11.3")
        unchanged(desk, paper(row(TARO), row(miswritten)))
        assert [(pair.person, pair.read_name) for pair in asked(desk).pairs] == [("p2", "架空　華子")]
        assert members(desk.act(SAME)) == {"p1": "架空　太郎", "p2": "架空　華子"}


def test_twins_of_whom_one_is_known_are_two_people() -> None:
    desk = Desk().act(use(TARO), use(ICHIRO, ""), ANOTHER, paper(row(TARO), row(JIRO), row(ICHIRO)))
    assert (desk.page.proposal, members(desk)) == (
        None,
        {"p1": "架空　太郎", "p2": "架空　一郎", "p3": "架空　二郎"},
    )


@pytest.mark.parametrize("read", ["架空　太〓", "架空［見本］太郎", "架空　太�"])
def test_a_name_that_a_card_cannot_show_whole_takes_the_place_of_none(read: str) -> None:
    desk = Desk().say(name="架空　太郎", birth="S63.6.15").act(use(face(read, "1988-06-15")), SAME)
    assert (desk.value(NAME), desk.value("person[p1].sex"), desk.now.conflicts) == ("架空　太郎", "男", ())
