"""Everything a visit can tell the person at the desk: one code for each, its words in the word files."""

from kiosk.flow.pages import Notice
from kiosk.model.message import Code, Refused

QUESTIONS_OPEN = Code("notice-questions-open")
CONFLICTS_OPEN = Code("notice-conflicts-open")
SIGNATURES_OPEN = Code("notice-signatures-open")
RECORD_REFUSED = Code("notice-record-refused")
PLACE_AWAITED = Code("notice-place-awaited")
CONFIRMING = Code("notice-confirming")
SIGNATURE_VOID = Code("notice-signature-void")
REASON_MISSING = Code("notice-conflict-needs-reason")
CATALOGUE_WRONG = Code("trouble-catalogue", "n", "first", "since")
CATALOGUE_REFUSED = Code("trouble-catalogue-refused", "n")
CATALOGUE_AWAITED = Code("notice-catalogue-awaited")
PARKED_GONE = Code("notice-parked-gone")
PARKED_OPEN = Code("notice-parked-open")
PARKED_OTHER_FORMS = Code("notice-parked-other-forms")
ID_SHORT = Code("notice-id-short")
ID_PHOTO = Code("notice-id-photo")
APPLICANT_FIRST = Code("notice-extract-applicant-first")
EXTRACT_UNUSED = Code("notice-extract-unused")
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
