"""How long it takes to judge all procedures for a household of eight, from nothing."""

from functools import partial

from kiosk.bench.row import Row, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Times
from kiosk.bootstrap.settling import settle
from kiosk.model.case import Case
from kiosk.rules.facts import Facts
from kiosk.rules.snapshot import take

_COPIED = {"p5": "p3", "p6": "p4", "p7": "p3", "p8": "p4"}


def household(subject: Subject, effort: Effort) -> list[Row]:
    """All procedures judged anew; the same with all derived facts first; and the whole page behind a keystroke.

    In a process that has settled, as every desk's has.
    """
    book, planner, case = subject.program.book, subject.program.planner, of_eight(subject)
    procedures = len(planner.plan(Facts(case, book)).outcomes)
    settle()
    looked_at = book.rule_keys(case)  # as a visit does: what only forms look at is derived with the forms
    known = (Facts(case, book, only=looked_at) for _ in range(effort.times(200)))  # each remembers its answers
    judged = effort.each(partial(planner.plan, facts) for facts in known)
    derived = effort.repeat(lambda: planner.plan(Facts(case, book, only=looked_at)), times=effort.times(200), warm=5)
    whole = effort.repeat(lambda: take(case, book=book, planner=planner), times=effort.times(30), warm=2)
    with_ = f"{procedures} procedures, 8 people, nothing remembered"
    return [
        _row(2, "plan_household_of_8_ms", "8人世帯の手続判定", judged, f"{with_} but derived facts"),
        _row(5, "plan_with_derived_facts_ms", "8人世帯の手続判定（導出から）", derived, with_),
        _row(0, "household_of_8_everything_ms", "8人世帯の判定・転記・質問のすべて", whole, with_),
    ]


def _row(limit: float, name: str, label: str, took: Times, with_: str) -> Row:
    row = Row(name=name, label=label, value=took.median, unit="ms", compared_with=with_)
    return within(limit, row, beside=took.beside) if limit else information(row, beside=took.beside)


def of_eight(subject: Subject) -> Case:
    """The demonstration family without cards, its two children come twice more: movers as they are."""
    case = subject.demo.rehearse(cards=False, extract=False)[1].snapshot.case
    more = [
        fact.model_copy(update={"path": fact.path.replace(f"[{old}]", f"[{new}]")})
        for new, old in _COPIED.items()
        for fact in case.ledger.facts
        if f"[{old}]" in fact.path
    ]
    more += [
        fact.model_copy(update={"value": _with_copies(fact.value)})
        for fact in case.ledger.current.values()
        if isinstance(fact.value, tuple) and not _COPIED.keys().isdisjoint(_with_copies(fact.value))
    ]
    persons = (*case.persons[:4], *_COPIED)
    return case.model_copy(update={"persons": persons, "ledger": case.ledger.add(more)})


def _with_copies(named: tuple[str, ...]) -> tuple[str, ...]:
    return (*named, *(new for new, old in _COPIED.items() if old in named))
