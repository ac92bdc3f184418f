"""Translations of words that nobody says any more: they go with them, so that no reader meets another sentence's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.designing.tables.values import key_text

_LABELS, _UNSEEN = "labels/", ("labels/", "personas/", "templates/")


def without(folder: Callable[[], Mapping[str, str]], before: Any, after: Any, *, file: str) -> dict[str, str]:
    """The labels (by file) without the lines for words that `file` said before and nothing says after.

    `folder` gives all files; the tables of `file` were `before` and are `after`. A line is taken out only
    where it is one: the Japanese as its key, and its translation.
    """
    gone = {text for text in {*said(before)} - {*said(after)} if not text.isascii() and "\n" not in text}
    texts = folder() if gone else {}
    others = [text for name, text in texts.items() if name != file and not name.startswith(_UNSEEN)]
    lost = [f"{key_text(text)} = " for text in gone if not any(f'"{text}"' in other for other in others)]
    found: dict[str, str] = {}
    for name, text in texts.items() if lost else ():
        if name.startswith(_LABELS):
            kept = [line for line in text.split("\n") if not _is_one(line, lost)]
            if len(kept) < text.count("\n") + 1:
                found[name] = "\n".join(kept)
    return found


def _is_one(line: str, lost: list[str]) -> bool:
    return line.endswith('"') and any(line.startswith(each) for each in lost)


def said(data: Any) -> Iterator[str]:
    """Every text that stands in tables."""
    match data:
        case str():
            yield data
        case dict():
            for value in data.values():
                yield from said(value)
        case list():
            for value in data:
                yield from said(value)
