"""What has come of a row of a 受付案内票 that was scanned or pressed, in one sentence, whatever it was."""

from kiosk.flow.clock import TOKYO
from kiosk.flow.jobs import Tick
from kiosk.flow.pages import Notice
from kiosk.model.kept import GuideRow, PastCase
from kiosk.model.message import Code, Message, Said

_DONE, _TAKEN_BACK = Code("tick-done", "procedure", "done", "of"), Code("tick-taken-back", "procedure", "done", "of")
_ALREADY, _NOT_DONE = Code("tick-already", "procedure", "who", "at"), Code("tick-not-done", "procedure")
_GONE, _NO_ROW = Code("tick-gone", "procedure"), Code("tick-no-row", "procedure")
_WITHDRAWN, _NOT_ACCEPTED = Code("tick-withdrawn", "slip"), Code("tick-not-accepted", "slip")
_SHEET, _NO_SHEET = Code("guide-found", "slip", "done", "of"), Code("guide-found-none", "slip")
_ACCEPTED_THERE = Code("tick-there", "slip", "desk")
_UNSEARCHED = Code("search-others-away")
_UNREACHED = Code("search-no-number-away", "slip")
_UNKNOWN, _AT = Code("search-no-number", "slip"), Code("sending-at", "month", "day", "time")
_FELL_AWAY = Code("notice-guide-gone", "procedure", "place", "at")


def ticked(tick: Tick, case: PastCase, *, changed: bool) -> Notice:
    """Of a visit that was accepted, as it stands now; `changed`: the row is as it was wanted since just now."""
    row = next((each for each in case.rows if each.procedure == tick.procedure), None)
    if case.withdrawn:
        return taken_back(case.slip)
    if row is None:
        return _warn(_NO_ROW(procedure=tick.procedure))
    if row.gone:
        return _warn(_GONE(procedure=row.name))
    if changed:
        done = sum(each.at is not None for each in case.wanted)
        code = _DONE if tick.on else _TAKEN_BACK
        return Notice(kind="info", message=code(procedure=row.name, done=done, of=len(case.wanted)))
    if row.at is None:
        return _warn(_NOT_DONE(procedure=row.name))
    return _warn(_ALREADY(procedure=row.name, who=row.desk, at=_at(row)))


def standing(case: PastCase) -> Notice:
    """Which visit a number or the bars of a whole sheet have found, and how far it is done."""
    if case.withdrawn:
        return taken_back(case.slip)
    done, of = sum(row.at is not None for row in case.wanted), len(case.wanted)
    found = _SHEET(slip=case.slip, done=done, of=of) if of else _NO_SHEET(slip=case.slip)
    return Notice(kind="info", message=found)


def taken_back(slip: str) -> Notice:
    """The visit of a number was taken back as a whole."""
    return _warn(_WITHDRAWN(slip=slip))


def not_accepted(slip: str) -> Message:
    """The visit of a number has not been confirmed yet."""
    return _NOT_ACCEPTED(slip=slip)


def unknown(slip: str) -> Message:
    """No visit has this number here."""
    return _UNKNOWN(slip=slip)


def accepted_there(case: PastCase) -> Message:
    """Another machine of the office accepted the visit, and knows how far its guide is."""
    return _ACCEPTED_THERE(slip=case.slip, desk=Said(case.desk))


def others_unsearched() -> Notice:
    """The other machines of the office could not be asked."""
    return _warn(_UNSEARCHED())


def unreached(slip: str) -> Message:
    """No visit has this number here, and the other machines of the office cannot be asked."""
    return _UNREACHED(slip=slip)


def fell_away(row: GuideRow) -> Notice:
    """A row that was done at its counter is no part of the visit any more: somebody must tell them there."""
    return _warn(_FELL_AWAY(procedure=row.name, place=row.place or row.desk, at=_at(row)))


def _warn(message: Message) -> Notice:
    return Notice(kind="warning", message=message)


def _at(row: GuideRow) -> Message | str:
    if row.at is None:
        return ""
    local = row.at.astimezone(TOKYO)
    return _AT(month=local.month, day=local.day, time=f"{local:%H:%M}")
