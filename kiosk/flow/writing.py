"""What a visit has written for good: confirmation, withdrawal, the end of an answer; and what became of it.

Parts of `kiosk.flow.jobs.Job` and `Done`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid

    from kiosk.flow.state import VisitState
    from kiosk.model.answer import Returned
    from kiosk.model.case import Case
    from kiosk.model.kept import GuideRow
    from kiosk.model.message import Message
    from kiosk.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class _Write:
    snapshot: Snapshot
    state: VisitState

    @property
    def case(self) -> uuid.UUID:
        """The case it is about."""
        return self.snapshot.case.id


@dataclass(frozen=True, slots=True)
class WriteConfirmation(_Write):
    """確認: papers and records of a signed case, written in one transaction.

    `state` is kept as a draft beforehand, until somebody has seen what became of it.
    """


@dataclass(frozen=True, slots=True)
class WriteWithdrawal(_Write):
    """取下げ: an accepted case is taken back as a whole; `state` is the visit as it is kept then."""


@dataclass(frozen=True, slots=True)
class EndAnswers:
    """対応の終わり: what receivers sent back of a case needs nothing more, for a reason that is kept."""

    case: uuid.UUID
    reason: str


@dataclass(frozen=True, slots=True)
class EraseCase:
    """消去: an accepted case becomes unreadable for good, for a reason that is kept."""

    case: uuid.UUID
    reason: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The case is in the outbox, durably. `gone` is what was done at its counter and fell away with this correction,
    `returned` what receivers sent back of it and still wait for.
    """

    case: uuid.UUID
    gone: tuple[GuideRow, ...] = ()
    returned: tuple[Returned, ...] = ()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """訂正: every application says what was accepted already; nothing was written."""

    case: uuid.UUID


@dataclass(frozen=True, slots=True)
class SentBackMeanwhile:
    """訂正: receivers have sent more back since it began; nothing was written. `returned` is all that they want now."""

    case: uuid.UUID
    returned: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The case is taken back, durably; `written` is how it stands since, `gone` what had been done at its counter."""

    written: Case
    gone: tuple[GuideRow, ...] = ()

    @property
    def case(self) -> uuid.UUID:
        """Which case."""
        return self.written.id


@dataclass(frozen=True, slots=True)
class NotWithdrawn:
    """It is not, and why: whoever is at the desk may not, or it was before."""

    case: uuid.UUID
    why: Message


@dataclass(frozen=True, slots=True)
class AnswersEnded:
    """Nothing more is to be done about what receivers sent back of a case."""

    case: uuid.UUID


@dataclass(frozen=True, slots=True)
class Erased:
    """Nothing of the case can be read any more."""

    case: uuid.UUID


@dataclass(frozen=True, slots=True)
class NotErased:
    """It stands as it was, and why: something of it has not left, or whoever is at the desk may not."""

    case: uuid.UUID
    why: Message


Writing = WriteConfirmation | WriteWithdrawal
"""What is written of the visit itself."""

Written = Confirmed | Unchanged | SentBackMeanwhile | Withdrawn | NotWithdrawn | AnswersEnded | Erased | NotErased
