"""What was found out about a rule, as plain values that are kept with the checked catalogue for the next start."""

from dataclasses import dataclass

EACH, PERSONS = "each", "persons"
"""The first word of places that are anybody's, and the variable that holds everybody."""

AND, OR, CHOICE = "_&&_", "_||_", "_?_:_"
"""What may join an expression at its top."""


EARLIEST, LATEST = "_earliest", "_latest"
"""What is added to the name of an imprecise date for the first and the last day that it can be."""


@dataclass(frozen=True)
class Looks:
    """All places (`refs`), in the order in which they are written; whose value counts, and not only whether there is
    one (`values`); about which has() asks (`present`); places with a quoted word that each is compared with
    (`compared`); the variables that hold facts and stand in it at all (`named`: in [m, head] nothing is looked at, and
    yet it is about somebody); and the one place whose value the expression is, when it is nothing else (`place`).
    """

    refs: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    compared: tuple[tuple[str, str], ...] = ()
    named: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Found:
    """What a rule looks at, whether it may do without a part of itself, what joins which parts at its top, and the most
    `steps` that judging it can take (see `cost`).
    """

    looks: Looks
    skips: bool = False
    sign: str = ""
    parts: tuple[str, ...] = ()
    steps: float = 0.0


@dataclass(frozen=True)
class Read:
    """A rule that need not be compiled again: its checked tree (see `packed`), and what was found out about it.

    `judged` is the tree that is judged, where that is another one (see `expansion`); else empty.
    """

    tree: str
    found: Found
    judged: str = ""
