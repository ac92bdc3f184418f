"""A snapshot in the words of one language: people, questions, titles, labels and signers, for any screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from kiosk.flow.addresses import lacking
from kiosk.flow.contradicted import confirmed
from kiosk.flow.memo import Memo
from kiosk.flow.pages import (
    Choice,
    PersonView,
    QuestionState,
    QuestionView,
    SectionView,
    Signer,
)
from kiosk.flow.people import names, people
from kiosk.flow.signers import signers
from kiosk.flow.unconfirmed import SILENT, assumed, only_said
from kiosk.flow.unseen import unseen
from kiosk.flow.wording import Wording
from kiosk.model.fact import Fact, Held, Value
from kiosk.model.labels import ItemLabels
from kiosk.model.languages import JAPANESE
from kiosk.model.life_event import LifeEvent
from kiosk.model.message import Code, Refused
from kiosk.model.path import key_of, person_of
from kiosk.model.source import Source
from kiosk.model.vocabulary import RELATIONS, Item, Section, Type
from kiosk.model.wareki import PartialDate, to_wareki
from kiosk.rules.chosen import choosable
from kiosk.rules.interview import place
from kiosk.rules.snapshot import Snapshot

_ABOUT_ONE = Code("question-about", "person", "question")
_UNSEEN = Code("value-unseen")
_UNSURE = Code("lack-unsure", "label")
_NAMING = frozenset({Type.PERSON, Type.PERSONS})  # what is said of these are members, who are shown by name


@dataclass(frozen=True)
class Viewer:
    """Turns a snapshot into views in one language.

    `typed`: words that could not be read, and why; `approved`: what the resident confirmed, `silent`: what they say
    unseen, `cautioned`: what is unusual and was confirmed. A `memo` goes with one `wording`.
    """

    snapshot: Snapshot
    wording: Wording
    typed: Mapping[str, tuple[str, Refused]] = field(default_factory=dict)
    approved: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    memo: Memo = field(default_factory=Memo)
    cautioned: frozenset[str] = frozenset()

    # ---- people ------------------------------------------------------------------------------------------------
    @cached_property
    def names(self) -> dict[str, str]:
        """Members by id; before a name is known they are counted (2人目)"""
        return names(self.snapshot.facts, self.wording)

    def people(self) -> tuple[PersonView, ...]:
        """The household as the counter shows it."""
        return people(self.snapshot.facts, self.names)

    # ---- questions ---------------------------------------------------------------------------------------------
    def sections(self) -> tuple[SectionView, ...]:
        """Every question that is open or has been answered, by section."""
        facts = self.snapshot.facts
        open_paths = self.snapshot.interview.open
        shown = self._shown
        answered = [path for path, fact in facts.by_path.items() if shown(path, fact) and self.is_asked(path)]
        paths = sorted({*open_paths, *answered, *self.typed}, key=lambda path: (place(facts, path), path))
        current = next(iter(open_paths), "")
        by_section: dict[str, list[QuestionView]] = {}
        for path in paths:
            item = facts.book.vocabulary.by_key[key_of(path)]
            by_section.setdefault(item.section, []).append(self._question(path, item, current=path == current))
        return tuple(
            SectionView(
                id=section.id,
                label=self._heading(section),
                grid=section.grid,
                questions=tuple(by_section[section.id]),
            )
            for section in sorted(facts.book.vocabulary.sections, key=lambda each: each.id != self._event.first_section)
            if section.id in by_section
        )

    def _heading(self, section: Section) -> str:
        """The event's own words over a section; another language may have one heading for all events."""
        here, labels = self._event.headings.get(section.id, section.label), self.wording.labels
        return labels.said(here if here in labels.text or labels.language == JAPANESE else section.label)

    def _labels(self, item: Item) -> ItemLabels:
        """How a fact is called, and asked for at this event."""
        return self.wording.item(item, ask=self._event.asks.get(item.key, ""))

    def is_asked(self, path: str) -> bool:
        """Whether a path is a question, about everybody or about a member."""
        item = self.snapshot.facts.book.vocabulary.item(path)
        person = person_of(path)
        return item is not None and bool(item.ask) and (not person or person in self.names)

    def _question(self, path: str, item: Item, *, current: bool) -> QuestionView:
        fact = self.snapshot.facts.by_path.get(path)
        if fact is not None and not self._shown(path, fact):
            fact = None
        needed_by = self.snapshot.interview.needed_by.get(path, ())
        typed, unseen, against = self.typed.get(path), path in self._unseen, self.against.get(path, "")
        seen = (fact, typed, self.state_of(path, fact), needed_by, current, self._about(item), unseen, against)
        kept = self.memo.questions.get(path)
        if kept is None or kept[0] != seen:
            kept = self.memo.questions[path] = (seen, self._fresh(path, item, fact, current=current))
        return kept[1]

    def asking(self, path: str) -> QuestionView:
        """One question alone, answered or not."""
        return self._question(path, self.snapshot.facts.book.vocabulary.by_key[key_of(path)], current=True)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The members' names in order."""
        return tuple(self.names.values())

    def _fresh(self, path: str, item: Item, fact: Fact | None, *, current: bool) -> QuestionView:
        words, refused = self.typed.get(path, ("", None))
        labels = self._labels(item)
        return QuestionView(
            path=path,
            person=person_of(path),
            label=labels.label,
            ask=labels.ask,
            plain=labels.plain,
            why=labels.why,
            type=item.type,
            state=self.state_of(path, fact),
            choices=self._choices(item),
            text=words if path in self.typed else self._entry(item, fact),
            echo=self.text(fact, item) if fact is not None else "",
            value=None if fact is None or path in self._unseen else fact.value,
            source=_source(fact),
            at=None if fact is None else fact.at,
            day=None if fact is None else fact.day,
            issue=self.wording.refusal(refused) if refused else self._amiss(path, fact),
            needed_by=self.snapshot.interview.needed_by.get(path, ()),
            current=current,
            digits=item.digits,
            month=item.month,
            none=item.none,
            some=item.type is Type.CODES and item.key in self._event.opening,
            assumed=self._home if item.key in self._event.inside else "",
            building=item.type is Type.TEXT and bool(item.together),
        )

    def state_of(self, path: str, fact: Fact | None) -> QuestionState:
        """How a question stands: open, wrong, in conflict, held, only said, answered."""
        if path in self.typed:
            return QuestionState.WRONG
        if fact is None or lacking(self.snapshot, self.wording, fact):
            return QuestionState.OPEN
        if path in self._conflicting or path in self.against:
            return QuestionState.CONFLICT
        if isinstance(fact.value, Held):
            return QuestionState.HELD
        waits = path not in self.approved and only_said(self.snapshot.facts, path, fact)
        return QuestionState.SAID if waits else QuestionState.ANSWERED

    def _shown(self, path: str, fact: Fact) -> bool:
        """Whether a fact stands among the questions: what somebody said, and what is only assumed."""
        return fact.source not in SILENT or assumed(self.snapshot.facts, path, fact)

    @cached_property
    def _home(self) -> str:
        city = self.snapshot.facts.book.city
        return f"{city.get('prefecture', '')}{city.get('name', '')}"

    def _amiss(self, path: str, fact: Fact | None) -> str:
        """What is the matter with an answer that could be read."""
        return lacking(self.snapshot, self.wording, fact) or self.against.get(path, "")

    @cached_property
    def against(self) -> Mapping[str, str]:
        """What contradicts an answer, in words, by its path; not what somebody has confirmed."""
        standing = (each for each in self.snapshot.contradictions if not confirmed(each, self.cautioned))
        return {path: self.wording.labels.said(each.rule.says) for each in standing for path in each.paths}

    @cached_property
    def _conflicting(self) -> frozenset[str]:
        return frozenset(conflict.path for conflict in self.snapshot.conflicts)

    def _choices(self, item: Item) -> tuple[Choice, ...]:
        if item.type in _NAMING:
            return tuple(Choice(code=ref, label=self.names[ref]) for ref in choosable(self.snapshot.facts, item))
        vocabulary = self.snapshot.facts.book.vocabulary
        listed = RELATIONS if item.type is Type.RELATION and self.wording.alone else item.codes
        codes = self._event.codes.get(item.key) or vocabulary.codes.get(listed, ())
        called, seen = partial(self._called, item.key, listed), self._event.pictures.get(item.key, {})
        return tuple(Choice(code=code, label=called(code), picture=seen.get(code, "")) for code in codes)

    def _called(self, key: str, listed: str, code: str) -> str:
        """What an answer is called at this event; another language may have one word for all events."""
        here, labels = self._event.words.get(key, {}).get(code, ""), self.wording.labels
        if here and (labels.language == JAPANESE or here in labels.text):
            return labels.said(here)
        return labels.code(listed, code)

    def _about(self, item: Item) -> tuple[tuple[str, ...], ...]:
        """The names that a question shows, and those who can be chosen; a question that names nobody shows none."""
        if item.type not in _NAMING:
            return ()
        return (self.named, choosable(self.snapshot.facts, item)) if item.among else (self.named,)

    @cached_property
    def _event(self) -> LifeEvent:
        return self.snapshot.facts.book.purpose(self.snapshot.case)

    @cached_property
    def _unseen(self) -> frozenset[str]:
        return unseen(self.snapshot, self.silent) if self.silent else self.silent

    def _entry(self, item: Item, fact: Fact | None) -> str:
        """The words as they would be typed again."""
        if fact is None or isinstance(fact.value, Held) or fact.path in self._unseen:
            return ""
        return to_wareki(fact.value) if isinstance(fact.value, PartialDate) else self.text(fact, item)

    def text(self, fact: Fact, item: Item) -> str:
        """A fact in words, worked out once for as long as it stands; that it is answered, where nobody need see how."""
        if fact.path in self._unseen:
            return self.wording.say(_UNSEEN())
        seen = (fact, self.named if item.type in _NAMING else ())
        kept = self.memo.texts.get(fact.path)
        if kept is None or kept[0] != seen:
            kept = self.memo.texts[fact.path] = (seen, self.say(fact.value, item))
        return kept[1]

    def say(self, value: Value, item: Item | None = None) -> str:
        """A value in words; members by name."""
        if item is not None and isinstance(value, str) and value in self._event.words.get(item.key, ()):
            return self._called(item.key, item.codes, value)
        return self.wording.value(value, item=item, names=self.names)

    # ---- titles and labels ---------------------------------------------------------------------------------------
    def title(self, form: str) -> str:
        """A form's title in the version the case began with."""
        case, templates = self.snapshot.case, self.snapshot.facts.book.templates
        template = templates.get((form, case.templates.get(form, "")))
        return self.wording.labels.said(template.title) if template else form

    def label(self, path: str) -> str:
        """氏名（架空　太郎）."""
        return self.wording.about(path, self.names.get(person_of(path), ""))

    def question(self, path: str, *, named: bool = True) -> str:
        """A question in its own words, as it is asked at this event; about a member, the name comes first.

        Not `named`, members are counted: what is printed for the way names nobody.
        """
        item = self.snapshot.facts.book.vocabulary.by_key[key_of(path)]
        labels, person = self._labels(item), person_of(path)
        asked = labels.ask or labels.label
        if person not in self.names:
            return asked
        nth = self.wording.nth(self.snapshot.case.persons.index(person) + 1)
        return self.wording.say(_ABOUT_ONE(person=self.names[person] if named else nth, question=asked))

    def lack(self, path: str, *, named: bool = True) -> str:
        """What a filing waits for: the question, or, of a date that is known as far as it is (年月日不詳), what would
        help; `named` as in `question`.
        """
        if not isinstance(self.snapshot.facts.value(path), PartialDate):
            return self.question(path, named=named)
        return self.wording.say(_UNSURE(label=self.label(path) if named else self.wording.about(path)))

    # ---- signing -------------------------------------------------------------------------------------------------
    def signers(self) -> tuple[Signer, ...]:
        """Who signs what."""
        return signers(self.snapshot, names=self.names, title=self.title)


def _source(fact: Fact | None) -> Source | None:
    return None if fact is None else fact.source
