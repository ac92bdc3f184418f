"""The Japanese words of the program, for tests that say what somebody reads."""

from pathlib import Path

from kiosk.model.base import Issue
from kiosk.model.message import Label, Message, Refused
from kiosk.words import Words

WORDS = Words.load(Path(__file__).resolve().parents[1] / "assets" / "words")


def lobby_words(language: str) -> Words:
    """The sentences that residents read, in a language."""
    folder = Path(__file__).resolve().parents[1] / "assets" / "words"
    texts = [(folder / room / f"{language}.ftl").read_text(encoding="utf-8") for room in ("lobby", "said")]
    return Words("\n".join(texts), language=language)


def say(message: Message) -> str:
    """A message in Japanese; a fact is called by its key."""
    return WORDS.say(message, label=_key)


def told(refused: object) -> Issue:
    """A refused answer in Japanese."""
    assert isinstance(refused, Refused)
    where = _key(refused.where) if isinstance(refused.where, Label) else say(refused.where)
    return Issue(where=where, message=say(refused.message), allowed=say(refused.allowed) if refused.allowed else "")


def _key(label: Label) -> str:
    return label.code or label.key
