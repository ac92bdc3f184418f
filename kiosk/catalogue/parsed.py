"""TOML files as they were parsed at an earlier start, by their content: after an edit only that file is parsed."""

import hashlib
import pickle
from collections.abc import Mapping
from typing import Any

from kiosk.catalogue.copies import read_values
from kiosk.catalogue.toml_files import parse_toml
from kiosk.model.base import Issue


class Parsed:
    """`known` are the tables of files by the SHA-256 of their content, as bytes; `seen` are those of this start.

    Every reader gets tables of its own, which it may change. What was wrong is never kept: its line is looked for anew.
    """

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self._known = known
        self.seen: dict[str, bytes] = {}

    @property
    def learned(self) -> bool:
        """Whether a file of this start was not known before."""
        return not self.seen.keys() <= self._known.keys()

    def read(self, content: bytes, *, where: str) -> dict[str, Any] | Issue:
        """As parse_toml."""
        name = hashlib.sha256(content).hexdigest()
        kept = self._known.get(name)
        found = None if kept is None else read_values(kept)
        if kept is not None and isinstance(found, dict):
            self.seen[name] = kept
            return found
        made = parse_toml(content, where=where)
        if not isinstance(made, Issue):
            self.seen[name] = pickle.dumps(made, protocol=5)
        return made
