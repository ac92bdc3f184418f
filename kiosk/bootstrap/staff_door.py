"""The staff's way to a counter: numbers, PINs and cards are looked at in the store, and what is done is on record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.staff_cards import StaffCards
from kiosk.model.errors import SiteError
from kiosk.ui.staff.ports import StaffPorts

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bootstrap.program import Program
    from kiosk.flow.attendance import Note
    from kiosk.model.message import Message
    from kiosk.model.staff import SignIn, Staff

MINUTE_MS = 60_000
_MOST_MINUTES = 5


@dataclass(frozen=True)
class StoreEntrance:
    """The Entrance port over the program."""

    program: Program

    def staffed(self) -> bool:
        """See Entrance."""
        return not self.program.store.staff.empty()

    def by_number(self, number: str, pin: str) -> SignIn | Message:
        """See Entrance."""
        from kiosk.model.letters import to_digits
        from kiosk.model.staff import read_number

        read = read_number(number)
        if not isinstance(read, str):
            return read
        return self.program.store.door.by_number(
            read, to_digits(pin), now=self.program.clock.now(), desk=self.program.at_desk.desk
        )

    def by_card(self, identifier: str) -> SignIn:
        """See Entrance."""
        now, desk = self.program.clock.now(), self.program.at_desk.desk
        return self.program.store.door.by_card(identifier, now=now, desk=desk)

    def found(self, name: str, number: str, pins: tuple[str, str]) -> Staff | Message:
        """See Entrance."""
        from kiosk.model.message import Message
        from kiosk.model.staff import FOUNDER, Staff, chosen_pin, read_name, read_number
        from kiosk.store.roster import stamp

        called, read = read_name(name), read_number(number)
        pin = chosen_pin(*pins, number=number, before="")
        wrong = next((each for each in (called, read, pin) if isinstance(each, Message)), None)
        if wrong is not None:
            return wrong
        made = Staff(number=str(read), name=str(called), roles=FOUNDER)
        event = stamp(made.number, self.program.clock.now())
        return self.program.store.staff.add(made, str(pin), event=event, first=True) or made

    def renew(self, person: Staff, pins: tuple[str, str], *, before: str) -> Message | None:
        """See Entrance."""
        from kiosk.model.letters import to_digits
        from kiosk.model.message import Message
        from kiosk.model.staff import chosen_pin
        from kiosk.store.roster import stamp

        pin = chosen_pin(*pins, number=person.number, before=to_digits(before))
        if isinstance(pin, Message):
            return pin
        event = stamp(person.number, self.program.clock.now())
        return self.program.store.staff.set_pin(person.number, pin, renew=False, event=event)

    def note(self, note: Note) -> None:
        """See Entrance."""
        self.program.note(note.action, case=note.case, detail=note.detail)

    def here(self, person: Staff) -> None:
        """See Entrance."""
        self.program.at_desk.person = person


def staff_ports(program: Program, case: Callable[[], str]) -> StaffPorts:
    """What the door of a desk needs; `case` says which visit is open."""

    def idle_ms() -> int:
        try:
            return program.device.idle_minutes * MINUTE_MS
        except SiteError:  # settings that cannot be read are told where they are needed
            return _MOST_MINUTES * MINUTE_MS

    return StaffPorts(StoreEntrance(program), StaffCards(program), case, idle_ms)
