"""Why a case came out as it did: the rule, what it looked at, where that came from, and how a deadline was counted."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kiosk.designing.filing_trace import FilingTrace, FilingTracer
from kiosk.designing.mattered import mattered
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.base import Frozen
from kiosk.model.errors import Defect
from kiosk.model.fact import Fact
from kiosk.model.path import person_of
from kiosk.model.plan import Deadline, Need, Outcome
from kiosk.model.procedure import Procedure, Version
from kiosk.model.source import Source
from kiosk.model.wareki import to_wareki
from kiosk.rules.calendar import OpenDays
from kiosk.rules.cel import Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.found import AND, OR
from kiosk.rules.keys import ROLE_FACTS
from kiosk.rules.snapshot import Snapshot

_DAY = dt.timedelta(days=1)
SOURCES = {
    Source.SYSTEM: "システム",
    Source.DERIVED: "導出",
    Source.SECOND_CARD: "別のカード",
    Source.CARD: "カード",
    Source.EXTRACT: "転出証明書",
    Source.REGISTER: "住民記録",
    Source.DOCUMENT: "書類",
    Source.PREENTRY: "家での入力",
    Source.RESIDENT: "本人入力",
    Source.INTERVIEW: "聞き取り",
}
JOINTS = {OR: "どれか", AND: "すべて"}
NEEDS = {
    Need.NEEDED: "必要",
    Need.OPTIONAL: "任意",
    Need.HELD: "保留",
    Need.UNDECIDED: "確認中",
    Need.NOT_BY_THIS_PERSON: "この方は届出できません",
    Need.NOT_NEEDED: "不要",
}


class Look(Frozen):
    """One fact that was looked at; `rule` and `why` are its derivation's, `inputs` what that looked at in turn."""

    path: str
    label: str
    value: str
    source: str
    rule: str = ""
    why: str = ""
    inputs: tuple["Look", ...] = ()


class Part(Frozen):
    """One operand of the rule and what it came to: 成り立つ, 成り立たない or 分からない."""

    text: str
    result: str


class Vote(Frozen):
    """The rule put to the case (no name) or to one member; `joint` says how many of the parts must hold."""

    name: str
    result: str
    joint: str
    parts: tuple[Part, ...]
    looks: tuple[Look, ...]


class Counted(Frozen):
    """How the deadline was counted: first counted day, raw last day, and the closed days it rolled over."""

    start: str
    started: str
    first: str
    raw: str
    due: str
    rolled: tuple[str, ...]
    late: bool
    law: str
    note: str


class Trace(Frozen):
    """One outcome with everything that led to it; `excluded` is the reason that was not given.

    `variants` are the conditions of what the procedure can become, as far as they were tried: the first that holds is
    taken. `lacks` is what keeps it from leaving, `filing` why the person at the counter may file it or not.
    """

    id: str
    name: str
    need: str
    version: str
    rule: str
    reason: str
    excluded: str
    votes: tuple[Vote, ...]
    variants: tuple[Part, ...]
    missing: tuple[str, ...]
    lacks: tuple[str, ...]
    filing: FilingTrace | None
    deadline: Counted | None
    forms: tuple[str, ...]
    no_form: str
    bring: tuple[str, ...]


class Absent(Frozen):
    """A procedure of the event that was not judged, and why."""

    id: str
    name: str
    why: str


@dataclass(frozen=True)
class Tracer:
    """Explains the outcomes of a snapshot; `days` is the calendar the deadlines rolled by."""

    snapshot: Snapshot
    days: OpenDays
    wording: Wording

    @cached_property
    def _facts(self) -> Facts:
        return self.snapshot.facts

    @cached_property
    def _viewer(self) -> Viewer:
        return Viewer(self.snapshot, self.wording)

    def traces(self) -> tuple[Trace, ...]:
        """One per outcome, in plan order."""
        return tuple(self._trace(outcome) for outcome in self.snapshot.plan.outcomes)

    def absent(self) -> tuple[Absent, ...]:
        """The event's procedures without an outcome: not in force on the day, or with a rule that cannot be read."""
        book = self._facts.book
        judged = {outcome.procedure for outcome in self.snapshot.plan.outcomes}
        names = (name for name in book.purpose(self.snapshot.case).procedures if name not in judged)
        return tuple(self._absent(name, book.procedures.get(name)) for name in names)

    def _absent(self, name: str, procedure: Procedure | None) -> Absent:
        if procedure is None:
            return Absent(id=name, name=name, why="手続の定義が読み込めません。kiosk check で確かめてください。")
        if procedure.at(self.snapshot.plan.on):
            return Absent(
                id=name, name=procedure.name, why="規則の式が正しくありません。kiosk check で確かめてください。"
            )
        coming = sorted(v.valid_from for v in procedure.versions if v.valid_from > self.snapshot.plan.on)
        after = f"次の版は{to_wareki(coming[0])}からです。" if coming else ""
        return Absent(id=name, name=procedure.name, why=f"この日に有効な版がありません。{after}")

    # ---- one outcome ---------------------------------------------------------------------------------------------
    def _trace(self, outcome: Outcome) -> Trace:
        procedure = self._facts.book.procedures[outcome.procedure]
        version = procedure.at(self.snapshot.plan.on)
        if version is None:
            raise Defect(f"an outcome of {procedure.id} without a version in force")
        refused = outcome.need is Need.NOT_NEEDED
        taken = version if outcome.variant is None else version.turned[outcome.variant]
        return Trace(
            id=procedure.id,
            name=taken.name or procedure.name,
            need=NEEDS[outcome.need],
            version=_in_force(version),
            rule=version.when,
            reason=outcome.reason,
            excluded=version.reason if refused else version.reason_not,
            votes=tuple(self._votes(procedure, version)),
            variants=() if refused else self._variants(version, outcome),
            missing=tuple(self._viewer.label(path) for path in outcome.missing),
            lacks=tuple(self._viewer.lack(path) for path in outcome.lacks),
            filing=FilingTracer(self._viewer).trace(outcome, taken),
            deadline=self._counted(taken, outcome.deadline),
            forms=outcome.forms,
            no_form=taken.no_form.why if taken.no_form and not outcome.forms and not refused else "",
            bring=outcome.bring,
        )

    def _variants(self, version: Version, outcome: Outcome) -> tuple[Part, ...]:
        """Those that were tried: up to the one that is taken."""
        tried = version.variants if outcome.variant is None else version.variants[: outcome.variant + 1]
        return tuple(self._part(variant.when, "") for variant in tried)

    def _votes(self, procedure: Procedure, version: Version) -> Iterator[Vote]:
        language = self._facts.book.language
        rule = language.rule(version.when)
        sign, operands = language.operands(rule)
        parts = operands if sign in JOINTS else (rule,)
        for person in self._facts.case.persons if procedure.scope == "person" else ("",):
            yield Vote(
                name=self._viewer.names.get(person, ""),
                result=_three(self._facts.ask(rule, person)),
                joint=JOINTS.get(sign, ""),
                parts=tuple(self._part(part.text, person) for part in parts),
                looks=self._looks(mattered(self._facts, rule, person), person, frozenset()),
            )

    def _part(self, text: str, person: str) -> Part:
        return Part(text=text, result=_three(self._facts.ask(self._facts.book.language.rule(text), person)))

    # ---- facts ---------------------------------------------------------------------------------------------------
    def _looks(self, refs: tuple[str, ...], person: str, seen: frozenset[str]) -> tuple[Look, ...]:
        roles = [ROLE_FACTS[root] for ref in refs if (root := ref.split(".")[0]) in ROLE_FACTS]
        paths = dict.fromkeys((*roles, *(path for ref in refs for path in self._facts.paths(ref, person))))
        return tuple(self._look(path, seen) for path in paths if path not in seen and self._named(path))

    def _named(self, path: str) -> bool:
        return self._facts.book.vocabulary.item(path) is not None

    def _look(self, path: str, seen: frozenset[str]) -> Look:
        facts, fact = self._facts, self._facts.by_path.get(path)
        item = facts.book.vocabulary.item(path)
        derived = facts.book.derivation.get(item.key) if item else None
        follows = derived is not None and (fact is None or fact.source is Source.DERIVED)
        if derived is None or not follows:
            value = self._viewer.say(fact.value, item) if fact else "まだ分からない"
            source = _source(fact) if fact else "—"
            return Look(path=path, label=self._viewer.label(path), value=value, source=source)
        taken = derived.rule.taken(facts.ask(derived.value, person_of(path)))
        inputs = self._looks(mattered(facts, derived.value, person_of(path)), person_of(path), seen | {path})
        return Look(
            path=path,
            label=self._viewer.label(path),
            value=self._viewer.say(fact.value, item) if fact else "まだ分からない",
            source=SOURCES[Source.DERIVED],
            rule=derived.rule.value,
            why=derived.rule.why,
            inputs=(*inputs, *([self._look(taken, seen | {path})] if derived.rule.of and self._named(taken) else [])),
        )

    # ---- deadline ------------------------------------------------------------------------------------------------
    def _counted(self, version: Version, deadline: Deadline | None) -> Counted | None:
        rule = version.deadline
        if rule is None or deadline is None:
            return None
        first = deadline.start if rule.first_day_included or deadline.start is None else deadline.start + _DAY
        return Counted(
            start=self._viewer.label(rule.start) if rule.start else "",
            started=_day(deadline.start),
            first=_day(first),
            raw=_day(deadline.raw),
            due=_day(deadline.due),
            rolled=tuple(self._closed(deadline.raw, deadline.due)) if deadline.raw and deadline.due else (),
            late=deadline.late,
            law=deadline.law,
            note=deadline.note,
        )

    def _closed(self, raw: dt.date, due: dt.date) -> Iterator[str]:
        """The closed days from the raw day to the day before the deadline, each with its reason."""
        for step in range((due - raw).days):
            day = raw + step * _DAY
            yield f"{to_wareki(day)}（{self.days.why_closed(day)}）"


def _three(answer: object) -> str:
    if isinstance(answer, Unknown):
        return "分からない"
    if isinstance(answer, bool):
        return "成り立つ" if answer else "成り立たない"
    return str(answer) if isinstance(answer, int | str) else "—"


def _day(day: dt.date | None) -> str:
    return to_wareki(day) if day else ""


def _in_force(version: Version) -> str:
    end = f"{to_wareki(version.valid_to)}まで" if version.valid_to else ""
    return f"{to_wareki(version.valid_from)}から{end}"


def _source(fact: Fact) -> str:
    """Where a fact comes from, and of what day that is where it has one."""
    return f"{SOURCES[fact.source]}（{fact.day} のデータ）" if fact.day else SOURCES[fact.source]
