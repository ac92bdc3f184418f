"""職員: who works at a desk, what each of them may decide, and what a number and a PIN of theirs look like.

What a role may do is data (`RIGHTS`). What is not in it, everybody may who can sign in.
"""

import enum
import re
from typing import Annotated

from pydantic import StringConstraints

from kiosk.model.base import Frozen
from kiosk.model.letters import to_digits, to_hankaku
from kiosk.model.message import Code, Message

NUMBER_LETTERS = 10
"""The 操作者ID of the 基本データリスト has ten letters and digits, and a staff number stands there."""
SHORTEST, LONGEST = 6, 12
"""How many digits a PIN has."""
NAME_LETTERS = 40

_NUMBER = re.compile(rf"[0-9A-Z]{{1,{NUMBER_LETTERS}}}")
_FIRST, _MOST = 5, 1800  # seconds
_UP = "01234567890123456789"

NUMBER_UNFIT, NAME_UNFIT = Code("staff-number-unfit", "most"), Code("staff-name-unfit", "most")
PIN_LENGTH, PIN_EASY = Code("staff-pin-length", "least", "most"), Code("staff-pin-easy")
PIN_TWICE, PIN_SAME = Code("staff-pin-twice"), Code("staff-pin-same")
UNKNOWN, KNOWN, ANOTHERS = Code("staff-unknown"), Code("staff-known"), Code("staff-anothers")
LAST, FIRST, CARD_BOUND = Code("staff-last"), Code("staff-first"), Code("staff-card-bound")
FOUNDED = Code("staff-founded")


class Role(enum.Enum):
    """窓口, 責任者, 様式担当, 監査, システム担当; a person has one or several."""

    CLERK = "clerk"
    LEAD = "lead"
    DESIGNER = "designer"
    AUDITOR = "auditor"
    IT = "it"


class Right(enum.Enum):
    """What not everybody may: let held parcels go or leave, see what is in one, erase a case, manage staff, take an
    accepted case back, look at a visit as the second one; change forms and rules in a draft, let such a change go.
    """

    DECIDE = "decide"
    READ = "read"
    SHRED = "shred"
    MANAGE = "manage"
    WITHDRAW = "withdraw"
    CHECK = "check"
    DESIGN = "design"
    APPROVE = "approve"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CLERK: frozenset({Right.CHECK}),
    Role.LEAD: frozenset(Right),
    Role.DESIGNER: frozenset({Right.DESIGN, Right.APPROVE}),
    Role.AUDITOR: frozenset({Right.READ}),
    Role.IT: frozenset(
        {Right.DECIDE, Right.MANAGE, Right.DESIGN}
    ),  # keeps the program going, and needs nobody's data for it
}

MAY_NOT = {
    Right.DECIDE: Code("staff-may-not-decide"),
    Right.READ: Code("staff-may-not-read"),
    Right.SHRED: Code("staff-may-not-shred"),
    Right.MANAGE: Code("staff-may-not-manage"),
    Right.WITHDRAW: Code("staff-may-not-withdraw"),
    Right.CHECK: Code("staff-may-not-check"),
    Right.DESIGN: Code("staff-may-not-design"),
    Right.APPROVE: Code("staff-may-not-approve"),
}
"""What somebody is told who lacks a right: who has it."""

FOUNDER = frozenset({Role.LEAD, Role.IT})
"""What the first person of a place is: the administrator who adds all others."""


class Staff(Frozen):
    """A person who may sign in. `renew`: the PIN was chosen by somebody else, and the person chooses one of their own
    before anything else; `card`: a staff card is bound.
    """

    number: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{1,10}$")]
    name: str
    roles: frozenset[Role]
    renew: bool = False
    card: bool = False
    active: bool = True

    def may(self, right: Right) -> bool:
        """Whether one of their roles has a right."""
        return self.active and may(self.roles, right)


class Entered(Frozen):
    """Somebody has signed in."""

    person: Staff


class NotEntered(Frozen):
    """Nobody has; the next try with this number is looked at in `wait` seconds."""

    wait: int = 0


SignIn = Entered | NotEntered


def may(roles: frozenset[Role], right: Right) -> bool:
    """Whether one of the roles has a right."""
    return any(right in RIGHTS[role] for role in roles)


def read_number(text: str) -> str | Message:
    """A staff number as it was typed, of any width and case; what is wrong with it otherwise."""
    number = to_hankaku(text).strip().upper()
    return number if _NUMBER.fullmatch(number) else NUMBER_UNFIT(most=NUMBER_LETTERS)


def read_name(text: str) -> str | Message:
    """A name as colleagues read it: one line."""
    name = text.strip()
    fits = 0 < len(name) <= NAME_LETTERS and name.replace("\u3000", " ").isprintable()
    return name if fits else NAME_UNFIT(most=NAME_LETTERS)


def read_pin(text: str, *, number: str) -> str | Message:
    """A PIN that somebody chooses: digits of any width, and none that is guessed first."""
    pin = to_digits(text)
    if not (SHORTEST <= len(pin) <= LONGEST and pin.isascii() and pin.isdecimal()):
        return PIN_LENGTH(least=SHORTEST, most=LONGEST)
    easy = len(set(pin)) == 1 or pin in _UP or pin in _UP[::-1] or pin == number
    return PIN_EASY() if easy else pin


def chosen_pin(first: str, second: str, *, number: str, before: str) -> str | Message:
    """A PIN that was typed twice, in the place of one from before; what is wrong with it otherwise."""
    if to_digits(first) != to_digits(second):
        return PIN_TWICE()
    return PIN_SAME() if to_digits(first) == before else read_pin(first, number=number)


def wait_after(wrong: int) -> int:
    """Seconds after so many wrong tries in a row: 5, 10, 20 … at most half an hour."""
    return min(_FIRST * 2 ** min(wrong - 1, 20), _MOST) if wrong else 0
