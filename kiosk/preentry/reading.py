"""What a scanner types or a picture holds, put together until it is a message; and the message as a visit takes it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.flow.actions import UsePreentry
from kiosk.model.languages import ANSWERS
from kiosk.model.path import parse
from kiosk.preentry.opening import Entry
from kiosk.preentry.parts import Collected, read_part


@dataclass(frozen=True)
class Grey:
    """A picture in shades of grey, one byte a dot, line after line."""

    width: int
    height: int
    dots: bytes


def collected(lines: Iterable[str], before: Collected | None = None) -> Collected | None:
    """The codes of some lines joined to those read before; None where not one of the lines is a code."""
    found, any_code = before or Collected(), False
    for part in filter(None, map(read_part, lines)):
        found, any_code = found.with_part(part), True
    return found if any_code else None


def codes_in(picture: Grey) -> tuple[str, ...]:
    """The texts of all QR codes in a picture, lying or standing, bright on dark or dark on bright."""
    import zxingcpp

    grey = memoryview(picture.dots).cast("B", (picture.height, picture.width))
    kinds = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return tuple(code.text for code in zxingcpp.read_barcodes(grey, formats=kinds))


def digest(entry: Entry) -> str:
    """What is remembered of a message that was taken: nothing about anybody, and nothing it could be found by."""
    return hashlib.sha256(f"{entry.city}/{entry.made_on}/{entry.id}".encode()).hexdigest()


def action(entry: Entry) -> UsePreentry:
    """The answers as the visit takes them: by person in order, and those of the case."""
    rows: dict[str, dict[str, str]] = {person: {} for person in entry.persons}
    case: dict[str, str] = {}
    for path, words in entry.answers.items():
        person, key = parse(path)
        (rows[person] if person else case)[key] = words
    return UsePreentry(
        event=entry.event, persons=tuple(rows.values()), case=case, language=ANSWERS.get(entry.language, "")
    )
