"""A matrix that came back goes into the files it was made from; what cannot be taken is told row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import tomlkit

from kiosk.designing.translating.rows import LANGUAGES, Row
from kiosk.designing.translating.screens import exchanged, sentences, values
from kiosk.designing.translating.table import HASH, KEY, MOST_LETTERS, OLD, Sheet
from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden
from kiosk.model.languages import EASY

_LABELS = 'confidence = "translated outside, not reviewed by the city"\n'


@dataclass
class Taken:
    """The files that change, those of forms/ and those of the words; `issues` are rows that were not taken."""

    forms: dict[str, bytes] = field(default_factory=dict)
    words: dict[str, bytes] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    count: int = 0


@dataclass(frozen=True)
class Writer:
    """The files as they are, and the rows that were made of them."""

    forms: Mapping[str, bytes]
    words: Mapping[str, bytes]
    rows: Mapping[str, Row]

    def take(self, sheet: Sheet, *, name: str) -> Taken:
        """What a matrix changes; `name` is the file's, for what is told."""
        made = Taken()
        wanted = [
            change for line, cells in enumerate(sheet.rows, 2) for change in self._changes(cells, line, name, made)
        ]
        documents: dict[str, tomlkit.TOMLDocument] = {}
        texts: dict[str, str] = {}
        said: dict[tuple[str, str], str] = {}
        for row, language, words, where, line in wanted:
            if row.key.startswith("words."):
                issue = self._sentence(texts, row, language, words, where)
            else:
                issue = self._label(documents, said, row, language, words, where)
            made.count += issue is None
            made.issues += [issue.model_copy(update={"line": line})] if issue is not None else []
        made.forms = {path: tomlkit.dumps(document).encode() for path, document in documents.items()}
        made.words = {path: text.encode() for path, text in texts.items()}
        return made

    def _changes(
        self, cells: Mapping[str, str], line: int, name: str, made: Taken
    ) -> Iterator[tuple[Row, str, str, str, int]]:
        """The cells of a row that say something else than the files; none where the Japanese is another by now."""
        key, where = cells.get(KEY, ""), f"{name} {cells.get(KEY, '')}"
        row = self.rows.get(key)
        changed = [
            (language, cells[language].strip())
            for language in LANGUAGES
            if row is not None and _means(row, language, cells.get(language, "").strip())
        ]
        if row is None:
            made.issues.append(Issue(where=where, line=line, message="いまはないことばです。取り込みません。"))
        elif changed and cells.get(HASH) != row.hash:
            message = "原文が変わったあとの訳ではありません。取り込みません。"
            made.issues.append(Issue(where=where, line=line, message=message, allowed=row.ja))
        else:
            for language, words in changed:
                wrong = _wrong(row, words)
                if wrong:
                    made.issues.append(Issue(where=f"{where} {language}", line=line, message=wrong, allowed=row.ja))
                else:
                    yield row, language, words, f"{where} {language}", line

    # ---- screens -------------------------------------------------------------------------------------------------
    def _sentence(self, texts: dict[str, str], row: Row, language: str, words: str, where: str) -> Issue | None:
        _, room, key = row.key.split(".", 2)
        path = f"{room}/{language}.ftl"
        text = texts.get(path) or self.words.get(path, b"").decode()
        there = sentences(text).get(key)
        if there is None:
            return Issue(
                where=where, message="この言語のファイルに、このことばの行がありません。", allowed=f"words/{path}"
            )
        if "\n" in there.words or "\n" in words:
            return Issue(where=where, message="数行のことばは、ファイルで直します。", allowed=f"words/{path}")
        texts[path] = exchanged(text, key, words, ja=row.ja)
        return None

    # ---- catalogue -----------------------------------------------------------------------------------------------
    def _label(
        self,
        documents: dict[str, tomlkit.TOMLDocument],
        said: dict[tuple[str, str], str],
        row: Row,
        language: str,
        words: str,
        where: str,
    ) -> Issue | None:
        kind, _, rest = row.key.partition(".")
        if kind == "department":
            return self._in_list(documents, "municipality.toml", "department", rest, language, words)
        if kind == "procedure" and rest.endswith(".name"):
            return self._in_procedure(documents, rest.removesuffix(".name"), language, words)
        labels = self._document(documents, f"labels/{language}.toml")
        plainly = language == EASY and row.key.endswith(".ask")  # the fact's own plain question would be read instead
        if row.own and (plainly or self._has_own(labels, row.own)):
            _put(labels, row.own, words)
            return None
        before = said.setdefault((language, row.ja), words)
        if before == words:
            _put(labels, ("text", row.ja), words)
        elif row.own:
            _put(labels, row.own, words)
        else:
            message = "同じ原文に、別の訳がもう書かれています。"
            return Issue(where=where, message=message, allowed=before)
        return None

    @staticmethod
    def _has_own(labels: tomlkit.TOMLDocument, own: tuple[str, ...]) -> bool:
        found: Any = labels
        for step in own:
            found = found.get(step) if hasattr(found, "get") else None
        return isinstance(found, str)

    def _in_list(
        self,
        documents: dict[str, tomlkit.TOMLDocument],
        path: str,
        table: str,
        name: str,
        language: str,
        words: str,
    ) -> Issue | None:
        for entry in self._document(documents, path).get(table, []):
            if entry.get("name") == name:
                _put(entry, ("labels", language), words)
        return None

    def _in_procedure(
        self, documents: dict[str, tomlkit.TOMLDocument], place: str, language: str, words: str
    ) -> Issue | None:
        """P20, or P20.2024-10-01.variant[1]."""
        name, _, inside = place.partition(".")
        document: Any = self._document(documents, f"procedures/{name}.toml")
        day, _, variant = inside.partition(".")
        if inside:
            version = next(each for each in document["version"] if str(each["from"]) == day)
            document = version["variant"][int(variant.removeprefix("variant[").removesuffix("]"))]
        _put(document, ("labels", language), words)
        return None

    def _document(self, documents: dict[str, tomlkit.TOMLDocument], path: str) -> tomlkit.TOMLDocument:
        if path not in documents:
            documents[path] = tomlkit.parse(self.forms.get(path, _LABELS.encode()).decode())
        return documents[path]


def _means(row: Row, language: str, words: str) -> bool:
    """Whether a cell says something else than the files, or that what they say holds for the Japanese of now."""
    if not words or words.startswith(OLD):
        return False
    return words != row.said.get(language, "") or language in row.stale


def _put(table: Any, way: tuple[str, ...], words: str) -> None:
    """A value at the end of a way through tables, which are made where there is none."""
    *steps, last = way
    for step in steps:
        if step not in table:
            table[step] = tomlkit.table()
        table = table[step]
    table[last] = words


def _wrong(row: Row, words: str) -> str:
    """Why words cannot be a translation of a row."""
    if len(words) > MOST_LETTERS or not words.replace("\n", "").isprintable():
        return "長すぎるか、使えない文字があります。"
    if row.key.startswith("item.") and (number := forbidden(words)):
        return f"{number}は聞けません。"
    if row.key.startswith("words.") and values(words) != values(row.ja):
        return "{ $… } の値が、原文と違います。"
    holes = [part for part in ("{city.", "}") if words.count(part) != row.ja.count(part)]
    return "{city.…} の数が、原文と違います。" if holes and not row.key.startswith("words.") else ""
