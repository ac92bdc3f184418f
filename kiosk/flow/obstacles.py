"""What stands between a visit and its signatures, and between these and its confirmation."""

from collections.abc import Iterator

from kiosk.flow.actions import Step
from kiosk.flow.contradicted import standing
from kiosk.flow.foresight import Foreseen, Foresight
from kiosk.flow.leaving import unaccepted
from kiosk.flow.notices import (
    CAUTIONS_OPEN,
    CONFLICTS_OPEN,
    DECIDE_FIRST,
    HELD_OPEN,
    PLACE_AWAITED,
    QUESTIONS_OPEN,
    RECORD_REFUSED,
    RETURNED_OPEN,
    SIGNATURES_OPEN,
    UNCONFIRMED,
    information,
    warning,
)
from kiosk.flow.pages import Notice
from kiosk.flow.returned import unsettled
from kiosk.flow.signers import unsigned
from kiosk.flow.state import VisitState
from kiosk.flow.unconfirmed import unconfirmed
from kiosk.rules.snapshot import Snapshot

LOOKED_THROUGH = frozenset({Step.CHECK, Step.SIGN})
"""The steps at which the answers are looked through with the resident."""


def before_signing(state: VisitState, snapshot: Snapshot, ahead: Foresight) -> tuple[Notice, ...]:
    """Everything that a resident has not seen, said, or said yes to yet, as far as it is known: nobody signs before."""
    return (*_open(state, snapshot), *_unseen(state, snapshot, ahead))


def in_the_way(state: VisitState, snapshot: Snapshot, ahead: Foresight) -> tuple[Notice, ...]:
    """What stands between this visit and its confirmation: also a number or an address that is still awaited.

    What a receiver would refuse is found out in place.
    """
    ahead.refused(snapshot)
    return tuple(_obstacles(state, snapshot, ahead))


def ready(state: VisitState, snapshot: Snapshot, ahead: Foresight) -> bool:
    """Whether nothing stands in the way, and that is known; no more is looked at than it takes.

    From the check on, whatever is not known yet is being found out.
    """
    if next(_obstacles(state, snapshot, ahead), None) is not None:
        return False
    refused = ahead.known(snapshot) if state.step in LOOKED_THROUGH else ahead.refused(snapshot)
    return refused == ()


def unlooked(state: VisitState, snapshot: Snapshot, ahead: Foresight) -> tuple[Foreseen, ...]:
    """The print cautions that nobody has looked at."""
    return tuple(each for each in ahead.cautions(snapshot) if each.id not in state.cautioned)


def _obstacles(state: VisitState, snapshot: Snapshot, ahead: Foresight) -> Iterator[Notice]:
    if state.proposal is not None:
        yield warning(DECIDE_FIRST)
    yield from _open(state, snapshot)
    if unsigned(snapshot):
        yield warning(SIGNATURES_OPEN)
    if not snapshot.case.slip or state.splitting:
        yield information(PLACE_AWAITED)
    yield from _unseen(state, snapshot, ahead)


def _open(state: VisitState, snapshot: Snapshot) -> Iterator[Notice]:
    """What was sent back, is asked, differs or is held."""
    if unsettled(state):
        yield warning(RETURNED_OPEN)
    if snapshot.interview.open or state.typed or snapshot.missing():
        yield warning(QUESTIONS_OPEN)
    if snapshot.conflicts or standing(state, snapshot):
        yield warning(CONFLICTS_OPEN)
    if unaccepted(snapshot):
        yield warning(HELD_OPEN)


def _unseen(state: VisitState, snapshot: Snapshot, ahead: Foresight) -> Iterator[Notice]:
    """What takes longer to find out."""
    if unconfirmed(state, snapshot):
        yield warning(UNCONFIRMED)
    if ahead.known(snapshot):
        yield warning(RECORD_REFUSED)
    if unlooked(state, snapshot, ahead):
        yield warning(CAUTIONS_OPEN)
