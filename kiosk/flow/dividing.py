"""Where 氏 ends in a name that was typed without a space: an answer that must begin the name, and falls with it."""

from collections.abc import Iterator

from kiosk.model.case import Case
from kiosk.model.fact import Value
from kiosk.model.message import Code, Label, Refused
from kiosk.model.names import divide_name, split_name
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.source import Source
from kiosk.model.vocabulary import Item, Vocabulary

_NO_BEGINNING, _FAMILY_ALONE = Code("name-not-divided"), Code("name-family-alone")


def divided(case: Case, path: str, *, item: Item, read: Value) -> Value | Refused:
    """The 氏, from the 氏 itself or from the whole name with a space; refused where the name does not begin with it."""
    whole = case.ledger.value(person_path(person_of(path), item.beside[0])) if item.beside else None
    if not isinstance(whole, str) or not isinstance(read, str):
        return read
    parts = split_name(read)
    if parts and "".join(parts) == "".join(whole.split()):
        return parts[0]
    found = divide_name(whole, read)
    return found[0] if found else Refused(Label(item.key), _NO_BEGINNING(), _FAMILY_ALONE())


def stale(case: Case, path: str, vocabulary: Vocabulary) -> Iterator[tuple[str, Source]]:
    """Answers that completed a fact as it was before: (path, source)."""
    whole = case.ledger.value(path)
    for item in vocabulary.beside.get(key_of(path), ()):
        own = person_path(person_of(path), item.key)
        fact = case.ledger.current.get(own)
        said = fact.value if fact is not None else None
        fits = isinstance(whole, str) and isinstance(said, str) and divide_name(whole, said) is not None
        if fact is not None and isinstance(said, str) and not fits:
            yield own, fact.source
