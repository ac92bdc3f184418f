"""Whether the files of words can be used: what the program would stumble over, with file, line and what is allowed.

`ja.ftl` of a folder is what the others are compared with: a language has the same sentences with the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from kiosk.catalogue.plain_text import plain, unreadable
from kiosk.model.base import Issue
from kiosk.model.spelling import listed, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FOLDERS = ("", "guide/", "said/", "lobby/")
"""Where words lie: the clerk's screens, the 受付案内票, what every desk says, and the terminal."""

COMPARED = frozenset({"said", "lobby"})
"""Where each translation says above itself what it was translated from."""

_MODEL = "ja.ftl"


@dataclass(frozen=True)
class Sentence:
    """One entry: where it stands, the names of its values, what it says, and the comment above it."""

    line: int
    takes: frozenset[str]
    said: str = ""
    of: str = ""


def word_issues(content: Mapping[str, bytes], *, folder: str) -> Iterator[Issue]:
    """Everything wrong with the files of a folder of words; `content` by their names in it."""
    read = {name: _sentences(data, f"{folder}/{name}") for name, data in content.items() if name.endswith(".ftl")}
    for name, (found, issues) in read.items():
        yield from issues
        model = name.rpartition("/")[0]
        model = f"{model}/{_MODEL}" if model else _MODEL
        if name != model and model in read:
            others = [
                read[each][0] for each in read if each != name and each.rpartition("/")[0] == name.rpartition("/")[0]
            ]
            yield from _compared(found, read[model][0], others, where=f"{folder}/{name}")
            if name.partition("/")[0] in COMPARED:
                yield from _stale(found, read[model][0], where=f"{folder}/{name}")
    for folder_name in FOLDERS:
        if f"{folder_name}{_MODEL}" not in read:
            yield Issue(where=f"{folder}/{folder_name}{_MODEL}", message="ファイルがありません。")


def _sentences(data: bytes, where: str) -> tuple[dict[str, Sentence], list[Issue]]:
    content = plain(data)
    wrong = unreadable(content, where=where)
    if wrong is not None:
        return {}, [wrong]
    text = content.decode("utf-8")
    found: dict[str, Sentence] = {}
    issues: list[Issue] = []
    for entry in FluentParser(with_spans=True).parse(text).body:
        line = text.count("\n", 0, entry.span.start) + 1 if entry.span else 0
        if isinstance(entry, ast.Junk):
            issues.append(Issue(where=where, line=line, message="書き方が正しくありません。", allowed="名前 = ことば"))
        elif isinstance(entry, ast.Message):
            name = entry.id.name
            if name in found:
                issues.append(Issue(where=f"{where} {name}", line=line, message="同じ名前が2回あります。"))
            above = entry.comment.content if entry.comment else ""
            found.setdefault(name, Sentence(line, _taken(entry), _pattern(text, entry), above or ""))
    return found, issues


def _pattern(text: str, entry: ast.Message) -> str:
    """The sentence as it stands in the file, on one line."""
    if entry.value is None or entry.value.span is None:
        return ""
    return " ".join(text[entry.value.span.start : entry.value.span.end].split())


def _stale(found: Mapping[str, Sentence], model: Mapping[str, Sentence], *, where: str) -> Iterator[Issue]:
    """A translation of a sentence that the Japanese does not say any more."""
    for name in sorted(found.keys() & model.keys()):
        of = " ".join(found[name].of.split())
        if of != model[name].said:
            message = "日本語が変わったか、訳のもとの日本語が上の行にありません。"
            yield Issue(
                where=f"{where} {name}", line=found[name].line, message=message, allowed=f"# {model[name].said}"
            )


class _Values(Visitor):
    """Collects the names of the values of a sentence."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def _taken(message: ast.Message) -> frozenset[str]:
    values = _Values()
    values.visit(message)
    return frozenset(values.names)


def _compared(
    found: Mapping[str, Sentence],
    model: Mapping[str, Sentence],
    others: Sequence[Mapping[str, Sentence]],
    *,
    where: str,
) -> Iterator[Issue]:
    """A language beside the Japanese; a value is given when the same sentence of another language has it."""
    extra, missing = found.keys() - model.keys(), model.keys() - found.keys()
    for name in sorted(extra):
        allowed = nearest(name, sorted(missing) or model)
        message = "この名前のことばはありません。"
        yield Issue(where=f"{where} {name}", line=found[name].line, message=message, allowed=allowed)
    for name in sorted(missing if not extra else ()):
        yield Issue(where=f"{where} {name}", message="ことばがありません。", allowed=f"{name} = …")
    for name in sorted(found.keys() & model.keys()):
        given = frozenset[str]().union(*(other[name].takes for other in others if name in other))
        for value in sorted(found[name].takes - given):
            allowed = listed(f"{{ ${each} }}" for each in sorted(given)) or "値はありません"
            message = f"{{ ${value} }} という値は渡されません。"
            yield Issue(where=f"{where} {name}", line=found[name].line, message=message, allowed=allowed)
