"""The visits of an office as one of its counters meets them: in the list of the day, by their number, taken over."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.bootstrap.taking_over import SILENT, Claim, TakingOver
from kiosk.flow.day import Fate, Found, ParkedVisit
from kiosk.flow.ticking import accepted_there, others_unsearched, taken_back, unknown, unreached
from kiosk.hub import visits
from kiosk.model.errors import Defect
from kiosk.model.kept import Face, PastCase, Sent
from kiosk.model.message import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kiosk.bootstrap.program import Program
    from kiosk.flow.jobs import Unpark
    from kiosk.flow.state import VisitState
    from kiosk.hub.covering import Cover
    from kiosk.hub.link import Link
    from kiosk.hub.visits import Line, Standing
    from kiosk.model.audit import AuditEvent
    from kiosk.model.message import Message


@dataclass(frozen=True)
class SharedFiles:
    """What the hub is asked for a person. Every method raises SiteError of the store's; a hub that is away is none."""

    program: Program

    @property
    def away(self) -> bool:
        """Whether the city shares, and the hub cannot be asked now."""
        return self.program.sharing.hub is not None and self.program.sharing.trouble is not None

    def claim(self, wanted: Unpark) -> Claim:
        """Take an unfinished visit over, so that it lies here as it stood there.

        What lies here is gone on with where nobody has gone on with it elsewhere, and while the hub is away.
        """

        def work(link: Link, cover: Cover) -> Claim:
            with self.program.sharing.turn:
                return TakingOver(self.program, link, cover).claim(wanted)

        return self.program.sharing.asked(work, Claim())

    # ---- by its number or by its people ----------------------------------------------------------------------------
    def elsewhere(self, slip: str) -> uuid.UUID | Found:
        """The unfinished visit of a number that is not here, to be opened; else what the office accepted under it, or
        why nothing is found.
        """
        lines = self._numbered(slip)
        waits = next((line.case for line, stage in lines if stage == visits.OPEN), None)
        if waits is not None:
            return waits
        cases = tuple(past(line, faces=False) for line, _ in lines)
        if cases:
            return Found(cases, said=taken_back(slip) if cases[0].withdrawn else None)
        return none_here(unreached(slip) if self.away else unknown(slip))

    def ticked(self, slip: str) -> Found:
        """A row of a guide whose visit was not accepted here: where it was."""
        lines = [line for line, stage in self._numbered(slip) if stage == visits.ACCEPTED]
        if not lines:
            return none_here(unreached(slip) if self.away else unknown(slip))
        return none_here(accepted_there(past(lines[0], faces=False)))

    def _numbered(self, slip: str) -> tuple[tuple[Line, str], ...]:
        none: tuple[Standing, ...] = ()
        found = self.program.sharing.asked(lambda link, cover: visits.numbered(link, cover, slip), none)
        return tuple((each.line, each.stage) for each in found if each.line is not None)

    def with_others(self, here: tuple[PastCase, ...], words: Sequence[frozenset[str]]) -> Found:
        """What was found here, and what other machines of the office accepted, the newest first."""
        from kiosk.store.kept import SHOWN

        none: tuple[Standing, ...] = ()
        found = self.program.sharing.asked(lambda link, cover: visits.find(link, cover, words, limit=SHOWN), none)
        known = {case.case for case in here}
        more = [past(each.line, faces=True) for each in found if each.line is not None and each.line.case not in known]
        if more:
            self.program.note("case-search", detail=f"found={len(more)} hub")
        every = sorted((*here, *more), key=lambda case: case.at, reverse=True)
        return Found(tuple(every[:SHOWN]), said=others_unsearched() if self.away else None)

    def accepted(self, event: AuditEvent) -> VisitState | None:
        """The case of an event as another machine accepted it; who looks is noted."""
        from kiosk.flow.state import VisitState

        def work(link: Link, cover: Cover) -> tuple[bytes, str] | None:
            there = visits.one(link, cover, uuid.UUID(event.case))
            if there is None or there.line is None or there.stage != visits.ACCEPTED:
                return None
            body = visits.read(link, cover, there)
            return None if body is None else (body, there.line.desk)

        none: tuple[bytes, str] | None = None
        found = self.program.sharing.asked(work, none)
        if found is None:
            return None
        state = VisitState.model_validate_json(found[0])
        self.program.store.audit.append(event.model_copy(update={"detail": f"desk={found[1]}"}))
        return state.model_copy(update={"desk": found[1]})

    def erased(self, case: uuid.UUID) -> bool:
        """A case that another machine accepted is erased in the hub; that machine follows when it next asks there."""

        def work(link: Link, cover: Cover) -> bool:
            visits.end(link, cover, case)
            return True

        return self.program.sharing.asked(work, otherwise=False)

    # ---- in the list of the day ------------------------------------------------------------------------------------
    def today(self, here: Collection[uuid.UUID]) -> tuple[PastCase, ...]:
        """What other machines accepted today, without names."""
        lines = (each.line for each in self.program.sharing.today)
        return tuple(past(line, faces=False) for line in lines if line is not None and line.case not in here)

    def unfinished(self, here: Sequence[ParkedVisit]) -> tuple[ParkedVisit, ...]:
        """The list with what waits or is open at other machines; a visit that was gone on with twice stands in it
        twice.
        """
        marks = {visit.case: self.program.store.shared.mark(visit.case) for visit in here}
        apart = {case for case, mark in marks.items() if mark is not None and mark.apart}
        ours = tuple(self._here(visit) if visit.case in apart else visit for visit in here)
        others = (_parked(each, apart) for each in self.program.sharing.open if each.line)
        return ours + tuple(each for each in others if each.theirs or each.case not in marks)

    def _here(self, visit: ParkedVisit) -> ParkedVisit:
        return replace(visit, fate=Fate.APART, staff=self.program.at_desk.desk)


def none_here(why: Message) -> Found:
    """Nothing is found, and why."""
    from kiosk.flow.finding import SEARCH

    return Found(refused=Refused(SEARCH(), why))


def past(line: Line, *, faces: bool) -> PastCase:
    """What another machine accepted, as a line of a list."""
    return PastCase(
        case=line.case,
        slip=line.slip,
        event=line.event,
        at=line.since,
        staff=line.staff,
        revision=line.revision,
        sent=Sent.DONE,
        withdrawn=line.withdrawn,
        face=Face(line.name, line.birth, line.others) if faces else None,
        desk=line.desk,
    )


def _parked(there: Standing, apart: Collection[uuid.UUID]) -> ParkedVisit:
    line = there.line
    if line is None:
        raise Defect("a row without a line is in no list")
    theirs = line.case in apart
    return ParkedVisit(
        case=line.case,
        slip=line.slip,
        event=line.event,
        fate=Fate.APART if theirs else _fate(there, line),
        since=line.since,
        staff=line.desk if there.holder or theirs else line.staff,
        note=line.note,
        theirs=theirs,
    )


def _fate(there: Standing, line: Line) -> Fate:
    if there.holder and not there.ours:
        return Fate.SILENT if there.silent >= SILENT else Fate.ELSEWHERE
    return Fate.HANDED_IN if line.handed_in else Fate.PARKED
