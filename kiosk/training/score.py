"""採点: a trainee's visit held against the model visit - papers box by box, procedures, what is held, the answers."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kiosk.flow.check_views import row_groups
from kiosk.flow.plan_views import plan_views
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.filled import BoxState, FilledBox, FilledForm
from kiosk.rules.snapshot import Snapshot
from kiosk.training.members import members, turned
from kiosk.ui.trainer import Difference, Tally

PAPERS, BOXES, PROCEDURES, HELD, ANSWERS = "papers", "boxes", "procedures", "held", "answers"
KINDS = (PROCEDURES, HELD, PAPERS, BOXES, ANSWERS)

Form = tuple[str, str]
"""A template and the member of the model it is about."""


@dataclass(frozen=True)
class Judged:
    """Both visits side by side, in the words of one language."""

    mine: Snapshot
    model: Snapshot
    wording: Wording

    def tallies(self) -> tuple[Tally, ...]:
        """One for each of KINDS."""
        found = (
            _counted(PROCEDURES, self._sent(self.mine), self._sent(self.model)),
            _counted(HELD, self._held(self.mine), self._held(self.model)),
            _counted(PAPERS, self._papers(self.mine), self._papers(self.model)),
            self._boxes(),
            self._answers(),
        )
        return tuple(each for each in found if each.of or each.extra)

    def differences(self) -> tuple[Difference, ...]:
        """Everything that stands otherwise, procedures first, boxes last and only where no answer tells it."""
        named = {procedure: name for view in (self._my, self._their) for procedure, name in _names(view).items()}
        papers = {key: self._title(key) for key in {*self._papers(self.mine), *self._papers(self.model)}}
        return (
            *_missed(PROCEDURES, self._sent(self.mine), self._sent(self.model), named.get),
            *_missed(HELD, self._held(self.mine), self._held(self.model), named.get),
            *_missed(PAPERS, self._papers(self.mine), self._papers(self.model), papers.get),
            *self._wrong_answers(),
        )

    # ---- answers ---------------------------------------------------------------------------------------------------
    @cached_property
    def _my(self) -> Viewer:
        return Viewer(self.mine, self.wording)

    @cached_property
    def _their(self) -> Viewer:
        return Viewer(self.model, self.wording)

    def _said(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """What both visits say, by the paths of the model; a name is compared without its spaces."""
        people = members(self.mine, self.model)
        mine = {turned(path, people): text for path, text in _rows(self._my)}
        return mine, dict(_rows(self._their))

    def _answers(self) -> Tally:
        mine, model = self._said()
        right = sum(_bare(mine.get(path, "")) == _bare(text) for path, text in model.items())
        return Tally(ANSWERS, right, len(model))

    def _wrong_answers(self) -> Iterator[Difference]:
        mine, model = self._said()
        for path, text in model.items():
            if _bare(mine.get(path, "")) != _bare(text):
                yield Difference(ANSWERS, self._their.label(path), mine.get(path, ""), text)

    # ---- procedures and papers -------------------------------------------------------------------------------------
    def _sent(self, visit: Snapshot) -> frozenset[str]:
        return frozenset(outcome.procedure for outcome in visit.plan.leaving)

    def _held(self, visit: Snapshot) -> frozenset[str]:
        return frozenset(outcome.procedure for outcome in visit.plan.held)

    def _papers(self, visit: Snapshot) -> dict[Form, FilledForm]:
        people = members(visit, self.model)
        return {(form.template, people.get(form.subject, form.subject)): form for form in visit.leaving}

    def _title(self, form: Form) -> str:
        template, subject = form
        title = self._their.title(template)
        name = self._their.names.get(subject, "")
        return f"{title}（{name}）" if name else title

    def _boxes(self) -> Tally:
        """The boxes of the model's papers that say the same; rows may stand in another order."""
        mine, model = self._papers(self.mine), self._papers(self.model)
        right = of = 0
        for key, form in model.items():
            wanted = Counter(_written(form, self.model))
            there = Counter(_written(mine[key], self.mine)) if key in mine else Counter[tuple[object, ...]]()
            right, of = right + sum((wanted & there).values()), of + sum(wanted.values())
        return Tally(BOXES, right, of)


def _names(viewer: Viewer) -> dict[str, str]:
    return {view.id: view.name for view in plan_views(viewer)}


def _rows(viewer: Viewer) -> Iterator[tuple[str, str]]:
    for group in row_groups(viewer):
        yield from ((row.path, row.text) for row in group.rows)


def _bare(text: str) -> str:
    return "".join(text.split())


def _counted(kind: str, mine: Iterable[object], model: Iterable[object]) -> Tally:
    there, wanted = set(mine), set(model)
    return Tally(kind, len(there & wanted), len(wanted), extra=len(there - wanted))


def _missed(
    kind: str, mine: Iterable[object], model: Iterable[object], name: Callable[..., str | None]
) -> Iterator[Difference]:
    """What is missing stands on the model's side, what is too much on the trainee's."""
    there, wanted = list(dict.fromkeys(mine)), list(dict.fromkeys(model))
    for each in (thing for thing in wanted if thing not in there):
        yield Difference(kind, name(each) or "", model=name(each) or "")
    for each in (thing for thing in there if thing not in wanted):
        yield Difference(kind, name(each) or "", mine=name(each) or "")


def _written(form: FilledForm, visit: Snapshot) -> Iterator[tuple[object, ...]]:
    """What a person would have written, box by box; who signs, and how, is no part of the lesson."""
    signed = visit.facts.book.templates[form.template, form.version].signature_boxes
    for box in form.boxes:
        if box.state is BoxState.FILLED and box.counts and box.box not in signed:
            yield _content(box)


def _content(box: FilledBox) -> tuple[object, ...]:
    return (box.box, _bare(box.text), box.marks, box.parts)
