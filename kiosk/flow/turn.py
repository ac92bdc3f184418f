"""One action being worked out: the visit before it, what it changes, what it asks to be done outside.

A turn works on values only. If anything in it goes wrong, it is thrown away, and the visit stands as it stood before.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kiosk.flow.asked_anew import overtaken, seen_from, told_otherwise
from kiosk.flow.case_checks import void_signatures
from kiosk.flow.foresight import Foresight
from kiosk.flow.jobs import Job, SplitAddress
from kiosk.flow.memo import Memo
from kiosk.flow.notices import SIGNATURE_VOID, asked_anew, warning
from kiosk.flow.outside import Outside
from kiosk.flow.pages import Notice
from kiosk.flow.state import VisitState
from kiosk.flow.unconfirmed import still_said
from kiosk.model.address import Address
from kiosk.model.case import Case, CaseState
from kiosk.model.errors import Defect
from kiosk.model.fact import Cleared, Fact, Value
from kiosk.model.path import key_of
from kiosk.model.source import SPOKEN, Source
from kiosk.rules.facts import Facts
from kiosk.rules.snapshot import Snapshot, take


@dataclass
class Turn:
    """`state` and `snapshot` as they will stand after the action; in a `batch`, working out waits for its end.

    `memo` is what the desk remembers of the visit.
    """

    outside: Outside
    state: VisitState
    snapshot: Snapshot | None
    notices: tuple[Notice, ...] = ()
    jobs: list[Job] = field(default_factory=list)
    batch: bool = False
    memo: Memo = field(default_factory=Memo)

    @property
    def ahead(self) -> Foresight:
        """What would go wrong later."""
        return Foresight(self.outside, self.memo)

    @property
    def now(self) -> Snapshot:
        """The case as it stands in this turn."""
        if self.snapshot is None:
            raise Defect("no visit has begun")
        return self.snapshot

    @property
    def case(self) -> Case:
        """The case as it stands in this turn."""
        return self.now.case

    def change(self, **fields: Any) -> None:
        """Change fields of the state."""
        self.state = self.state.model_copy(update=fields)

    def tell(self, notice: Notice) -> None:
        """Something that the person at the desk must know."""
        self.notices += (notice,)

    # ---- the case -------------------------------------------------------------------------------------------------
    def keep(self, case: Case) -> None:
        """Another state of the case from which nothing new follows."""
        self.snapshot = self.now.with_case(case)
        self.change(case=case)

    def revised(self, state: CaseState, *, reason: str) -> Case:
        """The next revision of what was accepted, with what that told to be paid."""
        renewed = {
            "state": state,
            "revision": self.case.revision + 1,
            "corrected_for": reason,
            "checked_by": "",  # whoever looked at what was accepted has not looked at this
            "clerk": self.outside.clerk(),
            "filed_again": {},  # what is refused once more is chosen once more
            "billed": (*self.case.billed, self.outside.cost(self.now)),
        }
        return self.case.model_copy(update=renewed)

    def retake(self, case: Case) -> None:
        """Compute what follows; a signature on other words is void and says so, a yes to other words is forgotten."""
        if self.batch and self.snapshot is not None:
            self.keep(case)
            return
        outside, before = self.outside, self.snapshot
        now = take(case, book=outside.book, planner=outside.planner, previous=before)
        case = _known_held(case, now)
        self.snapshot = now if case is now.case else now.with_case(case)
        self.change(case=case)
        if before is not None and before.case.id == case.id:
            self.change(approved=still_said(before.facts, now.facts, self.state.approved))
            self._ask_anew(before.facts)
        self.change(seen_from=seen_from(self.now.facts, self.state.seen_from))
        void = void_signatures(self.snapshot)
        if void:
            self.tell(warning(SIGNATURE_VOID))
            self.add(self.fact(path, Cleared(), source=Source.RESIDENT) for path in void)

    def _ask_anew(self, before: Facts) -> None:
        """What another answer has overtaken is taken back; what then follows and says something else is marked."""
        was = self.now.facts
        paths = overtaken(before, was, self.state.seen_from)
        if not paths:
            return
        self.change(seen_from=seen_from(was, self.state.seen_from))
        self.add(self.cleared((path, was.said[path].source) for path in paths))
        other = told_otherwise(was, self.now.facts, paths)
        self.change(changed=self.state.changed | other)
        gone = tuple(path for path in paths if path in other or path not in self.now.facts.by_path)
        if gone:
            self.tell(asked_anew(dict.fromkeys(key_of(path) for path in gone)))

    # ---- facts ----------------------------------------------------------------------------------------------------
    def fact(self, path: str, value: Value, *, source: Source | None = None, reason: str = "") -> Fact:
        """A fact of this moment; without a source it is said at this desk."""
        outside = self.outside
        return Fact(
            path=path,
            value=value,
            source=source or outside.spoken,
            by=outside.clerk(),
            at=outside.clock.now(),
            reason=reason,
        )

    def cleared(self, said: Iterable[tuple[str, Source]]) -> list[Fact]:
        """What takes back facts, by path and source."""
        return [self.fact(path, Cleared(), source=source) for path, source in said]

    def add(self, facts: Iterable[Fact]) -> None:
        """Facts join the ledger, and what follows is computed."""
        self.retake(self.with_facts(self.case, facts))

    def with_facts(self, case: Case, facts: Iterable[Fact]) -> Case:
        """The case with facts in its ledger; an address that came as mere words is sent to be split."""
        listed = list(facts)
        for fact in listed:
            self.split(fact)
        return case.model_copy(update={"ledger": case.ledger.add(listed)})

    def split(self, fact: Fact) -> None:
        """Ask for the parts of an address, or for the code of its city; until they come, its words stand.

        A postal code that somebody says is looked at too, once for the same place.
        """
        address = fact.value
        if isinstance(address, Address) and address.text and (not address.lg_code or self._new_postal(fact, address)):
            self.jobs.append(SplitAddress(self.case.id, fact.path, address.text, fact.source, address.postal))
            self.change(splitting=self.state.splitting | {fact.path})

    def _new_postal(self, fact: Fact, address: Address) -> bool:
        before = self.case.ledger.value(fact.path)
        same = isinstance(before, Address) and (before.postal, before.area) == (address.postal, address.area)
        return bool(address.postal) and fact.source in SPOKEN and not same


def _known_held(case: Case, now: Snapshot) -> Case:
    """The case without what was accepted as held and is not held any more."""
    held = {each.procedure for each in now.plan.held}
    if held.issuperset(case.held_for):
        return case
    return case.model_copy(update={"held_for": {name: why for name, why in case.held_for.items() if name in held}})
