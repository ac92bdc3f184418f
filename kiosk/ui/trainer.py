"""What a window in training asks of its trainer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who can come: what they are about, the occasion, how many people, how many questions without a card."""

    id: str
    title: str
    event: str
    people: int
    questions: int


@dataclass(frozen=True, slots=True)
class Welcome:
    """Somebody who has come: what they come for, how many people it is about, what they have with them."""

    title: str
    purposes: tuple[str, ...]
    people: int
    cards: tuple[str, ...] = ()
    extract: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a kind (papers, boxes, procedures, held, answers) are as in the model visit, and are not in it."""

    kind: str
    right: int
    of: int
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """What the trainee's visit says otherwise: what it is about, what stands there, what should; empty for nothing."""

    kind: str
    about: str
    mine: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How a visit went, held against the model visit: `asked` answers were recorded, the model needed `needed`."""

    tallies: tuple[Tally, ...]
    differences: tuple[Difference, ...]
    asked: int
    needed: int
    minutes: int

    @property
    def whole(self) -> bool:
        """Whether everything is as it should be."""
        return not self.differences and all(each.right == each.of and not each.extra for each in self.tallies)


class Trainer(Protocol):
    """Who sends visitors and judges; `says` and `leave` are asked on the UI thread, the rest on the device thread."""

    def guests(self) -> Sequence[Guest]:
        """Who can come, by occasion."""
        ...

    def receive(self, guest: str) -> Welcome:
        """Somebody comes, on the day of their story; what they bring lies on the counter. Raises SiteError."""
        ...

    def says(self, path: str) -> str:
        """What the visitor answers to this question; empty where they do not know."""
        ...

    def judge(self) -> Score:
        """How the visit stands against the model; only while somebody is here."""
        ...

    def leave(self) -> None:
        """The visit is over."""
        ...
