"""回答 of receivers: fetched on each destination's own lane, and put to their cases; of a hub also how parcels stand.

A hub is asked when something lies there, at most twice a minute, and else every five minutes: each question is a
connection, and there are hundreds of machines.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.bootstrap.program import Program
    from kiosk.exchange.destinations.answers import Arrived, News, Relaying
    from kiosk.flow.ports import Destination
    from kiosk.model.base import Issue

_EVERY, _SELDOM = dt.timedelta(seconds=30), dt.timedelta(minutes=5)
_FAST = dt.timedelta(days=1)  # a receiver's clock; what is said to be of later would stand before all that is true


@dataclass(frozen=True)
class Fetched:
    """What a look came to: answers that were put to their cases, parcels that stand otherwise behind a hub, what is no
    answer or about nothing of ours.
    """

    taken: int = 0
    moved: int = 0
    wrong: tuple[Issue, ...] = ()
    reached: bool = True


def fetch(program: Program, place: Destination) -> Fetched:
    """Take what is new at a destination. Raises SiteError when the store fails."""
    from kiosk.exchange.destinations.answers import Answering, NoAnswer, Relaying

    taken, moved, wrong, reached = 0, 0, list["Issue"](), True
    try:
        if isinstance(place, Relaying):
            for count, news in _beyond(program, place):
                moved += count
                taken += _put(program, place.name, news.answers, wrong)
                wrong += [_back(place.name)] if news.back else []
        elif isinstance(place, Answering):
            taken += _put(program, place.name, place.answers(program.store.answers.knows), wrong)
    except (OSError, NoAnswer):
        reached = False
    return Fetched(taken, moved, tuple(wrong), reached=reached)


def _back(place: str) -> Issue:
    from kiosk.model.base import Issue

    what = "中継が、前の時点の状態に戻されています。戻す前に受け取ったものが、中継にないかもしれません。"
    compare = f"kiosk reconcile {place} で比べて、ないものを --resend"
    renamed = "機械の名前を替えたときは kiosk hub admit --instead-of"
    return Issue(where=f"送付先 {place}", message=what, allowed=f"{compare}。{renamed}")


def _beyond(program: Program, place: Relaying) -> Iterator[tuple[int, News]]:
    """How parcels stand behind a hub is written down; how many of them changed, and the news with its answers.

    An answer is put to its case before the mark of its news is kept. Raises SiteError, NoAnswer.
    """
    beyond, more = program.store.beyond, True
    mark = beyond.heard(place.name)
    while more:
        found = place.news(mark, beyond.gone(place.name))
        changed = beyond.hear(place.name, found.standings, now=program.clock.now())
        yield changed, found
        beyond.remember(place.name, found.mark)
        mark, more = found.mark, found.more


def _put(program: Program, place: str, arrived: Iterable[Arrived], wrong: list[Issue]) -> int:
    """How many answers were taken; what is wrong with the others joins the list."""
    taken = 0
    for found in _fetched(program, place, arrived):
        taken += found is None
        wrong += [found] if found is not None else []
    return taken


def _fetched(program: Program, place: str, every: Iterable[Arrived]) -> Iterator[Issue | None]:
    """For every answer that is new: nothing when it was taken, else what is wrong with it."""
    from kiosk.model.audit import AuditEvent
    from kiosk.model.base import Issue

    store = program.store
    for arrived in every:
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
        if store.answers.take(answer, arrived.digest, destination=place, event=event):
            yield None
        else:
            yield Issue(where=str(answer.message), message="この送付先へ送ったものの中に、この番号はありません。")


@dataclass
class Collector:
    """Fetches at most twice a minute, at the end of a lane's run; what is wrong is told by `kiosk answers fetch`. A hub
    is asked seldom while nothing of this destination lies there.
    """

    program: Program
    place: Destination
    _last: dt.datetime | None = None

    def __call__(self) -> None:
        """Fetch, if it is time. Raises SiteError."""
        now = self.program.clock.now()
        if self._last is None or not dt.timedelta() <= now - self._last < self._pause():
            self._last = now
            fetch(self.program, self.place)

    def _pause(self) -> dt.timedelta:
        from kiosk.exchange.destinations.answers import Relaying

        idle = isinstance(self.place, Relaying) and not self.program.store.beyond.waits(self.place.name)
        return _SELDOM if idle else _EVERY
