"""文字コード: in which letters a table of people is written, what in it cannot be read, which sign means which.

A source says its encoding (forms/exchange). Where it says `any`, a byte order mark tells it, else UTF-8 is taken if the
whole file is that, else CP932, and whoever reads the file in is told so: nothing is guessed in silence. Bytes that are
no letter are named by line and column. Windows gives some signs of JIS X 0208 a code of their own (～ － ∥ ￠ ￡ ￢);
here they become the signs that the standard for municipal systems knows (〜 − ‖ ¢ £ ¬), so that one sign is not two.
"""

import codecs
import csv
import enum
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kiosk.model.base import Issue

_PIECE = 1 << 20
_MOST = 20
_OF_WINDOWS = str.maketrans("\uff5e\uff0d\u2225\uffe0\uffe1\uffe2", "\u301c\u2212\u2016\u00a2\u00a3\u00ac")
_TO_WINDOWS = {own: sign for sign, own in _OF_WINDOWS.items()}
_BYTE_ORDER = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Encoding(enum.Enum):
    """How a file is written; UTF16 begins with a byte order mark, the other two of its kind need none."""

    ANY = "any"
    UTF8 = "utf-8"
    CP932 = "cp932"
    UTF16 = "utf-16"
    UTF16LE = "utf-16le"
    UTF16BE = "utf-16be"


NAMES = {
    Encoding.UTF8: "UTF-8",
    Encoding.CP932: "Shift_JIS（CP932）",
    Encoding.UTF16: "UTF-16",
    Encoding.UTF16LE: "UTF-16（リトルエンディアン）",
    Encoding.UTF16BE: "UTF-16（ビッグエンディアン）",
}
_TRIED = (Encoding.UTF8, Encoding.CP932)


@dataclass(frozen=True)
class Written:
    """A file whose letters can be read; `taken_for`: the words for an encoding that nobody has said."""

    source: Callable[[], BinaryIO]
    encoding: Encoding
    taken_for: str = ""

    def lines(self) -> Iterator[str]:
        """Its lines with their ends. Raises OSError."""
        return _lines(self.source, self.encoding, "strict")


def of_standard(text: str) -> str:
    """The signs of Windows as those that the standard for municipal systems knows."""
    return text.translate(_OF_WINDOWS)


def of_windows(text: str) -> str:
    """The same signs as CP932 has them."""
    return text.translate(_TO_WINDOWS)


def written(source: Callable[[], BinaryIO], said: Encoding, *, name: str) -> Written | tuple[Issue, ...]:
    """A file as its source says it is written, or every place (to a limit) that is not. Raises OSError."""
    if said is not Encoding.ANY:
        return _as_said(source, said, name)
    with source() as file:
        marked = file.read(2) in _BYTE_ORDER
    for encoding in (Encoding.UTF16,) if marked else _TRIED:
        if _readable(source, encoding):
            told = "" if encoding is Encoding.UTF8 or marked else NAMES[encoding]
            return Written(source, encoding, told)
    allowed = "UTF-8、Shift_JIS（CP932）、または目印（BOM）のある UTF-16"
    return (Issue(where=name, message="文字コードを判別できません。", allowed=allowed),)


def _as_said(source: Callable[[], BinaryIO], said: Encoding, name: str) -> Written | tuple[Issue, ...]:
    with source() as file:
        marked = file.read(2) in _BYTE_ORDER
    allowed = f"{NAMES[said]}（forms/exchange の encoding で変えられます）"
    if said is Encoding.UTF16 and not marked:
        return (Issue(where=name, message="UTF-16 の目印（BOM）がありません。", allowed=allowed),)
    if said is Encoding.CP932 and _readable(source, Encoding.UTF8) and not _ascii(source):
        return (Issue(where=name, message="UTF-8 のファイルです。", allowed=allowed),)
    if _readable(source, said):
        return Written(source, said)
    return tuple(_unreadable(_lines(source, said, "replace"), name, allowed))


def _readable(source: Callable[[], BinaryIO], encoding: Encoding) -> bool:
    decoder = codecs.getincrementaldecoder(_codec(encoding))()
    try:
        with source() as file:
            while piece := file.read(_PIECE):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _ascii(source: Callable[[], BinaryIO]) -> bool:
    with source() as file:
        return all(piece.isascii() for piece in iter(lambda: file.read(_PIECE), b""))


def _codec(encoding: Encoding) -> str:
    return "utf-8-sig" if encoding is Encoding.UTF8 else encoding.value


def _lines(source: Callable[[], BinaryIO], encoding: Encoding, errors: str) -> Iterator[str]:
    with source() as file:
        text = io.TextIOWrapper(file, encoding=_codec(encoding), errors=errors, newline="")
        for number, line in enumerate(text):
            said = line.removeprefix("\ufeff") if number == 0 else line
            yield said.translate(_OF_WINDOWS) if encoding is Encoding.CP932 else said


# ---- what cannot be read ---------------------------------------------------------------------------------------------
def _unreadable(lines: Iterable[str], name: str, allowed: str) -> Iterator[Issue]:
    """The cells with bytes that are no letter; a heading with any says all there is to say of the file."""
    encoding = allowed.partition("（forms")[0]
    message = f"{encoding} として読めない文字があります。"
    found = 0
    for where in _places(lines):
        found += 1
        if found > _MOST:
            yield Issue(where=name, message=f"{encoding} として読めない文字が、ほかにもあります。", allowed=allowed)
            return
        yield Issue(where=f"{name} {where}", message=message, allowed=allowed)
        if where.startswith("1行目"):
            return
    if not found:
        yield Issue(where=name, message=f"{encoding} として、終わりまで読めません。", allowed=allowed)


def _places(lines: Iterable[str]) -> Iterator[str]:
    reader = csv.reader(lines)
    try:
        heading = next(reader, [])
        for at, item in enumerate(heading, start=1):
            if not _whole(item):
                yield f"1行目 {at}列目"
        for row in reader:
            for at, cell in enumerate(row):
                if not _whole(cell):
                    yield f"{reader.line_num}行目 {heading[at] if at < len(heading) else f'{at + 1}列目'}"
    except (csv.Error, UnicodeError):
        return


def _whole(text: str) -> bool:
    return "\ufffd" not in text
