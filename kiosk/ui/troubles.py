"""What a person must be told of the place and of the program: a trouble that lasts, a defect that was met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.model.message import Message


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the place now: `kind` names it (store, courier, waiting), the rest is said to staff."""

    kind: str
    what: str
    mend: str = ""
    code: str = ""
    urgent: bool = True
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A defect: its reference in the log, whether it met a visit, its number, whether it is kept (None: not yet)."""

    reference: str
    visit: bool = False
    slip: str = ""
    kept: bool | None = None
