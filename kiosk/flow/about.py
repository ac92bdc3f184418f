"""用件 in words: everything that a visit is about, as a title, the slip and the day have it."""

from kiosk.flow.wording import Wording
from kiosk.rules.snapshot import Snapshot


def purpose_names(snapshot: Snapshot, wording: Wording) -> tuple[str, ...]:
    """The names of all its purposes, the first one first, without what explains them in brackets."""
    events = snapshot.facts.book.events
    named = (events[code].name for code in snapshot.case.purposes if code in events)
    return tuple(wording.labels.said(name).partition("（")[0] for name in named)
