"""What a resident does alone at a terminal: choose a language, say things, go on, come back, ask for a person."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.flow.actions import UsePreentry
    from kiosk.model.card import CardFace, CardOutcome
    from kiosk.model.fact import Signature, Value


@dataclass(frozen=True, kw_only=True)
class Speak:
    """Another language, at any page; every answer stays."""

    language: str


@dataclass(frozen=True, kw_only=True)
class Begin:
    """From the first page on to what brings the resident here."""


@dataclass(frozen=True, kw_only=True)
class Choose:
    """A life event was chosen."""

    event: str


@dataclass(frozen=True, kw_only=True)
class Wonder:
    """The resident does not know which it is: the navigator asks."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """An answer to a question of the navigator."""

    yes: bool


@dataclass(frozen=True, kw_only=True)
class AskAfter:
    """What has become of something that was filed: the page for the number of its slip."""


@dataclass(frozen=True, kw_only=True)
class AskNumber:
    """The number on a slip was given: how it stands, without saying what it is about."""

    slip: str


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many people it is about."""

    people: int


@dataclass(frozen=True, kw_only=True)
class ShowCard:
    """A card was read; whose it is, is found out."""

    face: CardFace


@dataclass(frozen=True, kw_only=True)
class CardFailed:
    """A card could not be read."""

    outcome: CardOutcome


@dataclass(frozen=True, kw_only=True)
class Say:
    """次へ: the words of the question on the page; without words nothing was said, and the page stays. `reading` is
    the kana from which a name was written.
    """

    text: str
    reading: str = ""


@dataclass(frozen=True, kw_only=True)
class SayValue:
    """次へ, from a page that puts a value together (an address with its building, a set of people)."""

    value: Value


@dataclass(frozen=True, kw_only=True)
class PutOff:
    """わからない: the question waits for the counter, and the next one is asked."""


@dataclass(frozen=True, kw_only=True)
class Onward:
    """次へ where nothing is asked: from the cards to the questions, from the answers to the signature, from an answer
    that stands to the next question.
    """


@dataclass(frozen=True, kw_only=True)
class Return:
    """戻る: the page before."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """変更: one row of the answers is said anew, then the answers are shown again."""

    path: str


@dataclass(frozen=True, kw_only=True)
class CallStaff:
    """職員に聞く: the same page at once, whatever the reason."""


@dataclass(frozen=True, kw_only=True)
class SignHere:
    """A person signed on the glass."""

    person: str
    signature: Signature


@dataclass(frozen=True, kw_only=True)
class HandIn:
    """What was said goes to the counter: kept encrypted, and waits under the number of the slip."""


@dataclass(frozen=True, kw_only=True)
class BringHome:
    """Codes that were made at home were held to the reader: the visit begins with the answers they hold."""

    entry: UsePreentry


@dataclass(frozen=True, kw_only=True)
class TakeUp:
    """The code on a slip was held to the reader: a visit that came from here, or from the counter, goes on."""

    case: uuid.UUID


Entering = Choose | Wonder | Turn | Count
Showing = ShowCard | CardFailed | SignHere
Saying = Say | SayValue | PutOff
Going = Begin | Onward | Return | Change | CallStaff | HandIn
Walking = Entering | Showing | Saying | Going
"""What is done on the way, until it is handed in."""

Inquiring = AskAfter | AskNumber
LobbyAction = Speak | Walking | Inquiring | BringHome | TakeUp
