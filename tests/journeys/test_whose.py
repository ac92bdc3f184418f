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
    UseCard,
    UseExtract,
)
from kiosk.flow.pages import ProposalView
from kiosk.flow.state import VisitState
from kiosk.model.address import Address
from kiosk.model.card import CardFace
from kiosk.model.fact import Source, Value
from kiosk.model.wareki import PartialDate, Precision
from tests.visits import MOVE, Desk, told

PLACE = "見本県仮想市本町３丁目４番５号"
NAME, BIRTH = "person[p1].name.full", "person[p1].birth.date"


def face(name: str, born: str, *, sex: str = "1") -> CardFace:
    return CardFace.model_validate({"name": name, "address": PLACE, "birth": PartialDate(iso=born), "sex": sex})


TARO, HANAKO = face("架空　太郎", "1988-06-15"), face("架空　花子", "1990-11-03", sex="2")
ICHIRO, JIRO = face("架空　一郎", "2017-05-20"), face("架空　二郎", "2017-05-20")


def row(of: CardFace, **more: Value) -> dict[str, Value]:
    facts: dict[str, Value] = {"person.name.full": of.name, "person.birth.date": of.birth}
    return facts | {f"person.{key}": value for key, value in more.items()}


def paper(*rows: dict[str, Value], **case: Value) -> UseExtract:
    return UseExtract(persons=rows, case={key.replace("__", "."): value for key, value in case.items()})


def use(of: CardFace, person: str = "p1") -> UseCard:
    return UseCard(person=person, face=of)


SAME, ANOTHER, BACK = (Decide(decision=Decision(name)) for name in ("same", "another", "back"))
AGENT = Decide(decision=Decision.AGENT)


def asked(desk: Desk) -> ProposalView:
    assert desk.page.proposal is not None
    return desk.page.proposal


def members(desk: Desk) -> dict[str, object]:
    return {person.id: desk.value(f"person[{person.id}].name.full") for person in desk.page.persons}


def unchanged(desk: Desk, *actions: Action) -> Desk:
    """The same household and the same facts after as before."""
    before = desk.now.case
    desk.act(*actions)
    assert (desk.now.case.persons, desk.now.case.ledger) == (before.persons, before.ledger)
    return desk


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


# ---- agents ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("role", ["法定代理人", "任意代理人", "使者"])
def test_an_agents_card_is_the_agents(role: str) -> None:
    desk = Desk().say({"case.applicant_role": role})
    unchanged(desk, use(HANAKO, ""))
    assert (asked(desk).ask, asked(desk).agent) == ("agent", True)
    desk.act(AGENT)
    assert (desk.value("agent.name"), members(desk)) == ("架空　花子", {"p1": None})
    desk.act(use(HANAKO, ""))
    assert (desk.page.proposal, members(desk)) == (None, {"p1": None})
    desk.act(use(TARO), use(ICHIRO))
    assert (asked(desk).ask, members(desk)) == ("agent", {"p1": "架空　太郎"})
    assert members(desk.act(ANOTHER)) == {"p1": "架空　太郎", "p2": "架空　一郎"}
    assert desk.value("addr.old.text") is None


def test_without_an_agent_no_card_is_an_agents() -> None:
    desk = unchanged(Desk().act(use(TARO), use(HANAKO)), AGENT)
    assert (asked(desk).agent, desk.value("agent.name")) == (False, None)


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


# ---- papers ----------------------------------------------------------------------------------------------------------
def test_a_second_paper_changes_nothing_and_says_one_thing() -> None:
    desk = Desk().act(use(TARO), paper(row(TARO), row(HANAKO)))
    assert desk.codes == {"extract-taken"}
    for second in (paper(row(TARO), row(ICHIRO)), paper(row(TARO), row(HANAKO)), paper(row(JIRO))):
        unchanged(desk, second)
        assert desk.codes == {"extract-twice"}


def test_a_paper_of_other_people_changes_nothing_and_says_one_thing() -> None:
    desk = unchanged(Desk().act(use(TARO)), paper(row(HANAKO), row(ICHIRO), koseki__honseki=PLACE))
    assert (desk.codes, desk.page.proposal) == ({"extract-unused"}, None)
    assert "花子" not in repr(desk.page)


@pytest.mark.parametrize("other", ["見本　花子", "Hanako Kaku", "華乃　花子"])
def test_a_paper_shows_nothing_to_who_only_shares_a_birthday_and_a_given_name(other: str) -> None:
    desk = Desk().say(name=other, birth="H2.11.3")
    unchanged(desk, paper(row(HANAKO, kana="カクウ　ハナコ")))
    assert (desk.codes, desk.page.proposal) == ({"extract-unused"}, None)


def test_an_applicant_who_is_declined_is_not_on_the_paper() -> None:
    desk = Desk().say(name="髙橋　花子", birth="H2.11.3").act(paper(row(face("高橋　花子", "1990-11-03")), row(ICHIRO)))
    unchanged(desk, ANOTHER)
    assert (desk.codes, desk.page.proposal) == ({"extract-unused"}, None)


def test_who_is_left_out_and_what_is_passed_over_is_told() -> None:
    use_it = UseExtract(persons=(row(TARO),), case={}, left_out={"転出された方": 2}, passed=("2行目 通称（外字）",))
    desk = Desk().act(use(TARO), use_it)
    said = [desk.visit.outside.wording.say(notice.message) for notice in desk.page.notices]
    assert said[1] == "次の方は取り込んでいません：転出された方 2人"
    assert said[2].endswith("2行目 通称（外字）")


def test_a_row_tells_where_its_own_person_is_registered_and_nobody_else() -> None:
    hers: dict[str, Value] = {"koseki.honseki": "見本県秘匿市隠町９番", "koseki.head_name": "見本　花子"}
    his: dict[str, Value] = {"koseki.honseki": "見本県仮想市本町三丁目４番地"}
    desk = Desk().act(use(TARO), paper(row(HANAKO) | hers, row(TARO) | his))
    assert desk.value("koseki.honseki") == his["koseki.honseki"]
    assert desk.value("koseki.head_name") is None


# ---- how many --------------------------------------------------------------------------------------------------------
def crowd(count: int) -> tuple[dict[str, Value], ...]:
    return tuple(row(face(f"架空　{n}郎", "2017-05-20")) for n in range(count))


def test_a_paper_with_more_people_than_a_visit_holds_is_told_before_anything_is_taken() -> None:
    desk = unchanged(Desk().act(use(TARO)), paper(row(TARO), *crowd(29)))
    assert desk.codes == {"people-limit"}
    assert len(desk.act(paper(row(TARO), *crowd(19))).page.persons) == 20


def test_a_card_or_a_button_that_finds_no_room_says_so() -> None:
    desk = Desk().act(use(TARO), AddPerson(people=19))
    assert desk.codes == set()
    unchanged(desk, AddPerson())
    assert desk.codes == {"people-limit"}
    for number in range(2, 21):
        desk.member(f"p{number}", name=f"架空　{number}郎", birth="H29.5.20")
    unchanged(desk, use(HANAKO), ANOTHER)
    assert (desk.codes, asked(desk).full) == ({"people-limit"}, True)
    assert unchanged(desk, BACK).page.proposal is None
    assert Desk().act(AddPerson(people=30)).codes == {"people-limit"}


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
