"""What every test stands on: no screen, quiet Qt, nothing left behind, and properties tried alike on every machine."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.leftovers import end_of, standing

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_CACHE_HOME"] = str(Path(tempfile.gettempdir()) / f"kiosk-tests-{os.getuid()}")  # forms alone lie there

settings.register_profile("office", deadline=None, print_blob=True)
settings.load_profile("office")


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """A thread, a running timer or a window that outlives its test is that test's mistake."""
    before = standing()
    yield
    left = end_of(before)
    assert not left, "left behind: " + ", ".join(left)
