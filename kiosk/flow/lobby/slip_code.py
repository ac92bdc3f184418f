"""The code on a slip: the random id of a case, which nobody can guess from the number beside it."""

import uuid

_SCHEME = "KAKU"


def code_of(case: uuid.UUID) -> str:
    """What the code says, in letters that every kind of code can carry."""
    return f"{_SCHEME}-{case}".upper()


def case_of(code: str) -> uuid.UUID | None:
    """The case that a scanned code names; None for anything else."""
    scheme, _, number = code.strip().upper().partition("-")
    try:
        return uuid.UUID(number) if scheme == _SCHEME else None
    except ValueError:
        return None
