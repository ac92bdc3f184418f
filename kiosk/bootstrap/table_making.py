"""What somebody fills in to make a procedure, a fact, a list, an occasion or a visit, and what is made of it."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.bootstrap.tried_with import rule_issue
from kiosk.catalogue.rules import ITEM_WORDS
from kiosk.catalogue.toml_files import build
from kiosk.designing.tables.beginnings import (
    FILERS,
    ID,
    KEY,
    NewProcedure,
    made,
    new_event,
    new_person,
    next_procedure,
    without_event_cells,
)
from kiosk.designing.tables.changes import Drop, Say
from kiosk.designing.tables.refers import Names
from kiosk.designing.tables.uses import name_of, renamed
from kiosk.designing.tables.writing import changed
from kiosk.model.forbidden import forbidden_item
from kiosk.model.vocabulary import Item, Type
from kiosk.ui.designer.fields import read_day
from kiosk.ui.designer.table_ports import Field, Given, Made, Making, Way

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from kiosk.bootstrap.table_choices import Choices
    from kiosk.words import Words

_LISTED = {"code", "codes"}
_SENSES = ("N", "P", "S")


@dataclass(frozen=True)
class NewTexts:
    """What the files say with something new in them, and where that is."""

    texts: Mapping[str, str | None]
    file: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Maker:
    """`texts` are all files of the folder as they stand now."""

    words: Words
    choices: Choices
    texts: Mapping[str, str]

    # ---- the forms ---------------------------------------------------------------------------------------------------
    def fields(self, what: Making, *, today: dt.date) -> tuple[Field, ...]:
        """The fields of the form for something new, with what is usual filled in."""
        match what:
            case Making.PROCEDURE:
                return tuple(self._procedure(today))
            case Making.FACT:
                return tuple(self._fact())
            case Making.CODES:
                return (self._line("id"), self._field("codes", Way.LINES, ()), self._file())
            case Making.EVENT:
                opening = self._field("opening", Way.SEVERAL, (), Names.FACT)
                return (self._line("id"), self._line("name"), opening)
            case Making.PERSON:
                event = self._field("event", Way.CHOICE, "", Names.EVENT)
                return (self._line("id"), self._line("title"), event, self._line("today", today.isoformat()))

    def _procedure(self, today: dt.date) -> Iterator[Field]:
        scopes = tuple((code, self.words(f"table-code-scope-{code}")) for code in ("case", "person"))
        none = ("", self.words("table-no-form"))
        yield self._line("id", next_procedure(tuple(self.texts)))
        yield self._line("name")
        yield self._field("department", Way.CHOICE, "", Names.DEPARTMENT)
        yield self._field("scope", Way.CHOICE, "case", choices=scopes)
        yield self._field("events", Way.SEVERAL, (), Names.EVENT)
        yield self._field("when", Way.RULE, "")
        yield self._field("reason", Way.AREA, "")
        yield self._field("reason_not", Way.AREA, "")
        yield self._field("form", Way.CHOICE, "", choices=(none, *self.choices.of(Names.FORM)))
        yield self._line("from", today.isoformat())

    def _fact(self) -> Iterator[Field]:
        types = tuple((each.value, self.words(f"table-code-type-{each.value}")) for each in Type)
        senses = tuple((each, self.words(f"table-code-sens-{each}")) for each in _SENSES)
        none = ("", self.words("table-none"))
        yield self._line("key")
        yield self._line("label")
        yield self._field("type", Way.CHOICE, "text", choices=types)
        yield self._field("codes", Way.PICK, "", choices=(none, *self.choices.of(Names.CODES)))
        yield self._field("ask", Way.AREA, "")
        yield self._field("plain", Way.AREA, "")
        yield self._field("section", Way.CHOICE, "", choices=(none, *self.choices.of(Names.SECTION)))
        yield self._field("sens", Way.CHOICE, "P", choices=senses)
        yield self._field("basis", Way.LINE, "")
        yield self._file()

    def _file(self) -> Field:
        names = [name for name in self.texts if name == "vocabulary.toml" or name.startswith("vocabulary/")]
        return self._field(
            "file", Way.CHOICE, names[-1] if names else "", choices=tuple((each, each) for each in names)
        )

    def _line(self, key: str, value: str = "") -> Field:
        return self._field(key, Way.LINE, value)

    def _field(
        self,
        key: str,
        way: Way,
        value: Given,
        names: Names | None = None,
        *,
        choices: tuple[tuple[str, str], ...] = (),
    ) -> Field:
        offered = self.choices.of(names) if names is not None else choices
        hint = f"making-{key}-hint"
        return Field(
            (key,),
            key,
            self.words(f"making-{key}"),
            way,
            value,
            offered,
            self.words(hint) if hint in self.words.keys else "",
        )

    # ---- making ------------------------------------------------------------------------------------------------------
    def make(self, what: Making, given: Mapping[str, Given]) -> NewTexts | Made:
        """The texts with something new; or which fields are wrong, and why."""
        said = {key: value.strip() if isinstance(value, str) else value for key, value in given.items()}
        wrong = dict(self._wrong(what, said))
        if wrong:
            return Made(wrong=wrong)
        match what:
            case Making.PROCEDURE:
                return self._new_procedure(said)
            case Making.FACT:
                return self._new_fact(said)
            case Making.CODES:
                path = ("codes", str(said["id"]))
                return self._said(str(said["file"]), path, [*said["codes"]])
            case Making.EVENT:
                return self._new_event(said)
            case Making.PERSON:
                file = f"personas/{said['id']}.toml"
                day = read_day(str(said["today"]))
                assert day is not None  # looked at above
                return NewTexts({file: new_person(str(said["title"]), str(said["event"]), day)}, file)

    def _wrong(self, what: Making, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """By field, why it cannot be taken."""
        needed = ("name", "title", "label", "department", "reason", "reason_not", "file", "event")
        for key in (*needed, *(("codes",) if what is Making.CODES else ())):
            if key in said and not said[key]:
                yield key, self.words("designer-empty")
        for key in ("from", "today"):
            if key in said and read_day(said[key]) is None:
                yield key, self.words("designer-day")
        if said.get("when"):
            issue = rule_issue(self.choices.catalogue.book, said["when"])
            if issue:
                yield "when", issue
        yield from self._named_wrong(what, said)
        yield from self._fact_wrong(said) if what is Making.FACT else ()

    def _named_wrong(self, what: Making, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """A name that cannot be one, or that something has already."""
        folders = {Making.PROCEDURE: "procedures", Making.EVENT: "events", Making.PERSON: "personas"}
        key = "key" if what is Making.FACT else "id"
        name, fits = str(said[key]), KEY if what is Making.FACT else ID
        known = self.choices.catalogue.book.whole.vocabulary
        taken = {Making.FACT: known.by_key, Making.CODES: known.codes}.get(what, {})
        if not fits.fullmatch(name):
            yield key, self.words("making-key-wrong" if what is Making.FACT else "making-id-wrong")
        elif name in taken or f"{folders.get(what, '?')}/{name}.toml" in self.texts:
            yield key, self.words("table-taken", name=name)

    def _fact_wrong(self, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        entry = {key: said[key] for key in ("type", "label", "ask", "plain", "key") if said[key]}
        item = build(Item, entry, where="", names=ITEM_WORDS)
        number = forbidden_item(item) if isinstance(item, Item) else ""
        if number:
            yield "label", self.words("table-forbidden", number=number)
        if said["type"] in _LISTED and not said["codes"]:
            yield "codes", self.words("making-codes-needed")
        if said["ask"] and not said["section"]:
            yield "section", self.words("making-section-needed")
        if "性別" in unicodedata.normalize("NFKC", said["label"]) and not said["basis"]:
            yield "basis", self.words("making-basis-needed")

    def _new_procedure(self, said: Mapping[str, Any]) -> NewTexts:
        day = read_day(said["from"])
        assert day is not None  # looked at above
        new = NewProcedure(
            **{
                key: said[key]
                for key in ("id", "name", "department", "scope", "events", "form", "reason", "reason_not", "when")
            },
            since=day,
            roles=tuple(role for role in FILERS if role in dict(self.choices.of(Names.ROLE))) or FILERS[:1],
        )
        return NewTexts(new.texts(self.texts), f"procedures/{new.id}.toml")

    def _new_fact(self, said: Mapping[str, Any]) -> NewTexts | Made:
        kept = ("type", "label", "codes", "section", "ask", "plain", "basis", "sens")
        entry = {key: said[key] for key in kept if said[key] and not (key == "sens" and said[key] == "P")}
        if said["type"] not in _LISTED:
            entry.pop("codes", None)
        return self._said(said["file"], ("item", said["key"]), entry)

    def _said(self, file: str, path: tuple[str, ...], value: Any) -> NewTexts | Made:
        after = changed(self.texts.get(file, ""), Say(path, value))
        if after is None:
            return Made(wrong={"file": self.words("table-unwritable")})
        return NewTexts({file: after}, file, path if path[0] == "item" else path[:1])

    def _new_event(self, said: Mapping[str, Any]) -> NewTexts:
        file = f"events/{said['id']}.toml"
        texts: dict[str, str | None] = {file: new_event(said["id"], said["name"], said["opening"])}
        if "matrix.toml" in self.texts:
            procedures = [code for code, _ in self.choices.of(Names.PROCEDURE)]
            texts["matrix.toml"] = without_event_cells(self.texts["matrix.toml"], said["id"], procedures)
        return NewTexts(texts, file)

    # ---- a copy, and what goes with a file ---------------------------------------------------------------------------
    def copied(self, file: str, text: str, name: str) -> NewTexts | str:
        """A written visit once more under another name; why not."""
        folder, _, own = file.rpartition("/")
        new = f"{folder}/{name}.toml"
        if not ID.fullmatch(name):
            return self.words("making-id-wrong")
        if new in self.texts:
            return self.words("table-taken", name=name)
        title = self.words("table-copy-of", name=str(tomllib.loads(text).get("title", own.removesuffix(".toml"))))
        after = changed(text, Say(("title",), title))
        return NewTexts({new: after or text}, new)

    def called(self, file: str, name: str) -> NewTexts | str:
        """A file under another name, wherever it is spoken of; why not. An extract that a visit names stays its own."""
        folder = file.rpartition("/")[0]
        new, before = f"{folder}/{name}.toml", name_of(file, ())
        if not ID.fullmatch(name):
            return self.words("making-id-wrong")
        if new in self.texts:
            return self.words("table-taken", name=name)
        others: dict[str, str | None] = {**(renamed(self.texts, before, name) if before else {})}
        moved: dict[str, str | None] = {new: others.pop(file, None) or self.texts[file], file: None}
        return NewTexts({**others, **moved}, new)

    @staticmethod
    def without(texts: Mapping[str, str], file: str) -> dict[str, str | None]:
        """The table of reasons and the lists of the occasions without a procedure that is taken away."""
        folder, _, own = file.partition("/")
        name = own.removesuffix(".toml")
        found: dict[str, str | None] = {}
        for other, text in texts.items() if folder == "procedures" else ():
            data = tomllib.loads(text) if other.startswith("events/") or other == "matrix.toml" else {}
            if other == "matrix.toml" and name in data:
                found[other] = made_without(text, name, len(data[name]))
            elif name in data.get("procedures", ()) and other != "matrix.toml":
                left = [each for each in data["procedures"] if each != name]
                found[other] = made(text, Say(("procedures",), left))
        return found


def made_without(text: str, name: str, entries: int) -> str:
    """The table of reasons without a procedure."""
    for at in reversed(range(entries)):
        text = changed(text, Drop((name, at))) or text
    return text
