"""The file follows the template: only tables that differ are touched, and of these only the keys that differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import tomlkit

from kiosk.catalogue.drawing.written import entry_text, said
from kiosk.catalogue.toml_files import LISTS, build, parse_toml
from kiosk.model.base import Issue
from kiosk.model.errors import Defect
from kiosk.model.template import Template

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pydantic import BaseModel

_FORM = re.compile(r"templates/[^/]+/[^/]+/template\.toml")
_APART = frozenset({*LISTS, "digest"})
_HEADER = re.compile(r"(?:^[ \t]*#[^\n]*\n)*^[ \t]*\[\[[ \t]*(page|repeat|box)[ \t]*\]\][^\n]*\n?", re.MULTILINE)

LOOK = "確かめる"
"""With this word begins a remark of the import that a person has to look at."""
_DOUBT = re.compile(rf"^[ \t]*#[ \t]*{LOOK}[:：]?([^\n]*)\n", re.MULTILINE)


def read(text: str, *, where: str) -> Template | tuple[Issue, ...]:
    """The template as the file says it, with {city.…} as it is written there, or what is wrong with the file."""
    data = parse_toml(text.encode(), where=where)
    return build(Template, data, where=where, names=LISTS) if isinstance(data, dict) else (data,)


def revised(text: str, before: Template, after: Template) -> str:
    """The text of `before` as the text of `after`; remarks, order and spelling of everything else stay."""
    if before == after:
        return text
    parts = list(_parts(text))
    written = "".join(_written(parts, before, after))
    if read(written, where="") != after:
        raise Defect("an edited template does not read as it was meant")
    return written


def doubts(text: str, template: Template) -> Mapping[str, str]:
    """By box, what the import said that a person must look at; it stands above the box as a remark of its own."""
    boxes = [part for part in _parts(text) if part.name == "box"]
    found = ((box.id, _DOUBT.search(_above(part.text))) for box, part in zip(template.boxes, boxes, strict=True))
    return {name: remark[1].strip() for name, remark in found if remark is not None}


def unseen(text: str, *, where: str) -> Issue | None:
    """That nobody has looked at boxes of a template since the import, with the line of the first one; None for a
    template that all were looked at in, and for a file that does not read (the check says why).
    """
    template = read(text, where=where)
    doubted = doubts(text, template) if isinstance(template, Template) else {}
    if not isinstance(template, Template) or not doubted:
        return None
    first = next(box for box in template.boxes if box.id in doubted)
    found = _DOUBT.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else 0
    message = f"読み込んだ欄のうち{len(doubted)}個を、まだ誰も確かめていません（最初は「{first.label}」）。"
    return Issue(
        where=where, line=line, message=message, allowed="様式の画面で欄を選び、紙と見比べて「確かめた」を押す"
    )


def unlooked(found: Mapping[str, bytes], *, before: Mapping[str, bytes]) -> Iterator[Issue]:
    """What nobody has looked at in the forms of a folder that are other than before; what is released is sealed as it
    is. Both are files by their path in the folder.
    """
    for path, data in sorted(found.items()):
        if _FORM.fullmatch(path) and data != before.get(path):
            issue = unseen(data.decode(errors="replace"), where=path)
            yield from (issue,) if issue else ()


def settled(text: str, template: Template, boxes: Collection[str]) -> str:
    """The text without what was to be looked at of these boxes; other remarks stay."""
    ids = iter(box.id for box in template.boxes)
    return "".join(
        _without_doubt(part.text) if part.name == "box" and next(ids) in boxes else part.text for part in _parts(text)
    )


def _above(text: str) -> str:
    return text[: text.index("[[")]


def _without_doubt(text: str) -> str:
    above = _above(text)
    return _DOUBT.sub("", above) + text[len(above) :]


@dataclass(frozen=True)
class _Part:
    """A piece of the file with the remarks above it: the head (no name), or one [[name]] table."""

    name: str
    text: str


def _parts(text: str) -> Iterator[_Part]:
    starts = [(found.start(), found[1]) for found in _HEADER.finditer(text)]
    yield _Part("", text[: starts[0][0]] if starts else text)
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (start, name), end in zip(starts, ends, strict=True):
        yield _Part(name, text[start:end])


def _written(parts: Sequence[_Part], before: Template, after: Template) -> Iterator[str]:
    """The pieces in their order; what is new stands behind the last of its kind, or at the end."""
    lists = {name: _Following(name, getattr(before, field), getattr(after, field)) for field, name in LISTS.items()}
    last = {part.name: at for at, part in enumerate(parts)}
    for at, part in enumerate(parts):
        yield from lists[part.name].next(part.text) if part.name else (_table(part.text, before, after, of=""),)
        if part.name and last[part.name] == at:
            yield from lists[part.name].rest(part.text)
    for name, those in lists.items():
        if name not in last:
            yield from those.rest(parts[-1].text)


class _Following:
    """The tables of one name, entry by entry: those that stay, are changed, are gone, are new."""

    def __init__(self, name: str, before: Sequence[BaseModel], after: Sequence[BaseModel]) -> None:
        self._name = name
        self._before = list(enumerate(before))
        self._after: dict[object, BaseModel] = {_key(entry, at): entry for at, entry in enumerate(after)}

    def next(self, text: str) -> Iterator[str]:
        """What becomes of the next table."""
        at, entry = self._before.pop(0)
        now = self._after.pop(_key(entry, at), None)
        if now is not None:
            yield text if now == entry else _table(text, entry, now, of=self._name)

    def rest(self, above: str) -> Iterator[str]:
        """The new ones, each with an empty line above it."""
        for entry in self._after.values():
            yield "" if above.endswith("\n\n") else "\n" if above.endswith("\n") else "\n\n"
            above = f"[[{self._name}]]\n{entry_text(entry)}"
            yield above
        self._after = {}


def _key(entry: BaseModel, at: int) -> object:
    """By what an entry is known again: its id; a page by its place."""
    return getattr(entry, "id", at)


def _table(text: str, before: BaseModel, after: BaseModel, *, of: str) -> str:
    """A table with other values for the keys that differ."""
    was, now = said(before, leave=_APART), said(after, leave=_APART)
    if was == now:
        return text
    document = tomlkit.parse(text)
    table: Any = document[of][0] if of else document
    for key in was.keys() - now.keys():
        table.remove(key)
    for key, value in now.items():
        if was.get(key) != value:
            table[key] = tomlkit.parse(f"it = {value}\n")["it"]
    return document.as_string()
