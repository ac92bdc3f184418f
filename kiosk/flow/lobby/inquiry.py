"""A resident asks at a terminal what has become of something that was filed: by the code on the slip, or its number.

Context: no account, nobody of the staff beside it, and a number can be guessed (the next one is one more).
Decision: the code, which nobody can guess, tells which applications they are; the number only how it stands all in all,
and one that nobody was given looks like one that is not decided yet. Whoever asks by number again and again waits
longer each time, whatever the answer was, and whoever has been here in between.
Consequence: a stranger with a number learns nothing about anybody; a typing mistake costs a few seconds.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING

from kiosk.flow.jobs import Failed, Job, LookedUp, LookUp
from kiosk.flow.lobby.actions import AskAfter, AskNumber, Inquiring
from kiosk.flow.lobby.pages import Place
from kiosk.flow.lobby.walker import Walker
from kiosk.flow.notices import ASKED_OFTEN
from kiosk.flow.pages import Notice
from kiosk.model.fate import all_in_all
from kiosk.model.staff import wait_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.flow.lobby.pages import LobbyPage
    from kiosk.flow.visit import Visit

FREE = 3
"""So many numbers may be asked about without waiting: a slip of the family each, or one that was typed wrongly."""
_REMEMBERED = dt.timedelta(minutes=10)


@dataclass(frozen=True)
class Inquiries:
    """When numbers were asked about lately; of which, it does not know."""

    times: tuple[dt.datetime, ...] = ()

    def wait(self, now: dt.datetime) -> int:
        """The seconds until another number may be asked about."""
        lately = self._lately(now)
        left = wait_after(max(len(lately) - FREE + 1, 0)) - (now - lately[-1]).total_seconds() if lately else 0
        return max(ceil(left), 0)

    def asked(self, now: dt.datetime) -> Inquiries:
        """One more."""
        return replace(self, times=(*self._lately(now), now))

    def _lately(self, now: dt.datetime) -> tuple[dt.datetime, ...]:
        return tuple(each for each in self.times if dt.timedelta() <= now - each < _REMEMBERED)


@dataclass
class Inquirer(Walker):
    """A terminal that tells it. `found` is what has become of what the resident asked about."""

    inquiries: Inquiries = field(default_factory=Inquiries)
    found: LookedUp | None = None

    def _inquire(self, action: Inquiring | LookedUp | Failed) -> Iterable[Job]:
        """The page for a number; the question about one; what came of it. Nothing while a visit is open."""
        if self.visit.snapshot is not None:
            return ()
        match action:
            case AskAfter():
                self.walk, self.found = self.walk.to(Place.NUMBER), None
            case AskNumber():
                return self._ask_about(action.slip)
            case _ if self.walk.place in {Place.PURPOSE, Place.NUMBER}:
                self._looked_up(action)
            case _:
                pass
        return ()

    def _ask_about(self, slip: str) -> Iterable[Job]:
        """As soon as another number may be asked about."""
        self.walk, self.found = self.walk.to(Place.NUMBER), None
        now = self.visit.outside.clock.now()
        wait = self.inquiries.wait(now)
        if wait:
            self.notices = (Notice(kind="warning", message=ASKED_OFTEN(n=wait)),)
            return ()
        self.inquiries = self.inquiries.asked(now)
        return (LookUp(slip=slip),)

    def _looked_up(self, done: LookedUp | Failed) -> None:
        """How it stands; where the store could not be read, that is for a person to tell."""
        if isinstance(done, Failed):
            self.visit.act(done)
            self.walk = replace(self.walk, place=Place.STAFF, came=Place.PURPOSE)
        else:
            self.walk, self.found = self.walk.to(Place.STANDING), done


def shown(page: LobbyPage, visit: Visit, found: LookedUp) -> LobbyPage:
    """The page with what has become of it, in the resident's language."""
    book, labels = visit.outside.book.whole, visit.outside.wording.labels
    called = {key: procedure.labels.get(labels.language, procedure.name) for key, procedure in book.procedures.items()}
    named = tuple((called.get(each.kind, each.kind), each.fate) for each in found.filed) if found.named else ()
    return replace(page, standing=all_in_all([each.fate for each in found.filed]), filed=named)
