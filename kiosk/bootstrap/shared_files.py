"""The visits of an office as one of its counters meets them: in the list of the day, by their number, taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.sharing_round import stamp_of
from kiosk.flow.day import Fate, ParkedVisit
from kiosk.hub import visits
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import Defect

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection

    from kiosk.bootstrap.program import Program
    from kiosk.hub.covering import Cover
    from kiosk.hub.link import Link
    from kiosk.hub.visits import Line, Standing
    from kiosk.store.sharing import Mark

TAKEN_OVER = "case-take-over"


@dataclass(frozen=True)
class SharedFiles:
    """What the hub is asked for a person. Every method raises SiteError of the store's; a hub that is away is none."""

    program: Program

    @property
    def away(self) -> bool:
        """Whether the city shares, and the hub cannot be asked now."""
        return self.program.sharing.hub is not None and self.program.sharing.trouble is not None

    def claim(self, case: uuid.UUID) -> str:
        """Take an unfinished visit over, so that it lies here as it stood there; the desk that has it open, if any.

        What lies here is gone on with where nobody has gone on with it elsewhere, and while the hub is away.
        """
        return self.program.sharing.asked(lambda link, cover: self._claimed(link, cover, case), "")

    def _claimed(self, link: Link, cover: Cover, case: uuid.UUID) -> str:
        store = self.program.store
        mark, there = store.shared.mark(case), visits.one(link, cover, case)
        if there is None or there.line is None or there.stage != visits.OPEN or (mark is not None and mark.apart):
            return ""
        if there.holder and not there.ours:
            return there.line.desk or there.holder
        if store.drafts.load(case) is not None and (mark is None or mark.version == there.version):
            self._go_on(link, cover, there, mark)
        else:
            self._take(link, cover, there)
        return ""

    def _go_on(self, link: Link, cover: Cover, there: Standing, mark: Mark | None) -> None:
        """What lies here is the newest: only that somebody has it now is said there."""
        taken = visits.take(link, cover, there, self._ours(there))
        if taken is not None and mark is not None:
            self.program.store.shared.note(mark.case, version=taken[0], stamp=mark.stamp)

    def _ours(self, there: Standing) -> Line:
        """The line of a visit that is here from now on."""
        if there.line is None:
            raise Defect("a row without a line was taken")
        return there.line.model_copy(update={"desk": self.program.at_desk.desk, "staff": self.program.at_desk.by()})

    def _take(self, link: Link, cover: Cover, there: Standing) -> None:
        program, line = self.program, there.line
        taken = visits.take(link, cover, there, self._ours(there))
        if taken is None or line is None:
            return
        version, body = taken
        now, drafts = program.clock.now(), program.store.drafts
        drafts.save(line.case, body, now=now, desk=program.presence.take())
        kept = next(each for each in drafts.list() if each.case == line.case)
        program.store.shared.note(line.case, version=version, stamp=stamp_of(kept, held=True))
        event = AuditEvent(at=now, by=program.at_desk.by(), action=TAKEN_OVER, case=str(line.case))
        program.store.audit.append(event.model_copy(update={"detail": f"desk={line.desk} from={line.staff}"}))

    def numbered(self, slip: str) -> tuple[Standing, ...]:
        """What the office has under a number."""
        none: tuple[Standing, ...] = ()
        return self.program.sharing.asked(lambda link, cover: visits.numbered(link, cover, slip), none)

    def unfinished(self, here: Collection[uuid.UUID]) -> tuple[ParkedVisit, ...]:
        """What waits or is open at other machines, but for what lies here."""
        found = (_parked(each) for each in self.program.sharing.open)
        return tuple(each for each in found if each is not None and each.case not in here)


def _parked(there: Standing) -> ParkedVisit | None:
    line = there.line
    if line is None:
        return None
    waiting = Fate.HANDED_IN if line.handed_in else Fate.PARKED
    return ParkedVisit(
        case=line.case,
        slip=line.slip,
        event=line.event,
        fate=Fate.ELSEWHERE if there.holder and not there.ours else waiting,
        since=line.since,
        staff=line.desk if there.holder else line.staff,
        note=line.note,
    )
