"""回答済み: what residents said on their own screen and no paper shows; a clerk sees that it is answered, not how."""

from kiosk.model.source import Source
from kiosk.rules.provenance import origins
from kiosk.rules.snapshot import Snapshot


def unseen(snapshot: Snapshot, silent: frozenset[str]) -> frozenset[str]:
    """The paths among those that were handed over (`silent`) whose answer a clerk need not see."""
    facts = snapshot.facts.by_path
    said = frozenset(path for path in silent if path in facts and facts[path].source is Source.RESIDENT)
    if not said:
        return said
    printed = {path for form in snapshot.forms for box in form.boxes for path in box.paths}
    return said.difference(printed, *(origins(snapshot.facts, path) for path in printed))
