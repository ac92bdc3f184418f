"""Everything a visit can tell the person at the desk: one code for each, its words in the word files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.flow.pages import Notice
from kiosk.model.doubt import Doubt
from kiosk.model.limits import MAX_PERSONS
from kiosk.model.message import Code, Label, Message, Refused, Said
from kiosk.model.source import Source

if TYPE_CHECKING:
    from kiosk.flow.proposal import Paper

QUESTIONS_OPEN = Code("notice-questions-open")
CONFLICTS_OPEN = Code("notice-conflicts-open")
SIGNATURES_OPEN = Code("notice-signatures-open")
HELD_OPEN = Code("notice-held-open")
HELD_NEEDS_REASON = Code("notice-held-needs-reason")
FREE_NEEDS_REASON = Code("notice-free-needs-reason")
UNCONFIRMED = Code("notice-unconfirmed")
LEFT_OPEN = Code("notice-left-open")
CAUTIONS_OPEN = Code("notice-cautions-open")
RETURNED_OPEN, RETURNED_MEANWHILE = Code("notice-returned-open"), Code("notice-returned-meanwhile")
ANSWERS_CLOSED = Code("notice-answers-closed")
ERASED, NOT_SENT_YET = Code("notice-erased"), Code("notice-not-sent-yet")
ERASED_NOT_THERE = Code("notice-erased-not-there")
RECORD_REFUSED = Code("notice-record-refused")
PLACE_AWAITED = Code("notice-place-awaited")
CONFIRMING = Code("notice-confirming")
SIGNATURE_VOID = Code("notice-signature-void")
NOTHING_SAID = Code("notice-nothing-said")
REFUSED_HERE = Code("notice-refused-here")
KEPT_NOT = Code("notice-not-kept")
ASKED_OFTEN = Code("notice-asked-often", "n")
NOTHING_BACK, NOTHING_ONWARD = Code("notice-nothing-back"), Code("notice-nothing-onward")
UNDONE, WENT_ONWARD = Code("notice-undone"), Code("notice-onward-again")
NO_REASON = Code("notice-no-reason")
REASON_MISSING = Code("notice-conflict-needs-reason")
CATALOGUE_EDITED = Code("trouble-catalogue-edited", "n", "first", "since")
CATALOGUE_WRONG = Code("trouble-catalogue", "n", "first", "since")
WORDS_WRONG = Code("trouble-words", "files")
CATALOGUE_REFUSED = Code("trouble-catalogue-refused", "n")
CATALOGUE_AWAITED = Code("notice-catalogue-awaited")
PURPOSE_FIRST = Code("notice-purpose-first")
TWO_VISITS = Code("notice-two-visits")
PARKED_GONE = Code("notice-parked-gone")
PARKED_OPEN = Code("notice-parked-open")
PARKED_OVERTAKEN = Code("notice-parked-overtaken")
CORRECTED_ELSEWHERE = Code("notice-corrected-elsewhere", "revision")
PARKED_OTHER_FORMS = Code("notice-parked-other-forms")
_CORRECTING = Code("notice-correcting", "revision")
_ELSEWHERE = Code("notice-parked-elsewhere", "desk")
UNCHANGED = Code("notice-correction-unchanged")
SECOND_NEEDED = Code("notice-second-needed")
WITHDRAWN_ALREADY = Code("notice-withdrawn-already")
_ACCEPTED_THERE = Code("notice-accepted-there", "desk")
_PARKED_NOTE = Code("notice-parked-note", "note")
ID_SHORT = Code("notice-id-short")
ID_PHOTO = Code("notice-id-photo")
ID_NOTICE = Code("notice-id-notice")
APPLICANT_FIRST = Code("notice-extract-applicant-first")
EXTRACT_UNUSED = Code("notice-extract-unused")
EXTRACT_TWICE = Code("notice-extract-twice")
PREENTRY_OTHER_EVENT = Code("notice-preentry-other-event")
PREENTRY_TWICE = Code("notice-preentry-twice")
PREENTRY_UNUSED = Code("notice-preentry-unused")
NOTHING_TAKEN = Code("notice-nothing-taken")
DECIDE_FIRST = Code("notice-decide-first")
CARD_EXPIRED = Code("notice-card-expired")
CARD_DOUBTFUL = Code("notice-card-doubtful")
CARD_GONE = Code("notice-card-gone")
CARD_WRONG_SECRET = Code("notice-card-wrong-secret")
CARD_BAD_SECRET = Code("notice-card-bad-secret")
CARD_LAST_TRY = Code("notice-card-last-try")
CARD_BLOCKED = Code("notice-card-blocked")
CARD_WRONG = Code("notice-card-wrong")
CARD_UNREADABLE = Code("notice-card-unreadable")
NO_READER = Code("notice-card-no-reader")
_NOT_TAKEN = Code("notice-not-taken", "field", "why")
_CARD_MATCHED = Code("notice-card-matched", "person")
_CARD_ADDED = Code("notice-card-added", "person")
_NOT_LISTED = Code("notice-extract-not-listed", "person")
_ASKED_ANEW = Code("notice-asked-anew", "each")
_NAMESAKE = Code("notice-namesake", "person")
_PEOPLE_LIMIT = Code("notice-people-limit", "limit")
_TAKEN = {
    Source.EXTRACT: Code("notice-extract-taken", "n"),
    Source.REGISTER: Code("notice-register-taken", "n"),
    Source.PREENTRY: Code("notice-preentry-taken", "n"),
}
_UNUSED = {Source.EXTRACT: EXTRACT_UNUSED, Source.PREENTRY: PREENTRY_UNUSED}
_LEFT_OUT = Code("notice-extract-left-out", "each")
_TAKEN_FOR, _REWORDED = Code("notice-extract-taken-for", "encoding"), Code("notice-extract-reworded", "each")
_LEFT, _PASSED = Code("extract-left", "why", "n"), Code("notice-extract-passed", "each")
_HOME_UNKNOWN = Code("notice-preentry-unknown", "keys")
_SAME, _ANOTHER = Code("decided-same", "why"), Code("decided-another", "why")
_WIDTH, _LETTERS, _ALIAS = Code("doubt-width"), Code("doubt-letters"), Code("doubt-alias")
_ORDER, _READING, _SCRIPT = Code("doubt-order"), Code("doubt-reading"), Code("doubt-script")
_FAMILY_NAME, _BIRTH_SPELLING = Code("doubt-family-name"), Code("doubt-birth-spelling")
_GIVEN_NAME, _CUT = Code("doubt-given-name"), Code("doubt-cut")
_BIRTH_MISSING, _NAME_MISSING = Code("doubt-birth-missing"), Code("doubt-name-missing")
DOUBTS = {
    Doubt.WIDTH: _WIDTH,
    Doubt.LETTERS: _LETTERS,
    Doubt.CUT: _CUT,
    Doubt.ALIAS: _ALIAS,
    Doubt.ORDER: _ORDER,
    Doubt.READING: _READING,
    Doubt.SCRIPT: _SCRIPT,
    Doubt.FAMILY_NAME: _FAMILY_NAME,
    Doubt.GIVEN_NAME: _GIVEN_NAME,
    Doubt.BIRTH_SPELLING: _BIRTH_SPELLING,
    Doubt.BIRTH_MISSING: _BIRTH_MISSING,
    Doubt.NAME_MISSING: _NAME_MISSING,
}
"""Why it is not sure whether two descriptions mean one person."""

CARDS = {
    "gone": CARD_GONE,
    "wrong_secret": CARD_WRONG_SECRET,
    "bad_secret": CARD_BAD_SECRET,
    "last_try": CARD_LAST_TRY,
    "blocked": CARD_BLOCKED,
    "wrong_card": CARD_WRONG,
    "unreadable": CARD_UNREADABLE,
    "no_reader": NO_READER,
}
"""What came of a card that gave nothing, by the name of its outcome."""

TOLD_AT_THE_CARD = frozenset(code.key for code in (CARD_EXPIRED, CARD_DOUBTFUL, *CARDS.values()))
"""What the panel of the card reader says itself, where the clerk is looking."""


def information(code: Code) -> Notice:
    """How it stands; nothing is asked of anybody."""
    return Notice(kind="info", message=code())


def warning(code: Code) -> Notice:
    """What a person must do something about."""
    return Notice(kind="warning", message=code())


def not_taken(field: str, refused: Refused) -> Notice:
    """What a card or a paper says of one field cannot be kept: which, and why; never the value."""
    return Notice(kind="warning", message=_NOT_TAKEN(field=field, why=refused.message))


def card_matched(name: str) -> Notice:
    """A card was another member's than the one it was read for."""
    return Notice(kind="info", message=_CARD_MATCHED(person=Said(name)))


def card_added(name: str) -> Notice:
    """A card was nobody's who is here: its holder joins them."""
    return Notice(kind="info", message=_CARD_ADDED(person=Said(name)))


def not_listed(name: str) -> Notice:
    """Somebody is here by their card whom the paper does not list."""
    return Notice(kind="warning", message=_NOT_LISTED(person=Said(name)))


def asked_anew(keys: Iterable[str]) -> Notice:
    """Answers that another answer has overtaken, by what they are called."""
    return Notice(kind="warning", message=_ASKED_ANEW(each=tuple(Label(key) for key in keys)))


def namesake(name: str) -> Notice:
    """Two members share a name since a source was taken; perhaps one of them is a typing mistake."""
    return Notice(kind="warning", message=_NAMESAKE(person=Said(name)))


def colleagues_note(note: str) -> Notice:
    """What a colleague left for whoever goes on with a visit."""
    return Notice(kind="info", message=_PARKED_NOTE(note=Said(note)))


def parked_elsewhere(desk: str) -> Notice:
    """A visit that somebody goes on with at another window now."""
    return Notice(kind="warning", message=_ELSEWHERE(desk=Said(desk)))


def accepted_there(desk: str) -> Notice:
    """A case that another machine of the office accepted: what leaves because of it leaves there."""
    return Notice(kind="warning", message=_ACCEPTED_THERE(desk=Said(desk)))


def correcting(revision: int) -> Notice:
    """An accepted case is being corrected; what was accepted stands until the correction is confirmed."""
    return Notice(kind="info", message=_CORRECTING(revision=revision))


def people_limit() -> Notice:
    """The visit holds no more people; said before anything is taken."""
    return Notice(kind="warning", message=_PEOPLE_LIMIT(limit=MAX_PERSONS))


def taken(paper: Paper) -> tuple[Notice, ...]:
    """How many people a paper gave; who and what of it was left out, and why."""
    left = tuple(_LEFT(why=why, n=n) for why, n in paper.left_out.items())
    found = [Notice(kind="success", message=_TAKEN[paper.origin](n=len(paper.persons)))]
    found += [Notice(kind="warning", message=_LEFT_OUT(each=left))] if left else []
    found += [Notice(kind="warning", message=_PASSED(each=paper.passed))] if paper.passed else []
    found += [Notice(kind="info", message=_REWORDED(each=paper.reworded))] if paper.reworded else []
    found += [Notice(kind="warning", message=_TAKEN_FOR(encoding=Said(paper.taken_for)))] if paper.taken_for else []
    return tuple(found)


def preentry_unknown(keys: tuple[str, ...]) -> Notice:
    """Answers from home to questions that this catalogue does not ask residents (any more)."""
    return Notice(kind="warning", message=_HOME_UNKNOWN(keys=keys))


def unused(paper: Paper | None) -> Notice:
    """A paper on which the applicant does not stand; nothing of it is shown."""
    return information(_UNUSED[paper.origin if paper is not None else Source.EXTRACT])


def decided_same(why: Code) -> Message:
    """The reason that stays with a name: who it is was decided by a person."""
    return _SAME(why=why())


def decided_another(why: Code) -> Message:
    """The reason that stays with a name: that it is somebody else was decided by a person."""
    return _ANOTHER(why=why())
