"""What the resident answered at home: read like answers, matched like a paper, shown to be confirmed.

Who made the codes is unknown: what only a clerk can say is not taken from them, and nothing that was said here before
is exchanged for it; where both differ, a person decides as between any two sources.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.flow.actions import UsePreentry
from kiosk.flow.bringing import take_paper
from kiosk.flow.matching import free_places, member, mover
from kiosk.flow.notices import (
    PREENTRY_OTHER_EVENT,
    PREENTRY_TWICE,
    information,
    not_taken,
    preentry_unknown,
)
from kiosk.flow.parse_answer import Reader
from kiosk.flow.proposal import Ask, Pair, Paper, Proposal
from kiosk.flow.purposes import choose
from kiosk.flow.turn import Turn
from kiosk.model.fact import Value
from kiosk.model.likeness import Described, Likeness, compare
from kiosk.model.message import Refused
from kiosk.model.source import Source
from kiosk.model.vocabulary import Item

LANGUAGE = "case.language"


def use_preentry(turn: Turn, action: UsePreentry) -> None:
    """Take it; another occasion's, and a second one, are told and left."""
    case = turn.case
    if not case.event:
        choose(turn, (action.event,))
        case = turn.case
    if action.event not in case.purposes:
        turn.tell(information(PREENTRY_OTHER_EVENT))
        return
    if any(fact.source is Source.PREENTRY for fact in case.ledger.facts):
        turn.tell(information(PREENTRY_TWICE))
        return
    reading = _Reading(turn, tuple(f"p{number}" for number in range(1, len(action.persons) + 1)))
    told = {**action.case, **({LANGUAGE: action.language} if action.language else {})}
    paper = Paper(
        persons=tuple(reading.values(row, "person.") for row in action.persons),
        case=reading.values(told, ""),
        origin=Source.PREENTRY,
    )
    if reading.unknown:
        turn.tell(preentry_unknown(tuple(dict.fromkeys(reading.unknown))))
    for label, refused in reading.refused:
        turn.tell(not_taken(label, refused))
    places = _known_places(turn, len(action.persons))
    _take(turn, Proposal(ask=Ask.SAME, paper=paper, decided=places), mover(paper.persons[0]))


def _known_places(turn: Turn, people: int) -> dict[int, str]:
    """Whose row it is without looking: the first is who made it and comes; of a visit that has just begun, everybody.

    Once something tells the applicant from others, the rows are compared like those of any paper.
    """
    case = turn.case
    if len(free_places(case)) == len(case.persons):
        return dict(enumerate(case.persons[:people]))
    return {} if member(case, case.persons[0]).tells else {0: case.persons[0]}


def _take(turn: Turn, whose: Proposal, maker: Described) -> None:
    """Take it; who made it may have another member's place already, which is compared or asked about first."""
    found = {each: compare(member(turn.case, each), maker) for each in turn.case.persons[1:]}
    if whose.decided.keys() != {0}:
        found = {}
    same = any(each.likeness is Likeness.SAME for each in found.values())
    unsure = (Pair(row=0, person=who, doubt=each.doubt) for who, each in found.items() if each.doubt is not None)
    pair = None if same else next(unsure, None)
    if pair is not None:
        turn.change(proposal=whose.model_copy(update={"pairs": (pair,)}))
    else:
        take_paper(turn, whose.model_copy(update={"decided": {}}) if same else whose)


@dataclass
class _Reading:
    """Words become values as at the counter; what is unknown or cannot be read is kept to be told."""

    turn: Turn
    rows: tuple[str, ...]
    unknown: list[str] = field(default_factory=list)
    refused: list[tuple[str, Refused]] = field(default_factory=list)

    def values(self, said: Mapping[str, str], root: str) -> dict[str, Value]:
        """The values of those answers that a resident can give; of a person's keys only where `root` says so."""
        outside, found = self.turn.outside, dict[str, Value]()
        for item, words in self._known(said, root):
            value = self._reader.read(item, words)
            if isinstance(value, Refused):
                self.refused.append((outside.wording.about(item.key), value))
            else:
                found[item.key] = value
        return found

    def _known(self, said: Mapping[str, str], root: str) -> Iterable[tuple[Item, str]]:
        by_key = self.turn.outside.book.vocabulary.by_key
        for key, words in said.items():
            item = by_key.get(key)
            asked = item is not None and (bool(item.ask) or key == LANGUAGE) and not item.staff
            if item is not None and asked and key.startswith("person.") == bool(root):
                yield item, words
            else:
                self.unknown.append(key)

    @property
    def _reader(self) -> Reader:
        outside, case = self.turn.outside, self.turn.case
        return Reader(
            vocabulary=outside.book.vocabulary,
            today=case.today,
            members={row: row for row in self.rows},
            event=outside.book.purpose(case),
            limits=outside.limits,
        )
