"""How the window's process takes memory from the system, all its threads from one place, and gives it back.

The C library gives every thread a place of its own, and what one of them gives back no other may use: rules are read
and papers are drawn beside the window, and what that needed for a moment would be held all day. The threads of a desk
take turns at Python anyway, so that none waits for another's memory.
"""

import sys

_M_ARENA_MAX = -8  # malloc.h of glibc; another C library has no such switch


def give_back() -> None:
    """What lies free goes back to the system: a piece that is used above it would keep it for the day (glibc)."""
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def share_memory() -> None:
    """Said before any thread is begun; where the system knows nothing of it, all stays as it is."""
    if sys.platform == "linux":
        import ctypes

        option = getattr(ctypes.CDLL(None), "mallopt", None)
        if option is not None:
            option(_M_ARENA_MAX, 1)
