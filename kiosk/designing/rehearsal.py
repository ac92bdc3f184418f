"""Plays a written visit through the same visit that a window drives: sources first, then answers to what is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.flow.actions import Action, AddPerson, Answer, Approve, Decide, Decision, Hold, SayAll, Sign, StartVisit
from kiosk.flow.at_once import AtOnce
from kiosk.flow.case_actions import AcceptHeld, AcceptPrint, Later
from kiosk.flow.case_checks import asked
from kiosk.flow.leaving import unaccepted
from kiosk.flow.notices import DOUBTS
from kiosk.flow.pages import Notice
from kiosk.flow.unconfirmed import unconfirmed
from kiosk.flow.visit import Visit
from kiosk.model.base import Issue
from kiosk.model.casefile import UNKNOWN, CaseFile
from kiosk.model.errors import Defect
from kiosk.model.held_for import HeldFor
from kiosk.rules.snapshot import Snapshot


@dataclass(frozen=True)
class Rehearsed:
    """How the visit went: where it stands, how much was said, what was left open, and what could not be read.

    `issues` never repeat what was typed: a command's errors end up in other people's logs.

    `questions` are the paths that were answered when their question came up, in that order. `told` is what was said
    about cards and papers, without what anybody is called.
    """

    snapshot: Snapshot
    asked: int
    left: tuple[str, ...]
    issues: tuple[Issue, ...]
    questions: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def play(
    desk: AtOnce,
    case: CaseFile,
    *,
    sources: Sequence[Action] = (),
    only_asked: bool = False,
    signed: bool = True,
    name: str = "",
) -> Rehearsed:
    """Start, read the sources, answer, look through and sign. With `only_asked`, what is not asked for is not said.

    What no question asks for (通称, 旧氏) is always said first. Not `signed`, the visit stops at its last answer: what
    follows from it is known then, and nobody has to lay out its papers.
    """
    said = tuple(_said(case, path) for path in case.answers if not only_asked or not _is_asked(desk, path))
    told: tuple[str, ...] = ()
    if sources:
        told = _bring(desk, case, sources)
        waits = _undecided(desk, name)
        if waits:
            return Rehearsed(_now(desk.visit), 0, (), waits, told=told)
        desk.do(SayAll(said=said))
    else:
        desk.do(StartVisit(event=case.event, also=case.also, people=len(case.persons), said=said))
    for procedure in case.later:
        desk.do(Later(procedure=procedure))
    questions = []
    for answer in answers(desk.visit, case):
        desk.do(answer)
        while desk.visit.state.proposal is not None:  # the written visit reads each card for a member
            desk.do(Decide(decision=Decision.SAME))
        questions.append(answer.path)
    for action in _to_the_end(desk.visit, case) if signed else ():
        desk.do(action)
    snapshot = _now(desk.visit)
    issues = tuple(
        Issue(where=f"{name} {path}".strip(), message=desk.visit.outside.wording.refusal(refused, hide=True))
        for path, (_, refused) in desk.visit.state.typed.items()
    )
    return Rehearsed(snapshot, asked(snapshot.case), snapshot.interview.open, issues, tuple(questions), told)


def _to_the_end(visit: Visit, case: CaseFile) -> Iterator[Action]:
    yield from looked_through(visit)
    for person, signature in case.signatures.items():
        yield Sign(person=person, signature=signature)


def looked_through(visit: Visit) -> Iterator[Action]:
    """The answers are checked with the resident: what was read is right, what is held or printed otherwise is known."""
    yield Approve(paths=unconfirmed(visit.state, _now(visit)))
    if waiting := unaccepted(_now(visit)):
        yield AcceptHeld(procedures=waiting, reason=HeldFor.WISH)
    if cautions := visit.cautions():
        yield AcceptPrint(cautions=tuple(each.id for each in cautions))


_DECISIONS = {"同じ方": Decision.SAME, "別の方": Decision.ANOTHER}


def _bring(desk: AtOnce, case: CaseFile, sources: Sequence[Action]) -> tuple[str, ...]:
    """Start with what people bring, and add the members of whom none of it tells; what was said about it."""
    desk.do(StartVisit(event=case.event, also=case.also))
    notices: tuple[Notice, ...] = ()
    decisions = iter(case.decisions)
    for action in sources:
        notices += desk.do(action)
        while desk.visit.state.proposal is not None and (word := next(decisions, "")):
            notices += desk.do(Decide(decision=_DECISIONS[word]))
    lacking = len(case.persons) - len(_now(desk.visit).case.persons)
    if lacking > 0 and desk.visit.state.proposal is None:
        desk.do(AddPerson(people=lacking))
    say = desk.visit.outside.wording.say
    return tuple(say(notice.message, hide=True) for notice in notices if notice.kind != "success")


def _undecided(desk: AtOnce, name: str) -> tuple[Issue, ...]:
    """Whose a card or a paper is, where the written visit does not decide it."""
    proposal = desk.visit.state.proposal
    if proposal is None:
        return ()
    source = "cards" if proposal.face is not None else "extract"
    why = "、".join(desk.visit.outside.wording.say(DOUBTS[pair.doubt]()) for pair in proposal.asked)
    message = f"だれのものかを決めてください（{why or '受付のどの方でもありません'}）。"
    allowed = 'decisions = ["同じ方"] か decisions = ["別の方"]'
    return (Issue(where=f"{name} {source}".strip(), message=message, allowed=allowed),)


def answers(visit: Visit, case: CaseFile) -> Iterator[Answer | Hold]:
    """Answer after answer to whatever is asked first, as long as the case file knows one."""
    tried: set[str] = set()
    while True:
        path = next((p for p in _now(visit).interview.open if p in case.answers and p not in tried), "")
        if not path:
            return
        tried.add(path)
        yield _said(case, path)


def _said(case: CaseFile, path: str) -> Answer | Hold:
    words = case.answers[path]
    return Hold(path=path) if words == UNKNOWN else Answer(path=path, text=words)


def _is_asked(desk: AtOnce, path: str) -> bool:
    item = desk.visit.outside.book.vocabulary.item(path)
    return item is not None and bool(item.ask)


def _now(visit: Visit) -> Snapshot:
    if visit.snapshot is None:
        raise Defect("a rehearsal needs a started visit")
    return visit.snapshot
