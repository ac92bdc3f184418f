"""Whether who came can sign at the terminal: once the papers stand as they will leave.

At a counter what is left is settled by name before anybody signs. Nobody can do that here: what is open goes to the
counter with everything else, and is signed there. Which of the reasons it is, nothing on the glass tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.contradicted import standing
from kiosk.flow.lobby.asking import askable, put_off, said_by_others
from kiosk.flow.signers import unsigned

if TYPE_CHECKING:
    from kiosk.flow.visit import Visit
    from kiosk.rules.snapshot import Snapshot


def settled(visit: Visit) -> bool:
    """Whether nothing is left but what only a clerk can see; every reason is looked at, so that each takes as long."""
    snapshot = visit.snapshot
    if snapshot is None:
        return False
    left = (
        any(askable(visit, path) for path in snapshot.interview.open),
        bool(_unknown(visit, snapshot)),
        bool(visit.state.typed),
        bool(snapshot.missing()),
        bool(snapshot.conflicts),
        bool(standing(visit.state, snapshot)),
        any(each.procedure not in snapshot.case.held_for for each in snapshot.plan.held),
        bool(said_by_others(visit)),
        bool(visit.refused()),
        bool(visit.cautions()),
    )
    return not any(left)


def _unknown(visit: Visit, snapshot: Snapshot) -> set[str]:
    """What was put off, but for what only those filings wait for which a clerk has left for another day by name."""
    known = [each for each in snapshot.plan.held if each.procedure in snapshot.case.held_for]
    return set(put_off(visit)) - {path for each in known for path in (*each.lacks, *each.missing)}


def to_sign(visit: Visit) -> bool:
    """Whether any paper of the visit has a place for a signature, here or at the counter."""
    return visit.snapshot is not None and _signed(visit.snapshot)


def at_counter(visit: Visit) -> bool:
    """Whether somebody still signs, and does it at the counter if the visit is handed in as it stands."""
    snapshot = visit.snapshot
    if snapshot is None:
        return False
    return bool(unsigned(snapshot)) or (not settled(visit) and _signed(snapshot))


def _signed(snapshot: Snapshot) -> bool:
    templates = snapshot.facts.book.templates
    kinds = ((form, templates[form.template, form.version].signature_boxes) for form in snapshot.forms)
    return any(box.box in boxes for form, boxes in kinds for box in form.boxes)
