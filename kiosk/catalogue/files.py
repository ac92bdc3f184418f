"""The folder forms/ as it lay there at one moment: every file is read once, and never again while it is in use."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kiosk.catalogue.toml_files import parse_toml
from kiosk.model.base import Issue

_TEMPLATE = r"[^/]+/[^/]+/(?:template\.toml|[^/]+\.(?:svg|pdf|png))"
TEMPLATES = re.compile(_TEMPLATE)
"""What is read of forms/templates; drawings (sheet.toml), samples and expectations are for those who make forms."""

CATALOGUE = re.compile(rf"(?:(?:vocabulary|procedures|events|exchange|labels)/)?[^/]+\.toml|templates/{_TEMPLATE}")


@dataclass(frozen=True)
class Files:
    """Contents by path below the folder ("procedures/P01.toml"); `unread` are there but could not be read.

    `folder` is the folder's own name, for messages.
    """

    content: Mapping[str, bytes]
    unread: frozenset[str] = frozenset()
    folder: str = field(default="", compare=False)

    @classmethod
    def read(cls, root: Path, pattern: re.Pattern[str] = CATALOGUE) -> "Files":
        """Everything below a folder whose path there fits; a folder that is not there has no files."""
        content: dict[str, bytes] = {}
        unread: set[str] = set()
        for name in filter(pattern.fullmatch, sorted(_below(str(root)))):
            try:
                content[name] = (root / name).read_bytes()
            except OSError:
                unread.add(name)
        return cls(content, frozenset(unread), root.name)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over every file, each with its path and length, so that nothing can shift between them."""
        digest = hashlib.sha256()
        for name, content in sorted(self.content.items()):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()

    @property
    def names(self) -> tuple[str, ...]:
        """Every path, sorted; also of what could not be read."""
        return tuple(sorted({*self.content, *self.unread}))

    def under(self, folder: str) -> "Files":
        """The files below a folder of this one, by their paths below that folder."""
        start = f"{folder}/"
        inside = {name.removeprefix(start): found for name, found in self.content.items() if name.startswith(start)}
        unread = {name.removeprefix(start) for name in self.unread if name.startswith(start)}
        return Files(inside, frozenset(unread), folder)

    def toml(self, name: str, *, where: str = "") -> dict[str, Any] | Issue:
        """The tables of a file, or what is wrong with it; `where` is what the file is called in messages."""
        place = where or name.rpartition("/")[2]
        if name in self.unread:
            return Issue(where=place, message="ファイルを読めません。", allowed="読み取りの権限があるファイル")
        if name not in self.content:
            return Issue(where=place, message="ファイルがありません。", allowed=self.folder)
        return parse_toml(self.content[name], where=place)


def _below(root: str) -> Iterator[str]:
    """Every file below a folder, as a path with / from there."""
    for folder, _, names in os.walk(root):
        start = folder[len(root) :].replace(os.sep, "/").lstrip("/")
        yield from (f"{start}/{name}" if start else name for name in names)
