"""The visits of an office as one of its counters meets them: in the list of the day, by their number, taken over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.bootstrap.taking_over import SILENT, Claim, TakingOver
from kiosk.flow.day import Fate, ParkedVisit
from kiosk.hub import visits
from kiosk.model.errors import Defect

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Sequence

    from kiosk.bootstrap.program import Program
    from kiosk.flow.jobs import Unpark
    from kiosk.hub.covering import Cover
    from kiosk.hub.link import Link
    from kiosk.hub.visits import Line, Standing


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

    def numbered(self, slip: str) -> tuple[Standing, ...]:
        """What the office has under a number."""
        none: tuple[Standing, ...] = ()
        return self.program.sharing.asked(lambda link, cover: visits.numbered(link, cover, slip), none)

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
