"""The wire to a card as a port: what a reader and a connected card must be able to do, and how they may fail.

The exceptions here are internal to the package: a driver turns every one of them into a result.
"""

from typing import Protocol

from kiosk.cards.apdu import Raw
from kiosk.cards.staff_codes import StaffCode


class CardLeft(Exception):
    """No card on the reader, or no whole answer from it."""


class ReaderTrouble(Exception):
    """The reader itself failed; `staff_code` says how."""

    staff_code = StaffCode.READER_LOST


class ReaderLost(ReaderTrouble):
    """Unplugged, or its service stopped."""


class ReaderBusy(ReaderTrouble):
    """Another program holds it."""

    staff_code = StaffCode.READER_BUSY


class ReaderStuck(ReaderTrouble):
    """It did not answer within the watchdog's time; PC/SC itself has no time limit."""

    staff_code = StaffCode.READER_STUCK


class CardTransport(Protocol):
    """One powered card."""

    def transmit(self, command: Raw) -> bytes:
        """Send a command and return data and status word; under two bytes: the card has left.

        Raises CardLeft and ReaderTrouble. The caller wipes `command` afterwards, so it must not be kept.
        """
        ...

    def close(self) -> None:
        """Power the card off (SCARD_UNPOWER_CARD), which forgets verified secrets; may be repeated, never raises."""
        ...


class CardReader(Protocol):
    """A reader with or without a card on it."""

    def connect(self) -> CardTransport:
        """Power the card up. Raises CardLeft when there is none, ReaderTrouble when the reader fails."""
        ...


class CardSlot(CardReader, Protocol):
    """A reader that also says, at once and on any thread, whether something lies on it."""

    def present(self) -> bool:
        """Whether there is a card, as far as the reader knows; an unplugged one holds none."""
        ...
