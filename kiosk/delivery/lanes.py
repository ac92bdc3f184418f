"""One lane for each destination: a share that never answers keeps its own parcels waiting, and nobody else's.

A call into a network share that has gone can stay in the operating system for minutes or for ever; no time limit of
ours ends it. So each courier has a thread of its own, whoever looks waits only as long as a person would, and a lane
that is stuck is told as such. Its thread is a daemon: the program can always end, and what was under way is then
delivered anew under the same message id (see `courier`).
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import SimpleQueue

from kiosk.delivery.courier import Courier, Step
from kiosk.model.parcel import DeliveryFailed, Failure

Heard = Callable[[Step], None]

SOON, LONG = 1.0, 15.0
"""Seconds that a window waits for a lane at each look, and a command before it calls a lane silent."""

_SILENT = DeliveryFailed(
    failure=Failure.UNREACHABLE,
    code="D17",
    detail="送付先から応答がありません。共有フォルダーの接続を確かめてください。応答があれば、続きから送ります。",
)


@dataclass(frozen=True)
class Lap:
    """What a lane did since it was last asked: its steps, and what hinders its destination now."""

    steps: tuple[Step, ...] = ()
    hindrance: DeliveryFailed | None = None
    running: bool = False


class Lane:
    """A courier on its own thread; there `heard` is told every step, `then` is done when nothing is due any more, and
    `ended` is told at the very end.
    """

    def __init__(
        self,
        courier: Courier,
        *,
        heard: Heard | None = None,
        then: Callable[[], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        self.courier, self._then = courier, then
        self._heard, self._ended, self._steps, self._stopped = heard, ended, SimpleQueue[Step](), False
        self._thread: threading.Thread | None = None
        self._hindrance: DeliveryFailed | None = None
        self._error: BaseException | None = None
        self._under_way = False

    def begin(self) -> bool:
        """Deliver what is due from now on; False when the lane is under way still."""
        if self._under_way:
            return False
        self._under_way = True
        thread = threading.Thread(target=self._run, name="courier-lane", daemon=True)
        try:
            thread.start()
        except BaseException:
            self._under_way = False
            raise
        self._thread = thread  # only now: whoever stops the lane meanwhile can wait for it
        return True

    def look(self, *, patience: float, new: bool = False) -> Lap:
        """Wait up to `patience` seconds for the end; what comes later is told by the next look.

        A lane that has taken no step since the last look is silent, unless it is `new`: it began just now. Raises what
        the courier raised: SiteError when the outbox fails.
        """
        if self._thread is not None:
            self._thread.join(patience)
        running = self._thread is not None and self._thread.is_alive()
        if self._error is not None:
            error, self._error = self._error, None
            raise error
        steps = tuple(self._taken())
        if running:
            return Lap(steps, None if new or steps else _SILENT, running=True)
        return Lap(steps, self._hindrance)

    def stop(self, *, patience: float = 0) -> None:
        """Take no further step; one that is under way is waited for up to `patience` seconds."""
        self._stopped = True
        if self._thread is not None:
            self._thread.join(patience)

    def _taken(self) -> Iterator[Step]:
        while not self._steps.empty():
            yield self._steps.get()

    def _run(self) -> None:
        try:
            for step in self.courier.steps():
                self._steps.put(step)
                if self._heard is not None:
                    self._heard(step)
                if self._stopped:
                    return
            self._hindrance = self.courier.look()
            if self._then is not None:
                self._then()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where somebody looks
            self._error = error
        finally:
            self._under_way = False
            if self._ended is not None:
                self._ended()


def run_round(couriers: Sequence[Courier], *, heard: Heard | None = None, patience: float = LONG) -> tuple[Lap, ...]:
    """Deliver until nothing is due, all rest, or what is left is silent: a lap for each courier, in their order."""
    lanes = [Lane(courier, heard=heard) for courier in couriers]
    for lane in lanes:
        lane.begin()
    return tuple(_ended(lane, patience) for lane in lanes)


def _ended(lane: Lane, patience: float) -> Lap:
    lap = lane.look(patience=patience, new=True)
    steps = lap.steps
    while lap.running and lap.hindrance is None:
        lap = lane.look(patience=patience)
        steps += lap.steps
    lane.stop()
    return Lap(steps, lap.hindrance, running=lap.running)
