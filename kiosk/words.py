"""Every word on the glass, read from a Fluent file; a word that is missing is a bug, not a blank.

Context: sentences are found out far below the screens (a date that cannot be read, a signature that is void) and are
shown in seven languages; labels of facts are data of the city and may lack a translation, sentences may not.
Decision: one file a language, `assets/words/<language>.ftl`. A screen says a key with values; whatever comes from
below comes as a `Message` and is put into words here, the last thing before somebody sees it. Words know no facts: who
passes a message about facts passes `label` too, which knows the vocabulary in the same language (kiosk.flow.wording).
What somebody typed is repeated; with `hide` it is not, for commands and logs.
Consequence: kiosk.model, rules and flow hold no sentence (a test reads their source), and a missing key or value is a
Defect in every language at once instead of a hole in one.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from kiosk.model.errors import Defect
from kiosk.model.message import Label, Message, Said, Value

_BETWEEN, _HIDDEN = "list-between", "said-hidden"
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

    def say(self, message: Message, *, label: Callable[[Label], str] | None = None, hide: bool = False) -> str:
        """The words for a message; `label` names facts, `hide` leaves out what somebody typed.

        Raises Defect for an unknown code and for a label that nobody can name.
        """

        def said(value: Value) -> str | int:
            match value:
                case Said(text=text):
                    return self(_HIDDEN) if hide else text
                case Message():
                    return self.say(value, label=label, hide=hide)
                case Label() if label is not None:
                    return label(value)
                case Label():
                    raise Defect(f"{message.code} names a fact, and nothing here knows its label")
                case tuple():
                    return self(_BETWEEN).join(str(said(part)) for part in value)
                case _:
                    return value

        return self(message.code, **{name: said(value) for name, value in message.values})

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
