"""The city's register at this place: read in from a file, looked into for a visit, forgotten.

Behind the port (kiosk.flow.residents) stands one adapter: an extract that is kept in the store. A REST one, shaped
after 申請管理 or 独自施策システム等連携, is left out: of these only the transport is known here (PULL, OAuth2
client credentials), not one request or answer about a resident, and none is invented.
"""

import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.bootstrap.program import Program
from kiosk.exchange.records.register import NAME, Reading, load_register, open_register
from kiosk.flow.clock import TOKYO
from kiosk.flow.residents import Candidate, FoundResidents, Household, building_of, face, wanted, words_of
from kiosk.model.audit import AuditEvent
from kiosk.model.base import Issue
from kiosk.model.message import Refused
from kiosk.model.resident import RegisterState
from kiosk.store.register_import import Import
from kiosk.store.residents import SHOWN

_MOST_BAD = 10
"""Of so many rows one may be bad: a file of which more cannot be read is not the one that was meant."""
_EVERY = 1000


@dataclass(frozen=True)
class Imported:
    """What came of a file: how the register stands now, None where the last one stands; the faults by line and column.

    `bad` counts rows that cannot be read; the first of their faults are named. `taken_for`: the encoding where nobody
    has said it and it was not plain.
    """

    state: RegisterState | None
    faults: tuple[Issue, ...] = ()
    bad: int = 0
    taken_for: str = ""


def import_register(
    program: Program, file: Path, *, day: dt.date | None, by: str, advanced: Callable[[int], None] = lambda _: None
) -> Imported:
    """Read a file into the place of the last register; it stands as it was where anything stops that.

    `day` is that of the data, the file's own where nobody says. Raises SiteError.
    """
    today = program.clock.today()
    mapping = load_register(program.catalogue.files.content.get(NAME, b""))
    reading = open_register(file, mapping, on=today)
    if not isinstance(reading, Reading):
        return Imported(None, reading)
    of = day or dt.datetime.fromtimestamp(file.stat().st_mtime, TOKYO).date()
    if of > today:
        return Imported(None, (Issue(where="--day", message="データの日が今日より後です。", allowed=f"{today} まで"),))
    with program.store.residents.begin() as new:
        return _fill(program, new, reading, day=of, by=by, advanced=advanced)


def _fill(
    program: Program, new: Import, reading: Reading, *, day: dt.date, by: str, advanced: Callable[[int], None]
) -> Imported:
    name, people = reading.file.name, 0
    try:
        for row in reading.rows():
            if row.resident is None:
                new.lacks(row.household)
                continue
            facts = row.resident.facts
            new.add(row.resident, household=row.household, words=words_of(facts), building=building_of(facts))
            people += 1
            if people % _EVERY == 0:
                advanced(people)
    except (OSError, csv.Error):
        return Imported(None, (Issue(where=name, message="ファイルを終わりまで読めません。"),))
    faults = tuple(reading.faults)
    if people < _MOST_BAD * reading.bad - reading.bad or not people:
        return Imported(None, (*faults, _refused(name, reading, people)), reading.bad)
    state = RegisterState(
        day=day,
        at=program.clock.now(),
        people=people,
        households=new.households(),
        left_out=dict(reading.left_out),
        bad=reading.bad,
    )
    detail = f"day={day} people={people} left={sum(reading.left_out.values())} bad={reading.bad}"
    new.publish(state, event=AuditEvent(at=state.at, by=by, action="register-import", detail=detail))
    return Imported(state, faults, reading.bad, reading.text.taken_for)


def _refused(name: str, reading: Reading, people: int) -> Issue:
    if reading.bad:
        message = f"{people + reading.bad}行のうち{reading.bad}行が読めないため、取り込みません。"
        return Issue(where=name, message=message, allowed=f"読めない行は{_MOST_BAD}行に1行まで")
    gone = "、".join(f"{why}{n}人" for why, n in reading.left_out.items())
    message = f"取り込める行がありません（{gone}）。" if gone else "読み取れる行がありません。"
    return Issue(where=name, message=message, allowed="見出し行と1人1行")


@dataclass(frozen=True)
class KeptRegister:
    """The Residents port (kiosk.flow.residents) over what was read in; `case` is that of the visit at hand."""

    program: Program
    case: str = ""

    def state(self) -> RegisterState | None:
        """See Residents."""
        return self.program.store.residents.state()

    def find(self, text: str, why: str) -> FoundResidents:
        """See Residents."""
        words = wanted(text, today=self.program.clock.today())
        if isinstance(words, Refused):
            return FoundResidents(refused=words)
        event = self._event("register-search", why)
        found = self.program.store.residents.find(words, event=event, limit=SHOWN + 1)
        people = found.people[:SHOWN]
        shown = [Candidate(number=number, edition=found.register, face=face(each)) for number, each in people]
        shown.sort(key=lambda each: (each.face.kana, each.face.name, each.number))
        return FoundResidents(tuple(shown), more=len(found.people) > SHOWN)

    def household(self, candidate: Candidate, why: str) -> Household | None:
        """See Residents."""
        event, kept = self._event("register-take", why), self.program.store.residents
        found = kept.household(candidate.number, register=candidate.edition, event=event)
        return None if found is None else Household(**found._asdict())

    def _event(self, action: str, why: str) -> AuditEvent:
        program = self.program
        by = program.at_desk.by()
        return AuditEvent(at=program.clock.now(), by=by, action=action, case=self.case, detail=f"for={why}")
