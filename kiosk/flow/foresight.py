"""What would go wrong later: which record a receiver would refuse, what would not stand in its box on paper."""

from dataclasses import dataclass

from kiosk.flow.addresses import open_parts
from kiosk.flow.memo import Memo
from kiosk.flow.outside import Outside
from kiosk.model.base import Issue
from kiosk.model.filled import Caution, FilledForm
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
class Foresight:
    """Asks outside, once of the same answers and the same forms."""

    outside: Outside
    memo: Memo

    def refused(self, snapshot: Snapshot) -> tuple[Issue, ...]:
        """What a receiver would refuse of the records as they would be made now, by the path of the answer."""
        kept = self.memo.refused.get(_LAST)
        if kept is None or kept[0] is not snapshot:
            found = (*self.outside.refused(snapshot), *open_parts(snapshot, self.outside.wording))
            issues = tuple({issue.where: issue for issue in found}.values())
            kept = self.memo.refused[_LAST] = (snapshot, issues)
        return kept[1]

    def cautions(self, snapshot: Snapshot) -> tuple[Foreseen, ...]:
        """What of the forms that leave will not be printed as it was said."""
        return tuple(Foreseen(form, caution) for form in snapshot.leaving for caution in self._of(form))

    def _of(self, form: FilledForm) -> tuple[Caution, ...]:
        kept = self.memo.cautions.get(form.key)
        if kept is None or kept[0] is not form:
            kept = self.memo.cautions[form.key] = (form, self.outside.cautions(form))
        return kept[1]
