"""What a card or a 転出証明書 extract says becomes facts of the right member; differences are told, not hidden."""

from collections.abc import Mapping

from kiosk.flow.notices import CARD_DOUBTFUL, CARD_EXPIRED, warning
from kiosk.flow.pages import Notice
from kiosk.flow.proposal import Paper
from kiosk.model.address import Address
from kiosk.model.card import CardFace
from kiosk.model.case import Case
from kiosk.model.fact import Value, comparable
from kiosk.model.names import trimmed
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.resident import CURRENT
from kiosk.model.source import FROM_CARDS, Source
from kiosk.model.vocabulary import Item, Type, Vocabulary
from kiosk.model.wareki import PartialDate

_SEX = {"1": "男", "2": "女"}
_AGENTS = frozenset({"法定代理人", "任意代理人", "使者"})
_PLACES = frozenset({"person.address", "person.addr_jan1", "koseki.honseki"})
_GIVEN = FROM_CARDS | {Source.EXTRACT, Source.REGISTER}
Facts = dict[str, Value]


def asked_again(before: Case, case: Case, vocabulary: Vocabulary) -> tuple[tuple[str, Source], ...]:
    """Who in the household something is true of was said without a new member: the answers that no longer stand."""
    if len(case.persons) <= len(before.persons):
        return ()
    said = case.ledger.current.items()
    found = ((path, fact.source, vocabulary.item(path)) for path, fact in said)
    return tuple((path, source) for path, source, item in found if item is not None and item.type is Type.PERSONS)


def card_facts(case: Case, person: str, face: CardFace) -> Facts:
    """The basic four of a card. Only the card of the person who came gives an address, nobody else's.

    With an agent at the counter no member's does: the agent came, not the holder of the card. Nor is it told whether
    the address on another card is the one that was said: that would be an answer too.
    """
    facts: Facts = {
        person_path(person, "person.name.full"): trimmed(face.name),
        person_path(person, "person.birth.date"): face.birth,
        person_path(person, "person.sex"): _SEX.get(face.sex, "記載なし"),
        person_path(person, "person.has_mynumber_card"): True,
        person_path(person, "person.card.expired"): face.expired,
    }
    if face.expires_on:
        facts[person_path(person, "person.card.expires_on")] = PartialDate(iso=face.expires_on)
    if person == case.persons[0] and not by_agent(case):
        facts["addr.old.text"] = Address(text=face.address.strip())
    return facts


def card_source(case: Case, path: str, value: Value) -> Source:
    """Which card says it: the one that said the same before, the first, or another where that says something else."""
    told = [fact for fact in case.ledger.told(path) if fact.source in FROM_CARDS]
    same = (fact.source for fact in told if comparable(fact.value) == comparable(value))
    return next(same, Source.SECOND_CARD if any(fact.source is Source.CARD for fact in told) else Source.CARD)


def disowned(case: Case, person: str) -> tuple[tuple[str, Source], ...]:
    """What a card gave of which somebody has decided that neither its name nor its birth is this member's: whatever
    else it says is another person's, too. By path and source.
    """
    named = [person_path(person, "person.name.full"), person_path(person, "person.birth.date")]
    found: list[tuple[str, Source]] = []
    for source in FROM_CARDS:
        gave = {fact.path: fact.value for fact in case.ledger.facts if fact.source is source}
        if all(path in gave and _decided_otherwise(case, path, gave[path]) for path in named):
            own = (path for path in gave if person_of(path) == person or (tells_where(path) and not person_of(path)))
            found += [(path, source) for path in own if any(each.source is source for each in case.ledger.told(path))]
    return tuple(found)


def _decided_otherwise(case: Case, path: str, value: Value) -> bool:
    standing = case.ledger.current.get(path)
    return standing is not None and bool(standing.reason) and comparable(standing.value) != comparable(value)


def agent_facts(face: CardFace) -> Facts:
    """The card of who came for somebody else is about nobody of the household."""
    return {"agent.name": trimmed(face.name), "agent.birth_date": face.birth, "agent.address": face.address.strip()}


def looked_at(face: CardFace) -> tuple[Notice, ...]:
    """What the clerk looks at on a card."""
    found = ((CARD_EXPIRED, face.expired), (CARD_DOUBTFUL, bool(face.doubtful)))
    return tuple(warning(code) for code, shown in found if shown)


def by_agent(case: Case) -> bool:
    """Whether somebody else came for the applicant, as far as it has been said."""
    role = case.ledger.value("case.applicant_role")
    return isinstance(role, str) and role in _AGENTS


def may_be_agent(case: Case) -> bool:
    """Whether somebody else came, or may have come for all that has been said."""
    role = case.ledger.value("case.applicant_role")
    return by_agent(case) or not isinstance(role, str)


def tells_where(path: str) -> bool:
    """Whether a fact tells where somebody lives, lived or is registered."""
    return path.startswith("addr.") or key_of(path) in _PLACES


def withdrawn(case: Case) -> tuple[tuple[str, Source], ...]:
    """Addresses that a card or a paper gave before it was said that an agent has come: (path, source)."""
    return addresses_given(case) if by_agent(case) else ()


def addresses_given(case: Case) -> tuple[tuple[str, Source], ...]:
    """Addresses that a card or a paper gave."""
    given = {(fact.path, fact.source) for fact in case.ledger.facts if fact.source in _GIVEN and tells_where(fact.path)}
    return tuple(sorted(given, key=str))


def identified(case: Case) -> bool:
    """Whether the applicant has a name and a birth, without which no paper can be theirs."""
    applicant = case.persons[0]
    return all(case.ledger.value(person_path(applicant, f"person.{key}")) for key in ("name.full", "birth.date"))


def taken_before(case: Case) -> bool:
    """Whether a paper was taken already."""
    return any(fact.source is Source.EXTRACT for fact in case.ledger.facts)


def paper_facts(case: Case, paper: Paper, places: tuple[str, ...], vocabulary: Vocabulary) -> Facts:
    """Facts of an extract, each row's about its own member; what a row says of the case counts for the applicant alone.

    No address for an agent. A member's own address on 1 January is never taken: it follows from what the applicant
    says.
    """
    if paper.origin is Source.PREENTRY:
        return _answers(case, paper, places, vocabulary)
    applicant = case.persons[0]
    facts: Facts = dict(paper.case) | (_granted(paper, places) if applicant in places else {})
    for person, row in zip(places, paper.persons, strict=True):
        own = {key: value for key, value in row.items() if key.startswith("person.") or person == applicant}
        facts |= {person_path(person, key): value for key, value in own.items() if key not in facts}
    hidden = {
        path for path in facts if tells_where(path) and (by_agent(case) or person_of(path) not in {"", applicant})
    }
    return {path: value for path, value in facts.items() if vocabulary.item(path) is not None and path not in hidden}


def _granted(paper: Paper, places: tuple[str, ...]) -> Facts:
    """What the register says that people of a household have in this city: what, and of some things who."""
    if paper.origin is not Source.REGISTER:
        return {}
    rows = tuple(zip(places, paper.persons, strict=True))
    having = [row[CURRENT] for _, row in rows if isinstance(row.get(CURRENT), tuple)]
    facts: Facts = {CURRENT: tuple(dict.fromkeys(each for had in having if isinstance(had, tuple) for each in had))}
    members = dict.fromkeys(key for _, row in rows for key in row if key.startswith("household.") and row[key] is True)
    facts |= {key: tuple(person for person, row in rows if row.get(key) is True) for key in members}
    return {key: value for key, value in facts.items() if value}


def _answers(case: Case, paper: Paper, places: tuple[str, ...], vocabulary: Vocabulary) -> Facts:
    """What was answered at home and is not known here in the same words; whom an answer names, by their ids here."""
    facts: Facts = dict(paper.case)
    for person, row in zip(places, paper.persons, strict=True):
        facts |= {person_path(person, key): value for key, value in row.items()}
    ids = {f"p{number}": person for number, person in enumerate(places, start=1)}
    named = {path: _named(value, vocabulary.item(path), ids) for path, value in facts.items()}
    return {path: value for path, value in named.items() if not _known(case, path, value)}


def _named(value: Value, item: Item | None, ids: Mapping[str, str]) -> Value:
    if item is not None and item.type is Type.PERSON and isinstance(value, str):
        return ids.get(value, value)
    if item is not None and item.type is Type.PERSONS and isinstance(value, tuple):
        return tuple(ids.get(ref, ref) for ref in value)
    return value


def _known(case: Case, path: str, value: Value) -> bool:
    known = case.ledger.value(path)
    return known is not None and comparable(known) == comparable(value)
