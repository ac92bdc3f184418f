"""A card or a paper that waits, in words: who is known, who is read, and what makes it unsure."""

from kiosk.flow.matching import holder, member, mover
from kiosk.flow.notices import DOUBTS
from kiosk.flow.pages import Likened, ProposalView
from kiosk.flow.proposal import Ask, Pair, Proposal
from kiosk.flow.sources import by_agent, may_be_agent
from kiosk.flow.views import Viewer
from kiosk.model.likeness import Described
from kiosk.model.limits import MAX_PERSONS
from kiosk.model.wareki import to_wareki


def proposal_view(viewer: Viewer, proposal: Proposal | None) -> ProposalView | None:
    """What is asked now; of a paper only the rows that are asked about are shown."""
    if proposal is None:
        return None
    case = viewer.snapshot.case
    return ProposalView(
        ask=proposal.ask.value,
        source=proposal.source,
        pairs=tuple(_likened(viewer, proposal, asked) for asked in _asked(viewer, proposal)),
        full=len(case.persons) >= MAX_PERSONS,
        agent=proposal.face is not None and (by_agent(case) or (proposal.ask is Ask.OTHER and may_be_agent(case))),
    )


def _asked(viewer: Viewer, proposal: Proposal) -> tuple[tuple[str, Described, str], ...]:
    say = viewer.wording.say
    if proposal.ask is Ask.CAME and proposal.paper is not None:
        return tuple(("", mover(row), "") for row in proposal.paper.persons)
    found = tuple((pair.person, _read(proposal, pair), say(DOUBTS[pair.doubt]())) for pair in proposal.asked)
    if proposal.ask is Ask.EARLIER:
        return ((proposal.chosen, Described(), ""),)
    if found or proposal.face is None:
        return found
    return ((proposal.chosen, holder(proposal.face), ""),)


def _read(proposal: Proposal, pair: Pair) -> Described:
    if proposal.face is not None:
        return holder(proposal.face)
    return Described() if proposal.paper is None else mover(proposal.paper.persons[pair.row])


def _likened(viewer: Viewer, proposal: Proposal, asked: tuple[str, Described, str]) -> Likened:
    person, read, doubt = asked
    known = member(viewer.snapshot.case, person) if person in viewer.names else Described()
    shown = known.tells or proposal.ask is not Ask.OTHER
    told = known.name or known.kana or next(iter(known.others), "")
    return Likened(
        person=person,
        known_name=told or (viewer.names.get(person, "") if shown else ""),
        known_birth=to_wareki(known.birth) if known.birth else "",
        read_name=read.name,
        read_birth=to_wareki(read.birth) if read.birth else "",
        doubt=doubt,
    )
