"""The parts of a file as the glass shows them, each with what was found wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.table_places import heard, place_of
from kiosk.designing.tables.places import statements
from kiosk.ui.designer.table_ports import Inside, Part, Path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.bootstrap.table_fields import Fields
    from kiosk.designing.tables.outline import Leaf
    from kiosk.designing.tables.outline import Part as Outlined
    from kiosk.model.base import Issue
    from kiosk.words import Words


def _ways(part: Outlined) -> tuple[int, ...]:
    """Up, unless it is the first of its list, and down, unless it is the last."""
    if part.after < 0:
        return ()
    return (*((-1,) if part.path[-1] else ()), *((1,) if part.after else ()))


@dataclass(frozen=True)
class Showing:
    """A file with its text; `problems` are those of all files."""

    words: Words
    fields: Fields
    file: str
    text: str
    problems: Sequence[Issue]

    def parts(self, outlined: Sequence[Outlined]) -> tuple[Part, ...]:
        """Every part, in order."""
        wrong = heard(outlined, self._by_place())
        return tuple(self._part(each, wrong) for each in outlined)

    def _part(self, part: Outlined, wrong: Mapping[Path, tuple[str, ...]]) -> Part:
        told = {leaf.path: self._told(leaf, wrong) for leaf in part.leaves if leaf.path in wrong or not leaf.known}
        own = wrong.get(part.path, ())

        def look() -> Inside:
            shown = tuple(self.fields.field(leaf, told.get(leaf.path, ())) for leaf in part.leaves)
            return Inside(shown, tuple(map(self.fields.addable, part.adds)))

        return Part(
            path=part.path,
            title=self.fields.title(part),
            depth=part.depth,
            look=look,
            removable=part.removable,
            own=part.own,
            ways=_ways(part),
            problems=own,
            told=(*own, *(text for texts in told.values() for text in texts)),
        )

    def _told(self, leaf: Leaf, wrong: Mapping[Path, tuple[str, ...]]) -> tuple[str, ...]:
        """What is wrong with a field; a key that is unknown says so itself."""
        unknown = () if leaf.known else (self.words("table-unknown"),)
        return (*unknown, *wrong.get(leaf.path, ()))

    def _by_place(self) -> dict[Path, tuple[str, ...]]:
        """What was found wrong with the file, by the deepest place that is known of it."""
        issues = [issue for issue in self.problems if issue.where.partition(" ")[0] == self.file]
        found, made = statements(self.text) if issues else (), dict[Path, tuple[str, ...]]()
        for issue in issues:
            path = place_of(found, issue.line, issue.where.partition(" ")[2])
            words = f"{issue.message}{f'（{issue.allowed}）' if issue.allowed else ''}"
            made[path] = tuple(dict.fromkeys((*made.get(path, ()), words)))
        return made
