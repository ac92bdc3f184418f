"""What a person must be told of the place and of the program: a trouble that lasts, a defect that was met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.model.errors import SiteError
    from kiosk.model.message import Message
    from kiosk.ui.ports import Log


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the place now: `kind` names it (store, courier, waiting), the rest is said to staff."""

    kind: str
    what: str
    mend: str = ""
    code: str = ""
    urgent: bool = True
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A defect: its reference in the log, whether it met a visit, its number, whether it is kept (None: not yet)."""

    reference: str
    visit: bool = False
    slip: str = ""
    kept: bool | None = None


class Troubles:
    """All there are now, one of each kind; `tell` hears of them whenever they are others, the log when one comes or
    goes.
    """

    def __init__(self, tell: Callable[[tuple[Trouble, ...]], None], log: Log) -> None:
        self._tell, self._log = tell, log
        self._now: dict[str, Trouble] = {}

    def __contains__(self, kind: str) -> bool:
        return kind in self._now

    def note(self, kind: str, error: SiteError) -> None:
        """The place is not ready."""
        known = self._now.get(kind)
        if known is None or known.code != error.code:
            self._log.trouble(kind, error.code)
        self.show(Trouble(kind, error.what, error.mend, error.code))

    def show(self, trouble: Trouble) -> None:
        """One more, or another in the place of its kind."""
        if self._now.get(trouble.kind) != trouble:
            self._now[trouble.kind] = trouble
            self._tell(tuple(self._now.values()))

    def clear(self, kind: str) -> None:
        """It is right again."""
        if self._now.pop(kind, None) is not None:
            self._log.mended(kind)
            self._tell(tuple(self._now.values()))
