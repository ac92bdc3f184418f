"""What every window does once it stands."""

import gc


def settle() -> None:
    """Take what the start made out of the collector's sight: looking at it all again stops a key for 80 ms.

    A key makes some thousand values that are gone with it. By itself the collector looks for garbage after every 700,
    which takes a seventh of what a key costs.
    """
    gc.collect()
    gc.freeze()
    gc.collect()  # it waits until a quarter of what the last look found has come: of what is looked at from now on
    gc.set_threshold(5_000, 2, 5)  # all of it as often as by itself: what a visit leaves behind does not stay
