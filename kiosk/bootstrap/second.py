"""別の職員の確認: whether somebody else of the staff has given their number and PIN, and whether there is anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.model.message import Code, Message
from kiosk.model.spelling import listed
from kiosk.model.staff import Entered, Right, Staff
from kiosk.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.bootstrap.place import Place
    from kiosk.bootstrap.program import Program

_NOBODY, _SELF = Code("second-no-staff"), Code("second-self")
_WRONG, _WAIT = Code("second-wrong"), Code("second-wait", "n")


_NEEDED = 2


def too_few(place: Place, second_check: Sequence[str]) -> Iterator[Issue]:
    """A city wants a second look, and this place has not two people who could give it to one another."""
    if not second_check:
        return
    staff = _staff(place)
    if staff is not None and sum(person.may(Right.CHECK) for person in staff) < _NEEDED:
        many = sum(person.may(Right.CHECK) for person in staff)
        message = (
            f"別の職員の確認がいる手続（{listed(second_check)}）がありますが、この場所には確認できる職員が{many}人です。"
            "このままでは確定できません。"
        )
        allowed = "窓口か責任者の職員を2人以上登録する（kiosk staff add）か、second_check から外す"
        yield Issue(where=f"{FILE} second_check", message=message, allowed=allowed)


def _staff(place: Place) -> tuple[Staff, ...] | None:
    """Who may sign in; nobody where there is no store yet, None where it does not open: `kiosk status` tells why."""
    from kiosk.bootstrap.program import Program
    from kiosk.flow.clock import SystemClock
    from kiosk.store.founding import NAME

    if not (place.data / NAME).exists():
        return ()
    program = Program(place, SystemClock())
    try:
        return program.store.staff.list()
    except SiteError:
        return None
    finally:
        program.close()


def second(program: Program, number: str, pin: str) -> str | Message:
    """The number of whoever has looked, else why not; a wrong PIN makes the next one wait as at the door."""
    from kiosk.bootstrap.staff_door import StoreEntrance

    if program.store.staff.empty():
        return _NOBODY()
    found = StoreEntrance(program).by_number(number, pin)
    if isinstance(found, Message):
        return found
    if not isinstance(found, Entered):
        return _WAIT(n=found.wait) if found.wait else _WRONG()
    if found.person.number == program.at_desk.by():
        return _SELF()
    return program.store.staff.refusal(found.person.number, Right.CHECK) or found.person.number
