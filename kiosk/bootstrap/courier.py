"""送付係 as a process of its own: it delivers from one start of the machine to the next, whatever window is open.

It has the same couriers and the same right to deliver as the one behind a window; whoever has the right first delivers,
and this one waits for it. It sleeps until the next parcel is due or somebody rings (kiosk.store.bell): nothing that was
confirmed waits for a clock. One destination's lane is no other's: a lane that is under way is begun anew when it ends.
"""

from __future__ import annotations

import enum
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.bootstrap.onward import Onward
    from kiosk.bootstrap.program import Program
    from kiosk.delivery.courier import Courier, Step
    from kiosk.delivery.lanes import Lane
    from kiosk.store.bell import Bell
    from kiosk.store.relay import RelayLock

    Pair = tuple[Courier, Callable[[], None]]

_LEAST, _MOST = 1.0, 60.0
"""Seconds between two looks that nobody asked for."""
_ASK_AGAIN = 5.0
_LAST_STEP = 20.0
"""Seconds that the step under way may take when the process is told to end: longer than a receiver's answer."""


class Weight(enum.IntEnum):
    """How much a sentence weighs, as the journal counts (sd-daemon(3))."""

    ERROR = 3
    WARNING = 4
    NOTICE = 5
    INFO = 6


@dataclass
class CourierService:
    """`say` is told what IT staff should read, never a value; on the lanes' threads too. Made, run and stopped once."""

    program: Program
    say: Callable[[Weight, str], None]
    _stopped: bool = False
    _bell: Bell | None = None
    _rests: dict[Courier, dt.datetime] = field(default_factory=dict)
    _onward: Onward | None = None
    _hub_told: tuple[str, object] = ("", None)
    _told: object = None
    _kept: dt.date | None = None

    def stop(self) -> None:
        """End after the step under way; a signal's handler may call it."""
        self._stopped = True
        if self._bell is not None:
            self._bell.ring()

    def run(self) -> None:
        """Deliver until it is stopped, or until the settings have changed. Raises SiteError when the store fails."""
        from kiosk.store.bell import Bell

        with self._right() as couriers:
            if not self._stopped:
                with Bell.listening(self.program.place.data) as bell, self._hub(bell) as more:
                    self._deliver((*couriers, *more), bell)

    @contextmanager
    def _hub(self, bell: Bell) -> Iterator[Sequence[Pair]]:
        """The couriers that bring on what lies in the hub, where this machine does that."""
        from kiosk.bootstrap.onward import onward
        from kiosk.bootstrap.sending import Sending

        self._onward = onward(Sending(self.program))
        if self._onward is None:
            yield ()
            return
        couriers = self._onward.couriers()
        with self._onward.listening(bell.ring):
            yield tuple(zip(couriers, self._onward.collectors(), strict=True))

    # ---- the right to deliver --------------------------------------------------------------------------------------
    @contextmanager
    def _right(self) -> Iterator[Sequence[Pair]]:
        """The couriers, each with what fetches the answers, once no other process delivers."""
        from kiosk.store.bell import Bell

        found = self._asked()
        if found is None:
            self.say(Weight.NOTICE, "ほかのプログラムが送付しています。終わるのを待ちます。")
        with Bell.private() as self._bell:
            while found is None and not self._stopped:
                self._bell.wait(_ASK_AGAIN)
                found = self._asked()
        self._bell = None
        lanes, relay = found or ((), None)
        try:
            yield lanes
        finally:
            if relay is not None:
                relay.release()

    def _asked(self) -> tuple[Sequence[Pair], RelayLock] | None:
        from kiosk.bootstrap.sending import Sending
        from kiosk.store.faults import Fault

        try:
            sending = Sending(self.program)
            couriers, relay = sending.couriers()
            return tuple(zip(couriers, sending.collectors(), strict=True)), relay
        except SiteError as error:
            if error.code != Fault.RELAY.value:
                raise
            return None

    # ---- delivering ------------------------------------------------------------------------------------------------
    def _deliver(self, couriers: Sequence[Pair], bell: Bell) -> None:
        from kiosk.delivery.lanes import Lane
        from kiosk.store.bell import END

        self._bell = bell
        lanes = [
            Lane(each, heard=self._heard(each), then=collect, ended=lambda: bell.ring(END))
            for each, collect in couriers
        ]
        began, waiting = _stamp(self.program), set(lanes)
        self.say(Weight.INFO, f"送付を始めました（送付先 {len(lanes)}件）。")
        try:
            while not self._stopped:
                self._round(lanes, waiting)
                heard = bell.wait(self._until(lanes))
                if not heard or heard.strip(END):
                    waiting.update(lanes)
                if _stamp(self.program) != began:
                    self.say(Weight.NOTICE, "設定のファイルが変わりました。新しい設定で始め直します。")
                    return
        finally:
            self._bell = None
            for lane in lanes:
                lane.stop(patience=_LAST_STEP)

    def _round(self, lanes: Sequence[Lane], waiting: set[Lane]) -> None:
        """Begin every lane that has something to look for and does not rest; tell what staff must know."""
        now = self.program.clock.now()
        for lane in lanes:
            lane.look(patience=0)  # raises what went wrong with the store
            rest = self._rests.get(lane.courier)
            if lane in waiting and (rest is None or rest <= now) and lane.begin():
                waiting.discard(lane)
        self._keep_house(now)

    def _heard(self, courier: Courier) -> Callable[[Step], None]:
        from kiosk.delivery.courier import Outcome

        def heard(step: Step) -> None:
            if step.outcome is Outcome.RESTING and step.retry_at is not None:
                self._rests[courier] = step.retry_at
            else:
                self._rests.pop(courier, None)
            if step.code:
                weight = Weight.WARNING if step.outcome is Outcome.HELD else Weight.NOTICE
                self.say(weight, f"送付先 {courier.key}: {step.code} {step.detail}")

        return heard

    def _until(self, lanes: Sequence[Lane]) -> float:
        """Seconds until a lane has something to do by itself."""
        now, outbox = self.program.clock.now(), self.program.store.outbox
        found = [_MOST]
        for courier in (lane.courier for lane in lanes):
            due = outbox.soonest(courier.key)  # the hub rings by itself
            if due is not None:
                found.append((max(due, self._rests.get(courier, due)) - now).total_seconds())
        return max(_LEAST, min(found))

    def _keep_house(self, now: dt.datetime) -> None:
        """Alarms when they change; once a day what nobody has collected at a terminal in time is forgotten."""
        from kiosk.bootstrap.waiting import drop_expired
        from kiosk.delivery.retry import alarm

        today = self.program.clock.today()
        if self._kept != today:
            drop_expired(self.program)
            self._kept = today
        found = alarm(self.program.store.outbox.count(now))
        told = None if found is None else (found.level, found.held)
        if told != self._told:
            self._told = told
            said = "送付の遅れはなくなりました。"
            if found is not None:
                said = " ".join(self.program.words.say(message) for message in found.messages)
            urgent = found is not None and found.urgent
            self.say(Weight.ERROR if urgent else Weight.WARNING if found else Weight.INFO, said)
        self._tell_of_hub(now)

    def _tell_of_hub(self, now: dt.datetime) -> None:
        """What hinders the hub, and what waits there too long, when it changes."""
        from kiosk.delivery.retry import alarm

        if self._onward is None:
            return
        outbox = self._onward.outbox
        found, trouble = alarm(outbox.count(now)), outbox.trouble
        told = (trouble.code if trouble else "", None if found is None else (found.level, found.held))
        if told != self._hub_told:
            self._hub_told = told
            said = " ".join(self.program.words.say(message) for message in found.messages) if found else "滞りません。"
            text = f"{trouble.code} {trouble.detail}" if trouble else said
            self.say(Weight.WARNING if trouble or found else Weight.INFO, f"中継: {text}")


def _stamp(program: Program) -> tuple[tuple[int, int], ...]:
    """How the files look that say where to deliver; another look means that they were changed."""
    files = (program.place.forms / "municipality.toml", program.place.home / "device.toml")
    found = (file.stat() if file.exists() else None for file in files)
    return tuple((each.st_mtime_ns, each.st_size) if each else (0, 0) for each in found)
