"""The visits of a place on its disk: saved as they go, set aside, taken up again, found after they were accepted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, assert_never

from kiosk.bootstrap.returned import returned, sent_back
from kiosk.flow.clock import TOKYO
from kiosk.flow.day import DayList, Fate, Found, ParkedVisit
from kiosk.flow.jobs import TAKEN, DropParked, Find, Keep, Kept, ListDay, Park, Save, Saved, Tick, Unpark, Unparked
from kiosk.flow.ticking import not_accepted, standing, ticked
from kiosk.model.errors import Defect, SiteError

if TYPE_CHECKING:
    import uuid

    from kiosk.bootstrap.program import Program
    from kiosk.bootstrap.shared_files import SharedFiles
    from kiosk.flow.finding import Wanted
    from kiosk.flow.jobs import Done, Parking
    from kiosk.flow.state import VisitState
    from kiosk.model.answer import Returned
    from kiosk.model.audit import AuditEvent
    from kiosk.model.kept import KeptCase
    from kiosk.rules.snapshot import Snapshot
    from kiosk.store.drafts import DraftLine

_MEND = "F12 でこの画面を終え、受付番号で開き直して確かめてください。まだ直すことがあれば、もう一度訂正します。"
_NOT_KEPT = "この画面で直したことは、保存していません。"


class CaseFiles:
    """Drafts and what was accepted. Every method raises SiteError."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @property
    def _shared(self) -> SharedFiles:
        from kiosk.bootstrap.shared_files import SharedFiles

        return SharedFiles(self._program)

    def do(self, job: Parking) -> Done:
        """Do a job about drafts; whatever is put down or thrown away answers with the list of the day."""
        match job:
            case Save():
                self.keep(job.state, desk=self._program.presence.take())
                return Saved()
            case Keep():
                return self._handed_in(job.state)
            case Unpark():
                return self._unparked(job)
            case Find() | Tick():
                return self._looked_up(job)
            case Park():
                self.keep(job.state)
                self._program.sharing.ring()
            case DropParked():
                self._program.store.drafts.drop(job.case)
                self._program.sharing.ring()
            case ListDay():
                pass
            case _:
                assert_never(job)
        return self._day()

    def keep(self, state: VisitState, *, desk: str = "") -> None:
        """Keep a visit as a draft; one that another window has confirmed is not kept, and that is told."""
        store, case = self._program.store, state.case
        written = state.model_dump_json().encode()
        if case is None:
            return
        now = self._program.clock.now()
        if not store.drafts.save(case.id, written, now=now, desk=desk, revision=case.revision):
            raise self.overtaken(case.id)

    def overtaken(self, case: uuid.UUID) -> SiteError:
        """What another window has done with a case meanwhile, and that what was typed here is not kept."""
        kept = self._program.store.kept
        if kept.withdrawn(case):
            what = f"この受付は、別の画面で取り下げられています。{_NOT_KEPT}"
            mend = "F12 でこの画面を終えてください。もう一度届け出るときは、新しい受付から始めます。"
            return SiteError(TAKEN, what=what, mend=mend)
        revision = kept.revision(case)
        done = f"訂正（第{revision}版）が確定されています" if revision > 1 else "すでに確定されています"
        return SiteError(TAKEN, what=f"この受付は、別の画面で{done}。{_NOT_KEPT}", mend=_MEND)

    def _handed_in(self, state: VisitState) -> Done:
        """A visit that a resident hands in: a draft with a number, which any counter of this store can take up."""
        self.keep(state)
        self._program.sharing.ring()
        if state.case is None:
            raise Defect("a visit without a case was handed in")
        return Kept(state.case.id)

    # ---- taken up --------------------------------------------------------------------------------------------------
    def _unparked(self, wanted: Unpark) -> Done:
        """A draft that no other window has open, else what was accepted; who opens it stands in the audit record."""
        store, case = self._program.store, wanted.case
        if there := self._program.presence.elsewhere(store.drafts.holder(case)):
            return Unparked(None, there)
        claim = self._shared.claim(wanted)
        if claim.elsewhere or claim.asks is not None:
            return Unparked(None, claim.elsewhere, asks=claim.asks)
        content, event = store.drafts.load(case), self._event("case-open", case)
        state = _state(content)
        overtaken = self._was_accepted(case, state)
        if content is None or overtaken:
            accepted = _state(store.kept.load(case, event=event)) or state or self._shared.accepted(event)
            lost = content is not None and state is not None and not state.confirming
            return self._on_its_forms(Unparked(_accepted(accepted), overtaken=lost, returned=self._returned(case)))
        if state is not None and state.case is not None:
            store.audit.append(event.model_copy(update={"detail": f"from={state.case.clerk}"}))
        return self._on_its_forms(Unparked(state, returned=self._returned(case)))

    def _on_its_forms(self, found: Unparked) -> Unparked:
        """Its edition is read here, not on the window's thread."""
        if found.state is not None:
            self._program.editions.on(found.state.catalogue)
        return found

    def _returned(self, case: uuid.UUID) -> tuple[Returned, ...]:
        """What receivers sent back of it; nothing of a visit that was never accepted."""
        return returned(self._program, case)

    def _was_accepted(self, case: uuid.UUID, state: VisitState | None) -> bool:
        """Whether this very revision was; the draft of a correction was not, though its case is known."""
        store = self._program.store
        revision = state.case.revision if state is not None and state.case is not None else 1
        return store.outbox.knows(case) and revision <= max(1, store.kept.revision(case))

    def _found(self, text: str) -> Done:
        """A number opens its visit where that is not finished; everything else is looked up among the accepted."""
        from kiosk.flow.finding import Wanted, wanted

        looked = wanted(text, today=self._program.clock.today())
        if not isinstance(looked, Wanted):
            return Found(refused=looked)
        draft = self._draft(looked.slip) if looked.slip else None
        return self._unparked(Unpark(draft.case)) if draft is not None else self._past(looked)

    def _draft(self, slip: str) -> ParkedVisit | None:
        return next((line for line in self._lines() if line is not None and line.slip == slip), None)

    def _past(self, looked: Wanted) -> Done:
        kept = self._program.store.kept
        if looked.slip:
            line = kept.numbered(looked.slip)
            return self._elsewhere(looked.slip) if line is None else Found((line,), said=standing(line))
        here = kept.find(looked.words, event=self._event("case-search"))
        return self._shared.with_others(here, looked.words)

    def _elsewhere(self, slip: str) -> Done:
        """A number that is not of this machine: what is not finished is opened as if it lay here."""
        found = self._shared.elsewhere(slip)
        return found if isinstance(found, Found) else self._unparked(Unpark(found))

    def _looked_up(self, job: Find | Tick) -> Done:
        return self._found(job.text) if isinstance(job, Find) else self._ticked(job)

    def _ticked(self, job: Tick) -> Done:
        """A row is done, or is not after all; of a visit that was not accepted yet there is nothing to tick off."""
        from kiosk.bootstrap.shared_files import none_here

        program = self._program
        case = program.store.kept.numbered(job.slip)
        if case is None:
            return none_here(not_accepted(job.slip)) if self._draft(job.slip) else self._shared.ticked(job.slip)
        desk, changed = program.at_desk.desk, False
        if not case.withdrawn:
            event = self._event("tick" if job.on else "untick", case.case, detail=f"{job.procedure} desk={desk}")
            changed = program.store.guides.tick(case.case, job.procedure, on=job.on, desk=desk, event=event)
        case = program.store.kept.numbered(job.slip) or case
        return Found((case,), said=ticked(job, case, changed=changed))

    def _event(self, action: str, case: uuid.UUID | str = "", *, detail: str = "") -> AuditEvent:
        from kiosk.model.audit import AuditEvent

        program = self._program
        return AuditEvent(at=program.clock.now(), by=program.at_desk.by(), action=action, case=str(case), detail=detail)

    # ---- the list --------------------------------------------------------------------------------------------------
    def _day(self) -> DayList:
        """Numbers, events and who has them, never a name; one bad draft hides no other.

        A visit that some program is confirming at this moment is not parked.
        """
        from kiosk.store.confirming import under_way

        program = self._program
        lines = self._lines()
        found = [visit for visit in lines if visit is not None]
        busy = any(visit.fate is not Fate.PARKED for visit in found) and under_way(program.place.data)
        shown = [visit for visit in found if not (busy and visit.fate is Fate.NOT_ACCEPTED)]
        morning = dt.datetime.combine(program.clock.today(), dt.time(), TOKYO)
        shown = list(self._shared.unfinished(shown))
        past = program.store.kept.since(morning)
        past += self._shared.today({case.case for case in past})
        data = program.store.residents.state()
        shown_above = {visit.case for visit in shown}
        answered = tuple(each for each in sent_back(program) if each.past.case not in shown_above)
        shown_above |= {each.past.case for each in answered}
        return DayList(
            tuple(shown),
            unreadable=len(lines) - len(found),
            past=tuple(case for case in past if case.case not in shown_above),
            answered=answered,
            data_of=None if data is None else data.day,
            data_age=0 if data is None else data.age(program.clock.today()),
        )

    def _lines(self) -> list[ParkedVisit | None]:
        """Every draft; drafts are few, and each is opened to see its own. None: it cannot be read."""
        return [self.parked(line) for line in self._program.store.drafts.list()]

    def parked(self, line: DraftLine) -> ParkedVisit | None:
        """What the list says of a draft; None where it cannot be read."""
        try:
            state = _state(self._program.store.drafts.load(line.case))
        except (SiteError, ValueError):
            state = None
        if line.accepted:
            fate = Fate.OVERTAKEN if state is not None and not state.confirming else Fate.ACCEPTED
            return ParkedVisit(line.case, line.slip, line.event, fate, since=line.saved_at)
        if state is None or state.case is None:
            return None
        there = self._program.presence.elsewhere(line.desk)
        return ParkedVisit(
            case=state.case.id,
            slip=state.case.slip,
            event=" ".join(state.case.purposes),
            fate=_fate(state, elsewhere=bool(there)),
            since=line.saved_at,
            staff=there or state.case.clerk,
            note=state.note,
        )


def kept_case(snapshot: Snapshot, state: VisitState) -> KeptCase:
    """What is kept of a visit when it is confirmed, or taken back."""
    from kiosk.flow.finding import face, words_of
    from kiosk.model.kept import KeptCase

    case = snapshot.case
    content, who = state.model_dump_json().encode(), face(case)
    return KeptCase(content=content, face=who, words=words_of(case), staff=case.clerk, revision=case.revision)


def _fate(state: VisitState, *, elsewhere: bool) -> Fate:
    if elsewhere:
        return Fate.ELSEWHERE
    waiting = Fate.HANDED_IN if state.handed_in else Fate.PARKED
    return Fate.NOT_ACCEPTED if state.confirming else waiting


def _state(content: bytes | None) -> VisitState | None:
    from kiosk.flow.state import VisitState

    return None if content is None else VisitState.model_validate_json(content)


def _accepted(state: VisitState | None) -> VisitState | None:
    from kiosk.model.case import CaseState

    if state is None or state.case is None:
        return None
    if state.case.state.accepted:
        return state
    return state.model_copy(update={"case": state.case.model_copy(update={"state": CaseState.CONFIRMED})})
