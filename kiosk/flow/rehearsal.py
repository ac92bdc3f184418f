"""Plays a written visit through the same session that a window drives: sources first, then answers to what is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.flow.actions import Action, AddPerson, Answer, Sign, StartVisit
from kiosk.flow.case_checks import asked
from kiosk.flow.session import Session
from kiosk.flow.snapshot import Snapshot
from kiosk.model.base import Defect, Issue
from kiosk.model.casefile import CaseFile


@dataclass(frozen=True)
class Rehearsed:
    """How the visit went: where it stands, what was asked, what was left open, and what could not be read."""

    snapshot: Snapshot
    asked: int
    left: tuple[str, ...]
    issues: tuple[Issue, ...]


def play(
    session: Session, case: CaseFile, *, sources: Sequence[Action] = (), only_asked: bool = False, name: str = ""
) -> Rehearsed:
    """Start, read the sources, answer. With `only_asked`, an answer is given only when its question comes up."""
    session.handle(StartVisit(event=case.event))
    for action in sources:
        session.handle(action)
    while len(_now(session).case.persons) < len(case.persons):
        session.handle(AddPerson())
    if not only_asked:
        for path in case.answers:
            session.handle(Answer(path=path, text=case.answers[path]))
    for answer in answers(session, case):
        session.handle(answer)
    for person, signature in case.signatures.items():
        session.handle(Sign(person=person, signature=signature))
    snapshot = _now(session)
    issues = tuple(
        Issue(where=f"{name} {path}".strip(), message=message, allowed="")
        for path, (_, message) in session.typed.items()
    )
    return Rehearsed(snapshot, asked(snapshot.case), snapshot.interview.open, issues)


def answers(session: Session, case: CaseFile) -> Iterator[Answer]:
    """Answer after answer to whatever is asked first, as long as the case file knows one."""
    tried: set[str] = set()
    while True:
        path = next((p for p in _now(session).interview.open if p in case.answers and p not in tried), "")
        if not path:
            return
        tried.add(path)
        yield Answer(path=path, text=case.answers[path])


def _now(session: Session) -> Snapshot:
    if session.snapshot is None:
        raise Defect("a rehearsal needs a started visit")
    return session.snapshot
