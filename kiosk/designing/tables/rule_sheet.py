"""対照の表: the rules of procedures as a table - a condition, and what comes of it - out to a spreadsheet and back."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.designing.tables.changes import Drop, Enter, Say, at
from kiosk.designing.tables.writing import changed
from kiosk.designing.translating.table import HASH, KEY, Sheet
from kiosk.model.base import Issue

SENTENCES, RULE = "条件（文）", "条件（式）"
PROCEDURE = "手続"
_TEXTS = {
    "届出の名前": ("name",),
    "必要な理由": ("reason",),
    "期限の説明": ("deadline", "note"),
    "期限の起算日": ("deadline", "start"),
    "期限の単位": ("deadline", "unit"),
    "案内": ("guide",),
}
_NUMBERS = {"期限の数": ("deadline", "count")}
_YES = {"任意": ("optional",), "ほかの窓口": ("elsewhere",)}
_LISTS = {"様式": ("forms",)}
_OUTCOMES = {**_TEXTS, **_NUMBERS, **_YES, **_LISTS}
COLUMNS = (KEY, PROCEDURE, SENTENCES, RULE, *_OUTCOMES, HASH)
_NEW, _SELF, _BETWEEN = "+", "版", "、"
_SAID = {"はい": True, "いいえ": False}


@dataclass(frozen=True)
class Reader:
    """What conditions are in words: `say` gives the sentences of a rule, `rule` the rule of sentences or what is wrong
    with them, `wrong` what is wrong with a rule (empty: nothing).
    """

    say: Callable[[str], str]
    rule: Callable[[str], tuple[str, str]]
    wrong: Callable[[str], str]


@dataclass
class Taken:
    """`files` as they are with what was taken, `count` how many cells that are, `issues` what was not taken."""

    files: dict[str, str] = field(default_factory=dict)
    count: int = 0
    issues: list[Issue] = field(default_factory=list)


# ---- out -------------------------------------------------------------------------------------------------------------
def sheet(texts: Mapping[str, str], reader: Reader, earlier: Sheet, *, only: frozenset[str]) -> Sheet:
    """The table of some procedures (`only` empty: of all); over an earlier one its foreign columns stay."""
    foreign = tuple(column for column in earlier.columns if column not in COLUMNS)
    rows = []
    for name, text in sorted(texts.items()):
        data = tomllib.loads(text) if name.startswith("procedures/") else {}
        if data and (not only or data.get("id") in only):
            rows += [{**row, **_kept(earlier, row[KEY], foreign)} for row in _rows(data, reader)]
    return Sheet((*COLUMNS, *foreign), tuple(rows))


def _kept(earlier: Sheet, key: str, foreign: tuple[str, ...]) -> dict[str, str]:
    before = earlier.by_key.get(key, {})
    return {column: before.get(column, "") for column in foreign}


def _rows(data: Mapping[str, Any], reader: Reader) -> Iterator[dict[str, str]]:
    for version in data.get("version", ()):
        named = f"{data['id']} {version['from']}"
        yield _row(f"{named} {_SELF}", str(data.get("name", "")), version, reader)
        for number, variant in enumerate(version.get("variant", ())):
            yield _row(f"{named} {number + 1}", str(data.get("name", "")), variant, reader)


def _row(key: str, name: str, entry: Mapping[str, Any], reader: Reader) -> dict[str, str]:
    rule = str(entry.get("when", ""))
    cells = {column: _shown(at(entry, path)) for column, path in _OUTCOMES.items()}
    said = reader.say(rule) if rule else ""
    return {KEY: key, PROCEDURE: name, SENTENCES: said, RULE: rule, **cells, HASH: _hash(entry)}


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "はい" if value else "いいえ"
        case list():
            return _BETWEEN.join(map(str, value))
        case _:
            return str(value)


def _hash(entry: Mapping[str, Any]) -> str:
    """Twelve digits of what the row says: whoever changed the file meanwhile has another."""
    said = {key: _shown(at(entry, path)) for key, path in (*_OUTCOMES.items(), (RULE, ("when",)))}
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:12]


# ---- back ------------------------------------------------------------------------------------------------------------
def taken(texts: Mapping[str, str], came: Sheet, reader: Reader, *, name: str) -> Taken:
    """The files with what a table says otherwise; a row or cell that cannot be taken is told with its line and column,
    and changes nothing. A key that ends with + is one more 届出の種類 of its version.
    """
    made, seen = Taken(), set[str]()
    for line, row in zip(came.lines, came.rows, strict=True):
        one, key = _Row(texts, came, reader, name, line, row, made), row.get(KEY, "")
        if key in seen and not key.endswith(_NEW):
            one.tell(KEY, "同じ行が2回あります。", "1行に1つの規則")
        else:
            one.take()
        seen.add(key)
    return made


@dataclass
class _Row:
    texts: Mapping[str, str]
    came: Sheet
    reader: Reader
    name: str
    line: int
    row: Mapping[str, str]
    made: Taken

    def take(self) -> None:
        parts = self.row.get(KEY, "").split()
        file = f"procedures/{parts[0]}.toml" if len(parts) == 3 else ""
        if file not in self.texts:
            self.tell(KEY, "この手続はありません。", "P30 2024-12-02 1 のような、書き出した表の行")
            return
        text = self.made.files.get(file, self.texts[file])
        after = self._new(text, parts) if parts[2] == _NEW else self._changed(text, parts)
        if after is not None and after != text:
            self.made.files[file] = after

    def tell(self, column: str, message: str, allowed: str = "") -> None:
        at_ = self.came.columns.index(column) + 1 if column in self.came.columns else 0
        where = f"{self.name} {column}".strip()
        self.made.issues.append(Issue(where=where, line=self.line, column=at_, message=message, allowed=allowed))

    def _place(self, data: Mapping[str, Any], parts: list[str]) -> tuple[str | int, ...] | None:
        versions = [str(each.get("from")) for each in data.get("version", ())]
        if parts[1] not in versions:
            self.tell(KEY, "この日からの版はありません。", _BETWEEN.join(versions))
            return None
        return ("version", versions.index(parts[1]))

    def _changed(self, text: str, parts: list[str]) -> str | None:
        data = tomllib.loads(text)
        place = self._place(data, parts)
        if place is None:
            return None
        if parts[2] != _SELF:
            place = (*place, "variant", int(parts[2]) - 1 if parts[2].isdecimal() else -1)
        entry = at(data, place)
        if not isinstance(entry, dict):
            self.tell(KEY, "この届出の種類はありません。", f"{_SELF}、1 から始まる番号、または {_NEW}")
            return None
        if self.row.get(HASH) == _hash(entry):
            return self._with(text, place, entry)
        now = _row("", "", entry, self.reader)
        if any(self.row.get(column, now[column]) != now[column] for column in (SENTENCES, RULE, *_OUTCOMES)):
            self.tell(HASH, "書き出した後に、この行の規則が変わりました。", "書き出し直してから、もう一度直します")
        return None

    def _with(self, text: str, place: tuple[str | int, ...], entry: Mapping[str, Any]) -> str:
        """The text with every cell that says otherwise."""
        rule = self._rule(entry)
        values: dict[tuple[str, ...], Any] = {("when",): rule} if rule is not None else {}
        now = _row("", "", entry, self.reader)
        for column, path in _OUTCOMES.items():
            if column in self.row and self.row[column].strip() != now[column]:
                found = self._value(column, self.row[column].strip())
                values |= {path: found} if found is not None else {}
        for path, value in values.items():
            gone = value == "" and at(entry, path) is not None
            after = changed(text, Drop((*place, *path)) if gone else Say((*place, *path), value))
            if after is None:
                self.tell(KEY, "この手続のファイルは、ここでは直せない書き方です。")
            else:
                text, self.made.count = after, self.made.count + 1
        return text

    def _rule(self, entry: Mapping[str, Any]) -> str | None:
        """What the condition becomes; None where it stays, or cannot be taken."""
        was = str(entry.get("when", ""))
        rule = self.row.get(RULE, was).strip()
        said, before = self.row.get(SENTENCES, "").strip(), self.reader.say(was).strip() if was else ""
        if said and said != before:
            if rule != was:
                self.tell(RULE, "条件が、文と式の両方で変わっています。", "どちらか一方だけを直します")
                return None
            rule, wrong = self.reader.rule(said)
            if wrong:
                self.tell(SENTENCES, wrong)
                return None
        wrong = self.reader.wrong(rule) if rule != was else ""
        if wrong or not rule:
            self.tell(RULE, wrong or "空にはできません。")
            return None
        return rule if rule != was else None

    def _value(self, column: str, text: str) -> Any:
        """A cell as the file holds it; None where it cannot be taken, which is told."""
        if not text:
            return ""
        if column in _LISTS:
            return [each.strip() for each in text.split(_BETWEEN) if each.strip()]
        if column in _YES:
            if text not in _SAID:
                self.tell(column, f"「{text}」は読めません。", _BETWEEN.join(_SAID))
            return _SAID.get(text)
        if column in _NUMBERS:
            if not text.isdecimal() and not text.startswith("city."):
                self.tell(column, f"「{text}」は数ではありません。", "数、または市の設定（city.ordinance_…）")
                return None
            return int(text) if text.isdecimal() else text
        return text

    def _new(self, text: str, parts: list[str]) -> str | None:
        """One more variant at the end of a version."""
        place = self._place(tomllib.loads(text), parts)
        rule = self._rule({}) if place is not None else None
        if place is None or rule is None:
            return None
        entry: dict[str, Any] = {"when": rule}
        for column, path in _OUTCOMES.items():
            found = self._value(column, self.row.get(column, "").strip())
            if found not in ("", None):
                around = entry.setdefault(path[0], {}) if len(path) > 1 else entry
                around[path[-1]] = found
        after = changed(text, Enter((*place, "variant"), entry))
        self.made.count += after is not None
        return after
