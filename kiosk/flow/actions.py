"""Everything a person can do at a desk, as values; a screen emits one of these and nothing else.

Plain dataclasses like the pages: what they carry was checked where it was made. What is about a whole filing or a
whole case stands in `case_actions`, and is part of `Action` too.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.flow.case_actions import (
    AcceptHeld,
    AcceptPrint,
    Answering,
    CloseAnswers,
    Correct,
    Erase,
    Later,
    Rewind,
    SetAside,
    Waive,
    Withdraw,
)
from kiosk.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kiosk.model.card import CardFace, CardOutcome
    from kiosk.model.fact import Signature, Value


class Step(enum.Enum):
    """Where a visit stands; the counter shows them as five numbered steps after the start."""

    START = "start"
    INTERVIEW = "interview"
    PLAN = "plan"
    CHECK = "check"
    SIGN = "sign"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class StartVisit:
    """A resident sits down: a new case for a life event, with as many members as the event begins with, or more.

    `also` are events that are taken together with it, `said` the answers of a written visit, worked out together with
    the beginning.
    """

    event: str
    also: tuple[str, ...] = ()
    people: int = 0
    said: tuple[Answer | Hold, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChoosePurposes:
    """What those who are here are here for: ids of events, all of them. What was said before stays as it was said."""

    events: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AddPerson:
    """One more member of the household, or several at once."""

    people: int = 1


@dataclass(frozen=True, kw_only=True)
class RemovePerson:
    """A member was added by mistake; the facts about them are no longer used."""

    person: str


@dataclass(frozen=True, kw_only=True)
class Came:
    """Who of those that were read stands at the counter; before the purpose is said."""

    person: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Words typed or chosen for one path; the visit reads them by the item's type.

    While somebody is still `typing`, words that cannot be read take nothing back.
    """

    path: str
    text: str
    typing: bool = False


@dataclass(frozen=True, kw_only=True)
class Put:
    """A typed value for one path (an address, a set of people), from a widget that made it."""

    path: str
    value: Value


@dataclass(frozen=True, kw_only=True)
class Hold:
    """わからない: keep the question open for the department."""

    path: str


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """ご本人の画面で: the resident answers a question on their own screen, unseen; `on` False: the clerk asks it."""

    path: str
    on: bool = True


@dataclass(frozen=True, kw_only=True)
class Tell:
    """What the resident chose on their own screen, of a question that was handed over to them."""

    path: str
    value: Value


@dataclass(frozen=True, kw_only=True)
class SayAll:
    """Many answers of a written visit, worked out once; who is meant by a name is read after the names."""

    said: tuple[Answer | Hold, ...]


@dataclass(frozen=True, kw_only=True)
class HandOff:
    """職員がご案内します: a clerk takes over, for whatever reason: a 保留 like any other, and nothing beside it."""


@dataclass(frozen=True, kw_only=True)
class Clear:
    """Take an answer back: the question is open again."""

    path: str


@dataclass(frozen=True, kw_only=True)
class Approve:
    """The resident confirms values that a card or a paper said, or that have changed since everything was looked at."""

    paths: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Resolve:
    """A person settles a conflict: which source is right, and why."""

    path: str
    source: Source
    reason: str


@dataclass(frozen=True, kw_only=True)
class UseCard:
    """A card was read for a member of the household; without one, for whoever it is."""

    person: str
    face: CardFace


@dataclass(frozen=True, kw_only=True)
class ReportCard:
    """A card could not be read; the visit goes on by hand."""

    outcome: CardOutcome


@dataclass(frozen=True, kw_only=True)
class UseExtract:
    """A 転出証明書 extract was read, or people of a household were taken from the city's own register (`origin`):
    facts per person in order, and facts of the case.

    `left_out` counts rows that are not taken by why; `passed` are the places in the file whose values are no facts,
    `reworded` the relations that a register writes otherwise today, both words;
    `day` is that of the register's data, `taken_for` the encoding of a file that nobody has said.
    """

    persons: tuple[Mapping[str, Value], ...]
    case: Mapping[str, Value]
    left_out: Mapping[str, int] = field(default_factory=dict)
    passed: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    taken_for: str = ""
    origin: Source = Source.EXTRACT
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class UsePreentry:
    """What the resident answered at home was read: words by key for each person in order, and those of the case.

    Where the words name people, they name p1, p2 … in the order of `persons`; `language` is a value of
    case.language.
    """

    event: str
    persons: tuple[Mapping[str, str], ...]
    case: Mapping[str, str]
    language: str = ""


class Decision(enum.Enum):
    """What a person says of a card or a row that waits: it is that member's, another person's, the agent's; or back."""

    SAME = "same"
    ANOTHER = "another"
    AGENT = "agent"
    BACK = "back"


@dataclass(frozen=True, kw_only=True)
class Decide:
    """Whose a card or a paper is. The reason is kept; without one, what made it unsure is.

    `row`: of a paper whose people nobody is known of yet, the row of who has come.
    """

    decision: Decision
    row: int = 0
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class GoTo:
    """Show another step."""

    step: Step


@dataclass(frozen=True, kw_only=True)
class Sign:
    """A person signed on the glass, for every document that person signs."""

    person: str
    signature: Signature


@dataclass(frozen=True, kw_only=True)
class Confirm:
    """確認: the resident agrees, the records may leave; `checked_by` is the second member of staff who has looked."""

    checked_by: str = ""


@dataclass(frozen=True, kw_only=True)
class End:
    """The visit ends; nothing of it stays on the screen or in memory."""


Action = (
    StartVisit
    | ChoosePurposes
    | AddPerson
    | RemovePerson
    | Came
    | Answer
    | Put
    | Hold
    | HandOver
    | Tell
    | Later
    | AcceptHeld
    | Waive
    | AcceptPrint
    | Answering
    | SayAll
    | HandOff
    | Clear
    | Approve
    | Resolve
    | UseCard
    | ReportCard
    | UseExtract
    | UsePreentry
    | Decide
    | GoTo
    | Sign
    | Confirm
    | SetAside
    | Correct
    | Withdraw
    | CloseAnswers
    | Erase
    | Rewind
    | End
)
