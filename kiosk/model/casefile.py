"""A visit written down: who comes, with which cards and papers, and what they answer - the persona format."""

from datetime import date
from typing import Literal

from pydantic import Field

from kiosk.model.base import Frozen
from kiosk.model.fact import Signature

UNKNOWN = "わからない"
"""The answer that leaves a question to the department."""

ON_PAPER = "紙"
"""In the place of a signature's strokes: this member signs the printed paper."""


class Expectation(Frozen):
    """What a persona must get; every entry may be left out. Procedures, forms, days and holds follow from the law.

    `procedures` and `forms` are the ids that are needed. `deadlines` are the days by which counted procedures are due;
    needed ones that are not named have no day. `asked` is exactly how many facts are asked, by what lies on the
    counter: no_card, cards, cards_and_extract; `questions` are their paths without a card, in any order. `held` are
    procedures that nobody can decide at the counter. `warnings` are what the look before printing says, each after
    the key of its form.
    """

    procedures: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    deadlines: dict[str, date] = {}
    asked: dict[str, int] = {}
    questions: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class CaseFile(Frozen):
    """`answers` are words by path, as a clerk types them (UNKNOWN: held); `cards` are sample card ids by member.

    `also` are events that are taken together with the first one.
    `later` are procedures that are left for another day; everything held counts as accepted by who writes the visit.

    `signatures` are the strokes of each member who signs; without strokes the printed paper is signed.

    `decisions` are what a person says, one after another, when it is asked whose a card or a paper is.
    """

    title: str
    event: str
    also: tuple[str, ...] = ()
    today: date
    persons: tuple[str, ...]
    answers: dict[str, str]
    cards: dict[str, str] = {}
    extract: str = ""
    decisions: tuple[Literal["同じ方", "別の方"], ...] = ()
    signatures: dict[str, Signature] = {}
    later: tuple[str, ...] = ()
    expect: Expectation = Field(default_factory=Expectation)
