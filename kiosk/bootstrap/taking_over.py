"""引き取り: a visit of the office comes to this machine, one at a time; where two have gone on, a person chooses.

A machine that the hub has not heard of for some minutes does not hold a visit for ever: who asks twice takes it as it
was brought last. What that machine went on with meanwhile is `apart`, there and here, until somebody asks twice for one
of the two; the other one is set aside in the hub, sealed like all of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.sharing_round import stamp_of
from kiosk.flow.jobs import TAKEN
from kiosk.hub import visits
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import SiteError
from kiosk.model.message import Code, Message, Said

if TYPE_CHECKING:
    import uuid

    from kiosk.bootstrap.program import Program
    from kiosk.flow.jobs import Unpark
    from kiosk.hub.covering import Cover
    from kiosk.hub.link import Link
    from kiosk.hub.visits import Line, Standing
    from kiosk.store.drafts import DraftLine
    from kiosk.store.sharing import Mark

TAKEN_OVER, CHOSEN = "case-take-over", "case-choose"
SILENT = 180
"""Seconds after which a machine that the hub has not heard of is no hindrance any more."""
_AGAIN = dt.timedelta(minutes=2)
_SILENT = Code("notice-shared-silent", "desk", "minutes")
_HERE, _THERE = Code("notice-shared-here", "desk"), Code("notice-shared-there", "desk")
_ACCEPTED = Code("notice-shared-accepted", "desk")
_APART = "この受付は、ほかの端末でも続けられています。この画面の内容は、この端末に保存してあります。"
_MEND = "F12 でこの画面を終え、本日の受付で、どちらで続けるかを選んでください。"


@dataclass(frozen=True)
class Claim:
    """What came of it: nothing to say (open what lies here now), the desk that has it open, or what asking once more
    would do.
    """

    elsewhere: str = ""
    asks: Message | None = None


@dataclass(frozen=True)
class TakingOver:
    """With the hub that `link` leads to, which raises HubTrouble; the store raises SiteError."""

    program: Program
    link: Link
    cover: Cover

    def claim(self, wanted: Unpark) -> Claim:
        """Let an unfinished visit lie here as it stood there, or go on with what lies here where that is the newest."""
        store, case = self.program.store, wanted.case
        mark, there = store.shared.mark(case), visits.one(self.link, self.cover, case)
        if there is None or there.line is None:
            return Claim()
        draft = self._draft(case)
        if draft is not None and mark is not None and self._apart(draft, mark, there):
            return self._choose(wanted, there, there.line)
        if there.stage != visits.OPEN:
            return Claim()
        if (held := self._held(wanted, there, there.line)) is not None:
            return held
        if draft is None or (mark is not None and mark.version != there.version):
            self._take(there, there.line)
        else:
            self._go_on(there, there.line)
        return Claim()

    def _draft(self, case: uuid.UUID) -> DraftLine | None:
        return next((line for line in self.program.store.drafts.list() if line.case == case), None)

    def _apart(self, draft: DraftLine, mark: Mark, there: Standing) -> bool:
        """Whether what lies here was gone on with after another machine had gone on, too."""
        if not mark.apart and not there.ours and mark.version != there.version:
            brought, kept = mark.stamp.partition(" ")[0], stamp_of(draft, held=False).partition(" ")[0]
            if brought != kept:
                self.program.store.shared.note(mark.case, version=mark.version, stamp=mark.stamp, apart=True)
                return True
        return mark.apart

    def _held(self, wanted: Unpark, there: Standing, line: Line) -> Claim | None:
        """Why it cannot be taken from the machine that has it; None where it can."""
        desk = line.desk or there.holder
        if not there.holder or there.ours:
            return None
        if there.silent < SILENT:
            return Claim(elsewhere=desk)
        minutes = min(there.silent // 60, 999)
        return None if self._again(wanted) else Claim(asks=_SILENT(desk=Said(desk), minutes=minutes))

    def _again(self, wanted: Unpark) -> bool:
        """Whether this was asked for a moment ago, and told what it does."""
        sharing, now = self.program.sharing, self.program.clock.now()
        before, at = sharing.asked_for
        sharing.asked_for = (wanted, now)
        return before == wanted and now - at <= _AGAIN

    # ---- one of two --------------------------------------------------------------------------------------------------
    def _choose(self, wanted: Unpark, there: Standing, line: Line) -> Claim:
        desk = Said(line.desk or there.holder)
        accepted = there.stage == visits.ACCEPTED
        said = _ACCEPTED if accepted else _THERE if wanted.theirs else _HERE
        if not self._again(wanted):
            return Claim(asks=said(desk=desk))
        if not (accepted or wanted.theirs):
            return self._keep_ours(there, line)
        if not accepted and (held := self._held(wanted, there, line)) is not None:
            return held
        content = self.program.store.drafts.load(wanted.case)
        if content is not None:
            visits.set_aside(self.link, self.cover, self._ours(line), content)
        self._note(CHOSEN, wanted.case, f"kept=there desk={line.desk}")
        if accepted:
            self.program.store.shared.let_go(wanted.case)
        else:
            self._take(there, line)
        return Claim()

    def _keep_ours(self, there: Standing, line: Line) -> Claim:
        """What stands there is set aside, and what lies here takes its place in the next round."""
        taken = visits.take(self.link, self.cover, there, self._ours(line))
        if taken is None:
            return Claim(asks=_HERE(desk=Said(line.desk)))
        visits.set_aside(self.link, self.cover, line, taken[1])
        content = self.program.store.drafts.load(line.case)
        if content is not None:
            self._lies_here(line.case, content, version=taken[0])
            self.program.store.shared.note(line.case, version=taken[0], stamp="")  # and is brought in the next round
        self._note(CHOSEN, line.case, f"kept=here desk={line.desk}")
        return Claim()

    # ---- taken -------------------------------------------------------------------------------------------------------
    def _go_on(self, there: Standing, line: Line) -> None:
        """What lies here is the newest: only that somebody has it now is said, there and here."""
        taken = visits.take(self.link, self.cover, there, self._ours(line))
        content = self.program.store.drafts.load(line.case)
        if taken is not None and content is not None:
            self._lies_here(line.case, content, version=taken[0])

    def _take(self, there: Standing, line: Line) -> None:
        taken = visits.take(self.link, self.cover, there, self._ours(line))
        if taken is not None:
            self._lies_here(line.case, taken[1], version=taken[0])
            self._note(TAKEN_OVER, line.case, f"desk={line.desk} from={line.staff}")

    def _lies_here(self, case: uuid.UUID, content: bytes, *, version: int) -> None:
        program = self.program
        program.store.drafts.save(case, content, now=program.clock.now(), desk=program.presence.take())
        draft = self._draft(case)
        program.store.shared.note(case, version=version, stamp=stamp_of(draft, held=True) if draft else "")

    def _ours(self, line: Line) -> Line:
        """The line of a visit that is here from now on."""
        return line.model_copy(update={"desk": self.program.at_desk.desk, "staff": self.program.at_desk.by()})

    def _note(self, action: str, case: uuid.UUID, detail: str) -> None:
        program = self.program
        event = AuditEvent(at=program.clock.now(), by=program.at_desk.by(), action=action, case=str(case))
        program.store.audit.append(event.model_copy(update={"detail": detail}))

    # ---- before it is confirmed --------------------------------------------------------------------------------------
    def gone_on(self, case: uuid.UUID) -> bool:
        """Whether another machine has taken a visit over that is open here; marked so from then on."""
        shared = self.program.store.shared
        mark = shared.mark(case)
        if mark is None or mark.apart:
            return mark is not None
        there = visits.one(self.link, self.cover, case)
        if there is None or there.ours or there.version == mark.version:
            return False
        shared.note(case, version=mark.version, stamp=mark.stamp, apart=True)
        return True


def demand_ours(program: Program, case: uuid.UUID) -> None:
    """Raises SiteError where another machine has gone on with a visit that is to be confirmed here.

    While the hub is away what was known last counts.
    """
    mark = program.store.shared.mark(case)
    if mark is None:
        return

    def gone_on(link: Link, cover: Cover) -> bool:
        return TakingOver(program, link, cover).gone_on(case)

    if mark.apart or program.sharing.asked(gone_on, otherwise=False):
        raise SiteError(TAKEN, what=_APART, mend=_MEND)
