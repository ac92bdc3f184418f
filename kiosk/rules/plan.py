"""手続判定: which procedures a case needs, for whom, why, by when - or which facts would decide it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from kiosk.model.path import person_path
from kiosk.model.plan import Deadline, Filing, Need, Outcome, Plan
from kiosk.model.procedure import DeadlineRule, Procedure, Version
from kiosk.model.wareki import PartialDate, calendar_day
from kiosk.rules.calendar import OpenDays
from kiosk.rules.cel import Unknown
from kiosk.rules.deadlines import compute, uncounted
from kiosk.rules.facts import Facts
from kiosk.rules.filing import filing, held_reason, papers_lacking
from kiosk.rules.open_questions import held_facts, open_facts
from kiosk.rules.waiting import another_day


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
        for name in book.purpose(facts.case).procedures:
            procedure = book.procedures.get(name)
            version = procedure.at(facts.case.today) if procedure else None
            if procedure and version and not procedure.staff_only and book.compiles(version):
                before = kept.get(name)
                same = (
                    before is not None
                    and before.later == (name in facts.case.later)
                    and facts.untouched(book.version_keys(name, version))
                    and _settled(facts, version, before)
                )
                outcomes.append(before if before is not None and same else self._outcome(facts, procedure, version))
        return Plan.model_construct(on=facts.case.today, outcomes=tuple(outcomes))

    def _outcome(self, facts: Facts, procedure: Procedure, version: Version) -> Outcome:
        votes = _Votes(facts, procedure, version)
        turn = _PLAIN if votes.need is Need.NOT_NEEDED else turn_of(facts, version)
        taken = version if turn.variant is None else version.turned[turn.variant]
        wished = _wished(facts, taken)
        unwanted = wished is False and votes.need.waits  # nobody is asked about what nobody wants
        need = Need.NOT_NEEDED if unwanted else votes.need
        may = filing(facts, taken, procedure=procedure.id) if need is Need.NEEDED and wished is not False else None
        waits = need is Need.NEEDED and (turn.held or (may is not None and may.wait.holds))
        held, out = waits or need is Need.HELD, need is Need.NOT_NEEDED
        given = need is Need.NEEDED and turn.decided and not waits and wished is True
        outcome = Outcome.quick(
            procedure=procedure.id,
            need=Need.HELD if held else _need(taken, may) if need is Need.NEEDED else need,
            variant=turn.variant,
            reason=version.reason_not if out else held_reason(facts, taken, may),
            persons=votes.yes,
            undecided=() if unwanted else votes.open,
            missing=() if unwanted else votes.missing,
            lacks=_lacks(facts, version, votes, may) if held else (),
            facts=votes.looked_at,
            deadline=None if out else self._soonest(facts, _possible(facts, version, turn), votes.concerned),
            bring=() if out else (*_bring(facts, taken), *papers_lacking(facts, may)),
            forms=_forms(facts, taken) if given else (),
            filing=may,
            wished=wished is True,
            later=False,
        )
        return another_day(outcome, turn.missing) if procedure.id in facts.case.later and outcome.waitable else outcome

    def _soonest(self, facts: Facts, rules: tuple[DeadlineRule, ...], persons: tuple[str, ...]) -> Deadline | None:
        """The deadline; where it is open which rule counts, the day by which every one of them is kept."""
        found = [self._deadline(facts, rule, persons) for rule in rules]
        dated = [(each.due, index) for index, each in enumerate(found) if each.due is not None]
        return found[min(dated)[1]] if dated else found[0] if found else None

    def _deadline(self, facts: Facts, rule: DeadlineRule, persons: tuple[str, ...]) -> Deadline:
        day = _first_day(facts, rule.start, persons)
        if day is None:
            return uncounted(rule)
        return compute(rule, day, today=facts.case.today, calendar=self.days)


def _need(taken: Version, may: Filing | None) -> Need:
    """What a rule that holds comes to for the person who has come."""
    if may is not None and may.may is False:
        return Need.NOT_BY_THIS_PERSON
    return Need.OPTIONAL if taken.optional else Need.NEEDED


def _wished(facts: Facts, taken: Version) -> bool | None:
    """Whether somebody wants what nobody has to have; None while that is open or held."""
    if not taken.wish:
        return True
    answer = facts.ask(facts.book.language.rule(taken.wish))
    return None if isinstance(answer, Unknown) else answer is True


def _possible(facts: Facts, version: Version, turn: "Turn") -> tuple[DeadlineRule, ...]:
    """The deadline of the variant that is taken, or of all that may still be."""
    if turn.decided:
        versions: tuple[Version, ...] = (version if turn.variant is None else version.turned[turn.variant],)
    else:
        told = [facts.ask(facts.book.language.rule(variant.when)) for variant in version.variants]
        versions = tuple(each for each, said in zip(version.turned, told, strict=True) if said is not False)
        versions = versions if True in told else (*versions, version)
    return tuple(each.deadline for each in versions if each.deadline is not None)


def _lacks(facts: Facts, version: Version, votes: "_Votes", may: Filing | None) -> tuple[str, ...]:
    """What was answered わからない and holds a procedure: in its rule, its variants, or about who has come."""
    rule = facts.book.language.rule
    found = dict.fromkeys(
        held for person in votes.open for held in held_facts(facts, rule(version.when), person=person)
    )
    for variant in version.variants if votes.yes or votes.need is Need.NEEDED else ():
        found |= dict.fromkeys(held_facts(facts, rule(variant.when)))
    return tuple(dict.fromkeys((*found, *(may.lacks if may is not None else ()))))


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

    @property
    def concerned(self) -> tuple[str, ...]:
        """Everybody whom it is for, or may be for."""
        return tuple(person for person in (*self.yes, *self.open) if person)

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


def _settled(facts: Facts, version: Version, before: Outcome) -> bool:
    """Whether nothing is open or held about an outcome: it can only change with what its conditions look at.

    An answer that is held, or a held one that is open again, changes no value that was not known anyway, and yet it
    changes whether there is something to ask.
    """
    if before.need.waits or before.undecided or before.lacks:
        return False
    if before.need is Need.NOT_NEEDED:
        return True
    asked = before.filing is not None and before.filing.missing
    return not asked and turn_of(facts, version).decided and not _photo_open(facts, version)


def _photo_open(facts: Facts, version: Version) -> bool:
    """Whether it is open or held which papers whoever files has to show."""
    if not version.photo_when:
        return False
    return isinstance(facts.ask(facts.book.language.rule(version.photo_when)), Unknown)


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
