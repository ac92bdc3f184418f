"""A process whose freed memory is overwritten at once: for a terminal that one resident after another uses.

Context: what a program gives back to the C library stays as it was until somebody else writes there; after a resident
had left, a name was still to be found a dozen times in the memory of the process, though nothing referred to it.
Decision: the C library overwrites whatever is given back (its M_PERTURB; small pieces are not put aside unwritten), and
Python takes every object from it. Both are only read when a process begins, so a process without them begins anew.
Consequence: after the end of a visit a search of the whole memory finds nothing; a key costs about a tenth more.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
