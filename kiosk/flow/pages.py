"""What a desk shows, as frozen data: a screen renders a page and never asks back.

Plain dataclasses: they are made from values that are already right, and the start page must not wait for pydantic.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from kiosk.flow.actions import Step
    from kiosk.flow.left import GateEntry
    from kiosk.model.base import Issue
    from kiosk.model.fact import Signature, Value
    from kiosk.model.filled import FilledForm
    from kiosk.model.message import Message
    from kiosk.model.plan import Need
    from kiosk.model.source import Source
    from kiosk.model.vocabulary import Type


class QuestionState(enum.Enum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    SAID = "said"  # a card or paper says it: show it, let it be approved
    HELD = "held"
    CONFLICT = "conflict"
    WRONG = "wrong"  # what was typed could not be read; it is kept as typed


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One possible answer: its code and its label (for people: id and name), and its picture, where it has one."""

    code: str
    label: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionView:
    """One question. `text` is what is shown in the field (the typed words while WRONG), `echo` the understood value.

    `needed_by` are ids of the procedures and forms that need it; `why` explains it to the resident. `digits`, `month`
    and `none` are the item's: how many digits, year and month alone, なし as an answer. `some`: without a choice the
    visit is about nothing. `assumed` is what an answer likely begins with: the own city, where the address must lie in
    it. `building`: what is asked is the building of an address that is asked with it.
    """

    path: str
    person: str = ""
    label: str
    ask: str
    plain: str = ""
    why: str = ""
    type: Type
    state: QuestionState
    choices: tuple[Choice, ...] = ()
    text: str = ""
    echo: str = ""
    value: Value | None = None
    source: Source | None = None
    at: datetime | None = None
    day: date | None = None
    issue: str = ""
    needed_by: tuple[str, ...] = ()
    current: bool = False
    digits: int = 0
    month: bool = False
    none: bool = False
    some: bool = False
    assumed: str = ""
    building: bool = False


@dataclass(frozen=True, kw_only=True)
class SectionView:
    """A heading with its questions; in a grid section the questions form a table person × key."""

    id: str
    label: str
    grid: bool = False
    questions: tuple[QuestionView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """A member of the household as the counter shows them; `apart` is the end of a name that tells namesakes apart."""

    id: str
    name: str
    role: str
    from_card: bool = False
    apart: str = ""


@dataclass(frozen=True, kw_only=True)
class TileView:
    """A member in the strip of who is here: birth and address in words, the source of the name, the part in the visit.

    `came`: this person stands at the counter.
    """

    id: str
    name: str
    birth: str = ""
    address: str = ""
    source: Source | None = None
    part: str = ""
    came: bool = False


@dataclass(frozen=True, kw_only=True)
class OutcomeView:
    """One row of the procedure list, in words.

    `may_file`: whether the person at the counter may file (None: not known), `papers` what proves it, `identity` which
    identity check the procedure asks for (an Identity value). `missing` are facts that are still to be asked, by their
    labels, `lacks` what keeps it from leaving, in the words of the questions. `dated`: `deadline` begins with the last
    day, or how long there is; else it is a remark alone. `later`: it is left for another day; `waitable`: it can be.
    `held_for`: why it was accepted as held. `charged`: it has a fee that could be let off; `free_for`: why that is not
    charged, or no more than `fee_left` yen.
    """

    id: str
    name: str
    need: Need
    reason: str
    persons: tuple[str, ...] = ()
    deadline: str = ""
    dated: bool = True
    late: bool = False
    department: str = ""
    fee: str = ""
    who: str = ""
    bring: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    wished: bool = True
    guide: str = ""
    confidence: str = ""
    law: str = ""
    may_file: bool | None = None
    papers: tuple[str, ...] = ()
    identity: str = ""
    later: bool = False
    waitable: bool = False
    held_for: str = ""
    charged: bool = False
    free_for: str = ""
    fee_left: int = 0


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of check-your-answers; `reason`: why a person decided that it says so, `issue`: what contradicts it."""

    path: str
    label: str
    text: str
    source: Source | None = None
    day: date | None = None
    state: QuestionState = QuestionState.ANSWERED
    changed: bool = False
    reason: str = ""
    issue: str = ""

    @property
    def unconfirmed(self) -> bool:
        """Whether the resident has still to say yes to it."""
        return self.changed or self.state is QuestionState.SAID


@dataclass(frozen=True, kw_only=True)
class RowGroup:
    """Rows about one person or one topic."""

    label: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConflictView:
    """食い違い: what each source says."""

    path: str
    label: str
    sayings: tuple[tuple[Source, str], ...]


@dataclass(frozen=True, kw_only=True)
class Likened:
    """Two descriptions of perhaps one person, what makes it unsure, and the member's id; births in words."""

    person: str
    known_name: str
    known_birth: str
    read_name: str
    read_birth: str
    doubt: str = ""


@dataclass(frozen=True, kw_only=True)
class ProposalView:
    """A card or a paper that waits for a person to say whose it is. Of a card that is surely another's, `pairs` holds
    the member it was read for, if there is one. `full`: the visit holds no more people; `agent`: it may be the agent's.
    """

    ask: str
    source: Source
    pairs: tuple[Likened, ...] = ()
    full: bool = False
    agent: bool = False


@dataclass(frozen=True, kw_only=True)
class Signer:
    """A person who signs, what they sign, whether it is settled, and the signature (None: to be signed on paper)."""

    person: str
    name: str
    documents: tuple[str, ...]
    signed: bool = False
    signature: Signature | None = None


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A message for the person at the desk: `kind` is info, warning or error."""

    kind: str
    message: Message

    @property
    def code(self) -> str:
        """Which notice it is (signatures-open)."""
        return self.message.code.removeprefix("notice-")


@dataclass(frozen=True, kw_only=True)
class CounterPage:
    """Everything the counter window shows at one moment.

    `sent`: the applications that a confirmation sends; `held`: what this visit cannot finish, and the ids of those that
    nobody has accepted yet (`unaccepted`); `confirming`: they are being written just now.
    `by_agent`: somebody came for the applicant. `withdrawn`: why the whole case was taken back, where it was.
    `purposes` are the events that the visit is about, `purpose_names` in words; while it is about none yet,
    `suggested` is the one that what was read speaks for; `joining` are those that join another one. `tiles`: who is
    here.
    `second`: the procedures that a second member of staff looks at before they leave. `gate`: what is left before the
    signatures, from the check of the answers on; `returned` what receivers sent back of it; `examining`: what they
    would refuse is still being found out.
    """

    step: Step
    event: str = ""
    event_name: str = ""
    purposes: tuple[str, ...] = ()
    purpose_names: tuple[str, ...] = ()
    suggested: str = ""
    slip: str = ""
    revision: int = 1
    language: str = ""
    persons: tuple[PersonView, ...] = ()
    tiles: tuple[TileView, ...] = ()
    joining: tuple[str, ...] = ()
    sections: tuple[SectionView, ...] = ()
    asked: int = 0
    left: int = 0
    outcomes: tuple[OutcomeView, ...] = ()
    forms: tuple[FilledForm, ...] = ()
    conflicts: tuple[ConflictView, ...] = ()
    groups: tuple[RowGroup, ...] = ()
    signers: tuple[Signer, ...] = ()
    notices: tuple[Notice, ...] = ()
    issues: tuple[Issue, ...] = ()
    sent: int = 0
    held: tuple[OutcomeView, ...] = ()
    unaccepted: tuple[str, ...] = ()
    can_confirm: bool = False
    confirming: bool = False
    proposal: ProposalView | None = None
    by_agent: bool = False
    withdrawn: str | None = None
    second: tuple[str, ...] = ()
    gate: tuple[GateEntry, ...] = ()
    returned: tuple[GateEntry, ...] = ()
    examining: bool = False
