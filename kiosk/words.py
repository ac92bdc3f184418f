"""Every word on the glass, read from a Fluent file; a word that is missing is a bug, not a blank.

Context: sentences are found out far below the screens (a date that cannot be read, a signature that is void) and are
shown in seven languages; labels of facts are data of the city and may lack a translation, sentences may not.
Decision: one file a language and room: `assets/words/<language>.ftl` for the clerk's screens, `lobby/` for the
terminal, `said/` for what rules and visits say at any desk. A desk reads its own and `said`; its own word for a key
wins. A screen says a key with values; whatever comes from
below comes as a `Message` and is put into words here, the last thing before somebody sees it. Words know no facts: who
passes a message about facts passes `label` too, which knows the vocabulary in the same language (kiosk.flow.wording).
What somebody typed is repeated; with `hide` it is not, for commands and logs.
Nearly every sentence is one line, with or without `{ $value }` in it: such a line is looked up as it stands, so that
the start page waits for no Fluent machinery (a third of a bare window's time) and a key for no formatter. Everything
else - selectors, functions, terms, sentences of several lines, numbers that are grouped - is Fluent's own work. The
file is read in a millisecond, so there is no compiled copy that could be older than its words.
Consequence: kiosk.model, rules and flow hold no sentence (a test reads their source), and a missing key or value is a
Defect in every language at once instead of a hole in one.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.model.errors import Defect
from kiosk.model.message import Label, Message, Said, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from fluent.runtime import FluentBundle

_BETWEEN, _HIDDEN = "list-between", "said-hidden"
_ENTRY = re.compile(r"([a-zA-Z][\w-]*) *=[ \t]*(.*?)\s*")
_HOLE = re.compile(r"\{ *\$([a-zA-Z][\w-]*) *\}")
_UNGROUPED = range(1000)  # no language groups or renames the digits of these


class Words:
    """The words of one language. `words("key", n=3)` gives the sentence; unknown keys raise Defect."""

    def __init__(self, text: str, *, language: str = "ja") -> None:
        self._source, self.language = text, language
        first = dict(reversed([*_entries(text.split("\n"))]))
        self.keys = frozenset(first)
        self._lines = {key: line for key, line in first.items() if line}

    @classmethod
    def load(cls, folder: Path, *, language: str = "ja", room: str = "") -> Words:
        """Read <folder>/<room>/<language>.ftl and, behind it, <folder>/said/<language>.ftl."""
        texts = ((folder / part / f"{language}.ftl").read_text(encoding="utf-8") for part in (room, "said"))
        return cls("\n".join(texts), language=language)

    def line(self, key: str) -> str:
        """A sentence as it is written, with its { $value }, for another reader of it.

        Raises Defect for an unknown key and for what only Fluent can put into words.
        """
        if not self._lines.get(key):
            raise Defect(f"no plain sentence for {key}")
        return self._lines[key]

    def __call__(self, key: str, **values: str | int) -> str:
        """The words for a key, with values put in. Raises Defect for an unknown key or a missing value."""
        line = self._lines.get(key)
        if line is None:
            return self._format(key, values)
        if "{" not in line:
            return line
        if any(isinstance(value, int) and value not in _UNGROUPED for value in values.values()):
            return self._format(key, values)
        try:
            return _HOLE.sub(lambda hole: str(values[hole[1]]), line)
        except KeyError:
            raise _lacking(key) from None

    def say(self, message: Message, *, label: Callable[[Label], str] | None = None, hide: bool = False) -> str:
        """The words for a message; `label` names facts, `hide` leaves out what somebody typed.

        Raises Defect for an unknown code and for a label that nobody can name.
        """
        if not message.values:
            return self(message.code)

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

    @cached_property
    def _bundle(self) -> FluentBundle:
        from fluent.runtime import FluentBundle, FluentResource

        bundle = FluentBundle([self.language.partition("-")[0]], use_isolating=False)
        bundle.add_resource(FluentResource(self._source))
        return bundle

    def _format(self, key: str, values: Mapping[str, str | int]) -> str:
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            raise Defect(f"no words for {key}")
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise _lacking(key)
        return str(text)


def _lacking(key: str) -> Defect:
    return Defect(f"words for {key} lack a value")


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every key with its sentence; the sentence is empty where only Fluent can read it."""
    key, sentence = "", ""
    for line in lines:
        entry = _ENTRY.fullmatch(line)
        if entry:
            if key:
                yield key, sentence
            key, sentence = entry[1], "" if re.search("[{}]", _HOLE.sub("", entry[2])) else entry[2]
        elif line[:1] in {" ", "\t", "}", "."}:
            sentence = ""  # it goes on, has a variant or an attribute
    if key:
        yield key, sentence
