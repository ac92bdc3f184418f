"""同上: an answer that says the same as the member above, as one writes it in a column of a form."""

from kiosk.model.fact import Held, Value
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.facts import Facts

_DITTO = frozenset({"同上", "〃", "々", "同じ", "おなじ"})
_OWN = frozenset({Type.NAME, Type.KANA, Type.SIGNATURE, Type.RELATION})


def same_as_above(facts: Facts, path: str, item: Item, words: str) -> Value | None:
    """What is known of the nearest member above, of whom it is known; None for other words, and for what is one's own.

    What comes of it is the value itself, so that it stands in the field to be seen.
    """
    person, members = person_of(path), facts.case.persons
    if words.strip() not in _DITTO or item.type in _OWN or person not in members:
        return None
    above = reversed(members[: members.index(person)])
    known = (facts.value(person_path(each, key_of(path))) for each in above)
    return next((value for value in known if value is not None and not isinstance(value, Held)), None)
