"""The codes on a slip: the random id of a case, which nobody can guess from the number beside it, and the number."""

import re
import uuid

from kiosk.model.scans import SLIP

_NUMBER = re.compile(rf"{SLIP}([0-9]{{6}}-[0-9]{{3,}})")


def code_of(case: uuid.UUID) -> str:
    """What the code for a camera says, in letters and digits alone."""
    return f"{SLIP}{case.hex}".upper()


def bars_of(slip: str) -> str:
    """What the bars say."""
    return f"{SLIP}{slip}"


def case_of(line: str) -> uuid.UUID | None:
    """The case that a scanned line names; None for anything else."""
    mark, number = line.strip().upper()[: len(SLIP)], line.strip()[len(SLIP) :]
    try:
        return uuid.UUID(number) if mark == SLIP and len(number) == 32 else None
    except ValueError:
        return None


def slip_of(line: str) -> str:
    """The number that scanned bars say; empty for anything else."""
    found = _NUMBER.fullmatch(line.strip().upper())
    return found[1] if found else ""
