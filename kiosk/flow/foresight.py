"""What would go wrong later: which record a receiver would refuse, what would not stand in its box on paper.

Context: making every record of a family and checking it takes a hundred milliseconds, most of what the page of the
check costs; a clerk's page may stand still for fifty.
Decision: what would be refused is found out beside the window, by a job (`begin`), and counts for as long as the
records would say the same (`_Recorded`: a signature changes none of them). Until it is known, the page says so and
nobody goes on to sign; whoever cannot wait (a command, a terminal, the confirmation itself) asks in place (`refused`).
Consequence: one job is under way at a time; an answer about what was said before is dropped, and asked for again.
"""

from dataclasses import dataclass

from kiosk.flow.addresses import open_parts
from kiosk.flow.jobs import Examine, Examined
from kiosk.flow.memo import Memo
from kiosk.flow.outside import Outside, nothing
from kiosk.model.base import Issue
from kiosk.model.fact import Fact
from kiosk.model.filled import Caution, FilledForm
from kiosk.model.plan import Outcome
from kiosk.rules.snapshot import Snapshot

_LAST = "last"


@dataclass(frozen=True)
class Foreseen:
    """印刷の注意: a caution about one form; `id` names it for as long as it says the same."""

    form: FilledForm
    caution: Caution

    @property
    def id(self) -> str:
        """The form's copy and what is the matter."""
        return f"{self.form.key} {self.caution.issue}"


@dataclass(frozen=True)
class _Recorded:
    """What the records of a visit are made of: the applications and the facts, without who has signed."""

    sent: tuple[Outcome, ...]
    facts: dict[str, Fact]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "_Recorded":
        signed = snapshot.signatures()
        return cls(snapshot.sent, {path: fact for path, fact in snapshot.facts.by_path.items() if path not in signed})


@dataclass(frozen=True)
class Foresight:
    """Asks outside, once of the same answers and the same forms."""

    outside: Outside
    memo: Memo

    def known(self, snapshot: Snapshot) -> tuple[Issue, ...] | None:
        """What a receiver would refuse, by the path of the answer; None while that is not found out."""
        kept = self.memo.refused.get(_LAST)
        if kept is not None and kept[0] == _Recorded.of(snapshot):
            return kept[1]
        return self.learn(snapshot, ()) if self.outside.refused is nothing else None

    def refused(self, snapshot: Snapshot) -> tuple[Issue, ...]:
        """The same, found out in place where it is not known."""
        found = self.known(snapshot)
        return self.learn(snapshot, self.outside.refused(snapshot)) if found is None else found

    def begin(self, snapshot: Snapshot) -> Examine | None:
        """The job that finds it out; None where it is known or under way already."""
        if self.memo.examining or self.known(snapshot) is not None:
            return None
        self.memo.examining[_LAST] = True
        return Examine(snapshot.apart(), self.outside.refused, self.outside.cautions)

    def over(self) -> None:
        """The job has come back, with or without an answer."""
        self.memo.examining.clear()

    def answered(self, done: Examined) -> None:
        """The job has found it out."""
        self.over()
        self.memo.cautions.update({form.key: (form, found) for form, found in done.cautions})
        self.learn(done.snapshot, done.issues)

    def learn(self, snapshot: Snapshot, issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
        """It is found out; what of an address stands in no part is added."""
        found = (*issues, *open_parts(snapshot, self.outside.wording))
        each = tuple({issue.where: issue for issue in found}.values())
        self.memo.refused[_LAST] = (_Recorded.of(snapshot), each)
        return each

    def cautions(self, snapshot: Snapshot) -> tuple[Foreseen, ...]:
        """What of the forms that leave will not be printed as it was said; nothing while that is being found out."""
        if self.known(snapshot) is None:
            return ()
        return tuple(Foreseen(form, caution) for form in snapshot.leaving for caution in self._of(form))

    def _of(self, form: FilledForm) -> tuple[Caution, ...]:
        kept = self.memo.cautions.get(form.key)
        if kept is None or kept[0] is not form:
            kept = self.memo.cautions[form.key] = (form, self.outside.cautions(form))
        return kept[1]
