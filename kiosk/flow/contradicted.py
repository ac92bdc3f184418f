"""食い違い of answers in a visit: which of them still stand, and which somebody has confirmed as unusual but true."""

from collections.abc import Collection

from kiosk.flow.state import VisitState
from kiosk.rules.contradictions import Contradicting
from kiosk.rules.snapshot import Snapshot


def confirmed(found: Contradicting, cautioned: Collection[str]) -> bool:
    """Whether somebody has looked at it and said that it is so; what is impossible cannot be so."""
    return found.rule.unusual and found.id in cautioned


def standing(state: VisitState, snapshot: Snapshot) -> tuple[Contradicting, ...]:
    """Those that keep everybody from signing."""
    return tuple(each for each in snapshot.contradictions if not confirmed(each, state.cautioned))


def impossible(snapshot: Snapshot) -> tuple[Contradicting, ...]:
    """Those that nobody can confirm: an answer has to change."""
    return tuple(each for each in snapshot.contradictions if not each.rule.unusual)
