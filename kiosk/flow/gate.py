"""確定までに残っていること: everything that still stands between the answers and the signatures, one line each.

It is read off what the page shows anyway, so that the list and the page can never say different things.
"""

from collections.abc import Iterator, Mapping, Sequence

from kiosk.flow.pages import ConflictView, Gate, GateEntry, OutcomeView, QuestionState, RowGroup, SectionView
from kiosk.model.base import Issue

_ASKED = {
    QuestionState.OPEN: Gate.OPEN,
    QuestionState.WRONG: Gate.OPEN,
    QuestionState.HELD: Gate.HELD,
}


def gate(
    *,
    sections: Sequence[SectionView],
    held: Sequence[OutcomeView],
    conflicts: Sequence[ConflictView],
    groups: Sequence[RowGroup],
    issues: Sequence[Issue],
    names: Mapping[str, str],
) -> tuple[GateEntry, ...]:
    """The entries by kind, in the order of the interview; `names` of the members, `held` filings by name at the end of
    their kind.
    """
    found = (
        *_of_questions(sections, names),
        *(GateEntry(kind=Gate.HELD, what=view.name, why="　".join(view.lacks or view.missing)) for view in held),
        *(GateEntry(kind=Gate.CONFLICT, path=each.path, what=each.label) for each in conflicts),
        *_of_rows(groups),
        *(GateEntry(kind=Gate.PRINT, path=each.where, what=each.message, why=each.allowed) for each in issues),
    )
    order = list(Gate)
    return tuple(sorted(found, key=lambda entry: order.index(entry.kind)))


def _of_questions(sections: Sequence[SectionView], names: Mapping[str, str]) -> Iterator[GateEntry]:
    for section in sections:
        for each in section.questions:
            kind = _ASKED.get(each.state)
            if kind is not None:
                yield GateEntry(kind=kind, path=each.path, who=names.get(each.person, ""), what=each.label)


def _of_rows(groups: Sequence[RowGroup]) -> Iterator[GateEntry]:
    """What a card or a paper says and nobody has confirmed yet, under the heading of its group."""
    for group in groups:
        for row in group.rows:
            if row.state is QuestionState.SAID:
                yield GateEntry(kind=Gate.SAID, path=row.path, who=group.label, what=row.label)
