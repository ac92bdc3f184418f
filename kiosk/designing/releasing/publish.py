"""A release is laid down: first its files and its list, then the folder itself, so that no counter meets a half."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.catalogue.drawing.written import entry_text
from kiosk.catalogue.releases import FOLDER, ReleasedFile, archive, catalogue_of, sha256
from kiosk.catalogue.shelf import packed
from kiosk.designing.releasing.draft import changed, whole
from kiosk.durable import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.catalogue.releases import Release

_HEAD = "# 公開した様式の一覧。kiosk forms が書きます。書きかえないでください。\n"


def listed(content: Mapping[str, bytes]) -> tuple[str, tuple[ReleasedFile, ...]]:
    """The digest of the catalogue among some files, and the list of all of them."""
    files = tuple(ReleasedFile(path=name, sha256=sha256(data)) for name, data in sorted(content.items()))
    return catalogue_of(content).digest, files


def publish(root: Path, name: str, release: Release, content: Mapping[str, bytes]) -> None:
    """Lay a release down and make the folder what it says. Raises OSError.

    From the moment its list is there, counters that start go by it, whatever of the folder is still the old one.
    """
    written_in(root, str(archive(root, release.digest).relative_to(root)), packed(content))
    written_in(root, f"{FOLDER}/{name}.toml", (_HEAD + entry_text(release)).encode())
    lay_out(root, content)


def lay_out(root: Path, content: Mapping[str, bytes]) -> None:
    """Make a folder of forms consist of these files; what else lies there and is no file of forms stays."""
    for sign, path in changed(whole(root), content):
        if sign == "-":
            (root / path).unlink(missing_ok=True)
            with suppress(OSError):  # something else lies in it
                (root / path).parent.rmdir()
        else:
            written_in(root, path, content[path])


def written_in(root: Path, name: str, data: bytes) -> None:
    """A file whole, readable for whoever can read the others: counters run under an account of their own.

    Raises OSError.
    """
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = root.stat().st_mode & 0o777
    with suppress(OSError):
        path.parent.chmod(path.parent.stat().st_mode | (mode & 0o755))
    write_whole(path, data)
    os.chmod(path, (mode & 0o644) | 0o600)  # noqa: PTH101 - of the file that has just been written
