"""The folder forms/ as it lay there at one moment: every file is read once, and never again while it is in use."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.catalogue.causes import TOO_MANY
from kiosk.catalogue.intake import (
    ENTRIES,
    FILE_BYTES,
    FOLDER_BYTES,
    PAPER_BYTES,
    TABLES_BYTES,
    Found,
    Untaken,
    below,
    take,
)
from kiosk.catalogue.layout import CATALOGUE, COMPANION, RELEASES, expected, left_by_tools
from kiosk.catalogue.plain_text import plain
from kiosk.catalogue.toml_files import parse_toml
from kiosk.model.base import Issue
from kiosk.model.spelling import folded, likely
from kiosk.render.official.leaf import PAPERS

if TYPE_CHECKING:
    from kiosk.catalogue.parsed import Parsed


@dataclass(frozen=True)
class Files:
    """Contents by path below the folder ("procedures/P01.toml"); of texts the plain form, whatever editor wrote them.

    `unread` are there but could not be read, `wrong` says why, and names what has no place there. `folder` is the
    folder's own name, for messages; `inside` the way from forms/ to it. `parsed` knows what some were parsed to before.
    """

    content: Mapping[str, bytes]
    unread: frozenset[str] = frozenset()
    wrong: tuple[Issue, ...] = ()
    folder: str = field(default="", compare=False)
    inside: str = field(default="", compare=False)
    parsed: "Parsed | None" = field(default=None, compare=False, repr=False)

    @classmethod
    def read(cls, root: Path, pattern: re.Pattern[str] | None = None) -> "Files":
        """Everything below a folder whose path there fits: without a pattern the whole catalogue, strays told.

        A folder that is not there has no files.
        """
        gathering = _Gathering(root, pattern)
        for found in sorted(below(root), key=lambda found: found.name):
            gathering.add(found)
        return cls(gathering.content, frozenset(gathering.unread), tuple(gathering.wrong), root.name)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over every file, each with its path and length, so that nothing can shift between them.

        What lies there unread or without a place counts by its name: it makes the same files another catalogue.
        """
        digest = hashlib.sha256()
        for name, content in sorted(self.content.items()):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
        for issue in sorted({str(issue) for issue in self.wrong}):
            digest.update(f"\0{issue}\0".encode())
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
        inner = f"{self.inside}{start}"
        return Files(inside, frozenset(unread), folder=folder, inside=inner, parsed=self.parsed)

    def toml(self, name: str, issues: list[Issue]) -> dict[str, Any] | None:
        """The tables of a file; None for one that is not there or no TOML, which joins `issues` unless it is told."""
        where = f"{self.inside}{name}"
        if name in self.unread:
            return None
        if name not in self.content:
            issues.append(Issue(where=where, message="ファイルがありません。", allowed=self.folder))
            return None
        parse = parse_toml if self.parsed is None else self.parsed.read
        found = parse(self.content[name], where=where)
        if isinstance(found, Issue):
            issues.append(found)
            return None
        return found


class _Gathering:
    """Takes one file after another, as long as they are not too many and not too much."""

    def __init__(self, root: Path, pattern: re.Pattern[str] | None) -> None:
        self._root, self._pattern = root, pattern or CATALOGUE
        self._strays = pattern is None
        self._bytes = self._tables = 0
        self._called: dict[str, str] = {}
        self.content: dict[str, bytes] = {}
        self.unread: set[str] = set()
        self.wrong: list[Issue] = []

    def add(self, found: Found) -> None:
        name = found.name
        if not name:
            self._tell(self._root.name, TOO_MANY, f"{ENTRIES}個まで")
        elif found.folder:
            self._stray(name, "リンクか、深すぎるか、読めないフォルダーです。")
        elif left_by_tools(name):
            return
        elif self._pattern.fullmatch(name):
            if self._alone(name):
                self._take(name)
        elif not (COMPANION.fullmatch(name) or RELEASES.fullmatch(name)):
            self._stray(name, "ここに置くファイルではありません。")

    def _alone(self, name: str) -> bool:
        """Whether no file or folder before it is called the same but for width and case; nobody sees which is meant."""
        parts = name.split("/")
        for upper in ("/".join(parts[:count]) for count in range(1, len(parts) + 1)):
            first = self._called.setdefault(folded(upper), upper)
            if first != upper:
                self._called_alike(upper, first)
                return False
        return True

    def _called_alike(self, name: str, first: str) -> None:
        message = f"{first} と、大文字と小文字か全角と半角が違うだけの名前です。"
        if not any(issue.where == name for issue in self.wrong):
            self._tell(name, message, "どちらか一つ")

    def _take(self, name: str) -> None:
        try:
            content = take(self._root / name, inside=self._root, most=_most(name))
        except FileNotFoundError:  # gone since the folder was listed
            return
        except Untaken as error:
            self.unread.add(name)
            self._tell(name, error.message, error.allowed)
            return
        content = plain(content) if name.endswith(".toml") else content
        self._bytes += len(content)
        self._tables += len(content) if name.endswith(".toml") else 0
        if self._bytes > FOLDER_BYTES or self._tables > TABLES_BYTES:
            self.unread.add(name)
            self._tell(name, "全部のファイルを合わせた大きさが限度を超えました。", f"{TABLES_BYTES // 1024}KB まで")
        else:
            self.content[name] = content

    def _stray(self, name: str, message: str) -> None:
        if self._strays:
            self._tell(name, message, _meant(name) or expected(name))

    def _tell(self, name: str, message: str, allowed: str) -> None:
        self.wrong.append(Issue(where=name, message=message, allowed=allowed))


def _most(name: str) -> int:
    return PAPER_BYTES if name.lower().endswith(PAPERS) or name.startswith("known/") else FILE_BYTES


def _meant(name: str) -> str:
    """A file name that is nearly one of the catalogue: procedures/P70.tml."""
    head, _, ending = name.rpartition(".")
    close = f"{head}.{likely(ending.lower(), ('toml', 'svg', 'pdf'))}"
    return f"「{close}」の書き間違いではありませんか" if CATALOGUE.fullmatch(close) else ""
