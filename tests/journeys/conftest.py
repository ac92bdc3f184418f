"""The demonstration, played twice for all tests of a run: here, and in a process of its own that is listened to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demonstration import play
from tests.shared import once
from tests.visits import ROOT

EARLIER = "{}"


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one demonstration; nobody changes it."""
    return once(tmp_path_factory, "demonstration", lambda folder: play(folder / "out")) / "out"


@pytest.fixture(scope="session")
def overheard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with another demonstration's `out`, all that it `said`, and its `temp` folder."""
    return once(tmp_path_factory, "overheard", listen)


def listen(folder: Path) -> None:
    """Play it over an earlier demonstration's results."""
    temp, forms = folder / "temp", folder / "out" / "forms"
    for each in (temp, forms):
        each.mkdir(parents=True)
    (folder / "out" / "summary.json").write_text(EARLIER, encoding="utf-8")
    (forms / "F99.pdf").write_bytes(b"")
    env = {**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temp)), "PYTHONHASHSEED": "random"}
    call = [sys.executable, "-m", "tests.demonstration", str(folder / "out")]
    with (folder / "said").open("wb") as said:
        subprocess.run(call, cwd=ROOT, env=env, stdout=said, stderr=subprocess.STDOUT, check=True)
