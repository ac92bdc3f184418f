"""What was answered at home in a visit: whose it is, what is taken, what is not, and that nothing said is lost."""

from collections.abc import Mapping

import pytest

from kiosk.flow.actions import AddPerson, Approve, Decide, Decision, UseCard, UsePreentry
from kiosk.flow.pages import QuestionState
from kiosk.model.card import CardFace
from kiosk.model.path import parse
from kiosk.model.said_dates import parse_date
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from tests.played import visit
from tests.visits import TODAY, Desk, book

TARO = {"person.name.full": "架空　太郎", "person.birth.date": "昭和63年6月15日", "person.sex": "男"}
HANAKO = {"person.name.full": "架空　花子", "person.birth.date": "1990-11-03", "person.relation_new": "妻"}
CASE = {"case.event_type": "国内転入", "case.applicant_role": "世帯主", "household.movers": "p1、p2"}
NAME, BIRTH = "person[p1].name.full", "person[p1].birth.date"


def home(*people: Mapping[str, str], event: str = "tennyu", language: str = "日本語", **case: str) -> UsePreentry:
    told = {key.replace("__", "."): words for key, words in case.items()}
    return UsePreentry(event=event, persons=people or (TARO, HANAKO), case=told or CASE, language=language)


def face(name: str, birth: str) -> CardFace:
    born = parse_date(birth, today=TODAY)
    assert isinstance(born, PartialDate)
    return CardFace(name=name, address="見本県仮想市本町三丁目4番5号", birth=born, sex="1")


def sources(desk: Desk) -> dict[str, Source]:
    return {path: fact.source for path, fact in desk.now.case.ledger.current.items()}


def codes(desk: Desk) -> list[str]:
    return [notice.code for notice in desk.page.notices]


def test_a_new_visit_takes_everybody_in_their_order_and_shows_what_must_be_confirmed() -> None:
    desk = Desk().act(home())
    assert desk.now.case.persons == ("p1", "p2")
    assert desk.now.facts.value("household.movers") == ("p1", "p2")
    assert desk.now.facts.value("person[p2].name.full") == "架空　花子"
    assert set(sources(desk).values()) == {Source.PREENTRY}
    assert "preentry-taken" in codes(desk)
    shown = {view.path: view.state for section in desk.page.sections for view in section.questions}
    assert shown[NAME] is QuestionState.SAID
    assert NAME not in desk.open
    assert NAME in desk.act(Approve(paths=(NAME,))).visit.state.approved


def test_the_declared_era_and_the_language_come_along() -> None:
    desk = Desk().act(home(language="Tiếng Việt"))
    born = desk.now.facts.value(BIRTH)
    assert isinstance(born, PartialDate)
    assert (born.iso, born.era_text) == ("1988-06-15", "昭和63年6月15日")
    assert desk.page.language == "Tiếng Việt"


def test_the_people_of_a_visit_are_found_by_name_and_birth_whatever_their_order() -> None:
    desk = Desk().act(UseCard(person="p1", face=face("架空　太郎", "S63.6.15")), AddPerson())
    desk.member("p2", name="見知　乙女")
    desk.act(home(TARO, HANAKO))
    assert desk.now.case.persons == ("p1", "p2", "p3")
    assert desk.now.facts.value("household.movers") == ("p1", "p3")
    assert desk.now.facts.value("person[p3].relation_new") == "妻"
    assert sources(desk)[NAME] is Source.CARD
    assert desk.now.conflicts == ()


def test_somebody_elses_codes_are_not_taken() -> None:
    desk = Desk().act(UseCard(person="p1", face=face("他所　次郎", "S50.1.7"))).act(home())
    assert codes(desk) == ["preentry-unused"]
    assert Source.PREENTRY not in sources(desk).values()


def test_who_is_perhaps_the_same_is_asked_first() -> None:
    desk = Desk().act(UseCard(person="p1", face=face("髙橋　太郎", "S63.6.15")))
    desk.act(home({**TARO, "person.name.full": "高橋　太郎"}))
    assert desk.page.proposal is not None
    assert desk.page.proposal.source is Source.PREENTRY
    assert Source.PREENTRY not in sources(desk).values()
    desk.act(Decide(decision=Decision.SAME))
    assert "preentry-taken" in codes(desk)
    assert desk.now.facts.value("case.event_type") == "国内転入"


def test_what_was_said_before_stands_and_a_difference_is_shown() -> None:
    desk = Desk().say({"case.event_type": "国外転入等", "case.applicant_role": "世帯主"}).act(home())
    assert desk.now.facts.value("case.event_type") == "国外転入等"
    (conflict,) = desk.now.conflicts
    assert {fact.source for fact in conflict.facts} == {Source.PREENTRY, Source.INTERVIEW}
    assert sources(desk)["case.applicant_role"] is Source.INTERVIEW


@pytest.mark.parametrize(
    "key", ["case.id_papers", "case.id_check", "agent.poa", "case.filed_on", "no.such.key", "person.kana"]
)
def test_what_only_a_clerk_says_and_what_nobody_asks_any_more_is_named_and_left(key: str) -> None:
    desk = Desk().act(home(**{**CASE, key: "個人番号カード"}))
    (notice,) = [notice for notice in desk.page.notices if notice.code == "preentry-unknown"]
    assert dict(notice.message.values)["keys"] == (key,)
    assert key not in sources(desk)


def test_words_that_cannot_be_read_are_named_without_their_value() -> None:
    desk = Desk().act(home({**TARO, "person.birth.date": "きのうの夜"}, HANAKO))
    (notice,) = [notice for notice in desk.page.notices if notice.code == "not-taken"]
    assert "きのうの夜" not in repr(notice.message)
    assert BIRTH in desk.open


def test_a_my_number_is_never_taken() -> None:
    desk = Desk().act(home(koseki__honseki="123456789018"))
    assert "not-taken" in codes(desk)
    assert "koseki.honseki" not in sources(desk)


def test_another_occasion_and_a_second_time_change_nothing() -> None:
    desk = Desk().act(home(event="shussei"))
    assert codes(desk) == ["preentry-other-event"]
    desk.act(home())
    before = desk.now.case.ledger
    assert codes(desk.act(home(HANAKO, TARO))) == ["preentry-twice"]
    assert desk.now.case.ledger == before


def test_who_made_it_and_has_another_members_place_already_is_nobody_twice() -> None:
    child = face("架空　一郎", "2017-05-20")
    desk = Desk().act(AddPerson(), UseCard(person="p2", face=child))
    made = home({"person.name.full": "架空　一郎", "person.birth.date": "H29.5.20"}, HANAKO)
    assert codes(desk.act(made)) == ["preentry-unused"]
    assert [desk.value(f"person[{person.id}].name.full") for person in desk.page.persons] == [None, "架空　一郎"]


@pytest.mark.parametrize(("decision", "who"), [("another", ["架空　太郎", "架空太郎"]), ("same", [None, "架空太郎"])])
def test_who_made_it_and_may_have_another_members_place_is_asked_about_first(
    decision: str, who: list[str | None]
) -> None:
    desk = Desk().act(AddPerson()).member("p2", name="架空太郎").act(home(TARO))
    assert desk.page.proposal is not None
    assert [(pair.person, pair.read_name) for pair in desk.page.proposal.pairs] == [("p2", "架空　太郎")]
    desk.act(Decide(decision=Decision(decision)))
    assert [desk.value(f"person[{person.id}].name.full") for person in desk.page.persons] == who


@pytest.mark.parametrize("name", ["kazoku4", "gaikoku", "shomei", "shussei_futago"])
def test_a_whole_family_prefilled_leaves_only_what_the_clerk_looks_at(name: str) -> None:
    played = visit(name)[0]
    case, vocabulary = played.now.case, book().vocabulary
    rows: dict[str, dict[str, str]] = {person: {} for person in case.persons}
    told: dict[str, str] = {}
    for answer in written(name):
        person, key = parse(answer)
        item = vocabulary.by_key[key]
        if item.ask and not item.staff:
            (rows[person] if person else told)[key] = written(name)[answer]
    desk = Desk(today=case.today, event=case.event).act(
        UsePreentry(event=case.event, persons=tuple(rows.values()), case=told)
    )
    left = [vocabulary.by_key[parse(path).key] for path in desk.open]
    assert all(item.staff for item in left), [item.key for item in left]
    needs = {each.procedure: each.need for each in played.now.plan.outcomes}
    applies = {each.procedure for each in desk.now.plan.outcomes if each.need.applies or each.need.waits}
    assert {procedure for procedure, need in needs.items() if need.applies} <= applies


def written(name: str) -> Mapping[str, str]:
    from tests.visits import persona

    case = persona(name)
    return {
        path: words.replace("全員", "、".join(case.persons)) if words == "全員" else words
        for path, words in case.answers.items()
    }
