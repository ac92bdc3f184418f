"""What the person at the desk says: answers, holds, approvals and settled conflicts become facts of the case."""

from typing import assert_never

from kiosk.flow.actions import Answer, Approve, Clear, HandOff, HandOver, Hold, Put, Resolve, SayAll, Tell
from kiosk.flow.addresses import misplaced, unlike
from kiosk.flow.case_checks import id_notices
from kiosk.flow.ditto import repeated, same_as_above
from kiosk.flow.dividing import divided, stale
from kiosk.flow.fits import fits
from kiosk.flow.holders import ask_earlier
from kiosk.flow.notices import REASON_MISSING, warning
from kiosk.flow.parse_answer import Reader
from kiosk.flow.people import BIRTH, NAME, names
from kiosk.flow.sources import disowned, withdrawn
from kiosk.flow.turn import Turn
from kiosk.model.address import Address
from kiosk.model.audit import reason
from kiosk.model.base import Issue
from kiosk.model.fact import Cleared, Fact, Held, Value
from kiosk.model.limits import BOUNDLESS
from kiosk.model.message import Refused
from kiosk.model.numbers import holds_my_number
from kiosk.model.path import key_of, person_of
from kiosk.model.source import Source
from kiosk.model.vocabulary import Item, Type
from kiosk.rules.book import RuleBook
from kiosk.rules.chosen import choosable
from kiosk.rules.facts import Facts
from kiosk.rules.keys import ROLE

CHOSEN = frozenset({Type.BOOL, Type.CODE, Type.CODES})
"""What a resident can answer on their own screen: one touch, or several."""

Saying = Answer | Put | Hold | Clear | Approve | Resolve


def say(turn: Turn, action: Saying, *, reader: Reader | None = None) -> None:
    """One thing said; what is not in the vocabulary or about nobody here changes nothing. `reader`: one at hand."""
    if not isinstance(action, Approve) and not _askable(turn, action.path):
        return
    match action:
        case Answer():
            _answer(turn, action, reader or _reader(turn))
        case Put():
            _put(turn, action)
        case Hold():
            _utter(turn, turn.fact(action.path, Held()))
        case Clear():
            _utter(turn, turn.fact(action.path, Cleared()))
        case Approve():
            said = frozenset(action.paths)
            turn.change(approved=turn.state.approved | said, changed=turn.state.changed - said)
        case Resolve():
            _resolve(turn, action)
        case _:
            assert_never(action)


def say_more(turn: Turn, action: SayAll | HandOff | HandOver | Tell) -> None:
    """Everything at once, worked out together, who is meant by a name last (see `_pass`); or a clerk takes over; or
    what is said on the resident's own screen.
    """
    if isinstance(action, HandOff):
        say(turn, Hold(path=ROLE))
        return
    if isinstance(action, HandOver | Tell):
        _unseen(turn, action)
        return
    turn.batch = True
    for pass_ in range(3):
        reader = _reader(turn)
        for answer in action.said:
            if _pass(turn, answer.path) == pass_:
                say(turn, answer, reader=reader)
    turn.batch = False
    turn.retake(turn.case)


def _pass(turn: Turn, path: str) -> int:
    """What names nobody first; then who anybody can be, which may decide who can be chosen for the rest."""
    item = turn.outside.book.vocabulary.item(path)
    if item is None or item.type not in {Type.PERSON, Type.PERSONS}:
        return 0
    return 2 if item.among else 1


def _askable(turn: Turn, path: str) -> bool:
    """Whether a path is in the vocabulary and about the case or one of its members."""
    return turn.outside.book.vocabulary.item(path) is not None and person_of(path) in {"", *turn.case.persons}


def _utter(turn: Turn, fact: Fact) -> None:
    """A fact joins the ledger; what somebody is still typing it replaces, and what a clerk says she has seen."""
    if fact.source is not Source.RESIDENT and fact.path in turn.state.silent:
        turn.change(silent=turn.state.silent - {fact.path})
    _understood(turn, fact.path)
    turn.split(fact)
    said = turn.case.model_copy(update={"ledger": turn.case.ledger.say(fact)})
    old = withdrawn(said) if fact.path == ROLE else tuple(stale(said, fact.path, turn.outside.book.vocabulary))
    turn.retake(turn.with_facts(said, turn.cleared(old)))
    turn.notices += id_notices(turn.now, fact.path)
    if fact.path == ROLE:
        ask_earlier(turn)


def _understood(turn: Turn, path: str) -> None:
    """The words typed for a path are no longer unread; after the review every change is marked."""
    typed = {other: said for other, said in turn.state.typed.items() if other != path}
    changed = turn.state.changed | {path} if turn.state.reviewed else turn.state.changed
    if typed != turn.state.typed or changed != turn.state.changed:
        turn.change(typed=typed, changed=changed)


def _answer(turn: Turn, action: Answer, reader: Reader) -> None:
    item = turn.outside.book.vocabulary.item(action.path)
    if item is None:
        return
    above = same_as_above(turn.case, turn.now.facts, action.path, item=item, words=action.text)
    read = reader.read(item, action.text) if above is None else above
    if not isinstance(read, Refused):
        read = divided(turn.case, action.path, item=item, read=read)
    if not isinstance(read, Refused):
        _utter(turn, turn.fact(action.path, read))
        return
    kept = "" if holds_my_number(action.text) else action.text  # a 個人番号 is never written down, nor is a draft of it
    turn.change(typed={**turn.state.typed, action.path: (kept, read)})
    if not action.typing:
        take_back_unread(turn)


def _unseen(turn: Turn, action: HandOver | Tell) -> None:
    """A question goes over to the resident, or back; of what they choose only one of the choices counts."""
    item, silent, path = turn.outside.book.vocabulary.item(action.path), turn.state.silent, action.path
    if item is None or not _askable(turn, path):
        return
    if isinstance(action, HandOver):
        turn.change(silent=silent | {path} if action.on and item.type in CHOSEN else silent - {path})
    elif path in silent and _choice(turn, item, action.value):
        _utter(turn, turn.fact(path, action.value, source=Source.RESIDENT))


def _choice(turn: Turn, item: Item, value: Value) -> bool:
    """Whether a value is a choice, or some of the choices, of a question as it is asked at this visit."""
    if item.type is Type.BOOL:
        return isinstance(value, bool)
    event, vocabulary = turn.outside.book.purpose(turn.case), turn.outside.book.vocabulary
    codes = set(event.codes.get(item.key) or vocabulary.codes.get(item.codes, ()))
    if item.type is Type.CODES:
        return isinstance(value, tuple) and codes.issuperset(value)
    return item.type is Type.CODE and value in codes


def _put(turn: Turn, action: Put) -> None:
    """What a widget put together stands, unless the record could not carry it."""
    key = key_of(action.path)
    address = action.value if isinstance(action.value, Address) else None
    refused = fits(key, action.value, turn.outside.limits.get(key, BOUNDLESS))
    if refused is None and address is not None:
        refused = (
            repeated(key, address.text)
            or unlike(key, address)
            or (elsewhere(turn, action.path, address) if address.city else None)
        )
    if refused is None:
        _utter(turn, turn.fact(action.path, action.value))
        return
    turn.change(typed={**turn.state.typed, action.path: (address.text if address else "", refused)})
    take_back_unread(turn)


def elsewhere(turn: Turn, path: str, address: Address) -> Refused | None:
    """Why an address does not lie where this occasion wants it; its city is known once it is in parts."""
    book = turn.outside.book
    return misplaced(key_of(path), address, event=book.purpose(turn.case), city=book.city)


def take_back_unread(turn: Turn) -> None:
    """What was said before no longer stands where the last words cannot be read: typing has ended there."""
    unread = [path for path in turn.state.typed if path in turn.case.ledger.current]
    ledger = turn.case.ledger
    for path in unread:
        ledger = ledger.say(turn.fact(path, Cleared()))
    if unread:
        turn.retake(turn.case.model_copy(update={"ledger": ledger}))


def _reader(turn: Turn) -> Reader:
    book, case, facts = turn.outside.book, turn.case, turn.now.facts
    known = facts if not turn.batch else Facts(case, book, facts, only=_choosing(book))  # nothing followed yet
    return Reader(
        vocabulary=book.vocabulary,
        today=case.today,
        members=names(known, turn.outside.wording),
        event=book.purpose(case),
        limits=turn.outside.limits,
        among=lambda item: choosable(known, item),
    )


def _choosing(book: RuleBook) -> frozenset[str]:
    """The keys that names and the choice of members look at."""
    conditions = (item.among for item in book.vocabulary.items if item.among)
    return frozenset({NAME, BIRTH}).union(*(book.keys_in(text) for text in dict.fromkeys(conditions)))


def _resolve(turn: Turn, action: Resolve) -> None:
    conflict = next((found for found in turn.now.conflicts if found.path == action.path), None)
    chosen = next((fact for fact in conflict.facts if fact.source is action.source), None) if conflict else None
    why = reason(action.reason)
    if chosen is None or isinstance(why, Issue):
        turn.tell(warning(REASON_MISSING))
        return
    turn.add([turn.fact(action.path, chosen.value, source=chosen.source, reason=why)])
    if gone := disowned(turn.case, person_of(action.path)):
        turn.add(turn.cleared(gone))
