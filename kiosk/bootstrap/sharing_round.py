"""One round of the sharing: what has changed here is brought to the hub, what others have taken on is let go of here.

What two machines have both gone on with is left as it stands on either side, and marked: a person chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.hub import visits

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kiosk.bootstrap.sharer import Sharer
    from kiosk.flow.state import VisitState
    from kiosk.hub.covering import Cover
    from kiosk.hub.link import Link
    from kiosk.hub.visits import Brought, Standing
    from kiosk.store.drafts import DraftLine
    from kiosk.store.sharing import KeptLine, Mark

DAYS = 60
"""For so many days a machine that was off still hears what was erased meanwhile."""
BATCH = 50
"""So many accepted cases are brought in one round: years of them, when a city begins to share."""


@dataclass
class Round:
    """With the hub that `link` leads to. Raises HubTrouble, and SiteError."""

    program: Sharer
    link: Link
    cover: Cover
    turn: AbstractContextManager[object]
    gone: set[str]
    lists: bool = True

    def run(self) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
        """All of it, in this order: what another machine may take up must be whole. What the office has not finished,
        and what it accepted today; nothing where this machine has no list.
        """
        store = self.program.store
        visits.be_seen(self.link)
        store.shared.number(visits.series(self.link, self.cover, store.shared.name))
        with self.turn:
            self._tell_gone()
            self._hear_gone()
            self._bring_drafts()
        while self._bring_accepted() == BATCH:
            visits.be_seen(self.link)
        if not self.lists:
            return (), ()
        today = self.program.clock.today()
        return visits.waiting(self.link, self.cover), visits.accepted(self.link, self.cover, today)

    # ---- what is over ----------------------------------------------------------------------------------------------
    def _tell_gone(self) -> None:
        """What was erased here is erased there, whoever has it; what was given up, as it was known here."""
        from kiosk.store.sharing import ERASED

        shared = self.program.store.shared
        for mark in shared.gone():
            visits.end(self.link, self.cover, mark.case, over=None if mark.stamp == ERASED else mark.version)
            shared.forget(mark.case)

    def _hear_gone(self) -> None:
        """What another machine erased is erased here, as soon as nothing of it has still to leave."""
        from kiosk.model.audit import AuditEvent

        news = set(visits.erased(self.link, self.cover, days=DAYS)) - self.gone
        if not news:
            return
        store, now = self.program.store, self.program.clock.now()
        event = AuditEvent(at=now, by=self.program.at_desk.desk, action="shred", detail="erased at another machine")
        for mark in store.shared.accepted():
            ref = self.cover.ref(mark.case)
            if ref in news and store.holding.shred(mark.case, event=event):
                store.shared.forget(mark.case)
            elif ref in news:
                news.remove(ref)  # and is tried again
        self.gone |= news

    # ---- what is not finished --------------------------------------------------------------------------------------
    def _bring_drafts(self) -> None:
        store = self.program.store
        drafts = [line for line in store.drafts.list() if not line.accepted]
        marks = {line.case: store.shared.mark(line.case) for line in drafts}
        refs = {self.cover.ref(case): case for case, mark in marks.items() if mark is not None}
        there = {refs[row.ref]: row for row in visits.standing(self.link, refs)}
        for line in drafts:
            mark = marks[line.case]
            if mark is None or not mark.apart:
                self._bring_draft(line, mark, there.get(line.case))

    def _bring_draft(self, line: DraftLine, mark: Mark | None, there: Standing | None) -> None:
        held = self._held(line)
        stamp = stamp_of(line, held=held)
        if mark is None or there is None:  # the second where the server was put back
            self._put(line, held=held, over=0, stamp=stamp)
        elif there.version < mark.version:
            self._put(line, held=held, over=there.version, stamp=stamp)
        elif there.ours and there.stage == visits.OPEN and there.version != mark.version:
            self.program.store.shared.note(line.case, version=there.version, stamp="")
        elif there.stage == visits.GONE and not self._proved(there):
            return
        elif (there.version, there.stage) != (mark.version, visits.OPEN):
            self._moved(line, mark, held=held)
        elif mark.stamp != stamp:
            self._put(line, held=held, over=mark.version, stamp=stamp)

    def _proved(self, there: Standing) -> bool:
        """Whether a machine of the office has said that it is gone."""
        proofs = (visits.proof(self.cover, there.ref, erased=erased) for erased in (True, False))
        return there.content in proofs

    def _moved(self, line: DraftLine, mark: Mark, *, held: bool) -> None:
        """Another machine has gone on with it: what was brought is theirs, about what was not a person decides."""
        shared = self.program.store.shared
        if held or mark.stamp.partition(" ")[0] != stamp_of(line, held=False).partition(" ")[0]:
            shared.note(line.case, version=mark.version, stamp=mark.stamp, apart=True)
        else:
            shared.let_go(line.case)

    def _put(self, line: DraftLine, *, held: bool, over: int, stamp: str) -> None:
        brought = brought_draft(self.program, line, held=held)
        if brought is None:
            return
        found = visits.bring(self.link, self.cover, brought, over=over)
        shared = self.program.store.shared
        if isinstance(found, int):
            shared.note(line.case, version=found, stamp=stamp)
        else:
            shared.note(line.case, version=over, stamp="", apart=True)

    def _held(self, line: DraftLine) -> bool:
        """Whether some window of this machine has it open."""
        presence = self.program.presence
        return line.desk == presence.token or bool(presence.elsewhere(line.desk))

    # ---- what was accepted -----------------------------------------------------------------------------------------
    def _bring_accepted(self) -> int:
        """How many of the next were looked at."""
        shared = self.program.store.shared
        lines = shared.kept(BATCH)
        for line in lines:
            brought = self._accepted(line)
            if brought is not None:
                self._put_accepted(line, brought)
            shared.brought(line.number)
        return len(lines)

    def _put_accepted(self, line: KeptLine, brought: Brought) -> None:
        """What was accepted here takes the place of whatever was not finished elsewhere; that one finds out."""
        shared = self.program.store.shared
        mark = shared.mark(line.case)
        found = visits.bring(self.link, self.cover, brought, over=mark.version if mark else 0)
        if not isinstance(found, int) and found.stage == visits.OPEN:
            found = visits.bring(self.link, self.cover, brought, over=found.version)
        if isinstance(found, int):
            shared.note(line.case, version=found, stamp=f"kept {line.revision}")
        else:
            shared.note(line.case, version=found.version, stamp=f"kept {line.revision}", apart=True)

    def _accepted(self, line: KeptLine) -> Brought | None:
        """As it was confirmed or taken back; None where nothing of it can be read any more."""
        from kiosk.flow.finding import face, words_of

        program = self.program
        content = program.store.kept.content(line.case, line.revision)
        state = _state(content)
        if content is None or state is None or state.case is None:
            return None
        who = face(state.case)
        said = visits.Line(
            case=line.case,
            slip=line.slip,
            event=line.event,
            since=line.at,
            staff=line.staff,
            desk=program.at_desk.desk,
            revision=line.revision,
            withdrawn=line.withdrawn,
            name=who.name,
            birth=who.birth,
            others=who.others,
        )
        return visits.Brought(said, content, visits.ACCEPTED, words=words_of(state.case))


def stamp_of(line: DraftLine, *, held: bool) -> str:
    """What is known again of a draft: when it was saved, and whether somebody has it open."""
    return f"{line.saved_at.isoformat()} {'held' if held else 'waits'}"


def brought_draft(program: Sharer, line: DraftLine, *, held: bool) -> Brought | None:
    """A draft as others see it; None where it cannot be read, has not begun, or corrects what was accepted.

    A correction is shared when it is confirmed: until then everybody finds the case as it was accepted.
    """
    content = program.store.drafts.load(line.case)
    state = _state(content)
    if content is None or state is None or state.case is None or state.case.revision > 1:
        return None
    said = visits.Line(
        case=state.case.id,
        slip=state.case.slip,
        event=" ".join(state.case.purposes),
        since=line.saved_at,
        staff=state.case.clerk,
        desk=program.at_desk.desk,
        note=state.note,
        handed_in=state.handed_in,
    )
    return visits.Brought(said, content, held=held)


def _state(content: bytes | None) -> VisitState | None:
    from kiosk.flow.state import VisitState

    try:
        return None if content is None else VisitState.model_validate_json(content)
    except ValueError:
        return None
