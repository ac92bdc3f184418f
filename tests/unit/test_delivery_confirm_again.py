"""Confirming a visit once more, or taking it back: what was accepted before decides what leaves now."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from kiosk.delivery.confirm import Confirmer
from kiosk.delivery.correction import NothingChangedError
from kiosk.flow.ports import Confirmation
from kiosk.model.case import Case
from kiosk.model.kept import Face, KeptCase
from kiosk.model.parcel import Earlier, Parcel, Processing, Refusal, Standing
from kiosk.rules.snapshot import Snapshot
from tests.offices import TO_ONE, Office
from tests.visits import Desk, told

KEPT = KeptCase(b"", Face(), frozenset(), "mado2", revision=2)


class Plainly:
    """Later revisions of the office's records, which are words and no JSON."""

    def revised(self, record: bytes, *, revision: int, processing: Processing, by: str, at: dt.datetime) -> bytes:
        return b"%s, r%d (%s) by %s %s" % (record, revision, processing.name.encode(), by.encode(), str(at).encode())

    def answering(self, record: bytes, refusal: Refusal, *, why: str) -> bytes:
        return b"%s, answers r%d: %s" % (record, refusal.revision, why.encode())

    def changes(self, before: bytes, after: bytes) -> bytes:
        return b"" if before == after else after

    def withdraws(self, record: bytes) -> bool:
        return b"WITHDRAWN" in record


@dataclass
class Accepted:
    """An outbox that has accepted one case before."""

    case: uuid.UUID
    before: tuple[Earlier, ...] = ()
    never: frozenset[uuid.UUID] = frozenset()
    kept: list[Confirmation] = field(default_factory=list)

    def accept(self, confirmation: Confirmation) -> None:
        self.kept.append(confirmation)

    def earlier(self, case: uuid.UUID) -> Sequence[Earlier]:
        return self.before if case == self.case else ()

    def standing(self, case: uuid.UUID) -> Standing:
        return Standing(earlier=self.before, never_sent=self.never if case == self.case else frozenset())


def office(desk: Desk, *, refused: str = "") -> tuple[Confirmer, Accepted]:
    """Where all of a visit was accepted, and sent; a receiver refused one procedure of it."""
    outbox, papers = Accepted(desk.now.case.id), Office()
    confirmer = Confirmer(outbox, papers, papers, desk.clock, TO_ONE, Plainly())
    made = confirmer.assemble(desk.now).parcels
    outbox.before = tuple(
        Earlier(parcel=each, left=True, refused=Refusal(revision=1) if each.kind == refused else None) for each in made
    )
    return confirmer, outbox


def corrected(desk: Desk, **again: str) -> Snapshot:
    changes = {"revision": 2, "corrected_for": "誤記", "filed_again": again}
    return desk.now.with_case(desk.now.case.model_copy(update=changes))


def kinds(parcels: Sequence[Parcel]) -> list[str]:
    return [parcel.kind for parcel in parcels]


def test_a_case_is_written_beside_its_parcels() -> None:
    desk = told("daisanshi")
    confirmer, outbox = office(desk)
    assert confirmer.confirm(desk.now, kept=KEPT).kept is KEPT
    assert outbox.kept[0].kept is KEPT


def test_a_correction_that_says_what_was_accepted_is_none() -> None:
    desk = told("daisanshi")
    with pytest.raises(NothingChangedError):
        office(desk)[0].assemble(corrected(desk))


def test_what_a_correction_says_otherwise_leaves_as_the_next_revision_with_its_reason_in_the_audit() -> None:
    desk = told("daisanshi")
    confirmer, outbox = office(desk)
    desk.clock.advance(60)
    made, now, clerk = confirmer.assemble(corrected(desk)), desk.clock.now(), desk.now.case.clerk
    assert kinds(made.parcels) == [each.parcel.kind for each in outbox.before]
    assert {parcel.revision for parcel in made.parcels} == {2}
    assert all(parcel.record.endswith(f"r2 (CORRECTED) by {clerk} {now}".encode()) for parcel in made.parcels)
    (entry,) = made.audit
    assert (entry.action, entry.by, entry.at) == ("correct", clerk, now)
    assert entry.detail.startswith(f"parcels={len(made.parcels)} ")
    assert entry.detail.endswith(" revision=2 reason=誤記")


def test_what_a_receiver_refused_leaves_again_for_a_reason_that_stands_in_the_audit() -> None:
    desk = told("daisanshi")
    kind = office(desk)[1].before[0].parcel.kind
    confirmer, _ = office(desk, refused=kind)
    made = confirmer.assemble(corrected(desk, **{kind: "書類が届いた"}))
    assert kinds(made.parcels) == [kind]
    assert [(entry.action, entry.detail) for entry in made.audit[1:]] == [
        ("file-again", f"to=1 {kind} r1>r2 書類が届いた")
    ]


def test_a_visit_that_is_taken_back_takes_back_all_that_was_sent_and_says_what_never_was() -> None:
    desk = told("daisanshi")
    confirmer, outbox = office(desk)
    outbox.never = frozenset({uuid.UUID(int=3)})
    desk.clock.advance(60)
    case: Case = corrected(desk).case.model_copy(update={"also": ("shomei",)})
    made = confirmer.withdraw(case, kept=KEPT)
    assert outbox.kept == [made]
    assert (made.case, made.slip, made.event, made.at) == (case.id, case.slip, "shussei shomei", desk.clock.now())
    assert (made.kept, made.never_sent) == (KEPT, outbox.never)
    assert kinds(made.parcels) == [each.parcel.kind for each in outbox.before]
    ending = f"r2 (WITHDRAWN) by {case.clerk} {made.at}".encode()
    assert all(parcel.record.endswith(ending) for parcel in made.parcels)
    (entry,) = made.audit
    assert (entry.action, entry.by, entry.at, entry.case) == ("withdraw", case.clerk, made.at, str(case.id))
    assert entry.detail == f"parcels={len(made.parcels)} never=1 revision=2 reason=誤記"


def test_of_a_visit_that_nobody_has_seen_nothing_is_taken_back() -> None:
    desk = told("daisanshi")
    confirmer, outbox = office(desk)
    outbox.before = tuple(each.model_copy(update={"left": False}) for each in outbox.before)
    outbox.never = frozenset(each.parcel.message for each in outbox.before)
    made = confirmer.withdraw(corrected(desk).case, kept=KEPT)
    assert made.parcels == ()
    assert made.never_sent == outbox.never
