"""Looks at the rules as a whole and says what IT staff should mend before a resident meets it.

Context. The city's staff change rules without a programmer. A rule can be right in itself and still be wrong in the
book: no event names it, no household can meet it, its dates leave a day on which nobody would be told of it, or it
compares a fact with a word that nobody can answer.

Decision. Every check is a function from the compiled book to Issues; none of them reads a file and none runs while
the counter works (`kiosk check` and `kiosk rules check` call them). Types are checked by CEL's own compiler over plain
variables of the declared types. Whether a rule can ever say yes is found by playing the interview in every direction
with representative answers: the three-valued rules cut most directions off, so a few hundred steps usually decide.

Consequence. What was not decided within the budget is said as a remark, not as a problem. A finding about dates or
free texts rests on representatives and can be wrong in theory; a person looks at it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.designing.rule_check.dates import form_dates, opening, version_dates
from kiosk.designing.rule_check.needs import idle_questions
from kiosk.designing.rule_check.reach import BUDGET, Purse, by_presets, filing_day, reachable
from kiosk.designing.rule_check.tried import Tried
from kiosk.designing.rule_check.words import wrong_codes, wrong_types
from kiosk.model.base import Issue
from kiosk.model.life_event import LifeEvent
from kiosk.model.procedure import DeadlineRule, Procedure, Version
from kiosk.model.spelling import nearest
from kiosk.model.vocabulary import Type
from kiosk.rules.before import circles
from kiosk.rules.book import RuleBook
from kiosk.rules.texts import places, variant_rule, version_place


@dataclass(frozen=True)
class Findings:
    """`issues` must be mended; `remarks` are worth a look (not decided, or an event that lists a rule in vain)."""

    issues: tuple[Issue, ...]
    remarks: tuple[Issue, ...]


def check_rules(book: RuleBook, *, budget: int = BUDGET) -> Findings:
    """Everything that can be wrong with rules that compile; what does not compile is check_book's to tell.

    Whether a rule can ever hold and a question is ever needed is tried only where nothing else is wrong: a word that no
    list has is one mistake, and not also a rule that never holds.
    """
    tried = Tried(book)
    issues = [*wrong_codes(book), *wrong_types(book, tried), *_groups(book), *_circles(book)]
    for procedure in book.procedures.values():
        issues += [*version_dates(procedure), *form_dates(book, procedure), *_procedure(book, procedure)]
    if issues:
        return Findings(tuple(dict.fromkeys(issues)), ())
    issues, remarks = list(idle_questions(book)), list[Issue]()
    for procedure in book.procedures.values():
        reach = _Reach(book, procedure, budget, tried)
        issues += reach.issues()
        remarks += reach.remarks()
    tried.keep()
    return Findings(tuple(dict.fromkeys(issues)), tuple(dict.fromkeys(remarks)))


def _groups(book: RuleBook) -> Iterator[Issue]:
    """Groups that a form counts on and nobody defined."""
    for template in book.templates.values():
        for group in sorted(set(template.groups) - book.groups.keys()):
            where = f"templates/{template.id}/{template.version}/template.toml repeat"
            yield Issue(where=where, message=f"グループ {group} がありません。", allowed="、".join(book.groups))


def _circles(book: RuleBook) -> Iterator[Issue]:
    """Procedures that wait for each other: the guide could not keep to what they say."""
    for group in circles(book.procedures):
        message = f"先に済ませる手続（after）が輪になっています（{'、'.join(group)}）。"
        yield Issue(
            where=f"procedures/{group[0]}.toml after", message=message, allowed="どれか一つの after から消します"
        )


def _procedure(book: RuleBook, procedure: Procedure) -> Iterator[Issue]:
    for name in procedure.after:
        if name not in book.procedures:
            allowed = nearest(name, book.procedures.keys())
            yield Issue(
                where=f"procedures/{procedure.id}.toml after", message=f"手続 {name} がありません。", allowed=allowed
            )
    for version in procedure.versions:
        yield from _version(book, version_place(procedure.id, version), version)


def _version(book: RuleBook, where: str, version: Version) -> Iterator[Issue]:
    for field, text in (("reason", version.reason), ("reason_not", version.reason_not)):
        if not text.strip():
            yield Issue(where=f"{where} {field}", message="理由が書かれていません。")
    for form in version.form_when.keys() - {form for each in version.all for form in each.forms}:
        yield Issue(where=f"{where} form_when", message=f"様式 {form} は forms にありません。")
    for place, each in places(where, version):
        if each.deadline is not None:
            yield from _deadline(book, f"{place} deadline", each.deadline)
    yield from _variants(book, where, version)


def _variants(book: RuleBook, where: str, version: Version) -> Iterator[Issue]:
    """A variant is chosen for the case as a whole: its condition may not look at one member."""
    for index, variant in enumerate(version.variants):
        if any(ref.split(".")[0] == "m" for ref in book.language.rule(variant.when).refs):
            message = "届出の種類は案件ごとに決めます。m（一人ひとり）の条件は使えません。"
            yield Issue(where=f"{where} variant[{index}] when", message=message, allowed="persons.exists(p, …)")


def _deadline(book: RuleBook, where: str, rule: DeadlineRule) -> Iterator[Issue]:
    """A counted deadline needs its law and a first day; a deadline of words alone needs the words."""
    if rule.count <= 0:
        if not rule.note.strip():
            yield Issue(where=where, message="日数も説明もない期限です。", allowed="count か note")
        return
    if not rule.law.strip():
        yield Issue(where=f"{where}.law", message="期限の根拠となる法令が書かれていません。")
    if not rule.start:
        yield Issue(where=f"{where}.start", message="期限の起算日が決められていません。")
        return
    item = book.vocabulary.by_key.get(book.key(rule.start))
    if item is not None and item.type is not Type.DATE:
        yield Issue(where=f"{where}.start", message=f"期限の起算日 {rule.start} は日付ではありません。")


class _Reach:
    """Whether each version of a procedure can be needed, event by event."""

    def __init__(self, book: RuleBook, procedure: Procedure, budget: int, tried: Tried) -> None:
        self._procedure, self._tried, self._purse = procedure, tried, Purse(budget)
        self._events = [event for event in book.events.values() if procedure.id in event.procedures]
        self._begin = begin = opening(book)
        self._answers: list[tuple[Version, dict[str, bool | None]]] = [
            (version, {event.id: self._ask(book, event, version, budget) for event in self._events})
            for version in procedure.versions
            if not procedure.staff_only
            and book.compiles(version)
            and filing_day(version, begin) >= min(begin, version.valid_from)
        ]

        self._idle = [
            (
                version_place(procedure.id, version),
                [index for index in range(len(version.variants)) if not self._turns(book, version, index, budget)],
            )
            for version, _ in self._answers
        ]

    def _ask(self, book: RuleBook, event: LifeEvent, version: Version, budget: int) -> bool | None:
        day = filing_day(version, self._begin)
        return self._tried.ask(
            version.when,
            event,
            scope=self._procedure.scope,
            day=day,
            budget=budget,
            search=lambda: reachable(book, event, self._procedure, version, day=day, budget=budget, purse=self._purse),
        )

    def _turns(self, book: RuleBook, version: Version, index: int, budget: int) -> bool:
        """Whether some event can lead to a variant; what is not decided within the budget counts as yes.

        Events whose presets say no to its condition come last: mostly it names an occasion, and one event is enough.
        """
        rule = version.model_copy(update={"when": variant_rule(version, index)})
        own, day = book.language.rule(version.variants[index].when), filing_day(version, self._begin)
        last: list[LifeEvent] = []
        for event in self._events:
            if by_presets(book, event, own, day=day) is False:
                last.append(event)
            elif self._ask(book, event, rule, budget) is not False:
                return True
        return any(self._ask(book, event, rule, budget) is not False for event in last)

    def issues(self) -> Iterator[Issue]:
        """Versions that no event can make needed, and variants that are never taken; one can take all from the next."""
        for where, idle in self._idle:
            also = f"（あとの{len(idle) - 1}種類も）" if len(idle) > 1 else ""
            message = f"この届出の種類になる答えの組み合わせがありません{also}。"
            yield from (Issue(where=f"{where} variant[{index}] when", message=message) for index in idle[:1])
        for version, answers in self._answers:
            if answers and all(answer is False for answer in answers.values()):
                where = f"{version_place(self._procedure.id, version)} when"
                yield Issue(where=where, message="どの答えの組み合わせでも必要になりません。", allowed=version.when)

    def remarks(self) -> Iterator[Issue]:
        """Versions that were not decided, and events that list a procedure in vain."""
        for version, answers in self._answers:
            where = f"{version_place(self._procedure.id, version)} when"
            never = all(answer is False for answer in answers.values())
            for event, answer in answers.items():
                if answer is None:
                    yield Issue(where=where, message=f"きっかけ {event} で必要になるかどうかを決められませんでした。")
                elif answer is False and not never:
                    yield Issue(
                        where=where, message=f"きっかけ {event} では必要になりません。", allowed="events から外す"
                    )
