"""What can be left before the signatures, one entry each; made by `kiosk.flow.gate`."""

import enum
from dataclasses import dataclass


class Gate(enum.Enum):
    """What can stand between the answers and the signatures, in the order in which it is shown."""

    RETURNED = "returned"
    OPEN = "open"
    HELD = "held"
    CONFLICT = "conflict"
    SAID = "said"
    PRINT = "print"


@dataclass(frozen=True, kw_only=True)
class GateEntry:
    """One thing that is left before the signatures: about whom, what, and what is the matter with it.

    `path` is the answer that settles it, empty where none alone does. `id` names a held filing, what is unusual, a
    print caution or what a receiver sent back, which can be accepted as it is; `settled`: it was, or nothing waits for
    it; `reason` is why a held filing was, or why what was refused is filed again. `refused` is the procedure of
    an application that stands refused and can be filed again, `filing` what it is called.
    """

    kind: Gate
    path: str = ""
    id: str = ""
    settled: bool = False
    reason: str = ""
    refused: str = ""
    filing: str = ""
    who: str = ""
    what: str
    why: str = ""
