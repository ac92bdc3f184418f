"""訂正: what leaves when an accepted case is confirmed once more.

Context: a receiver has the record of the first confirmation; sending everything again would make people there look for
what is new, and sending a difference alone would be useless to whoever lost the first.
Decision: only an application whose record says something else leaves, whole, as the next revision (処理区分 1), with
the difference beside it (`changes.json`) and its papers; one that falls away leaves as 取消 (処理区分 2). A revision
that is still held for a person is skipped in favour of the new one, which is then the first that is seen there (0).
取下げ of a whole case (kiosk.delivery.confirm) is the same with nothing left: what a receiver may have is taken back,
what nobody can have seen is skipped in the same transaction (kiosk.store.withdrawing).
Consequence: the order of one household (`order_key`) keeps revisions in their order.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.model.case import Case
from kiosk.model.parcel import Attachment, Earlier, Parcel, Processing, message_id


class NothingChangedError(Exception):
    """A correction in which every application says what the receivers have already."""


class Revising(Protocol):
    """Makes later revisions of records (kiosk.exchange)."""

    def revised(self, record: bytes, *, revision: int, processing: Processing, by: str, at: dt.datetime) -> bytes:
        """The record as a later revision."""
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

    def _changed(self, parcel: Parcel, known: dict[tuple[str, str], Earlier]) -> Parcel | None:
        """As the next revision; None where it says what the receiver has already."""
        before = known.get(_way(parcel))
        if before is None:
            return parcel
        changes = self.revising.changes(before.parcel.record, parcel.record)
        if not changes and not self.revising.withdraws(before.parcel.record):
            return None
        processing = Processing.CORRECTED if before.left else Processing.NEW
        next_one = self._next(before.parcel, parcel.record, processing)
        beside = (_attached(changes),) if changes else ()
        return next_one.model_copy(update={"attachments": (*parcel.attachments, *beside)})

    def _withdrawn(self, gone: Iterable[Earlier]) -> Iterator[Parcel]:
        """What falls away is taken back where the receiver has it; what is held is skipped with it."""
        for each in gone:
            if each.left and not self.revising.withdraws(each.parcel.record):
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
