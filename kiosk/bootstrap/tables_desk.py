"""The port of the designer's window over files of tables: what they say as forms, and what is done to them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kiosk.bootstrap.table_choices import Choices
from kiosk.bootstrap.table_fields import Fields
from kiosk.bootstrap.table_making import Maker, NewTexts
from kiosk.bootstrap.table_places import plain, shape_at
from kiosk.bootstrap.table_showing import Showing
from kiosk.bootstrap.table_visits import examined
from kiosk.bootstrap.tried_with import rule_issue
from kiosk.catalogue.rules import ITEM_WORDS
from kiosk.catalogue.toml_files import build, parse_toml
from kiosk.designing.tables.beginnings import KEY
from kiosk.designing.tables.changes import Change, Drop, Enter, Rename, Say, Shift, at
from kiosk.designing.tables.ledger import Ledger
from kiosk.designing.tables.outline import outline
from kiosk.designing.tables.refers import Names, value_names
from kiosk.designing.tables.roots import root_of
from kiosk.designing.tables.shapes import Kind, starting
from kiosk.designing.tables.translated import without
from kiosk.designing.tables.uses import name_of, renamed, uses
from kiosk.designing.tables.writing import changed
from kiosk.model.base import Issue
from kiosk.model.forbidden import forbidden_item
from kiosk.model.vocabulary import Item
from kiosk.ui.designer.table_ports import Given, Made, Making, Path, Table, UseShown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.bootstrap.designing_desk import FormDesk
    from kiosk.bootstrap.program import Program
    from kiosk.designing.tables.outline import Leaf
    from kiosk.designing.tables.shapes import Shape
    from kiosk.ui.designer.table_ports import Field

_REMOVABLE = ("procedures/", "events/", "personas/")


class TablesDesk:
    """See Tabling. `forms` is the desk of the boxes over the same folder; `edited` is told before a file is written."""

    def __init__(self, program: Program, forms: FormDesk, *, edited: Callable[[], None] = lambda: None) -> None:
        self._program, self._forms, self._edited = program, forms, edited
        self._root = program.place.forms
        self._ledger = Ledger(self._root)
        self._file, self._parsed = "", ("", dict[str, Any]())
        self._known = Fields(program.words, Choices(forms.catalogue))

    @property
    def _fields(self) -> Fields:
        catalogue = self._forms.catalogue
        if self._known.choices.catalogue is not catalogue:
            self._known = Fields(self._program.words, Choices(catalogue))
        return self._known

    # ---- showing -----------------------------------------------------------------------------------------------------
    def is_table(self, file: str) -> bool:
        """See Tabling."""
        return root_of(file) is not None

    def open(self, file: str) -> Table | tuple[Issue, ...]:
        """See Tabling."""
        text = self._ledger.text(file)
        if text is None:
            return (Issue(where=file, message="ファイルを読めません。"),)
        data = self._parsed[1] if text == self._parsed[0] else parse_toml(text.encode(), where=file)
        if isinstance(data, Issue):
            return (data,)
        self._file, self._parsed = file, (text, data)
        return self._table()

    @property
    def _text(self) -> str:
        return self._ledger.text(self._file) or ""

    @property
    def _shape(self) -> Shape:
        found = root_of(self._file)
        assert found is not None  # the window opens nothing else
        return found

    def _table(self, *, part: Path | None = None) -> Table:
        shown = Showing(self._program.words, self._fields, self._file, self._text, self._forms.problems)
        parts = shown.parts(outline(self._shape, self._data))
        return Table(
            file=self._file,
            title=next((each.title for each in parts), self._file),
            parts=parts,
            issues=self._forms.problems,
            saved=not self._ledger.unsaved,
            at=part,
            removable=self._file.startswith(_REMOVABLE),
        )

    @property
    def _data(self) -> dict[str, Any]:
        """The tables of the open file; a text is parsed once."""
        text = self._text
        if self._parsed[0] != text:
            self._parsed = (text, tomllib.loads(text))
        return self._parsed[1]

    # ---- doing -------------------------------------------------------------------------------------------------------
    def say(self, path: Path, given: Given | None) -> Table | str:
        """See Tabling."""
        leaf = self._leaf(path)
        if leaf is None:
            return self._program.words("table-gone")
        if given is None:
            return self._do(Drop(path))
        try:
            value = self._fields.read(leaf, given)
        except ValueError as error:
            return str(error)
        refused = self._refused(leaf, value)
        if refused:
            return refused
        empty = value in ("", []) and not leaf.slot.required and leaf.slot.default is not None
        if empty or (not leaf.given and value == plain(leaf.slot.default)):
            return self._do(Drop(path)) if leaf.given else self._table()
        return self._do(Say(path, value))

    def _leaf(self, path: Path) -> Leaf | None:
        parts = outline(self._shape, self._data)
        return next((leaf for part in parts for leaf in part.leaves if leaf.path == path), None)

    def _refused(self, leaf: Leaf, value: Any) -> str:
        """Why a value is no answer at all: a rule that cannot be judged, a number that has no place here."""
        if value_names(leaf.model, leaf.key) is Names.RULE and isinstance(value, str) and leaf.slot.shape.single:
            return (
                rule_issue(self._forms.catalogue.book, value)
                if value and leaf.slot.shape.kind is not Kind.TEXTS
                else ""
            )
        return self._number_refused(leaf.path, value) if leaf.model == "Item" else ""

    def _number_refused(self, path: Path, value: Any) -> str:
        """Which of the three numbers a fact would be with another value; empty for none."""
        key = str(path[1])
        entry = {**(at(self._data, path[:2]) or {}), str(path[2]): value} if len(path) > 2 else value
        item = build(Item, {**entry, "key": key}, where=key, names=ITEM_WORDS)
        number = forbidden_item(item) if isinstance(item, Item) else ""
        return self._program.words("table-forbidden", number=number) if number else ""

    def _do(self, change: Change, *, part: Path | None = None) -> Table | str:
        """Make a change; translations of what is said no more go with it. A place that is written in a way nobody
        changes here is left as it is.
        """
        after = changed(self._text, change)
        if after is None:
            return self._program.words("table-unwritable")
        lost = without(self._texts, self._data, tomllib.loads(after), file=self._file)
        self._ledger.step({self._file: after, **lost}, at=self._file)
        return replace(self._table(part=part), untranslated=len(lost))

    def add(self, path: Path, name: str) -> Table | str:
        """See Tabling."""
        data, name = self._data, name.strip()
        adding = next((each for part in outline(self._shape, data) for each in part.adds if each.path == path), None)
        shape = shape_at(self._shape, data, path)
        if adding is None or shape is None:
            return self._program.words("table-gone")
        there = at(data, path)
        if not adding.named and shape.kind is Kind.TABLES and shape.inner is not None:
            return self._do(Enter(path, self._starting(shape.inner)), part=(*path, len(there or ())))
        if not adding.named:
            return self._do(Say(path, self._starting(shape)), part=path)
        if not name:
            return self._program.words("designer-empty")
        if isinstance(there, dict) and name in there:
            return self._program.words("table-taken", name=name)
        assert shape.inner is not None
        if path == ("item",) and not KEY.fullmatch(name):
            return self._program.words("making-key-wrong")
        value, below = self._starting(shape.inner), (*path, name)
        refused = self._number_refused(below, {**value, "label": name}) if path == ("item",) else ""
        return refused or self._do(Say(below, value), part=path if shape.inner.single else below)

    def _starting(self, shape: Shape) -> Any:
        return starting(shape, today=self._program.clock.today())

    def drop(self, path: Path) -> Table | str:
        """See Tabling."""
        if path:
            return self._do(Drop(path), part=path[:-1])
        around = {name: text for name, text in self._texts().items() if name != self._file}
        self._ledger.step({self._file: None, **Maker.without(around, self._file)}, at=self._file)
        return self._program.words("table-file-gone", name=self._file)

    def rename(self, path: Path, name: str) -> Table | str:
        """See Tabling."""
        name, before = name.strip(), name_of(self._file, path)
        if not path:
            return self._opened(self._maker.called(self._file, name), at=self._file)
        around = at(self._data, path[:-1])
        if not name or not isinstance(around, dict) or name in around:
            return self._program.words("table-taken", name=name) if name else self._program.words("designer-empty")
        entry = around[path[-1]]
        fact = path[:1] == ("item",)
        if fact and not KEY.fullmatch(name):
            return self._program.words("making-key-wrong")
        refused = self._number_refused((path[0], name), entry) if fact else ""
        if refused:
            return refused
        here = changed(self._text, Rename(path, name))
        if here is None:
            return self._program.words("table-unwritable")
        texts = {**self._texts(), self._file: here}
        others = renamed(texts, before, name_of(self._file, (*path[:-1], name))) if before else {}
        self._ledger.step({self._file: here, **others}, at=self._file)
        return self._table(part=(*path[:-1], name))

    def copy(self, name: str) -> Table | str:
        """See Tabling."""
        return self._opened(self._maker.copied(self._file, self._text, name.strip()), at="")

    def shift(self, path: Path, by: int) -> Table | str:
        """See Tabling."""
        return self._do(Shift(path, by), part=(*path[:-1], int(path[-1]) + by))

    def _opened(self, made: NewTexts | str, *, at: str) -> Table | str:
        if isinstance(made, str):
            return made
        self._ledger.step(made.texts, at=at or made.file)
        found = self.open(made.file)
        return found if isinstance(found, Table) else str(found[0])

    # ---- everything --------------------------------------------------------------------------------------------------
    def _texts(self) -> dict[str, str]:
        """Every text of the folder as it stands now, written visits among them."""
        found = {path.relative_to(self._root).as_posix() for path in self._root.rglob("*.toml")}
        names = sorted(name for name in found | self._ledger.unsaved.keys() if not name.startswith("releases/"))
        texts = ((name, self._ledger.text(name)) for name in names)
        return {name: text for name, text in texts if text is not None}

    def uses(self, path: Path) -> tuple[UseShown, ...]:
        """See Tabling."""
        name = name_of(self._file, path)
        if not name:
            return ()
        return tuple(
            UseShown(use.file, use.line, use.text) for use in uses(self._texts(), name, own=(self._file, path))
        )

    @property
    def _maker(self) -> Maker:
        return Maker(self._program.words, self._fields.choices, self._texts())

    def form_of(self, what: Making) -> tuple[Field, ...]:
        """See Tabling."""
        return self._maker.fields(what, today=self._program.clock.today())

    def make(self, what: Making, given: Mapping[str, Given]) -> Made:
        """See Tabling."""
        made = self._maker.make(what, given)
        if isinstance(made, Made):
            return made
        self._ledger.step(made.texts, at=made.file)
        return Made(made.file, made.path)

    def _turned(self, file: str) -> Table | None:
        found = self.open(file) if file else None
        return found if isinstance(found, Table) else None

    def undo(self) -> Table | None:
        """See Tabling."""
        return self._turned(self._ledger.undo())

    def redo(self) -> Table | None:
        """See Tabling."""
        return self._turned(self._ledger.redo())

    def unsaved(self) -> tuple[str, ...]:
        """See Tabling."""
        return tuple(self._ledger.unsaved)

    def unsaved_texts(self) -> dict[str, bytes | None]:
        """What was not saved, by file; None is one that was taken away."""
        return {name: None if text is None else text.encode() for name, text in self._ledger.unsaved.items()}

    def save(self) -> tuple[Issue, ...]:
        """See Tabling."""
        self._edited()
        return self._ledger.save()

    def forget(self) -> None:
        """See Tabling."""
        self._ledger.forget()

    def judge(self) -> tuple[Issue, ...]:
        """See Tabling."""
        self._forms.judged(*examined(self._root, self._ledger.unsaved, cache=self._program.place.cache))
        return self._forms.problems
