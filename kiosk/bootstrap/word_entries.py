"""The sentences of one file of words, each with its line, its values and the Japanese that it was translated from.

Nine of ten are one line with nothing but `{ $value }` in it, and Fluent's own parser, which goes from letter to letter,
needs a second for the files that ship. What can be nothing else than such a line is read as a whole; whatever else
stands there (selectors, sentences of several lines, terms, mistakes) is read by Fluent, from where it begins to the
next such line. Nothing of what is found may differ from what Fluent alone would find (tests.unit.test_word_entries).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.catalogue.plain_text import plain, unreadable
from kiosk.model.base import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluent.syntax import ast

_WORD = "[a-zA-Z][a-zA-Z0-9_-]*"
_VALUE = re.compile(rf"\{{ *\$({_WORD}) *\}}")
_LINE = re.compile(
    rf"(?P<above>(?:^\#(?:\ [^\n]*)?\n)*)"  # comments right above it are about it
    rf"^(?P<name>{_WORD})\ *=\ *(?P<said>(?:[^{{}}\n\ ]|\{{\ *\${_WORD}\ *\}})(?:[^{{}}\n]|\{{\ *\${_WORD}\ *\}})*)$"
    r"(?=(?:\n\ *)*(?:\Z|(?<=\n)[a-zA-Z\#-]))",  # what begins further to the right would go on with it
    re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True)
class Sentence:
    """One entry: where it stands, the names of its values, what it says, the comment above it, and other sentences
    that it names.
    """

    line: int
    takes: frozenset[str]
    said: str = ""
    of: str = ""
    names: frozenset[str] = frozenset()


Entry = tuple[str, Sentence]
"""A sentence and its name; a mistake has none."""


def sentences(data: bytes, where: str) -> tuple[dict[str, Sentence], list[Issue]]:
    """Everything that a file says by name, and what is wrong with it."""
    content = plain(data)
    wrong = unreadable(content, where=where)
    if wrong is not None:
        return {}, [wrong]
    found: dict[str, Sentence] = {}
    issues: list[Issue] = []
    for name, sentence in entries(content.decode("utf-8")):
        line = sentence.line
        if not name:
            issues.append(Issue(where=where, line=line, message="書き方が正しくありません。", allowed="名前 = ことば"))
        elif name in found:
            issues.append(Issue(where=f"{where} {name}", line=line, message="同じ名前が2回あります。"))
        else:
            found[name] = sentence
    return found, issues


def entries(text: str) -> Iterator[Entry]:
    """The sentences of a text in their order, each as Fluent reads it; what it cannot read has no name."""
    if "\r" in text:  # a line of another system, within one of ours
        yield from fluent_entries(text)
        return
    done, line = 0, 1
    for found in _LINE.finditer(text):
        rest = text[done : found.start()]
        yield from _from(line, fluent_entries(rest) if rest.strip("\n ") else ())
        line += rest.count("\n")
        yield found["name"], _alone(found, line)
        line, done = line + found[0].count("\n"), found.end()
    rest = text[done:]
    yield from _from(line, fluent_entries(rest) if rest.strip("\n ") else ())


def _from(line: int, read: Iterator[Entry] | tuple[()]) -> Iterator[Entry]:
    yield from ((name, replace(each, line=each.line + line - 1)) for name, each in read)


def _alone(found: re.Match[str], line: int) -> Sentence:
    above = "\n".join(each[2:] for each in found["above"].split("\n")[:-1])
    takes = frozenset(_VALUE.findall(found["said"]))
    return Sentence(line, takes, " ".join(found["said"].split()), above)


def fluent_entries(text: str) -> Iterator[Entry]:
    """As `entries`, letter by letter."""
    from fluent.syntax import FluentParser, ast

    for entry in FluentParser(with_spans=True).parse(text).body:
        line = text.count("\n", 0, entry.span.start) + 1 if entry.span else 0
        if isinstance(entry, ast.Junk):
            yield "", Sentence(line, frozenset())
        elif isinstance(entry, ast.Message):
            above = entry.comment.content if entry.comment else ""
            takes, others = _named(entry)
            yield entry.id.name, Sentence(line, takes, _pattern(text, entry), above or "", others)


def _pattern(text: str, entry: ast.Message) -> str:
    """The sentence as it stands in the file, on one line."""
    if entry.value is None or entry.value.span is None:
        return ""
    return " ".join(text[entry.value.span.start : entry.value.span.end].split())


def _named(entry: ast.Message) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the values of a sentence, and of other sentences in it."""
    from fluent.syntax.visitor import Visitor

    values, others = set[str](), set[str]()

    class Names(Visitor):
        def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the library's name
            others.add(node.id.name)

        def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
            values.add(node.id.name)

    Names().visit(entry)
    return frozenset(values), frozenset(others)
