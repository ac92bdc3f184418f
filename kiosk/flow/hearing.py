"""What comes back from outside: a number, the parts of an address, and what became of what was to be written."""

import uuid
from typing import assert_never

from kiosk.flow.jobs import (
    AddressSplit,
    Confirmed,
    DayList,
    Failed,
    Found,
    Kept,
    News,
    NotWithdrawn,
    PlaceChecked,
    Saved,
    SlipTaken,
    SplitAddress,
    Unchanged,
    Withdrawn,
    WriteConfirmation,
    WriteWithdrawal,
    Written,
)
from kiosk.flow.signing import address_split, confirmed, failed, slip_taken, unchanged
from kiosk.flow.turn import Turn


def hear(turn: Turn, done: SlipTaken | AddressSplit | Written | Failed | News) -> None:
    """An answer from outside; one that is about another visit changes nothing."""
    match done:
        case Failed(job=WriteConfirmation() | WriteWithdrawal() | SplitAddress() as job) if _about(turn, job.case):
            failed(turn, job)
        case Failed() | DayList() | Found() | Saved() | Kept() | PlaceChecked():
            return
        case _ if not _about(turn, done.case):
            return
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
        case Unchanged():
            unchanged(turn)
        case Withdrawn() | NotWithdrawn():
            from kiosk.flow.withdrawing import told

            told(turn, done)
        case _:
            assert_never(done)


def _about(turn: Turn, case: uuid.UUID) -> bool:
    return turn.snapshot is not None and turn.case.id == case
