"""職員証: tells the staff cards of a city from one another by what the reader says of them; nothing on a card is read.

A マイナンバーカード is nobody's staff card, whatever its identifier: it answers with another one at every touch, and it
belongs to a resident.
"""

from kiosk.cards.apdu import get_identifier
from kiosk.cards.channel import Channel
from kiosk.cards.layout import LICENCE_DF1, RESIDENCE_DF1, TEXT_AP
from kiosk.cards.transport import CardLeft, CardReader, ReaderTrouble
from kiosk.model.card import CardGone, NoReader, WrongCard

_LENGTHS = {4, 7, 8}  # UID of ISO/IEC 14443 type A, IDm of FeliCa
_RESIDENTS = (TEXT_AP, LICENCE_DF1, RESIDENCE_DF1)


def read_staff_card(reader: CardReader) -> str | CardGone | WrongCard | NoReader:
    """The identifier of the card that lies there, as hexadecimal; WrongCard where it is none of a staff card."""
    channel = Channel(reader)
    try:
        channel.open()
        answer = channel.ask(get_identifier())
        if not answer.ok or len(answer.data) not in _LENGTHS:
            return WrongCard(kind="unknown")
        if any(channel.select_application(aid).ok for aid in _RESIDENTS):
            return WrongCard(kind="unknown")
        return answer.data.hex().upper()
    except CardLeft:
        return CardGone(step=channel.step)
    except ReaderTrouble as trouble:
        return NoReader(staff_code=trouble.staff_code.value)
    finally:
        channel.close()
