"""A machine hears from the hub what became of what it brought: what is new since it heard last, as often as it asks.

It hears of its own parcels alone, destination by destination, up to a number; one that it has written down is never
asked for again, and one that it could not write down is told once more. With the same question it takes back what
receivers refused, and says what it has let go.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.hub.envelope import open_note
from kiosk.model.beyond import Beyond
from kiosk.model.parcel import State

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Sequence

    from kiosk.hub.link import Link

    Key = Callable[[uuid.UUID], bytes]

MOST = 500
RETURNED = "returned"
TAMPERED, UNREADABLE = "tampered", "D58"
_UNREADABLE = (
    "中継にあるものを、送付係の機械が開けません。市の秘密鍵（中継の recipient の相手）を確かめてから再送してください。"
)
_TAKE_BACK, _LET_GO = "SELECT kiosk.take_back($1)", "SELECT kiosk.let_go($1::uuid[])"
_NEWS = """
SELECT message, state, asked, last_code, note, wish, changed_at, number
FROM kiosk.delivery JOIN kiosk.parcel USING (seq)
WHERE delivery.machine = session_user AND delivery.destination = $1 AND number > $2 ORDER BY number LIMIT $3
"""
_ANSWERS = """
SELECT message, sealed, number FROM kiosk.answer JOIN kiosk.parcel USING (seq)
WHERE answer.machine = session_user AND answer.destination = $1 AND number > $2 ORDER BY number LIMIT $3
"""
_NEWEST = """
SELECT coalesce(greatest(
  (SELECT max(number) FROM kiosk.delivery WHERE machine = session_user AND destination = $1 AND number > 0),
  (SELECT max(number) FROM kiosk.answer WHERE machine = session_user AND destination = $1 AND number > 0)), 0)
"""
_STATES = {
    "ready": State.RELAYED,
    "leased": State.RELAYED,
    "held": State.RELAYED,
    RETURNED: State.HELD,
    "delivered": State.DELIVERED,
    "acknowledged": State.ACKNOWLEDGED,
    "skipped": State.SKIPPED,
}


@dataclass(frozen=True)
class Heard:
    """What is new: how parcels stand, and what receivers answered, opened; up to which number that is, and whether
    there is more. `back`: the hub was put back to a time before the number that was asked with; then all is told anew.
    """

    standings: tuple[Beyond, ...]
    answers: tuple[bytes, ...]
    mark: int
    more: bool
    back: bool = False


def hear(link: Link, destination: str, *, after: int, gone: Sequence[uuid.UUID], key: Key) -> Heard:
    """What is new of a destination after a number, all in one transaction. `gone` are messages that were let go here,
    `key` gives each message's own. Raises HubTrouble.
    """
    with link.transaction():
        if gone:
            link.rows(_LET_GO, list(gone))
        link.rows(_TAKE_BACK, destination)
        back = after > int(link.one(_NEWEST, destination)[0])
        after = 0 if back else after
        news, answers = (link.rows(statement, destination, after, MOST) for statement in (_NEWS, _ANSWERS))
    whole = [rows[-1]["number"] for rows in (news, answers) if len(rows) == MOST]
    mark = min(whole) if whole else max((row["number"] for row in (*news, *answers)), default=after)
    said = (open_note(key(row["message"]), row["sealed"], about=row["message"]) for row in answers)
    return Heard(
        standings=tuple(_standing(row, key) for row in news),
        answers=tuple(each for each in said if each is not None),
        mark=mark,
        more=bool(whole),
        back=back,
    )


def _standing(row: Any, key: Key) -> Beyond:
    message = row["message"]
    note = open_note(key(message), row["note"], about=message) if row["note"] else None
    said = json.loads(note) if note else {}
    unread = row["last_code"] == TAMPERED
    return Beyond(
        message=message,
        state=_STATES[row["state"]],
        asked=row["asked"],
        at=row["changed_at"],
        code=UNREADABLE if unread else row["last_code"],
        detail=_UNREADABLE if unread else said.get("detail", ""),
        receipt=said.get("receipt", ""),
        wish=row["wish"] if row["state"] == RETURNED else "",
    )


def note_of(*, detail: str = "", receipt: str = "") -> bytes:
    """What goes with a parcel's standing for its machine's eyes."""
    return json.dumps({"detail": detail, "receipt": receipt}, ensure_ascii=False).encode()
