"""手続き判定: which procedures a case needs, for whom, why, by when - or which facts would decide it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from kiosk.model.path import person_path
from kiosk.model.plan import Deadline, Need, Outcome, Plan, Wait
from kiosk.model.procedure import DeadlineRule, Procedure, Version
from kiosk.model.wareki import PartialDate, calendar_day
from kiosk.rules.calendar import OpenDays
from kiosk.rules.cel import Unknown
from kiosk.rules.deadlines import compute
from kiosk.rules.facts import Facts
from kiosk.rules.filing import filing, held_reason
from kiosk.rules.open_questions import open_facts


@dataclass(frozen=True)
class Planner:
    """Evaluates the dated rules of an event; `days` knows when the city is open."""

    days: OpenDays

    def plan(self, facts: Facts, previous: Plan | None = None) -> Plan:
        """One outcome per procedure of the case's event that is in force on the filing day.

        An outcome that was decided a keystroke ago and depends on nothing that changed is kept.
        """
        kept = (
            {outcome.procedure: outcome for outcome in previous.outcomes}
            if previous and facts.changed is not None
            else {}
        )
        book = facts.book
        outcomes = []
        for name in book.events[facts.case.event].procedures:
            procedure = book.procedures.get(name)
            version = procedure.at(facts.case.today) if procedure else None
            if procedure and version and not procedure.staff_only and book.compiles(version):
                before = kept.get(name)
                same = before is not None and _settled(before) and facts.untouched(book.version_keys(name, version))
                outcomes.append(before if before is not None and same else self._outcome(facts, procedure, version))
        return Plan.model_construct(on=facts.case.today, outcomes=tuple(outcomes))

    def _outcome(self, facts: Facts, procedure: Procedure, version: Version) -> Outcome:
        votes = _Votes(facts, procedure, version)
        need = votes.need
        needed = need is Need.NEEDED
        turn = turn_of(facts, version) if needed else _PLAIN
        taken = version if turn.variant is None else version.turned[turn.variant]
        may = filing(facts, taken) if needed else None
        waits = turn.held or (may is not None and may.wait is not Wait.NONE)
        return Outcome.quick(
            procedure=procedure.id,
            need=Need.HELD if waits else need,
            variant=turn.variant,
            reason=version.reason_not if need is Need.NOT_NEEDED else held_reason(facts, taken, may),
            persons=votes.yes,
            undecided=votes.open,
            missing=votes.missing,
            facts=votes.looked_at,
            deadline=self._deadline(facts, taken.deadline, votes.yes) if needed and turn.decided else None,
            bring=_bring(facts, taken) if needed else (),
            forms=_forms(facts, taken) if needed and turn.decided and not waits else (),
            filing=may,
        )

    def _deadline(self, facts: Facts, rule: DeadlineRule | None, persons: tuple[str, ...]) -> Deadline | None:
        if rule is None:
            return None
        day = _first_day(facts, rule.start, persons)
        if day is None:
            return Deadline(note=rule.note, law=rule.law)
        return compute(rule, day, today=facts.case.today, calendar=self.days)


@dataclass(frozen=True)
class Turn:
    """Which variant of a version a case takes (None: none); undecided while `missing` facts would tell, or `held`."""

    variant: int | None = None
    missing: tuple[str, ...] = ()
    held: bool = False

    @property
    def decided(self) -> bool:
        """Whether it is known."""
        return not self.missing and not self.held


_PLAIN = Turn()


def turn_of(facts: Facts, version: Version) -> Turn:
    """The first variant whose condition holds; an undecided one before it keeps the question open."""
    for index, variant in enumerate(version.variants):
        rule = facts.book.language.rule(variant.when)
        answer = facts.ask(rule)
        if isinstance(answer, Unknown):
            missing = open_facts(facts, rule)
            return Turn(missing=missing, held=not missing)
        if answer is True:
            return Turn(variant=index)
    return _PLAIN


def _first_day(facts: Facts, start: str, persons: tuple[str, ...]) -> dt.date | None:
    """The calendar day of a fact; of members' facts the earliest one of those concerned."""
    paths = [person_path(person, start) for person in persons] if start.startswith("person.") else [start]
    said = (facts.value(path) for path in paths if path)
    days = (calendar_day(value) for value in said if isinstance(value, PartialDate))
    return min((day for day in days if day is not None), default=None)


@dataclass(frozen=True)
class _Votes:
    """The rule put to the case once, or to each member."""

    facts: Facts
    procedure: Procedure
    version: Version

    @cached_property
    def _answers(self) -> dict[str, object]:
        rule = self.facts.book.language.rule(self.version.when)
        return self.facts.ask_all(rule) if self.procedure.scope == "person" else {"": self.facts.ask(rule)}

    @cached_property
    def yes(self) -> tuple[str, ...]:
        return tuple(person for person, answer in self._answers.items() if answer is True and person)

    @cached_property
    def open(self) -> tuple[str, ...]:
        return tuple(person for person, answer in self._answers.items() if isinstance(answer, Unknown))

    @cached_property
    def missing(self) -> tuple[str, ...]:
        rule = self.facts.book.language.rule(self.version.when)
        found: dict[str, None] = {}
        for person, answer in self._answers.items():
            if isinstance(answer, Unknown):
                found |= dict.fromkeys(open_facts(self.facts, rule, person=person))
        return tuple(found)

    @cached_property
    def looked_at(self) -> tuple[str, ...]:
        rule = self.facts.book.language.rule(self.version.when)
        return self.facts.used_by(rule, self._answers)

    @property
    def need(self) -> Need:
        if any(answer is True for answer in self._answers.values()):
            return Need.NEEDED
        if not self.open:
            return Need.NOT_NEEDED
        return Need.UNDECIDED if self.missing else Need.HELD


def _settled(outcome: Outcome) -> bool:
    """Whether nothing is open or held about an outcome: it can only change with what its conditions look at.

    A held answer that is open again changes no value, and yet it is to be asked.
    """
    decided = outcome.need in {Need.NEEDED, Need.NOT_NEEDED} and not outcome.undecided
    return decided and not (outcome.filing and outcome.filing.missing)


def _forms(facts: Facts, version: Version) -> tuple[str, ...]:
    """The forms that this case needs; a form whose condition is undecided waits."""
    compiled = facts.book.language.rule
    conditions = version.form_when
    return tuple(
        form for form in version.forms if form not in conditions or facts.ask(compiled(conditions[form])) is True
    )


def _bring(facts: Facts, version: Version) -> tuple[str, ...]:
    """Papers to bring; an undecided condition keeps the paper on the list, so that nobody comes twice."""
    language = facts.book.language
    return tuple(
        item.what for item in version.bring if not item.when or facts.ask(language.rule(item.when)) is not False
    )
