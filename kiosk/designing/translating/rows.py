"""The rows of the matrix that the catalogue has, read from its files as they are written, holes and all."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.model.languages import EASY
from kiosk.model.vocabulary import RELATIONS

LANGUAGES = (EASY, "en", "zh", "ko", "vi", "pt")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_PARTS = ("label", "ask", "self_ask", "why")


@dataclass(frozen=True)
class Row:
    """A word: what it is, its Japanese, and what each language says; `stale` are those made from another Japanese.

    `own` says where a translation of this place alone may stand in the labels: (table, name, field).
    """

    key: str
    ja: str
    said: Mapping[str, str]
    stale: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def hash(self) -> str:
        """Twelve digits of the SHA-256 of the Japanese."""
        return hash_of(self.ja)

    def missing(self, language: str) -> bool:
        """Whether a language says nothing where it should."""
        return not self.said.get(language) and bool(_JAPANESE.search(self.ja))


def hash_of(text: str) -> str:
    """Twelve digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class CatalogueRows:
    """The rows of a folder of forms; every file must be right (kiosk check)."""

    content: Mapping[str, bytes]
    _read: dict[str, dict[str, Any]] = field(default_factory=dict)

    def rows(self) -> Iterator[Row]:
        """In the order vocabulary, code lists, headings, occasions, departments, procedures; each key once."""
        seen: set[str] = set()
        for row in self._all():
            if row.ja and row.key not in seen:
                seen.add(row.key)
                yield row

    def _all(self) -> Iterator[Row]:
        yield from self._vocabulary([self._toml(name) for name in sorted(self.content) if name.startswith("vocab")])
        yield from self._events()
        for at, question in enumerate(self._toml("navigator.toml").get("question", ())):
            yield self._row(f"navigator.{at + 1}", question.get("ask", ""))
        yield from self._departments()
        for name in sorted(self.content):
            if name.startswith("procedures/"):
                yield from self._procedure(self._toml(name))

    def _vocabulary(self, vocabulary: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
        items = {key: item for data in vocabulary for key, item in data.get("item", {}).items()}
        asked = {key: item for key, item in items.items() if item.get("ask") and not item.get("staff")}
        for key, item in asked.items():
            yield from self._item(key, item)
        lists = {name: codes for data in vocabulary for name, codes in data.get("codes", {}).items()}
        for name in dict.fromkeys((*(item["codes"] for item in asked.values() if "codes" in item), RELATIONS)):
            for code in lists.get(name, ()):
                yield self._row(f"codes.{name}.{code}", code, own=("codes", name, code))
        for section in (each for data in vocabulary for each in data.get("section", ())):
            yield self._row(f"section.{section['id']}", section["label"])

    def _item(self, key: str, item: Mapping[str, Any]) -> Iterator[Row]:
        """What a fact is called and asked; in plain Japanese its own plain question is read."""
        plain = item.get("plain", "")
        easy = self._toml(f"labels/{EASY}.toml").get("text", {}).get(plain, plain)
        given = {"label": {"en": item.get("en", "")}, "ask": {EASY: easy}}
        for part in _PARTS:
            text = item.get(part, "") or (item.get("basis", "") if part == "why" else "")
            own = ("item", key, "ask" if part == "self_ask" else part)
            yield self._row(f"item.{key}.{part}", text, own=own, given=given.get(part, {}))

    def _events(self) -> Iterator[Row]:
        for name in sorted(self.content):
            if name.startswith("events/"):
                event = self._toml(name)
                start = f"event.{event.get('id', '')}"
                yield self._row(f"{start}.name", event.get("name", ""))
                for part in ("asks", "headings"):
                    for key, text in event.get(part, {}).items():
                        yield self._row(f"{start}.{part}.{key}", text)
                for key, codes in event.get("words", {}).items():
                    for code, text in codes.items():
                        yield self._row(f"{start}.words.{key}.{code}", text)

    def _departments(self) -> Iterator[Row]:
        for department in self._toml("municipality.toml").get("department", ()):
            name = department.get("name", "")
            shared = self._row(f"department.{name}", name)
            yield Row(shared.key, name, {**shared.said, **department.get("labels", {})})

    def _procedure(self, procedure: Mapping[str, Any]) -> Iterator[Row]:
        start = f"procedure.{procedure.get('id', '')}"
        if procedure.get("staff_only"):
            return
        yield Row(f"{start}.name", procedure.get("name", ""), dict(procedure.get("labels", {})))
        yield self._row(f"{start}.fee", procedure.get("fee", ""))
        for version in procedure.get("version", ()):
            yield from self._version(f"{start}.{version.get('from', '')}", version)

    def _version(self, place: str, version: Mapping[str, Any]) -> Iterator[Row]:
        for index, variant in enumerate(version.get("variant", ())):
            if variant.get("name"):
                yield Row(f"{place}.variant[{index}].name", variant["name"], dict(variant.get("labels", {})))
            yield from self._version(f"{place}.variant[{index}]", {**variant, "variant": ()})
        for part in ("reason", "reason_not", "who", "guide"):
            yield self._row(f"{place}.{part}", version.get(part, ""))
        yield self._row(f"{place}.deadline", version.get("deadline", {}).get("note", ""))
        for index, paper in enumerate(version.get("bring", ())):
            yield self._row(f"{place}.bring[{index}]", paper if isinstance(paper, str) else paper.get("what", ""))
        for index, filer in enumerate(version.get("filers", ())):
            for number, paper in enumerate(filer.get("papers", ())):
                yield self._row(f"{place}.filers[{index}].papers[{number}]", paper)

    def _row(self, key: str, ja: str, *, own: tuple[str, ...] = (), given: Mapping[str, str] | None = None) -> Row:
        """A word that is translated in the labels: for its place, else by its Japanese."""
        said = {}
        for language in LANGUAGES:
            labels = self._toml(f"labels/{language}.toml")
            asked = (given or {}).get(language, "") if language == EASY else ""
            there = self._own(labels, own) or asked or labels.get("text", {}).get(ja, "")
            said[language] = there or (given or {}).get(language, "")
        return Row(key, ja, said, own=own)

    @staticmethod
    def _own(labels: Mapping[str, Any], own: tuple[str, ...]) -> str:
        found: Any = labels
        for step in own:
            found = found.get(step, {}) if isinstance(found, dict) else {}
        return found if isinstance(found, str) else ""

    def _toml(self, name: str) -> dict[str, Any]:
        if name not in self._read:
            try:
                self._read[name] = tomllib.loads(self.content.get(name, b"").decode())
            except (tomllib.TOMLDecodeError, UnicodeDecodeError):
                self._read[name] = {}
        return self._read[name]
