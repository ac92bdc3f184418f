"""All threads of the window take memory from one place."""

import subprocess
import sys

from tests.visits import ROOT

PLACES = """
import ctypes, threading
from kiosk.bootstrap.memory import share_memory

{first}
held, all_stand = [], threading.Barrier(4)

def take() -> None:
    held.append(bytearray(50_000))
    all_stand.wait()

threads = [threading.Thread(target=take) for _ in range(4)]
for each in threads: each.start()
for each in threads: each.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
libc.malloc_info(0, ctypes.c_void_p(libc.fdopen(1, b"w")))
libc.fflush(None)
"""


def places(first: str) -> int:
    """From how many places four threads have taken memory at once, as the C library itself counts them."""
    call = [sys.executable, "-c", PLACES.format(first=first)]
    return subprocess.run(call, cwd=ROOT, check=True, capture_output=True, text=True).stdout.count("<heap nr=")


def test_threads_share_one_place_and_did_not_before() -> None:
    assert places("share_memory()") == 1
    assert places("") > 1
