"""Every word on the glass, read from a Fluent file; a word that is missing is a bug, not a blank."""

import re
from collections.abc import Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from kiosk.model.errors import Defect

_KEY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


class Words:
    """The words of one language. `words("key", n=3)` gives the sentence; unknown keys raise Defect."""

    def __init__(self, text: str, *, language: str = "ja") -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(text))
        self.keys = frozenset(_KEY.findall(text))
        self._plain: dict[str, str] = {}

    @classmethod
    def load(cls, folder: Path, *, language: str = "ja") -> "Words":
        """Read <folder>/<language>.ftl."""
        return cls((folder / f"{language}.ftl").read_text(encoding="utf-8"), language=language)

    def __call__(self, key: str, **values: str | int) -> str:
        """The words for a key, with values put in. Raises Defect for an unknown key or a missing value."""
        if values:
            return self._format(key, values)
        if key not in self._plain:
            self._plain[key] = self._format(key, {})
        return self._plain[key]

    def _format(self, key: str, values: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(key):
            raise Defect(f"no words for {key}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise Defect(f"no words for {key}")
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise Defect(f"words for {key} lack a value")
        return str(text)
