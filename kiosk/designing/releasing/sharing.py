"""Part of a city's forms for a neighbour: procedures and forms with what they need, and how they join another folder.

Three ways where something of the same id is there and says something else (`Policy`): it is used as it is there, what
came stands beside it under an id of its own, or it takes the other's place. A published version of a form is never
written over: what takes its place is its next version. What came goes into a draft; gate and second person decide.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from kiosk.catalogue.releases import Release, next_number, versions
from kiosk.designing.releasing.bundle import Bundle
from kiosk.model.base import Issue
from kiosk.rules.book import RuleBook
from kiosk.rules.texts import texts

MATRIX, VOCABULARY = "matrix.toml", "vocabulary.toml"
_HOLE = re.compile(rb"\bcity\.([a-z][a-z0-9_]*)")
_TABLES = ("item", "codes")


class Policy(enum.Enum):
    """What becomes of what is there already: reuse (残す), copy (別の番号で並べる), overwrite (置き換える)."""

    REUSE = "reuse"
    COPY = "copy"
    OVERWRITE = "overwrite"


# ---- what a part is --------------------------------------------------------------------------------------------------
def part_files(book: RuleBook, content: Mapping[str, bytes], ids: Collection[str]) -> dict[str, bytes]:
    """The files of the procedures and forms that are named, and of the forms of those procedures."""
    forms = {*ids} | {
        form
        for name in ids
        if name in book.procedures
        for version in book.procedures[name].versions
        for each in version.all
        for form in each.forms
    }
    places = tuple(f"templates/{form}/" for form in sorted(forms)) + tuple(f"procedures/{name}.toml" for name in ids)
    return {name: data for name, data in content.items() if name.startswith(places)}


def part_pieces(book: RuleBook, content: Mapping[str, bytes], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Their rows of the matrix, and the facts that they look at or print, as the city wrote them."""
    procedures = {name.split("/")[1].removesuffix(".toml") for name in files if name.startswith("procedures/")}
    matrix = tomlkit.document()
    for key, rows in tomlkit.parse(content.get(MATRIX, b"").decode()).items():
        if key in procedures:
            matrix[key] = rows
    return {
        MATRIX: tomlkit.dumps(matrix).encode(),
        VOCABULARY: tomlkit.dumps(_facts(content, _needed(book, files))).encode(),
    }


def _needed(book: RuleBook, files: Mapping[str, bytes]) -> set[str]:
    """Every fact of some files, and those that it follows from."""
    inside = {name.rpartition("/")[0] for name in files if name.startswith("templates/")} | {*files}
    keys: set[str] = set()
    for text in texts(book):
        if text.where.partition(" ")[0] in inside:
            keys |= book.keys_in(text.text)
    for (form, version), template in book.templates.items():
        if f"templates/{form}/{version}" in inside:
            keys |= book.form_keys(template)
    derived = {rule.fact: rule for rule in book.vocabulary.derivations}
    waiting = list(keys)
    while waiting:
        rule = derived.get(waiting.pop())
        more = (book.keys_in(rule.value) | ({rule.of} if rule.of else set())) - keys if rule else set()
        keys |= more
        waiting += more
    return keys


def _facts(content: Mapping[str, bytes], keys: Collection[str]) -> tomlkit.TOMLDocument:
    """The entries of the vocabulary for some facts: items, the code lists of these, derivations."""
    found = tomlkit.document()
    items, codes, derived = tomlkit.table(), tomlkit.table(), tomlkit.aot()
    lists: dict[str, Any] = {}
    for name in sorted(name for name in content if name.startswith("vocabulary")):
        given = tomlkit.parse(content[name].decode())
        lists |= given.get("codes", {})
        for key, entry in given.get("item", {}).items():
            if key in keys:
                items.append(key, entry)
        for rule in given.get("derive", []):
            if rule["fact"] in keys:
                derived.append(rule)
    for used in dict.fromkeys(str(entry["codes"]) for entry in items.values() if "codes" in entry):
        if used in lists:
            codes.append(used, lists[used])
    found["codes"], found["item"], found["derive"] = codes, items, derived
    return found


def parameters(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The settings of a city that stand in some files."""
    return tuple(sorted({hole.decode() for data in files.values() for hole in _HOLE.findall(data)}))


# ---- how it joins a folder -------------------------------------------------------------------------------------------
@dataclass
class Joined:
    """The folder with what came in it; `steps` say of every file what becomes of it."""

    content: dict[str, bytes]
    steps: list[tuple[str, str]] = field(default_factory=list)
    next_versions: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Joining:
    """A bundle's part and a folder; `departments` says what its departments are called here."""

    bundle: Bundle
    policy: Policy
    departments: Mapping[str, str]
    released: Mapping[str, Release]

    def into(self, there: Mapping[str, bytes]) -> Joined | tuple[Issue, ...]:
        """What the folder becomes; Issues for files that cannot be joined because they are no TOML there."""
        made = Joined(dict(there))
        try:
            names = self._names(there)
            for path, data in self._files.items():
                self._lay(made, *self._renamed(path, data, names))
            self._list_on_events(made, names)
            self._merge_rows(made, names)
            self._merge_facts(made)
        except (TOMLKitError, UnicodeDecodeError) as error:
            return (
                Issue(
                    where="forms", message=f"ファイルを読めません（{type(error).__name__}）。", allowed="kiosk check"
                ),
            )
        return made

    def _names(self, there: Mapping[str, bytes]) -> dict[str, str]:
        """New ids for what is there and says something else, where both are to stay."""
        taken = {_id(path) for path in there} - {""}
        ids = {_id(path) for path in self.bundle.files} - {""}
        if self.policy is not Policy.COPY:
            return {}
        clashing = {_id(path) for path, data in self._files.items() if there.get(path, data) != data}
        return {name: _free(name, taken | ids) for name in sorted(clashing)}

    @cached_property
    def _files(self) -> dict[str, bytes]:
        """What came, with the departments as they are called here."""
        return {path: self._local(path, data) for path, data in self.bundle.files.items()}

    def _local(self, path: str, data: bytes) -> bytes:
        if not path.endswith(".toml"):
            return data
        text = data.decode()
        for theirs, ours in self.departments.items():
            text = text.replace(f'department = "{theirs}"', f'department = "{ours}"')
        return text.encode()

    @staticmethod
    def _renamed(path: str, data: bytes, names: Mapping[str, str]) -> tuple[str, bytes]:
        """A file under the new ids, wherever they stand in it."""
        new = re.sub(r"^(procedures|templates)/([^/.]+)", lambda at: f"{at[1]}/{names.get(at[2], at[2])}", path)
        return new, _with_ids(data, names) if path.endswith(".toml") else data

    def _lay(self, made: Joined, path: str, data: bytes) -> None:
        there = made.content.get(path)
        if there == data:
            made.steps.append((path, "同じ"))
        elif there is None:
            made.content[path] = data
            made.steps.append((path, "加わる"))
        elif self.policy is Policy.REUSE:
            made.steps.append((path, "いまのものを残す"))
        else:
            self._replace(made, path, data)

    def _replace(self, made: Joined, path: str, data: bytes) -> None:
        folder = path.rpartition("/")[0]
        sealed = any(folder in versions(release.hashes) for release in self.released.values())
        if not (path.startswith("templates/") and sealed):
            made.content[path] = data
            made.steps.append((path, "置き換わる"))
            return
        if folder in made.next_versions:
            return
        made.next_versions.add(folder)
        form = folder.rpartition("/")[0]
        ever = [*made.content, *(path for release in self.released.values() for path in release.hashes)]
        wanted = next_number(path.split("/")[2] for path in ever if path.startswith(f"{form}/"))
        for name, content in self._files.items():
            if name.startswith(f"{folder}/"):
                new = f"{form}/{wanted}/{name.rpartition('/')[2]}"
                made.content[new] = re.sub(rb'(?m)^version = "[^"]*"', f'version = "{wanted}"'.encode(), content)
                made.steps.append((new, "公開した版の次の版になる"))

    def _list_on_events(self, made: Joined, names: Mapping[str, str]) -> None:
        for procedure, events in self.bundle.manifest.events.items():
            name = names.get(procedure, procedure)
            for path in (f"events/{event}.toml" for event in events):
                if path in made.content:
                    document = tomlkit.parse(made.content[path].decode())
                    listed: Any = document.get("procedures")
                    if listed is not None and name not in listed:
                        listed.append(name)
                        made.content[path] = tomlkit.dumps(document).encode()
                        made.steps.append((path, f"手続 {name} が加わる"))

    def _merge_rows(self, made: Joined, names: Mapping[str, str]) -> None:
        rows = tomlkit.parse(_with_ids(self.bundle.pieces.get(MATRIX, b""), names).decode())
        text = made.content.get(MATRIX, b"").decode()
        known = tomlkit.parse(text)
        for key in rows:
            name = names.get(key, key)
            if name not in known:
                alone = tomlkit.document()
                alone[name] = rows[key]
                text = f"{text.rstrip()}\n\n{tomlkit.dumps(alone).strip()}\n"
                made.steps.append((MATRIX, f"手続 {name} の行が加わる"))
        made.content[MATRIX] = text.encode()

    def _merge_facts(self, made: Joined) -> None:
        """Facts that nobody has here, in a file of their own; where a fact is known it stays as it is here."""
        came = tomlkit.parse(self.bundle.pieces.get(VOCABULARY, b"").decode())
        here = [tomlkit.parse(data.decode()) for name, data in made.content.items() if name.startswith("vocabulary")]
        known = {table: {key for each in here for key in each.get(table, {})} for table in _TABLES}
        new = tomlkit.document()
        for table in ("codes", "item"):
            entries = tomlkit.table()
            for key, entry in came.get(table, {}).items():
                if key not in known[table]:
                    entries.append(key, entry)
            if entries:
                new[table] = entries
        fresh = {*new.get("item", {})}
        rules = [rule for rule in came.get("derive", []) if rule["fact"] in fresh]
        if rules:
            new["derive"] = tomlkit.aot()
            for rule in rules:
                new["derive"].append(rule)
        if fresh:
            path = f"vocabulary/{_topic(self.bundle.manifest.city_code, made.content)}.toml"
            head = f"# {self.bundle.manifest.city}から受け取った事実\n"
            made.content[path] = (head + tomlkit.dumps(new)).encode()
            made.steps.append((path, f"事実 {len(fresh)}個が加わる"))


def missing_departments(bundle: Bundle, known: Collection[str], called: Mapping[str, str]) -> Iterator[Issue]:
    """Departments of the part that nobody here is."""
    for name in bundle.manifest.departments:
        if called.get(name, name) not in known:
            allowed = f"--department {name}=この市の課（{'、'.join(known)}）"
            yield Issue(where=name, message="この名前の課は、この市の設定にありません。", allowed=allowed)


def missing_parameters(bundle: Bundle, known: Collection[str]) -> Iterator[Issue]:
    """Settings that the part's texts name and this city does not have."""
    for name, value in bundle.manifest.parameters.items():
        if name not in known:
            message = f"市の設定 {name} がありません（{bundle.manifest.city}では「{value}」）。"
            yield Issue(where="municipality.toml", message=message, allowed="先に municipality.toml に加える")


def _with_ids(data: bytes, names: Mapping[str, str]) -> bytes:
    """A TOML file in which ids stand as others: as text, as a key, as the name of a table."""
    text = data.decode()
    for old, new in names.items():
        text = re.sub(rf'(?<=["\[]){re.escape(old)}(?=["\]])', new, text)
        text = re.sub(rf"(?m)(?<![\w.-]){re.escape(old)}(?=\s*=)", new, text)
    return text.encode()


def _id(path: str) -> str:
    found = re.match(r"(?:procedures|templates)/([^/.]+)", path)
    return found[1] if found else ""


def _free(name: str, taken: Collection[str]) -> str:
    """The first id that is free beside another: P20 becomes P20x2."""
    return next(free for number in count(2) if (free := f"{name}x{number}") not in taken)


def _topic(code: str, content: Mapping[str, bytes]) -> str:
    names = (f"from_{code}_{number}" for number in count(1))
    return next(name for name in names if f"vocabulary/{name}.toml" not in content)
