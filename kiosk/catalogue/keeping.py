"""Small things beside the copies: which code has read the files, texts that are kept, files that are written whole.

Apart from `copies`, because the check with nothing changed needs no rules and no values, only these.
"""

import hashlib
import os
import stat
import sys
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pydantic import VERSION

from kiosk.durable import write_whole

_KEPT = 4  # in one folder: the city's forms, and those that somebody tries out beside them
_CODE = (
    *("catalogue/*.py", "model/*.py", "rules/*.py", "settings.py"),
    *("designing/rule_check/*.py", "exchange/records/*.py", "cards/*.py"),
    *("render/background.py", "bootstrap/examine.py", "bootstrap/verdict.py"),
)


@cache
def program_digest() -> str:
    """Which code has read the files, and which rule compiler; nothing about anybody."""
    read = hashlib.sha256(f"{sys.version_info} {VERSION} {_compiler()}".encode())
    root = Path(__file__).resolve().parents[1]
    for pattern in _CODE:
        for path in sorted(root.glob(pattern)):
            read.update(path.read_bytes())
    return read.hexdigest()


def _compiler() -> list[tuple[int, int]]:
    """Size and age of the rule compiler's own files; found without loading it."""
    spec = find_spec("cel_expr_python")
    folders = spec.submodule_search_locations if spec is not None else None
    files = sorted(path for folder in folders or () for path in Path(folder).glob("*.so"))
    return [(found.st_size, found.st_mtime_ns) for found in (path.stat() for path in files)]


def ours(found: os.stat_result) -> bool:
    """Whether nobody but this account can have written a file."""
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def kept_text(folder: Path | None, name: str) -> str | None:
    """A text that was kept beside the copies; None when there is none that only this account can have written."""
    if folder is None:
        return None
    try:
        with (folder / name).open("rb") as file:
            return file.read().decode() if ours(os.fstat(file.fileno())) else None
    except (OSError, UnicodeDecodeError):
        return None


def keep_text(folder: Path | None, name: str, text: str) -> None:
    """Keep a text for the next time."""
    if folder is not None:
        put(folder / name, text.encode())


def put(path: Path, content: bytes) -> None:
    """The whole file under its name, or nothing; then the oldest make room. What can be made anew is not forced."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, content, forced=False)
        _sweep(path)


def take_over(folder: Path | None, known: Path | None) -> None:
    """A folder that is not there yet begins with what `known` keeps of the same kind: a new home is no new world.

    Every copy is of files and a program that its name tells, so none is used for others. What another account could
    have written stays where it is.
    """
    if folder is None or known is None or folder == known or folder.exists():
        return
    for path in sorted(known.glob("*-*"), key=lambda path: path.name):
        with suppress(OSError), path.open("rb") as file:
            if ours(os.fstat(file.fileno())):
                put(folder / path.name, file.read())


def _sweep(latest: Path) -> None:
    """Keep the newest copies of its kind, which its name begins with; another process may be sweeping too."""
    kind, dash, _ = latest.name.partition("-")
    alike = latest.parent.glob(f"{kind}-*{latest.suffix}") if dash else ()
    for path in sorted(alike, key=lambda path: path.stat().st_mtime)[:-_KEPT]:
        path.unlink(missing_ok=True)
