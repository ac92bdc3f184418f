"""What people bring: members come and go, cards and extracts are read into the visit.

Whose a card or a row is comes first. What is sure is taken at once; about everything else a person is asked, and until
they have decided nothing of it is a fact (see `deciding`).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from kiosk.flow.actions import AddPerson, Came, RemovePerson, ReportCard, UseCard, UseExtract
from kiosk.flow.fits import given_facts
from kiosk.flow.matching import agent, free_places, holder, namesakes, new_person, settled_name, whose_card, whose_rows
from kiosk.flow.notices import (
    APPLICANT_FIRST,
    CARDS,
    EXTRACT_TWICE,
    card_added,
    card_matched,
    information,
    namesake,
    not_listed,
    people_limit,
    taken,
    unused,
    warning,
)
from kiosk.flow.proposal import Ask, Pair, Paper, Proposal
from kiosk.flow.sources import (
    addresses_given,
    agent_facts,
    asked_again,
    by_agent,
    card_facts,
    card_source,
    identified,
    looked_at,
    paper_facts,
    taken_before,
)
from kiosk.flow.turn import Turn
from kiosk.model.case import Case
from kiosk.model.fact import Fact, Value
from kiosk.model.likeness import Likeness, compare, shows_less
from kiosk.model.limits import MAX_PERSONS
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.source import FROM_CARDS, Source

if TYPE_CHECKING:
    from kiosk.model.card import CardFace, CardOutcome

_NAME = "person.name.full"

Reasons = Mapping[str, str]
"""Why a member is, or is not, who a source is about: by member, where a person decided it."""


def change_people(turn: Turn, action: AddPerson | RemovePerson | Came) -> None:
    """Members more or one less, or another one is the first: who came, and always stays."""
    case = turn.case
    if isinstance(action, Came):
        _came(turn, action.person)
        return
    if isinstance(action, AddPerson):
        persons = more_people(case, len(case.persons) + action.people)
        if len(persons) < len(case.persons) + action.people:
            turn.tell(people_limit())
    else:
        kept = tuple(person for person in case.persons if person != action.person)
        persons = kept if action.person != case.persons[0] else case.persons
    turn.change(typed={path: said for path, said in turn.state.typed.items() if person_of(path) in {"", *persons}})
    _joined(turn, case.model_copy(update={"persons": persons}), ())


def _came(turn: Turn, person: str) -> None:
    """Somebody else stands at the counter than the first one who was read, whose address is nobody else's to see."""
    case = turn.case
    if case.event or person not in case.persons[1:]:
        return
    others = tuple(each for each in case.persons if each != person)
    given = turn.cleared(addresses_given(case))
    turn.retake(turn.with_facts(case.model_copy(update={"persons": (person, *others)}), given))


def more_people(case: Case, people: int) -> tuple[str, ...]:
    """The members, and new ones until there are so many, as far as they fit."""
    persons = case.persons
    while len(persons) < min(people, MAX_PERSONS):
        persons = (*persons, new_person(case, persons))
    return persons


def use_source(turn: Turn, action: UseCard | UseExtract | ReportCard) -> None:
    """A card or an extract gives facts of who it is about; a card that could not be read only says so."""
    match action:
        case UseCard():
            _card(turn, action.person, action.face)
        case UseExtract():
            _paper(turn, action)
        case ReportCard():
            _report(turn, action.outcome)


def _report(turn: Turn, outcome: "CardOutcome") -> None:
    from kiosk.model.card import CardFace

    if not isinstance(outcome, CardFace):
        turn.tell(warning(CARDS[outcome.outcome]))


# ---- a card ----------------------------------------------------------------------------------------------------------
def _card(turn: Turn, chosen: str, face: "CardFace") -> None:
    case = turn.case
    whose = whose_card(case, chosen, face)
    match whose.likeness:
        case Likeness.SAME:
            take_card(turn, whose.person, face, chosen=chosen)
        case Likeness.UNSURE if whose.doubt is not None:
            pair = Pair(row=0, person=whose.person, doubt=whose.doubt)
            turn.change(proposal=Proposal(ask=Ask.SAME, chosen=chosen, face=face, pairs=(pair,)))
        case _ if by_agent(case) and compare(agent(case), holder(face)).likeness is Likeness.SAME:
            take_agent(turn, face)
        case Likeness.OPEN if chosen or not by_agent(case):
            take_card(turn, whose.person, face, chosen=chosen)
        case _ if chosen and chosen not in case.persons:
            take_card(turn, chosen, face, chosen=chosen)
        case _ if not case.event and not chosen and not _household_read(case):
            if take_card(turn, new_person(case), face, chosen=chosen):
                turn.tell(card_added(face.name))
        case _:
            ask = Ask.AGENT if by_agent(case) else Ask.OTHER
            turn.change(proposal=Proposal(ask=ask, chosen=whose.person or chosen, face=face))


def _household_read(case: Case) -> bool:
    """Whether a paper or the city's register has said who belongs together."""
    return any(fact.source in _REGISTERS for fact in case.ledger.facts)


def take_card(turn: Turn, person: str, face: "CardFace", *, chosen: str = "", reasons: Reasons | None = None) -> bool:
    """The facts of a card join a member, an old or a new one; False where the visit holds no more people."""
    case, new = turn.case, person not in turn.case.persons
    if new and len(case.persons) >= MAX_PERSONS:
        turn.tell(people_limit())
        return False
    joined = case.model_copy(update={"persons": (*case.persons, person)}) if new else case
    turn.notices += looked_at(face)
    take_facts(turn, joined, card_facts(joined, person, face), source=Source.CARD, reasons=reasons or {})
    if person != chosen and not new:
        turn.tell(card_matched(face.name))
    return True


def take_agent(turn: Turn, face: "CardFace", *, why: str = "") -> None:
    """The card of who came for somebody else; `why` a person said so."""
    turn.notices += looked_at(face)
    take_facts(turn, turn.case, agent_facts(face), source=Source.CARD, why=why)


# ---- a paper ---------------------------------------------------------------------------------------------------------
def _paper(turn: Turn, action: UseExtract) -> None:
    case = turn.case
    nobody, register = len(free_places(case)) == len(case.persons), action.origin is Source.REGISTER
    if nobody and (register or not case.event):
        turn.change(proposal=Proposal(ask=Ask.CAME, paper=_as_read(action)))
    elif register:
        take_paper(turn, Proposal(ask=Ask.SAME, paper=_as_read(action)))
    elif not identified(case):
        turn.tell(information(APPLICANT_FIRST))
    elif taken_before(case):
        turn.tell(information(EXTRACT_TWICE))
    else:
        take_paper(turn, Proposal(ask=Ask.SAME, paper=_as_read(action)))


def _as_read(action: UseExtract) -> Paper:
    """The rows in their order; one that stands there twice, word for word, is one person."""
    rows = [dict(row) for row in action.persons]
    return Paper(
        persons=tuple(row for at, row in enumerate(rows) if row not in rows[:at]),
        case=dict(action.case),
        left_out=dict(action.left_out),
        passed=action.passed,
        reworded=action.reworded,
        taken_for=action.taken_for,
        origin=action.origin,
        day=action.day,
    )


def take_paper(turn: Turn, proposal: Proposal) -> None:
    """The facts of a paper join their members, unless a row is in doubt: then that is asked first."""
    case, paper = turn.case, proposal.paper
    seen = paper is not None and paper.origin is Source.REGISTER
    told = (proposal.decided, proposal.declined)
    found = None if paper is None else whose_rows(case, paper.persons, told[0], declined=told[1], seen=seen)
    turn.change(proposal=None)
    if paper is None or found is None:
        turn.tell(unused(paper))
        return
    people = tuple(dict.fromkeys((*case.persons, *found.places)))
    if len(people) > MAX_PERSONS:
        turn.tell(people_limit())
    elif found.doubts:
        turn.change(proposal=proposal.model_copy(update={"pairs": found.doubts}))
    else:
        joined = case.model_copy(update={"persons": people})
        facts = paper_facts(joined, paper, found.places, turn.outside.book.vocabulary)
        turn.notices += taken(paper)
        if paper.origin is Source.EXTRACT:
            turn.notices += tuple(not_listed(name) for name in _by_card_alone(case, {*found.places}))
        reasons = {found.places[row]: reason for row, reason in proposal.reasons.items()}
        take_facts(turn, joined, facts, source=paper.origin, reasons=reasons, day=paper.day)


def _by_card_alone(case: Case, listed: set[str]) -> Iterator[str]:
    """The names of members who are here by their card and do not stand on the paper."""
    for person in case.persons[1:]:
        fact = case.ledger.current.get(person_path(person, _NAME))
        if person not in listed and fact is not None and fact.source in FROM_CARDS:
            yield str(fact.value)


# ---- facts -----------------------------------------------------------------------------------------------------------
_REGISTERS = frozenset({Source.EXTRACT, Source.REGISTER})
_TELLING = (_NAME, "person.birth.date", "agent.name", "agent.birth_date")


def take_facts(
    turn: Turn,
    case: Case,
    facts: Mapping[str, Value],
    *,
    source: Source,
    reasons: Reasons | None = None,
    why: str = "",
    day: date | None = None,
) -> None:
    """What can be kept joins the ledger; a name and a birth that a person decided about carry the reason.

    `reasons` by member, `why` of who is no member; `day` is that of the source's data.
    """
    reasons = {**(reasons or {}), "": why}
    outside = turn.outside
    items = outside.book.vocabulary.by_key
    kept, refused = given_facts(facts, items=items, limits=outside.limits, label=outside.wording.about)
    turn.notices += refused
    before = namesakes(turn.case)
    told = [
        fact
        for path, value in kept.items()
        for fact in _settled(turn, path, value, _of(turn.case, path, value, source), reasons)
    ]
    _joined(turn, case, [fact.model_copy(update={"day": day}) if fact.source is source else fact for fact in told])
    turn.notices += tuple(namesake(name) for name in sorted(namesakes(turn.case) - before))


def _of(case: Case, path: str, value: Value, source: Source) -> Source:
    return card_source(case, path, value) if source is Source.CARD else source


def _settled(turn: Turn, path: str, value: Value, source: Source, reasons: Reasons) -> tuple[Fact, ...]:
    """A name or a birth as its register spells it, or in its whole length, once a person has decided whose it is.

    What the source itself said stays in the ledger, so that nobody is asked about it twice.
    """
    reason = reasons.get(person_of(path), "") if key_of(path) in _TELLING else ""
    if not reason and source in FROM_CARDS and key_of(path) == _NAME and _settled_before(turn.case, path, value):
        return ()
    better = _better(turn.case, path, value) if reason else None
    if better is None:
        return (turn.fact(path, value, source=source, reason=reason),)
    settled = turn.fact(path, better.value, source=better.source, reason=reason)
    return (turn.fact(path, value, source=source), settled.model_copy(update={"day": better.day}))


def _settled_before(case: Case, path: str, value: Value) -> bool:
    """Whether a card says a name of which it was decided already how it is spelled."""
    return isinstance(value, str) and settled_name(case, person_of(path), value)


def _better(case: Case, path: str, value: Value) -> Fact | None:
    """What was said already and stays: a name that is shown whole there alone, else what a register says."""
    known = case.ledger.current.get(path)
    if known is not None and _less(value, known.value):
        return known
    said = (fact for fact in reversed(case.ledger.facts) if fact.path == path and fact.source in _REGISTERS)
    registered = next(said, None)
    return None if registered is None or _less(registered.value, value) else registered


def _less(value: Value, than: Value) -> bool:
    return isinstance(value, str) and isinstance(than, str) and shows_less(value, than=than)


def _joined(turn: Turn, case: Case, facts: Iterable[Fact]) -> None:
    """Add facts; who in the household something is true of was said without a new member and is asked again."""
    again = turn.cleared(asked_again(turn.case, case, turn.outside.book.vocabulary))
    turn.retake(turn.with_facts(case, [*again, *facts]))
