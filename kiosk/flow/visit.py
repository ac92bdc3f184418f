"""One visit at a desk: an action comes in, a page and the jobs it needs go out; the same behind every desk."""

from dataclasses import dataclass, field
from typing import assert_never

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
    Came,
    ChoosePurposes,
    Clear,
    Confirm,
    Decide,
    End,
    GoTo,
    HandOff,
    HandOver,
    Hold,
    Put,
    RemovePerson,
    ReportCard,
    Resolve,
    SayAll,
    Sign,
    StartVisit,
    Step,
    Tell,
    UseCard,
    UseExtract,
    UsePreentry,
)
from kiosk.flow.before import first
from kiosk.flow.bringing import change_people, use_source
from kiosk.flow.case_actions import (
    AcceptHeld,
    AcceptPrint,
    Answering,
    CloseAnswers,
    Correct,
    Erase,
    FileAgain,
    Later,
    Rewind,
    SetAside,
    SettleReturned,
    Waive,
    Withdraw,
)
from kiosk.flow.foresight import Foreseen, Foresight
from kiosk.flow.hearing import hear
from kiosk.flow.jobs import (
    Done,
    Failed,
    Heard,
    Job,
    Park,
    Reply,
    Unparked,
)
from kiosk.flow.leaving import leave
from kiosk.flow.memo import Memo
from kiosk.flow.notices import accepted_there, colleagues_note, information
from kiosk.flow.obstacles import in_the_way, unlooked
from kiosk.flow.outside import Outside
from kiosk.flow.pages import CounterPage, Notice
from kiosk.flow.rewinding import History, rewind
from kiosk.flow.saying import say, say_more, take_back_unread
from kiosk.flow.signing import close_signing, confirm, examine, give_up, open_signing, sign
from kiosk.flow.starting import end, start
from kiosk.flow.state import NOBODY, VisitState
from kiosk.flow.turn import Turn
from kiosk.model.base import Issue
from kiosk.rules.snapshot import Snapshot


@dataclass
class Visit:
    """A desk's visit. What is shown follows from `state`; `snapshot` and `memo` only remember what was worked out,
    `history` how it stood before.
    """

    outside: Outside
    state: VisitState = NOBODY
    snapshot: Snapshot | None = None
    notices: tuple[Notice, ...] = ()
    memo: Memo = field(default_factory=Memo)
    history: History = field(default_factory=History)

    def handle(self, action: Action | Done) -> Reply:
        """Change the visit and show it. Input problems appear on the page; a Defect leaves the visit as it was."""
        jobs = self.act(action)
        return Reply(self.page(), jobs)

    def act(self, action: Action | Done) -> tuple[Job, ...]:
        """As handle, where nobody looks at the page."""
        turn = Turn(self.outside, self._read(action), self.snapshot, memo=self.memo)
        rewound = rewind(turn, self.history, action) if isinstance(action, Rewind) else None
        if rewound is None:
            take_turn(turn, action)
        close_signing(turn, tell=not isinstance(action, HandOff))
        if not isinstance(action, Failed):  # what could not be done is tried again by whoever does something
            examine(turn)
        before = self.state.case
        self.history = rewound or self.history.after(action, before=self.state, now=turn.state)
        self.state, self.snapshot, self.notices = turn.state, turn.snapshot, turn.notices
        if self.state.case is None or before is None or before.purposes != self.state.case.purposes:
            self.memo = Memo()
        return tuple(turn.jobs)

    def _read(self, action: Action | Done) -> VisitState:
        """The state before an action: a colleague's note, and a wait for the signatures, end with it."""
        read = (self.state.note or self.state.to_sign) and not isinstance(action, Done)
        return self.state.model_copy(update={"note": "", "to_sign": False}) if read else self.state

    def page(self) -> CounterPage:
        """The page of this moment."""
        from kiosk.flow.desks.counter import counter_page

        return counter_page(
            self.state,
            self.snapshot,
            wording=self.outside.wording,
            notices=(*self.notices, colleagues_note(self.state.note)) if self.state.note else self.notices,
            memo=self.memo,
            ahead=self._ahead,
            second_check=self.outside.second_check,
        )

    def obstacles(self) -> tuple[Notice, ...]:
        """What still stands between this visit and its confirmation."""
        if self.snapshot is None:
            return ()
        return in_the_way(self.state, self.snapshot, self._ahead)

    def refused(self) -> tuple[Issue, ...]:
        """What a receiver would refuse of the records as they would be made now, by the path of the answer."""
        return () if self.snapshot is None else self._ahead.refused(self.snapshot)

    def cautions(self) -> tuple[Foreseen, ...]:
        """What of the forms will not be printed as it was said, and nobody has looked at."""
        self.refused()  # found out together
        return () if self.snapshot is None else unlooked(self.state, self.snapshot, self._ahead)

    @property
    def _ahead(self) -> Foresight:
        return Foresight(self.outside, self.memo)


def take_turn(turn: Turn, action: Action | Done) -> None:
    """Work out one action, or one answer to a job."""
    match action:
        case _ if isinstance(action, Heard):
            hear(turn, action)
        case _ if (waits := first(turn, action)) is not None:
            turn.tell(information(waits))
        case StartVisit() | ChoosePurposes() | End() | SetAside():
            _begin_or_end(turn, action)
        case Unparked():
            from kiosk.flow.parking import resume

            resume(turn, action)
        case Decide() | Correct() | Withdraw() | CloseAnswers() | Erase():
            _reopen(turn, action)
        case UseCard() | UseExtract() | UsePreentry() | ReportCard() if turn.snapshot is None:
            from kiosk.flow.receiving import receive

            receive(turn, action)
        case _ if turn.snapshot is not None and turn.state.step is not Step.DONE:
            _visit(turn, action)


def _begin_or_end(turn: Turn, action: StartVisit | ChoosePurposes | End | SetAside) -> None:
    """Somebody new sits down; or it is said, or said otherwise, what those who are here are here for; or they leave."""
    if isinstance(action, End | SetAside):
        _leave(turn, action)
    elif isinstance(action, ChoosePurposes) or (turn.state.case is not None and not turn.state.case.event):
        from kiosk.flow.purposes import choose, purpose_said

        choose(turn, action.events) if isinstance(action, ChoosePurposes) else purpose_said(turn, action)
    else:
        start(turn, action)


def _reopen(turn: Turn, action: Decide | Correct | Withdraw | CloseAnswers | Erase) -> None:
    if turn.state.desk and not isinstance(action, Erase):
        turn.tell(accepted_there(turn.state.desk))
    elif isinstance(action, Decide):
        from kiosk.flow.deciding import decide

        decide(turn, action)
    elif isinstance(action, Withdraw):
        from kiosk.flow.withdrawing import withdraw

        withdraw(turn, action)
    elif isinstance(action, Erase):
        from kiosk.flow.withdrawing import erase

        erase(turn, action)
    else:
        from kiosk.flow.parking import close_answers, correct

        (correct if isinstance(action, Correct) else close_answers)(turn, action.reason)


def _visit(
    turn: Turn,
    action: Answer
    | Put
    | Hold
    | HandOver
    | Tell
    | Clear
    | Approve
    | Resolve
    | Later
    | AcceptHeld
    | Waive
    | AcceptPrint
    | Answering
    | SayAll
    | HandOff
    | AddPerson
    | RemovePerson
    | Came
    | UseCard
    | UseExtract
    | UsePreentry
    | ReportCard
    | GoTo
    | Sign
    | Confirm
    | Rewind,
) -> None:
    match action:
        case Answer() | Put() | Hold() | Clear() | Approve() | Resolve():
            say(turn, action)
        case SayAll() | HandOff() | HandOver() | Tell():
            say_more(turn, action)
        case AddPerson() | RemovePerson() | Came():
            change_people(turn, action)
        case UseCard() | UseExtract() | ReportCard() | UsePreentry():
            _bring(turn, action)
        case GoTo():
            _go(turn, action.step)
        case Later() | AcceptHeld() | Waive() | AcceptPrint() | SettleReturned() | FileAgain() | Sign() | Confirm():
            _settle(turn, action)
        case Rewind():
            return  # the visit itself does it: it knows how it stood
        case _:
            assert_never(action)


def _bring(turn: Turn, action: UseCard | UseExtract | ReportCard | UsePreentry) -> None:
    if isinstance(action, UsePreentry):
        from kiosk.flow.from_home import use_preentry

        use_preentry(turn, action)
    else:
        use_source(turn, action)


def _settle(turn: Turn, action: Later | AcceptHeld | Waive | AcceptPrint | Answering | Sign | Confirm) -> None:
    """What is left for another day, who knows of what is held, who has signed, and that it may leave."""
    match action:
        case Later() | AcceptHeld() | Waive() | AcceptPrint() | SettleReturned() | FileAgain():
            leave(turn, action)
        case Sign():
            sign(turn, action)
        case Confirm():
            confirm(turn, action)


def _go(turn: Turn, step: Step) -> None:
    """Show another step."""
    take_back_unread(turn)
    if step is Step.SIGN:
        open_signing(turn)
    elif step not in {Step.DONE, Step.START}:
        turn.change(step=step)


def _leave(turn: Turn, action: End | SetAside) -> None:
    """The window is free: the visit is given up, or kept as it stands for whoever goes on with it."""
    if isinstance(action, End):
        give_up(turn)
    elif turn.snapshot is not None and turn.state.step is not Step.DONE:
        turn.jobs.append(Park(turn.state.model_copy(update={"note": action.note, "handed_in": False})))
    end(turn)
