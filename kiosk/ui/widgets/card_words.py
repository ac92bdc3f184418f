"""What every answer of a card means for the clerk: what happened and what to do now."""

from typing import assert_never

from kiosk.model.card import (
    BadSecret,
    Blocked,
    CardFace,
    CardGone,
    CardOutcome,
    LastTry,
    NoReader,
    Secret,
    Unreadable,
    WrongCard,
    WrongSecret,
)
from kiosk.ui.widgets.message import Mood
from kiosk.words import Words


def message(words: Words, outcome: CardOutcome) -> tuple[str, Mood]:
    """The words and the mood of one outcome. Never a name, never a digit that was typed."""
    match outcome:
        case CardFace():
            return _face(words, outcome)
        case WrongSecret() | LastTry() | Blocked() | BadSecret():
            return _secret(words, outcome)
        case CardGone():
            return words("card-gone"), Mood.WARNING
        case WrongCard(kind=kind):
            return words(f"card-wrong-{kind}"), Mood.ERROR
        case Unreadable(staff_code=code):
            return words("card-unreadable", code=code), Mood.ERROR
        case NoReader(staff_code=code):
            return words("card-no-reader", code=code), Mood.ERROR
        case _:
            assert_never(outcome)


def _secret(words: Words, outcome: WrongSecret | LastTry | Blocked | BadSecret) -> tuple[str, Mood]:
    name, key = secret_name(words, outcome.secret), outcome.secret.value.replace("_", "-")
    match outcome:
        case WrongSecret(tries_left=tries):
            return words("card-wrong-secret", secret=name, tries=tries), Mood.ERROR
        case LastTry():
            return words("card-last-try", secret=name), Mood.WARNING
        case Blocked():
            return words(f"card-blocked-{key}"), Mood.ERROR
        case BadSecret():
            return words(f"card-bad-{key}"), Mood.ERROR
        case _:
            assert_never(outcome)


def _face(words: Words, face: CardFace) -> tuple[str, Mood]:
    parts = [words("card-read")]
    if face.expired:
        parts.append(words("card-expired"))
    if face.doubtful:
        parts.append(words("card-doubtful", letters="　".join(face.doubtful)))
    return "\n".join(parts), Mood.WARNING if face.expired or face.doubtful else Mood.SUCCESS


def secret_name(words: Words, secret: Secret) -> str:
    """暗証番号 or 照合番号B."""
    return words(f"secret-{secret.value.replace('_', '-')}")
