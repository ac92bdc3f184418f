"""One numbered conversation with the card on the reader: counts the steps, wipes what was sent, logs without data."""

import logging

from kiosk.cards.apdu import ApduError, Command, Response, Sw, decode_response, masked, select_application
from kiosk.cards.transport import CardLeft, CardReader, CardTransport

_log = logging.getLogger(__name__)


class Channel:
    """`step` is the number of the last APDU sent; 0 while connecting."""

    def __init__(self, reader: CardReader) -> None:
        self._reader = reader
        self._transport: CardTransport | None = None
        self.step = 0

    def open(self) -> None:
        """Connect. Raises CardLeft and ReaderTrouble."""
        self._transport = self._reader.connect()

    def close(self) -> None:
        """Power the card off; harmless when nothing was opened."""
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.close()

    def ask(self, command: Command) -> Response:
        """Send one command. Raises CardLeft (also for an answer without a status word) and ReaderTrouble."""
        if self._transport is None:
            raise CardLeft
        self.step += 1
        raw = command.encode()
        try:
            answer = self._transport.transmit(raw)
            shown = masked(raw)
        finally:
            raw[:] = bytes(len(raw))
        return self._heard(shown, answer)

    def select_application(self, aid: bytes) -> Response:
        """SELECT an application; a chip that says 6F00 to its very first command is asked once more."""
        response = self.ask(select_application(aid))
        if self.step == 1 and response.sw == Sw.NO_REASON:
            return self.ask(select_application(aid))
        return response

    def _heard(self, shown: str, answer: bytes) -> Response:
        try:
            response = decode_response(answer)
        except ApduError:
            raise CardLeft from None
        _log.debug("%d %s -> %d bytes %04X", self.step, shown, len(response.data), response.sw)
        return response
