"""用件の案内: yes/no questions in plain words that lead somebody who does not know the office to their life event."""

from collections.abc import Mapping
from functools import cached_property

from kiosk.model.base import Frozen

STAFF = "staff"
"""Where a question leads when only a person can help."""


class Turning(Frozen):
    """One question; `yes` and `no` name what comes next: a question, a life event, or a person ("staff")."""

    id: str
    ask: str
    yes: str
    no: str


class Navigator(Frozen):
    """The questions from the first on; "I am not sure" leads to a person from each of them."""

    questions: tuple[Turning, ...] = ()

    @property
    def first(self) -> str:
        """Where it begins; a person where there are no questions."""
        return self.questions[0].id if self.questions else STAFF

    @cached_property
    def by_id(self) -> Mapping[str, Turning]:
        """The questions by their ids."""
        return {each.id: each for each in self.questions}
