"""Text of a file that somebody saved with any editor: UTF-8 with one kind of line end, or what is wrong with it.

A sign that nobody sees (a control, a direction, a space without width) comes along with copied text and makes two names
of what looks like one, or shows words in another order; it is told by its number, because nobody could look for it.
"""

import re

from kiosk.model.base import Issue

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LINE_ENDS = re.compile(rb"\r\n?")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0001-\U000e007f]"
)
HOW = "UTF-8 で保存し直す（メモ帳では「名前を付けて保存」の文字コードで UTF-8 を選ぶ）"


def plain(content: bytes) -> bytes:
    """The same text without a byte order mark and with LF as its line end: what Windows editors add says nothing."""
    content = content.removeprefix(_BOM)
    return _LINE_ENDS.sub(b"\n", content) if b"\r" in content else content


def unreadable(content: bytes, *, where: str) -> Issue | None:
    """What is wrong with the signs of a plain text, with the first line that does not fit; None for nothing."""
    if content.startswith(_UTF16) or content[:1024].count(b"\0") > len(content[:1024]) // 4:
        return Issue(where=where, line=1, message="UTF-8 ではありません（UTF-16 のようです）。", allowed=HOW)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Issue(where=where, line=line, message=f"UTF-8 ではありません{_guess(content)}。", allowed=HOW)
    found = _UNSEEN.search(text)
    return None if found is None else _unseen(text, found.start(), where)


def _unseen(text: str, at: int, where: str) -> Issue:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    message = f"目に見えない文字（U+{ord(text[at]):04X}）があります。"
    return Issue(where=where, line=line, column=column, message=message, allowed="この文字を消します")


def _guess(content: bytes) -> str:
    for name, codec in (("（Shift_JIS（CP932）のようです）", "cp932"), ("（EUC-JP のようです）", "euc_jp")):
        try:
            content.decode(codec)
        except UnicodeDecodeError:
            continue
        return name
    return ""
