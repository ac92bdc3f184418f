"""What an ID card can answer: a closed set of outcomes, so that no caller can forget one."""

import enum
from typing import Literal

from kiosk.model.base import Frozen
from kiosk.model.wareki import PartialDate


class Secret(enum.Enum):
    """Which secret opens the text file: the 4-digit PIN or the 14 printed digits (照合番号B)."""

    PIN = "pin"
    NUMBER_B = "number_b"


class CardFace(Frozen):
    """The basic four (基本4情報) of EF 0002 and the expiry date of the common application; never the 個人番号.

    `name` keeps U+3000 and every code point byte for byte; `doubtful` lists characters a person must check (要確認);
    `expired` compares the expiry with the reader's date.
    """

    outcome: Literal["face"] = "face"
    name: str
    address: str
    birth: PartialDate
    sex: Literal["0", "1", "2", "3", "9"]
    expires_on: str = ""
    expired: bool = False
    doubtful: tuple[str, ...] = ()


class WrongSecret(Frozen):
    """The secret was wrong; `tries_left` is what the card itself said."""

    outcome: Literal["wrong_secret"] = "wrong_secret"
    secret: Secret
    tries_left: int


class LastTry(Frozen):
    """One try is left: nothing was spent, a person must say so before it is (call again with `spend_last_try`)."""

    outcome: Literal["last_try"] = "last_try"
    secret: Secret


class Blocked(Frozen):
    """No try is left for this secret; the other one or manual entry remains."""

    outcome: Literal["blocked"] = "blocked"
    secret: Secret


class BadSecret(Frozen):
    """The secret has the wrong form (length, letters); it was not sent to the card, no try was spent."""

    outcome: Literal["bad_secret"] = "bad_secret"
    secret: Secret


class CardGone(Frozen):
    """The card left the reader before APDU number `step` was answered; no partial data is kept."""

    outcome: Literal["gone"] = "gone"
    step: int


class WrongCard(Frozen):
    """Another kind of card: `kind` is licence, residence or unknown."""

    outcome: Literal["wrong_card"] = "wrong_card"
    kind: Literal["licence", "residence", "unknown"]


class Unreadable(Frozen):
    """The chip answers rubbish or not at all; `staff_code` tells IT which check failed, without data."""

    outcome: Literal["unreadable"] = "unreadable"
    staff_code: str


class NoReader(Frozen):
    """The reader is missing, busy or not responding."""

    outcome: Literal["no_reader"] = "no_reader"
    staff_code: str


CardOutcome = CardFace | WrongSecret | LastTry | Blocked | BadSecret | CardGone | WrongCard | Unreadable | NoReader


class CardGlance(Frozen):
    """What is known before any secret is spent: tries left of both secrets and the expiry."""

    pin_tries: int
    number_b_tries: int
    expires_on: str = ""
    expired: bool = False
