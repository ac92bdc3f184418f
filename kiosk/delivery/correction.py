"""訂正: what leaves when an accepted case is confirmed once more.

Context: a receiver has the record of the first confirmation; sending everything again would make people there look for
what is new, and sending a difference alone would be useless to whoever lost the first.
Decision: only an application whose record says something else leaves, whole, as the next revision (処理区分 1), with
the difference beside it (`changes.json`) and its papers; one that falls away leaves as 取消 (処理区分 2). A revision
that is still held for a person is skipped in favour of the new one, which is then the first that is seen there (0).
What a receiver refused (却下) is not sent again because something else is corrected, nor taken back: it leaves only
where a person files it again with a reason (`Case.filed_again`), as new (0), and says which refusal it answers.
取下げ of a whole case (kiosk.delivery.confirm) is the same with nothing left: what a receiver may have is taken back,
what nobody can have seen is skipped in the same transaction (kiosk.store.withdrawing).
Consequence: the order of one household (`order_key`) keeps revisions in their order.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.model.audit import AuditEvent
from kiosk.model.case import Case
from kiosk.model.parcel import Attachment, Earlier, Parcel, Processing, Refusal, message_id


class NothingChangedError(Exception):
    """A correction in which every application says what the receivers have already."""


class Revising(Protocol):
    """Makes later revisions of records (kiosk.exchange)."""

    def revised(self, record: bytes, *, revision: int, processing: Processing, by: str, at: dt.datetime) -> bytes:
        """The record as a later revision."""
        ...

    def answering(self, record: bytes, refusal: Refusal, *, why: str) -> bytes:
        """The record of what is filed again, with the refusal that it answers, and why."""
        ...

    def changes(self, before: bytes, after: bytes) -> bytes:
        """What they say differently, as JSON; empty where they say the same."""
        ...

    def withdraws(self, record: bytes) -> bool:
        """Whether a record takes its application back."""
        ...


@dataclass(frozen=True)
class Correction:
    """The parcels of a case that is confirmed again; `earlier` are the newest revisions of what was accepted."""

    earlier: Sequence[Earlier]
    revising: Revising
    case: Case
    at: dt.datetime

    def parcels(self, made: Iterable[Parcel]) -> tuple[Parcel, ...]:
        """What leaves, of the parcels as they would be made today and of those that are not made any more."""
        made = tuple(made)
        known = {_way(each.parcel): each for each in self.earlier}
        changed = tuple(self._changed(parcel, known) for parcel in made)
        gone = [each for way, each in known.items() if way not in set(map(_way, made))]
        return (*(parcel for parcel in changed if parcel is not None), *self._withdrawn(gone))

    def filed_again(self, parcels: Iterable[Parcel]) -> tuple[AuditEvent, ...]:
        """Which of these revisions answers which refusal, and why it was filed again."""
        refused = {_way(each.parcel): each.refused for each in self.earlier if each.refused is not None}
        return tuple(
            AuditEvent(
                at=self.at,
                by=self.case.clerk,
                action="file-again",
                case=str(self.case.id),
                detail=f"to={each.destination} {each.kind} r{refused[_way(each)].revision}>r{each.revision} {why}",
            )
            for each in parcels
            if _way(each) in refused and (why := self.case.filed_again.get(each.kind, ""))
        )

    def _changed(self, parcel: Parcel, known: dict[tuple[str, str], Earlier]) -> Parcel | None:
        """As the next revision; None where it says what the receiver has already."""
        before = known.get(_way(parcel))
        if before is None:
            return parcel
        record, changes = parcel.record, self.revising.changes(before.parcel.record, parcel.record)
        gone = self.revising.withdraws(before.parcel.record)
        if before.refused is not None:
            why = self.case.filed_again.get(parcel.kind, "")
            if not why:
                return None
            record = self.revising.answering(record, before.refused, why=why)
        elif not changes and not gone:
            return None
        seen = before.left and (before.refused is None or gone)
        next_one = self._next(before.parcel, record, Processing.CORRECTED if seen else Processing.NEW)
        beside = (_attached(changes),) if changes else ()
        return next_one.model_copy(update={"attachments": (*parcel.attachments, *beside)})

    def _withdrawn(self, gone: Iterable[Earlier]) -> Iterator[Parcel]:
        """What falls away is taken back where the receiver has it and has not refused it; what is held is skipped."""
        for each in gone:
            if each.left and each.refused is None and not self.revising.withdraws(each.parcel.record):
                yield self._next(each.parcel, each.parcel.record, Processing.WITHDRAWN)

    def _next(self, before: Parcel, record: bytes, processing: Processing) -> Parcel:
        revision = before.revision + 1
        made = self.revising.revised(record, revision=revision, processing=processing, by=self.case.clerk, at=self.at)
        message = message_id(before.case, before.destination, before.kind, revision)
        return before.model_copy(update={"message": message, "revision": revision, "record": made, "attachments": ()})


def _way(parcel: Parcel) -> tuple[str, str]:
    return parcel.destination, parcel.kind


def _attached(changes: bytes) -> Attachment:
    digest = hashlib.sha256(changes).hexdigest()
    return Attachment(name="changes.json", media_type="application/json", content=changes, sha256=digest)
