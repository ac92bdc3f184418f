"""確認: the filled forms become parcels, and parcels, audit and case state are written in one transaction."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.delivery.correction import Correction, NothingChangedError, Revising
from kiosk.delivery.routing import Routing
from kiosk.flow.clock import Clock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.case import Case
from kiosk.model.filled import FilledForm
from kiosk.model.follow_up import FollowUp, Sort
from kiosk.model.kept import GuideRow, KeptCase
from kiosk.model.parcel import FIELDS, PACKET, Attachment, Earlier, Parcel, Standing, message_id
from kiosk.model.plan import Outcome
from kiosk.rules.filing import identified, shown
from kiosk.rules.identifying import to_be_noticed
from kiosk.rules.snapshot import Snapshot

SCHEMA_VERSION = "1"
Advanced = Callable[[int, int], None]


class Records(Protocol):
    """Makes the one canonical JSON record of an application (kiosk.exchange)."""

    def record(self, snapshot: Snapshot, outcome: Outcome, *, at: dt.datetime) -> bytes:
        """UTF-8 JSON; only facts that are used; never a 個人番号."""
        ...


class Accepting(Protocol):
    """The part of the outbox that takes a case in (kiosk.store)."""

    def accept(self, confirmation: Confirmation) -> None:
        """Write all or nothing, durably; the same confirmation again changes nothing. Raises SiteError."""
        ...

    def earlier(self, case: uuid.UUID) -> Sequence[Earlier]:
        """The newest revision of each application of a confirmed case, for a correction. Raises SiteError."""
        ...

    def standing(self, case: uuid.UUID) -> Standing:
        """The same for taking all of a case back, with what no receiver can have seen. Raises SiteError."""
        ...


class Papers(Protocol):
    """Prints filled forms (kiosk.render)."""

    def pdf(self, forms: tuple[FilledForm, ...], *, slip: str) -> bytes:
        """One PDF of all pages; the same forms give the same bytes."""
        ...

    def fields_pdf(self, forms: tuple[FilledForm, ...], *, slip: str) -> bytes:
        """One PDF of those forms whose fields stay open for changes; empty where none do."""
        ...

    def rows(self, snapshot: Snapshot) -> tuple[GuideRow, ...]:
        """The rows of the visit's guide that are done in this building, in its order."""
        ...


@dataclass(frozen=True)
class Confirmer:
    """Assembles a confirmation and hands it to the outbox; ids are chosen before the write."""

    outbox: Accepting
    records: Records
    papers: Papers
    clock: Clock
    routing: Routing
    revising: Revising

    def confirm(
        self, snapshot: Snapshot, *, advanced: Advanced | None = None, kept: KeptCase | None = None
    ) -> Confirmation:
        """Write the case's applications, and `kept` beside them; raises SiteError and writes nothing when the place is
        not ready.
        """
        confirmation = self.assemble(snapshot, advanced=advanced).model_copy(update={"kept": kept})
        self.outbox.accept(confirmation)
        return confirmation

    def assemble(self, snapshot: Snapshot, *, advanced: Advanced | None = None) -> Confirmation:
        """The confirmation of a snapshot: for each filed procedure that has forms a parcel to each of its destinations,
        and the audit entries; of a correction only what says something else. Raises NothingChangedError where nothing
        does. `advanced` hears how many of how many applications are made.
        """
        now, total, case = self.clock.now(), len(snapshot.sent), snapshot.case
        parcels: tuple[Parcel, ...] = ()
        again: tuple[AuditEvent, ...] = ()
        for number, outcome in enumerate(snapshot.sent, start=1):
            parcels += self._parcels(snapshot, outcome, now)
            if advanced is not None:
                advanced(number, total)
        if case.revision > 1:
            correction = Correction(self.outbox.earlier(case.id), self.revising, case, now)
            parcels = correction.parcels(parcels)
            if not parcels:
                raise NothingChangedError
            again = correction.filed_again(parcels)
        return Confirmation(
            case=case.id,
            slip=case.slip,
            event=" ".join(case.purposes),
            at=now,
            parcels=parcels,
            audit=(*_audit(snapshot, now, len(parcels)), *again),
            later=left_over(snapshot),
            guide=self.papers.rows(snapshot),
        )

    def withdraw(self, case: Case, *, kept: KeptCase) -> Confirmation:
        """取下げ: take a whole accepted case back; `case` and `kept` are its next revision, which says why.

        Raises SiteError, and MovedError where a parcel has left meanwhile: nothing is written then.
        """
        now, standing = self.clock.now(), self.outbox.standing(case.id)
        parcels = Correction(standing.earlier, self.revising, case, now).parcels(())
        never = len(standing.never_sent)
        detail = f"parcels={len(parcels)} never={never} revision={case.revision} reason={case.corrected_for}"
        event = AuditEvent(at=now, by=case.clerk, action="withdraw", case=str(case.id), detail=detail)
        confirmation = Confirmation(
            case=case.id,
            slip=case.slip,
            event=" ".join(case.purposes),
            at=now,
            parcels=parcels,
            audit=(event,),
            kept=kept,
            never_sent=standing.never_sent,
        )
        self.outbox.accept(confirmation)
        return confirmation

    def _parcels(self, snapshot: Snapshot, outcome: Outcome, now: dt.datetime) -> tuple[Parcel, ...]:
        """The same record and papers for every destination; each has a message, and a way, of its own."""
        case = snapshot.case
        keys = self.routing.keys(outcome.procedure)
        forms = tuple(form for form in snapshot.leaving if form.template in outcome.forms)
        papers, fields = self.papers.pdf(forms, slip=case.slip), self.papers.fields_pdf(forms, slip=case.slip)
        record = self.records.record(snapshot, outcome, at=now)
        attached = (_attached(PACKET, papers), *((_attached(FIELDS, fields),) if fields else ()))
        return tuple(
            Parcel(
                message=message_id(case.id, key, outcome.procedure),
                case=case.id,
                destination=key,
                kind=outcome.procedure,
                order_key=str(case.id),
                schema_version=SCHEMA_VERSION,
                record=record,
                attachments=attached,
            )
            for key in keys
        )


def left_over(snapshot: Snapshot) -> tuple[FollowUp, ...]:
    """What this visit leaves to be done: nothing that is held is forgotten, and whom it is about is told by post."""
    told = (outcome.procedure for outcome, _ in to_be_noticed(snapshot.facts, snapshot.plan))
    held = tuple(
        FollowUp(
            procedure=outcome.procedure,
            sort=Sort.HELD,
            until=outcome.deadline.due if outcome.deadline else None,
            lacks=outcome.lacks or outcome.missing,
        )
        for outcome in snapshot.plan.held
    )
    return (*held, *(FollowUp(procedure=name, sort=Sort.NOTICE) for name in told))


def _audit(snapshot: Snapshot, now: dt.datetime, parcels: int) -> tuple[AuditEvent, ...]:
    """Who confirmed which case with how many applications, how often a person decided what sources left open (whose a
    card is, which of two is right), and the identity check as kind and expiry; no values.
    """
    case, filed = snapshot.case, snapshot.plan.leaving
    names = ",".join(outcome.procedure for outcome in filed)
    seen = str(shown(snapshot.facts)) if any(identified(outcome) for outcome in filed) else ""
    decided = sum(bool(fact.reason) for fact in case.ledger.facts)
    checked = f"checked={case.checked_by}" if case.checked_by else ""
    marks = (
        f"parcels={parcels}",
        names,
        f"decided={decided}" if decided else "",
        f"id={seen}" if seen else "",
        checked,
    )
    again = f"revision={case.revision} reason={case.corrected_for}" if case.revision > 1 else ""
    detail = " ".join(filter(None, (*marks, again)))
    action = "correct" if again else "confirm"
    return (AuditEvent(at=now, by=case.clerk, action=action, case=str(case.id), detail=detail),)


def _attached(name: str, content: bytes) -> Attachment:
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(name=name, media_type="application/pdf", content=content, sha256=digest)
