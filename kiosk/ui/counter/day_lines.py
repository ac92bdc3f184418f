"""A line of the day as a clerk reads it: how it stands, its number, what it is about, who has it and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.flow.clock import TOKYO
from kiosk.flow.day import Fate
from kiosk.model.kept import Sent
from kiosk.model.verdict import Verdict
from kiosk.ui.widgets.chip import Tone

if TYPE_CHECKING:
    import datetime as dt
    import uuid

    from kiosk.flow.day import Answered, ParkedVisit
    from kiosk.model.kept import PastCase
    from kiosk.ui.kit import Kit

_FATES = {
    Fate.PARKED: ("day-state-parked", Tone.HOLD),
    Fate.ELSEWHERE: ("day-state-elsewhere", Tone.NEUTRAL),
    Fate.HANDED_IN: ("day-state-waiting", Tone.BLUE),
    Fate.NOT_ACCEPTED: ("day-state-parked", Tone.HOLD),
    Fate.ACCEPTED: ("day-state-unprinted", Tone.YELLOW),
    Fate.OVERTAKEN: ("day-state-overtaken", Tone.YELLOW),
    Fate.SILENT: ("day-state-silent", Tone.YELLOW),
    Fate.APART: ("day-state-apart", Tone.RED),
}
_SENT = {
    Sent.HELD: ("day-state-failed", Tone.RED),
    Sent.WAITING: ("day-state-unsent", Tone.NEUTRAL),
    Sent.RELAYED: ("day-state-relayed", Tone.NEUTRAL),
    Sent.DONE: ("day-state-done", Tone.GREEN),
}


_ANSWERED = {
    frozenset({Verdict.TO_CORRECT}): "day-state-to-correct",
    frozenset({Verdict.REJECTED}): "day-state-rejected",
    frozenset({Verdict.TO_CORRECT, Verdict.REJECTED}): "day-state-both",
}
_THERE = ("day-state-there", Tone.GREEN)
_WITHDRAWN = ("day-state-withdrawn", Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class DayLine:
    """`opens` is False for a visit that somebody has open at another window; `theirs` as of a ParkedVisit."""

    case: uuid.UUID
    state: str
    tone: Tone
    title: str
    about: str
    opens: bool = True
    theirs: bool = False


def visit_line(kit: Kit, visit: ParkedVisit) -> DayLine:
    """A visit that is not finished."""
    key, tone = _FATES[visit.fate]
    words = kit.words
    who = words("day-terminal") if visit.fate is Fate.HANDED_IN else visit.staff
    about = [who, _time(kit, visit.since), words("day-note", note=visit.note) if visit.note else ""]
    return DayLine(
        case=visit.case,
        state=words(key),
        tone=tone,
        title=_title(kit, visit.slip, visit.event),
        about="　".join(filter(None, about)),
        opens=visit.fate is not Fate.ELSEWHERE,
        theirs=visit.theirs,
    )


def past_line(kit: Kit, case: PastCase, answered: Answered | None = None) -> DayLine:
    """A case that was accepted; with who filed it where somebody looked for them, and what receivers sent back."""
    words, face = kit.words, case.face
    key, tone = _THERE if case.desk else _SENT[case.sent]
    key, tone = _WITHDRAWN if case.withdrawn and case.sent is Sent.DONE else (key, tone)
    key, tone = (_ANSWERED[answered.results], Tone.RED) if answered is not None else (key, tone)
    named = words("day-face", name=face.name, birth=face.birth, others=face.others) if face is not None else ""
    changed = "day-withdrawn" if case.withdrawn else "day-revised"
    revised = words(changed, n=case.revision) if case.revision > 1 else ""
    day = _time(kit, case.at) if face is None else _day(case.at)
    done = sum(row.at is not None for row in case.wanted)
    guide = words("day-guide", done=done, of=len(case.wanted)) if case.wanted else ""
    gone = words("day-guide-gone", n=len(case.gone)) if case.gone else ""
    about = [case.desk or case.staff, day, revised, guide, gone, *_answer(kit, answered)]
    return DayLine(
        case=case.case,
        state=words(key),
        tone=tone,
        title=_title(kit, case.slip, case.event),
        about="\n".join(filter(None, (named, "　".join(filter(None, about))))),
    )


def _answer(kit: Kit, answered: Answered | None) -> tuple[str, ...]:
    """Since when receivers wait, for how many applications, and who sees to it until when."""
    if answered is None:
        return ()
    words, charge = kit.words, answered.charge
    since = words("day-answered", n=answered.applications, since=_time(kit, answered.since))
    if charge is None:
        return since, words("day-nobody")
    return since, words("charge", staff=charge.staff, month=charge.until.month, day=charge.until.day)


def guide_line(kit: Kit, case: PastCase, at: int) -> DayLine:
    """A row of the guide of a visit, and who has done it where and when."""
    row, words = case.rows[at], kit.words
    who = row.desk if row.staff == row.desk else words("guide-by", staff=row.staff, desk=row.desk)
    who = who if row.at is not None else ""
    state, tone = ("guide-done", Tone.GREEN) if row.at is not None else ("guide-open", Tone.NEUTRAL)
    state, tone = ("guide-gone", Tone.YELLOW) if row.gone else (state, tone)
    why = words("guide-gone-why") if row.gone else ""
    return DayLine(
        case=case.case,
        state=words(state),
        tone=tone,
        title=row.name if row.gone else words("guide-row", n=at + 1, procedure=row.name),
        about="　".join(filter(None, (row.place, who, _time(kit, row.at), why))),
    )


def _title(kit: Kit, slip: str, event: str) -> str:
    names = {choice.code: choice.label.partition("（")[0] for choice in kit.events}
    every = [names.get(code, code) for code in event.split()]
    said = kit.words("purposes-between").join(every) or kit.words("day-no-purpose")
    return kit.words("day-row", slip=slip or kit.words("parked-no-slip"), event=said)


def _day(at: dt.datetime) -> str:
    """Of any year."""
    from kiosk.model.wareki import to_wareki  # the start page waits for no calendar

    return to_wareki(at.astimezone(TOKYO).date())


def _time(kit: Kit, at: dt.datetime | None) -> str:
    if at is None:
        return ""
    local = at.astimezone(TOKYO)
    return kit.words("sending-at", month=local.month, day=local.day, time=f"{local:%H:%M}")
