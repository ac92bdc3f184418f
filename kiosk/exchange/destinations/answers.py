"""回答を受け取る: files that a receiver puts into a folder of ours, or what its service says when it is asked.

One JSON object an answer: message, result (受理, 補正, 却下), at, and if there is one number, reason and points (item,
taishoshabango, reason). A file is whole once it has its name (`….return.json`): the receiver renames it there. It is
left where it is; that it was read is known by its digest.
"""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from pydantic import ValidationError

from kiosk.durable import NotPlainError, read_plain
from kiosk.model.answer import Answer
from kiosk.model.base import Issue
from kiosk.model.beyond import Beyond
from kiosk.model.parcel import Parcel

SUFFIX = ".return.json"
_LONGEST = 256 * 1024

Known = Callable[[str], bool]
"""Whether an answer with this digest was taken before."""


@dataclass(frozen=True)
class Arrived:
    """An answer with the digest it is known by, or why what lies there is none."""

    digest: str
    content: Answer | Issue


@runtime_checkable
class Answering(Protocol):
    """A destination that answers later, too."""

    name: str

    def answers(self, known: Known) -> Iterator[Arrived]:
        """What is new there. Raises OSError, and NoAnswer for a service that cannot be asked now."""
        ...


@dataclass(frozen=True)
class News:
    """What became of parcels behind a hub: how they stand, what was answered, up to which mark, and whether there is
    more to hear. `back`: the hub knows less than it did.
    """

    standings: tuple[Beyond, ...] = ()
    answers: tuple[Arrived, ...] = ()
    mark: int = 0
    more: bool = False
    back: bool = False


@dataclass(frozen=True)
class Compared:
    """What was sent, beside what lies in a hub: what it lacks, what has another content there, and which of some
    messages that are not ours another machine of the office has brought.
    """

    lacking: frozenset[uuid.UUID]
    other: frozenset[uuid.UUID]
    known: frozenset[uuid.UUID]


@runtime_checkable
class Relaying(Protocol):
    """A destination that is reached through a hub."""

    name: str

    def news(self, after: int, gone: Sequence[uuid.UUID]) -> News:
        """What is new there after a mark; `gone` were let go here, which it is told. Raises NoAnswer."""
        ...

    def compare(self, sent: Mapping[uuid.UUID, Parcel | None], strange: Sequence[uuid.UUID]) -> Compared:
        """Compare messages, with the content of those that can still be read. Raises NoAnswer."""
        ...


class NoAnswer(Exception):
    """A service that cannot be asked now; the same is asked again at the next round."""


def read(content: bytes, where: str) -> Answer | Issue:
    """An answer, or what is wrong with it; a value is never repeated."""
    try:
        return Answer.model_validate_json(content)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        allowed = "message、result（受理、補正、却下）、at と、あれば number、reason、points"
        return Issue(where=f"{where} {place}".strip(), message="回答として読めません。", allowed=allowed)


def digest(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def in_folder(folder: Path, known: Known) -> Iterator[Arrived]:
    """The answers in a folder that were not taken yet, by name. Raises OSError."""
    for path in sorted(folder.glob(f"[!.]*{SUFFIX}")):
        try:
            content = read_plain(path, most=_LONGEST)
        except (NotPlainError, FileNotFoundError):
            continue
        if not known(digest(content)):
            yield Arrived(digest(content), read(content, path.name))


class Shelf(Protocol):
    """A folder that is read over a network."""

    def listed(self, folder: Path) -> Sequence[tuple[str, str, int]]:
        """The files there: name, something that changes with the content, and size in bytes. Raises OSError."""
        ...

    def read(self, path: Path) -> bytes | None:
        """What a file holds; None when it is gone. Raises OSError."""
        ...


@dataclass
class FarAnswers:
    """The answers in a folder at the other end; one that was taken is not fetched again while it looks the same."""

    _digests: dict[tuple[str, str], str] = field(default_factory=dict)

    def new(self, folder: Path, shelf: Shelf, known: Known) -> list[Arrived]:
        """What was not taken yet, by name. Raises OSError."""
        there = {(name, stamp): size for name, stamp, size in shelf.listed(folder) if _is_answer(name)}
        self._digests = {key: said for key, said in self._digests.items() if key in there}
        found = []
        for name, stamp in sorted(there):
            before = self._digests.get((name, stamp))
            if before is not None and known(before):
                continue
            content = shelf.read(folder / name) if there[name, stamp] <= _LONGEST else b""
            if content is None:
                continue
            self._digests[name, stamp] = digest(content)
            if not known(digest(content)):
                found.append(Arrived(digest(content), read(content, name)))
        return found


def _is_answer(name: str) -> bool:
    return name.endswith(SUFFIX) and not name.startswith(".")


def in_document(content: bytes, known: Known) -> Iterator[Arrived]:
    """The answers that a service gives as one document: {"answers": [...]}. Raises NoAnswer when it is none."""
    try:
        listed = json.loads(content)["answers"]
        each = [json.dumps(item, ensure_ascii=False, sort_keys=True).encode() for item in listed]
    except (ValueError, KeyError, TypeError) as error:
        raise NoAnswer from error
    for number, item in enumerate(each, 1):
        if not known(digest(item)):
            yield Arrived(digest(item), read(item, f"{number}件目"))
