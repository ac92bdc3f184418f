"""回答 of receivers: fetched on each destination's own lane, and put to their cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.bootstrap.program import Program
    from kiosk.flow.ports import Destination
    from kiosk.model.base import Issue

_EVERY = dt.timedelta(seconds=30)
_FAST = dt.timedelta(days=1)  # a receiver's clock; what is said to be of later would stand before all that is true


@dataclass(frozen=True)
class Fetched:
    """What a look came to: answers that were put to their cases, what is no answer or about nothing of ours."""

    taken: int = 0
    wrong: tuple[Issue, ...] = ()
    reached: bool = True


def fetch(program: Program, place: Destination) -> Fetched:
    """Take what is new at a destination. Raises SiteError when the store fails."""
    from kiosk.exchange.destinations.answers import Answering, NoAnswer

    if not isinstance(place, Answering):
        return Fetched()
    taken, wrong = 0, list["Issue"]()
    try:
        for found in _fetched(program, place):
            taken += found is None
            wrong += [found] if found is not None else []
    except (OSError, NoAnswer):
        return Fetched(taken, tuple(wrong), reached=False)
    return Fetched(taken, tuple(wrong))


def _fetched(program: Program, place: Destination) -> Iterator[Issue | None]:
    """For every answer that is new: nothing when it was taken, else what is wrong with it."""
    from kiosk.exchange.destinations.answers import Answering
    from kiosk.model.audit import AuditEvent
    from kiosk.model.base import Issue

    store = program.store
    for arrived in place.answers(store.answers.knows) if isinstance(place, Answering) else ():
        answer = arrived.content
        if isinstance(answer, Issue):
            yield answer
            continue
        now = program.clock.now()
        if answer.at > now + _FAST:
            yield Issue(
                where=str(answer.message), message="回答の日時が、いまより先になっています。", allowed="いままでの日時"
            )
            continue
        event = AuditEvent(at=now, by="courier", action="answer")
        if store.answers.take(answer, arrived.digest, destination=place.name, event=event):
            yield None
        else:
            yield Issue(where=str(answer.message), message="この送付先へ送ったものの中に、この番号はありません。")


@dataclass
class Collector:
    """Fetches at most twice a minute, at the end of a lane's run; what is wrong is told by `kiosk answers fetch`."""

    program: Program
    place: Destination
    _last: dt.datetime | None = None

    def __call__(self) -> None:
        """Fetch, if it is time. Raises SiteError."""
        now = self.program.clock.now()
        if self._last is None or not dt.timedelta() <= now - self._last < _EVERY:
            self._last = now
            fetch(self.program, self.place)
