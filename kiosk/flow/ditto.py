"""同上: an answer that says the same as the member above, as one writes it in a column of a form."""

from kiosk.model.case import Case
from kiosk.model.ditto import says_the_same
from kiosk.model.fact import Held, Value
from kiosk.model.message import Code, Label, Refused
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.facts import Facts

_NOTHING_ABOVE, _IN_WORDS = Code("answer-ditto"), Code("answer-ditto-in-words")
_OWN = frozenset({Type.NAME, Type.KANA, Type.SIGNATURE, Type.RELATION})


def same_as_above(case: Case, facts: Facts, path: str, *, item: Item, words: str) -> Value | Refused | None:
    """What is known of the nearest member above, of whom it is known; None for other words.

    What comes of it is the value itself, so that it stands in the field to be seen. Refused where there is nothing to
    repeat: nobody stands above, or it is one's own (a name). `case` is what was said until now, `facts` what follows.
    """
    if not says_the_same(words):
        return None
    person, members = person_of(path), case.persons
    above = reversed(members[: members.index(person)]) if person in members and item.type not in _OWN else ()
    paths = (person_path(each, key_of(path)) for each in above)
    known = (case.ledger.value(each) or facts.value(each) for each in paths)
    found = next((value for value in known if value is not None and not isinstance(value, Held)), None)
    return Refused(Label(item.key), _NOTHING_ABOVE(), _IN_WORDS()) if found is None else found


def repeated(key: str, words: str) -> Refused | None:
    """Refused for words that a widget put together and that only repeat."""
    return Refused(Label(key), _NOTHING_ABOVE(), _IN_WORDS()) if says_the_same(words) else None
