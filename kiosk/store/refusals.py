"""却下 on disk: which applications of a case stand refused, whoever closed the answer, whatever is held since."""

import uuid
from collections.abc import Collection

from kiosk.model.parcel import Refusal, State
from kiosk.model.verdict import Verdict
from kiosk.store.connection import Sql

_LEFT_BEHIND = {State.HELD.value, State.SKIPPED.value}
_SAID = """
SELECT outbox.destination, outbox.kind, revision, message, state, coalesce(result, ''), coalesce(number, ''),
  coalesce(newest_answer.digest, '')
FROM outbox JOIN delivery USING (seq) LEFT JOIN newest_answer USING (seq)
WHERE outbox.case_id = ? ORDER BY revision
"""


def refusals(sql: Sql, case: str, *, unseen: Collection[uuid.UUID] = ()) -> dict[tuple[str, str], Refusal]:
    """By destination and procedure, where the last revision that left was refused; `unseen` are messages that nobody
    can have seen, as if they had not left.
    """
    found: dict[tuple[str, str], Refusal] = {}
    for place, kind, revision, message, state, result, number, digest in sql.execute(_SAID, (case,)).fetchall():
        if state in _LEFT_BEHIND or uuid.UUID(message) in unseen:
            continue
        found.pop((place, kind), None)
        if result == Verdict.REJECTED.value:
            found[place, kind] = Refusal(revision=revision, number=number, answer=digest)
    return found
