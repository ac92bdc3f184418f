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
