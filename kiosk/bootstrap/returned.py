"""補正・却下 for a visit: what receivers sent back of a case, with the questions behind each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow.day import Answered
from kiosk.model.parcel import State
from kiosk.model.verdict import Verdict

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator

    from kiosk.bootstrap.program import Program
    from kiosk.model.answer import AnswerLine, Point, Returned
    from kiosk.store.answers import OpenAnswer


def returned(program: Program, case: uuid.UUID) -> tuple[Returned, ...]:
    """What waits for somebody to act or stands refused, each point by itself; who looked is noted. So is what is held
    because its receiver would not take an answer that it says. Raises SiteError.
    """
    from kiosk.model.audit import AuditEvent

    event = AuditEvent(at=program.clock.now(), by=program.at_desk.by(), action="answers-read")
    found = program.store.answers.open_of(case, event=event)
    return (*(each for answer in found for each in _of(program, answer)), *_held(program, case))


def sent_back(program: Program) -> Iterator[Answered]:
    """The cases that receivers sent back, the newest answer first; no name, and nothing of what is wanted.

    One that was erased cannot be opened: what comes of it stands in the office's list alone.
    """
    lines: dict[uuid.UUID, list[AnswerLine]] = {}
    for line in program.store.answers.waiting():
        lines.setdefault(line.case, []).append(line)
    for case, of_case in lines.items():
        past = program.store.kept.one(case)
        if past is not None and program.store.kept.revision(case):
            yield Answered(
                past=past,
                results=frozenset(line.result for line in of_case),
                applications=len(of_case),
                since=max(line.at for line in of_case),
                charge=next((line.charge for line in of_case if line.charge is not None), None),
            )


def end(program: Program, case: uuid.UUID, reason: str, *, by: str) -> int:
    """Nothing more is to be done about it, for a reason that stays on record; how many answers that ends.

    Raises SiteError.
    """
    from kiosk.model.audit import AuditEvent

    event = AuditEvent(at=program.clock.now(), by=by, action="answers-closed", detail=reason)
    return program.store.answers.close(case, event=event)


def asked(program: Program, point: Point) -> tuple[str, ...]:
    """The questions that an item may be answered at."""
    from kiosk.bootstrap.sending import Sending
    from kiosk.exchange.records.items import paths_of

    columns, vocabulary = Sending(program).columns, program.book.vocabulary
    return paths_of(point.item, point.taishoshabango, columns=columns, vocabulary=vocabulary)


def _held(program: Program, case: uuid.UUID) -> Iterator[Returned]:
    """The answers that keep applications of a case from leaving."""
    from kiosk.bootstrap.sending import Sending
    from kiosk.model.answer import Returned

    lines = [line for line in program.store.holding.unsent() if line.case == case and line.state is State.HELD]
    for line in lines:
        parcel = program.store.holding.parcel(line.message)
        found = Sending(program).mender.to_correct(parcel) if parcel is not None else ()
        for number, (issue, paths) in enumerate(found):
            yield Returned(
                id=f"{line.message}/{number}",
                procedure=line.kind,
                result=Verdict.TO_CORRECT,
                item=issue.where,
                reason="　".join(filter(None, (issue.message, issue.allowed))),
                paths=paths,
            )


def _of(program: Program, found: OpenAnswer) -> Iterator[Returned]:
    """Its points; an answer without any is one thing by itself."""
    from kiosk.model.answer import Returned

    answer, points, name = found.answer, found.answer.points, found.digest[:16]
    same = {"procedure": found.kind, "result": answer.result, "over": found.over}
    for number, point in enumerate(points):
        said = {"item": point.item, "reason": point.reason or answer.reason, "paths": asked(program, point)}
        yield Returned(id=f"{name}/{number}", **same, **said)
    if not points:
        yield Returned(id=name, reason=answer.reason, **same)
