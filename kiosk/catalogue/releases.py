"""forms/releases: which files were in force from which day on, who made them, who approved, what was accepted.

Context: an edited folder counted from the next start, whoever had edited it and whatever it changed for residents.
Decision: a release is a list, `releases/<day>.toml`, of every file with its SHA-256, and beside it the files themselves
as they were then, `releases/<digest>.zip`. Lists are only ever added: who takes a release back adds one that names the
files of an earlier one. On a day the last one that has begun is in force. Whoever owns the folder can write it like any
file there; what is found out is every later edit: of the files, because they give another digest, and of a published
version of a form, which stays as it was for good.
Consequence: a folder without a release is used as it lies there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.catalogue.files import Files
from kiosk.catalogue.intake import Untaken, take
from kiosk.catalogue.layout import CATALOGUE, COMPANION, TEMPLATE_FILES
from kiosk.catalogue.shelf import MOST, unpacked
from kiosk.catalogue.toml_files import build, parse_toml
from kiosk.model.base import Frozen, Issue

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "releases"
INSIDE = re.compile(f"{CATALOGUE.pattern}|{COMPANION.pattern}")
"""What a release consists of: the catalogue, and the written visits and drawings that belong to it."""

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d{1,3}))?")
_DIGEST = re.compile(rb'(?m)\A(?:#[^\n]*\n)*digest = "([0-9a-f]{64})"$')
_SEALED = re.compile(f"templates/{TEMPLATE_FILES.pattern}")


class ReleasedFile(Frozen):
    """One file of a release."""

    path: str
    sha256: str


class Accepted(Frozen):
    """A written visit that comes out otherwise than before, in words, and who accepted that for which reason.

    `seen` is the hash of all that came out otherwise, of which `changes` are the first lines.
    """

    persona: str
    changes: tuple[str, ...]
    seen: str = ""
    reason: str
    by: str
    at: dt.datetime


class Release(Frozen):
    """`digest` is that of its catalogue; `why` says what was changed, `again` names the earlier release whose files it
    puts in force once more. `played` counts the written visits that were compared.
    """

    digest: str
    why: str
    made_by: str
    made_at: dt.datetime
    approved_by: str = ""
    approved_at: dt.datetime | None = None
    again: str = ""
    played: int = 0
    accepted: tuple[Accepted, ...] = ()
    files: tuple[ReleasedFile, ...]

    @cached_property
    def hashes(self) -> dict[str, str]:
        """SHA-256 by path."""
        return {file.path: file.sha256 for file in self.files}


def names(root: Path) -> tuple[str, ...]:
    """The releases of a folder of forms, in the order in which they come into force; later names win on a day."""
    found = (path.stem for path in (root / FOLDER).glob("*.toml") if begins(path.stem) is not None)
    return tuple(sorted(found, key=_order))


def begins(name: str) -> dt.date | None:
    """The first day of a release; None for no name of one."""
    read = _NAME.fullmatch(name)
    try:
        return dt.date.fromisoformat(read[1]) if read else None
    except ValueError:
        return None


def free_name(root: Path, day: dt.date) -> str:
    """The name of the next release from a day on: 2026-12-01, then 2026-12-01-2."""
    on_day = [_order(name)[1] for name in names(root) if begins(name) == day]
    return f"{day}-{max(on_day) + 1}" if on_day else f"{day}"


def _order(name: str) -> tuple[str, int]:
    read = _NAME.fullmatch(name)
    return (read[1], int(read[2] or 1)) if read else ("", 0)


def read_release(root: Path, name: str) -> Release | tuple[Issue, ...]:
    """The list of a release, or what is wrong with it."""
    where = f"{FOLDER}/{name}.toml"
    try:
        found = parse_toml(take(root / where), where=where)
    except (Untaken, OSError) as error:
        return (Issue(where=where, message=getattr(error, "message", "ファイルを読めません。")),)
    return (found,) if isinstance(found, Issue) else build(Release, found, where=where)


def named_digest(root: Path, name: str) -> str:
    """The digest that the list of a release names, without reading all of the list; empty where that cannot be seen.

    A start needs no more where the folder lies as it was released.
    """
    try:
        found = _DIGEST.search(take(root / FOLDER / f"{name}.toml"))
    except (Untaken, OSError):
        return ""
    return found[1].decode() if found else ""


def archive(root: Path, digest: str) -> Path:
    """Where the files of a release lie."""
    return root / FOLDER / f"{digest}.zip"


def content(root: Path, release: Release) -> dict[str, bytes] | Issue:
    """The files of a release as they were; an Issue where they are not kept, or not as they were."""
    path = archive(root, release.digest)
    where = f"{FOLDER}/{path.name}"
    try:
        found = unpacked(take(path, most=MOST), INSIDE)
    except (Untaken, OSError):
        return Issue(where=where, message="公開した様式のファイルを読めません。", allowed="控えから戻します")
    if found is None or {name: sha256(data) for name, data in found.items()} != release.hashes:
        return Issue(where=where, message="公開したときの様式と違います。", allowed="控えから戻します")
    return found


def contents(root: Path) -> Iterator[dict[str, bytes]]:
    """The files of every release that can be read, the newest first."""
    for name in reversed(names(root)):
        release = read_release(root, name)
        kept = content(root, release) if isinstance(release, Release) else release
        if isinstance(kept, dict):
            yield kept


def catalogue_of(found: Mapping[str, bytes]) -> Files:
    """What the program runs on among the files of a release."""
    return Files({name: data for name, data in found.items() if CATALOGUE.fullmatch(name)}, folder="forms")


def sha256(data: bytes) -> str:
    """Hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def versions(hashes: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The files of every version of a form among a release's, by its folder (templates/F01/001)."""
    found: dict[str, dict[str, str]] = {}
    for name, said in hashes.items():
        if _SEALED.fullmatch(name):
            found.setdefault(name.rpartition("/")[0], {})[name] = said
    return found


def broken_seals(found: Mapping[str, bytes], released: Mapping[str, Release]) -> Iterator[Issue]:
    """Published versions of forms that are not as they were published; `released` are releases by name.

    A version that is gone is told by whoever misses it: a form may be given up.
    """
    here = versions({name: sha256(data) for name, data in found.items()})
    told: set[str] = set()
    for name, release in released.items():
        for folder, sealed in versions(release.hashes).items():
            now = here.get(folder)
            if now is not None and folder not in told and now != sealed:
                told.add(folder)
                other = next(each for each in sorted({*now, *sealed}) if now.get(each) != sealed.get(each))
                message = f"公開した版（{name}）は変えられません。"
                yield Issue(where=other, message=message, allowed="次の番号のフォルダーに新しい版を作る")


def unreleased(found: Files, name: str, release: Release) -> Iterator[Issue]:
    """The files of the catalogue that are other than in a release."""
    here = {path: sha256(data) for path, data in found.content.items()}
    there = {path: said for path, said in release.hashes.items() if CATALOGUE.fullmatch(path)}
    words = {(True, True): "変わりました", (True, False): "加わりました", (False, True): "なくなりました"}
    for path in sorted({*here, *there}):
        if here.get(path) != there.get(path):
            message = f"公開（{name}）のあと、公開しないまま{words[path in here, path in there]}。"
            yield Issue(where=path, message=message, allowed="kiosk forms draft の下書きで変えて、公開する")


def next_number(versions: Iterable[str]) -> str:
    """The number of a form's next version, behind the highest that it has or once had: 001 → 002."""
    return f"{max((int(each) for each in versions if each.isdecimal()), default=0) + 1:03}"


def released_versions(root: Path, form: str) -> frozenset[str]:
    """The versions that a form had in any release: their numbers are never given again."""
    read = (read_release(root, name) for name in names(root))
    paths = (path.split("/") for each in read if isinstance(each, Release) for path in each.hashes)
    return frozenset(path[2] for path in paths if path[:2] == ["templates", form] and path[3:])
