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


_WORDS = 2
"""Letters that a reason has at least: a digit or a dash alone (a key meant for a button) tells nobody anything."""


def reason(text: str) -> str | Issue:
    """What staff gave as the reason of a decision, to be kept for good: one short line of words that names nobody."""
    said = text.strip()
    if not said:
        return _wrong("理由を書いてください。")
    if sum(letter.isalpha() for letter in said) < _WORDS:
        return _wrong("数字や記号だけでは、理由になりません。言葉で書いてください。")
    return note(said)


def note(text: str) -> str | Issue:
    """What staff wrote for one another: one short line that names nobody; it may be empty."""
    said = text.strip()
    if len(said) > REASON_LETTERS or not said.replace("\u3000", " ").isprintable():
        return _wrong("長すぎるか、使えない文字があります。")
    return _wrong("個人番号とみられる数字があります。") if holds_my_number(said) else said


def _wrong(message: str) -> Issue:
    return Issue(where="理由", message=message, allowed=f"{_WORDS}〜{REASON_LETTERS}文字の1行。氏名や番号は書かない")
