"""A process whose freed memory is overwritten at once: for a terminal that one resident after another uses.

Context: what a program gives back to the C library stays as it was until somebody else writes there; after a resident
had left, a name was still to be found a dozen times in the memory of the process, though nothing referred to it.
Decision: the C library overwrites whatever is given back (its M_PERTURB; small pieces are not put aside unwritten), and
Python takes every object from it. Both are only read when a process begins, so a process without them begins anew.
Consequence: after the end of a visit a search of the whole memory finds nothing; a key costs about a tenth more.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from typing import TYPE_CHECKING

from kiosk.bootstrap.memory import give_back

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TUNABLES = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"
_NAME, _PYTHON = "GLIBC_TUNABLES", {"PYTHONMALLOC": "malloc"}
_ANEW = "KIOSK_BEGUN_ANEW"


def overwriting(environ: Mapping[str, str]) -> dict[str, str]:
    """An environment in which a new process overwrites what it gives back."""
    others = [each for each in environ.get(_NAME, "").split(":") if each and not each.startswith("glibc.malloc.")]
    return {**environ, **_PYTHON, _NAME: ":".join([*others, TUNABLES])}


def overwrites(environ: Mapping[str, str]) -> bool:
    """Whether this process does."""
    return environ.get("PYTHONMALLOC") == "malloc" and TUNABLES in environ.get(_NAME, "")


def begin_overwriting() -> None:
    """Begin this process anew where it does not overwrite yet; the same number, the same words, and never twice."""
    if sys.platform == "linux" and not overwrites(os.environ) and _ANEW not in os.environ:
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**overwriting(os.environ), _ANEW: "1"})  # noqa: S606 - ourselves


_BLOCKS = (65536, 8192, 2048, 1024, 512, 384, 256, *range(248, 16, -16))
_M_TOP_PAD = -2  # malloc.h of glibc
_MOST = 200_000  # blocks; more would be a heap that grows as we fill it


def overwrite_free() -> None:
    """Overwrite all that lies free in the C library's store: of a small piece that is given back it spares the last
    eight bytes itself (`free_perturb` in glibc's malloc.c), and a name of three letters fits there.

    Eight bytes of a piece that was given to somebody else meanwhile, and not asked for whole, are out of reach.
    Everything that is free is taken, from large pieces to small ones, until a piece had to be asked of the system; all
    of it is filled, and given back to the library, which gives it back to the system: a terminal then holds what it
    needs while nobody is there.
    """
    if sys.platform != "linux":
        return
    gc.collect()
    library = _library()
    library.mallopt(
        _M_TOP_PAD, 0
    )  # else each size grows the heap by far more than the piece that there was no room for
    _fill(library, (24,), 16)  # what Python keeps for itself while it goes round lies below what is taken
    _fill(library, _BLOCKS, _MOST)
    give_back()


def _library() -> ctypes.PyDLL:
    """The C library with the signatures of what is called here."""
    library = ctypes.PyDLL(None)
    for each in (library.malloc, library.sbrk):
        each.restype = ctypes.c_void_p
    library.malloc_usable_size.restype = ctypes.c_size_t
    library.malloc.argtypes, library.sbrk.argtypes = [ctypes.c_size_t], [ctypes.c_ssize_t]
    library.free.argtypes = library.malloc_usable_size.argtypes = [ctypes.c_void_p]
    library.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
    return library


def _fill(library: ctypes.PyDLL, sizes: Sequence[int], left: int) -> None:
    """Take pieces of each size until one had to be asked of the system, `left` at most; fill them, and give them back.

    Each bears where the one before it lies: a list of them would lie above what is free, and hold it.
    """
    take, give, room, fill, end = (
        library.malloc,
        library.free,
        library.malloc_usable_size,
        library.memset,
        library.sbrk,
    )
    last = None
    for size in sizes:
        before = end(0)
        while left and (block := take(size)):
            fill(block, 0, room(block))
            ctypes.c_void_p.from_address(block).value = last
            last, left = block, left - 1
            if end(0) != before:
                break
    while last is not None:
        block, last = last, ctypes.c_void_p.from_address(last).value
        give(block)
