"""What a visit asks to be done outside, and what becomes of it when the answer is late or about another visit."""

import json
from dataclasses import replace

import pytest

from kiosk.flow.actions import Answer, Confirm, End, GoTo, Hold, StartVisit, Step, UseCard
from kiosk.flow.day import DayList
from kiosk.flow.jobs import (
    AddressSplit,
    DropParked,
    Failed,
    Park,
    PlaceChecked,
    SlipTaken,
    SplitAddress,
    TakeSlip,
    Unpark,
    Unparked,
)
from kiosk.flow.state import VisitState
from kiosk.flow.visit import Visit
from kiosk.flow.writing import Confirmed, WriteConfirmation
from kiosk.model.address import Address
from kiosk.model.card import CardFace
from kiosk.model.case import CaseState
from kiosk.model.errors import SiteError
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate
from tests.visits import Desk, split, told

OLD = "addr.old.text"
PLACE = "見本県仮想市本町３丁目４番５号　見本荘２０３"
FULL = SiteError("store-full", what="いっぱいです。", mend="空けてください。")


def begun() -> tuple[Visit, TakeSlip]:
    """A visit that still waits for its number, and the job it asked for."""
    visit = Visit(Desk().visit.outside)
    (job,) = visit.handle(StartVisit(event="tennyu")).jobs
    assert isinstance(job, TakeSlip)
    return visit, job


def test_a_visit_begins_before_it_has_a_number_and_cannot_be_confirmed_without_one() -> None:
    visit, job = begun()
    assert (visit.page().step, visit.page().slip) == (Step.INTERVIEW, "")
    assert "place-awaited" in {notice.code for notice in visit.obstacles()}
    assert visit.handle(SlipTaken(job.case, "260420-007")).page.slip == "260420-007"
    assert visit.handle(SlipTaken(job.case, "260420-008")).page.slip == "260420-007"
    assert "place-awaited" not in {notice.code for notice in visit.obstacles()}


def test_a_number_for_a_visit_that_has_ended_is_nobodys() -> None:
    visit, job = begun()
    visit.handle(End())
    assert visit.handle(SlipTaken(job.case, "260420-007")).page.step is Step.START
    other = visit.handle(StartVisit(event="tennyu"))
    assert visit.handle(SlipTaken(job.case, "260420-007")).page.slip == ""
    assert len(other.jobs) == 1


def test_an_address_stands_as_it_was_said_until_its_parts_come() -> None:
    visit, _ = begun()
    reply = visit.handle(Answer(path=OLD, text=PLACE))
    (job,) = reply.jobs
    assert isinstance(job, SplitAddress)
    assert job.text == PLACE
    assert visit.state.case is not None
    assert visit.state.case.ledger.value(OLD) == Address(text=PLACE)
    visit.handle(AddressSplit(job.case, OLD, PLACE, job.source, split(PLACE)))
    assert visit.state.case.ledger.value(OLD) == split(PLACE)
    assert visit.state.splitting == frozenset()


def test_parts_of_words_that_have_been_changed_meanwhile_are_dropped() -> None:
    visit, _ = begun()
    (first,) = visit.handle(Answer(path=OLD, text=PLACE)).jobs
    (second,) = visit.handle(Answer(path=OLD, text="見本県架空市緑ケ丘一丁目2番3号")).jobs
    assert isinstance(first, SplitAddress)
    assert isinstance(second, SplitAddress)
    visit.handle(AddressSplit(first.case, OLD, first.text, first.source, split(first.text)))
    assert visit.state.case is not None
    assert visit.state.case.ledger.value(OLD) == Address(text=second.text)
    visit.handle(AddressSplit(second.case, OLD, second.text, second.source, split(second.text)))
    assert visit.state.case.ledger.value(OLD) == split(second.text)


def test_an_address_taken_back_before_its_parts_come_stays_away() -> None:
    visit, _ = begun()
    (job,) = visit.handle(Answer(path=OLD, text=PLACE)).jobs
    visit.handle(Hold(path=OLD))
    assert isinstance(job, SplitAddress)
    visit.handle(AddressSplit(job.case, OLD, PLACE, job.source, split(PLACE)))
    assert visit.snapshot is not None
    assert visit.snapshot.facts.held(OLD)


def test_a_cards_address_is_split_as_the_cards() -> None:
    visit, _ = begun()
    face = CardFace(name="架空　太郎", address=PLACE, birth=PartialDate(iso="1988-06-15"), sex="1")
    (job,) = visit.handle(UseCard(person="p1", face=face)).jobs
    assert isinstance(job, SplitAddress)
    assert job.source is Source.CARD
    visit.handle(AddressSplit(job.case, OLD, PLACE, job.source, split(PLACE)))
    assert visit.snapshot is not None
    fact = visit.snapshot.facts.by_path[OLD]
    assert (fact.value, fact.source) == (split(PLACE), Source.CARD)


# ---- confirming ------------------------------------------------------------------------------------------------------
def test_while_a_confirmation_is_written_nothing_else_is_done() -> None:
    visit = told("kazoku4").visit
    (job,) = visit.handle(Confirm()).jobs
    assert isinstance(job, WriteConfirmation)
    assert visit.page().confirming
    before = visit.state
    for action in (Confirm(), GoTo(step=Step.PLAN), Answer(path="person[p1].phone", text="03-0000-0000")):
        reply = visit.handle(action)
        assert (visit.state, reply.jobs) == (before, ())
        assert [notice.code for notice in reply.page.notices] == ["confirming"]
    assert visit.handle(Confirmed(job.case)).page.step is Step.DONE


def test_a_confirmation_that_failed_can_be_tried_again() -> None:
    visit = told("kazoku4").visit
    (job,) = visit.handle(Confirm()).jobs
    page = visit.handle(Failed(job, FULL)).page
    assert (page.confirming, page.can_confirm) == (False, True)
    (again,) = visit.handle(Confirm()).jobs
    assert isinstance(again, WriteConfirmation)
    assert again == job


def test_whoever_confirms_is_on_record_for_the_case_and_each_fact_keeps_who_recorded_it() -> None:
    visit = told("kazoku4").visit
    before = visit.state.case
    visit.outside = replace(visit.outside, clerk=lambda: "1002")
    (job,) = visit.handle(Confirm()).jobs
    assert isinstance(job, WriteConfirmation)
    assert before is not None
    assert (before.clerk, job.snapshot.case.clerk) == ("counter", "1002")
    assert job.snapshot.case.ledger == before.ledger


def test_a_confirmation_of_another_case_confirms_nothing() -> None:
    visit = told("kazoku4").visit
    visit.handle(Confirm())
    assert visit.handle(Confirmed(visit.outside.clock.new_id())).page.confirming


# ---- parking ---------------------------------------------------------------------------------------------------------
def test_a_parked_visit_asks_again_for_what_it_still_waits_for() -> None:
    visit, _ = begun()
    visit.handle(Answer(path=OLD, text=PLACE))
    written = visit.state.model_dump_json()
    other = Visit(visit.outside)
    reply = other.handle(Unparked(VisitState.model_validate_json(written)))
    assert {type(job) for job in reply.jobs} == {TakeSlip, SplitAddress}
    assert other.state == visit.state


def test_a_visit_parked_while_it_was_being_confirmed_can_be_confirmed_when_it_is_taken_up() -> None:
    visit = told("kazoku4").visit
    visit.handle(Confirm())
    other = Visit(visit.outside)
    page = other.handle(Unparked(VisitState.model_validate_json(visit.state.model_dump_json()))).page
    assert (page.confirming, page.can_confirm) == (False, True)


def test_a_confirmation_is_kept_as_a_draft_until_its_page_is_shown() -> None:
    visit = told("kazoku4").visit
    (job,) = visit.handle(Confirm()).jobs
    assert isinstance(job, WriteConfirmation)
    assert (job.state, job.state.confirming) == (visit.state, True)
    shown = visit.handle(Confirmed(job.case))
    assert (shown.page.step, shown.jobs) == (Step.DONE, (DropParked(job.case),))


@pytest.mark.parametrize("catalogue", ["", "another digest"])
def test_a_visit_that_was_accepted_before_anybody_knew_opens_on_its_last_page(catalogue: str) -> None:
    visit = told("kazoku4").visit
    (job,) = visit.handle(Confirm()).jobs
    assert isinstance(job, WriteConfirmation)
    assert job.state.case is not None
    case = job.state.case.model_copy(update={"state": CaseState.CONFIRMED})
    state = job.state.model_copy(update={"case": case, **({"catalogue": catalogue} if catalogue else {})})
    other = Visit(visit.outside)
    shown = other.handle(Unparked(state))
    assert (shown.page.step, shown.page.slip, shown.page.confirming) == (Step.DONE, case.slip, False)
    assert shown.jobs == (DropParked(case.id),)
    assert other.handle(Confirm()).jobs == ()


def test_a_parked_visit_that_is_gone_is_told() -> None:
    visit = Visit(Desk().visit.outside)
    page = visit.handle(Unparked(None)).page
    assert [notice.code for notice in page.notices] == ["parked-gone"]
    assert page.step is Step.START


def test_giving_a_visit_up_drops_its_draft_and_a_confirmed_one_has_none() -> None:
    desk = told("kazoku4")
    case = desk.now.case.id
    desk.register.do(Park(desk.visit.state))
    assert desk.register.do(Unpark(case)) == Unparked(desk.visit.state)
    assert desk.visit.handle(End()).jobs == (DropParked(case),)
    done = told("kazoku4").act(Confirm())
    assert done.visit.handle(End()).jobs == ()


@pytest.mark.parametrize("news", [DayList(()), PlaceChecked()])
def test_news_for_the_host_changes_no_visit(news: DayList | PlaceChecked) -> None:
    desk = told("kazoku4")
    before = desk.visit.state
    assert desk.visit.handle(news).jobs == ()
    assert desk.visit.state == before


def test_what_is_written_down_is_plain_data_with_a_version() -> None:
    written = json.loads(told("kazoku4").visit.state.model_dump_json())
    assert written["version"] == 1
    with pytest.raises(ValueError, match="version"):
        VisitState.model_validate({**written, "version": 2})


# ---- other visits, other forms ---------------------------------------------------------------------------------------
def test_nobody_leaves_or_begins_another_visit_while_one_is_being_written() -> None:
    visit = told("kazoku4").visit
    (job,) = visit.handle(Confirm()).jobs
    before = visit.state
    for action in (End(), StartVisit(event="tennyu"), Unparked(None)):
        reply = visit.handle(action)
        assert (visit.state, reply.jobs) == (before, ())
        assert [notice.code for notice in reply.page.notices] == ["confirming"]
    assert isinstance(job, WriteConfirmation)
    assert visit.handle(Confirmed(job.case)).page.step is Step.DONE


def test_what_failed_for_another_visit_changes_nothing_here() -> None:
    other, visit = told("kazoku4").visit, told("kazoku4").visit
    (job,) = other.handle(Confirm()).jobs
    assert isinstance(job, WriteConfirmation)
    strange = job.snapshot.case.model_copy(update={"id": visit.outside.clock.new_id()})
    visit.handle(Confirm())
    assert visit.handle(Failed(WriteConfirmation(job.snapshot.with_case(strange), job.state), FULL)).page.confirming


def test_an_address_that_cannot_be_split_stands_in_its_words_and_holds_up_nothing() -> None:
    visit, _ = begun()
    (job,) = visit.handle(Answer(path=OLD, text=PLACE)).jobs
    visit.handle(Failed(job, FULL))
    assert visit.state.splitting == frozenset()
    assert visit.state.case is not None
    assert visit.state.case.ledger.value(OLD) == Address(text=PLACE)


def test_a_parked_visit_never_takes_the_place_of_one_that_is_open() -> None:
    parked = told("kazoku4").visit.state
    visit, _ = begun()
    before = visit.state
    page = visit.handle(Unparked(parked)).page
    assert [notice.code for notice in page.notices] == ["parked-open"]
    assert visit.state == before


def test_a_parked_visit_whose_rules_have_changed_is_looked_through_and_signed_again() -> None:
    desk = told("kazoku4")
    parked = desk.visit.state.model_copy(update={"catalogue": "another digest", "step": Step.SIGN})
    visit = Visit(desk.visit.outside)
    page = visit.handle(Unparked(parked)).page
    assert [notice.code for notice in page.notices] == ["parked-other-forms"]
    assert (page.step, page.can_confirm) == (Step.INTERVIEW, False)
    assert not any(signer.signed for signer in page.signers)
    assert visit.state.catalogue == visit.outside.catalogue
