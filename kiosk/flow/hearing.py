"""What comes back from outside: a number, the parts of an address, and what became of what was to be written."""

import uuid
from collections.abc import Iterable
from typing import assert_never

from kiosk.flow.day import DayList, Found
from kiosk.flow.jobs import (
    AddressSplit,
    Examine,
    Examined,
    Failed,
    Heard,
    Kept,
    LookedUp,
    PlaceChecked,
    Saved,
    SlipTaken,
    SplitAddress,
)
from kiosk.flow.notices import ANSWERS_CLOSED, information
from kiosk.flow.returned import stand_refused
from kiosk.flow.signing import address_split, confirmed, examined, failed, sent_back, slip_taken, unchanged
from kiosk.flow.ticking import fell_away
from kiosk.flow.turn import Turn
from kiosk.flow.writing import (
    AnswersEnded,
    Confirmed,
    Erased,
    NotErased,
    NotWithdrawn,
    SentBackMeanwhile,
    Unchanged,
    Withdrawn,
    WriteConfirmation,
    WriteWithdrawal,
    Written,
)
from kiosk.model.kept import GuideRow


def hear(turn: Turn, done: Heard) -> None:
    """An answer from outside; one that is about another visit changes nothing."""
    match done:
        case Failed(job=WriteConfirmation() | WriteWithdrawal() | SplitAddress() as job) if _about(turn, job.case):
            failed(turn, job)
        case Failed(job=Examine() as job) if _about(turn, job.case):
            turn.ahead.over()
        case Failed() | DayList() | Found() | Saved() | Kept() | PlaceChecked() | LookedUp():
            return
        case _ if not _about(turn, done.case):
            return
        case Examined():
            examined(turn, done)
        case SlipTaken():
            slip_taken(turn, done)
        case AddressSplit():
            address_split(turn, done)
        case _:
            _written(turn, done)


def _written(turn: Turn, done: Written) -> None:
    match done:
        case Confirmed():
            confirmed(turn)
            turn.change(returned=done.returned)
            tell_gone(turn, done.gone)
        case Unchanged():
            unchanged(turn)
        case SentBackMeanwhile():
            sent_back(turn, done)
        case Erased() | NotErased():
            from kiosk.flow.withdrawing import erased

            erased(turn, done)
        case Withdrawn() | NotWithdrawn():
            from kiosk.flow.withdrawing import told

            told(turn, done)
            tell_gone(turn, done.gone if isinstance(done, Withdrawn) else ())
        case AnswersEnded():
            turn.change(returned=stand_refused(turn.state))
            turn.tell(information(ANSWERS_CLOSED))
        case _:
            assert_never(done)


def tell_gone(turn: Turn, rows: Iterable[GuideRow]) -> None:
    """Somebody must go and tell them there."""
    for row in rows:
        turn.tell(fell_away(row))


def _about(turn: Turn, case: uuid.UUID) -> bool:
    return turn.snapshot is not None and turn.case.id == case
