"""A visitor of the training: what they want, what they bring, and what they say to a question, in a clerk's words."""

from dataclasses import dataclass
from functools import cached_property

from kiosk.flow.about import purpose_names
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.casefile import CaseFile
from kiosk.model.path import key_of
from kiosk.rules.snapshot import Snapshot
from kiosk.training.members import members, turned


@dataclass(frozen=True)
class Visitor:
    """Somebody invented at the counter, with the visit as it should come out (`model`) and how many answers it took."""

    id: str
    case: CaseFile
    model: Snapshot
    asked: int
    wording: Wording

    @cached_property
    def _viewer(self) -> Viewer:
        return Viewer(self.model, self.wording)

    @property
    def purposes(self) -> tuple[str, ...]:
        """What they come for."""
        return purpose_names(self.model, self.wording)

    def says(self, path: str, *, at: Snapshot | None) -> str:
        """The answer to a question of the visit as it stands; empty where they do not know or it is none of theirs."""
        there = turned(path, members(at, self.model)) if at is not None else path
        value = self.model.facts.value(there) if there else None
        item = self.model.facts.book.vocabulary.item(there) if there else None
        if value is None or item is None or item.key != key_of(path):
            return ""
        return self._viewer.say(value, item)
