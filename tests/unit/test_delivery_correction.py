"""訂正: what changed leaves whole as the next revision, what falls away is taken back, what was held is replaced."""

import datetime as dt
import json
import uuid

import pytest

from kiosk.delivery.correction import Correction
from kiosk.exchange.records.record import canonical_json
from kiosk.exchange.records.revision import Reviser
from kiosk.exchange.records.sample import sample_record
from kiosk.model.case import Case
from kiosk.model.parcel import Earlier, Parcel, Processing, message_id

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


def corrected(earlier: list[Earlier], made: list[Parcel]) -> tuple[Parcel, ...]:
    return Correction(earlier, Reviser(), CASE, NOW).parcels(made)


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
