"""What is said to a マイナンバーカード step by step: which card it is, tries left, the secret, the file, the expiry."""

from datetime import date

from kiosk.cards.apdu import Response, Sw, read_binary, read_record, select_file, tries, verify
from kiosk.cards.basic_four import MAX_LEAD, FileFault, compact_date, find_head
from kiosk.cards.channel import Channel
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
from kiosk.cards.staff_codes import StaffCode
from kiosk.cards.tlv import TlvError, read_one
from kiosk.model.card import Blocked, Secret, Unreadable, WrongCard, WrongSecret

CEILING = 8 * 1024
"""Most bytes that are read from one file, whatever length it claims."""

_HEAD = MAX_LEAD + 2 + 4
_BLOCK = 256
_EXPIRY_RECORD, _EXPIRY_DIGITS = 0x01, 28


class Refused(Exception):
    """The conversation ends here with this outcome; never leaves the driver."""

    def __init__(self, outcome: WrongCard | Unreadable) -> None:
        super().__init__(outcome.outcome)
        self.outcome = outcome


def identify(channel: Channel) -> None:
    """Select the text AP; when the card has none, find out by SELECT alone what it is. Raises Refused."""
    response = channel.select_application(TEXT_AP)
    if response.ok:
        return
    if response.sw == Sw.NO_REASON:
        raise Refused(_unreadable(response))
    if channel.select_application(LICENCE_DF1).ok:
        raise Refused(WrongCard(kind="licence"))
    if channel.select_application(RESIDENCE_DF1).ok:
        raise Refused(WrongCard(kind="residence"))
    raise Refused(WrongCard(kind="unknown"))


def tries_left(channel: Channel, secret: Secret) -> int:
    """Select the secret's key and ask without spending a try. Raises Refused.

    9000 (verified, which restores the counter) and 6300 (no limit) count as the full number.
    """
    _must(channel.ask(select_file(KEY_FILE[secret])))
    response = channel.ask(verify())
    if response.sw in {Sw.OK, Sw.NO_LIMIT}:
        return FULL_TRIES[secret]
    left = tries(response.sw)
    if left is None:
        raise Refused(_unreadable(response))
    return left


def present_secret(channel: Channel, secret: Secret, digits: bytearray) -> WrongSecret | Blocked | None:
    """VERIFY once, whatever the answer; None means open. Raises Refused for a status that says neither."""
    response = channel.ask(verify(digits))
    if response.sw == Sw.OK:
        return None
    left = tries(response.sw)
    if left is None:
        raise Refused(_unreadable(response))
    return WrongSecret(secret=secret, tries_left=left) if left else Blocked(secret=secret)


def read_basic_four(channel: Channel) -> bytes:
    """EF 0002 up to the end of its object: the head first, then the body in blocks. Raises Refused and FileFault."""
    _must(channel.ask(select_file(BASIC_FOUR)))
    content = _must(channel.ask(read_binary(0, le=_HEAD))).data
    end = find_head(content).end
    if end > CEILING:
        raise FileFault(StaffCode.SIZE)
    while len(content) < end:
        response = channel.ask(read_binary(len(content), le=min(_BLOCK, end - len(content))))
        if response.sw == Sw.OFFSET or (response.ok and not response.data):
            raise FileFault(StaffCode.SHORT)
        content += _must(response).data
    return content


def read_expiry(channel: Channel) -> date | None:
    """有効期限 from the common application's first record, free of any secret; None when the card does not say.

    The record is 01 1C and 28 digits: serial (15), municipality (5), expiry YYYYMMDD; only the last is kept.
    """
    if not channel.select_application(COMMON_AP).ok:
        return None
    response = channel.ask(read_record(1, sfi=COMMON_RECORD_SFI))
    if not response.ok:
        return None
    try:
        record = read_one(response.data)
    except TlvError:
        return None
    if record.tag != _EXPIRY_RECORD or len(record.value) != _EXPIRY_DIGITS:
        return None
    return compact_date(record.value[-8:])


def _must(response: Response) -> Response:
    if not response.ok:
        raise Refused(_unreadable(response))
    return response


def _unreadable(response: Response) -> Unreadable:
    return Unreadable(staff_code=f"IC-SW-{response.sw:04X}")
