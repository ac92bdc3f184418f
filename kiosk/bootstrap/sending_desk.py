"""The office's page behind the window: what has not left, in the words of this city, and what staff decide there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.model.message import Code
from kiosk.ui.office.ports import SendingPage, SentBack, Stop, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kiosk.bootstrap.program import Program
    from kiosk.delivery.decide import Decisions
    from kiosk.model.base import Issue
    from kiosk.model.message import Message
    from kiosk.model.parcel import Unsent

SHOWN = 40
_RELEASED, _NOTHING = Code("sending-released", "n", "left"), Code("sending-nothing")
_EVERY, _STOPPED = Code("sending-released-all", "n"), Code("sending-hastened-stopped", "names")
_SKIPPED, _GONE = Code("sending-skipped"), Code("sending-gone")
OWNED, _VOUCHED = Code("sending-owned"), Code("sending-vouched")
_PAUSED, _RESUMED, _HASTENED = Code("sending-paused"), Code("sending-resumed"), Code("sending-hastened")


@dataclass
class SendingDesk:
    """The Sending port. `afresh` lets the couriers forget that a destination rests."""

    program: Program
    afresh: Callable[[], None]

    @property
    def decisions(self) -> Decisions:
        """Made of the store as it is open now."""
        from kiosk.bootstrap.sending import Sending

        return Sending(self.program).decisions

    def look(self) -> SendingPage:
        """See Sending."""
        return self._page()

    def release(self, message: UUID) -> SendingPage:
        """See Sending."""
        line = self._line(message)
        if line is None:
            return self._page(_GONE())
        decided = self.decisions.release(line, by=self.program.at_desk.by())
        return self._page(None if decided.wrong else _EVERY(n=1), wrong=decided.wrong)

    def release_mended(self) -> SendingPage:
        """See Sending."""
        decided = self.decisions.release_mended(by=self.program.at_desk.by())
        left = sum(bool(each.wrong) for each in decided)
        if not decided:
            return self._page(_NOTHING())
        return self._page(_RELEASED(n=len(decided) - left, left=left) if left else _EVERY(n=len(decided)))

    def skip(self, message: UUID, reason: str, *, second: str = "") -> SendingPage:
        """See Sending."""
        line = self._line(message)
        if line is None:
            return self._page(_GONE())
        wrong = self.decisions.skip(line, why=reason, by=self.program.at_desk.by(), second=second)
        return self._page(wrong=(wrong,)) if wrong else self._page(_SKIPPED())

    def vouch(self, message: UUID, reason: str) -> SendingPage:
        """See Sending."""
        line = self._line(message)
        if line is None:
            return self._page(_GONE())
        wrong = self.decisions.vouch(line, why=reason, by=self.program.at_desk.by())
        return self._page(wrong=(wrong,)) if wrong else self._page(_VOUCHED())

    def own(self, message: UUID) -> SendingPage:
        """See Sending."""
        from kiosk.bootstrap.failures import take_on

        taken = take_on(self.program, message, by=self.program.at_desk.by())
        return self._page(OWNED() if taken else _GONE())

    def pause(self, key: str, *, paused: bool) -> SendingPage:
        """See Sending."""
        from kiosk.bootstrap.sending import Sending

        Sending(self.program).describe()
        self.decisions.pause(keys=[key], paused=paused, by=self.program.at_desk.by())
        return self._page(_PAUSED() if paused else _RESUMED())

    def hasten(self) -> SendingPage:
        """See Sending."""
        self.program.store.holding.hasten(now=self.program.clock.now())
        self.afresh()
        stopped = "、".join(stop.name for stop in self._stops(self._names) if stop.paused)
        return self._page(_STOPPED(names=stopped) if stopped else _HASTENED())

    @property
    def _names(self) -> dict[str, str]:
        """What people call each destination."""
        return {place.key: place.name for place in self.decisions.destinations}

    def _line(self, message: UUID) -> Unsent | None:
        return next((line for line in self.decisions.lines() if line.message == message), None)

    def _page(self, told: Message | None = None, *, wrong: tuple[Issue, ...] = ()) -> SendingPage:
        from kiosk.model.parcel import State

        decisions = self.decisions

        lines = sorted(decisions.lines(), key=lambda line: line.state is not State.HELD)
        shown, charges = lines[:SHOWN], self.program.store.charges.all()
        names = self._names
        passed = self.program.store.holding.passed([line.message for line in shown])
        rows = tuple(
            Waiting(
                explained=decisions.explain(line),
                title=self._title(line.kind),
                place=names.get(line.destination, f"{line.destination} {line.place}".strip()),
                charge=charges.get(line.message),
                passed=passed.get(line.message, ()),
            )
            for line in shown
        )
        back = self.program.store.answers.waiting()
        sent_back = tuple(
            SentBack(line, self._title(line.kind), names.get(line.destination, line.destination))
            for line in back[:SHOWN]
        )
        return SendingPage(
            rows=rows,
            more=len(lines) - len(shown),
            back=sent_back,
            more_back=len(back) - len(sent_back),
            stops=self._stops(names),
            told=told,
            wrong=wrong,
            two=decisions.two(),
        )

    def _title(self, kind: str) -> str:
        procedures = self.program.book.whole.procedures
        return procedures[kind].name if kind in procedures else kind

    def _stops(self, names: dict[str, str]) -> tuple[Stop, ...]:
        paused = {line.name for line in self.program.store.places.list() if line.paused}
        return tuple(Stop(key, name, key in paused) for key, name in names.items())
