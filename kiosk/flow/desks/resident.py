"""住民の画面: the visit as the resident opposite sees it on a screen of their own, in their own language.

It shows what is asked now, what was understood, the answers to check, what is signed and the number at the end; nothing
that a clerk is told (notices, sources, rules, words that could not be read), nothing only staff answer, and nothing at
all while it is not known whose a card or a paper is.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.flow.about import purpose_names
from kiosk.flow.actions import Step
from kiosk.flow.check_views import row_groups
from kiosk.flow.pages import QuestionState, QuestionView, RowGroup, Signer
from kiosk.flow.unconfirmed import SILENT, unconfirmed
from kiosk.flow.views import Viewer
from kiosk.model.languages import FACT, LANGUAGES
from kiosk.model.path import person_of

if TYPE_CHECKING:
    from kiosk.flow.state import VisitState
    from kiosk.flow.wording import Wording
    from kiosk.model.filled import FilledForm
    from kiosk.rules.snapshot import Snapshot


class Shown(enum.Enum):
    """What stands on the screen."""

    NOBODY = "nobody"
    WAITING = "waiting"
    ASKED = "asked"
    CHECKED = "checked"
    SIGNING = "signing"
    DONE = "done"


@dataclass(frozen=True)
class Paper:
    """A form that leaves, by what residents call it."""

    title: str
    form: FilledForm


@dataclass(frozen=True, kw_only=True)
class ResidentPage:
    """Everything on the resident's screen at one moment.

    `question` is the one that the clerk is at, `about` whom it is about, `answering` that the resident answers it here.
    `groups` are the answers to check, `unsure` the paths of those that wait for a yes. `papers` are those of the visit
    as they stand. `language` is a name of word files.
    """

    shown: Shown
    language: str = "ja"
    purposes: tuple[str, ...] = ()
    question: QuestionView | None = None
    about: str = ""
    answering: bool = False
    groups: tuple[RowGroup, ...] = ()
    unsure: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    papers: tuple[Paper, ...] = ()
    slip: str = ""

    @property
    def covered(self) -> ResidentPage:
        """The screen while the clerk's desk is locked or hidden: nothing of the visit."""
        waits = ResidentPage(shown=Shown.WAITING, language=self.language)
        return self if self.shown is Shown.NOBODY else waits


NOBODY = ResidentPage(shown=Shown.NOBODY)
"""Nobody is there; nothing of whoever was is."""


def spoken(snapshot: Snapshot | None) -> str:
    """The language of a visit, as the word files are named."""
    value = snapshot.facts.value(FACT) if snapshot is not None else None
    return LANGUAGES.get(str(value), "ja")


def resident_page(state: VisitState, snapshot: Snapshot | None, wording: Wording, *, at: str = "") -> ResidentPage:
    """The page of this moment; `at` is the path that the clerk asks about. `wording` is of the visit's language."""
    if snapshot is None or state.case is None:
        return NOBODY
    seen = (state.typed, state.approved, state.changed, state.silent)
    viewer = Viewer(snapshot, wording, *seen, cautioned=state.cautioned)
    page = ResidentPage(
        shown=Shown.WAITING,
        language=spoken(snapshot),
        purposes=purpose_names(snapshot, wording),
        papers=tuple(Paper(viewer.title(form.template), form) for form in snapshot.forms),
        slip=state.case.slip,
    )
    if state.proposal is not None or state.confirming:
        return replace(page, papers=())
    match state.step:
        case Step.INTERVIEW | Step.PLAN if _askable(viewer, at):
            return _asked(page, viewer, state, at)
        case Step.CHECK:
            return _checked(page, viewer, state)
        case Step.SIGN:
            return replace(page, shown=Shown.SIGNING, signers=viewer.signers())
        case Step.DONE:
            return replace(page, shown=Shown.DONE)
        case _:
            return page


def _askable(viewer: Viewer, path: str) -> bool:
    """Whether a resident may see this question: it is one, and not the clerk's alone."""
    item = viewer.snapshot.facts.book.vocabulary.item(path) if path else None
    return item is not None and viewer.is_asked(path) and not item.staff


def _asked(page: ResidentPage, viewer: Viewer, state: VisitState, at: str) -> ResidentPage:
    question, person = viewer.asking(at), person_of(at)
    wrong = question.state is QuestionState.WRONG
    seen = replace(question, text="", echo="" if wrong else question.echo, issue="", needed_by=(), source=None, at=None)
    about = viewer.names.get(person, "") if len(viewer.names) > 1 else ""
    return replace(page, shown=Shown.ASKED, question=seen, about=about, answering=at in state.silent)


def _checked(page: ResidentPage, viewer: Viewer, state: VisitState) -> ResidentPage:
    """What somebody said, and what of it nobody has said yes to; what follows by itself is not theirs to check."""
    seen = (_shown_rows(viewer, group) for group in row_groups(viewer))
    groups = tuple(group for group in seen if group.rows)
    paths = {row.path for group in groups for row in group.rows}
    unsure = tuple(path for path in unconfirmed(state, viewer.snapshot) if path in paths)
    return replace(page, shown=Shown.CHECKED, groups=groups, unsure=unsure)


def _shown_rows(viewer: Viewer, group: RowGroup) -> RowGroup:
    rows = (row for row in group.rows if row.source not in SILENT and _askable(viewer, row.path))
    return replace(group, rows=tuple(replace(row, reason="", source=None) for row in rows))
