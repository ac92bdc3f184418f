"""Who approves at the designer's window: proved by number and PIN where a place has staff, else told by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.model.base import Issue
from kiosk.model.message import Message
from kiosk.model.staff import Entered, Right

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program

_WHO = "承認する職員"


def approver(program: Program, number: str, pin: str) -> str | Issue:
    """The number (or the name) of who may approve, or why this is nobody who may."""
    from kiosk.bootstrap.staff_door import StoreEntrance

    words, staff = program.words, program.store.staff
    if staff.empty():
        return number or Issue(where=_WHO, message="空です。", allowed="ほかの職員の名前")
    found = StoreEntrance(program).by_number(number, pin)
    if isinstance(found, Message):
        return Issue(where=_WHO, message=words.say(found))
    if not isinstance(found, Entered):
        return Issue(where=_WHO, message=words("staff-wrong-wait", seconds=found.wait))
    refused = staff.refusal(found.person.number, Right.APPROVE)
    return found.person.number if refused is None else Issue(where=_WHO, message=words.say(refused))
