"""The rows of the matrix that the screens have: sentences of Fluent files, those of several lines as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.designing.translating.rows import LANGUAGES, Row

ROOMS = ("said", "lobby", "preentry", "guide")
"""What residents see: what every desk says, the terminal, the page at home, the guide sheet."""

TRACED = frozenset({"said", "lobby", "preentry"})
"""Where a comment above a sentence is the Japanese that it was translated from."""

_ENTRY = re.compile(r"(?m)^([a-zA-Z][\w-]*) *= *(.*(?:\n(?:[ \t]+.*|\}))*)$")
_ABOVE = re.compile(r"(?:^# (.*)\n)\Z", re.MULTILINE)
_HOLE = re.compile(r"\{ *\$([a-zA-Z][\w-]*)")


@dataclass(frozen=True)
class Sentence:
    """One entry of a file: its words, the Japanese in the comment above, and where it stands."""

    words: str
    above: str
    start: int
    end: int


def sentences(text: str) -> dict[str, Sentence]:
    """The entries of a file by name."""
    found = {}
    for entry in _ENTRY.finditer(text):
        above = _ABOVE.search(text[: entry.start()])
        found[entry[1]] = Sentence(entry[2], above[1] if above else "", entry.start(2), entry.end(2))
    return found


def screen_rows(content: Mapping[str, bytes]) -> Iterator[Row]:
    """The rows of all rooms; `content` are the files of assets/words."""
    for room in ROOMS:
        texts = {language: _text(content, room, language) for language in ("ja", *LANGUAGES)}
        read = {language: sentences(text) for language, text in texts.items()}
        for key, ja in read["ja"].items():
            said = {language: read[language][key].words for language in LANGUAGES if key in read[language]}
            stale = tuple(
                language
                for language in said
                if room in TRACED and read[language][key].above and _bare(read[language][key].above) != _bare(ja.words)
            )
            yield Row(f"words.{room}.{key}", ja.words, said, stale)


def values(words: str) -> frozenset[str]:
    """The names of the values that a sentence says."""
    return frozenset(_HOLE.findall(words))


def _bare(words: str) -> str:
    return " ".join(words.split())


def _text(content: Mapping[str, bytes], room: str, language: str) -> str:
    return content.get(f"{room}/{language}.ftl", b"").decode()


def exchanged(text: str, key: str, words: str, *, ja: str) -> str:
    """A file with other words in one entry, and above it the Japanese that they were made from."""
    found = sentences(text)[key]
    made = text[: found.start] + words + text[found.end :]
    if not found.above:
        return made
    head = made[: found.start]
    above = _ABOVE.search(head[: head.rfind("\n") + 1])
    return made if above is None else made[: above.start()] + f"# {ja}\n" + made[above.end() :]
