"""手数料 of a visit: which fees its procedures come to, by the city's amounts and what was asked for."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kiosk.model.bill import Bill, BillRow, till_code
from kiosk.model.case import CaseState
from kiosk.model.free_for import FreeFor
from kiosk.model.message import Code, Message
from kiosk.model.plan import Outcome
from kiosk.model.procedure import Charge
from kiosk.rules.snapshot import Snapshot
from kiosk.settings import City, Confidence

Said = Callable[[str], str]
_FREE = "無料"
_OFFICIAL, _LAW = Code("free-for-official"), Code("free-for-law")
_WELFARE, _DISASTER = Code("free-for-welfare"), Code("free-for-disaster")
USUAL = {
    FreeFor.OFFICIAL.value: _OFFICIAL,
    FreeFor.LAW.value: _LAW,
    FreeFor.WELFARE.value: _WELFARE,
    FreeFor.DISASTER.value: _DISASTER,
}
"""What stands for the usual reasons why nothing is charged."""


def free_for(why: str, say: Callable[[Message], str]) -> str:
    """Why a fee is not charged, in words: a usual reason, or what was said."""
    return say(USUAL[why]()) if why in USUAL else why


def bill(snapshot: Snapshot, city: City, *, said: Said = str, say: Callable[[Message], str] = str) -> Bill:
    """What is to be paid for what leaves; nothing for a case that was taken back. `said` words texts of the city, `say`
    sentences of the program.

    Of a later revision the till takes only what the one before has not told; where several totals were told before,
    nobody here knows which of them was paid, and the till is told nothing.
    """
    case = snapshot.case
    found = Bill() if case.state is CaseState.WITHDRAWN else _charged(snapshot, city, said, say)
    *before, told = case.billed or (None,)
    others = dict.fromkeys(each for each in reversed(before) if each and each != told)
    found = replace(found, told=told, earlier=tuple(others))
    if found.due <= 0 or found.earlier:
        return found
    code = till_code(city.till, number=case.slip, amount=found.due, on=case.today, city=city.code)
    return replace(found, code=code)


def cost(snapshot: Snapshot, *, city: City) -> int:
    """The whole total of a case as it stands, in yen."""
    return bill(snapshot, city).total


def _charged(snapshot: Snapshot, city: City, said: Said, say: Callable[[Message], str]) -> Bill:
    rows = tuple(
        row
        for outcome in snapshot.plan.leaving
        for row in _let_off(snapshot, outcome.procedure, _rows(snapshot, city, outcome, said), say)
    )
    costs = {row.procedure for row in rows}
    return Bill(rows, tuple(said(name) for name in _free(snapshot) if name not in costs))


def _let_off(
    snapshot: Snapshot, procedure: str, rows: Iterator[BillRow], say: Callable[[Message], str]
) -> Iterator[BillRow]:
    """The rows of a procedure, less what a clerk has let off; of what is still charged the first ones take it all."""
    why = free_for(snapshot.case.free_for.get(procedure, ""), say)
    left = snapshot.case.fee_left.get(procedure, 0)
    for row in rows:
        if why and not row.free:
            yield replace(row, free=why, left=min(left, row.full))
            left -= min(left, row.full)
        else:
            yield row


def _rows(snapshot: Snapshot, city: City, outcome: Outcome, said: Said) -> Iterator[BillRow]:
    """The charges of one filing that hold; one that is undecided is told without an amount."""
    facts, book = snapshot.facts, snapshot.facts.book
    procedure = book.procedures[outcome.procedure]
    version = procedure.at(snapshot.plan.on)
    for charge in version.charges if version else ():
        setting = city.settings.get(charge.setting)
        holds = facts.ask(book.language.rule(charge.when)) if charge.when else True
        if setting is None or holds is False or not isinstance(setting.value, int):
            continue
        free = bool(charge.free_when) and facts.ask(book.language.rule(charge.free_when)) is True
        yield BillRow(
            procedure=said(procedure.turned(snapshot.plan.on, outcome.variant).name),
            name=setting.label,
            count=_count(snapshot, charge, outcome) if holds is True else None,
            unit=setting.value,
            confirmed=setting.confidence is Confidence.CONFIRMED,
            free=charge.free_why if free else "",
        )


def _count(snapshot: Snapshot, charge: Charge, outcome: Outcome) -> int | None:
    """How many: what was asked for, else one for each whom the filing is for."""
    if not charge.count:
        return max(1, len(outcome.persons))
    found = snapshot.facts.value(charge.count)
    return found if isinstance(found, int) and found > 0 else None


def _free(snapshot: Snapshot) -> Iterator[str]:
    """The procedures of which the catalogue says that they cost nothing."""
    book, on = snapshot.facts.book, snapshot.plan.on
    for outcome in snapshot.plan.leaving:
        procedure = book.procedures[outcome.procedure].turned(on, outcome.variant)
        if procedure.fee.startswith(_FREE):
            yield procedure.name
