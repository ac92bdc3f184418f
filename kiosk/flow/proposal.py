"""提案: a card or a paper of which it is not sure whose it is; nothing of it is taken before a person has decided."""

import enum
from datetime import date

from kiosk.model.base import Frozen
from kiosk.model.card import CardFace
from kiosk.model.doubt import Doubt
from kiosk.model.fact import Value
from kiosk.model.source import Source


class Ask(enum.Enum):
    """What a person is asked: is it the same person, whose card is it, is it the card of who came for somebody else.

    CAME: who of a paper's people has come, where nobody is known yet. EARLIER: a card was read before it was said that
    somebody else came.
    """

    SAME = "same"
    OTHER = "other"
    AGENT = "agent"
    CAME = "came"
    EARLIER = "earlier"


class Paper(Frozen):
    """A 転出証明書 extract, a household of the register or what was answered at home (`origin`): facts per person in
    order, and facts of the case.

    `left_out` counts rows that are not taken by why; `passed` are the places in the file whose values are no facts,
    `reworded` the relations that a register writes otherwise today, both words;
    `day` is that of the register's data, `taken_for` the encoding of a file that nobody has said.
    """

    persons: tuple[dict[str, Value], ...]
    case: dict[str, Value]
    left_out: dict[str, int] = {}
    passed: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    taken_for: str = ""
    origin: Source = Source.EXTRACT
    day: date | None = None


class Pair(Frozen):
    """A row of a paper (a card is row 0) that may be about a member, and why that is not sure."""

    row: int
    person: str
    doubt: Doubt


class Proposal(Frozen):
    """`chosen`: the member for whom a card was read; of an EARLIER card, who has its facts now.

    `decided`: rows that were decided, each with the member or none, and `reasons` why.
    With `singly`, the first of the pairs alone is asked about. `declined`: rows, each with a member hardly known
    whom it is not about.
    """

    ask: Ask
    chosen: str = ""
    face: CardFace | None = None
    paper: Paper | None = None
    pairs: tuple[Pair, ...] = ()
    decided: dict[int, str] = {}
    reasons: dict[int, str] = {}
    declined: tuple[tuple[int, str], ...] = ()
    singly: bool = False

    @property
    def source(self) -> Source:
        """What it is about: a card or a paper."""
        if self.face is not None or self.paper is None:
            return Source.CARD
        return self.paper.origin

    @property
    def asked(self) -> tuple[Pair, ...]:
        """The pairs that are asked about now."""
        return self.pairs[:1] if self.singly else self.pairs
