"""Which questions would decide what is still open: from an undecided expression back to facts a person can say."""

from kiosk.flow.cel import Expression, Unknown
from kiosk.flow.known import Known
from kiosk.model.vocabulary import person_of

Seen = frozenset[str]


def open_facts(known: Known, expression: Expression, *, person: str = "", key: str = "") -> tuple[str, ...]:
    """Askable paths behind an undecided expression; `key` is what CEL stumbled over and narrows the choice."""
    return tuple(_through(known, expression.refs, person, key, frozenset()))


def askable(known: Known, path: str, seen: Seen = frozenset()) -> tuple[str, ...]:
    """The questions that would give this fact: itself, or the inputs of what it is derived from; empty when known."""
    item = known.book.vocabulary.item(path)
    if item is None or path in seen or path in known.facts:
        return ()
    derived = known.book.derivation.get(item.key)
    if item.ask and not item.ask_when and derived is None:
        return (path,)
    found: dict[str, None] = {}
    if item.ask_when:
        condition = known.book.language.rule(item.ask_when)
        answer = known.ask(condition, person_of(path))
        if answer is True:
            return (path,)
        if isinstance(answer, Unknown):
            found |= _through(known, condition.refs, person_of(path), answer.key, seen | {path})
    if derived is not None:
        refs = (*derived.value.refs, *_taken(known, derived.rule.of, derived.value, person_of(path)))
        found |= _through(known, refs, person_of(path), known.unknown.get(path, ""), seen | {path})
    return tuple(found)


def _taken(known: Known, of: str, value: Expression, person: str) -> tuple[str, ...]:
    """The fact that a derivation with `of` takes over, once it is known whose."""
    holder = known.ask(value, person) if of else ""
    return (f"person[{holder}]{of.removeprefix('person')}",) if isinstance(holder, str) and holder else ()


def _through(known: Known, refs: tuple[str, ...], person: str, key: str, seen: Seen) -> dict[str, None]:
    paths = [path for ref in refs for path in known.paths(ref, person)]
    stumbled = [path for path in paths if key in path.split(".") and known.value(path) is None]
    found: dict[str, None] = {}
    for path in stumbled or paths:
        found |= dict.fromkeys(askable(known, path, seen))
    return found
