"""Fewest questions: how many questions a written visit is asked, beside the fewest that any order of asking could need.

Which questions are open follows only from the set of answers, so an order is a path through sets of answers. Four facts
keep the search small and exact:

1. What is decided stays decided when more is said. So a question that is open although everything else has been said
   (except what cannot be asked without it) stands in every complete order: it is certain.
2. A certain question that is open may be asked at once: it must be asked some time, and asked early it can only make
   others needless.
3. When no certain question is open, every open one is tried; sets of answers that were met before are not met again.
4. No order can be shorter than what has been said and the certain questions that have not: worse branches are cut.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.flow.actions import AddPerson, StartVisit
from kiosk.flow.at_once import AtOnce
from kiosk.flow.jobs import AddressSplit, SplitAddress
from kiosk.flow.parse_answer import Reader
from kiosk.model.address import Address
from kiosk.model.base import Frozen
from kiosk.model.case import Case
from kiosk.model.casefile import UNKNOWN, CaseFile
from kiosk.model.errors import Defect
from kiosk.model.fact import Fact, Held, Ledger, Value
from kiosk.model.message import Refused
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.source import Source
from kiosk.rules.facts import Facts
from kiosk.rules.snapshot import Snapshot, take

Answered = frozenset[str]
NOTHING: Answered = frozenset()


class Count(Frozen):
    """How many questions were asked and the fewest that would do; not `exact`: nothing shorter than this can exist.

    `needless` are the asked ones that some other set of answers would have done without.
    """

    asked: int
    minimum: int
    exact: bool
    needless: tuple[str, ...] = ()


@dataclass
class Orders:
    """All orders in which one visit's open questions could be asked; `budget` bounds the sets that are looked at."""

    desk: AtOnce
    case: CaseFile
    budget: int = 1500
    _open: dict[Answered, tuple[str, ...]] = field(default_factory=dict)
    _last: Snapshot | None = None

    def count(self) -> Count:
        """The interview's own order against the best one."""
        asked = self.asked()
        certain = self.certain(asked)
        if len(certain) == len(asked):
            return Count(asked=len(asked), minimum=len(asked), exact=True)
        minimum = self.fewest(certain, most=len(asked))
        least = len(certain) if minimum is None else minimum
        needless = tuple(path for path in asked if path not in certain)
        return Count(asked=len(asked), minimum=least, exact=minimum is not None, needless=needless)

    # ---- the interview's order -----------------------------------------------------------------------------------
    def asked(self, start: Answered = NOTHING) -> tuple[str, ...]:
        """What the interview asks after `start`, in its order."""
        said: list[str] = []
        while left := self.open(start | set(said)):
            said.append(left[0])
        return tuple(said)

    def open(self, answered: Answered) -> tuple[str, ...]:
        """The open questions that the visit has an answer to."""
        if answered not in self._open:
            left = self._seen(answered).interview.open
            self._open[answered] = tuple(path for path in left if path in self.facts and path not in answered)
        return self._open[answered]

    # ---- the best order ------------------------------------------------------------------------------------------
    def certain(self, asked: tuple[str, ...], start: Answered = NOTHING) -> Answered:
        """Those of the questions asked after `start` that every complete order asks."""
        everything = frozenset(self.facts) | start
        self._seen(everything)
        return frozenset(path for path in asked if path in self.open(self._without(everything, path, start)))

    def fewest(self, certain: Answered, *, most: int, start: Answered = NOTHING) -> int | None:
        """The length of the shortest order after `start`, at most `most`; None when the budget ran out."""
        best, met, waiting = most, set[Answered](), [start]
        while waiting:
            here = self._after_certain(waiting.pop(), certain)
            if here in met or len((here | certain) - start) >= best:
                continue
            met.add(here)
            if len(met) > self.budget:
                return None
            left = self.open(here)
            best = best if left else len(here - start)
            waiting.extend(here | {path} for path in left)
        return best

    def _after_certain(self, answered: Answered, certain: Answered) -> Answered:
        while found := next((path for path in self.open(answered) if path in certain), ""):
            answered |= {found}
        return answered

    def _without(self, everything: Answered, path: str, start: Answered) -> Answered:
        """Everything but one answer, and but what cannot be asked without it."""
        left = everything - {path}
        gone = True
        while gone:
            bound = [other for other in left - start if self._bound(other, path)]
            facts = Facts(self._with(left), self.desk.visit.outside.book) if bound else None
            gone = facts is not None and bool(unasked := {other for other in bound if not _may_ask(facts, other)})
            left -= unasked if gone else NOTHING
        return left

    def _bound(self, path: str, other: str) -> bool:
        """Whether it depends on another answer whether a question can be asked."""
        book = self.desk.visit.outside.book
        item = book.vocabulary.by_key[key_of(path)]
        return bool(item.ask_when) and key_of(other) in book.closure(book.depends(book.language.rule(item.ask_when)))

    # ---- sets of answers -----------------------------------------------------------------------------------------
    @cached_property
    def _begun(self) -> Case:
        """The visit with everybody in it, before anything is said; what no question asks for has been said."""
        self.desk.handle(StartVisit(event=self.case.event, also=self.case.also))
        while len(self._started.persons) < len(self.case.persons):
            self.desk.handle(AddPerson())
        return self._started

    @property
    def _started(self) -> Case:
        if self.desk.snapshot is None:
            raise Defect("an order needs a started visit")
        return self.desk.snapshot.case

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The answers to questions, by path."""
        return {path: fact for path, fact in self._read.items() if self._asks(path)}

    @cached_property
    def _read(self) -> Mapping[str, Fact]:
        return dict(self._facts())

    def _facts(self) -> Iterator[tuple[str, Fact]]:
        outside, case = self.desk.visit.outside, self._begun
        names = {person: self.case.answers.get(person_path(person, "person.name.full"), "") for person in case.persons}
        reader = Reader(
            vocabulary=outside.book.vocabulary,
            today=case.today,
            members=names,
            event=outside.book.purpose(case),
            limits=outside.limits,
        )
        for path, words in self.case.answers.items():
            item = outside.book.vocabulary.by_key[key_of(path)]
            value = Held() if words == UNKNOWN else self._split(path, reader.read(item, words))
            if not isinstance(value, Refused) and person_of(path) in {"", *case.persons}:
                yield path, Fact(path=path, value=value, source=Source.INTERVIEW, by=case.clerk, at=case.opened_at)

    def _split(self, path: str, value: Value | Refused) -> Value | Refused:
        """An address in its parts, as the visit would get it."""
        if not isinstance(value, Address):
            return value
        done = self.desk.doing.do(SplitAddress(self._begun.id, path, value.text, Source.INTERVIEW))
        return done.address if isinstance(done, AddressSplit) else value

    def _asks(self, path: str) -> bool:
        return bool(self.desk.visit.outside.book.vocabulary.by_key[key_of(path)].ask)

    def _with(self, answered: Answered) -> Case:
        said = tuple(fact for path, fact in self._read.items() if path in answered or path not in self.facts)
        return self._begun.model_copy(update={"ledger": Ledger(facts=said)})

    def _seen(self, answered: Answered) -> Snapshot:
        outside = self.desk.visit.outside
        seen = take(self._with(answered), book=outside.book, planner=outside.planner, previous=self._last)
        self._last = seen
        return seen


def _may_ask(facts: Facts, path: str) -> bool:
    text = facts.book.vocabulary.by_key[key_of(path)].ask_when
    return facts.ask(facts.book.language.rule(text), person_of(path)) is True
