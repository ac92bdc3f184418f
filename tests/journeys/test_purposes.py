"""One visit about several things: a second purpose joins early or late, is taken away again, or becomes another one."""

import pypdfium2
import pytest

from kiosk.bootstrap.program import Program
from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import (
    Came,
    ChoosePurposes,
    Confirm,
    Decide,
    Decision,
    End,
    GoTo,
    RemovePerson,
    StartVisit,
    Step,
    UseCard,
    UseExtract,
)
from kiosk.flow.jobs import Unparked
from kiosk.flow.state import VisitState
from kiosk.model.card import CardFace
from kiosk.model.fact import Value
from kiosk.model.plan import Need
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from tests.offices import confirmed
from tests.visits import MOVERS, ROOT, Desk, moved, place_at, resumed, told

REQUESTS, ROLE = "case.requests", "case.applicant_role"
SEAL, DOG = "印鑑登録証明書", "犬の登録・変更"
TARO = CardFace(name="架空　太郎", address="見本県仮想市本町３", birth=PartialDate(iso="1988-06-15"), sex="1")
HANAKO = CardFace(name="架空　花子", address="見本県仮想市本町３", birth=PartialDate(iso="1990-11-03"), sex="2")
SABURO = CardFace(name="見本　三郎", address="見本県仮想市本町９", birth=PartialDate(iso="1970-01-02"), sex="1")


def row(face: CardFace, relation: str) -> dict[str, Value]:
    return {"person.name.full": face.name, "person.birth.date": face.birth, "person.relation_old": relation}


PAPER = UseExtract(persons=(row(TARO, "世帯主"), row(HANAKO, "妻")), case={"case.event_type": "国内転入"})


def nobody() -> Desk:
    """A desk at which nobody has sat down."""
    return Desk().act(End())


def filed(desk: Desk) -> set[str]:
    return {outcome.procedure for outcome in desk.now.plan.outcomes if outcome.need in {Need.NEEDED, Need.OPTIONAL}}


def names(desk: Desk) -> list[str]:
    return [person.name for person in desk.page.persons]


# ---- several purposes ------------------------------------------------------------------------------------------------
def test_a_certificate_and_the_dog_join_a_move_under_one_number_and_nothing_is_asked_twice() -> None:
    alone = moved().say(MOVE_OF_ONE)
    both = moved().act(ChoosePurposes(events=("shomei", "tennyu", "tandoku"))).say(MOVE_OF_ONE)
    both.say({REQUESTS: f"{SEAL}、{DOG}"})
    assert both.page.purposes == ("tennyu", "shomei", "tandoku")
    assert {"P01", "P36", "P70"} <= filed(both)
    assert both.now.case.slip != ""
    assert {path for path in alone.open if path not in both.open} <= {REQUESTS}
    assert len(both.open) == len(set(both.open))
    sheets = {form.template for form in both.now.forms}
    assert {"F01", "F15", "F27"} <= sheets
    assert both.value("case.purposes") == ("転入", "証明書請求", "単独の手続")
    assert both.page.purpose_names == ("転入", "証明書の請求", "その他の手続")
    pdf = Program(place_at(ROOT / "no-store-is-opened"), both.clock).press.slip_pdf(both.now)
    assert "用件：転入・証明書の請求・その他の手続" in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()


@pytest.mark.parametrize("events", [("shomei", "tandoku"), ("tandoku", "shomei")])
def test_a_certificate_with_anything_else_asks_what_before_who_in_words_that_fit_both(events: tuple[str, ...]) -> None:
    desk = Desk(event=events[0]).act(ChoosePurposes(events=events))
    assert desk.open[:2] == (REQUESTS, ROLE)
    assert desk.question(REQUESTS).ask == "どの手続をご希望ですか。"
    offered = {choice.code for choice in desk.question(REQUESTS).choices}
    assert {SEAL, DOG} <= offered
    assert next(choice.label for choice in desk.question(ROLE).choices if choice.code == "本人") == "本人"


MOVE_OF_ONE = {"person[p1].name.full": "架空　太郎", "person[p1].birth.date": "S63.6.15"}


def test_a_purpose_that_is_taken_away_files_nothing_and_what_was_said_for_it_is_there_when_it_comes_back() -> None:
    desk = moved().act(ChoosePurposes(events=("tennyu", "shomei"))).say({REQUESTS: SEAL, "cert.seal.copies": "2"})
    assert desk.need("P36") is Need.NEEDED or "P36" in {each.id for each in desk.page.outcomes}
    desk.act(ChoosePurposes(events=("tennyu",)))
    assert "P36" not in {outcome.procedure for outcome in desk.now.plan.outcomes}
    assert "cert.seal.copies" not in desk.now.used()
    assert desk.value(REQUESTS) is None
    desk.act(ChoosePurposes(events=("tennyu", "shomei")))
    assert (desk.value(REQUESTS), desk.value("cert.seal.copies")) == ((SEAL,), 2)


def test_what_is_taken_away_between_the_check_and_the_signature_never_leaves() -> None:
    desk = told("juminhyo", signed=False).act(ChoosePurposes(events=("shomei", "tandoku")))
    desk.say({REQUESTS: "住民票の写し、口座振替の申込"})
    assert {"P40", "P87"} <= {outcome.procedure for outcome in desk.now.plan.outcomes}
    desk.act(GoTo(step=Step.SIGN), ChoosePurposes(events=("shomei",))).sign()
    assert {parcel.kind for parcel in confirmed(desk).parcels} == {"P40"}


def test_nobody_signs_before_what_another_purpose_asks() -> None:
    desk = told("tanshin", signed=False).act(GoTo(step=Step.SIGN), ChoosePurposes(events=("shibo",)))
    assert desk.open
    assert desk.page.step is Step.INTERVIEW
    assert desk.act(GoTo(step=Step.SIGN)).page.step is Step.CHECK
    assert desk.act(ChoosePurposes(events=("tennyu",)), GoTo(step=Step.SIGN)).page.step is Step.SIGN


def test_a_record_says_to_which_of_the_purposes_it_belongs() -> None:
    desk = told("juminhyo", signed=False).act(ChoosePurposes(events=("tandoku", "shomei")))
    assert desk.page.event == "tandoku"
    record = Recorder("999997", "見本市").record(desk.now, desk.outcome("P40"), at=desk.clock.now())
    assert b"shomei" in record


def test_two_notifications_that_each_say_what_the_day_is_about_are_two_visits() -> None:
    desk = moved().act(ChoosePurposes(events=("tennyu", "konin")))
    assert desk.page.purposes == ("tennyu",)
    assert [notice.code for notice in desk.page.notices] == ["two-visits"]


def test_another_purpose_than_the_first_one_keeps_the_people_and_asks_what_it_must_know() -> None:
    desk = (
        Desk(event="tennyu").act(UseCard(person="p1", face=TARO)).say({"case.event_type": "国内転入", ROLE: "世帯主"})
    )
    desk.act(ChoosePurposes(events=("tenkyo",)))
    assert names(desk) == ["架空　太郎"]
    assert desk.value("case.event_type") == "転居"
    assert desk.value("case.occasion") == "転居"
    assert ROLE not in desk.open
    desk.act(ChoosePurposes(events=("shussei",)))
    assert len(desk.now.case.persons) == 2
    assert "P80" in {outcome.procedure for outcome in desk.now.plan.outcomes}


# ---- who is here, first ----------------------------------------------------------------------------------------------
def test_two_cards_before_a_purpose_are_two_people_and_the_visit_begins_with_them() -> None:
    desk = nobody().act(UseCard(person="", face=TARO), UseCard(person="", face=HANAKO), UseCard(person="", face=TARO))
    assert (desk.page.step, desk.page.purposes, names(desk)) == (Step.START, (), ["架空　太郎", "架空　花子"])
    slip = desk.page.slip
    desk.act(StartVisit(event="tennyu"))
    assert (desk.page.step, desk.page.slip, names(desk)) == (Step.INTERVIEW, slip, ["架空　太郎", "架空　花子"])


def test_a_paper_before_anybody_is_known_asks_who_has_come_and_speaks_for_a_purpose() -> None:
    desk = nobody().act(PAPER)
    assert desk.page.proposal is not None
    assert [pair.read_name for pair in desk.page.proposal.pairs] == ["架空　太郎", "架空　花子"]
    assert (desk.now.case.ledger.facts, desk.page.tiles) == ((), ())
    desk.act(Decide(decision=Decision.SAME, row=1))
    assert (names(desk), desk.page.suggested) == (["架空　花子", "架空　太郎"], "tennyu")
    desk.act(UseCard(person="", face=HANAKO), StartVisit(event="tennyu"))
    assert names(desk) == ["架空　花子", "架空　太郎"]
    assert desk.value("case.event_type") == "国内転入"


def test_a_paper_that_nobody_came_with_leaves_the_desk_as_it_was() -> None:
    desk = nobody().act(PAPER, Decide(decision=Decision.BACK))
    assert (desk.visit.state.case, desk.page.persons) == (None, ())


def test_a_card_of_somebody_else_beside_a_paper_is_asked_about_and_joins_only_when_a_person_says_so() -> None:
    desk = nobody().act(PAPER, Decide(decision=Decision.SAME), UseCard(person="", face=SABURO))
    assert names(desk) == ["架空　太郎", "架空　花子"]
    assert desk.page.proposal is not None
    assert names(resumed(desk).act(Decide(decision=Decision.BACK))) == ["架空　太郎", "架空　花子"]
    assert names(desk.act(Decide(decision=Decision.ANOTHER))) == ["架空　太郎", "架空　花子", "見本　三郎"]


def test_whoever_joins_by_a_card_is_named_and_once_more_when_the_paper_does_not_list_them() -> None:
    desk = nobody().act(UseCard(person="", face=TARO))
    assert "card-added" not in desk.codes, "the first one is who came"
    assert "card-added" in desk.act(UseCard(person="", face=SABURO)).codes
    assert "extract-not-listed" in desk.act(PAPER).codes
    assert names(desk) == ["架空　太郎", "見本　三郎", "架空　花子"]
    listed = nobody().act(UseCard(person="", face=TARO), UseCard(person="", face=HANAKO), PAPER)
    assert "extract-not-listed" not in listed.codes


def test_a_paper_of_strangers_joins_nobody_who_is_here() -> None:
    desk = nobody().act(UseCard(person="", face=SABURO), PAPER)
    assert names(desk) == ["見本　三郎"]
    assert {fact.source for fact in desk.now.case.ledger.facts} == {Source.CARD}


def test_the_answer_of_a_paper_to_another_purpose_does_not_stand() -> None:
    desk = nobody().act(PAPER, Decide(decision=Decision.SAME), StartVisit(event="tenkyo"))
    assert desk.value("case.event_type") == "転居"


def test_whoever_was_read_by_mistake_goes_and_nothing_else_is_done_before_the_purpose() -> None:
    desk = nobody().act(UseCard(person="", face=TARO), UseCard(person="", face=SABURO))
    desk.act(RemovePerson(person=desk.now.case.persons[1]), Confirm(), GoTo(step=Step.SIGN))
    assert (names(desk), desk.page.step) == (["架空　太郎"], Step.START)
    assert [notice.code for notice in desk.page.notices] == ["purpose-first"]


def test_who_came_can_be_said_otherwise_and_takes_the_address_of_the_first_card_with_them() -> None:
    desk = nobody().act(UseCard(person="", face=TARO), UseCard(person="", face=HANAKO))
    assert desk.page.tiles[0].came
    assert desk.page.tiles[0].address != ""
    desk.act(Came(person=desk.now.case.persons[1]))
    assert [(tile.name, tile.came, tile.address) for tile in desk.page.tiles] == [
        ("架空　花子", True, ""),
        ("架空　太郎", False, ""),
    ]


def test_more_people_than_the_purpose_begins_with_stay_and_fewer_are_filled_up() -> None:
    desk = nobody().act(UseCard(person="", face=TARO), StartVisit(event="konin"))
    assert len(desk.now.case.persons) == 2
    assert desk.value(MOVERS) is None


def test_people_without_a_purpose_are_kept_and_taken_up_like_any_visit() -> None:
    desk = nobody().act(UseCard(person="", face=TARO), UseCard(person="", face=HANAKO))
    kept = VisitState.model_validate_json(desk.visit.state.model_dump_json())
    again = nobody()
    again.page = again.at_once.handle(Unparked(kept))
    assert (again.page.step, names(again), again.page.slip) == (Step.START, names(desk), desk.page.slip)
    assert again.act(StartVisit(event="tennyu", also=("shomei",))).page.purposes == ("tennyu", "shomei")
