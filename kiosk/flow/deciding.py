"""A person decides whose a card or a row is; the decision and its reason stay with the name that was decided about."""

from typing import TYPE_CHECKING

from kiosk.flow.actions import Decide, Decision
from kiosk.flow.bringing import take_agent, take_card, take_paper
from kiosk.flow.holders import decide_earlier
from kiosk.flow.matching import free_places, holder, member, new_person, whose_card
from kiosk.flow.notices import DOUBTS, NOTHING_TAKEN, decided_another, decided_same, information
from kiosk.flow.proposal import Ask, Pair, Paper, Proposal
from kiosk.flow.receiving import leave_empty
from kiosk.flow.sources import may_be_agent
from kiosk.flow.turn import Turn
from kiosk.model.audit import reason
from kiosk.model.likeness import Likeness, compare

if TYPE_CHECKING:
    from kiosk.model.card import CardFace


def decide(turn: Turn, action: Decide) -> None:
    """Settle what waits, or the first of it; without anything that waits nothing happens."""
    proposal = turn.state.proposal
    if proposal is None:
        return
    if proposal.ask is Ask.EARLIER:
        decide_earlier(turn, proposal, decision=action.decision, reason=_said(action))
    elif action.decision is Decision.BACK:
        turn.change(proposal=None)
        turn.tell(information(NOTHING_TAKEN))
        leave_empty(turn)
    elif proposal.ask is Ask.CAME and proposal.paper is not None:
        _came(turn, proposal.paper, row=action.row)
        leave_empty(turn)
    elif proposal.face is not None:
        _card(turn, action, proposal, proposal.face)
    else:
        _rows(turn, action, proposal)


def _came(turn: Turn, paper: Paper, *, row: int) -> None:
    """Who has come is the visit's first member; the others join in the order of the paper."""
    rows = list(paper.persons)
    if 0 <= row < len(rows):
        first = paper.model_copy(update={"persons": (rows[row], *rows[:row], *rows[row + 1 :])})
        take_paper(turn, Proposal(ask=Ask.SAME, paper=first, decided={0: turn.case.persons[0]}))


def _card(turn: Turn, action: Decide, proposal: Proposal, face: "CardFace") -> None:
    same = action.decision is Decision.SAME
    if action.decision is Decision.AGENT:
        if may_be_agent(turn.case):
            turn.change(proposal=None)
            take_agent(turn, face, why=_said(action))
        return
    if same and not proposal.pairs:
        return  # nobody was proposed
    if not same and _asked_further(turn, proposal, face):
        return
    person = proposal.pairs[0].person if same else _place(turn, proposal, face)
    reasons = {person: _reason(turn, action, proposal.pairs[0]) if proposal.pairs else _said(action)}
    turn.change(proposal=None)
    if not take_card(turn, person, face, chosen=person, reasons=reasons):
        turn.change(proposal=proposal)


def _asked_further(turn: Turn, proposal: Proposal, face: "CardFace") -> bool:
    """Whether the card may be another one's of whom only a reading is known, too: then that is asked next."""
    case = turn.case
    declined = _declined(turn, proposal)
    people = {person for _, person in declined}
    others = whose_card(case, proposal.chosen, face, declined=people)
    if others.doubt is None or not people or others.person not in free_places(case):
        return False
    pair = Pair(row=0, person=others.person, doubt=others.doubt)
    turn.change(proposal=proposal.model_copy(update={"declined": declined, "pairs": (pair,)}))
    return True


def _declined(turn: Turn, proposal: Proposal) -> tuple[tuple[int, str], ...]:
    """What was declined, now too, of members of whom only a reading is known: it may be about another one of these."""
    free = set(free_places(turn.case))
    return (*proposal.declined, *((pair.row, pair.person) for pair in proposal.asked if pair.person in free))


def _place(turn: Turn, proposal: Proposal, face: "CardFace") -> str:
    """Where somebody new goes: the chosen place or the first one that is free, else a new one.

    A place of which a reading was said already is somebody's, who was asked about.
    """
    case, chosen = turn.case, proposal.chosen
    fits = (each for each in free_places(case) if compare(member(case, each), holder(face)).likeness is Likeness.OPEN)
    free = sorted(fits, key=lambda person: person != chosen)
    return free[0] if free else new_person(turn.case)


def _rows(turn: Turn, action: Decide, proposal: Proposal) -> None:
    """All pairs are the same people; or, one after another, each is or is not."""
    asked, same = proposal.asked, action.decision is Decision.SAME
    if not same and len(asked) > 1:
        turn.change(proposal=proposal.model_copy(update={"singly": True}))
        return
    declined = proposal.declined if same else _declined(turn, proposal)
    open_rows = {row for row, _ in declined[len(proposal.declined) :]}
    nobody = dict.fromkeys((pair.row for pair in asked if pair.row not in open_rows), "")
    decided = {**nobody, **proposal.decided, **{pair.row: pair.person for pair in asked if same}}
    reasons = {**proposal.reasons, **{pair.row: _reason(turn, action, pair) for pair in asked}}
    left = proposal.pairs[len(asked) :]
    settled = {"decided": decided, "declined": declined, "reasons": reasons, "pairs": left}
    after = proposal.model_copy(update=settled)
    if left:
        turn.change(proposal=after)
    else:
        take_paper(turn, after)


def _reason(turn: Turn, action: Decide, pair: Pair) -> str:
    said = (decided_same if action.decision is Decision.SAME else decided_another)(DOUBTS[pair.doubt])
    return _said(action) or turn.outside.wording.say(said)


def _said(action: Decide) -> str:
    """The reason that a person gave; empty for what can be none, a 個人番号 above all."""
    said = reason(action.reason)
    return said if isinstance(said, str) else ""
