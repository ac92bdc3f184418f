"""What every window does once it stands."""

import gc
import sys

_TURN_S = 0.001


def settle() -> None:
    """Take what the start made out of the collector's sight: looking at it all again stops a key for 80 ms.

    A key makes some thousand values that are gone with it. By itself the collector looks for garbage after every 700,
    which takes a seventh of what a key costs. While another thread draws papers, each thing that is painted would wait
    five milliseconds for its turn at Python: turns are shorter then.
    """
    gc.collect()
    gc.freeze()
    gc.collect()  # it waits until a quarter of what the last look found has come: of what is looked at from now on
    sys.setswitchinterval(_TURN_S)
    gc.set_threshold(5_000, 2, 5)  # all of it as often as by itself: what a visit leaves behind does not stay
