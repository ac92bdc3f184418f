"""A simulated reader: a card is laid on it and lifted again, also in the middle of a conversation."""

from collections.abc import Callable
from typing import assert_never

from kiosk.cards.apdu import READER, Raw, Sw, encode_response
from kiosk.cards.faults import FaultKind
from kiosk.cards.simulated import SimCard
from kiosk.cards.transport import CardLeft, ReaderLost, ReaderStuck
from kiosk.flow.clock import wait


class SimReader:
    """`latency` is what one command takes in seconds: 0 in tests, about 0.025 where it should feel like a real card.

    insert and remove may be called from the screen's thread while the device thread talks to the card.
    """

    def __init__(self, *, latency: float = 0.0, wait: Callable[[float], None] = wait) -> None:
        self.latency, self._wait = latency, wait
        self._card: SimCard | None = None
        self._live: SimTransport | None = None
        self._plugged = True

    @property
    def card(self) -> SimCard | None:
        """The card that lies on the reader."""
        return self._card

    def present(self) -> bool:
        """See CardSlot."""
        return self._plugged and self._card is not None

    def insert(self, card: SimCard) -> None:
        """Lay a card on; one that still lies there is lifted first."""
        self.remove()
        self._card = card

    def remove(self) -> None:
        """Lift the card: it loses power, and a running conversation gets no further answer."""
        card, self._card, self._live = self._card, None, None
        if card is not None:
            card.power_off()

    def unplug(self) -> None:
        """Pull the reader's cable; a card on it loses power."""
        self._plugged = False
        self._live = None
        if self._card is not None:
            self._card.power_off()

    def plug(self) -> None:
        """Plug it in again."""
        self._plugged = True

    def connect(self) -> "SimTransport":
        """See CardReader."""
        if not self._plugged:
            raise ReaderLost
        if self._card is None:
            raise CardLeft
        self._live = SimTransport(self, self._card)
        return self._live

    def reaches(self, transport: "SimTransport") -> bool:
        """Whether a conversation is still the one with the card that lies there. Raises ReaderLost."""
        if not self._plugged:
            raise ReaderLost
        return self._live is transport

    def release(self, transport: "SimTransport") -> None:
        """End a conversation with power off; one that is over already changes nothing."""
        if self._live is transport:
            self._live = None
            if self._card is not None:
                self._card.power_off()

    def pause(self) -> None:
        """Take the time one command takes."""
        if self.latency:
            self._wait(self.latency)


class SimTransport:
    """One conversation; it dies for good when the card is lifted, even if the same card comes back."""

    def __init__(self, reader: SimReader, card: SimCard) -> None:
        self._reader, self._card = reader, card
        self._counted = 0

    def transmit(self, command: Raw) -> bytes:
        """See CardTransport; a lifted card answers zero bytes, as PC/SC reports it."""
        self._reader.pause()
        if not self._reader.reaches(self):
            return b""
        if command[0] == READER:
            own = self._card.identifier
            return encode_response(Sw.OK, own) if own else encode_response(Sw.NO_FUNCTION)
        kind = self._due(command)
        return self._card.transmit(command) if kind is None else self._strike(kind, command)

    def close(self) -> None:
        """See CardTransport: power off."""
        self._reader.release(self)

    def _strike(self, kind: FaultKind, command: Raw) -> bytes:
        match kind:
            case FaultKind.REMOVED:
                self._reader.remove()
            case FaultKind.ANSWER_LOST:
                self._card.lose_power_during(command)
                self._reader.remove()
            case FaultKind.MUTE:
                return b""
            case FaultKind.ONE_BYTE:
                return b"\x90"
            case FaultKind.UNPLUGGED:
                self._reader.unplug()
                raise ReaderLost
            case FaultKind.STUCK:
                raise ReaderStuck
            case _:
                assert_never(kind)
        return b""

    def _due(self, command: Raw) -> FaultKind | None:
        fault = self._card.fault
        if fault is None or not fault.counts(command):
            return None
        self._counted += 1
        return fault.kind if self._counted == fault.at else None
