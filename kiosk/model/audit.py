"""監査記録: who did what, when - without personal data, chained so that a gap or a change shows."""

import hashlib
from datetime import datetime

from kiosk.model.base import Frozen, Issue
from kiosk.model.numbers import holds_my_number

REASON_LETTERS = 100


class AuditEvent(Frozen):
    """One entry: an action from a closed catalogue, case id, staff id; `detail` holds codes and counts, or the
    reason that staff gave for a decision (see `reason`).
    """

    at: datetime
    by: str
    action: str
    case: str = ""
    detail: str = ""


def chain(previous: str, event: AuditEvent) -> str:
    """The hash of an entry: SHA-256 over the previous hash and the entry's canonical JSON, as hexadecimal."""
    return hashlib.sha256(previous.encode() + event.model_dump_json().encode()).hexdigest()


def reason(text: str) -> str | Issue:
    """What staff gave as the reason of a decision, to be kept for good: one short line that names nobody."""
    said = text.strip()
    allowed = f"1〜{REASON_LETTERS}文字の1行。氏名や番号は書かない"
    if not said:
        return Issue(where="理由", message="理由を書いてください。", allowed=allowed)
    if len(said) > REASON_LETTERS or not said.replace("\u3000", " ").isprintable():
        return Issue(where="理由", message="長すぎるか、使えない文字があります。", allowed=allowed)
    if holds_my_number(said):
        return Issue(where="理由", message="個人番号とみられる数字があります。", allowed=allowed)
    return said
