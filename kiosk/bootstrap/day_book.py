"""日計簿: what a day came to in rows for people, its page, and who may close it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kiosk.bootstrap.audit_words import ACTIONS
from kiosk.bootstrap.failures import failures, unowned
from kiosk.bootstrap.state_words import LATER, STATES
from kiosk.flow.clock import TOKYO
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.bootstrap.failures import Failure
    from kiosk.bootstrap.program import Program
    from kiosk.press.report import Row
    from kiosk.store.audit import DayBook

CLOSED = "day-close"


def place_names(program: Program) -> dict[str, str]:
    """What people call each destination, by its key."""
    return {place.key: place.name for place in program.catalogue.city.destinations}


def day_rows(program: Program, book: DayBook) -> tuple[Row, ...]:
    """What, of which kind, how many."""
    return tuple(_rows(program, book))


def _rows(program: Program, book: DayBook) -> Iterator[Row]:
    events = {event.id: event.name for event in program.book.whole.events.values()}
    names = place_names(program)
    yield from (("案件", about(events, event), str(count)) for event, count in book.cases.items())
    for (place, state), count in book.parcels.items():
        yield "送付物", f"{names.get(place, place)} {STATES[State(state)]}", str(count)
    yield from (("後日の対応", LATER[sort], str(count)) for sort, count in book.later.items())
    yield from (("操作", ACTIONS.get(action, action), str(count)) for action, count in book.actions.items())


def about(events: Mapping[str, str], purposes: str) -> str:
    """The names of the purposes of a visit, divided by spaces as they are kept."""
    return "・".join(events.get(code, code) for code in purposes.split())


def day_page(program: Program, book: DayBook) -> bytes:
    """The day's page as a PDF, with where the audit record stood in the evening."""
    return program.press.day_pdf(book.day, day_rows(program, book), head=book.head)


def closers(program: Program, day: dt.date) -> tuple[str, ...]:
    """Who closed a day, the first one first. Raises SiteError."""
    begin = dt.datetime.combine(day, dt.time(), TOKYO)
    return program.store.audit.deciders(CLOSED, day.isoformat(), since=begin)


def close_day(program: Program, day: dt.date, *, by: str) -> tuple[Failure, ...]:
    """Note who closes a day; where somebody must see to something that nobody has taken on, that, and nothing is noted.

    Raises SiteError.
    """
    found = failures(program)
    alone = unowned(found)
    if not alone:
        detail = f"{day.isoformat()} failures={len(found)}"
        program.store.audit.append(AuditEvent(at=program.clock.now(), by=by, action=CLOSED, detail=detail))
    return alone
