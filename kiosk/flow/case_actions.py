"""What a desk decides about a whole filing or a whole case: left for later, held, without a fee, set aside, corrected.

Parts of `kiosk.flow.actions.Action`, values like the others.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Later:
    """この届は後日にする: a whole procedure is left for another day; with `on` False it is taken back."""

    procedure: str
    on: bool = True


@dataclass(frozen=True, kw_only=True)
class AcceptHeld:
    """The resident knows, by name, which procedures this visit does not finish, and why: a value of `HeldFor`, or
    words.
    """

    procedures: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Waive:
    """手数料の減免: the fee of a procedure is not charged, or no more than `left` yen of it (半額, one copy of two, one
    person of three), for a value of `FreeFor` or in words; without a reason it is charged.
    """

    procedure: str
    reason: str = ""
    left: int = 0


@dataclass(frozen=True, kw_only=True)
class AcceptPrint:
    """What will not be printed as it was said, or is unusual, has been looked at: the cautions by their ids."""

    cautions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SettleReturned:
    """What a receiver sent an application back for was looked at and stays as it was said: the points by their ids."""

    points: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FileAgain:
    """出し直し: an application that a receiver refused leaves once more with this correction, for a reason in words;
    empty: it does not.
    """

    procedure: str
    reason: str = ""


Answering = SettleReturned | FileAgain
"""What is decided in a correction about what receivers sent back."""


@dataclass(frozen=True, kw_only=True)
class CloseAnswers:
    """対応を終える: nothing more is to be done about what receivers sent back of an accepted case; `reason` is kept."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """中断: the visit leaves this window as it stands, for whoever goes on with it; `note` is for them."""

    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Correct:
    """訂正: an accepted case is opened once more, for a reason that is kept; what was accepted stays as it was."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """取下げ: the resident takes a whole accepted case back; `reason` is kept."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Erase:
    """消去: what is kept of an accepted case becomes unreadable for good, as the resident asked; `reason` is kept."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Rewind:
    """元に戻す: the visit as it stood before the last thing that was said or done; `onward`: やり直す."""

    onward: bool = False
