"""Short codes the IT staff read on the screen when a card or a reader does not answer as it should."""

import enum


class StaffCode(enum.Enum):
    """What failed; a chip's own refusal is shown as IC-SW- and its four-digit status word instead."""

    TAG = "IC-TAG"  # the file does not begin with the 基本4情報 object
    TLV = "IC-TLV"  # its structure is broken
    SIZE = "IC-SIZE"  # it claims to be longer than 8 KiB
    SHORT = "IC-SHORT"  # it ends too early
    MISSING = "IC-MISSING"  # one of the four is missing or there twice
    OFFSETS = "IC-OFFSETS"  # the offset table DF21 disagrees with the file
    UTF8 = "IC-UTF8"  # a text is not UTF-8
    TEXT = "IC-TEXT"  # a text holds control characters, or the name is empty
    BIRTH = "IC-BIRTH"  # 生年月日 is not a day between 1868 and today
    SEX = "IC-SEX"  # 性別 is none of 0 1 2 3 9
    READER_LOST = "RD-LOST"  # the reader was unplugged or its service stopped
    READER_BUSY = "RD-BUSY"  # another program holds the reader
    READER_STUCK = "RD-STUCK"  # the reader does not answer any more
