"""回答 on disk: what receivers decided about what they took; why, and about whom, is sealed under the case's key."""

import uuid
from typing import assert_never

from kiosk.model.answer import Answer, AnswerLine, Verdict
from kiosk.model.audit import AuditEvent
from kiosk.store import entries, keys
from kiosk.store.connection import Sql
from kiosk.store.database import Database
from kiosk.store.instants import instant, micros
from kiosk.store.vault import seal, unseal

_OF = """
SELECT seq, case_id, delivery.destination, kind, revision FROM outbox JOIN delivery USING (seq) WHERE message = ?
"""
_TAKE = """
INSERT INTO answer (digest, seq, case_id, result, at, taken_at, number, points, sealed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING
"""
_SETTLE = "UPDATE delivery SET state = 'acknowledged', changed_at = ? WHERE seq = ? AND state = 'delivered'"
_NEWEST = """
SELECT answer.case_id, slip, outbox.destination, kind, revision, result, at, number, points,
  result <> :accepted AND NOT EXISTS (
    SELECT 1 FROM outbox AS later WHERE later.case_id = outbox.case_id AND later.destination = outbox.destination
      AND later.kind = outbox.kind AND later.revision > outbox.revision)
FROM answer JOIN outbox USING (seq) JOIN cases ON cases.id = answer.case_id
WHERE NOT EXISTS (SELECT 1 FROM answer AS newer WHERE newer.seq = answer.seq
  AND (newer.at, newer.rowid) > (answer.at, answer.rowid))
ORDER BY answer.rowid DESC LIMIT :most
"""
_SEALED = "SELECT digest, sealed FROM answer WHERE case_id = ? ORDER BY rowid"
_MOST = 5_000


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
        values = {"accepted": Verdict.ACCEPTED.value, "most": limit}
        rows = self._database.look(lambda sql: sql.execute(_NEWEST, values).fetchall())
        return tuple(
            AnswerLine(
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
            )
            for case, slip, destination, kind, revision, result, at, number, points, is_open in rows
        )

    def of_case(self, case: uuid.UUID, *, event: AuditEvent) -> tuple[Answer, ...]:
        """Every answer about a case in full, in the order they came; that somebody looked is noted."""

        def work(sql: Sql) -> tuple[Answer, ...]:
            key = keys.case_key(sql, self._vault, case=str(case))
            rows = [] if key is None else sql.execute(_SEALED, (str(case),)).fetchall()
            opened = (unseal(key or b"", sealed, bound_to=f"answer/{digest}") for digest, sealed in rows if sealed)
            entries.write(sql, (event.model_copy(update={"case": str(case)}),))
            return tuple(Answer.model_validate_json(plain) for plain in opened if plain is not None)

        return self._database.change(work)


def _code(result: Verdict) -> str:
    match result:
        case Verdict.ACCEPTED:
            return "accepted"
        case Verdict.TO_CORRECT:
            return "to-correct"
        case Verdict.REJECTED:
            return "rejected"
    assert_never(result)
