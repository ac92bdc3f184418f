"""A person decides whose a card or a row is; the decision and its reason stay with the name that was decided about."""

from typing import TYPE_CHECKING

from kiosk.flow.actions import Decide, Decision
from kiosk.flow.bringing import take_agent, take_card, take_paper
from kiosk.flow.holders import decide_earlier
from kiosk.flow.matching import free_places, member, new_person
from kiosk.flow.notices import DOUBTS, NOTHING_TAKEN, decided_another, decided_same, information
from kiosk.flow.proposal import Ask, Pair, Paper, Proposal
from kiosk.flow.receiving import leave_empty
from kiosk.flow.sources import may_be_agent
from kiosk.flow.turn import Turn
from kiosk.model.audit import reason

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
    person = proposal.pairs[0].person if same else _place(turn, proposal)
    reasons = {person: _reason(turn, action, proposal.pairs[0]) if proposal.pairs else _said(action)}
    turn.change(proposal=None)
    if not take_card(turn, person, face, chosen=person, reasons=reasons):
        turn.change(proposal=proposal)


def _place(turn: Turn, proposal: Proposal) -> str:
    """Where somebody new goes: the chosen place or the first one that is free, else a new one.

    A place of which the reading was said already is somebody's, who alone can be chosen for it.
    """
    case, chosen = turn.case, proposal.chosen
    fits = (person for person in free_places(case) if person == chosen or not member(case, person).kana)
    free = sorted(fits, key=lambda person: person != chosen)
    return free[0] if free else new_person(turn.case)


def _rows(turn: Turn, action: Decide, proposal: Proposal) -> None:
    """All pairs are the same people; or, one after another, each is or is not."""
    asked, same = proposal.asked, action.decision is Decision.SAME
    if not same and len(asked) > 1:
        turn.change(proposal=proposal.model_copy(update={"singly": True}))
        return
    decided = {**proposal.decided, **{pair.row: pair.person for pair in asked if same}}
    decided = {**dict.fromkeys((pair.row for pair in asked), ""), **decided}
    reasons = {**proposal.reasons, **{pair.row: _reason(turn, action, pair) for pair in asked}}
    left = proposal.pairs[len(asked) :]
    after = proposal.model_copy(update={"decided": decided, "reasons": reasons, "pairs": left})
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
