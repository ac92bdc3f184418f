"""How long it takes to judge all procedures for a household of eight, from nothing."""

import statistics
import time

from kiosk.bench.row import Row, at_most, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, median
from kiosk.model.case import Case
from kiosk.rules.facts import Facts
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import take

_COPIED = {"p5": "p3", "p6": "p4", "p7": "p3", "p8": "p4"}


def household(subject: Subject, effort: Effort) -> list[Row]:
    """All procedures judged anew; the same with all derived facts first; and the whole page behind a keystroke."""
    book, planner, case = subject.program.book, subject.program.planner, of_eight(subject)
    facts = Facts(case, book)
    procedures = len(planner.plan(facts).outcomes)
    looked_at = book.rule_keys(case.event)  # as a visit does: what only forms look at is derived with the forms
    plan = statistics.median(_judged(planner, Facts(case, book, only=looked_at)) for _ in range(effort.times(200)))
    derived = median(lambda: planner.plan(Facts(case, book, only=looked_at)), times=effort.times(200), warm=5)
    whole = median(lambda: take(case, book=book, planner=planner), times=effort.times(30), warm=2)
    with_ = f"{procedures} procedures, 8 people, nothing remembered"
    return [
        at_most(
            2,
            Row(
                name="plan_household_of_8_ms",
                label="8人世帯の手続き判定",
                value=plan,
                unit="ms",
                compared_with=with_,
            ),
        ),
        information(Row(name="plan_with_derived_facts_ms", label="導出からの手続き判定", value=derived, unit="ms")),
        information(
            Row(
                name="household_of_8_everything_ms",
                label="8人世帯の判定・転記・質問のすべて",
                value=whole,
                unit="ms",
                compared_with=with_,
            )
        ),
    ]


def _judged(planner: Planner, facts: Facts) -> float:
    """Milliseconds to judge every procedure once; a Known remembers its answers, so each one is judged only once."""
    begun = time.perf_counter()
    planner.plan(facts)
    return (time.perf_counter() - begun) * 1000


def of_eight(subject: Subject) -> Case:
    """The demonstration family without cards, its two children come four times more."""
    case = subject.demo.rehearse(cards=False, extract=False)[1].snapshot.case
    more = [
        fact.model_copy(update={"path": fact.path.replace(f"[{old}]", f"[{new}]")})
        for new, old in _COPIED.items()
        for fact in case.ledger.facts
        if f"[{old}]" in fact.path
    ]
    persons = (*case.persons[:4], *_COPIED)
    return case.model_copy(update={"persons": persons, "ledger": case.ledger.add(more)})
