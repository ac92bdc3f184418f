"""What is known otherwise than a look ago: only what depends on it is worked out again."""

from collections.abc import Container

from kiosk.model.path import parse
from kiosk.rules.keys import with_maps


class Changes:
    """`paths` are those whose fact is another one now, `keys` theirs, with what holds a key that is not in `known`."""

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self.paths: set[str] = set()
        self.keys: set[str] = set()
        self._around: set[str] = set()

    def mark(self, path: str) -> None:
        """The fact of a path is another one, or there is none any more."""
        key = parse(path).key
        self.paths.add(path)
        self.keys.add(key)
        self._around |= with_maps((key,))
        while key not in self._known and "." in key:  # a rule can only have meant what holds it
            key = key.rpartition(".")[0]
            self.keys.add(key)

    def touch(self, keys: frozenset[str]) -> bool:
        """Whether any of these keys has another fact."""
        return not self.keys.isdisjoint(keys)

    def shake(self, places: frozenset[str]) -> bool:
        """Whether anything has changed at these keys, or in the maps in which they stand (see with_maps).

        Where a map comes or goes, a rule stumbles over another word of the same place: over birth, or over its date.
        """
        return not self._around.isdisjoint(places)
