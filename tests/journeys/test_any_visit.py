"""Whatever is done at a desk in whatever order: it never fails, loses no answer, and never contradicts itself."""

from dataclasses import replace

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Clear,
    Confirm,
    End,
    GoTo,
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
from kiosk.flow.at_once import AtOnce
from kiosk.flow.jobs import Unparked
from kiosk.flow.pages import QuestionState
from kiosk.flow.state import VisitState
from kiosk.flow.visit import Visit
from kiosk.model.fact import Value
from kiosk.model.path import person_of
from kiosk.model.vocabulary import Type
from tests.likely import action, answer, member, on_the_page, shown
from tests.short import examples
from tests.visits import ON_PAPER, STROKES, Desk, book, told

_ABOUT_PEOPLE = {Type.PERSON, Type.PERSONS}


class AnyVisit(RuleBasedStateMachine):
    """A clerk who does anything; `said` is what we believe the desk has been told last about each path."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.said: dict[str, Value] = {}

    @initialize(complete=st.booleans())
    def begin(self, *, complete: bool) -> None:
        """An empty desk, or one where the demo family has answered everything."""
        self.desk = told("kazoku4") if complete else Desk()

    def do(self, what: Action) -> None:
        """Act, and keep the books as a clerk would."""
        done = self.desk.page.step is Step.DONE
        before = self.desk.page
        self.desk.act(what)
        if done and not isinstance(what, StartVisit | End):
            assert self.desk.page == replace(before, notices=())
        elif not done and self.desk.visit.snapshot is not None:
            self._noted(what)

    def _noted(self, what: Action) -> None:
        match what:
            case StartVisit():
                self.said = {}
            case Answer() | Put() | Hold() | Clear() | Resolve():
                self.said.pop(what.path, None)
                fact = self.desk.now.case.ledger.current.get(what.path)
                if isinstance(what, Answer) and fact is not None and what.path not in self.desk.visit.state.typed:
                    self.said[what.path] = fact.value
            case AddPerson() | RemovePerson() | UseCard() | UseExtract():
                members = {"", *self.desk.now.case.persons}
                self.said = {path: value for path, value in self.said.items() if self._kept(path, members)}
            case _:
                pass

    def _kept(self, path: str, members: set[str]) -> bool:
        item = book().vocabulary.item(path)
        return person_of(path) in members and item is not None and item.type not in _ABOUT_PEOPLE

    @rule(what=action)
    def anything(self, what: Action) -> None:
        """Whatever comes to mind."""
        self.do(what)

    @rule(what=answer)
    def an_answer(self, what: Action) -> None:
        """An answer, asked for or not."""
        self.do(what)

    @rule(step=shown)
    def something_on_the_page(self, step: tuple[str, int, int]) -> None:
        """What the page offers."""
        if any(section.questions for section in self.desk.page.sections):
            self.do(on_the_page(self.desk, *step))

    @rule(step=st.sampled_from(Step))
    def look_elsewhere(self, step: Step) -> None:
        """Another step."""
        self.do(GoTo(step=step))

    @rule(who=member, on_paper=st.booleans())
    def sign(self, who: str, *, on_paper: bool) -> None:
        """Somebody signs."""
        self.do(Sign(person=who, signature=ON_PAPER if on_paper else STROKES))

    @rule()
    def everybody_signs_and_confirms(self) -> None:
        """The end of a visit, if nothing is in the way."""
        for signer in self.desk.page.signers:
            self.do(Sign(person=signer.person, signature=STROKES))
        may, before = self.desk.page.can_confirm, len(self.desk.register.taken)
        already = self.desk.page.step is Step.DONE
        self.do(Confirm())
        assert len(self.desk.register.taken) - before == (may and not already)
        assert (self.desk.page.step is Step.DONE) == (may or already)

    @rule()
    def written_down_and_taken_up_again(self) -> None:
        """Another desk goes on with what was written down, and shows the very same page."""
        visit = self.desk.visit
        written = visit.state.model_dump_json()
        other = AtOnce(Visit(visit.outside), self.desk.register)
        other.handle(Unparked(VisitState.model_validate_json(written)))
        assert other.visit.state == visit.state
        assert replace(other.visit.page(), notices=()) == replace(self.desk.page, notices=())
        self.desk.at_once = other

    @rule(event=st.sampled_from(("tennyu", "nothing")))
    def next_resident(self, event: str) -> None:
        """A new visit begins."""
        self.do(End())
        assert self.desk.visit.snapshot is None
        self.do(StartVisit(event=event))
        if event == "nothing":
            assert self.desk.page.step is Step.START
            self.do(StartVisit(event="tennyu"))

    @invariant()
    def what_is_left_is_what_is_open(self) -> None:
        """One number, one list, one current question."""
        views = [view for section in self.desk.page.sections for view in section.questions]
        states = [view.state for view in views if view.path in self.desk.open]
        assert self.desk.page.left == len(self.desk.open) == len(states)
        assert set(states) <= {QuestionState.OPEN, QuestionState.WRONG}
        assert sum(view.current for view in views) == (1 if self.desk.open else 0)

    @invariant()
    def who_may_not_confirm_can_see_why(self) -> None:
        """A visit is never stuck: something is open, unread, in conflict, to be signed, or to be confirmed as said."""
        page = self.desk.page
        views = [view for section in page.sections for view in section.questions]
        unread = [view for view in views if view.state is QuestionState.WRONG]
        said = [view for view in views if view.state is QuestionState.SAID]
        unsigned = [signer for signer in page.signers if not signer.signed]
        unknown = page.unaccepted  # what is held must be known to the resident by name
        whose = self.desk.visit.state.proposal is not None  # it is asked whose a card is
        assert page.can_confirm != bool(page.left or unread or page.conflicts or unsigned or unknown or whose or said)

    @invariant()
    def no_answer_is_lost(self) -> None:
        """What was understood is still there."""
        current = self.desk.now.case.ledger.current
        for path, value in self.said.items():
            assert current[path].value == value, path


AnyVisit.TestCase.settings = settings(
    max_examples=examples(25),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=tuple(phase for phase in Phase if phase is not Phase.shrink),
)
test_any_visit = AnyVisit.TestCase
