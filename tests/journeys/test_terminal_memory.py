"""After a resident has left a terminal, nothing of them is left in its process nor, unencrypted, on its disk."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bench.left_over import CODINGS, any_of, memory
from kiosk.bootstrap.overwriting import TUNABLES, overwrites, overwriting
from tests.journeys.terminal_visit import BACKWARDS
from tests.read_before import known

ROOT = Path(__file__).resolve().parents[2]
SPARED = 8


def needles() -> dict[bytes, str]:
    """Every word in every coding; the longest run without a blank of what is written with blanks, too.

    Up to eight bytes can outlast a piece that somebody else was given meanwhile (see overwrite_free).
    """
    words = {word[::-1] for word in BACKWARDS.values()}
    parts = {part for word in words for part in word.split("　") if len(part) > 2}
    coded = {word.encode(coding): f"{word} in {coding}" for word in words | parts for coding in CODINGS}
    return {each: name for each, name in coded.items() if len(each) > SPARED}


def found(pieces: Iterator[bytes]) -> dict[str, int]:
    looked = needles()
    every = any_of(looked)
    return dict(Counter(looked[needle] for piece in pieces for needle in every.findall(piece)))


def files(*folders: Path) -> Iterator[bytes]:
    return (path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(("language", "ending"), [("ja", "in"), ("ja-easy", "away"), ("en", "key"), ("zh", "fault")])
def test_nothing_of_a_resident_is_left_in_memory_or_on_the_disk(tmp_path: Path, language: str, ending: str) -> None:
    known()
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    temporary.mkdir()
    env = {**overwriting(os.environ), "TMPDIR": str(temporary)}
    call = [sys.executable, "-m", "tests.journeys.terminal_visit", str(home), language, ending]
    with subprocess.Popen(
        call, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as terminal:
        assert heard(terminal) == "nobody"
        assert found(memory(terminal.pid)) == {}
        assert go_on(terminal) == ("slip" if ending == "in" else "check")
        assert len(found(memory(terminal.pid))) >= len(BACKWARDS)
        assert go_on(terminal) == "left"
        left = found(memory(terminal.pid)), found(files(home, temporary))
    assert left == ({}, {})


def heard(terminal: subprocess.Popen[str]) -> str:
    assert terminal.stdout is not None
    return terminal.stdout.readline().strip()


def go_on(terminal: subprocess.Popen[str]) -> str:
    """Let it take the next step; how far it is then."""
    assert terminal.stdin is not None
    terminal.stdin.write("\n")
    terminal.stdin.flush()
    return heard(terminal)


def test_a_terminal_begins_anew_in_order_to_overwrite_what_it_gives_back(tmp_path: Path) -> None:
    """The real command: it stops for want of a display, and has begun twice by then."""
    bare = {name: value for name, value in os.environ.items() if name not in {"PYTHONMALLOC", "GLIBC_TUNABLES"}}
    env = {**bare, "KIOSK_HOME": str(tmp_path), "DISPLAY": "", "QT_QPA_PLATFORM": ""}
    call = ["strace", "-f", "-e", "trace=execve", "-v", "-s", "9999", sys.executable, "-m", "kiosk", "lobby"]
    ended = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    begun = [line for line in ended.stderr.splitlines() if "execve(" in line and "lobby" in line]
    assert (ended.returncode, len(begun)) == (3, 2)
    assert TUNABLES not in begun[0]
    assert TUNABLES in begun[1]


_TAILS = """
import ctypes, os
from kiosk.bench.left_over import CODINGS, memory
from kiosk.bootstrap.overwriting import overwrite_free
SIZES = (40, 72, 104) * 300  # small enough to be put aside as they are
library = ctypes.PyDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]
places = [(library.malloc(size), size) for size in SIZES]
for place, size in places:
    ctypes.memmove(place + size - 8, bytes(reversed(b"REMOTSUC")), 8)
for place, _ in places:
    library.free(place)
os.write(1, b"freed\\n")  # and nothing large is asked for, which would tidy the small pieces up
os.read(0, 1)
overwrite_free()
os.write(1, b"overwritten\\n")
os.read(0, 1)
"""


def test_what_the_c_library_spares_is_overwritten_too() -> None:
    """The last eight bytes of pieces that were given back."""

    def left() -> int:
        return sum(piece.count(b"CUSTOMER") for piece in memory(process.pid))

    call = [sys.executable, "-c", _TAILS]
    with subprocess.Popen(
        call, cwd=ROOT, env=overwriting(os.environ), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert heard(process) == "freed"
        assert left() > 800
        assert go_on(process) == "overwritten"
        assert left() < 5


def test_other_settings_of_the_c_library_stay() -> None:
    made = overwriting({"GLIBC_TUNABLES": "glibc.cpu.x=1:glibc.malloc.perturb=0", "A": "b"})
    assert made == {"A": "b", "PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": f"glibc.cpu.x=1:{TUNABLES}"}
    assert overwrites(made)
    assert not overwrites({"GLIBC_TUNABLES": TUNABLES})


def test_the_unit_says_the_same() -> None:
    unit = (ROOT / "assets" / "lobby" / "kiosk-lobby.service").read_text(encoding="utf-8")
    assert f"Environment=PYTHONMALLOC=malloc\nEnvironment=GLIBC_TUNABLES={TUNABLES}\n" in unit
