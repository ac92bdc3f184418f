"""The life events for the start page, read before the catalogue is: what stands on its buttons and in which order."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.catalogue.intake import Untaken, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 32 * 1024  # what follows reads every file properly; here a start waits
_BREAK = re.compile(r"\r\n?")


def occasions(root: Path) -> tuple[tuple[str, str], ...]:
    """Id and name of every life event under forms/, as `Catalogue.events` orders them; what is wrong is left out.

    Nothing is checked here: the catalogue, which is read right afterwards, tells what is wrong.
    """
    return tuple((name, label) for _, name, label in sorted(_read(root), key=lambda found: found[0]))


def _read(root: Path) -> Iterator[tuple[int, str, str]]:
    for path in sorted((root / "events").glob("*.toml")):
        with suppress(OSError, Untaken, ValueError, TypeError, RecursionError):
            data = tomllib.loads(_BREAK.sub("\n", take(path, inside=root, most=_MOST).decode("utf-8-sig")))
            if {"id", "name"} <= data.keys():
                yield int(data.get("order", 0)), str(data["id"]), str(data["name"])
