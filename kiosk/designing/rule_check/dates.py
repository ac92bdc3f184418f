"""Days on which a procedure has no version or two, and days on which a form that it uses does not exist."""

import datetime as dt
import statistics
from collections.abc import Iterator, Sequence

from kiosk.model.base import Issue
from kiosk.model.procedure import Procedure, Version
from kiosk.rules.book import RuleBook
from kiosk.rules.texts import version_place

_DAY = dt.timedelta(days=1)
_END = dt.date.max
Span = tuple[dt.date, dt.date]


def opening(book: RuleBook) -> dt.date:
    """The day on which the counter's forms begin: the middle one of the days on which each form first exists.

    Days before it are history: nobody files on them, so a form that is missing there is no hole.
    """
    first: dict[str, dt.date] = {}
    for (form, _), template in book.templates.items():
        first[form] = min(template.valid_from, first.get(form, template.valid_from))
    ordinals = [day.toordinal() for day in first.values()]
    return dt.date.fromordinal(statistics.median_low(ordinals)) if ordinals else dt.date.min


def version_dates(procedure: Procedure) -> Iterator[Issue]:
    """Versions that end before they begin, leave days without any, or are both in force on a day."""
    where = f"procedures/{procedure.id}.toml"
    if not procedure.versions:
        yield Issue(where=where, message="版（[[version]]）が一つもありません。")
    covered: dt.date | None = None
    for version in sorted(procedure.versions, key=lambda version: version.valid_from):
        place, last = version_place(procedure.id, version), version.valid_to or _END
        if last < version.valid_from:
            yield Issue(where=f"{place} to", message=f"終わりの日 {last} が始まりの日より前です。")
        if covered is not None:
            yield from _joined(place, version, covered)
        covered = last if covered is None else max(covered, last)


def _joined(place: str, version: Version, covered: dt.date) -> Iterator[Issue]:
    """How a version follows what is covered before it."""
    start = version.valid_from
    if start <= covered:
        both = _span((start, min(covered, version.valid_to or _END)))
        allowed = f"前の版の to を {start - _DAY} まで"
        yield Issue(where=f"{place} from", message=f"{both}、前の版とこの版がどちらも有効です。", allowed=allowed)
    elif start > covered + _DAY:
        hole = _span((covered + _DAY, start - _DAY))
        yield Issue(where=f"{place} from", message=f"{hole}、有効な版がありません。")


def form_dates(book: RuleBook, procedure: Procedure) -> Iterator[Issue]:
    """Days on which a version is in force but a form of it has no version of its own."""
    begin = opening(book)
    for version in procedure.versions:
        needed = (max(version.valid_from, begin), version.valid_to or _END)
        for form in dict.fromkeys(form for each in version.all for form in each.forms):
            spans = [(t.valid_from, t.valid_to or _END) for (name, _), t in book.templates.items() if name == form]
            for hole in _holes(needed, spans) if spans else ():
                message = f"様式 {form} は、{_span(hole)}、有効な版がありません。"
                place = f"{version_place(procedure.id, version)} forms"
                yield Issue(where=place, message=message, allowed=_mended(hole))


def _mended(hole: Span) -> str:
    """What can be done about days on which a form does not exist."""
    start, end = hole
    if end == _END:
        return f"様式の次の版を {start} からにするか、手続のこの版の to を {start - _DAY} まで"
    return f"様式の版の from を {start} に早めるか、この様式を使う手続の版を {end + _DAY} から始める"


def _holes(needed: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The parts of a span that no other span covers."""
    day, last = needed
    for start, end in sorted(spans):
        if day > last:
            return
        if start > day:
            yield day, min(start - _DAY, last)
        day = max(day, end + _DAY if end < _END else _END)
        if end == _END:
            return
    if day <= last:
        yield day, last


def _span(span: Span) -> str:
    start, end = span
    if end == _END:
        return f"{start} 以降"
    return f"{start}" if start == end else f"{start} から {end} まで"
