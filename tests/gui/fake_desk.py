"""A hand-written session: a dictionary of answers, no rules; enough to drive every screen."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
    Clear,
    Confirm,
    End,
    GoTo,
    HandOff,
    Hold,
    Put,
    RemovePerson,
    Resolve,
    Sign,
    StartVisit,
    Step,
    UseCard,
    UseExtract,
)
from kiosk.flow.jobs import Done, Reply
from kiosk.flow.notices import SIGNATURES_OPEN, warning
from kiosk.flow.pages import (
    Choice,
    ConflictView,
    CounterPage,
    Notice,
    PersonView,
    QuestionState,
    QuestionView,
    Row,
    RowGroup,
    SectionView,
    Signer,
)
from kiosk.flow.state import VisitState
from kiosk.model.base import Issue
from kiosk.model.fact import Signature, Source, Value
from kiosk.model.filled import FilledForm
from kiosk.model.path import person_of
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate, parse_date
from kiosk.rules.roles import ROLE
from tests.gui.fake_shown import box, say
from tests.gui.family import FACE, NAMES, OUTCOMES, QUESTIONS, ROLES, SECTIONS, grid_questions
from tests.gui.family import Q as Question

AT = datetime(2026, 4, 20, 1, 30, tzinfo=UTC)
OPEN = {QuestionState.OPEN, QuestionState.WRONG, QuestionState.CONFLICT}
_KANA = str.maketrans({chr(code): chr(code + 0x60) for code in range(0x3041, 0x3097)})


class FakeDesk:
    def __init__(self) -> None:
        self.log: list[Action] = []
        self.wipe()

    def wipe(self) -> None:
        self.step, self.persons = Step.START, ["p1", "p2", "p3", "p4"]
        self.facts: dict[str, tuple[QuestionState, Value | None, str, Source]] = {}
        self.signed: dict[str, Signature | None] = {}
        self.language = ""
        self.changed: set[str] = set()
        self.conflicts: list[ConflictView] = []
        self.notices: tuple[Notice, ...] = ()
        self.issues: tuple[Issue, ...] = ()
        self._views: dict[str, QuestionView] = {}

    @property
    def state(self) -> VisitState:
        return VisitState(step=self.step)

    def handle(self, action: Action | Done) -> Reply:
        assert not isinstance(action, Done), action
        self.log.append(action)
        self.notices, self.issues = (), ()
        match action:
            case StartVisit():
                self.step = Step.INTERVIEW
            case GoTo(step=step):
                self.step = step
            case End():
                self.wipe()
            case Sign(person=person, signature=signature):
                self.signed[person] = signature if signature.strokes else None
            case Confirm():
                self._confirm()
            case AddPerson():
                self.persons.append(f"p{len(self.persons) + 1}")
            case RemovePerson(person=person):
                self.persons.remove(person)
            case _:
                self._say(action)
        return Reply(self.page())

    def _say(self, action: Action) -> None:
        match action:
            case Put(path="case.language", value=str(language)):
                self.language = language
            case Answer(path=path, text=text):
                self._answer(path, text)
            case Put(path=path, value=value):
                self._set(path, value)
            case HandOff():
                self._say(Hold(path=ROLE))
            case Hold(path=path):
                self.facts[path] = (QuestionState.HELD, None, "", Source.INTERVIEW)
            case Clear(path=path):
                self.facts.pop(path, None)
            case _:
                self._take(action)

    def _take(self, action: Action) -> None:
        match action:
            case Approve(paths=paths):
                for path in paths:
                    self.facts[path] = (QuestionState.ANSWERED, *self.facts[path][1:])
            case Resolve(path=path):
                self.conflicts = [each for each in self.conflicts if each.path != path]
            case UseCard(person=person):
                self._card(person, Source.CARD)
            case UseExtract():
                for person in self.persons:
                    self._card(person, Source.EXTRACT)

    def _set(self, path: str, value: Value, text: str = "") -> None:
        self.changed.add(path)
        self.facts[path] = (QuestionState.ANSWERED, value, text, Source.INTERVIEW)

    def _answer(self, path: str, text: str) -> None:
        kind = next(question[4] for question in self.questions() if question[1] == path)
        value: Value | None = text
        if kind is Type.DATE:
            read = parse_date(text, today=date(2026, 4, 20))
            if not isinstance(read, PartialDate):
                self.facts[path] = (QuestionState.WRONG, None, text, Source.INTERVIEW)
                return
            value = read
        if kind is Type.KANA:
            value = text.translate(_KANA)
        if text and value is not None:
            self._set(path, value, text)
        else:
            self.facts.pop(path, None)

    def _card(self, person: str, source: Source) -> None:
        said: dict[str, Value] = {"name.full": FACE.name, "birth.date": FACE.birth, "sex": "男"}
        for key, value in said.items():
            text = "昭和55年1月7日" if key == "birth.date" else str(value)
            self.facts[f"person[{person}].{key}"] = (QuestionState.SAID, value, text, source)

    def _confirm(self) -> None:
        if set(self.signed) >= {signer.person for signer in self.signers()}:
            self.step = Step.DONE
        else:
            self.notices = (warning(SIGNATURES_OPEN),)

    def questions(self) -> tuple[Question, ...]:
        return QUESTIONS + grid_questions(tuple(self.persons))

    def name(self, person: str) -> str:
        said = self.facts.get(f"person[{person}].name.full")
        return str(said[1]) if said and said[1] else NAMES.get(person, "5人目")

    def view(self, question: Question, *, current: bool) -> QuestionView:
        _, path, label, ask, kind, choices, why = question
        state, value, text, source = self.facts.get(path, (QuestionState.OPEN, None, "", Source.INTERVIEW))
        if kind in {Type.PERSON, Type.PERSONS}:
            choices = tuple(Choice(code=person, label=self.name(person)) for person in self.persons)
        facts = state is not QuestionState.OPEN
        return QuestionView(
            path=path,
            person=person_of(path),
            label=label,
            ask=ask,
            type=kind,
            why=why,
            state=state,
            choices=choices,
            text=text,
            echo=say(value) if facts else "",
            value=value,
            source=source if facts else None,
            at=AT if facts else None,
            issue="この日付は読み取れません。S55.1.7 や 19800107 のように入力してください。"
            if state is QuestionState.WRONG
            else "",
            current=current,
        )

    def views(self) -> list[QuestionView]:
        order = list(SECTIONS)
        questions = sorted(self.questions(), key=lambda question: order.index(question[0]))
        open_paths = [q[1] for q in questions if self.facts.get(q[1], (QuestionState.OPEN,))[0] in OPEN]
        fresh = [self.view(question, current=question[1] == next(iter(open_paths), "")) for question in questions]
        kept = [self._views.get(view.path) if self._views.get(view.path) == view else view for view in fresh]
        self._views = {view.path: view for view in kept if view}
        return [view for view in kept if view]

    def signers(self) -> tuple[Signer, ...]:
        return tuple(
            Signer(
                person=person,
                name=self.name(person),
                documents=("電子証明書の申請書",),
                signed=person in self.signed,
                signature=self.signed.get(person),
            )
            for person in self.persons[:2]
        )

    def page(self) -> CounterPage:
        if self.step is Step.START:
            return CounterPage(step=Step.START)
        views = self.views()
        sections = {name: [view for view in views if self.section(view) == name] for name in SECTIONS}
        return CounterPage(
            step=self.step,
            event="tennyu",
            event_name="転入",
            slip="0420-0012",
            language=self.language,
            persons=tuple(
                PersonView(id=p, name=self.name(p), role=ROLES.get(p, ""), from_card=self.from_card(p))
                for p in self.persons
            ),
            sections=tuple(
                SectionView(id=name, label=SECTIONS[name], grid=name == "members", questions=tuple(found))
                for name, found in sections.items()
            ),
            left=sum(view.state in OPEN for view in views),
            outcomes=OUTCOMES,
            forms=self.forms(views),
            conflicts=tuple(self.conflicts),
            groups=self.groups(views),
            signers=self.signers(),
            notices=self.notices,
            issues=self.issues,
            sent=len(OUTCOMES),
        )

    def from_card(self, person: str) -> bool:
        return self.facts.get(f"person[{person}].birth.date", (None, None, "", None))[3] is Source.CARD

    def section(self, view: QuestionView) -> str:
        return next(question[0] for question in self.questions() if question[1] == view.path)

    def groups(self, views: list[QuestionView]) -> tuple[RowGroup, ...]:
        facts = [view for view in views if view.state is not QuestionState.OPEN]
        found = []
        for person in ("", *self.persons):
            rows = tuple(
                Row(
                    path=v.path,
                    label=v.label,
                    text=v.echo or v.text,
                    source=v.source,
                    state=v.state,
                    changed=v.path in self.changed,
                )
                for v in facts
                if v.person == person
            )
            if rows:
                found.append(RowGroup(label=self.name(person) if person else "届出・引越し・世帯", rows=rows))
        return tuple(found)

    def forms(self, views: list[QuestionView]) -> tuple[FilledForm, ...]:
        move = [
            view
            for view in views
            if not view.person or view.path.split(".", 1)[1] in {"name.full", "kana", "birth.date"}
        ]
        titles: dict[str, Callable[[QuestionView], bool]] = {
            "F01": lambda _view: True,
            "F04": lambda view: view.path.startswith(("jido", "bank", "person[p1]")),
            "F02": lambda view: view.path.startswith(("addr", "person[p2]")),
        }
        return tuple(
            FilledForm(
                template=name, version="1", digest="", boxes=tuple(box(v, n) for n, v in enumerate(move) if has(v))
            )
            for name, has in titles.items()
        )
