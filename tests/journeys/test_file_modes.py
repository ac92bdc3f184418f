"""What the real program leaves on the disk is for its own account, whatever the shell's umask says."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.privacy import keep_private
from tests.read_before import known
from tests.visits import FORMS

ROOT = FORMS.parent
FAMILY = FORMS / "personas" / "kazoku4.toml"


def run(home: Path, *words: object) -> None:
    """`kiosk …` as a process of its own, under a shell that lets everybody read and write everything."""
    environ = {**os.environ, "KIOSK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    call = [sys.executable, "-m", "kiosk", *map(str, words)]
    subprocess.run(call, cwd=ROOT, env=environ, umask=0, check=True, capture_output=True)


def modes(folder: Path) -> Iterator[tuple[str, int]]:
    for path in (folder, *folder.rglob("*")):
        yield str(path.relative_to(folder)), path.stat().st_mode & 0o777


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which a family was confirmed and delivered, and its papers beside it."""
    place = tmp_path_factory.mktemp("used")
    place.chmod(0o777)
    known()
    run(place / "home", "confirm", FAMILY)
    run(place / "home", "deliver")
    run(place / "home", "fill", FAMILY, "--out", place / "papers")
    run(place / "home", "paper", "F07", "--out", place / "papers" / "blank.pdf")
    return place


def test_nobody_else_may_read_what_the_program_keeps(used: Path) -> None:
    found = dict(modes(used / "home"))
    received = {name for name in found if name.startswith("outgoing")}
    assert {"kiosk.db", "root.key"} <= {Path(name).name for name in found}
    assert received
    assert {name: oct(mode) for name, mode in found.items() if mode & 0o077 and name not in received} == {}


def test_nobody_else_may_read_the_papers(used: Path) -> None:
    found = dict(modes(used / "papers"))
    assert "packet.pdf" in found
    assert "blank.pdf" in found
    assert {name: oct(mode) for name, mode in found.items() if mode & 0o077} == {}


def test_the_receiver_s_files_have_the_mode_of_the_settings(used: Path) -> None:
    found = {
        name: mode for name, mode in modes(used / "home" / "outgoing") if (used / "home" / "outgoing" / name).is_file()
    }
    assert len(found) > 5
    assert {oct(mode) for name, mode in found.items() if not name.startswith(".")} == {oct(0o640)}


def test_the_process_leaves_no_core_and_lets_nobody_look_into_its_memory() -> None:
    child = os.fork()
    if child == 0:
        keep_private()
        limit = resource.getrlimit(resource.RLIMIT_CORE)
        dumpable = _dumpable()
        os._exit(0 if (limit, dumpable, os.umask(0)) == ((0, 0), 0, 0o077) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _dumpable() -> int:
    import ctypes

    return int(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))  # PR_GET_DUMPABLE


DOOR = """
import kiosk.bootstrap.privacy as privacy
privacy.keep_private = lambda: print("kept")
from kiosk.__main__ import main
main()
"""


def test_the_door_of_the_program_is_where_that_is_said() -> None:
    call = [sys.executable, "-c", DOOR, "--help"]
    assert subprocess.run(call, cwd=ROOT, check=False, capture_output=True, text=True).stdout.startswith("kept")
