"""A visit as it can be written down: everything that was said and decided, nothing that follows from it."""

from typing import Literal

from kiosk.flow.actions import Step
from kiosk.flow.proposal import Proposal
from kiosk.model.answer import Returned
from kiosk.model.base import Frozen
from kiosk.model.case import Case
from kiosk.model.message import Refused

VERSION: Literal[1] = 1


class VisitState(Frozen):
    """Frozen, versioned, serialisable: autosave, hand-over and a crash need no more than this.

    `catalogue` is the digest of the rules and forms it began with. `typed` keeps words that could not be read, with
    what is wrong with them. `splitting` are paths whose address is still being split, `confirming` says that the
    confirmation is being written. `proposal` is a card or a paper that waits for a person to say whose it is.
    `handed_in`: a resident said it alone at a terminal, and it waits for a clerk.
    `cautioned` are the ids of print cautions and unusual answers that were looked at, `owners` members of whom a person
    said that the card read for them is their own.
    `to_sign`: somebody is on the way to the signatures, and waits only for what is found out beside the window.
    `note` is what a colleague left for whoever goes on. `seen_from` is whom answers are about, as it was last known
    (see `asked_anew`). `silent` are the paths that the resident answers on their own screen, unseen.
    `returned` is what receivers sent back of an accepted case (see `kiosk.flow.returned`), `settled` the ids of what of
    it stays as it was said, `accepted` how many facts the case had when its correction began.
    `desk` is where it was accepted, if that is another machine: there alone it is corrected and taken back.
    """

    version: Literal[1] = VERSION
    catalogue: str = ""
    step: Step = Step.START
    case: Case | None = None
    typed: dict[str, tuple[str, Refused]] = {}
    approved: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    reviewed: bool = False
    splitting: frozenset[str] = frozenset()
    confirming: bool = False
    proposal: Proposal | None = None
    handed_in: bool = False
    cautioned: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    to_sign: bool = False
    note: str = ""
    seen_from: dict[str, str] = {}
    silent: frozenset[str] = frozenset()
    returned: tuple[Returned, ...] = ()
    settled: frozenset[str] = frozenset()
    accepted: int = 0
    desk: str = ""


NOBODY = VisitState.model_construct()
"""The state of a desk at which nobody sits."""
