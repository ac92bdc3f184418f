"""The words in force: those of the files while a desk can say all of them, otherwise the last ones that it could.

Context: IT staff may edit sentences. One that is missing, or asks for a value that nobody gives, would stop a visit at
the moment when it is to be said.
Decision: each desk compares its files with the list of sentences (see kiosk.bootstrap.word_files) when it reads them,
which takes milliseconds; what is right is kept beside the catalogues, what is wrong is not used, and a bar says so.
`kiosk check` reads the files thoroughly and names line and mistake.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.durable import write_whole
from kiosk.model.errors import SiteError
from kiosk.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kiosk.bootstrap.place import Place

CODE = "WORDS-1"
GIVEN = "given.txt"
"""A line for each sentence: its folder and name, then the values that the program says it with."""

_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)
_VALUE = re.compile(r"\{[^{}]*?\$([a-zA-Z][\w-]*)")


@dataclass(frozen=True)
class Spoken:
    """The words of a desk. The files in `wrong`, as "lobby/en.ftl", cannot be used, and their last right ones are."""

    words: Words
    wrong: tuple[str, ...] = ()


def spoken(place: Place, *, language: str = "ja", room: str = "") -> Spoken:
    """The words in force of a language and room. Raises SiteError where a file is wrong and no right one is kept."""
    folder = place.assets / "words"
    given = _given(folder)
    texts, wrong = list[str](), list[str]()
    for inside in (f"{room}/" if room else "", "said/"):
        name = f"{inside}{language}.ftl"
        text = _read(folder / name)
        kept = f"words-{name.replace('/', '-')}"
        if text is not None and not any(unsayable(text, given.get(inside, {}))):
            _keep(place.catalogues, kept, text)
        else:
            wrong.append(name)
            text = _kept(place.catalogues, kept)
        if text is None:
            raise SiteError(
                CODE,
                what=f"画面のことばのファイル words/{name} に誤りがあり、使えません。前に使えたものもありません。",
                mend="kiosk check で誤りの行を調べて直し、もう一度起動してください。",
            )
        texts.append(text)
    return Spoken(Words("\n".join(texts), language=language), tuple(wrong))


def unsayable(text: str, given: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The sentences that the program would stumble over: missing ones, and those with a value that nobody gives."""
    parts = _ENTRY.split(_COMMENT.sub("", text))[1:]
    found = dict(zip(parts[::2], parts[1::2], strict=True))
    yield from given.keys() - found.keys()
    yield from (
        name for name, said in found.items() if not given.get(name, frozenset()).issuperset(_VALUE.findall(said))
    )


def read_given(data: bytes) -> dict[str, dict[str, frozenset[str]]]:
    """The list of sentences: by folder ("", "lobby/") and name, the values that each is said with."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for at, *values in filter(None, map(str.split, data.decode("utf-8", "replace").splitlines())):
        inside, slash, name = at.rpartition("/")
        found.setdefault(f"{inside}{slash}", {})[name] = frozenset(values)
    return found


def _given(folder: Path) -> dict[str, dict[str, frozenset[str]]]:
    """The list; empty where there is none, which `kiosk check` tells."""
    try:
        return read_given((folder / GIVEN).read_bytes())
    except OSError:
        return {}


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _kept(folder: Path | None, name: str) -> str | None:
    from kiosk.catalogue.keeping import kept_text  # which loads more than a start may wait for

    return kept_text(folder, name)


def _keep(folder: Path | None, name: str, text: str) -> None:
    if folder is None or _read(folder / name) == text:
        return
    with suppress(OSError):  # then nothing is kept, and words that are right go on
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(folder / name, text.encode())
