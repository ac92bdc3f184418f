"""What one answer at a terminal gives beside itself: the reading of a name, the building of an address, the usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.actions import Answer, Put
from kiosk.flow.lobby.actions import Say, SayValue
from kiosk.flow.lobby.asking import together
from kiosk.model.address import Address
from kiosk.model.address_parts import revised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.flow.visit import Visit


def sayings(visit: Visit, path: str, said: Say | SayValue) -> Iterator[Answer | Put]:
    """What the resident says with one touch of 次へ; what stands beside the answer only where it is asked for, too."""
    beside = together(visit, path)
    wanted = bool(beside) and (_open(visit, beside) or _stands(visit, beside))
    if isinstance(said, Say):
        yield Answer(path=path, text=said.text)
        if wanted and said.reading:
            yield Answer(path=beside, text=said.reading)
        return
    value = said.value
    if wanted and isinstance(value, Address) and value.number:
        yield Put(path=path, value=revised(value, building=""))
        yield Put(path=beside, value=value.building)
    else:
        yield Put(path=path, value=value)


def _open(visit: Visit, path: str) -> bool:
    return visit.snapshot is not None and path in visit.snapshot.interview.open


def _stands(visit: Visit, path: str) -> bool:
    case = visit.state.case
    return case is not None and path in case.ledger.current


def usual(visit: Visit, path: str) -> str:
    """What nearly everybody answers here; nothing where it must be asked, or could not be read."""
    case = visit.state.case
    if case is None or path in visit.state.typed:
        return ""
    return visit.outside.book.purpose(case).usual.get(path, "")
