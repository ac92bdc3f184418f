"""The answers to check in words, grouped by whom they are about, and what each source says where they differ."""

from kiosk.flow.pages import ConflictView, Row, RowGroup
from kiosk.flow.unconfirmed import checkable
from kiosk.flow.views import Viewer
from kiosk.model.message import Code
from kiosk.model.path import key_of, person_of
from kiosk.rules.interview import place

_ABOUT_ALL = Code("group-about-all")


def row_groups(viewer: Viewer) -> tuple[RowGroup, ...]:
    """Check-your-answers: what is about everybody, then one group per member."""
    facts = viewer.snapshot.facts
    used = viewer.snapshot.used()
    rows: dict[str, list[Row]] = {"": [], **{person: [] for person in viewer.names}}
    for path in sorted((path for path in used if checkable(facts, path)), key=lambda path: (place(facts, path), path)):
        rows.setdefault(person_of(path), []).append(_row(viewer, path))
    labels = {"": viewer.wording.say(_ABOUT_ALL()), **viewer.names}
    return tuple(RowGroup(label=labels[key], rows=tuple(found)) for key, found in rows.items() if found)


def _row(viewer: Viewer, path: str) -> Row:
    fact = viewer.snapshot.facts.by_path[path]
    item = viewer.snapshot.facts.book.vocabulary.by_key[key_of(path)]
    return Row(
        path=path,
        label=viewer.wording.item(item).label,
        text=viewer.text(fact, item),
        source=fact.source,
        day=fact.day,
        state=viewer.state_of(path, fact),
        changed=path in viewer.changed,
        reason=fact.reason,
        issue=viewer.against.get(path, ""),
    )


def conflict_views(viewer: Viewer) -> tuple[ConflictView, ...]:
    """What each source says where they differ."""
    item = viewer.snapshot.facts.book.vocabulary.item
    return tuple(
        ConflictView(
            path=conflict.path,
            label=viewer.label(conflict.path),
            sayings=tuple((fact.source, viewer.say(fact.value, item(conflict.path))) for fact in conflict.facts),
        )
        for conflict in viewer.snapshot.conflicts
    )
