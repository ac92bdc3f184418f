"""What is made once for a whole run of the tests, whichever of its processes asks first."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def once(where: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name, made by `make` once; the others wait until it is whole."""
    folder = _common(where) / name
    whole = folder.with_suffix(".whole")
    with FileLock(folder.with_suffix(".lock")):
        if not whole.exists():
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder


def _common(where: pytest.TempPathFactory) -> Path:
    """The folder of this run: with several processes each has its own inside."""
    own = where.getbasetemp()
    return own.parent if own.name.startswith("popen-") else own
