"""Text of a file that somebody saved with any editor: UTF-8 with one kind of line end, or what is wrong with it."""

import re

from kiosk.model.base import Issue

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_ENDS = re.compile(rb"\r\n?")
HOW = "UTF-8 で保存し直す（メモ帳では「名前を付けて保存」の文字コードで UTF-8 を選ぶ）"


def plain(content: bytes) -> bytes:
    """The same text without a byte order mark and with LF as its line end: what Windows editors add says nothing."""
    content = content.removeprefix(_BOM)
    return _LINE_ENDS.sub(b"\n", content) if b"\r" in content else content


def unreadable(content: bytes, *, where: str) -> Issue | None:
    """What is wrong with the encoding of a plain text, with the first line that does not fit; None for UTF-8."""
    if content.startswith(_UTF16) or b"\0" in content[:1024]:
        return Issue(where=where, line=1, message="UTF-8 ではありません（UTF-16 のようです）。", allowed=HOW)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Issue(where=where, line=line, message=f"UTF-8 ではありません{_guess(content)}。", allowed=HOW)
    return None


def _guess(content: bytes) -> str:
    for name, codec in (("（Shift_JIS（CP932）のようです）", "cp932"), ("（EUC-JP のようです）", "euc_jp")):
        try:
            content.decode(codec)
        except UnicodeDecodeError:
            continue
        return name
    return ""
