"""The office's pages of days behind the window: both sides of a destination, and what a day came to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bootstrap import comparing
from kiosk.bootstrap.day_book import close_day, closers, day_page, day_rows, place_names
from kiosk.bootstrap.failures import failures, take_on, unowned
from kiosk.bootstrap.printing import printer_of
from kiosk.bootstrap.sending import Sending
from kiosk.bootstrap.sending_desk import OWNED
from kiosk.bootstrap.state_words import FAILING
from kiosk.exchange.receiver.holding import ALLOWED, held
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.model.message import Code
from kiosk.model.staff import Right
from kiosk.model.wareki import to_wareki
from kiosk.press.jobs import PrintJob
from kiosk.ui.office.book_ports import Alone, BothSides, ComparePage, DayPage, Lost, Receiver
from kiosk.ui.printing import PrintState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from uuid import UUID

    from kiosk.bootstrap.failures import Failure
    from kiosk.bootstrap.printing import Printer
    from kiosk.bootstrap.program import Program
    from kiosk.model.message import Message
    from kiosk.press.report import Row
    from kiosk.ui.office.book_ports import Asked

_RESENT, _NOTHING_LOST = Code("office-resent", "n"), Code("office-nothing-lost")
_CLOSED = Code("office-closed")
_WHOLE, _HANDED, _SILENT = Code("office-audit-whole"), Code("office-printed"), Code("office-print-unknown")


@dataclass
class BooksDesk:
    """The Books port. What is compared is compared again before anything is decided about it."""

    program: Program
    printer: Printer | None = None

    @property
    def _printer(self) -> Printer:
        if self.printer is None:
            self.printer = printer_of(self.program.device)
        return self.printer

    # ---- both sides --------------------------------------------------------------------------------------------------
    def offer(self) -> ComparePage:
        """See Books."""
        places = self.program.catalogue.city.destinations
        receivers = tuple(
            Receiver(each.key, each.name, hub=bool(each.through)) for each in places if each.kind != "hub"
        )
        return ComparePage(receivers, self.program.clock.today())

    def compare(self, asked: Asked) -> ComparePage:
        """See Books."""
        found = self._compared(asked)
        return (
            self._wrong(found) if isinstance(found, tuple) else replace(self.offer(), found=self._sides(asked, found))
        )

    def resend(self, asked: Asked, why: str) -> ComparePage:
        """See Books."""
        by, found = self.program.at_desk.by(), self._compared(asked)
        if isinstance(found, tuple):
            return self._wrong(found)
        if (no := Sending(self.program).decisions.gate(by, Right.DECIDE)) is not None:
            return replace(self.compare(asked), wrong=(no,))
        again = comparing.resend(self.program, found, why=why, by=by).again if found.lost else 0
        return replace(self.compare(asked), told=_RESENT(n=again) if again else _NOTHING_LOST())

    def print_compared(self, asked: Asked) -> ComparePage:
        """See Books."""
        found = self._compared(asked)
        if isinstance(found, tuple):
            return self._wrong(found)
        sides, words = self._sides(asked, found), self.program.words
        about = words("office-days", since=to_wareki(asked.since), until=to_wareki(asked.until), place=sides.name)
        content = self.program.press.rows_pdf(words("office-compare-title"), about, list(self._rows(sides)))
        told, wrong = self._print(content)
        return replace(self.offer(), found=sides, told=told, wrong=wrong)

    def _compared(self, asked: Asked) -> comparing.Comparison | tuple[Issue, ...]:
        received = held(Path(asked.received)) if asked.received else None
        if isinstance(received, Issue):
            return (received,)
        found = comparing.compare(self.program, asked.key, asked.since, asked.until, received=received)
        if not found.known:
            message = self.program.words("office-received-wanted")
            return (Issue(where=self.program.words("office-received"), message=message, allowed=ALLOWED),)
        return found

    def _wrong(self, issues: tuple[Issue, ...]) -> ComparePage:
        return replace(self.offer(), wrong=issues)

    def _sides(self, asked: Asked, found: comparing.Comparison) -> BothSides:
        hub = found.hub
        lacking = {each.message for each in hub.lacking} if hub is not None else set()
        titles = self.program.book.whole.procedures
        lost = tuple(
            Lost(
                slip=each.slip,
                title=titles[each.kind].name if each.kind in titles else each.kind,
                message=str(each.message),
                at_hub=each.message in lacking,
                erased=not each.readable,
            )
            for each in found.lost
        )
        return BothSides(
            asked=asked,
            name=place_names(self.program)[asked.key],
            left=len(found.both.left),
            relayed=len(found.both.relayed) if hub is not None else None,
            lost=lost,
            unknown=found.unknown,
            other=tuple(each.slip for each in hub.other) if hub is not None else (),
            away=hub is not None and hub.away,
        )

    def _rows(self, sides: BothSides) -> Iterator[Row]:
        """The printed sheet: the counts, then everything that one side lacks or has too much."""
        words = self.program.words
        yield "", words("office-left"), words("office-count", n=sides.left)
        if sides.relayed is not None:
            yield "", words("office-relayed"), words("office-count", n=sides.relayed)
        if sides.away:
            yield "", words("office-hub"), words("office-hub-away")
        yield "", words("office-lost"), words("office-count", n=len(sides.lost))
        yield from ((each.slip, each.title, each.message) for each in sides.lost)
        yield "", words("office-unknown"), words("office-count", n=len(sides.unknown))
        yield from (("", "", message) for message in sides.unknown)
        yield from ((slip, "", words("office-other")) for slip in sides.other)

    # ---- a day -------------------------------------------------------------------------------------------------------
    def day(self, day: dt.date | None) -> DayPage:
        """See Books."""
        today = self.program.clock.today()
        day = day or today
        book = self.program.store.audit.day_book(day)
        return DayPage(
            day=day,
            today=today,
            rows=day_rows(self.program, book),
            alone=tuple(map(_alone, unowned(failures(self.program)))),
            closed=closers(self.program, day),
            waiting=self.program.store.outbox.count(self.program.clock.now()).pending,
            head=book.head,
        )

    def own(self, day: dt.date, message: UUID) -> DayPage:
        """See Books."""
        take_on(self.program, message, by=self.program.at_desk.by())
        return replace(self.day(day), told=OWNED())

    def close(self, day: dt.date) -> DayPage:
        """See Books."""
        words = self.program.words
        if alone := close_day(self.program, day, by=self.program.at_desk.by()):
            refused = Issue(where=words("office-close-refused"), message=words("office-alone", n=len(alone)))
            return replace(self.day(day), wrong=(refused,))
        printed = self.print_day(day)
        return replace(printed, told=_CLOSED()) if printed.told == _HANDED() else printed

    def print_day(self, day: dt.date) -> DayPage:
        """See Books."""
        content = day_page(self.program, self.program.store.audit.day_book(day))
        told, wrong = self._print(content)
        return replace(self.day(day), told=told, wrong=wrong)

    def verify(self, day: dt.date) -> DayPage:
        """See Books."""
        broken = self.program.store.audit.verify_chain()
        if broken is None:
            return replace(self.day(day), told=_WHOLE())
        where = self.program.words("office-audit-entry", n=broken.number)
        return replace(self.day(day), wrong=(Issue(where=where, message=broken.flaw.value),))

    def _print(self, content: bytes) -> tuple[Message | None, tuple[Issue, ...]]:
        """What is known of the print, or why there is none; what was decided before stays."""
        try:
            state = self._printer.send(PrintJob(content))
        except SiteError as error:
            where = self.program.words("office-print")
            return None, (Issue(where=where, message=error.what, allowed=error.mend),)
        return (_SILENT() if state in {PrintState.UNKNOWN, PrintState.FAILED} else _HANDED()), ()


def _alone(each: Failure) -> Alone:
    return Alone(each.message, each.slip, each.procedure, each.place, FAILING[each.sort])
