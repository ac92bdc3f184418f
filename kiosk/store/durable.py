"""What must be on the device before anything is built upon it."""

import os
from pathlib import Path


def flush(folder: Path) -> None:
    """Force a folder's list of names to the device. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each in a list of names on the device. Raises OSError.

    What is forced to the device inside a folder whose own name is not there would be gone with it after a power cut.
    """
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    flush(folder.parent)
