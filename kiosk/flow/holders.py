"""Cards that were read before it was said that somebody else came: each is a member's own, or was the agent's."""

from collections.abc import Iterator

from kiosk.flow.actions import Decision
from kiosk.flow.bringing import take_facts
from kiosk.flow.matching import agent, member
from kiosk.flow.proposal import Ask, Proposal
from kiosk.flow.sources import by_agent
from kiosk.flow.turn import Turn
from kiosk.model.address import Address
from kiosk.model.case import Case
from kiosk.model.fact import Cleared, Fact, Value
from kiosk.model.likeness import Likeness, compare
from kiosk.model.path import person_of, person_path
from kiosk.model.source import FROM_CARDS, Source
from kiosk.rules.keys import ROLE

_NAME, _BIRTH, _HOME = "person.name.full", "person.birth.date", "addr.old.text"


def ask_earlier(turn: Turn) -> None:
    """Ask about the first card of which nobody has said whose it is; a written visit says so where it reads a card.

    Where the agent is known already, only about who may be the agent.
    """
    case = turn.case
    if turn.batch or not by_agent(case):
        return
    read = (person for person in case.persons if _by_card(case, person) and _perhaps_agent(case, person))
    waiting = next((person for person in read if person not in turn.state.owners), "")
    if waiting:
        turn.change(proposal=Proposal(ask=Ask.EARLIER, chosen=waiting))


def decide_earlier(turn: Turn, proposal: Proposal, *, decision: Decision, reason: str) -> None:
    """It is the member's own, was the agent's, or who has come is asked once more."""
    match decision:
        case Decision.SAME:
            turn.change(proposal=None, owners=turn.state.owners | {proposal.chosen})
            ask_earlier(turn)
        case Decision.AGENT:
            turn.change(proposal=None)
            _withdraw(turn, proposal.chosen, reason)
        case Decision.BACK:
            turn.change(proposal=None)
            turn.add([turn.fact(ROLE, Cleared())])
        case Decision.ANOTHER:
            return


def _perhaps_agent(case: Case, person: str) -> bool:
    known = agent(case)
    return not known.tells or compare(known, member(case, person)).likeness in {Likeness.SAME, Likeness.UNSURE}


def _by_card(case: Case, person: str) -> bool:
    return any(fact.path == person_path(person, _NAME) for fact in _read(case, person))


def _read(case: Case, person: str) -> Iterator[Fact]:
    """What a card said of a member and still stands beside what others say, the latest of each path."""
    home = {_HOME} if person == case.persons[0] else set[str]()
    last = {fact.path: fact for fact in case.ledger.facts if fact.source in FROM_CARDS}
    for path, fact in last.items():
        if (person_of(path) == person or path in home) and not isinstance(fact.value, Cleared):
            yield fact


def _withdraw(turn: Turn, person: str, reason: str) -> None:
    """What the card said of the member is about the agent; who is then nobody yet makes room for the applicant."""
    case = turn.case
    read = {fact.path: fact.value for fact in _read(case, person)}
    said = _of_agent(read, person, _home(case) if person == case.persons[0] else None)
    turn.change(approved=turn.state.approved - read.keys())
    told = [(path, fact.source) for path in sorted(read) for fact in case.ledger.told(path)]
    turn.add(turn.cleared((path, source) for path, source in told if source in FROM_CARDS))
    after, persons = turn.case, case.persons
    if person == persons[0] and not member(after, person).tells and any(_by_card(after, each) for each in persons[1:2]):
        after = after.model_copy(update={"persons": persons[1:]})
    take_facts(turn, after, said, source=Source.CARD, why=reason)


def _home(case: Case) -> Address | None:
    """The address of the card; it was taken back when an agent was said to have come."""
    said = (fact.value for fact in reversed(case.ledger.facts) if (fact.path, fact.source) == (_HOME, Source.CARD))
    return next((value for value in said if isinstance(value, Address)), None)


def _of_agent(read: dict[str, Value], person: str, home: Address | None) -> dict[str, Value]:
    found = {"agent.name": _NAME, "agent.birth_date": _BIRTH}
    said = {path: read[own] for path, key in found.items() if (own := person_path(person, key)) in read}
    return said | ({"agent.address": home.text} if home is not None else {})
