"""訂正: what changed leaves whole as the next revision, what falls away is taken back, what was held is replaced."""

import datetime as dt
import json
import uuid

import pytest

from kiosk.delivery.correction import Correction
from kiosk.exchange.records.record import canonical_json
from kiosk.exchange.records.revision import Reviser
from kiosk.exchange.records.sample import sample_record
from kiosk.exchange.records.schema import violations
from kiosk.model.case import Case
from kiosk.model.parcel import Earlier, Parcel, Processing, Refusal, message_id
from tests.holding import COLUMNS

NOW = dt.datetime(2026, 4, 21, 2, 3, 4, tzinfo=dt.UTC)
CASE = Case(id=uuid.UUID(int=7), event="tennyu", today=NOW.date(), opened_at=NOW, clerk="mado2", revision=2)
RECORD = canonical_json(sample_record(case=CASE.id))


def parcel(kind: str = "P01", *, place: str = "1", revision: int = 1, record: bytes = RECORD) -> Parcel:
    return Parcel(
        message=message_id(CASE.id, place, kind, revision),
        case=CASE.id,
        destination=place,
        kind=kind,
        revision=revision,
        order_key=str(CASE.id),
        schema_version="1",
        record=record,
    )


def renamed() -> bytes:
    said = json.loads(RECORD)
    said["taishosha"][0]["shimei"] = "見本　次郎"
    return json.dumps(said, ensure_ascii=False).encode()


def corrected(earlier: list[Earlier], made: list[Parcel], **again: str) -> tuple[Parcel, ...]:
    case = CASE.model_copy(update={"filed_again": again})
    return Correction(earlier, Reviser(), case, NOW).parcels(made)


def common(record: bytes) -> tuple[str, int, str, str]:
    said = json.loads(record)["kyotsu"]
    return said["shorikubun"], said["kaiteibango"], said["sosashaid"], said["sosajikoku"]


def test_what_says_the_same_does_not_leave_again_whoever_made_it_and_whenever() -> None:
    again = Reviser().revised(RECORD, revision=1, processing=Processing.NEW, by="mado9", at=NOW)
    assert corrected([Earlier(parcel=parcel(), left=True)], [parcel(record=again)]) == ()


def test_what_changed_leaves_whole_with_the_difference_beside_it() -> None:
    (new,) = corrected([Earlier(parcel=parcel(), left=True)], [parcel(record=renamed())])
    assert (new.revision, new.message) == (2, message_id(CASE.id, "1", "P01", 2))
    assert common(new.record) == ("1", 2, "mado2", "11:03:04")
    (change,) = json.loads(new.attachments[-1].content)
    assert (change["komoku"], change["ato"]) == ("taishosha.0.shimei", "見本　次郎")


@pytest.mark.parametrize(("left", "processing"), [(True, "1"), (False, "0")])
def test_a_receiver_that_never_saw_the_first_gets_it_as_new(*, left: bool, processing: str) -> None:
    (new,) = corrected([Earlier(parcel=parcel(revision=3), left=left)], [parcel(record=renamed())])
    assert (new.revision, common(new.record)[0]) == (4, processing)


def test_what_falls_away_is_taken_back_once_and_only_where_it_is() -> None:
    gone = [Earlier(parcel=parcel("P02"), left=True), Earlier(parcel=parcel("P03"), left=False)]
    (back,) = corrected([Earlier(parcel=parcel(), left=True), *gone], [parcel()])
    assert (back.kind, common(back.record)[0], back.attachments) == ("P02", "2", ())
    assert corrected([Earlier(parcel=back, left=True)], []) == ()


def test_what_was_taken_back_and_is_wanted_after_all_leaves_again() -> None:
    (back,) = corrected([Earlier(parcel=parcel(), left=True)], [])
    (again,) = corrected([Earlier(parcel=back, left=True)], [parcel()])
    assert (again.revision, common(again.record)[0]) == (3, "1")


def test_what_is_new_leaves_as_it_is_and_each_destination_is_looked_at_by_itself() -> None:
    new = parcel("P09")
    earlier = [Earlier(parcel=parcel(), left=True), Earlier(parcel=parcel(place="2"), left=True)]
    left = corrected(earlier, [parcel(), parcel(place="2", record=renamed()), new])
    assert [(each.destination, each.kind, each.revision) for each in left] == [("2", "P01", 2), ("1", "P09", 1)]
    assert left[1] is new


# ---- 却下 ------------------------------------------------------------------------------------------------------------
REFUSED = Refusal(revision=1, number="K-7", answer="abc")


def test_what_was_refused_does_not_leave_because_something_else_is_corrected_nor_is_it_taken_back() -> None:
    earlier = [
        Earlier(parcel=parcel(), left=True, refused=REFUSED),
        Earlier(parcel=parcel("P02"), left=True, refused=REFUSED),
        Earlier(parcel=parcel("P03"), left=True),
    ]
    (other,) = corrected(earlier, [parcel(record=renamed()), parcel("P03", record=renamed())])
    assert other.kind == "P03"


@pytest.mark.parametrize("record", [RECORD, renamed()])
def test_what_was_refused_is_filed_again_by_choice_as_new_and_says_which_refusal_it_answers(record: bytes) -> None:
    earlier = [Earlier(parcel=parcel(revision=2), left=True, refused=REFUSED)]
    (new,) = corrected(earlier, [parcel(record=record)], P01="不足していた契約書を受け取った")
    said = json.loads(new.record)["kyotsu"]
    answered = (said["kyakka_kaiteibango"], said["kyakka_bango"], said["dashinaoshi_riyu"])
    assert (new.revision, common(new.record)[0]) == (3, "0")
    assert answered == ("1", "K-7", "不足していた契約書を受け取った")
    assert violations(new.record, COLUMNS) == ()
    assert corrected([Earlier(parcel=new, left=True)], [parcel(record=record)]) == ()


def test_one_receiver_refused_and_the_other_did_not_only_the_other_hears_of_the_correction() -> None:
    earlier = [Earlier(parcel=parcel(), left=True, refused=REFUSED), Earlier(parcel=parcel(place="2"), left=True)]
    made = [parcel(record=renamed()), parcel(place="2", record=renamed())]
    assert [each.destination for each in corrected(earlier, made)] == ["2"]


def test_a_refused_withdrawal_is_followed_by_a_correction_for_the_receiver_has_the_application_still() -> None:
    (back,) = corrected([Earlier(parcel=parcel(), left=True)], [])
    refused = [Earlier(parcel=back, left=True, refused=Refusal(revision=2))]
    assert corrected(refused, [parcel()]) == ()
    (again,) = corrected(refused, [parcel()], P01="取消を取りやめた")
    assert (again.revision, common(again.record)[0]) == (3, "1")
