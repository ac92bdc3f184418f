"""A visit written down: who comes, with which cards and papers, and what they answer - the persona format."""

from datetime import date

from kiosk.model.base import Frozen
from kiosk.model.fact import Signature


class Expectation(Frozen):
    """What a persona must get; every entry may be left out."""

    procedures: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    asked: dict[str, int] = {}
    warnings: tuple[str, ...] = ()


class CaseFile(Frozen):
    """`answers` are words by path, as a clerk would type them; `cards` are sample card ids by member."""

    title: str
    event: str
    today: date
    persons: tuple[str, ...]
    answers: dict[str, str]
    cards: dict[str, str] = {}
    extract: str = ""
    signatures: dict[str, Signature] = {}
    expect: Expectation = Expectation()
