"""受け取り側にあるもの: the messages that a receiver says it has, out of a folder of its own or a list."""

import json
from collections.abc import Iterator
from pathlib import Path

from kiosk.exchange.destinations import marker
from kiosk.exchange.destinations.received import messages
from kiosk.exchange.receiver.inbox import MESSAGE, TAKEN, Inbox
from kiosk.model.base import Issue

ALLOWED = f".done か {TAKEN} のあるフォルダー、または番号が1行ずつのファイル"


def held(place: Path) -> tuple[str, ...] | Issue:
    """Every message of a destination's folder (`.done`), of `kiosk receiver` (taken.jsonl), or of a list, once each.

    What is neither is an Issue, never an empty answer: whoever believes it would send everything once more.
    """
    try:
        return tuple(dict.fromkeys(_folder(place) if place.is_dir() else _lines(place)))
    except _NoNumberError as wrong:
        return Issue(where=f"{place} {wrong}", message="送付物の番号ではありません。", allowed=ALLOWED)
    except _NoReceiverError:
        return Issue(where=str(place), message="受け取り側のフォルダーではありません。", allowed=ALLOWED)
    except (OSError, ValueError, KeyError, TypeError):
        return Issue(where=str(place), message="読めません。", allowed=ALLOWED)


def _folder(place: Path) -> tuple[str, ...]:
    """A folder in which nothing is left is known by the sign of its destination."""
    if (place / TAKEN).is_file():
        return (*messages(place), *Inbox(place).taken())
    found = messages(place)
    if not found and not (place / marker.NAME).is_file():
        raise _NoReceiverError
    return found


def _lines(place: Path) -> Iterator[str]:
    """A number a line, or a line of JSON as `kiosk receiver` keeps it."""
    for number, line in enumerate(place.read_text(encoding="utf-8-sig").splitlines(), start=1):
        said = line.strip()
        message = str(json.loads(said)["message"]) if said.startswith("{") else said.lower()
        if said and not MESSAGE.fullmatch(message):
            raise _NoNumberError(number)
        if said:
            yield message


class _NoNumberError(ValueError):
    """A line, by its number: what stands in it is not repeated."""

    def __str__(self) -> str:
        return f"{self.args[0]}行目"


class _NoReceiverError(ValueError):
    """A folder into which no destination of ours ever wrote."""
