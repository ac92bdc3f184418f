"""The designer's last page over the drafts of a place; every step is in the audit record, with who took it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.approver import approver
from kiosk.bootstrap.releasing import Releasing
from kiosk.designing.releasing.draft import Draft
from kiosk.model.audit import AuditEvent, reason
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.ui.designer.gate_ports import Differing, Stage, Stand

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from kiosk.bootstrap.program import Program


@dataclass(frozen=True)
class GateDesk:
    """See kiosk.ui.designer.gate_ports.Gating. `program` is the place's own, `name` the draft, `by` who works on it."""

    program: Program
    name: str
    by: str

    @property
    def _releasing(self) -> Releasing:
        return Releasing(self.program)  # what the next release follows may have changed since

    def _draft(self) -> Draft:
        found = self._releasing.workshop.load(self.name)
        if not isinstance(found, Draft):
            raise SiteError("DESIGN-2", what=str(found[0]), mend="kiosk forms drafts で確かめてください。")
        return found

    def _told(self, done: Draft | tuple[Issue, ...]) -> Stand | tuple[Issue, ...]:
        return self.stand() if isinstance(done, Draft) else done

    def _note(self, action: str, detail: str, *, by: str = "") -> None:
        event = AuditEvent(at=self.program.clock.now(), by=by or self.by, action=action, detail=f"{self.name} {detail}")
        self.program.store.audit.append(event)

    def stand(self) -> Stand:
        """See Gating."""
        draft, releasing = self._draft(), self._releasing
        changes = releasing.changes(self.name)
        tried = draft.tried
        if tried is None or releasing.stale(self.name, draft):
            return Stand(Stage.UNTRIED, changes)
        differing = tuple(
            Differing(each.persona, each.title, (*each.wrong, *each.changes), bool(each.wrong), draft.accepts(each))
            for each in tried.differing
        )
        stage = Stage.WRONG if tried.issues else Stage.DIFFERING if draft.waiting else Stage.READY
        stage = Stage.APPROVED if draft.approved else stage
        return Stand(stage, changes, tried.issues, tried.played, differing, draft.approved_by)

    def edited(self) -> None:
        """Who works here has saved something. Raises SiteError for a draft that is gone."""
        self._releasing.edited(self.name, self._draft(), by=self.by)

    def try_all(self, advanced: Callable[[int, int], None]) -> Stand | tuple[Issue, ...]:
        """See Gating."""
        return self._told(self._releasing.gate(self.name, self._draft(), advanced=advanced))

    def accept(self, people: Sequence[str], reason_: str) -> Stand | tuple[Issue, ...]:
        """See Gating."""
        said = reason(reason_)
        if isinstance(said, Issue):
            return (said,)
        done = self._releasing.accept(self.name, self._draft(), people, reason=said, by=self.by)
        if isinstance(done, Draft):
            self._note("forms-accept", f"{len(people)} {said}")
        return self._told(done)

    def expect(self, people: Sequence[str], reason_: str) -> Stand | tuple[Issue, ...]:
        """See Gating."""
        from kiosk.bootstrap.expecting import expect_anew

        said = reason(reason_)
        if isinstance(said, Issue):
            return (said,)
        done = expect_anew(self._releasing, self.name, self._draft(), people, by=self.by)
        if isinstance(done, Draft):
            self._note("forms-expect", f"{len(people)} {said}")
        return self._told(done)

    def approve(self, number: str, pin: str) -> Stand | tuple[Issue, ...]:
        """See Gating."""
        who = approver(self.program, number, pin)
        if isinstance(who, Issue):
            return (who,)
        done = self._releasing.approve(self.name, self._draft(), by=who)
        if isinstance(done, Draft):
            self._note("forms-approve", done.approved[:12], by=who)
        return self._told(done)

    def release(self, day: dt.date) -> str | tuple[Issue, ...]:
        """See Gating."""
        done = self._releasing.release(self.name, self._draft(), day=day)
        if isinstance(done, str):
            self._note("forms-release", done)
        return done
