"""What a terminal shows a resident who is alone with it: one thing at a time, as frozen data."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid

    from kiosk.flow.pages import Choice, Notice, OutcomeView, PersonView, ProposalView, QuestionView, RowGroup, Signer
    from kiosk.model.fate import Fate


class Place(enum.Enum):
    """Where the resident is."""

    LANGUAGE = "language"
    PURPOSE = "purpose"
    NAVIGATOR = "navigator"
    PEOPLE = "people"
    NUMBER = "number"
    STANDING = "standing"
    CARD = "card"
    WHOSE = "whose"
    QUESTION = "question"
    CHECK = "check"
    SIGN = "sign"
    KEEPING = "keeping"
    SLIP = "slip"
    STAFF = "staff"


@dataclass(frozen=True, kw_only=True)
class LobbyPage:
    """Everything on the glass at one moment; what a place does not show is empty.

    `events` are the life events in the resident's words, `asks` the navigator's question, `people` how many it is
    about. `question` is the one that is asked, `about` whom it is about, `left` how many there are after it, `changing`
    that 変更 led to it. `groups` are the answers to check, `held` those that wait for the counter, `usual` the paths of
    those that nobody was asked for. `sign_later`: something is open, and who signs does it at the counter. `slip` and
    `case` are what the slip says in letters and as a code, `outcomes` where it leads. `standing` is what has become of
    what was filed earlier, all in all, and `filed` what of each. `begun`: there is something to lose.
    """

    place: Place
    language: str = "ja"
    begun: bool = False
    event_name: str = ""
    events: tuple[Choice, ...] = ()
    asks: str = ""
    people: int = 1
    persons: tuple[PersonView, ...] = ()
    question: QuestionView | None = None
    about: str = ""
    left: int = 0
    changing: bool = False
    groups: tuple[RowGroup, ...] = ()
    held: tuple[str, ...] = ()
    usual: frozenset[str] = frozenset()
    signers: tuple[Signer, ...] = ()
    sign_later: bool = False
    proposal: ProposalView | None = None
    outcomes: tuple[OutcomeView, ...] = ()
    standing: Fate | None = None
    filed: tuple[tuple[str, Fate], ...] = ()
    slip: str = ""
    case: uuid.UUID | None = None
    notices: tuple[Notice, ...] = ()
