"""Whether a value can travel: what nobody sees, and what is longer or greater than the record takes, is refused here.

The same rules for what is typed, what a widget puts together and what a card or a paper gives, so that nothing that
was confirmed is refused on its way.
"""

from collections.abc import Callable, Iterator, Mapping

from kiosk.flow.notices import not_taken
from kiosk.flow.pages import Notice
from kiosk.model.address import Address
from kiosk.model.fact import Value
from kiosk.model.letters import hankaku, has_hidden, has_private, length, turns_direction, without_widthless
from kiosk.model.limits import BOUNDLESS, Limit
from kiosk.model.message import Code, Label, Refused
from kiosk.model.path import key_of
from kiosk.model.vocabulary import Item
from kiosk.model.wareki import PartialDate, caution

_UNSEEN, _SEEN = Code("answer-unseen"), Code("answer-seen")
_DIRECTION = Code("answer-direction")
_PRIVATE, _AS_PRINTED = Code("answer-private"), Code("answer-as-printed")
_LONG, _LETTERS = Code("answer-too-long", "count"), Code("answer-letters", "limit")
_GREAT, _MOST = Code("answer-too-great"), Code("answer-most", "limit")
_WIDE, _HALF = Code("answer-not-half"), Code("answer-half")
_ON_CALENDAR = Code("answer-on-calendar")


def unseen(key: str, words: str) -> Refused | None:
    """A sign nobody sees (control, direction) would be refused on the way; a line break becomes a space.

    外字 of another place are seen there alone: what is printed has to be typed.
    """
    if has_private(words):
        return Refused(Label(key), _PRIVATE(), _AS_PRINTED())
    if turns_direction(words):
        return Refused(Label(key), _DIRECTION(), _SEEN())
    return Refused(Label(key), _UNSEEN(), _SEEN()) if has_hidden(words) else None


def too_much(key: str, value: Value, limit: Limit) -> Refused | None:
    """A value that its columns cannot hold; lengths are letters as a person counts them."""
    if isinstance(value, int) and limit.most and value > limit.most:
        return Refused(Label(key), _GREAT(), _MOST(limit=limit.most))
    text = _written(value)
    if limit.letters and length(text) > limit.letters:
        return Refused(Label(key), _LONG(count=length(text)), _LETTERS(limit=limit.letters))
    if limit.half and text and not (hankaku(text).isascii() and hankaku(text).isprintable()):
        return Refused(Label(key), _WIDE(), _HALF())
    return None


def fits(key: str, value: Value, limit: Limit) -> Refused | None:
    """None when a value that nobody typed can travel as it is."""
    found = (unseen(key, text) for text in _texts(value))
    return next((refused for refused in found if refused), None) or too_much(key, value, limit)


def impossible(item: Item, value: Value) -> Refused | None:
    """A day outside the calendar, where only days of the calendar can be meant: a deadline could not be counted."""
    found = caution(value) if isinstance(value, PartialDate) and not item.off_calendar else None
    return found and Refused(Label(item.key), found.message, _ON_CALENDAR())


def given_facts(
    facts: Mapping[str, Value], *, items: Mapping[str, Item], limits: Mapping[str, Limit], label: Callable[[str], str]
) -> tuple[dict[str, Value], tuple[Notice, ...]]:
    """What can be taken of a card or a paper, less signs without width; and what cannot, told field by field."""
    taken: dict[str, Value] = {}
    notices: list[Notice] = []
    for path, value in facts.items():
        key, bare = key_of(path), without_unseen(value)
        refused = fits(key, bare, limits.get(key, BOUNDLESS))
        refused = refused or (impossible(items[key], bare) if key in items else None)
        if refused is None:
            taken[path] = bare
        else:
            notices.append(not_taken(label(path), refused))
    return taken, tuple(dict.fromkeys(notices))


def _texts(value: Value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            yield from value
        case Address():
            yield from (part for part in value.model_dump().values() if isinstance(part, str))
        case PartialDate():
            yield value.unknown_text or ""
        case _:
            return


def _written(value: Value) -> str:
    """The value as the one text that its column is measured by."""
    match value:
        case str():
            return value
        case tuple():
            return "、".join(value)
        case Address():
            return value.text
        case PartialDate():
            return value.unknown_text or ""
        case _:
            return ""


def without_unseen(value: Value) -> Value:
    """A value that was read, less signs without width."""
    match value:
        case str():
            return without_widthless(value)
        case Address():
            texts = {name: part for name, part in value.model_dump().items() if isinstance(part, str)}
            return value.model_copy(update={name: without_widthless(part) for name, part in texts.items()})
        case PartialDate():
            wording = value.unknown_text
            return value if wording is None else value.model_copy(update={"unknown_text": without_widthless(wording)})
        case _:
            return value
