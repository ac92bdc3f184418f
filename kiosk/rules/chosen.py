"""Who can be chosen where a question names members: those who are not known to be out of it."""

from kiosk.model.vocabulary import Item, Type
from kiosk.rules.facts import Facts


def choosable(facts: Facts, item: Item) -> tuple[str, ...]:
    """The members that an item of type PERSON or PERSONS can name, in order; `among` undecided keeps a member."""
    people = facts.case.persons
    if not item.among or item.type not in {Type.PERSON, Type.PERSONS}:
        return people
    answers = facts.ask_all(facts.book.language.rule(item.among))
    return tuple(person for person in people if answers[person] is not False)
