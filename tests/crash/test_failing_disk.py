"""A disk that fails (EIO) while cases are confirmed and delivered: it is told, nothing is there by half, work goes on.

The system call of the real program is made to fail (strace), not a function of it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash import recorded
from tests.crash.test_power_cut import ROOT, lost_cases, lost_parcels

CALLS = [
    *(("confirm", call, at) for call, at in (("fsync", 3), ("fsync", 20), ("ftruncate", 1), ("ftruncate", 3))),
    *(("confirm", "pwrite64", at) for at in (1, 6, 12, 20, 33, 60)),
    *(("deliver", "link", at) for at in (1, 5, 17, 50)),
]


def failing(work: str, home: Path, call: str, at: int) -> tuple[list[str], list[str]]:
    """What was said to be done, and what trouble was told, when a call fails for the `at`-th time that it is made."""
    if not shutil.which("strace"):
        pytest.skip("making calls fail needs strace")
    words = ["strace", "-qq", "-o", "/dev/null", "-e", f"inject={call}:error=EIO:when={at}"]
    words += [sys.executable, "-m", "tests.crash.recorded", work, str(home), ""]
    ended = subprocess.run(words, cwd=ROOT, check=False, capture_output=True, text=True)
    lines = [line.partition(" ") for line in ended.stdout.splitlines()]
    return [rest for word, _, rest in lines if word == "ack"], [rest for word, _, rest in lines if word == "trouble"]


@pytest.mark.parametrize(("work", "call", "at"), CALLS)
def test_a_disk_that_fails_is_told_and_leaves_nothing_by_half(tmp_path: Path, work: str, call: str, at: int) -> None:
    home, lost = tmp_path / "home", lost_cases if work == "confirm" else lost_parcels
    if work == "deliver":
        (home / recorded.TARGET).mkdir(parents=True)
        recorded.confirm(home)
    said, trouble = failing(work, home, call, at)
    assert trouble == (["store-io"] if work == "confirm" else ["D04"])
    assert lost(home, said) == ""
    whole, _ = failing(work, home, call, 1_000_000)
    assert lost(home, [*said, *whole]) == ""
