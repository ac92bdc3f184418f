"""A snapshot in words: questions, procedure list, answers to check and people who sign, ready for any screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.flow.pages import (
    Choice,
    ConflictView,
    OutcomeView,
    PersonView,
    QuestionState,
    QuestionView,
    Row,
    RowGroup,
    SectionView,
    Signer,
)
from kiosk.model.fact import Fact, Held, Signature, Source, Value
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.procedure import Deadline, LifeEvent, Outcome
from kiosk.model.vocabulary import Item, Type
from kiosk.model.wareki import to_wareki
from kiosk.rules.priority import place
from kiosk.rules.snapshot import Snapshot
from kiosk.rules.transforms import shown

_SAID = {Source.CARD, Source.EXTRACT}


@dataclass(frozen=True)
class Viewer:
    """Turns a snapshot into views; `typed`: words that could not be read, `approved`: what the resident confirmed."""

    snapshot: Snapshot
    typed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    approved: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    memo: dict[str, tuple[object, QuestionView]] = field(default_factory=dict)

    # ---- people ------------------------------------------------------------------------------------------------
    @cached_property
    def names(self) -> dict[str, str]:
        """Members by id; before a name is known they are 1人目, 2人目 …"""
        facts = self.snapshot.facts
        return {
            person: str(facts.value(person_path(person, "person.name.full")) or f"{index}人目")
            for index, person in enumerate(self.snapshot.case.persons, start=1)
        }

    def people(self) -> tuple[PersonView, ...]:
        """The household as the counter shows it."""
        facts = self.snapshot.facts
        return tuple(
            PersonView(
                id=person,
                name=name,
                role=str(facts.value(person_path(person, "person.relation_new")) or ""),
                from_card=_source(facts.by_path.get(person_path(person, "person.birth.date"))) is Source.CARD,
            )
            for person, name in self.names.items()
        )

    # ---- questions ---------------------------------------------------------------------------------------------
    def sections(self) -> tuple[SectionView, ...]:
        """Every question that is open or has been answered, by section."""
        facts = self.snapshot.facts
        open_paths = self.snapshot.interview.open
        answered = [path for path, fact in facts.by_path.items() if fact.source not in _SILENT and self._asked(path)]
        paths = sorted({*open_paths, *answered, *self.typed}, key=lambda path: place(facts, path))
        current = next(iter(open_paths), "")
        by_section: dict[str, list[QuestionView]] = {}
        for path in paths:
            item = facts.book.vocabulary.by_key[key_of(path)]
            by_section.setdefault(item.section, []).append(self._question(path, item, current=path == current))
        return tuple(
            SectionView(
                id=section.id,
                label=self._event.headings.get(section.id, section.label),
                grid=section.grid,
                questions=tuple(by_section[section.id]),
            )
            for section in facts.book.vocabulary.sections
            if section.id in by_section
        )

    def _asked(self, path: str) -> bool:
        item = self.snapshot.facts.book.vocabulary.item(path)
        person = person_of(path)
        return item is not None and bool(item.ask) and (not person or person in self.names)

    def _question(self, path: str, item: Item, *, current: bool) -> QuestionView:
        fact = self.snapshot.facts.by_path.get(path)
        if fact is not None and fact.source in _SILENT:
            fact = None
        needed_by = self.snapshot.interview.needed_by.get(path, ())
        seen = (fact, self.typed.get(path), self._state(path, fact), needed_by, current, self._named)
        if path not in self.memo or self.memo[path][0] != seen:
            self.memo[path] = (seen, self._fresh(path, item, fact, current=current))
        return self.memo[path][1]

    @cached_property
    def _named(self) -> tuple[str, ...]:
        return tuple(self.names.values())

    def _fresh(self, path: str, item: Item, fact: Fact | None, *, current: bool) -> QuestionView:
        words, issue = self.typed.get(path, ("", ""))
        return QuestionView(
            path=path,
            person=person_of(path),
            label=item.label,
            ask=self._event.asks.get(item.key, item.ask),
            plain=item.plain,
            why=item.why or item.basis,
            type=item.type,
            state=self._state(path, fact),
            choices=self._choices(item),
            text=words if path in self.typed else self._entry(item, fact),
            echo=self.say(fact.value, item) if fact is not None else "",
            value=None if fact is None else fact.value,
            source=_source(fact),
            at=None if fact is None else fact.at,
            issue=issue,
            needed_by=self.snapshot.interview.needed_by.get(path, ()),
            current=current,
        )

    def _state(self, path: str, fact: Fact | None) -> QuestionState:
        if path in self.typed:
            return QuestionState.WRONG
        if fact is None:
            return QuestionState.OPEN
        if path in self._conflicting:
            return QuestionState.CONFLICT
        if isinstance(fact.value, Held):
            return QuestionState.HELD
        said = fact.source in _SAID and path not in self.approved and not fact.reason
        return QuestionState.SAID if said else QuestionState.ANSWERED

    @cached_property
    def _conflicting(self) -> frozenset[str]:
        return frozenset(conflict.path for conflict in self.snapshot.conflicts)

    def _choices(self, item: Item) -> tuple[Choice, ...]:
        if item.type in {Type.PERSON, Type.PERSONS}:
            return tuple(Choice(code=ref, label=name) for ref, name in self.names.items())
        vocabulary = self.snapshot.facts.book.vocabulary
        codes = self._event.codes.get(item.key) or vocabulary.codes.get(item.codes, ())
        return tuple(Choice(code=code, label=code) for code in codes)

    @cached_property
    def _event(self) -> LifeEvent:
        return self.snapshot.facts.book.events[self.snapshot.case.event]

    def _entry(self, item: Item, fact: Fact | None) -> str:
        """The words as they would be typed again."""
        if fact is None or isinstance(fact.value, Held):
            return ""
        return self.say(fact.value, item).partition("（")[0] if item.type is Type.DATE else self.say(fact.value, item)

    def say(self, value: Value, item: Item | None = None) -> str:
        """A value in words; members by name."""
        kind = item.type if item else None
        if kind is Type.PERSON:
            return self.names.get(str(value), "")
        if kind is Type.PERSONS and isinstance(value, tuple):
            everybody = len(value) == len(self.names) > 1
            return "全員" if everybody else "、".join(self.names.get(ref, "") for ref in value) or "なし"
        return shown(value, kind=kind)

    # ---- procedures ------------------------------------------------------------------------------------------------
    def outcomes(self) -> tuple[OutcomeView, ...]:
        """The procedure list."""
        return tuple(self._outcome(outcome) for outcome in self.snapshot.plan.outcomes)

    def _outcome(self, outcome: Outcome) -> OutcomeView:
        book = self.snapshot.facts.book
        procedure = book.procedures[outcome.procedure].turned(self.snapshot.plan.on, outcome.variant)
        version = procedure.taken(self.snapshot.plan.on, outcome.variant)
        deadline = outcome.deadline
        return OutcomeView(
            id=procedure.id,
            name=procedure.name,
            need=outcome.need,
            reason=outcome.reason,
            persons=tuple(self.names[person] for person in outcome.persons),
            deadline=_deadline(deadline),
            late=deadline is not None and deadline.late,
            department=procedure.department,
            fee=procedure.fee,
            who=version.who if version else "",
            bring=outcome.bring,
            forms=tuple(title for form in outcome.forms if (title := self._title(form))),
            missing=tuple(self.label(path) for path in outcome.missing),
            guide=version.guide if version else "",
            confidence=procedure.confidence,
            law=procedure.law,
            may_file=outcome.filing.may if outcome.filing else None,
            papers=outcome.filing.papers if outcome.filing else (),
            identity=outcome.filing.identity.value if outcome.filing else "",
        )

    def _title(self, form: str) -> str:
        case, templates = self.snapshot.case, self.snapshot.facts.book.templates
        template = templates.get((form, case.templates.get(form, "")))
        return template.title if template else form

    def label(self, path: str) -> str:
        """氏名（架空　太郎）."""
        item = self.snapshot.facts.book.vocabulary.item(path)
        person = self.names.get(person_of(path), "")
        label = item.label if item else path
        return f"{label}（{person}）" if person else label

    # ---- checking and signing ------------------------------------------------------------------------------------
    def groups(self) -> tuple[RowGroup, ...]:
        """Check-your-answers: what is about everybody, then one group per member."""
        facts = self.snapshot.facts
        used = self.snapshot.used()
        rows: dict[str, list[Row]] = {"": [], **{person: [] for person in self.names}}
        for path in sorted((path for path in used if self._checkable(path)), key=lambda path: place(facts, path)):
            rows.setdefault(person_of(path), []).append(self._row(path))
        labels = {"": "届出・引越し・世帯", **self.names}
        return tuple(RowGroup(label=labels[key], rows=tuple(found)) for key, found in rows.items() if found)

    def _checkable(self, path: str) -> bool:
        fact = self.snapshot.facts.by_path.get(path)
        item = self.snapshot.facts.book.vocabulary.item(path)
        return fact is not None and item is not None and item.type is not Type.SIGNATURE and item.section != ""

    def _row(self, path: str) -> Row:
        fact = self.snapshot.facts.by_path[path]
        item = self.snapshot.facts.book.vocabulary.by_key[key_of(path)]
        return Row(
            path=path,
            label=item.label,
            text=self.say(fact.value, item),
            source=fact.source,
            state=self._state(path, fact),
            changed=path in self.changed,
        )

    def conflicts(self) -> tuple[ConflictView, ...]:
        """What each source says where they differ."""
        item = self.snapshot.facts.book.vocabulary.item
        return tuple(
            ConflictView(
                path=conflict.path,
                label=self.label(conflict.path),
                sayings=tuple((fact.source, self.say(fact.value, item(conflict.path))) for fact in conflict.facts),
            )
            for conflict in self.snapshot.conflicts
        )

    def signers(self) -> tuple[Signer, ...]:
        """Who signs what: case consents are the applicant's, a certificate application is its holder's."""
        documents: dict[str, dict[str, None]] = {}
        open_signatures: set[str] = set()
        drawn: dict[str, Signature] = {}
        for path, forms in self.snapshot.signatures().items():
            person = person_of(path) or self.snapshot.case.persons[0]
            documents.setdefault(person, {}).update(dict.fromkeys(self._title(form.template) for form in forms))
            value = self.snapshot.facts.value(path)
            if isinstance(value, Signature):
                drawn[person] = value
            elif not self.snapshot.facts.held(path):
                open_signatures.add(person)
        return tuple(
            Signer(
                person=person,
                name=self.names[person],
                documents=tuple(titles),
                signed=person not in open_signatures,
                signature=drawn.get(person),
            )
            for person, titles in documents.items()
        )


_SILENT = {Source.DERIVED, Source.SYSTEM}


def _source(fact: Fact | None) -> Source | None:
    return None if fact is None else fact.source


def _deadline(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    day = f"{to_wareki(deadline.due)}まで" if deadline.due else ""
    return "　".join(part for part in (day, deadline.note) if part)


def signature_paths(snapshot: Snapshot, person: str) -> Iterable[str]:
    """The signature paths of one signer."""
    first = snapshot.case.persons[0]
    return (path for path in snapshot.signatures() if (person_of(path) or first) == person)
