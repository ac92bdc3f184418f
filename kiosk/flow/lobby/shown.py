"""記載台: the visit as a terminal shows it to a resident who is alone with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.flow.actions import Step
from kiosk.flow.check_views import row_groups
from kiosk.flow.lobby.asking import askable, put_off, questions, together
from kiosk.flow.lobby.closing import at_counter, settled
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.flow.pages import Choice
from kiosk.flow.plan_views import held_views, plan_views
from kiosk.flow.proposal_views import proposal_view
from kiosk.flow.unconfirmed import SILENT
from kiosk.flow.views import Viewer
from kiosk.model.address import Address
from kiosk.model.address_parts import revised
from kiosk.model.path import person_of
from kiosk.model.plan import Need

if TYPE_CHECKING:
    from kiosk.flow.lobby.steps import Walk
    from kiosk.flow.pages import Notice, QuestionView, Row
    from kiosk.flow.visit import Visit
    from kiosk.rules.snapshot import Snapshot

_WANTED = frozenset({Need.NEEDED, Need.OPTIONAL})


def lobby_page(visit: Visit, walk: Walk, *, notices: tuple[Notice, ...]) -> LobbyPage:
    """The page of this moment."""
    labels, snapshot = visit.outside.wording.labels, visit.snapshot
    page = LobbyPage(place=walk.place, language=walk.language, notices=notices)
    if walk.place is Place.PURPOSE:
        return replace(page, events=_events(visit))
    if walk.place is Place.NAVIGATOR:
        return replace(page, asks=labels.said(visit.outside.book.navigator.by_id[walk.at].ask))
    return page if snapshot is None else _Shown(visit, walk, snapshot).on(page)


def _viewer(visit: Visit, snapshot: Snapshot) -> Viewer:
    state = visit.state
    seen = (state.typed, state.approved, state.changed)
    return Viewer(snapshot, visit.outside.wording, *seen, memo=visit.memo, cautioned=state.cautioned)


def _events(visit: Visit) -> tuple[Choice, ...]:
    """The life events in order, each by what it is called for residents."""
    labels = visit.outside.wording.labels
    events = sorted(visit.outside.book.events.values(), key=lambda event: event.order)
    return tuple(Choice(code=event.id, label=labels.said(event.name), picture=event.picture) for event in events)


@dataclass(frozen=True)
class _Shown:
    """What of an open visit belongs on the page of a place."""

    visit: Visit
    walk: Walk
    snapshot: Snapshot

    def on(self, page: LobbyPage) -> LobbyPage:
        """The page with what everybody sees of a visit, and what its place shows."""
        viewer, case = _viewer(self.visit, self.snapshot), self.snapshot.case
        event = self.snapshot.facts.book.purpose(case)
        proposal = proposal_view(viewer, self.visit.state.proposal)
        begun = replace(
            page,
            place=Place.WHOSE if proposal is not None else page.place,
            begun=True,
            event_name=self.visit.outside.wording.labels.said(event.name),
            people=len(case.persons),
            persons=viewer.people(),
            proposal=proposal,
            slip=case.slip,
            case=case.id,
        )
        match begun.place:
            case Place.QUESTION:
                return self._asking(begun, viewer)
            case Place.CHECK | Place.SIGN:
                return self._checking(begun, viewer)
            case Place.SLIP | Place.STAFF | Place.KEEPING:
                return self._leaving(begun, viewer)
            case _:
                return begun

    def _asking(self, page: LobbyPage, viewer: Viewer) -> LobbyPage:
        left = [path for path in questions(self.visit) if path != self.walk.at]
        about = viewer.names.get(person_of(self.walk.at), "") if len(viewer.names) > 1 else ""
        question = self._whole(viewer.asking(self.walk.at))
        return replace(page, question=question, about=about, left=len(left), changing=self.walk.changing)

    def _whole(self, question: QuestionView) -> QuestionView:
        """An address with its building, as the board has it."""
        facts = self.snapshot.facts
        building = facts.value(together(self.visit, question.path))
        if not isinstance(question.value, Address) or not isinstance(building, str) or not building:
            return question
        return replace(question, value=revised(question.value, building=building))

    def _checking(self, page: LobbyPage, viewer: Viewer) -> LobbyPage:
        lacks = (view.label for view in map(viewer.asking, put_off(self.visit)))
        groups = (replace(group, rows=tuple(filter(self._answer, group.rows))) for group in row_groups(viewer))
        return replace(
            page,
            groups=tuple(group for group in groups if group.rows),
            held=tuple(dict.fromkeys(lacks)),
            signers=viewer.signers(),
            usual=self.walk.usual,
            sign_later=page.place is Place.SIGN and not settled(self.visit),
        )

    def _answer(self, row: Row) -> bool:
        """Whether somebody said it who can change it here; what follows by itself is not checked."""
        return row.source not in SILENT and askable(self.visit, row.path)

    def _leaving(self, page: LobbyPage, viewer: Viewer) -> LobbyPage:
        held = {view.id for view in held_views(viewer)}
        wanted = (view for view in plan_views(viewer) if view.need in _WANTED or view.id in held)
        later = page.place is Place.SLIP and self.visit.state.step is not Step.DONE and at_counter(self.visit)
        return replace(page, outcomes=tuple(wanted), sign_later=later)
