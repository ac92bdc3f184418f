"""Everything a person can do at a desk, as values; a screen emits one of these and nothing else."""

import enum

from kiosk.model.base import Frozen
from kiosk.model.card import CardFace, CardOutcome
from kiosk.model.fact import Signature, Source, Value


class Step(enum.Enum):
    """Where a visit stands; the counter shows them as five numbered steps after the start."""

    START = "start"
    INTERVIEW = "interview"
    PLAN = "plan"
    CHECK = "check"
    SIGN = "sign"
    DONE = "done"


class StartVisit(Frozen):
    """A resident sits down: a new case for a life event."""

    event: str


class AddPerson(Frozen):
    """One more member of the household."""


class RemovePerson(Frozen):
    """A member was added by mistake; the facts about them are no longer used."""

    person: str


class Answer(Frozen):
    """Words typed or chosen for one path; the visit reads them by the item's type."""

    path: str
    text: str


class Put(Frozen):
    """A typed value for one path (an address, a set of people), from a widget that made it."""

    path: str
    value: Value


class Hold(Frozen):
    """わからない: keep the question open for the department."""

    path: str


class HandOff(Frozen):
    """職員がご案内します: a clerk takes over, for whatever reason: a 保留 like any other, and nothing beside it."""


class Clear(Frozen):
    """Take an answer back: the question is open again."""

    path: str


class Approve(Frozen):
    """The resident confirms values that a card or a paper said."""

    paths: tuple[str, ...]


class Resolve(Frozen):
    """A person settles a conflict: which source is right, and why."""

    path: str
    source: Source
    reason: str


class UseCard(Frozen):
    """A card was read for a member of the household."""

    person: str
    face: CardFace


class ReportCard(Frozen):
    """A card could not be read; the visit goes on by hand."""

    outcome: CardOutcome


class UseExtract(Frozen):
    """A 転出証明書 extract was read: facts per mover in order, and facts of the case."""

    persons: tuple[dict[str, Value], ...]
    case: dict[str, Value]


class GoTo(Frozen):
    """Show another step."""

    step: Step


class Sign(Frozen):
    """A person signed on the glass, for every document that person signs."""

    person: str
    signature: Signature


class Confirm(Frozen):
    """確認: the resident agrees, the records may leave."""


class End(Frozen):
    """The visit ends; nothing of it stays on the screen or in memory."""


Action = (
    StartVisit
    | AddPerson
    | RemovePerson
    | Answer
    | Put
    | Hold
    | HandOff
    | Clear
    | Approve
    | Resolve
    | UseCard
    | ReportCard
    | UseExtract
    | GoTo
    | Sign
    | Confirm
    | End
)
