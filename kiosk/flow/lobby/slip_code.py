"""The codes on a slip: the random id of a case, which nobody can guess from the number beside it, and the number."""

import re
import uuid

from kiosk.model.scans import GUIDE, SLIP
from kiosk.model.slip_number import half_width

_ROW = re.compile(rf"{GUIDE}([0-9]{{6}}-[0-9]{{3,}})(?:-([0-9A-Z]+))?")
_NUMBER = re.compile(rf"{SLIP}([0-9]{{6}}-[0-9]{{3,}})")


def code_of(case: uuid.UUID) -> str:
    """What the code for a camera says, in letters and digits alone."""
    return f"{SLIP}{case.hex}".upper()


def bars_of(slip: str) -> str:
    """What the bars say."""
    return f"{SLIP}{slip}"


def case_of(line: str) -> uuid.UUID | None:
    """The case that a scanned line names; None for anything else."""
    said = half_width(line).upper()
    mark, number = said[: len(SLIP)], said[len(SLIP) :]
    try:
        return uuid.UUID(number) if mark == SLIP and len(number) == 32 else None
    except ValueError:
        return None


def guide_code(slip: str, procedure: str = "") -> str:
    """What the bars of a 受付案内票 say: the visit, or one row of it."""
    return f"{GUIDE}{slip}-{procedure}" if procedure else f"{GUIDE}{slip}"


def guide_row_of(line: str) -> tuple[str, str] | None:
    """The number and the procedure (empty: the whole sheet) that bars of a 受付案内票 name; None for anything else."""
    found = _ROW.fullmatch(half_width(line).upper())
    return (found[1], found[2] or "") if found else None


def slip_of(line: str) -> str:
    """The number that scanned bars say; empty for anything else."""
    found = _NUMBER.fullmatch(half_width(line).upper())
    return found[1] if found else ""
