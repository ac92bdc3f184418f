"""Whether the files of words can be used: what the program would stumble over, with file, line and what is allowed.

Which sentences there are, and with which values they are said, the program decides: `given.txt` beside the words has a
line for each (a test holds it to them), so that also a Japanese sentence can be compared with something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from kiosk.bootstrap.spoken import GIVEN, read_given
from kiosk.catalogue.plain_text import plain, unreadable
from kiosk.model.base import Issue
from kiosk.model.languages import ANSWERS
from kiosk.model.spelling import listed, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDERS = ("", "guide/", "said/", "lobby/", "care/", "preentry/")
"""Where words lie: the clerk's screens, 受付案内票, what every desk says, the terminal, its care, the page at home."""

COMPARED = frozenset({"said/", "lobby/"})
"""Where each translation says above itself what it was translated from."""

READ = frozenset({"guide/", "said/", "lobby/", "preentry/"})
"""What residents read, in the language that they choose."""

_MODEL = "ja.ftl"
_NO_TEXT = ("UTF-8 では", "目に見えない")  # a file of which nothing was read has no sentences to miss
_NAME = re.compile(rb"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


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


def word_issues(content: Mapping[str, bytes], *, folder: str) -> Iterator[Issue]:
    """Everything wrong with the files of a folder of words; `content` by their names in it."""
    given = read_given(content.get(GIVEN, b""))
    read = {name: _sentences(data, f"{folder}/{name}") for name, data in content.items() if name.endswith(".ftl")}
    for name, (found, issues) in read.items():
        yield from issues
        inside = f"{name.rpartition('/')[0]}/".removeprefix("/")
        says, where = given.get(inside, {}), f"{folder}/{name}"
        if not any(issue.message.startswith(_NO_TEXT) for issue in issues):
            yield from _compared(found, says, where=where, broken=_broken(content[name]) if issues else frozenset())
        model = read.get(f"{inside}{_MODEL}")
        if inside in COMPARED and not name.endswith(_MODEL) and model is not None:
            sound = {key: each for key, each in model[0].items() if not list(_doubtful(key, each, model[0], says, ""))}
            yield from _stale(found, sound, where=where)
    for name in (*_wanted(), GIVEN):
        if name not in content:
            yield Issue(where=f"{folder}/{name}", message="ファイルがありません。")


def _wanted() -> Iterator[str]:
    """The file of every folder, and of those that residents read in every language that they can choose."""
    for inside in FOLDERS:
        yield f"{inside}{_MODEL}"
        yield from (f"{inside}{language}.ftl" for language in ANSWERS if inside in READ and language != "ja")


def write_given(content: Mapping[str, bytes]) -> bytes:
    """The list of sentences as the words stand: every value that one of its languages says."""
    found: dict[str, set[str]] = {}
    for name, data in content.items():
        inside = f"{name.rpartition('/')[0]}/".removeprefix("/")
        for key, sentence in _sentences(data, name)[0].items() if name.endswith(".ftl") else ():
            found.setdefault(f"{inside}{key}", set()).update(sentence.takes)
    return "".join(f"{' '.join((at, *sorted(found[at])))}\n" for at in sorted(found)).encode()


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
            values = _Values()
            values.visit(entry)
            takes, others = frozenset(values.names), frozenset(values.others)
            found.setdefault(name, Sentence(line, takes, _pattern(text, entry), above or "", others))
    return found, issues


def _broken(data: bytes) -> frozenset[str]:
    """The names that stand in a file, also before what cannot be read."""
    return frozenset(name.decode() for name in _NAME.findall(plain(data)))


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
    """Collects the names of the values of a sentence, and of other sentences in it."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.others: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the library's name
        self.others.add(node.id.name)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def _compared(
    found: Mapping[str, Sentence], given: Mapping[str, frozenset[str]], *, where: str, broken: frozenset[str]
) -> Iterator[Issue]:
    """The sentences of a file beside those that the program says, with their values; what is `broken` was told."""
    extra, missing = found.keys() - given.keys(), given.keys() - found.keys() - broken
    for name in sorted(extra):
        allowed = nearest(name, sorted(missing) or given)
        message = "この名前のことばはありません。"
        yield Issue(where=f"{where} {name}", line=found[name].line, message=message, allowed=allowed)
    for name in sorted(missing if not extra else ()):
        yield Issue(where=f"{where} {name}", message="ことばがありません。", allowed=f"{name} = …")
    for name in sorted(found.keys() & given.keys()):
        yield from _doubtful(name, found[name], found, given, where)


def _doubtful(
    name: str,
    sentence: Sentence,
    found: Mapping[str, Sentence],
    given: Mapping[str, frozenset[str]],
    where: str,
) -> Iterator[Issue]:
    """What a sentence asks for and nobody gives: a value, or another sentence (a value without its $)."""
    takes = given.get(name, frozenset())
    allowed = listed(f"{{ ${each} }}" for each in sorted(takes)) or "値はありません"
    for value in sorted(sentence.takes - takes):
        message = f"{{ ${value} }} という値は渡されません。"
        yield Issue(where=f"{where} {name}", line=sentence.line, message=message, allowed=allowed)
    for other in sorted(sentence.names - found.keys()):
        message = f"{{ {other} }} ということばはありません。値なら $ を付けます。"
        yield Issue(where=f"{where} {name}", line=sentence.line, message=message, allowed=allowed)
