"""How the sample cards are made: an invented holder becomes a chip with files, keys and filler; other cards are bare.

No 個人番号 exists here: EF 0001 holds eleven zeros and a check digit that is wrong on purpose, and 照合番号A, which
would be the 個人番号, is a key that nothing matches.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from kiosk.cards.basic_four import Sex, build
from kiosk.cards.digits import number_b
from kiosk.cards.faults import Damage, Fault, damaged
from kiosk.cards.filesystem import Application, BinaryFile, KeyFile, RecordFile
from kiosk.cards.keys import TryCounters
from kiosk.cards.layout import (
    BASIC_FOUR,
    COMMON_AP,
    COMMON_RECORD_SFI,
    FULL_TRIES,
    KEY_FILE,
    LICENCE_DF1,
    RESIDENCE_DF1,
    TEXT_AP,
)
from kiosk.cards.simulated import SimCard
from kiosk.cards.tlv import encode
from kiosk.model.base import Frozen
from kiosk.model.card import Secret

NUMBER_FILLER = "000000000001"
"""No 個人番号: the check digit of eleven zeros would be 0 (平成26年総務省令第85号 5条)."""

_FILLER = b"\xff"
_MUNICIPALITY = "99999"
_PIN, _NUMBER_A, _NUMBER_B, _DEAD_KEY = KEY_FILE[Secret.PIN], 0x0014, KEY_FILE[Secret.NUMBER_B], 0x0012

OtherKind = {"licence": LICENCE_DF1, "residence": RESIDENCE_DF1}
"""Cards that are recognised by their first application only."""


class Holder(Frozen):
    """The invented person on a sample card and the card's state when it is new.

    `code` is the four digits beside the photo; `gregorian` prints the birth year as on a foreign resident's card; the
    `_left` counts are for cards that start with tries already spent; `lead` is the number of bytes before the file.
    """

    name: str = Field(min_length=1)
    address: str
    birth: date
    sex: Sex
    expires: date
    pin: str = Field(pattern="^[0-9]{4}$", repr=False)
    code: str = Field(pattern="^[0-9]{4}$", repr=False)
    gregorian: bool = False
    pin_left: Annotated[int, Field(ge=0, le=3)] = 3
    number_b_left: Annotated[int, Field(ge=0, le=10)] = 10
    damage: Damage | None = None
    lead: Annotated[int, Field(ge=0, le=2)] = 0
    wakes_with_6f00: bool = False

    @property
    def number_b(self) -> str:
        """照合番号B of this card."""
        return number_b(self.birth, expires_year=self.expires.year, code=self.code, gregorian=self.gregorian)


def my_number_card(holder: Holder, *, counters: TryCounters | None = None, fault: Fault | None = None) -> SimCard:
    """A マイナンバーカード with the text and the common application."""
    return SimCard(
        (_text_application(holder), _common_application(holder.expires)),
        counters=counters,
        fault=fault,
        wakes_with_6f00=holder.wakes_with_6f00,
    )


def other_card(kind: str) -> SimCard:
    """A card that is none: licence, residence, or anything else (no application known here, such as a transit card)."""
    return SimCard((Application(aid=OtherKind[kind]),) if kind in OtherKind else ())


def staff_card(identifier: bytes) -> SimCard:
    """職員証: nothing on it is read; a reader tells it from others by its identifier."""
    return SimCard(identifier=identifier)


def basic_four_file(holder: Holder) -> bytes:
    """EF 0002 with its leading bytes, damage and filler."""
    whole = build(name=holder.name, address=holder.address, birth=holder.birth, sex=holder.sex)
    content = bytes(holder.lead) + whole + _FILLER * 32
    return damaged(content, holder.damage) if holder.damage else content


def _text_application(holder: Holder) -> Application:
    return Application(
        aid=TEXT_AP,
        files=(
            BinaryFile(fid=0x0001, content=_number_file(), opened_by=(_PIN, _NUMBER_A)),
            BinaryFile(fid=BASIC_FOUR, content=basic_four_file(holder), opened_by=(_PIN, _NUMBER_B)),
            BinaryFile(fid=0x0005, content=encode(0xFF40, encode(0xDF41, bytes(4)))),
            KeyFile(fid=_PIN, value=holder.pin.encode(), tries=FULL_TRIES[Secret.PIN], left=holder.pin_left),
            KeyFile(fid=_DEAD_KEY, value=b"", tries=0),
            KeyFile(fid=_NUMBER_A, value=b"", tries=10),
            KeyFile(
                fid=_NUMBER_B,
                value=holder.number_b.encode(),
                tries=FULL_TRIES[Secret.NUMBER_B],
                left=holder.number_b_left,
            ),
        ),
    )


def _number_file() -> bytes:
    return encode(0xFF10, NUMBER_FILLER.encode()) + _FILLER * 2


def _common_application(expires: date) -> Application:
    record = encode(0x01, f"{0:015d}{_MUNICIPALITY}{expires:%Y%m%d}".encode())
    return Application(aid=COMMON_AP, files=(RecordFile(fid=COMMON_RECORD_SFI, records=(record,)),))
