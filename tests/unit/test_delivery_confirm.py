"""Confirming: each application becomes one parcel with its own record and its own papers, or nothing is written."""

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass, field
from typing import cast

import pytest

from kiosk.delivery.confirm import Accepting, Confirmer
from kiosk.delivery.routing import Routing
from kiosk.destinations import ToFolder
from kiosk.exchange.records.revision import Reviser
from kiosk.flow.actions import ChoosePurposes
from kiosk.flow.ports import Confirmation
from kiosk.model.errors import SiteError
from kiosk.model.fact import Fact
from kiosk.model.follow_up import FollowUp, Sort
from kiosk.model.parcel import Parcel, message_id
from kiosk.model.source import Source
from tests.offices import TO_ONE, Office, confirmed
from tests.visits import Desk, told

BORN = "person[p1].birth.date"
HALL = ToFolder(number=2, name="庁内連携", path="/srv/hall")
FULL = SiteError("S03", what="空き容量がありません。", mend="不要なファイルを消してください。")


@dataclass
class Shelf:
    """The one thing of an outbox that confirming needs: it keeps what it is given, or is full."""

    full: bool = False
    kept: list[Confirmation] = field(default_factory=list)

    def accept(self, confirmation: Confirmation) -> None:
        """Keep it."""
        if self.full:
            raise FULL
        self.kept.append(confirmation)


def confirmer(desk: Desk, shelf: Shelf, *, routing: Routing = TO_ONE) -> Confirmer:
    office = Office()
    return Confirmer(cast("Accepting", shelf), office, office, desk.clock, routing, Reviser())


def parcel(desk: Desk, procedure: str) -> Parcel:
    return next(made for made in confirmed(desk).parcels if made.kind == procedure)


def test_a_confirmation_says_which_visit_it_is_of_and_when_it_was() -> None:
    desk = told("boshi")
    made, case = confirmed(desk), desk.now.case
    assert (made.case, made.slip, made.event, made.at) == (case.id, case.slip, "tennyu", desk.clock.now())


def test_every_filed_procedure_with_forms_is_one_parcel_of_the_visit() -> None:
    desk = told("boshi")
    made, case = confirmed(desk).parcels, desk.now.case.id
    assert [each.kind for each in made] == ["P01", "P30", "P31", "P10", "P12", "P20", "P21", "P60", "P61", "P70"]
    assert {(each.case, each.order_key, each.destination) for each in made} == {(case, str(case), "1")}
    assert {each.schema_version for each in made} == {"1"}


def test_the_papers_of_a_parcel_are_those_of_its_own_procedure_for_every_member() -> None:
    desk = told("hachinin")
    (papers,) = parcel(desk, "P30").attachments
    assert papers.content == f"{desk.now.case.slip} F06-p1 F06-p2 F06-p5".encode()


def test_the_papers_travel_as_a_pdf_with_their_digest() -> None:
    (papers,) = parcel(told("boshi"), "P10").attachments
    assert (papers.name, papers.media_type) == ("packet.pdf", "application/pdf")
    assert papers.sha256 == hashlib.sha256(papers.content).hexdigest()


def test_a_form_whose_fields_stay_open_travels_so_beside_the_papers_that_are_kept() -> None:
    desk = told("hachinin")
    office = Office(kept=frozenset(["F06"]))
    made = Confirmer(cast("Accepting", None), office, office, desk.clock, TO_ONE, Reviser()).assemble(desk.now)
    names = {each.kind: [file.name for file in each.attachments] for each in made.parcels}
    assert names["P30"] == ["packet.pdf", "fields.pdf"]
    assert names["P10"] == ["packet.pdf"]


def test_the_record_of_a_parcel_is_that_of_its_procedure_at_the_moment_of_the_confirmation() -> None:
    desk = told("boshi")
    assert parcel(desk, "P10").record == f"{desk.now.case.slip} P10 {desk.clock.now()}".encode()


def test_confirming_twice_makes_the_same_parcels_and_another_destination_others() -> None:
    desk = told("boshi")
    names = [each.message for each in confirmed(desk).parcels]
    elsewhere = confirmer(desk, Shelf(), routing=Routing((HALL,))).assemble(desk.now).parcels
    assert names == [each.message for each in confirmed(desk).parcels]
    assert names[0] == message_id(desk.now.case.id, "1", "P01")
    assert {each.destination for each in elsewhere} == {"2"}
    assert not {*names} & {each.message for each in elsewhere}
    assert len({*names}) == len(names)


def test_each_application_goes_where_its_procedure_is_taken_and_one_that_two_take_to_both() -> None:
    desk, own = told("daisanshi"), HALL.model_copy(update={"number": 3, "procedures": ("P20",)})
    made = confirmer(desk, Shelf(), routing=Routing((*TO_ONE.destinations, own))).assemble(desk.now).parcels
    assert [each.kind for each in made if each.destination == "3"] == ["P20"]
    assert [each.kind for each in made if each.destination == "1"] == [each.kind for each in confirmed(desk).parcels]


def test_the_outbox_is_given_the_whole_visit_at_once() -> None:
    desk, shelf = told("boshi"), Shelf()
    made = confirmer(desk, shelf).confirm(desk.now)
    assert shelf.kept == [made]
    assert made == confirmed(desk)


def test_a_place_that_is_not_ready_gets_nothing_and_says_so() -> None:
    desk, shelf = told("boshi"), Shelf(full=True)
    with pytest.raises(SiteError) as caught:
        confirmer(desk, shelf).confirm(desk.now)
    assert caught.value is FULL
    assert not shelf.kept


def test_whoever_waits_hears_after_each_parcel_how_many_of_how_many_are_made() -> None:
    heard: list[tuple[int, int]] = []
    desk = told("daisanshi")
    confirmer(desk, Shelf()).confirm(desk.now, advanced=lambda made, total: heard.append((made, total)))
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_what_is_held_is_left_for_another_day_with_its_last_day_and_what_it_waits_for() -> None:
    desk = told("fusho").say({BORN: "昭和36年月日不詳", "household.employer_insured": "なし"})
    assert confirmed(desk).later == (
        FollowUp(procedure="P50", sort=Sort.HELD, until=dt.date(2026, 3, 16), lacks=(BORN,)),
    )
    assert confirmed(told("boshi")).later == ()
    nothing_shown = confirmed(told("shomei").say({"case.id_papers": "なし"})).later
    assert ("P40", Sort.HELD, None) in [(each.procedure, each.sort, each.until) for each in nothing_shown]


def test_who_is_to_be_told_by_post_is_left_for_another_day_too() -> None:
    nobody_shown = told("tanshin").say({"case.id_papers": "なし"})
    assert FollowUp(procedure="P01", sort=Sort.NOTICE) in confirmed(nobody_shown).later


def test_a_confirmation_has_the_rows_of_the_guide_and_names_every_purpose() -> None:
    desk = told("boshi").act(ChoosePurposes(events=("tennyu", "shomei")))
    made = confirmed(desk)
    assert made.event == "tennyu shomei"
    assert made.guide == Office().rows(desk.now) != ()


def test_the_audit_counts_what_a_person_decided_and_names_the_second_who_looked() -> None:
    desk = told("inin_fubi")
    decided = Fact(path="case.place", value="", source=Source.INTERVIEW, by="c", at=desk.clock.now(), reason="写し")
    case = desk.now.case
    looked = case.model_copy(update={"checked_by": "mado9", "ledger": case.ledger.add((decided,))})
    (entry,) = confirmer(desk, Shelf()).assemble(desk.now.with_case(looked)).audit
    assert entry.detail == "parcels=0 decided=1 checked=mado9"


def test_a_visit_that_files_nothing_is_confirmed_without_a_parcel() -> None:
    made = confirmed(told("inin_fubi"))
    assert made.parcels == ()
    assert made.audit[0].detail == "parcels=0"


def test_the_audit_names_the_clerk_the_visit_and_every_filed_procedure_even_those_without_a_form() -> None:
    desk = told("dairi_shomei")
    (entry,) = confirmed(desk).audit
    case = desk.now.case
    assert (entry.action, entry.by, entry.at) == ("confirm", case.clerk, desk.clock.now())
    assert uuid.UUID(entry.case) == case.id
    assert entry.detail == "parcels=2 P90,P40,P42 id=1点:運転免許証"


def test_the_audit_is_silent_about_papers_when_nobody_had_to_show_any() -> None:
    shown = {"case.id_papers": "運転免許証", "case.id_expiry": "R12.6.15"}
    assert confirmed(told("inin_sakusei").say(shown)).audit[0].detail == "parcels=1 P90"
