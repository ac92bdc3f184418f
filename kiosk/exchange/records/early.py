"""The check before sending, made while the people are still at the desk: what it refuses, by the answer behind it."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.checks import Fault, about, faults
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.letters import letters
from kiosk.exchange.records.limits import sources
from kiosk.exchange.records.people import OUTSIDE
from kiosk.exchange.records.recorder import Recorder
from kiosk.exchange.records.targets import NAMES, Script
from kiosk.exchange.records.values import words
from kiosk.model.base import Issue
from kiosk.model.numbers import holds_my_number
from kiosk.model.path import key_of, person_of, person_path
from kiosk.rules.provenance import origins
from kiosk.rules.snapshot import Snapshot

_HALVES = {"uji_nihonjin": "shimei", "na_nihonjin": "shimei", "shimei_gaikokujinromaji": "shimei"}
_KANA_HALVES = {f"{half}_furigana": "shimei_furigana" for half in ("uji_nihonjin", "na_nihonjin")}
_PROVISIONAL = "000000-000"
_TAILS = ("_fushofuragu", "_fushohyoki")
_PARTS = ("shikuchosonkodo", "todofuken", "shikugunchosonmei", "choaza", "banchigohyoki", "yubinbango")


Scripts = Callable[[str], Sequence[tuple[str, Script]]]
"""In which letters the receivers of a procedure are written to, with what they are called."""

_ASK = "代わりの文字（forms/exchange/letters.toml）を、システム担当に決めてもらう"


def no_scripts(_procedure: str) -> tuple[tuple[str, Script], ...]:
    """Every receiver takes UTF-8."""
    return ()


@dataclass(frozen=True)
class EarlyCheck:
    """Makes the records as a confirmation would, and checks them as the receivers' courier does."""

    recorder: Recorder
    columns: Columns
    scripts: Scripts = no_scripts

    def refused(self, snapshot: Snapshot, *, at: dt.datetime) -> tuple[Issue, ...]:
        """What would be refused, each fault once; `where` is the path of the answer that mends it.

        A fault that no answer is behind is none of the desk's: its record is held until the settings are mended.
        """
        found: dict[str, Issue] = {}
        snapshot = _numbered(snapshot)
        for outcome in snapshot.sent:
            record = Record.model_validate_json(self.recorder.record(snapshot, outcome, at=at))
            for fault in (*faults(record, self.columns), *self._unwritable(record, outcome.procedure)):
                path = _answer(snapshot, record, fault)
                if path:
                    found.setdefault(path, fault.issue.model_copy(update={"where": path}))
        return tuple(found.values())

    def _unwritable(self, record: Record, procedure: str) -> Iterator[Fault]:
        """Letters that a receiver of the procedure has not, and for which nothing may stand, each place once."""
        for name, script in self.scripts(procedure):
            for each in letters(record, self.columns, script):
                if not each.put:
                    message = (
                        f"「{each.letter}」は、送付先「{name}」の文字コード（{NAMES[script.target]}）にありません。"
                    )
                    issue = Issue(where=each.where, message=message, allowed=_ASK)
                    yield Fault(issue=issue, source=each.source, about=about(record, each.rows, each.row))


def _numbered(snapshot: Snapshot) -> Snapshot:
    """The visit with a number, which it may not have yet: nothing else of its records hangs on it."""
    case = snapshot.case
    return snapshot if case.slip else snapshot.with_case(case.model_copy(update={"slip": _PROVISIONAL}))


def _answer(snapshot: Snapshot, record: Record, fault: Fault) -> str:
    """The path of what was said and fills the place of a fault; empty when nothing did."""
    for path in _candidates(record, fault, snapshot):
        behind = origins(snapshot.facts, path)
        return next((own for own in behind if person_of(own) == person_of(path)), next(iter(behind), ""))
    return ""


def _candidates(record: Record, fault: Fault, snapshot: Snapshot) -> Iterator[str]:
    if "." not in fault.source:  # a number anywhere in a block
        yield from (path for path in record.shussho if holds_my_number(words(snapshot.facts.by_path[path].value)))
        return
    yield from answers_of(record, fault)


def answers_of(record: Record, fault: Fault) -> Iterator[str]:
    """The paths, of those that a record was made of, that may fill the place of a fault, the likeliest first."""
    if fault.source.startswith("sonota"):
        key, _, ref = fault.about.partition(" ")
        yield person_path(ref, key) if ref else key
        return
    place = _place(fault.source)
    whole = place.replace("_katagaki", "_hyoki")  # a building may stand in the address itself
    for wanted in (place, whole):
        yield from (path for path in record.shussho if _about(path, fault.about) and wanted in sources(key_of(path)))


def _about(path: str, about: str) -> bool:
    """Whether a fact may be about the person of a row: their own, or the address of the household."""
    owner = person_of(path) or key_of(path).partition(".")[0]
    return not about or owner == about or (owner == "addr" and about not in OUTSIDE)


def _place(source: str) -> str:
    """The place that a fact fills as it was said, of which this one was made: the whole of a part."""
    block, _, field = source.partition(".")
    for tail in _TAILS:
        field = field.removesuffix(tail)
    if field in {"seinengappi", "idonengappi"}:
        return f"{block}.{field}_fushohyoki"
    prefix, _, part = field.rpartition("_")
    if prefix and part in _PARTS:
        return f"{block}.{prefix}_hyoki"
    return f"{block}.{_HALVES.get(field) or _KANA_HALVES.get(field) or field}"
