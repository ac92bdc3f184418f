"""One visit at a desk: an action comes in, a page goes out; the same object runs behind windows, commands and tests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
    Clear,
    End,
    GoTo,
    HandOff,
    Hold,
    Put,
    RemovePerson,
    ReportCard,
    Resolve,
    Sign,
    StartVisit,
    Step,
    UseCard,
    UseExtract,
)
from kiosk.flow.case_checks import asked, id_notices, newest_versions, obstacles, void_signatures
from kiosk.flow.outside import Outside
from kiosk.flow.pages import CounterPage, Notice, QuestionView
from kiosk.flow.parse_answer import Reader
from kiosk.flow.sources import asked_again, given, new_person, withdrawn
from kiosk.flow.views import Viewer, signature_paths
from kiosk.model.base import Issue
from kiosk.model.case import Case, CaseState
from kiosk.model.errors import SiteError
from kiosk.model.fact import Cleared, Fact, Held, Source, Value
from kiosk.model.vocabulary import Type, person_of
from kiosk.rules.book import ROLE
from kiosk.rules.snapshot import Snapshot, take

MAX_PERSONS = 20


@dataclass
class Visit:
    """A visit's state; everything shown is computed from it."""

    outside: Outside
    step: Step = Step.START
    snapshot: Snapshot | None = None
    typed: dict[str, tuple[str, str]] = field(default_factory=dict)
    approved: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    reviewed: bool = False
    notices: tuple[Notice, ...] = ()
    memo: dict[str, tuple[object, QuestionView]] = field(default_factory=dict)
    waiting: bool = False

    def handle(self, action: Action) -> CounterPage:
        """Change the visit and show it. Input problems appear on the page; only a Defect would be raised."""
        self.notices = ()
        if isinstance(action, StartVisit):
            self._start(action.event)
        elif isinstance(action, End):
            self._end()
        elif self.snapshot is not None and self.step is not Step.DONE:
            self._visit(self.snapshot, action)
        return self.page()

    def say_all(self, said: Sequence[Answer | Hold]) -> CounterPage:
        """Many answers of a written visit, worked out once; who is meant by a name is read after the names."""
        self.notices = ()
        for later in (False, True):
            self.waiting = True
            for answer in said:
                if self.snapshot is not None and self._names_somebody(answer.path) is later:
                    self._visit(self.snapshot, answer)
            self.waiting = False
            if self.snapshot is not None:
                self._retake(self.snapshot.case)
        return self.page()

    def _names_somebody(self, path: str) -> bool:
        item = self.outside.book.vocabulary.item(path)
        return item is not None and item.type in {Type.PERSON, Type.PERSONS}

    def _visit(self, snapshot: Snapshot, action: Action) -> None:
        match action:
            case Answer() | Put() | Hold() | Clear() | Approve() | Resolve():
                self._say(snapshot, action)
            case HandOff():
                self._say(snapshot, Hold(path=ROLE))
            case AddPerson() | RemovePerson():
                self._people(snapshot, action)
            case UseCard() | UseExtract() | ReportCard():
                self._source(snapshot, action)
            case GoTo():
                self._go(action.step)
            case Sign():
                self._sign(snapshot, action)
            case _:
                self._confirm(snapshot)

    def _go(self, step: Step) -> None:
        """Show another step; who goes on to sign has reviewed everything, later changes are marked."""
        if step not in {Step.DONE, Step.START}:
            self.step = step
        if step is Step.SIGN:
            self.reviewed, self.changed = True, frozenset()

    # ---- beginning and end -----------------------------------------------------------------------------------
    def _start(self, event: str) -> None:
        outside = self.outside
        if event not in outside.book.events:
            return
        case = Case(
            id=outside.clock.new_id(),
            slip=outside.next_slip(),
            event=event,
            today=outside.clock.today(),
            persons=tuple(f"p{number}" for number in range(1, outside.book.events[event].persons + 1)),
            opened_at=outside.clock.now(),
            clerk=outside.clerk,
            templates=newest_versions(outside.book, outside.clock.today()),
        )
        self._end()
        self._retake(case)
        self.step = Step.INTERVIEW

    def _end(self) -> None:
        self.step, self.snapshot, self.reviewed = Step.START, None, False
        self.typed, self.approved, self.changed, self.memo = {}, frozenset(), frozenset(), {}

    def _retake(self, case: Case) -> None:
        """Compute everything again; a signature on other words than these is void and says so."""
        if self.waiting and self.snapshot is not None:
            self.snapshot = self.snapshot.with_case(case)
            return
        self.snapshot = take(case, book=self.outside.book, planner=self.outside.planner, previous=self.snapshot)
        void = void_signatures(self.snapshot)
        if void:
            self._notice("warning", "signature-void")
            ledger = case.ledger.add(self._fact(path, Cleared(), source=Source.RESIDENT) for path in void)
            self._retake(case.model_copy(update={"ledger": ledger}))

    # ---- facts --------------------------------------------------------------------------------------------------
    def _fact(self, path: str, value: Value, *, source: Source = Source.INTERVIEW, reason: str = "") -> Fact:
        outside = self.outside
        return Fact(path=path, value=value, source=source, by=outside.clerk, at=outside.clock.now(), reason=reason)

    def _cleared(self, said: Iterable[tuple[str, Source]]) -> list[Fact]:
        return [self._fact(path, Cleared(), source=source) for path, source in said]

    def _add(self, case: Case, facts: Iterable[Fact]) -> None:
        self._retake(case.model_copy(update={"ledger": case.ledger.add(facts)}))

    def _utter(self, case: Case, fact: Fact) -> None:
        self.typed.pop(fact.path, None)
        self.changed |= {fact.path} if self.reviewed else set()
        said = case.model_copy(update={"ledger": case.ledger.say(fact)})
        self._add(said, self._cleared(withdrawn(said) if fact.path == ROLE else ()))
        if self.snapshot is not None:
            self.notices += id_notices(self.snapshot, fact.path)

    def _say(self, snapshot: Snapshot, action: Answer | Put | Hold | Clear | Approve | Resolve) -> None:
        case = snapshot.case
        if not isinstance(action, Approve) and not self._askable(case, action.path):
            return
        match action:
            case Answer():
                self._answer(snapshot, action)
            case Put():
                self._utter(case, self._fact(action.path, action.value))
            case Hold():
                self._utter(case, self._fact(action.path, Held()))
            case Clear():
                self._utter(case, self._fact(action.path, Cleared()))
            case Approve():
                self.approved |= frozenset(action.paths)
            case Resolve():
                self._resolve(snapshot, action)

    def _askable(self, case: Case, path: str) -> bool:
        """Whether a path is in the vocabulary and about the case or one of its members."""
        return self.outside.book.vocabulary.item(path) is not None and person_of(path) in {"", *case.persons}

    def _answer(self, snapshot: Snapshot, action: Answer) -> None:
        item = self.outside.book.vocabulary.item(action.path)
        if item is None:
            return
        read = self._reader(snapshot).read(item, action.text)
        if isinstance(read, Issue):
            self.typed[action.path] = (action.text, f"{read.message}{read.allowed}")
            if action.path in snapshot.case.ledger.current:
                self._retake_without(snapshot, action.path)
            return
        self._utter(snapshot.case, self._fact(action.path, read))

    def _retake_without(self, snapshot: Snapshot, path: str) -> None:
        """What was said before no longer stands while the new words cannot be read."""
        ledger = snapshot.case.ledger.say(self._fact(path, Cleared()))
        self._retake(snapshot.case.model_copy(update={"ledger": ledger}))

    def _reader(self, snapshot: Snapshot) -> Reader:
        return Reader(
            vocabulary=self.outside.book.vocabulary,
            today=snapshot.case.today,
            members=Viewer(snapshot).names,
            split_address=self.outside.split_address,
            event=self.outside.book.events[snapshot.case.event],
        )

    def _resolve(self, snapshot: Snapshot, action: Resolve) -> None:
        conflict = next((found for found in snapshot.conflicts if found.path == action.path), None)
        chosen = next((fact for fact in conflict.facts if fact.source is action.source), None) if conflict else None
        if chosen is None or not action.reason.strip():
            self._notice("warning", "conflict-needs-reason")
            return
        self._add(snapshot.case, [self._fact(action.path, chosen.value, source=chosen.source, reason=action.reason)])

    # ---- people and sources ----------------------------------------------------------------------------------------
    def _people(self, snapshot: Snapshot, action: AddPerson | RemovePerson) -> None:
        case = snapshot.case
        if isinstance(action, AddPerson):
            persons = (*case.persons, new_person(case))[:MAX_PERSONS]
        else:
            kept = tuple(person for person in case.persons if person != action.person)
            persons = kept if action.person != case.persons[0] else case.persons
        self.typed = {path: said for path, said in self.typed.items() if person_of(path) in {"", *persons}}
        self._joined(case, case.model_copy(update={"persons": persons}), [])

    def _joined(self, before: Case, case: Case, facts: list[Fact]) -> None:
        """Add facts; who in the household something is true of was said without a new member and is asked again."""
        again = self._cleared(asked_again(before, case, self.outside.book.vocabulary))
        self._add(case, [*again, *facts])

    def _source(self, snapshot: Snapshot, action: UseCard | UseExtract | ReportCard) -> None:
        case = snapshot.case
        if isinstance(action, ReportCard):
            self._notice("warning", f"card-{action.outcome.outcome}")
            return
        source = Source.CARD if isinstance(action, UseCard) else Source.EXTRACT
        vocabulary, split = self.outside.book.vocabulary, self.outside.split_address
        case, facts, notices = given(case, action, vocabulary=vocabulary, split=split)
        self.notices += notices
        self._joined(snapshot.case, case, [self._fact(path, value, source=source) for path, value in facts.items()])

    # ---- signing and confirming -----------------------------------------------------------------------------------
    def _sign(self, snapshot: Snapshot, action: Sign) -> None:
        digest = snapshot.content_digest()
        on_paper = not action.signature.strokes
        value: Value = Held() if on_paper else action.signature.model_copy(update={"digest": digest})
        paths = signature_paths(snapshot, action.person)
        self._add(snapshot.case, [self._fact(path, value, source=Source.RESIDENT) for path in paths])

    def obstacles(self, snapshot: Snapshot) -> tuple[Notice, ...]:
        """What still stands between this visit and its confirmation."""
        return obstacles(snapshot, unread=bool(self.typed))

    def _confirm(self, snapshot: Snapshot) -> None:
        obstacles = self.obstacles(snapshot)
        if obstacles:
            self.notices += obstacles
            return
        try:
            self.outside.confirming.confirm(snapshot)
        except SiteError as error:
            self.notices += (Notice(kind="error", text=f"{error.what}{error.mend}", code=error.code),)
            return
        self.snapshot = snapshot.with_case(snapshot.case.model_copy(update={"state": CaseState.CONFIRMED}))
        self.step, self.changed = Step.DONE, frozenset()

    def _notice(self, kind: str, code: str) -> None:
        self.notices += (Notice(kind=kind, text="", code=code),)

    # ---- showing ------------------------------------------------------------------------------------------------
    def page(self) -> CounterPage:
        """The page of this moment."""
        snapshot = self.snapshot
        if snapshot is None:
            return CounterPage(step=self.step, notices=self.notices)
        viewer = Viewer(snapshot, self.typed, self.approved, self.changed, self.memo)
        event = snapshot.facts.book.events[snapshot.case.event]
        return CounterPage(
            step=self.step,
            event=event.id,
            event_name=event.name,
            slip=snapshot.case.slip,
            language=str(snapshot.facts.value("case.language") or ""),
            persons=viewer.people(),
            sections=viewer.sections(),
            asked=asked(snapshot.case),
            left=len(snapshot.interview.open),
            outcomes=viewer.outcomes(),
            forms=snapshot.forms,
            conflicts=viewer.conflicts(),
            groups=viewer.groups() if self.step in {Step.CHECK, Step.SIGN} else (),
            signers=viewer.signers(),
            notices=self.notices,
            sent=len(snapshot.sent),
            can_confirm=not self.obstacles(snapshot),
        )
