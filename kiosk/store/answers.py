"""回答 on disk: what receivers decided about what they took; why, and about whom, is sealed under the case's key."""

import datetime as dt
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, assert_never

from kiosk.model.answer import Answer, AnswerLine, Charge
from kiosk.model.audit import AuditEvent
from kiosk.model.fate import Fate, Filed
from kiosk.model.verdict import Verdict
from kiosk.store import entries, keys
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros
from kiosk.store.refusals import refusals
from kiosk.store.vault import seal, unseal

_OF = """
SELECT seq, case_id, delivery.destination, kind, revision FROM outbox JOIN delivery USING (seq) WHERE message = ?
"""
_TAKE = """
INSERT INTO answer (digest, seq, case_id, result, at, taken_at, number, points, sealed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING
"""
_SETTLE = (
    "UPDATE delivery SET state = 'acknowledged', changed_at = ? WHERE seq = ? AND state IN ('delivered', 'relayed')"
)
_LINES = """
SELECT message, newest_answer.case_id, slip, outbox.destination, kind, revision, result, newest_answer.at, number,
  points, waits, coalesce(staff, ''), coalesce(until, '')
FROM newest_answer JOIN outbox USING (seq) JOIN cases ON cases.id = newest_answer.case_id LEFT JOIN charge USING (seq)
"""
_NEWEST = f"{_LINES} ORDER BY place DESC LIMIT ?"
_WAITING = f"{_LINES} WHERE result <> '受理' AND closed_at = 0 AND waits ORDER BY +place DESC LIMIT ?"
_SEALED = "SELECT digest, sealed FROM answer WHERE case_id = ? ORDER BY rowid"
_OPEN = """
SELECT answer.digest, answer.sealed, message, kind, answer.result, answer.at, answer.number
FROM newest_answer JOIN outbox USING (seq) JOIN answer USING (seq)
WHERE newest_answer.case_id = ? AND waits AND answer.result <> '受理' AND answer.closed_at = 0
  AND NOT EXISTS (SELECT 1 FROM answer AS taken WHERE taken.seq = answer.seq AND taken.result = '受理'
    AND (taken.at, taken.rowid) > (answer.at, answer.rowid))
ORDER BY answer.rowid
"""
_THESE = """
SELECT answer.digest, sealed, message, kind, result, at, number FROM answer JOIN outbox USING (seq)
WHERE answer.digest IN (SELECT value FROM json_each(?)) ORDER BY answer.rowid
"""
_CLOSE = """
UPDATE answer SET closed_at = ?, closed_by = ? WHERE result <> '受理' AND closed_at = 0
  AND seq IN (SELECT seq FROM newest_answer WHERE case_id = ? AND waits)
"""
_FILED = """
SELECT kind, coalesce(result, ''), coalesce(waits, 0), cases.state = 'withdrawn'
FROM cases JOIN outbox ON outbox.case_id = cases.id LEFT JOIN newest_answer USING (seq)
WHERE (cases.id = ? OR cases.slip = ?) AND NOT EXISTS (
  SELECT 1 FROM outbox AS later WHERE later.case_id = outbox.case_id AND later.destination = outbox.destination
    AND later.kind = outbox.kind AND later.revision > outbox.revision)
ORDER BY seq
"""
_MOST = 5_000


@dataclass(frozen=True)
class OpenAnswer:
    """An answer that waits for somebody to act, the digest it is known by, and which procedure's application it is
    about. `over`: nobody has to act, but what it refused stands refused.

    Of a case that was shredded meanwhile it has no reason and no points.
    """

    digest: str
    kind: str
    answer: Answer
    over: bool = False


class Answers:
    """What came back. Any thread may call; every method raises SiteError."""

    def __init__(self, database: Database) -> None:
        self._database, self._vault = database, database.vault

    def knows(self, digest: str) -> bool:
        """Whether an answer was taken already."""
        return bool(self._database.read("SELECT 1 FROM answer WHERE digest = ?", (digest,)))

    def take(self, answer: Answer, digest: str, *, destination: str, event: AuditEvent) -> bool:
        """Keep an answer with its case; False for a message that never went to this destination."""

        def work(sql: Sql) -> bool:
            found = sql.execute(_OF, (str(answer.message),)).fetchone()
            if found is None or found[2] != destination:
                return False
            seq, case, _, kind, revision = found
            key, sealed = keys.case_key(sql, self._vault, case=case), b""
            if key is not None:  # a case that was shredded keeps the decision and not the reason
                sealed = seal(key, answer.model_dump_json().encode(), bound_to=f"answer/{digest}")
            at, now = micros(answer.at), micros(event.at)
            row = (digest, seq, case, answer.result.value, at, now, answer.number, len(answer.points), sealed)
            if sql.execute(_TAKE, row).rowcount:
                sql.execute(_SETTLE, (now, seq))
                said = f"from={destination} {kind} r{revision} {_code(answer.result)} points={len(answer.points)}"
                entries.write(sql, (event.model_copy(update={"case": case, "detail": said}),))
            return True

        return self._database.change(work)

    def list(self, limit: int = _MOST) -> tuple[AnswerLine, ...]:
        """The newest answer about each application, the last that came first."""
        return tuple(_line(row) for row in self._database.read(_NEWEST, (limit,)))

    def waiting(self, limit: int = _MOST) -> tuple[AnswerLine, ...]:
        """Those of them that wait for somebody to act, however many others have come since."""
        return tuple(_line(row) for row in self._database.read(_WAITING, (limit,)))

    def filed(self, case: uuid.UUID | None, slip: str) -> tuple[Filed, ...]:
        """What has become of what was filed with a case, or under a number; nothing where there is none.

        It is read in the same way whether there is one or not.
        """
        found = self._database.read(_FILED, (str(case or ""), slip))
        return tuple(
            Filed(str(kind), Fate.WITHDRAWN if gone else _fate(str(result), waits=bool(waits)))
            for kind, result, waits, gone in found
        )

    def open_of(self, case: uuid.UUID, *, event: AuditEvent) -> tuple[OpenAnswer, ...]:
        """What of a case waits for somebody to act, in the order it came, then what else stands refused; that somebody
        looked is noted, if so.

        A receiver that sends an application back twice wants both.
        """

        def work(sql: Sql) -> tuple[OpenAnswer, ...]:
            rows = sql.execute(_OPEN, (str(case),)).fetchall()
            over = {each.answer for each in refusals(sql, str(case)).values()} - {row[0] for row in rows}
            closed = sql.execute(_THESE, (json.dumps(sorted(over)),)).fetchall()
            key = keys.case_key(sql, self._vault, case=str(case))
            if rows or closed:
                entries.write(sql, (event.model_copy(update={"case": str(case)}),))
            still = (replace(_opened(row, key), over=True) for row in closed)
            return (*(_opened(row, key) for row in rows), *still)

        return self._database.change(work)

    def close(self, case: uuid.UUID, *, event: AuditEvent) -> int:
        """Nothing more is to be done about what waits of a case; how many answers that ends."""

        def work(sql: Sql) -> int:
            closed = sql.execute(_CLOSE, (micros(event.at), event.by, str(case))).rowcount
            if closed:
                entries.write(sql, (event.model_copy(update={"case": str(case)}),))
            return int(closed)

        return self._database.change(work)

    def of_case(self, case: uuid.UUID, *, event: AuditEvent) -> tuple[Answer, ...]:
        """Every answer about a case in full, in the order they came; that somebody looked is noted."""

        def work(sql: Sql) -> tuple[Answer, ...]:
            key = keys.case_key(sql, self._vault, case=str(case))
            rows = [] if key is None else sql.execute(_SEALED, (str(case),)).fetchall()
            opened = (unseal(key or b"", sealed, bound_to=f"answer/{digest}") for digest, sealed in rows if sealed)
            entries.write(sql, (event.model_copy(update={"case": str(case)}),))
            return tuple(Answer.model_validate_json(plain) for plain in opened if plain is not None)

        return self._database.change(work)


def _fate(result: str, *, waits: bool) -> Fate:
    match Verdict(result) if result else None:
        case None:
            return Fate.OPEN
        case Verdict.ACCEPTED:
            return Fate.ACCEPTED
        case Verdict.REJECTED:
            return Fate.REFUSED
        case Verdict.TO_CORRECT:
            return Fate.COME if waits else Fate.SETTLED


def _line(row: Sequence[Any]) -> AnswerLine:
    message, case, slip, destination, kind, revision, result, at, number, points, is_open, staff, until = row
    return AnswerLine(
        message=uuid.UUID(message),
        case=uuid.UUID(case),
        slip=slip,
        destination=destination,
        kind=kind,
        revision=revision,
        result=Verdict(result),
        at=instant(at),
        number=number,
        points=points,
        open=bool(is_open),
        charge=Charge(staff=staff, until=dt.date.fromisoformat(until)) if staff else None,
    )


def _opened(row: Sequence[Any], key: bytes | None) -> OpenAnswer:
    digest, sealed, message, kind, result, at, number = row
    plain = unseal(key, sealed, bound_to=f"answer/{digest}") if key is not None and sealed else None
    if plain is not None:
        return OpenAnswer(digest, kind, Answer.model_validate_json(plain))
    bare = Answer(message=uuid.UUID(message), result=Verdict(result), at=instant(at), number=number)
    return OpenAnswer(digest, kind, bare)


def _code(result: Verdict) -> str:
    match result:
        case Verdict.ACCEPTED:
            return "accepted"
        case Verdict.TO_CORRECT:
            return "to-correct"
        case Verdict.REJECTED:
            return "rejected"
    assert_never(result)
