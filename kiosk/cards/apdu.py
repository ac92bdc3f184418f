"""The sentences a card understands: command and response APDUs, their status words, and how a log may show them.

ISO/IEC 7816-4 (JIS X 6320-4), short form only: header CLA INS P1 P2, then Lc and data, then Le; 256 bytes is Le 00.
"""

import enum
from dataclasses import dataclass

Raw = bytes | bytearray


class Ins(enum.IntEnum):
    """The instructions in use; 24 (change a secret) is known only so that a log never shows its data."""

    VERIFY = 0x20
    CHANGE = 0x24
    SELECT = 0xA4
    GET_DATA = 0xCA
    READ_BINARY = 0xB0
    READ_RECORD = 0xB2


class Sw(enum.IntEnum):
    """Status words; 63C0 plus the number of tries left is a range, see `tries`."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    NO_LIMIT = 0x6300
    NO_TRIES = 0x63C0
    MEMORY = 0x6581
    LENGTH = 0x6700
    KIND_OF_FILE = 0x6981
    SECURITY = 0x6982
    BLOCKED_ISO = 0x6983
    BLOCKED = 0x6984
    NO_CURRENT_FILE = 0x6986
    NO_FUNCTION = 0x6A81
    NOT_FOUND = 0x6A82
    NO_RECORD = 0x6A83
    P1_P2 = 0x6A86
    OFFSET = 0x6B00
    INS = 0x6D00
    CLA = 0x6E00
    NO_REASON = 0x6F00


class ApduError(ValueError):
    """Bytes that are no command; carries no data."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Command:
    """One command; `le` is 1..256 or None for no answer data. Its repr never shows a secret."""

    ins: int
    p1: int = 0
    p2: int = 0
    data: Raw = b""
    le: int | None = None
    cla: int = 0

    def encode(self) -> bytearray:
        """The bytes to send, mutable so that the sender can wipe them."""
        raw = bytearray((self.cla, self.ins, self.p1, self.p2))
        if self.data:
            raw.append(len(self.data))
            raw += self.data
        if self.le is not None:
            raw.append(self.le & 0xFF)
        return raw

    def __repr__(self) -> str:
        return f"Command({masked(self.encode())})"


@dataclass(frozen=True, kw_only=True, repr=False)
class Response:
    """What the card said: its data and the status word."""

    sw: int
    data: bytes = b""

    @property
    def ok(self) -> bool:
        """Whether the data can be used."""
        return self.sw in {Sw.OK, Sw.END_OF_FILE}

    def __repr__(self) -> str:
        return f"Response({len(self.data)} bytes, {self.sw:04X})"


def decode_command(raw: Raw) -> Command:
    """Take a command apart (cases 1 to 4). Raises ApduError for anything else, extended length included."""
    if len(raw) < 4:
        raise ApduError("no header")
    cla, ins, p1, p2, *tail = raw
    match tail:
        case []:
            return Command(cla=cla, ins=ins, p1=p1, p2=p2)
        case [le]:
            return Command(cla=cla, ins=ins, p1=p1, p2=p2, le=le or 256)
        case [lc, *rest] if lc and len(rest) == lc:
            return Command(cla=cla, ins=ins, p1=p1, p2=p2, data=bytes(rest))
        case [lc, *rest, le] if lc and len(rest) == lc:
            return Command(cla=cla, ins=ins, p1=p1, p2=p2, data=bytes(rest), le=le or 256)
    raise ApduError("length does not fit")


def decode_response(raw: Raw) -> Response:
    """Take an answer apart. Raises ApduError below two bytes: that is how a pulled card looks through PC/SC."""
    if len(raw) < 2:
        raise ApduError("no status word")
    return Response(data=bytes(raw[:-2]), sw=int.from_bytes(raw[-2:], "big"))


def encode_response(sw: int, data: bytes = b"") -> bytes:
    """The bytes a card sends back."""
    return data + sw.to_bytes(2, "big")


def tries(sw: int) -> int | None:
    """The tries left that 63Cx carries; 0 for the blocked words 6983 and 6984; None when the word says neither."""
    if sw & 0xFFF0 == Sw.NO_TRIES:
        return sw & 0xF
    return 0 if sw in {Sw.BLOCKED, Sw.BLOCKED_ISO} else None


def masked(raw: Raw) -> str:
    """A command as hexadecimal for the log; the data of VERIFY (20) and CHANGE (24) are never shown."""
    shown = bytes(raw[:5]).hex().upper()
    if len(raw) <= 5:
        return shown
    return shown + ("[masked]" if raw[1] in {Ins.VERIFY, Ins.CHANGE} else bytes(raw[5:]).hex().upper())


def select_application(aid: bytes) -> Command:
    """SELECT by DF name, no FCI wanted."""
    return Command(ins=Ins.SELECT, p1=0x04, p2=0x0C, data=aid)


def select_file(fid: int) -> Command:
    """SELECT an EF under the current DF, no FCI wanted."""
    return Command(ins=Ins.SELECT, p1=0x02, p2=0x0C, data=fid.to_bytes(2, "big"))


def verify(secret: Raw = b"") -> Command:
    """VERIFY against the current key EF; without a secret it asks for the tries left and spends none."""
    return Command(ins=Ins.VERIFY, p2=0x80, data=secret)


READER = 0xFF
"""The class of commands that the reader itself answers."""


def get_identifier() -> Command:
    """Ask the reader for what tells this card from others: UID or IDm (PC/SC part 3, 3.2.2.1.3, GET DATA)."""
    return Command(cla=READER, ins=Ins.GET_DATA, le=256)


def read_binary(offset: int, *, le: int) -> Command:
    """READ BINARY of the current EF; `offset` below 32768, `le` 1..256."""
    return Command(ins=Ins.READ_BINARY, p1=offset >> 8, p2=offset & 0xFF, le=le)


def read_record(number: int, *, sfi: int) -> Command:
    """READ RECORD by number from the file with a short id."""
    return Command(ins=Ins.READ_RECORD, p1=number, p2=sfi << 3 | 4, le=256)
