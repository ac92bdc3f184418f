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


REPEATING = (
    "tests/crash/",
    "tests/fuzz/",
    "tests/journeys/test_fewest_questions.py",
    "tests/journeys/test_persona",
    "tests/journeys/test_session_machine.py",
    "tests/unit/test_rules_incremental.py",
)
"""Tests that go the same ways many hundred times: others reach those lines, so nothing is measured while they run."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measuring makes a test twice as slow."""
    for item in items:
        if item.nodeid.startswith(REPEATING):
            item.add_marker("no_cover")


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """A thread, a running timer or a window that outlives its test is that test's mistake."""
    before = standing()
    yield
    left = end_of(before)
    assert not left, "left behind: " + ", ".join(left)
