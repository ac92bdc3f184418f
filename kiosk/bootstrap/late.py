"""A desk whose rules and forms are still being read while its start page is used: what is asked meanwhile waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.flow.actions import StartVisit, Step
from kiosk.flow.jobs import Reply, Unparked
from kiosk.flow.notices import CATALOGUE_AWAITED, information
from kiosk.flow.pages import CounterPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bootstrap.program import Program
    from kiosk.flow.actions import Action
    from kiosk.flow.jobs import Done
    from kiosk.flow.state import VisitState
    from kiosk.flow.visit import Visit
    from kiosk.model.errors import SiteError
    from kiosk.ui.jobs import Jobs


def prepare(program: Program) -> None:
    """Everything that the first visit needs, read and imported; on another thread than the window's."""
    import kiosk.flow.deciding  # a command that only plans needs neither
    import kiosk.flow.parking
    import kiosk.ui.counter.interview_view
    import kiosk.ui.counter.side  # noqa: F401 - their classes are met at the first visit

    _ = program.book.levels, program.planner, program.wording, program.renderer, program.visit()


class Seat(Protocol):
    """Whoever has a visit, and the program on whose forms it runs."""

    @property
    def visit(self) -> Visit:
        """The visit at hand."""
        ...

    @property
    def edition(self) -> Program:
        """The program on its forms."""
        ...

    @property
    def state(self) -> VisitState:
        """The visit as it can be written down."""
        ...


@dataclass
class LateDesk:
    """The Desk port. The visit is made when it is first needed, unless `begin` has its parts read on another thread.

    While they are being read nothing blocks: an action waits, and the page says so.
    """

    program: Program
    _visit: Visit | None = None
    _reading: bool = False
    _waiting: list[Action | Done] = field(default_factory=list)
    _again: Callable[[], None] | None = None
    _edition: Program | None = None

    @property
    def edition(self) -> Program:
        """The program on the forms of the visit at hand."""
        return self._edition or self.program

    @property
    def visit(self) -> Visit:
        """The visit; reads everything at once where nobody has begun to."""
        if self._visit is None:
            self._visit = self.program.visit()
        return self._visit

    def begin(
        self,
        jobs: Jobs,
        *,
        act: Callable[[Action | Done], None],
        failed: Callable[[SiteError], None],
        broke: Callable[[BaseException], None],
        ready: Callable[[], None],
    ) -> None:
        """Read on a worker thread; then `act` on what has waited and call `ready`.

        Forms that cannot be read go to `failed`, a fault of ours to `broke`: no visit can begin then.
        """
        if self._visit is not None:
            ready()
            return

        def read() -> None:
            self._reading, self._again = True, None
            jobs.run(
                lambda: prepare(self.program),
                done=lambda _: self._read(act, ready),
                failed=lambda error: self._unread(read, failed, error),
                broke=lambda error: self._unread(read, broke, error),
            )

        read()

    def read_again(self) -> None:
        """Try once more to read what could not be read."""
        if self._again is not None:
            self._again()

    def _unread(self, again: Callable[[], None], tell: Callable[[Any], None], error: BaseException) -> None:
        """It is told why; whoever asks for a visit next has it tried once more."""
        self._reading, self._again, self._waiting = False, again, []
        tell(error)

    def _read(self, act: Callable[[Action | Done], None], ready: Callable[[], None]) -> None:
        self._reading = False
        waiting, self._waiting = self._waiting, []
        for action in waiting[-1:]:  # who chose twice meant the last
            act(action)
        ready()

    # ---- the port ---------------------------------------------------------------------------------------------------
    @property
    def state(self) -> VisitState:
        """See Desk."""
        if self._visit is None:
            from kiosk.flow.state import NOBODY

            return NOBODY
        return self._visit.state

    def handle(self, action: Action | Done) -> Reply:
        """See Desk."""
        if self._again is not None:
            if not isinstance(action, StartVisit | Unparked):
                return Reply(self.page())  # nothing has begun, and the window's thread reads nothing
            self._again()
        if self._reading:
            self._waiting.append(action)
            return Reply(CounterPage(step=Step.START, notices=(information(CATALOGUE_AWAITED),)))
        if isinstance(action, StartVisit):
            self._turn_to(self.program.catalogue.digest)
        elif isinstance(action, Unparked) and action.state is not None:
            self._turn_to(action.state.catalogue)
        return self.visit.handle(action)

    def _turn_to(self, digest: str) -> None:
        """Go on with the forms of a digest, unless a visit is open or nobody has kept them."""
        edition = self.program.editions.on(digest)
        state = self.visit.state
        if edition is not None and edition is not self.edition and (state.case is None or state.step is Step.DONE):
            self._edition = edition
            self._visit = edition.visit()

    def page(self) -> CounterPage:
        """See Desk."""
        return CounterPage(step=Step.START) if self._visit is None else self._visit.page()
