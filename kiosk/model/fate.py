"""What has become of an application, as whoever filed it may hear it: never why, and never about whom."""

import enum
from collections.abc import Collection
from dataclasses import dataclass


class Fate(enum.Enum):
    """OPEN: no receiver has decided yet. COME: something is to be put right. REFUSED: it was not accepted, and stands
    so. SETTLED: what was to be put right has been seen to at the counter. WITHDRAWN: it was taken back.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    COME = "come"
    REFUSED = "refused"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Filed:
    """The last revision of an application of a case, by its procedure, and what has become of it."""

    kind: str
    fate: Fate


def all_in_all(fates: Collection[Fate]) -> Fate:
    """What is said of them together: COME where a person has to, WITHDRAWN or ACCEPTED when all of it is over, else
    OPEN.

    Nothing at all is OPEN as well: a number that nobody was given looks like one that nobody has decided about.
    """
    if {Fate.COME, Fate.REFUSED} & set(fates):
        return Fate.COME
    if set(fates) == {Fate.WITHDRAWN}:
        return Fate.WITHDRAWN
    return Fate.ACCEPTED if fates and Fate.OPEN not in fates else Fate.OPEN
