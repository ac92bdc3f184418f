"""The マイナンバーカード driver: a glance that costs nothing, and the read of the four with one secret, as results."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from kiosk.cards import chip
from kiosk.cards.basic_four import BasicFour, FileFault, doubtful, parse
from kiosk.cards.channel import Channel
from kiosk.cards.digits import number_b, secret_bytes
from kiosk.cards.transport import CardLeft, CardReader, ReaderTrouble
from kiosk.model.card import (
    BadSecret,
    Blocked,
    CardFace,
    CardGlance,
    CardGone,
    CardOutcome,
    LastTry,
    NoReader,
    Secret,
    Unreadable,
    WrongCard,
)
from kiosk.model.wareki import PartialDate

__all__ = ["MyNumberReader", "Trouble", "number_b"]

Trouble = CardGone | WrongCard | Unreadable | NoReader
"""What can go wrong with any conversation, whichever secret it is about."""

Answer = TypeVar("Answer")


class MyNumberReader:
    """Talks to whatever card lies on `reader`; `today` is the local day an expiry and a birth are compared with.

    Blocks while the card answers, so it belongs on the device thread. Every call ends with the card powered off.
    """

    def __init__(self, reader: CardReader, *, today: date) -> None:
        self._reader, self._today = reader, today

    def glance(self) -> CardGlance | Trouble:
        """Tries left of both secrets and the expiry; spends no try."""
        return self._converse(self._glance)

    def read(self, secret: Secret, digits: str, *, spend_last_try: bool = False) -> CardOutcome:
        """The basic four and the expiry. A secret of the wrong form never reaches the card.

        With one try left nothing is spent unless `spend_last_try`; VERIFY is sent at most once per call.
        """
        held = secret_bytes(secret, digits)
        if held is None:
            return BadSecret(secret=secret)
        try:
            return self._converse(lambda channel: self._read(channel, secret, held, spend_last_try=spend_last_try))
        finally:
            held[:] = bytes(len(held))

    def _converse(self, talk: Callable[[Channel], Answer]) -> Answer | Trouble:
        channel = Channel(self._reader)
        try:
            channel.open()
            return talk(channel)
        except CardLeft:
            return CardGone(step=channel.step)
        except ReaderTrouble as trouble:
            return NoReader(staff_code=trouble.staff_code.value)
        except chip.Refused as refused:
            return refused.outcome
        except FileFault as fault:
            return Unreadable(staff_code=fault.code.value)
        finally:
            channel.close()

    def _glance(self, channel: Channel) -> CardGlance:
        chip.identify(channel)
        pin, number = (chip.tries_left(channel, secret) for secret in (Secret.PIN, Secret.NUMBER_B))
        expiry = chip.read_expiry(channel)
        return CardGlance(
            pin_tries=pin, number_b_tries=number, expires_on=_iso(expiry), expired=self._is_expired(expiry)
        )

    def _read(self, channel: Channel, secret: Secret, held: bytearray, *, spend_last_try: bool) -> CardOutcome:
        chip.identify(channel)
        left = chip.tries_left(channel, secret)
        if left == 0:
            return Blocked(secret=secret)
        if left == 1 and not spend_last_try:
            return LastTry(secret=secret)
        refusal = chip.present_secret(channel, secret, held)
        if refusal is not None:
            return refusal
        four = parse(chip.read_basic_four(channel), today=self._today)
        return self._face(four, chip.read_expiry(channel))

    def _face(self, four: BasicFour, expiry: date | None) -> CardFace:
        return CardFace(
            name=four.name,
            address=four.address,
            birth=PartialDate(iso=four.birth.isoformat()),
            sex=four.sex,
            expires_on=_iso(expiry),
            expired=self._is_expired(expiry),
            doubtful=doubtful(four.name, four.address),
        )

    def _is_expired(self, expiry: date | None) -> bool:
        """A card is good up to and including the printed day; an unknown expiry is not called expired."""
        return expiry is not None and expiry < self._today


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
