"""An open visit is kept on the disk as it goes: one write at a time, always of what stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.actions import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.flow.state import VisitState


class Autosave:
    """`write` begins to write a state; whoever does it calls `over` when it is written or could not be.

    What changes while something is being written waits, and only the newest of it.
    """

    def __init__(self, write: Callable[[VisitState], None]) -> None:
        self._write, self._writing = write, False
        self._last: VisitState | None = None
        self._waiting: VisitState | None = None

    def see(self, state: VisitState) -> None:
        """How the visit stands now; one that is over, or being confirmed, is not kept by us."""
        if state.case is None or state.step is Step.DONE or state.confirming:
            self._last = self._waiting = None
        elif state is not self._last:
            self._last = self._waiting = state
            self._go()

    def again(self) -> None:
        """The disk takes what is written again."""
        self._waiting = self._last
        self._go()

    def over(self) -> None:
        """It has been written, or could not be."""
        self._writing = False
        self._go()

    def _go(self) -> None:
        if not self._writing and self._waiting is not None:
            state, self._waiting, self._writing = self._waiting, None, True
            self._write(state)
