"""手続のきっかけ as data: what a visit can be about, and what that opens, says, asks and triggers."""

from typing import Literal

from pydantic import Field

from kiosk.model.base import Frozen


class Joins(Frozen):
    """あわせて受ける用件: what an event brings to a visit about another one: procedures, answers of case.requests."""

    procedures: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()


class LifeEvent(Frozen):
    """手続のきっかけ: its name, the facts it opens with, and the procedures it can trigger.

    `inside` and `outside` name the addresses that lie in this city, or do not: 転入 leads into it, 転出 out of it.
    `spared` are facts for want of which nothing is held here, though a form that is shared calls them essential.
    `order` is its place on the start page; `presets` are facts that the event itself says; `codes` narrows a code
    list (case.event_type) to what fits it; `future` names dates that may lie ahead here (転出予定日); `asks` are a
    clerk's words for a question, by key, `words` those for an answer, by key and code, and `headings` the words over
    a section, where this event needs others than the vocabulary's. `first_section` stands before the others here
    (証明書: what comes before who). `usual` are the answers, by key, that nearly everybody gives: a resident alone at a
    terminal is not asked for them, sees them with the others and changes what is different. `persons` is how many
    people a visit is about at least (出生: the one who came and the child); without `household` it is about who came
    alone, and how many is not asked there. `picture` is shown there, and `pictures` beside answers, by key and code.
    `joins`: it can be taken together with another event, which then says what the day is about; two that have none
    are two visits. `suggested_by`: what speaks for it when it is read before anything is said.
    """

    id: str
    name: str
    order: int = Field(default=99, ge=0, le=9999)
    opening: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    presets: dict[str, str] = {}
    usual: dict[str, str] = {}
    codes: dict[str, tuple[str, ...]] = {}
    future: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    asks: dict[str, str] = {}
    headings: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    first_section: str = ""
    persons: int = Field(default=1, ge=1, le=20)
    household: bool = True
    picture: str = ""
    pictures: dict[str, dict[str, str]] = {}
    joins: Joins | None = None
    suggested_by: Literal["", "card", "extract"] = ""
