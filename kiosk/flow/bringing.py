"""What people bring: members come and go, cards and extracts are read into the visit."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.flow.actions import AddPerson, RemovePerson, ReportCard, UseCard, UseExtract
from kiosk.flow.fits import given_facts
from kiosk.flow.notices import CARDS, warning
from kiosk.flow.sources import asked_again, given, new_person
from kiosk.flow.turn import Turn
from kiosk.model.case import Case
from kiosk.model.fact import Fact, Source
from kiosk.model.path import person_of

if TYPE_CHECKING:
    from kiosk.model.card import CardOutcome

MAX_PERSONS = 20


def change_people(turn: Turn, action: AddPerson | RemovePerson) -> None:
    """Members more or one less; the first one, who came, always stays."""
    case = turn.case
    if isinstance(action, AddPerson):
        persons = _more(case, action.people)
    else:
        kept = tuple(person for person in case.persons if person != action.person)
        persons = kept if action.person != case.persons[0] else case.persons
    turn.change(typed={path: said for path, said in turn.state.typed.items() if person_of(path) in {"", *persons}})
    _joined(turn, case.model_copy(update={"persons": persons}), ())


def _more(case: Case, people: int) -> tuple[str, ...]:
    """The members with as many new ones as fit."""
    persons = case.persons
    for _ in range(min(people, MAX_PERSONS - len(persons))):
        persons = (*persons, new_person(case, persons))
    return persons


def use_source(turn: Turn, action: UseCard | UseExtract | ReportCard) -> None:
    """A card or an extract gives facts; a card that could not be read only says so."""
    if isinstance(action, ReportCard):
        _report(turn, action.outcome)
        return
    source = Source.CARD if isinstance(action, UseCard) else Source.EXTRACT
    case, facts, notices = given(turn.case, action, vocabulary=turn.outside.book.vocabulary)
    facts, refused = given_facts(facts, limits=turn.outside.limits, label=turn.outside.wording.about)
    turn.notices += notices + refused
    _joined(turn, case, [turn.fact(path, value, source=source) for path, value in facts.items()])


def _report(turn: Turn, outcome: "CardOutcome") -> None:
    from kiosk.model.card import CardFace

    if not isinstance(outcome, CardFace):
        turn.tell(warning(CARDS[outcome.outcome]))


def _joined(turn: Turn, case: Case, facts: Iterable[Fact]) -> None:
    """Add facts; who in the household something is true of was said without a new member and is asked again."""
    again = turn.cleared(asked_again(turn.case, case, turn.outside.book.vocabulary))
    turn.retake(turn.with_facts(case, [*again, *facts]))
